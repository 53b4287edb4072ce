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
from typing import NamedTuple

from journal_scls.domain.protection.systeme import ILLIMITE, Bornes, Systeme

ATOMES_MAX = 10
_LARGEUR = 16
# What a longer move, and a number still to repair, count for beside what hiding costs; and how many
# such numbers an atom that must still change counts for.
_PAS, _PRESSE, _POSE = 20, 5_000, 100
_MANQUE = 8
_SANS_PRIX = 10**6


@dataclass(frozen=True, slots=True)
class Deplacement:
    """How much each atom and each number changes.

    `cede` are the numbers of which less must be said for it, at that cost; `faux` those that a
    reader would still see wrong, and whether they are too large.
    """

    atomes: Mapping[int, int]
    nombres: Mapping[int, int]
    cede: frozenset[int] = frozenset()
    cout: int = 0
    faux: Mapping[int, bool] = field(default_factory=dict)


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


class Terrain:
    """What all the searches of a system share."""

    def __init__(self, systeme: Systeme) -> None:
        self.systeme = systeme
        self.leviers = [systeme.leviers(rang) for rang in range(len(systeme.nombres))]
        simples = sorted(range(len(self.leviers)), key=lambda r: len(systeme.nombres[r].coefs))
        self.place = {rang: place for place, rang in enumerate(simples)}
        """The numbers with the fewest atoms first: they leave the fewest ways out."""

    def manque(self, faux: Collection[tuple[int, bool]]) -> int:
        """At least how many more atoms must change: so many numbers are wrong that share none."""
        pris = combien = 0
        for _, rang, trop in sorted((self.place[rang], rang, trop) for rang, trop in faux):
            levier = self.leviers[rang][trop]
            if not levier & pris:
                pris |= levier
                combien += 1
        return combien


class _Suite(NamedTuple):
    """A move that goes on, not yet worked out: most of them never are.

    Attributes:
        debut: the move so far.
        qui: tells it from other moves, in whatever order each was made.
        cout: what it hides, once gone on with.
        longueur: how many atoms it changes then.
        manque: how many more must change at least.
        fautes: how many numbers are wrong then.
        atome: what changes, by `delta`, unless less is said of the number `cede`.
    """

    debut: Deplacement
    qui: int
    cout: int
    longueur: int
    manque: int
    fautes: int
    atome: int = 0
    delta: int = 0
    cede: int | None = None


class Recherche:
    """Looks for moves from a world.

    Args:
        terrain: the numbers.
        monde: where to start.
        payer: whether hiding more is allowed.
        limites: how many partial moves are tried, and changes weighed, before giving up.
    """

    def __init__(
        self, terrain: Terrain, monde: Monde, *, payer: bool, limites: tuple[int, int]
    ) -> None:
        self._terrain, systeme = terrain, terrain.systeme
        self._systeme = systeme
        self._payer = payer
        self._essais, self._effort = limites
        self._restes = list(systeme.atomes)
        for atome, delta in monde.atomes.items():
            self._restes[atome] += delta
        ici = [nombre.vrai for nombre in systeme.nombres]
        for rang, net in monde.nombres.items():
            ici[rang] += net
        # How far each number may go, down and up, from this world.
        self._bornes = [
            (nombre.bornes[0] - n, nombre.bornes[1] - n)
            for nombre, n in zip(systeme.nombres, ici, strict=True)
        ]
        self._replis = {
            rang: (nombre.repli[0] - n, nombre.repli[1] - n)
            for rang, (nombre, n) in enumerate(zip(systeme.nombres, ici, strict=True))
            if nombre.repli is not None
        }
        self._prix = [nombre.cout or _SANS_PRIX for nombre in systeme.nombres]
        self.faits = 0
        """How many changes of an atom were weighed."""

    def deplacer(self, cible: int, pas: int) -> Deplacement | None:
        """A move that changes the number `cible` by `pas` (of either sign), cheap if it can be.

        A first search runs to any move at all; a second one, where moves cost, looks for one that
        costs less.
        """
        if not self._exiger(cible, 1 if pas > 0 else -1):
            return None
        trouve = self._chercher(cible, pas, _PRESSE, ILLIMITE)
        if trouve is None or not trouve.cout:
            return trouve
        return self._chercher(cible, pas, _POSE, trouve.cout) or trouve

    def _exiger(self, cible: int, sens: int) -> bool:
        """Have the number not come back to where it is; False when it cannot leave."""
        if self._payer and self._systeme.nombres[cible].cede:
            self._replis[cible] = _au_dela(self._replis[cible], sens)
        else:
            self._replis.pop(cible, None)
        self._bornes[cible] = _au_dela(self._bornes[cible], sens)
        possibles = (self._bornes[cible], self._replis.get(cible, (1, 0)))
        return any(bas <= haut for bas, haut in possibles)

    def _chercher(self, cible: int, pas: int, faute: int, plafond: int) -> Deplacement | None:
        """Try partial moves, by what they cost and by what `faute` says is left to repair."""
        file: list[tuple[int, int, _Suite]] = []
        rangs, vus = count(), set()

        def garder(suites: Iterator[_Suite]) -> None:
            for suite in suites:
                possible = suite.longueur + suite.manque <= ATOMES_MAX and suite.cout < plafond
                if possible and suite.qui not in vus:
                    vus.add(suite.qui)
                    retard = faute * (_MANQUE * suite.manque + suite.fautes)
                    priorite = suite.cout + _PAS * suite.longueur + retard
                    heappush(file, (priorite, next(rangs), suite))

        garder(self._changer(Deplacement({}, {}), 0, cible, 1 if pas > 0 else -1, abs(pas)))
        assez = self.faits + self._effort
        for _ in range(self._essais):
            if not file or self.faits > assez:
                return None
            suite = heappop(file)[2]
            d = self._suivre(suite)
            if not d.faux:
                return d
            garder(self._reparer(d, suite.qui, abs(pas)))
        return None

    def _reparer(self, d: Deplacement, qui: int, pas: int) -> Iterator[_Suite]:
        """The ways out of the number seen wrong that has the fewest."""
        rang = min(d.faux, key=self._terrain.place.__getitem__)
        nombre, net = self._systeme.nombres[rang], d.nombres[rang]
        if self._payer and nombre.cede and rang not in d.cede and _entre(net, self._replis[rang]):
            cout, autres = d.cout + nombre.cout, [f for f in d.faux.items() if f[0] != rang]
            yield _Suite(
                d, qui ^ hash((rang, "cede")), cout, len(d.atomes), self._terrain.manque(autres),
                len(autres), cede=rang,
            )  # fmt: skip
        yield from self._changer(d, qui, rang, -1 if d.faux[rang] else 1, pas)

    def _changer(
        self, d: Deplacement, qui: int, rang: int, sens: int, pas: int
    ) -> Iterator[_Suite]:
        """The moves that go on by changing one atom of a number, the least troublesome first."""
        choix: list[tuple[int, int, _Suite]] = []
        for atome, coef in self._systeme.nombres[rang].coefs.items():
            delta = sens * pas if coef > 0 else -sens * pas
            deja, reste = d.atomes.get(atome, 0), self._restes[atome]
            if deja * delta >= 0 and reste + deja + delta >= 0:
                self.faits += 1
                gene, faux = self._gene(d, atome, delta)
                suite = _Suite(
                    d, qui ^ _trace(atome, deja) ^ _trace(atome, deja + delta), d.cout,
                    len(d.atomes) + (not deja), self._terrain.manque(faux), len(faux), atome, delta,
                )  # fmt: skip
                choix.append((gene, -reste, suite))
        choix.sort(key=lambda c: (*c[:2], c[2].atome))
        yield from (suite for *_, suite in choix[:_LARGEUR])

    def _gene(
        self, d: Deplacement, atome: int, delta: int
    ) -> tuple[int, Collection[tuple[int, bool]]]:
        """What changing this atom leaves to repair or to hide, and the numbers seen wrong then."""
        gene, faux = 0, dict(d.faux)
        nets, bornes, cede = d.nombres, self._bornes, d.cede
        for rang, coef in self._systeme.colonnes[atome]:  # where the time goes: no call inside
            net = nets.get(rang, 0) + coef * delta
            bas, haut = self._replis[rang] if rang in cede else bornes[rang]
            if net < bas or net > haut:
                gene += self._prix[rang]
                faux[rang] = net > haut
            elif rang in faux:
                del faux[rang]
        return gene, faux.items()

    def _suivre(self, suite: _Suite) -> Deplacement:
        """Work a move out."""
        d = suite.debut
        if suite.cede is not None:
            cout = d.cout + self._systeme.nombres[suite.cede].cout
            faux = {rang: trop for rang, trop in d.faux.items() if rang != suite.cede}
            return Deplacement(d.atomes, d.nombres, d.cede | {suite.cede}, cout, faux)
        nombres, faux = dict(d.nombres), dict(d.faux)
        for rang, coef in self._systeme.colonnes[suite.atome]:
            net = nombres[rang] = nombres.get(rang, 0) + coef * suite.delta
            bornes = self._replis[rang] if rang in d.cede else self._bornes[rang]
            if _entre(net, bornes):
                faux.pop(rang, None)
            else:
                faux[rang] = net > bornes[1]
        atomes = dict(d.atomes)
        atomes[suite.atome] = atomes.get(suite.atome, 0) + suite.delta
        return Deplacement(atomes, nombres, d.cede, d.cout, faux)


def _trace(atome: int, delta: int) -> int:
    return hash((atome, 2 * delta + 1))  # odd, because Python hashes -1 as -2


def _au_dela(bornes: Bornes, sens: int) -> Bornes:
    bas, haut = bornes
    return (max(bas, 1), haut) if sens > 0 else (bas, min(haut, -1))


def _entre(valeur: int, bornes: Bornes) -> bool:
    return bornes[0] <= valeur <= bornes[1]
