"""A share that carries its numerator, its denominator and its sentence; a bare % does not exist.

Rounding is half-up and on integers: 12.5 % is 13 % on every machine, which binary fractions and
half-even rounding do not promise.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from journal_scls.domain.texte import grouper

PETIT_EFFECTIF = 20
SANS_OBJET = "s. o."
MASQUE = "masqué"


class Mesure(StrEnum):
    """What is counted; these are never added to one another."""

    INTERVENTIONS = "interventions"
    PARTICIPATIONS = "participations"
    REFERENCES = "references"
    MENTIONS = "mentions"

    def mot(self, nombre: int) -> str:
        """The word for this many of them; French has the plural start at two."""
        pluriel = "références" if self is Mesure.REFERENCES else self.value
        return pluriel if abs(nombre) > 1 else pluriel.removesuffix("s")


def pourcent(n: int, total: int) -> int:
    """The share in whole percent, half up; `total` is above zero."""
    return (200 * n + total) // (2 * total)


@dataclass(frozen=True, slots=True)
class Proportion:
    """`n` out of `total`, and how to write it; None stands for a masked number."""

    n: int | None
    total: int | None
    affiche: str
    petit_effectif: bool = False

    @property
    def part(self) -> float | None:
        """The share, None when it is masked or when there is nothing to share."""
        return self.n / self.total if self.n is not None and self.total else None

    @property
    def pourcent(self) -> str:
        """The rounded percentage alone, for a column whose heading states the base."""
        if self.n is not None and self.total is None:
            return MASQUE
        if self.n is None or not self.total:
            return self.affiche
        return f"{pourcent(self.n, self.total)} %"

    @property
    def courte(self) -> str:
        """« 46 % (92/200) », for a column beside one that says the unit."""
        if self.n is None or not self.total:
            return self.affiche
        petit = ", petit effectif" if self.petit_effectif else ""
        fraction = f"{grouper(self.n)}/{grouper(self.total)}"
        return f"{pourcent(self.n, self.total)} % ({fraction}){petit}"

    @classmethod
    def exacte(cls, mesure: Mesure, n: int, total: int) -> Self:
        """Nothing masked: « 46 % (92/200 références) », « s. o. » when the base is empty."""
        if not total:
            return cls(n, total, SANS_OBJET)
        petit = total < PETIT_EFFECTIF
        affiche = (
            f"{pourcent(n, total)} % ({grouper(n)}/{grouper(total)} {mesure.mot(total)})"
            f"{', petit effectif' if petit else ''}"
        )
        return cls(n, total, affiche, petit)

    @classmethod
    def masquee(cls, affiche: str, total: int | None, *, petit: bool = False) -> Self:
        """A share whose numerator may not be known; `petit` says that its base is small."""
        return cls(None, total, affiche, petit or (total is not None and total < PETIT_EFFECTIF))

    @classmethod
    def sans_base(cls, mesure: Mesure, n: int) -> Self:
        """A number whose base may not be known: a percentage would tell it."""
        return cls(n, None, f"{grouper(n)} {mesure.mot(n)}, base masquée")

    @classmethod
    def sans_objet(cls) -> Self:
        """A share that has no meaning on this line."""
        return cls(0, 0, SANS_OBJET)
