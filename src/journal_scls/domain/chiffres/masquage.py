"""Small cells: what a published figure may not tell about a handful of people.

This is primary masking, cell by cell. A numerator, a denominator and a percentage say the same
thing in three ways, so they are judged together and hidden together. Zero and « all of them »
stay: they are about nobody, or about everybody, in a base that is itself large enough.

What can be computed from *several* cells (a hidden row from a total and the other rows, a table
from another one, this year's document from last year's) needs all the tables of a document at
once: `protection` works on top of this module.
"""

from dataclasses import dataclass
from enum import StrEnum

from journal_scls.domain.chiffres.proportion import MASQUE, Mesure, Proportion
from journal_scls.domain.errors import RegleMetier

# With two, « < 2 » would say that it is one.
SEUIL_MIN = 3
# What a coordination publishes with, unless told otherwise.
SEUIL_PAR_DEFAUT = 5


class Signe(StrEnum):
    """Why a number is hidden, and so what may be written in its place.

    `PETIT`: it is small. `SAUF`: what its base has besides is. `BASE`: its base is. `MASQUE`: it
    would tell another hidden number; nothing more is said, not even that it is large.
    """

    PETIT = "petit"
    SAUF = "sauf"
    BASE = "base"
    MASQUE = "masque"


@dataclass(frozen=True, slots=True)
class Masquage:
    """The threshold under which a number is hidden; None hides nothing.

    Raises:
        RegleMetier: a threshold that would hide nothing while saying that it does.
    """

    k: int | None = None

    def __post_init__(self) -> None:
        """Refuse a threshold below two."""
        if self.k is not None and self.k < SEUIL_MIN:
            raise RegleMetier(
                f"Le seuil de masquage ({self.k}) est trop petit.",
                f"Choisissez {SEUIL_MIN} ou plus, ou demandez un bilan sans masquage.",
                champ="masquage_k",
            )

    @property
    def affiche(self) -> str:
        """What stands in the place of a hidden number: « < 5 »."""
        return f"< {self.k}"

    def petit(self, nombre: int) -> bool:
        """Whether the number is about too few; zero is about nobody."""
        return self.k is not None and 0 < nombre < self.k

    def nombre(self, nombre: int) -> int | None:
        """The number, None when it is hidden."""
        return None if self.petit(nombre) else nombre

    @property
    def ecart(self) -> int:
        """How far apart the least and the most that a hidden number can be must stay.

        Half of what « < k » leaves open: with k = 5 a number said to be 1 to 4 keeps at least
        three of these four values, whatever is computed from the rest.
        """
        return 0 if self.k is None else (self.k - 1) // 2

    def signe(self, n: int, total: int, *, appui: tuple[int, int] | None = None) -> Signe | None:
        """Why n may not be seen beside its base, None when it may.

        n = N - 1 shows the single person left out as surely as n = 1 shows the one who is in, so
        the complement is held to the same threshold.

        Args:
            n: the numerator.
            total: the base.
            appui: the interventions behind n and behind total when they count something else: 30
                participations in one intervention are one intervention.
        """
        n_appui, total_appui = appui or (n, total)
        if self.petit(total) or self.petit(total_appui):
            return Signe.BASE
        if self.petit(n) or self.petit(n_appui):
            return Signe.PETIT
        if self.petit(total - n) or self.petit(total_appui - n_appui):
            return Signe.SAUF
        return None

    def proportion(
        self, mesure: Mesure, n: int, total: int, *, appui: tuple[int, int] | None = None
    ) -> Proportion:
        """The share, with what it may tell (see `signe`)."""
        return self.ecrire(self.signe(n, total, appui=appui), mesure, n, total)

    def ecrire(self, signe: Signe | None, mesure: Mesure, n: int, total: int | None) -> Proportion:
        """The share as it may be written; `total` None when the base may not be seen.

        Args:
            signe: why n is hidden, None when it is not.
            mesure: what n and total count.
            n: the numerator.
            total: the base, even where the sign is about it.
        """
        if signe is None:
            if total is None:
                return Proportion.sans_base(mesure, n)
            return Proportion.exacte(mesure, n, total)
        if signe is Signe.BASE:
            return Proportion.masquee(self._texte(total or 0, mesure), None, petit=True)
        if signe is Signe.MASQUE:
            return Proportion.masquee(MASQUE, total)
        if signe is Signe.PETIT:
            return Proportion.masquee(self._texte(n, mesure), total)
        reste = 0 if total is None else total - n
        return Proportion.masquee(f"tous sauf {self._texte(reste, mesure)}", total)

    def _texte(self, nombre: int, mesure: Mesure) -> str:
        # « < 5 » would be false of 30 participations hidden because of their one intervention.
        if mesure is Mesure.PARTICIPATIONS and not self.petit(nombre):
            return f"{self.affiche} interventions"
        return self.affiche
