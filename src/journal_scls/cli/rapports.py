"""Commands that make figures and documents."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from journal_scls.application.journal import Journal
from journal_scls.cli.chiffres import Chiffres, avec_chiffres
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_document
from journal_scls.cli.francais import CHEMIN, MOIS, TEXTE, Choix, Commande, MalUtilise
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.calendrier import Recul
from journal_scls.domain.documents.document import Impression, Papier, Provenance
from journal_scls.domain.documents.publication import Publication
from journal_scls.domain.periode import Periode

FORMATS = ("texte", "json", "csv", "xlsx", "pdf")
BINAIRES = ("xlsx", "pdf")
RECULS = {recul.value.replace("_", "-"): recul for recul in Recul}


def papier(commande: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the choice of its paper."""
    option = click.option(
        "--papier",
        type=Choix([papier.value for papier in Papier]),
        default=Papier.LETTRE.value,
        help="lettre si rien n'est dit.",
    )
    return option(commande)


def _sortie_pdf(commande: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--sortie", type=CHEMIN, required=True, help="Le PDF à écrire.")(commande)


def impression(papier: str, publication: Publication | None = None) -> Impression:
    """How to print; a published document says its code on each page."""
    code = publication.code.affiche if publication else ""
    return Impression(papier=Papier(papier), verification=code)


def rendre(
    journal: Journal,
    bilan: Bilan,
    format_: str,
    impression: Impression,
    *,
    provenance: Provenance | None = None,
    avant: Bilan | None = None,
) -> bytes:
    """A bilan in any of `FORMATS`; a published one brings its own provenance."""
    if format_ == "pdf":
        document = journal.impressions.bilan(bilan, provenance, avant=avant)
        return journal.documents.bilan_pdf(document, impression)
    return journal.documents.bilan(bilan, format_, demo=journal.profil.demo, avant=avant)


@click.command(cls=Commande)
@avec_dossier
@avec_chiffres
@click.option(
    "--format", "format_", type=Choix(FORMATS), default="texte", help="texte si rien n'est dit."
)
@click.option("--sortie", type=CHEMIN, help="Fichier à écrire ; à l'écran si rien n'est dit.")
@papier
@click.option(
    "--comparer",
    type=Choix(tuple(RECULS)),
    help="Compare à la période précédente, ou à la même période l'an dernier (an-dernier).",
)
@click.option("--publier", "serie", type=TEXTE, default="", help="Garde le document dans la série.")
@click.option("--figer", is_flag=True, help="Avec « --publier » : ferme la période.")
def bilan(
    contexte: Contexte,
    chiffres: Chiffres,
    format_: str,
    sortie: Path | None,
    papier: str,
    comparer: str | None,
    serie: str,
    *,
    figer: bool,
) -> None:
    """Donne les indicateurs et les tableaux d'une période, avec leurs bases."""
    if format_ in BINAIRES and sortie is None:
        raise MalUtilise(f"Le format {format_} s'écrit dans un fichier : donnez « --sortie ».")
    if figer and not serie:
        raise MalUtilise("« --figer » demande « --publier » et le nom de la série.")
    if comparer and serie:
        raise MalUtilise("Un document publié ne se compare pas : retirez « --comparer ».")
    sortie = contexte.destination(sortie)
    publie = None
    with contexte.journal() as journal:
        if serie:
            publie = chiffres.publier(journal, serie, figer=figer)
        valeur = publie.bilan if publie else chiffres.dresser(journal)
        provenance = publie.provenance if publie else None
        avant = chiffres.dresser_avant(journal, RECULS[comparer]) if comparer else None
        page = impression(papier, publie)
        contenu = rendre(journal, valeur, format_, page, provenance=provenance, avant=avant)
        if sortie is not None:
            journal.documents.ecrire(sortie, contenu)
    if sortie is None:
        ecrire_document(contenu)
    else:
        ecrire(f"Bilan écrit : {sortie}")
    if publie:
        # Beside a document that goes to the terminal or to a pipe, and not inside it.
        dire = ecrire if sortie else avertir
        dire(f"Publié dans « {publie.serie} », code de vérification {publie.code.affiche}.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("mois", type=MOIS)
@_sortie_pdf
@papier
def resume(contexte: Contexte, mois: Periode, sortie: Path, papier: str) -> None:
    """Fait le résumé mensuel à imprimer (PDF)."""
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.resumes.composer(journal.profil, mois)
        contenu = journal.documents.resume(valeur, impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Résumé écrit : {sortie}")


@click.command(cls=Commande)
@avec_dossier
@avec_chiffres
@click.option(
    "--sortie", type=CHEMIN, required=True, help="Le fichier à écrire, en .pdf ou en .png."
)
@papier
def diapo(contexte: Contexte, chiffres: Chiffres, sortie: Path, papier: str) -> None:
    """Refait les chiffres publiés du Cadre, en une page (PDF ou PNG)."""
    if sortie.suffix.lower() not in {".pdf", ".png"}:
        raise MalUtilise("La diapo s'écrit dans un fichier .pdf ou .png.")
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.diapo(chiffres.dresser(journal))
        contenu = journal.documents.diapo(valeur, impression(papier))
        if sortie.suffix.lower() == ".png":
            contenu = journal.documents.image(contenu)
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Diapo écrite : {sortie}")


@click.command("bilan-projet", cls=Commande)
@avec_dossier
@click.argument("code", type=TEXTE)
@_sortie_pdf
@click.option(
    "--embuche", "embuches", type=TEXTE, multiple=True,
    help="Une embûche à écrire ; sans elle, des lignes à remplir à la main.",
)  # fmt: skip
@papier
def bilan_projet(
    contexte: Contexte, code: str, sortie: Path, embuches: tuple[str, ...], papier: str
) -> None:
    """Fait le bilan d'un projet ou d'un comité du répertoire, en une page (PDF)."""
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.seances.bilan(code, embuches)
        contenu = journal.documents.bilan_projet(valeur, impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Bilan de projet écrit : {sortie}")


@click.command(cls=Commande)
@avec_dossier
@_sortie_pdf
@click.option("--telephone", type=TEXTE, default="", help="Où appeler.")
@click.option("--lieu", type=TEXTE, default="", help="Où passer.")
@click.option("--heures", type=TEXTE, default="", help="Quand.")
@papier
def affiche(
    contexte: Contexte, sortie: Path, telephone: str, lieu: str, heures: str, papier: str
) -> None:
    """Fait l'affiche pour les locataires, en une page (PDF).

    Ce qui n'est pas donné devient une ligne à remplir à la main.
    """
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.affiche(telephone=telephone, lieu=lieu, heures=heures)
        contenu = journal.documents.affiche(valeur, impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Affiche écrite : {sortie}")
