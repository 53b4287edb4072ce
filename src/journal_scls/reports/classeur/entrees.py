"""The entries of a journal as a workbook or as CSV, under the columns that `reprendre` takes."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from journal_scls.application.lectures import LigneJournal
from journal_scls.application.reprise.colonnes import COLONNES
from journal_scls.application.reprise.fiche import ecrire_fiche
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.reports.bilan_csv import neutraliser
from journal_scls.reports.classeur.feuille import Cellule, Classeur, Colonne, Genre

CONFIDENTIELLES = ("personne", "note")
"""Left out unless asked for: a spreadsheet is not encrypted."""
_SUIVI = ("id", "revision", "statut")
_GENRES: dict[str, Genre] = {
    "date": "date",
    "duree_min": "nombre",
    "nb_personnes": "nombre",
    "revision": "nombre",
    "note": "long",
    "references": "long",
}
# Columns whose codes have labels, and the vocabulary's list of each.
_LISTES = {
    "tenure": "tenure",
    "categorie_immeuble": "categorie_immeuble",
    "volet": "volet",
    "activite": "activite",
    "categorie": "categorie",
    "type_collectif": "type_collectif",
    "clientele": "clientele",
    "problematiques": "problematique",
    "modalite": "modalite",
}
_REFERENCES = (
    Colonne("id"),
    Colonne("date", "date"),
    Colonne("milieu"),
    Colonne("destination"),
    Colonne("service"),
    Colonne("mode"),
    Colonne("statut"),
    Colonne("à relancer le", "date"),
)
_DEFINITIONS = (Colonne("colonne"), Colonne("code"), Colonne("libellé", "long"))


def ecrire_entrees_xlsx(
    lignes: Iterable[LigneJournal], vocabulaires: Vocabulaires, *, confidentiel: bool
) -> bytes:
    """One sheet of entries, one of references with their labels, one of definitions."""
    retenues = tuple(lignes)
    noms = _noms(confidentiel)
    with Classeur("Interventions") as classeur:
        colonnes = [Colonne(nom, _GENRES.get(nom, "texte")) for nom in noms]
        classeur.table("Interventions", colonnes, (_rangee(li, noms) for li in retenues))
        classeur.table("Références", _REFERENCES, _references(retenues, vocabulaires))
        classeur.table("Définitions", _DEFINITIONS, _definitions(vocabulaires))
        return classeur.octets()


def ecrire_entrees_csv(lignes: Iterable[LigneJournal], *, confidentiel: bool) -> bytes:
    """The same entries for Excel in French: UTF-8 with a mark, semicolons, CRLF."""
    noms = _noms(confidentiel)
    tampon = io.StringIO()
    table = csv.DictWriter(
        tampon, noms, extrasaction="ignore", delimiter=";", lineterminator="\r\n"
    )
    table.writeheader()
    for ligne in lignes:
        fiche = ecrire_fiche(ligne)
        table.writerow({nom: neutraliser(_cellule(fiche.get(nom))) for nom in noms})
    return tampon.getvalue().encode("utf-8-sig")


def _noms(confidentiel: bool) -> Sequence[str]:
    caches = () if confidentiel else CONFIDENTIELLES
    return (*(nom for nom in COLONNES if nom not in caches), *_SUIVI)


def _cellule(valeur: object) -> str | int:
    return valeur if isinstance(valeur, int) else str(valeur or "")


def _rangee(ligne: LigneJournal, noms: Sequence[str]) -> tuple[Cellule, ...]:
    fiche = ecrire_fiche(ligne) | {"date": ligne.date}
    return tuple(ligne.date if nom == "date" else _cellule(fiche.get(nom)) for nom in noms)


def _references(
    lignes: Iterable[LigneJournal], vocabulaires: Vocabulaires
) -> Iterator[tuple[Cellule, ...]]:
    for ligne in lignes:
        for reference in ligne.references:
            yield (
                str(ligne.id),
                ligne.date,
                ligne.milieu,
                vocabulaires.libelle("destination", reference.destination),
                vocabulaires.libelle_service(reference.destination, reference.service),
                vocabulaires.libelle("mode_reference", reference.mode),
                vocabulaires.libelle("statut_reference", reference.statut),
                reference.date_relance,
            )


def _definitions(vocabulaires: Vocabulaires) -> Iterator[tuple[Cellule, ...]]:
    for colonne, liste in _LISTES.items():
        for code in vocabulaires.codes(liste):
            yield colonne, code, vocabulaires.libelle(liste, code)
