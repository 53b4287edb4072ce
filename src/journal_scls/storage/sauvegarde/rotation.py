"""The copies a dossier keeps of itself: seven days, four weeks, five migrations."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal_scls.storage.fichiers import en_phrases
from journal_scls.storage.sauvegarde.archive import SUFFIXE

SAUVEGARDES = "sauvegardes"
AVANT_MIGRATION = "avant-migration"

_JOURS, _SEMAINES, _MIGRATIONS = 7, 4, 5
_FORMAT = "journal-%Y%m%d-%H%M%S"
_NOM = re.compile(rf"journal-\d{{8}}-\d{{6}}{re.escape(SUFFIXE)}")


@dataclass(frozen=True, slots=True)
class Copie:
    """A backup file and the local time in its name."""

    quand: datetime
    fichier: Path


def nom_de(quand: datetime) -> str:
    """The name of a backup made at this local time."""
    return quand.strftime(_FORMAT) + SUFFIXE


def lister(dossier: Path, *, avant_migration: bool = False) -> list[Copie]:
    """The dossier's own copies, newest first; files of any other name are nobody's business."""
    place = dossier / SAUVEGARDES
    if avant_migration:
        place /= AVANT_MIGRATION
    copies = [
        Copie(quand, fichier)
        for fichier in place.glob(f"journal-*{SUFFIXE}")
        if (quand := _lire_nom(fichier.name)) is not None
    ]
    return sorted(copies, key=lambda copie: copie.quand, reverse=True)


def a_garder(copies: list[Copie]) -> set[Copie]:
    """The newest of each of the last seven days, and of each of the last four weeks.

    Days and weeks that have a copy are counted, not those of the calendar: three weeks of
    holidays must not leave a single copy.
    """
    jours = _premieres(copies, (copie.quand.date() for copie in copies), _JOURS)
    semaines = _premieres(copies, (copie.quand.isocalendar()[:2] for copie in copies), _SEMAINES)
    return jours | semaines


def tourner(dossier: Path) -> list[Path]:
    """Remove the copies that are too many; gives what was removed."""
    copies = lister(dossier)
    garder = a_garder(copies)
    migrations = lister(dossier, avant_migration=True)
    trop = [copie.fichier for copie in copies if copie not in garder]
    trop += [copie.fichier for copie in migrations[_MIGRATIONS:]]
    for fichier in trop:
        with en_phrases(fichier):
            fichier.unlink(missing_ok=True)
    return trop


def _premieres(copies: list[Copie], cles: Iterable[Hashable], nombre: int) -> set[Copie]:
    par_cle: dict[Hashable, Copie] = {}
    for copie, cle in zip(copies, cles, strict=True):
        par_cle.setdefault(cle, copie)
    return set(list(par_cle.values())[:nombre])


def _lire_nom(nom: str) -> datetime | None:
    if not _NOM.fullmatch(nom):
        return None
    try:
        return datetime.strptime(nom.removesuffix(SUFFIXE), _FORMAT)  # noqa: DTZ007 - local time
    except ValueError:
        return None
