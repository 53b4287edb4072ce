"""Searching as one types in 100 000 entries: each key of each word, beside LIKE.

Both answer the same question in the same way, the newest entries that hold the words, as rows of
the list ready to be shown; only how the words are found differs. LIKE does not even fold accents.
"""

import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bench.fenetre.grand_journal import grand_journal
from bench.fenetre.tableau import Mesure
from journal_scls.application.lectures import Filtre
from journal_scls.gui.models.journal_model import PAGE
from journal_scls.storage.interventions import filtres

TITRE = "Recherche à mesure qu’on tape, 100 000 interventions"
CIBLE_MEDIANE, CIBLE_P99 = 20, 1
_FRAPPES = (
    "santé", "voisin bruit", "médecin", "épicerie budget", "élève école", "anxiété famille",
    "dette banque", "comité jardin", "cœur", "sommeil chute", "Noël fête", "clé porte",
    "impôt formulaire papiers", "garderie", "déménagement", "solitude m",
)  # fmt: skip


def mesurer() -> list[Mesure]:
    """Every key of every word, by the index, then by LIKE."""
    textes = list(_touches())
    with grand_journal() as journal:
        nous = _chronometrer(journal.lectures.lister, textes)
        with _like():
            eux = _chronometrer(journal.lectures.lister, textes)
    return [
        Mesure("touches", len(textes)),
        Mesure("index plein texte, médiane", _p(nous, 50), "ms"),
        Mesure("LIKE, médiane", _p(eux, 50), "ms"),
        Mesure("LIKE ÷ index, médianes", _p(eux, 50) / _p(nous, 50), "", CIBLE_MEDIANE, True),
        Mesure("index plein texte, 99 %", _p(nous, 99), "ms"),
        Mesure("LIKE, 99 %", _p(eux, 99), "ms"),
        Mesure("LIKE ÷ index, 99 %", _p(eux, 99) / _p(nous, 99), "", CIBLE_P99, True),
    ]


def _touches() -> Iterator[str]:
    """What the line holds after each key, from the second."""
    for frappe in _FRAPPES:
        for longueur in range(2, len(frappe) + 1):
            yield frappe[:longueur]


def _chronometrer(lister: Callable[..., Sequence[Any]], textes: Sequence[str]) -> list[float]:
    """Milliseconds of each; a first round fills the cache of pages, as a morning of work does."""
    for texte in textes[:20]:
        lister(Filtre(texte=texte), limite=PAGE)
    temps = []
    for texte in textes:
        depart = time.perf_counter()
        lister(Filtre(texte=texte), limite=PAGE)
        temps.append(1000 * (time.perf_counter() - depart))
    return temps


@contextmanager
def _like() -> Iterator[None]:
    """The same list, its words found by LIKE."""
    vrai = filtres._texte  # noqa: SLF001 - the one thing that differs

    def texte(_curseur: object, cherche: str, _noms: object) -> Iterator[filtres.Condition]:
        for mot in re.findall(r"\w+", cherche):
            yield "(r.note LIKE ? OR r.fait_marquant LIKE ?)", (f"%{mot}%", f"%{mot}%")

    filtres._texte = texte  # noqa: SLF001 - the same
    try:
        yield
    finally:
        filtres._texte = vrai  # noqa: SLF001 - the same


def _p(temps: Sequence[float], rang: int) -> float:
    return statistics.quantiles(temps, n=100, method="inclusive")[rang - 1]
