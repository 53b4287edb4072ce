"""What another process does to a region, until it is killed; light to import."""

from pathlib import Path
from typing import Any

from journal_scls.application.lectures import Filtre
from journal_scls.domain.periode import Periode
from journal_scls.storage.base import SqlBase
from journal_scls.storage.engine import fermer_engine, ouvrir_engine
from journal_scls.sync.lot.recus import LecteurLotsAge
from tests.fabriques import HorlogeFixe


def faire_segments(tuyau: Any, chemin: Path, cle: bytes) -> None:
    """Make them all, by asking for figures."""
    engine = ouvrir_engine(chemin, cle)
    lectures = SqlBase(engine, HorlogeFixe()).lectures_region(LecteurLotsAge().lire_ligne)
    tuyau.send("ready")
    lectures.comptes(Filtre(), Periode.annee(2025), ())
    fermer_engine(engine)
