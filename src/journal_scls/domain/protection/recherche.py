"""Another world that a reader cannot tell from the true one.

A move changes a few atoms and leaves every number inside what a reader knows of it: one
intervention less here, one more there. Each move found is a proof, easy to check, that the numbers
it changes cannot be computed. Moves are looked for cheapest first; one may have to hide shown
numbers on its way, and then says which. A search that gives up proves nothing, and more is hidden.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from journal_scls.domain.protection.systeme import ILLIMITE, Bornes, Systeme

ATOMES_MAX = 10
_LARGEUR = 16
# What a longer move, and a number still to repair, count for beside what hiding costs.
_PAS, _PRESSE, _POSE = 20, 5_000, 100
_SANS_PRIX = 10**6


@dataclass(frozen=True, slots=True)
class Deplacement:
    """How much each atom and each number changes.

    `cede` are the numbers of which less must be said for it, at that cost; `faux` those that a
    reader would still see wrong.
    """

    atomes: Mapping[int, int]
    nombres: Mapping[int, int]
    cede: frozenset[int] = frozenset()
    cout: int = 0
    faux: frozenset[int] = frozenset()


@dataclass(slots=True)
class Monde:
    """A world that fits all that a reader knows: how far each atom and number is from the truth."""

    atomes: dict[int, int] = field(default_factory=dict)
    nombres: dict[int, int] = field(default_factory=dict)

    def avancer(self, d: Deplacement) -> None:
        """Make the move."""
        for rang, delta in d.atomes.items():
            self.atomes[rang] = self.atomes.get(rang, 0) + delta
        for rang, delta in d.nombres.items():
            self.nombres[rang] = self.nombres.get(rang, 0) + delta


class Recherche:
    """Looks for moves from a world.

    Args:
        systeme: the numbers.
        monde: where to start.
        payer: whether hiding more is allowed.
        essais: how many partial moves are tried before giving up.
    """

    def __init__(self, systeme: Systeme, monde: Monde, *, payer: bool, essais: int) -> None:
        self._systeme = systeme
        self._monde = monde
        self._payer = payer
        self._essais = essais
        self.faits = 0
        """How many partial moves were tried."""

    def deplacer(self, cible: int, pas: int) -> Deplacement | None:
        """A move that changes the number `cible` by `pas` (of either sign), cheap if it can be.

        A first search runs to any move at all; a second one, where moves cost, looks for one that
        costs less.
        """
        trouve = self._chercher(cible, pas, _PRESSE, ILLIMITE)
        if trouve is None or not trouve.cout:
            return trouve
        return self._chercher(cible, pas, _POSE, trouve.cout) or trouve

    def _chercher(self, cible: int, pas: int, faute: int, plafond: int) -> Deplacement | None:
        """Try partial moves, by what they cost and by what `faute` says is left to repair."""
        file: list[tuple[int, int, Deplacement]] = []
        rangs, vus = count(), set()

        def garder(suites: Iterator[Deplacement]) -> None:
            for d in suites:
                qui = frozenset(d.atomes.items()), d.cede
                if qui not in vus and d.cout < plafond:
                    vus.add(qui)
                    priorite = d.cout + _PAS * len(d.atomes) + faute * len(d.faux)
                    heappush(file, (priorite, next(rangs), d))

        rien = Deplacement({}, {})
        garder(self._changer(rien, cible, 1 if pas > 0 else -1, abs(pas)))
        for _ in range(self._essais):
            if not file:
                return None
            self.faits += 1
            d = heappop(file)[2]
            if d.faux:
                garder(self._reparer(d, self._plus_simple(d.faux), abs(pas)))
            elif d.nombres.get(cible, 0) * pas > 0:
                return d
        return None

    def _bornes(self, rang: int, d: Deplacement) -> Bornes:
        nombre = self._systeme.nombres[rang]
        return nombre.repli if rang in d.cede and nombre.repli else nombre.bornes

    def _valeur(self, rang: int, d: Deplacement) -> int:
        vrai = self._systeme.nombres[rang].vrai
        return vrai + self._monde.nombres.get(rang, 0) + d.nombres[rang]

    def _plus_simple(self, faux: Collection[int]) -> int:
        """Of the numbers that a reader would see wrong, the one with the fewest ways out."""
        nombres = self._systeme.nombres
        return min(faux, key=lambda rang: (len(nombres[rang].coefs), rang))

    def _reparer(self, d: Deplacement, rang: int, pas: int) -> Iterator[Deplacement]:
        nombre = self._systeme.nombres[rang]
        payable = self._payer and nombre.cede and rang not in d.cede
        if payable and nombre.repli and _entre(self._valeur(rang, d), nombre.repli):
            cout = d.cout + nombre.cout
            yield Deplacement(d.atomes, d.nombres, d.cede | {rang}, cout, d.faux - {rang})
        trop = self._valeur(rang, d) > self._bornes(rang, d)[1]
        if len(d.atomes) < ATOMES_MAX:
            yield from self._changer(d, rang, -1 if trop else 1, pas)

    def _changer(self, d: Deplacement, rang: int, sens: int, pas: int) -> Iterator[Deplacement]:
        """The moves that go on by changing one atom of a number, the least troublesome first."""
        choix: list[tuple[int, int, int, int]] = []
        for atome, coef in self._systeme.nombres[rang].coefs.items():
            delta = sens * pas if coef > 0 else -sens * pas
            deja = d.atomes.get(atome, 0)
            if deja * delta < 0 or self._reste(atome) + deja + delta < 0:
                continue
            choix.append((self._gene(d, atome, delta), -self._reste(atome), atome, delta))
        choix.sort()
        for _, _, atome, delta in choix[:_LARGEUR]:
            yield self._avec(d, atome, delta)

    def _reste(self, atome: int) -> int:
        return self._systeme.atomes[atome] + self._monde.atomes.get(atome, 0)

    def _gene(self, d: Deplacement, atome: int, delta: int) -> int:
        """What changing this atom leaves to repair or to hide."""
        gene = 0
        for rang in self._systeme.de_atome[atome]:
            nombre = self._systeme.nombres[rang]
            net = d.nombres.get(rang, 0) + nombre.coefs[atome] * delta
            valeur = nombre.vrai + self._monde.nombres.get(rang, 0) + net
            if net and not _entre(valeur, self._bornes(rang, d)):
                gene += nombre.cout or _SANS_PRIX
        return gene

    def _avec(self, d: Deplacement, atome: int, delta: int) -> Deplacement:
        nombres, faux = dict(d.nombres), set(d.faux)
        for rang in self._systeme.de_atome[atome]:
            nombre = self._systeme.nombres[rang]
            net = nombres.get(rang, 0) + nombre.coefs[atome] * delta
            nombres[rang] = net
            valeur = nombre.vrai + self._monde.nombres.get(rang, 0) + net
            if net and not _entre(valeur, self._bornes(rang, d)):
                faux.add(rang)
            else:
                faux.discard(rang)
        atomes = dict(d.atomes)
        atomes[atome] = atomes.get(atome, 0) + delta
        return Deplacement(atomes, nombres, d.cede, d.cout, frozenset(faux))


def _entre(valeur: int, bornes: Bornes) -> bool:
    return bornes[0] <= valeur <= bornes[1]
