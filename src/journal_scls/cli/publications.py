"""Commands about published documents: list them, read one again, check a code, close a period."""

from pathlib import Path

import click

from journal_scls.cli.contexte import (
    Contexte,
    avec_dossier,
    ecrire,
    ecrire_document,
    ecrire_json,
)
from journal_scls.cli.francais import CHEMIN, TEXTE, Choix, Groupe, MalUtilise
from journal_scls.cli.rapports import BINAIRES, FORMATS, impression, papier, rendre
from journal_scls.domain.documents.publication import Difference, Publication


@click.group(cls=Groupe)
def publication() -> None:
    """Documents publiés, périodes figées et codes de vérification."""


@publication.command("lister")
@avec_dossier
@click.option("--json", "en_json", is_flag=True, help="Un objet par ligne, pour un script.")
def lister(contexte: Contexte, *, en_json: bool) -> None:
    """Donne les documents publiés, du plus ancien au plus récent."""
    with contexte.journal() as journal:
        publications = journal.publications.lister()
    for p in publications:
        if en_json:
            ecrire_json(_en_objet(p))
        else:
            figee = ", période figée" if p.figee_le else ""
            ecrire(f"{p.code.affiche}  {p.mois} : {p.serie}{figee}")
    if not publications and not en_json:
        ecrire("Aucun document publié.")


@publication.command("verifier")
@avec_dossier
@click.argument("code", type=TEXTE)
@click.option("--json", "en_json", is_flag=True, help="Un objet, pour un script.")
def verifier(contexte: Contexte, code: str, *, en_json: bool) -> None:
    """Retrouve un document par son code, et dit ce qui a changé depuis."""
    with contexte.journal() as journal:
        verification = journal.publications.verifier_code(code)
    p, difference = verification.publication, verification.difference
    if en_json:
        ecrire_json(_en_objet(p) | {"difference": _difference(difference)})
        return
    ecrire(f"{p.code.affiche} : « {p.serie} », {p.mois}.")
    ecrire(f"{difference.phrase[:1].upper()}{difference.phrase[1:]}.")


@publication.command("difference")
@avec_dossier
@click.argument("code", type=TEXTE)
def difference(contexte: Contexte, code: str) -> None:
    """Dit seulement ce qui a changé depuis un document."""
    with contexte.journal() as journal:
        ecrire(journal.publications.difference(code).phrase)


@publication.command("figer")
@avec_dossier
@click.argument("code", type=TEXTE)
def figer(contexte: Contexte, code: str) -> None:
    """Ferme la période d'un document : elle ne se republie plus dans sa série."""
    with contexte.journal() as journal:
        p = journal.publications.figer(code)
    ecrire(f"Période figée, {p.mois}, avec le document {p.code.affiche}.")


@publication.command("relire")
@avec_dossier
@click.argument("code", type=TEXTE)
@click.option("--format", "format_", type=Choix(FORMATS), default="texte")
@click.option("--sortie", type=CHEMIN, help="Fichier à écrire ; à l'écran si rien n'est dit.")
@papier
def relire(contexte: Contexte, code: str, format_: str, sortie: Path | None, papier: str) -> None:
    """Refait un document tel qu'il a été publié, à l'octet près."""
    if format_ in BINAIRES and sortie is None:
        raise MalUtilise(f"Le format {format_} s'écrit dans un fichier : donnez « --sortie ».")
    sortie = contexte.destination(sortie)
    with contexte.journal() as journal:
        p = journal.publications.relire(code)
        contenu = rendre(journal, p.bilan, format_, impression(papier, p), provenance=p.provenance)
        if sortie is not None:
            journal.documents.ecrire(sortie, contenu)
    if sortie is None:
        ecrire_document(contenu)
    else:
        ecrire(f"Document écrit : {sortie}")


def _en_objet(p: Publication) -> dict[str, object]:
    return {
        "code": p.code.affiche,
        "serie": p.serie,
        "periode": {"du": p.periode.du.isoformat(), "au": p.periode.au.isoformat()},
        "coupure": p.coupure.isoformat(),
        "ecritures": p.ecritures,
        "releve": p.releve,
        "figee_le": p.figee_le.isoformat() if p.figee_le else None,
    }


def _difference(d: Difference) -> dict[str, object]:
    return {
        "phrase": d.phrase,
        "ajoutees": d.ajoutees,
        "rectifiees": d.rectifiees,
        "retirees": d.retirees,
    }
