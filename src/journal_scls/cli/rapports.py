"""Commands that make figures and documents."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from journal_scls.cli.chiffres import Chiffres, avec_chiffres
from journal_scls.cli.contexte import Contexte, avec_dossier, ecrire, ecrire_document
from journal_scls.cli.francais import CHEMIN, MOIS, TEXTE, Choix, Commande, MalUtilise
from journal_scls.domain.document import Impression, Papier
from journal_scls.domain.periode import Periode

_FORMATS = ("texte", "json", "csv", "xlsx", "pdf")
_BINAIRES = ("xlsx", "pdf")


def _papier(commande: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option(
        "--papier",
        type=Choix([papier.value for papier in Papier]),
        default=Papier.LETTRE.value,
        help="lettre si rien n'est dit.",
    )
    return option(commande)


def _sortie_pdf(commande: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--sortie", type=CHEMIN, required=True, help="Le PDF à écrire.")(commande)


def _impression(papier: str) -> Impression:
    return Impression(papier=Papier(papier))


@click.command(cls=Commande)
@avec_dossier
@avec_chiffres
@click.option(
    "--format", "format_", type=Choix(_FORMATS), default="texte", help="texte si rien n'est dit."
)
@click.option("--sortie", type=CHEMIN, help="Fichier à écrire ; à l'écran si rien n'est dit.")
@_papier
def bilan(
    contexte: Contexte, chiffres: Chiffres, format_: str, sortie: Path | None, papier: str
) -> None:
    """Donne les indicateurs et les tableaux d'une période, avec leurs bases."""
    if format_ in _BINAIRES and sortie is None:
        raise MalUtilise(f"Le format {format_} s'écrit dans un fichier : donnez « --sortie ».")
    sortie = contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur, documents = chiffres.dresser(journal), journal.documents
        if format_ == "pdf":
            document = journal.impressions.bilan(valeur)
            contenu = documents.bilan_pdf(document, _impression(papier))
        else:
            contenu = documents.bilan(valeur, format_, demo=journal.profil.demo)
        if sortie is not None:
            documents.ecrire(sortie, contenu)
    if sortie is None:
        ecrire_document(contenu)
    else:
        ecrire(f"Bilan écrit : {sortie}")


@click.command(cls=Commande)
@avec_dossier
@click.argument("mois", type=MOIS)
@_sortie_pdf
@_papier
def resume(contexte: Contexte, mois: Periode, sortie: Path, papier: str) -> None:
    """Fait le résumé mensuel à imprimer (PDF)."""
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.resumes.composer(journal.profil, mois)
        contenu = journal.documents.resume(valeur, _impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Résumé écrit : {sortie}")


@click.command(cls=Commande)
@avec_dossier
@avec_chiffres
@click.option(
    "--sortie", type=CHEMIN, required=True, help="Le fichier à écrire, en .pdf ou en .png."
)
@_papier
def diapo(contexte: Contexte, chiffres: Chiffres, sortie: Path, papier: str) -> None:
    """Refait les chiffres publiés du Cadre, en une page (PDF ou PNG)."""
    if sortie.suffix.lower() not in {".pdf", ".png"}:
        raise MalUtilise("La diapo s'écrit dans un fichier .pdf ou .png.")
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.diapo(chiffres.dresser(journal))
        contenu = journal.documents.diapo(valeur, _impression(papier))
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
@_papier
def bilan_projet(
    contexte: Contexte, code: str, sortie: Path, embuches: tuple[str, ...], papier: str
) -> None:
    """Fait le bilan d'un projet ou d'un comité du répertoire, en une page (PDF)."""
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.bilan_projet(code, embuches)
        contenu = journal.documents.bilan_projet(valeur, _impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Bilan de projet écrit : {sortie}")


@click.command(cls=Commande)
@avec_dossier
@_sortie_pdf
@click.option("--telephone", type=TEXTE, default="", help="Où appeler.")
@click.option("--lieu", type=TEXTE, default="", help="Où passer.")
@click.option("--heures", type=TEXTE, default="", help="Quand.")
@_papier
def affiche(
    contexte: Contexte, sortie: Path, telephone: str, lieu: str, heures: str, papier: str
) -> None:
    """Fait l'affiche pour les locataires, en une page (PDF).

    Ce qui n'est pas donné devient une ligne à remplir à la main.
    """
    contexte.destination(sortie)
    with contexte.journal() as journal:
        valeur = journal.impressions.affiche(telephone=telephone, lieu=lieu, heures=heures)
        contenu = journal.documents.affiche(valeur, _impression(papier))
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"Affiche écrite : {sortie}")
