"""Periods of local dates, both ends included."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from journal_scls.domain.errors import RegleMetier

_MOIS = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
MOIS_PAR_AN = 12


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """From `du` to `au`, both included.

    Raises:
        RegleMetier: `au` comes before `du`.
    """

    du: date
    au: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.au < self.du:
            raise RegleMetier(
                f"La période finit ({self.au}) avant de commencer ({self.du}).",
                "Inversez les deux dates.",
                champ="periode",
            )

    @classmethod
    def mois(cls, annee: int, mois: int) -> Self:
        """The whole month."""
        return cls(date(annee, mois, 1), date(annee, mois, calendar.monthrange(annee, mois)[1]))

    @classmethod
    def annee(cls, annee: int) -> Self:
        """The whole calendar year."""
        return cls(date(annee, 1, 1), date(annee, 12, 31))

    @classmethod
    def lire_mois(cls, texte: str) -> Self:
        """Read « 2025-03 »."""
        trouve = _MOIS.fullmatch(texte.strip())
        if trouve is None or not 1 <= int(trouve[2]) <= MOIS_PAR_AN or int(trouve[1]) == 0:
            raise RegleMetier(
                f"« {texte} » n'est pas un mois.", "Écrivez par exemple 2025-03.", champ="mois"
            )
        return cls.mois(int(trouve[1]), int(trouve[2]))

    def __contains__(self, jour: date) -> bool:
        """Whether the local date falls in the period."""
        return self.du <= jour <= self.au

    def liste_mois(self) -> Iterator["Periode"]:
        """Every calendar month the period touches, whole, in order."""
        annee, mois = self.du.year, self.du.month
        while (annee, mois) <= (self.au.year, self.au.month):
            yield Periode.mois(annee, mois)
            annee, mois = (annee + 1, 1) if mois == MOIS_PAR_AN else (annee, mois + 1)

    @property
    def mois_coupes(self) -> frozenset[str]:
        """The months, as 2025-03, of which the period holds some days and not all."""
        fin = calendar.monthrange(self.au.year, self.au.month)[1]
        coupes = {self.du.isoformat()[:7]} if self.du.day > 1 else set()
        if self.au.day < fin:
            coupes.add(self.au.isoformat()[:7])
        return frozenset(coupes)

    def douze_mois(self) -> "Periode":
        """The twelve calendar months that end with the month of `au`."""
        fin = Periode.mois(self.au.year, self.au.month)
        debut = (fin.au + timedelta(days=1)).replace(year=(fin.au + timedelta(days=1)).year - 1)
        return Periode(debut, fin.au)
