"""Published numbers as sums of atoms, and what a reader knows of each.

An atom is a count that nothing published divides further: the interventions of one place, or of
one kind of act. A number is a sum of atoms. A reader knows that atoms are whole and not negative,
and of each number its bounds: the number itself where it is shown, « 1 to k - 1 » where « < k »
stands for it. Whoever protects a document knows the true atoms as well.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace

ILLIMITE = 10**15
"""Above any count: nothing is known on that side."""

Bornes = tuple[int, int]


@dataclass(slots=True)
class Nombre:
    """A number of a document.

    Attributes:
        coefs: its atoms, with how many times each counts.
        vrai: its value.
        bornes: what a reader is told, both ends included.
        repli: what he is told once less is said (hidden, or « masqué » instead of « < k »).
        cout: how much that costs the reader of the document; 0 when it may not be.
        sensible: nobody may compute it.
    """

    coefs: Mapping[int, int]
    vrai: int
    bornes: Bornes
    repli: Bornes | None = None
    cout: int = 0
    sensible: bool = False

    @property
    def montre(self) -> bool:
        """Whether its value is told."""
        return self.bornes[0] == self.bornes[1]

    def permet(self, valeur: int) -> bool:
        """Whether a reader would believe that value."""
        return self.bornes[0] <= valeur <= self.bornes[1]

    @property
    def cede(self) -> bool:
        """Whether less may still be said of it."""
        return self.repli is not None and self.cout > 0


@dataclass(slots=True)
class Systeme:
    """Numbers over the same atoms.

    `ecart` is how far apart the smallest and the largest possible value of a protected number
    must at least be; `colonnes` are, atom by atom, the numbers that count it and how many times.
    """

    ecart: int
    atomes: list[int] = field(default_factory=list)
    nombres: list[Nombre] = field(default_factory=list)
    colonnes: list[list[tuple[int, int]]] = field(default_factory=list)
    noms: list[Hashable] = field(default_factory=list)

    def atome(self, valeur: int, nom: Hashable = None) -> int:
        """Add an atom, named when another system may have the same; returns its rank."""
        self.atomes.append(valeur)
        self.noms.append(nom)
        self.colonnes.append([])
        return len(self.atomes) - 1

    def nombre(
        self,
        coefs: Mapping[int, int],
        *,
        bornes: Bornes | None = None,
        repli: Bornes | None = None,
        cout: int = 0,
        sensible: bool = False,
    ) -> int:
        """Add a number, shown unless `bornes` says otherwise; returns its rank."""
        rang = len(self.nombres)
        vrai = sum(coef * self.atomes[atome] for atome, coef in coefs.items())
        nombre = Nombre(coefs, vrai, bornes or (vrai, vrai), repli, cout, sensible)
        self.nombres.append(nombre)
        for atome, coef in coefs.items():
            self.colonnes[atome].append((rang, coef))
        return rang

    def reduire(self) -> "tuple[Systeme, list[int]]":
        """The same numbers, where atoms that are only ever counted together are one.

        Returns:
            the smaller system, and the rank there of each atom.
        """
        classes: dict[tuple[tuple[int, int], ...], int] = {}
        rangs = [classes.setdefault(tuple(colonne), len(classes)) for colonne in self.colonnes]
        reduit = Systeme(self.ecart, [0] * len(classes), colonnes=[list(c) for c in classes])
        for rang, valeur in zip(rangs, self.atomes, strict=True):
            reduit.atomes[rang] += valeur
        reduit.nombres = [
            replace(n, coefs={rangs[atome]: coef for atome, coef in n.coefs.items()})
            for n in self.nombres
        ]
        return reduit, rangs
