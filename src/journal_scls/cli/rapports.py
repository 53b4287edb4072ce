"""Commands that make figures and documents."""

from dataclasses import replace
from pathlib import Path

import click

from journal_scls.application.lectures import Filtre
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_document
from journal_scls.cli.francais import (
    CHEMIN,
    JOUR,
    MOIS,
    TEXTE,
    Choix,
    Commande,
    Entier,
    MalUtilise,
)
from journal_scls.domain.bilan import ParametresBilan
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.masquage import SEUIL_PAR_DEFAUT
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role

_FORMATS = ("texte", "json", "csv", "xlsx")
_BINAIRES = ("xlsx",)


@click.command(cls=Commande)
@avec_dossier
@click.option("--du", type=JOUR, required=True, help="Premier jour.")
@click.option("--au", type=JOUR, required=True, help="Dernier jour.")
@click.option(
    "--format", "format_", type=Choix(_FORMATS), default="texte", help="texte si rien n'est dit."
)
@click.option("--sortie", type=CHEMIN, help="Fichier à écrire ; à l'écran si rien n'est dit.")
@click.option("--mrc", type=TEXTE, default="", help="Seulement cette MRC.")
@click.option(
    "--organisme",
    type=TEXTE,
    default="",
    help="Seulement cet organisme, à la date de l'intervention.",
)
@click.option("--tenure", type=TEXTE, default="", help="Seulement cette tenure.")
@click.option("--sans-milieu-concertation", is_flag=True, help="Exclut le volet Milieu des bases.")
@click.option("--masquer", type=Entier(2), help="Masque les nombres plus petits que K.")
@click.option("--sans-masquage", is_flag=True, help="Ne masque rien.")
def bilan(
    contexte: Contexte,
    du: object,
    au: object,
    format_: str,
    sortie: Path | None,
    mrc: str,
    organisme: str,
    tenure: str,
    masquer: int | None,
    *,
    sans_milieu_concertation: bool,
    sans_masquage: bool,
) -> None:
    """Donne les indicateurs et les tableaux d'une période, avec leurs bases."""
    if masquer and sans_masquage:
        raise MalUtilise("« --masquer » et « --sans-masquage » se contredisent.")
    if format_ in _BINAIRES and sortie is None:
        raise MalUtilise(f"Le format {format_} s'écrit dans un fichier : donnez « --sortie ».")
    periode = Periode(du, au)  # type: ignore[arg-type]
    parametres = ParametresBilan(milieu_dans_la_base=not sans_milieu_concertation)
    sortie = contexte.destination(sortie)
    filtre = Filtre(mrc=mrc, organisme=organisme, tenure=_tenure(contexte, tenure))
    with contexte.journal() as journal:
        seuil = masquer
        if journal.profil.role is Role.COORDINATION and not sans_masquage:
            seuil = masquer or SEUIL_PAR_DEFAUT
        valeur = journal.rapports.bilan(periode, filtre, replace(parametres, masquage_k=seuil))
        contenu = journal.documents.bilan(valeur, format_, demo=journal.profil.demo)
        if sortie is not None:
            journal.documents.ecrire(sortie, contenu)
    if (mrc or organisme or tenure) and valeur.compteurs.interventions == 0:
        avertir("Aucune intervention de la période ne répond à ces filtres ; vérifiez les noms.")
    if sortie is None:
        ecrire_document(contenu)
    else:
        ecrire(f"Bilan écrit : {sortie}")


def _tenure(contexte: Contexte, texte: str) -> str:
    """The code of a tenure, given by code or label; a typing error must not make empty figures."""
    vocabulaires = contexte.atelier.vocabulaires()
    code = vocabulaires.trouver("tenure", texte) if texte else ""
    if code is None:
        permis = ", ".join(vocabulaires.codes("tenure"))
        raise RegleMetier(f"« {texte} » n'est pas une tenure.", f"Choisissez parmi : {permis}.")
    return code


@click.command(cls=Commande)
@avec_dossier
@click.argument("mois", type=MOIS)
@click.option("--sortie", type=CHEMIN, required=True, help="Le PDF à écrire.")
def resume(contexte: Contexte, mois: Periode, sortie: Path) -> None:
    """Fait le résumé mensuel à imprimer (PDF)."""
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.resumes.composer(journal.profil, mois)
        journal.documents.ecrire(sortie, journal.documents.resume(valeur))
    ecrire(f"Résumé écrit : {sortie}")
