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
from journal_scls.application.lectures import Filtre
from journal_scls.gui.models.journal_model import PAGE
from journal_scls.storage import filtres

CIBLE_MEDIANE = 20
_FRAPPES = (
    "santé", "voisin bruit", "médecin", "épicerie budget", "élève école", "anxiété famille",
    "dette banque", "comité jardin", "cœur", "sommeil chute", "Noël fête", "clé porte",
    "impôt formulaire papiers", "garderie", "déménagement", "solitude m",
)  # fmt: skip


def mesurer() -> int:
    """Print the times and how they compare; 1 for each target missed."""
    textes = list(_touches())
    with grand_journal() as journal:
        nous = _chronometrer(journal.lectures.lister, textes)
        with _like():
            eux = _chronometrer(journal.lectures.lister, textes)
    print(f"Recherche à mesure qu’on tape, {len(textes)} touches, 100 000 interventions")
    for nom, temps in (("index plein texte", nous), ("LIKE", eux)):
        print(f"  {nom:18} p50 {_p(temps, 50):7.2f} ms   p99 {_p(temps, 99):7.2f} ms")
    rapport = _p(eux, 50) / _p(nous, 50)
    print(f"  médiane : {rapport:.1f} fois plus vite que LIKE  (cible {CIBLE_MEDIANE})")
    print(f"  p99     : {_p(eux, 99) / _p(nous, 99):.1f} fois plus vite que LIKE  (cible 1)")
    return (rapport < CIBLE_MEDIANE) + (_p(nous, 99) > _p(eux, 99))


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
