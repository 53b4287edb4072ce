"""Which tables lose their rows where nothing else protects a number."""

from collections.abc import Collection, Sequence

from journal_scls.domain.chiffres.tableaux import CHAMPS_TABLEAUX
from journal_scls.domain.protection.masque import MINUTES, PARTICIPATIONS, REFERENCES
from journal_scls.domain.protection.parties import CHAMPS, COMMUNES

TABLES_REFERENCES = ("references", "references_statut")
TABLES_LIEU = ("par_milieu", "par_organisme", "par_mrc", "par_tenure")
"""From the finest."""


def tables_a_retirer(
    echecs: Sequence[tuple[str, ...]], partis: Collection[str], mesure: str
) -> list[str]:
    """Those to take away next; none when the others would not help.

    Args:
        echecs: where each unprotected number is read.
        partis: what is already away.
        mesure: what is counted.
    """
    restantes = [[t for t in tables if t not in partis] for tables in echecs]
    premieres = {tables[0] for tables in restantes if tables}
    if not premieres:  # the rows beside its own tell it
        premieres = {t for tables in echecs for t in _alentour(tables, mesure)} - set(partis)
    return _avec_voisines({_plus_fine(t, partis) for t in premieres}, mesure)


def _plus_fine(tableau: str, partis: Collection[str]) -> str:
    """Places are generalised from the finest: the milieux go before the organismes."""
    if tableau not in TABLES_LIEU:
        return tableau
    return next(t for t in TABLES_LIEU if t not in partis)


def _alentour(tableaux: Sequence[str], mesure: str) -> set[str]:
    """The tables that divide what these do, or all of them where these are not tables."""
    if mesure == REFERENCES:
        return set(TABLES_REFERENCES)
    champs = {CHAMPS_TABLEAUX[t] for t in tableaux if t in CHAMPS_TABLEAUX}
    parties = [CHAMPS[p] for p in COMMUNES if not champs or champs & set(CHAMPS[p])]
    return {t for t, champ in CHAMPS_TABLEAUX.items() if any(champ in p for p in parties)}


def _avec_voisines(tableaux: set[str], mesure: str) -> list[str]:
    """A column goes with those of its part, that would give it back; rows go alone."""
    if mesure not in (PARTICIPATIONS, MINUTES):
        return sorted(tableaux)
    parties = [set(CHAMPS[p]) for p in COMMUNES]
    touchees = [p for p in parties if any(CHAMPS_TABLEAUX[t] in p for t in tableaux)]
    return [t for t, champ in CHAMPS_TABLEAUX.items() if any(champ in p for p in touchees)]
