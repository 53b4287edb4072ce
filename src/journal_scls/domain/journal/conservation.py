"""How long what no longer counts is kept: lengths are data, dated, by class of entries."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal_scls.domain.errors import Environnement
from journal_scls.domain.periode import MOIS_PAR_AN

ANNULEE = "annulee"


@dataclass(frozen=True, slots=True)
class RegleConservation:
    """`mois` months for what joins this class on `depuis` or later."""

    classe: str
    depuis: date
    mois: int


@dataclass(frozen=True, slots=True)
class Conservation:
    """The rules of every class, in any order."""

    regles: tuple[RegleConservation, ...]

    def echeance(self, classe: str, entree_le: date) -> date | None:
        """The first day of destruction of what joined the class that day; None without a rule."""
        regles = [r for r in self.regles if r.classe == classe and r.depuis <= entree_le]
        if not regles:
            return None
        return _plus_mois(entree_le, max(regles, key=lambda r: r.depuis).mois)


def _plus_mois(jour: date, mois: int) -> date:
    rang = jour.year * MOIS_PAR_AN + jour.month - 1 + mois
    annee, numero = rang // MOIS_PAR_AN, rang % MOIS_PAR_AN + 1
    return date(annee, numero, min(jour.day, calendar.monthrange(annee, numero)[1]))


def lire_conservation(donnees: Mapping[str, Any], nom: str) -> Conservation:
    """Check the parsed TOML.

    Raises:
        Environnement: a rule is not whole.
    """
    try:
        regles = tuple(RegleConservation(**regle) for regle in donnees["regle"])
        valables = all(
            isinstance(r.classe, str)
            and type(r.depuis) is date
            and type(r.mois) is int
            and r.mois > 0
            for r in regles
        )
    except (KeyError, TypeError):
        valables = False
    if not valables:
        raise Environnement(
            f"Les durées de conservation ({nom}) ne peuvent pas être lues.",
            "Réinstallez le programme.",
        )
    return Conservation(regles)
