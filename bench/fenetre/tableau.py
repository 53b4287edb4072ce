"""The one table of the window's benchmarks: what was measured, its target, whether it is held."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mesure:
    """One line. Without a target it is told only; `au_moins` when more is better."""

    quoi: str
    valeur: float
    unite: str = ""
    cible: float | None = None
    au_moins: bool = False

    @property
    def tenue(self) -> bool:
        """Whether the target, if there is one, is held."""
        if self.cible is None:
            return True
        return self.valeur >= self.cible if self.au_moins else self.valeur <= self.cible

    def ligne(self) -> str:
        """The line as it is printed."""
        valeur = f"{_nombre(self.valeur):>9} {self.unite:2}"
        if self.cible is None:
            return f"  {self.quoi:58} {valeur}"
        sens = "≥" if self.au_moins else "≤"
        verdict = "tenue" if self.tenue else "MANQUÉE"
        return f"  {self.quoi:58} {valeur}   {sens} {_nombre(self.cible):>5}   {verdict}"


def imprimer(titre: str, mesures: Sequence[Mesure]) -> int:
    """Print the lines of one question; how many targets are missed."""
    print(titre)
    for mesure in mesures:
        print(mesure.ligne())
    print(flush=True)
    return sum(not mesure.tenue for mesure in mesures)


def _nombre(valeur: float) -> str:
    chiffres = 3 if valeur < 1 else 2 if valeur < 10 else 1 if valeur < 100 else 0
    return f"{valeur:.{chiffres}f}"
