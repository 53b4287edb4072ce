"""Saving an entry, beside the least that any program can do to keep one: write, then fdatasync.

The save is the application's own, on a real encrypted dossier that holds 100 000 entries: rules,
rows, indexes, full text, the draft thrown away. Beside it the same number of bytes is written in
a file of the same folder, one save and one write in turn.
"""

import os
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.fenetre.grand_journal import contenus, grand_journal
from bench.fenetre.tableau import Mesure
from journal_scls.application.journal import Journal
from journal_scls.domain.journal.intervention import Contenu

TITRE = "Enregistrer une intervention, journal de 100 000"
CIBLE_RATIO = 6
_FOIS, _CHAUFFE = 400, 20
_RETOUR = 4 << 20  # bytes after which both logs start again from their beginning
_BROUILLON: dict[str, object] = {"duree_min": "45", "note": "Rencontre au sujet du bail."}


def mesurer() -> list[Mesure]:
    """Save and write in turn; the size written is what the save itself hands to the system."""
    with grand_journal() as journal, _fichier(journal.dossier) as fichier:
        a_garder = contenus(journal, random.Random(7), _FOIS + _CHAUFFE)
        paires = [_paire(journal, contenu, fichier) for contenu in a_garder][_CHAUFFE:]
    nous = [sauve for sauve, _, _ in paires]
    nu = [ecrit for _, ecrit, _ in paires]
    return [
        Mesure("taille écrite, médiane", statistics.median(n for *_, n in paires) / 1024, "Kio"),
        Mesure("écriture nue et fdatasync, médiane", statistics.median(nu), "ms"),
        Mesure("enregistrement, médiane", statistics.median(nous), "ms"),
        Mesure("enregistrement, pire sur cent", statistics.quantiles(nous, n=100)[98], "ms"),
        Mesure(
            "enregistrement ÷ écriture nue",
            statistics.median(nous) / statistics.median(nu), cible=CIBLE_RATIO,
        ),
        Mesure("le même, aux meilleurs dixièmes (disque calme)", _dixieme(nous) / _dixieme(nu)),
    ]  # fmt: skip


def _paire(journal: Journal, contenu: Contenu, fichier: int) -> tuple[float, float, int]:
    """Milliseconds of the save, of the bare write, and the bytes of both."""
    brouillon = journal.interventions.garder_brouillon(_BROUILLON)
    avant = _octets_ecrits()
    depart = time.perf_counter()
    journal.interventions.saisir(contenu, brouillon=brouillon)
    sauve = time.perf_counter() - depart
    taille = _octets_ecrits() - avant
    if os.lseek(fichier, 0, os.SEEK_CUR) > _RETOUR:
        os.lseek(fichier, 0, os.SEEK_SET)
    octets = os.urandom(taille)
    depart = time.perf_counter()
    os.write(fichier, octets)
    os.fdatasync(fichier)
    return 1000 * sauve, 1000 * (time.perf_counter() - depart), taille


def _dixieme(temps: list[float]) -> float:
    return statistics.quantiles(temps, n=10)[0]


def _octets_ecrits() -> int:
    """What this process has handed to `write` so far, in bytes."""
    lignes = Path("/proc/self/io").read_text("ascii").splitlines()
    return int(dict(ligne.split(": ") for ligne in lignes)["wchar"])


@contextmanager
def _fichier(dossier: Path) -> Iterator[int]:
    fichier = os.open(dossier.parent / "nu", os.O_RDWR | os.O_CREAT)
    try:
        yield fichier
    finally:
        os.close(fichier)
