"""Small cells: what a published figure may not tell about a handful of people.

This is primary masking, cell by cell. A numerator, a denominator and a percentage say the same
thing in three ways, so they are judged together and hidden together. Zero and « all of them »
stay: they are about nobody, or about everybody, in a base that is itself large enough.

What can be computed from *several* cells (a hidden row from a total and the other rows, a table
from another one, this year's document from last year's) is complementary suppression: it needs all
the tables of a document at once and works on top of this module.
"""

from dataclasses import dataclass

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.proportion import Mesure, Proportion

SEUIL_MIN = 2
# What a coordination publishes with, unless told otherwise.
SEUIL_PAR_DEFAUT = 5


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

    def proportion(
        self, mesure: Mesure, n: int, total: int, *, appui: tuple[int, int] | None = None
    ) -> Proportion:
        """The share, with what it may tell.

        n = N - 1 shows the single person left out as surely as n = 1 shows the one who is in, so
        the complement is held to the same threshold.

        Args:
            mesure: what n and total count.
            n: the numerator.
            total: the base.
            appui: the interventions behind n and behind total when they count something else: 30
                participations in one intervention are one intervention.
        """
        n_appui, total_appui = appui or (n, total)
        if self.petit(total) or self.petit(total_appui):
            return Proportion.masquee(self._texte(total, mesure), None)
        if self.petit(n) or self.petit(n_appui):
            return Proportion.masquee(self._texte(n, mesure), total)
        if self.petit(total - n) or self.petit(total_appui - n_appui):
            return Proportion.masquee(f"tous sauf {self._texte(total - n, mesure)}", total)
        return Proportion.exacte(mesure, n, total)

    def _texte(self, nombre: int, mesure: Mesure) -> str:
        # « < 5 » would be false of 30 participations hidden because of their one intervention.
        if mesure is Mesure.PARTICIPATIONS and not self.petit(nombre):
            return f"{self.affiche} interventions"
        return self.affiche
