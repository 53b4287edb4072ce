"""How far a number can go in the worlds that a reader cannot rule out.

Such worlds are the whole points of a polyhedron, and the truth is one of them. The simplex method
walks from the truth, corner by corner, to where a number is the furthest: a walk that stops short
settles that the number can go no further unless less is said. Corners of these systems of sums are
nearly always whole. Whoever asks checks the world that comes out, number by number, so that no
proof rests on this arithmetic.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from random import Random

from journal_scls.domain.protection.systeme import ILLIMITE, Nombre, Systeme

_COINS_MAX = 2_000
# Corners that gain nothing before the rule that never turns in circles.
_SUR_PLACE = 40
_NUL = 1e-9
_ENTIER = 1e-6
# What one step of the number is worth beside what hiding costs.
_PRIX_DU_BUT = 10.0**7

_Somme = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Monde:
    """A world that fits all that a reader knows: how far each atom and number is from the truth."""

    atomes: Mapping[int, int]
    nombres: Mapping[int, int]

    @classmethod
    def de(cls, systeme: Systeme, atomes: Mapping[int, int]) -> "Monde":
        """The world where these atoms have changed by that much."""
        nombres: dict[int, int] = {}
        for atome, delta in atomes.items():
            for rang, coef in systeme.colonnes[atome]:
                nombres[rang] = nombres.get(rang, 0) + coef * delta
        return cls(atomes, {rang: net for rang, net in nombres.items() if net})


VRAI = Monde({}, {})


class Polyedre:
    """The ways out of the truth of a system, as it is now.

    What is shown when it is made is taken to be shown for good; the bounds of the other numbers
    are read again at each question.

    Args:
        systeme: the numbers.
        payer: whether less may be said of those that cede, at their cost.
    """

    def __init__(self, systeme: Systeme, *, payer: bool = False) -> None:
        self._systeme = systeme
        nombres = systeme.nombres
        # Variables: the atoms, the numbers, how far above and below its bounds each cedes.
        self._atomes, self._nombres = len(systeme.atomes), len(nombres)
        self._cedent = [r for r, nombre in enumerate(nombres) if payer and nombre.cede]
        suites: dict[int, dict[int, float]] = {}
        for rang, nombre in enumerate(nombres):
            suites[self._nombre(rang)] = {a: float(coef) for a, coef in nombre.coefs.items()}
        for rang in self._cedent:
            suites[self._nombre(rang)] |= {self._dessus(rang): -1.0, self._dessous(rang): 1.0}
        libres = [v for rang in self._cedent for v in (self._dessus(rang), self._dessous(rang))]
        self._tableau = _Tableau(suites, [*range(self._atomes), *libres])
        montres = [rang for rang, nombre in enumerate(nombres) if nombre.montre]
        for rang in sorted(montres, key=lambda r: len(nombres[r].coefs)):
            self._tableau.fixer(self._nombre(rang), self._atomes)

    def monde(self, cible: int, pas: int, marches: int) -> tuple[Monde, int]:
        """A world where that number has changed by `pas` (of either sign), or by less if it must.

        Corners are many: where a walk ends between two whole numbers another one is tried, by
        other corners drawn by lot (the same everywhere), up to so many `marches`.

        Returns:
            it, the true one when none was found; and how many corners were met.
        """
        meilleur, coins = VRAI, 0
        for tirage in range(marches):
            marche = _Marche(self._tableau.copie(), *self._bornes(), tirage)
            marche.pousser(self._nombre(cible), pas)
            coins += marche.coins
            deja = abs(meilleur.nombres.get(cible, 0))
            if floor(abs(marche.valeurs[self._nombre(cible)]) + _ENTIER) <= deja:
                break
            atomes = marche.valeurs[: self._atomes]
            if all(abs(valeur - round(valeur)) < _ENTIER for valeur in atomes):
                changes = {atome: round(valeur) for atome, valeur in enumerate(atomes)}
                meilleur = Monde.de(self._systeme, {a: d for a, d in changes.items() if d})
        return meilleur, coins

    def prix(self, cible: int, pas: int) -> tuple[frozenset[int], int]:
        """The numbers of which less must be said for that one to change by `pas`, or by less.

        Returns:
            them, and by how much it changes then.
        """
        bas, haut = self._bornes()
        but, gain = len(bas), len(bas) + 1
        sens = 1.0 if pas > 0 else -1.0
        coefs = self._systeme.nombres[cible].coefs.items()
        tableau = self._tableau.copie()
        tableau.suivre(but, {atome: sens * coef for atome, coef in coefs})
        couts = {
            v: -float(self._systeme.nombres[rang].cout)
            for rang in self._cedent
            for v in (self._dessus(rang), self._dessous(rang))
        }
        tableau.suivre(gain, couts | {a: sens * coef * _PRIX_DU_BUT for a, coef in coefs})
        marche = _Marche(tableau, [*bas, 0.0, -ILLIMITE], [*haut, float(abs(pas)), ILLIMITE])
        marche.pousser(gain, ILLIMITE)
        cedes = frozenset(
            rang
            for rang in self._cedent
            if max(marche.valeurs[self._dessus(rang)], marche.valeurs[self._dessous(rang)]) > _NUL
        )
        return cedes, round(marche.valeurs[but])

    def _nombre(self, rang: int) -> int:
        return self._atomes + rang

    def _dessus(self, rang: int) -> int:
        return self._atomes + self._nombres + rang

    def _dessous(self, rang: int) -> int:
        return self._atomes + 2 * self._nombres + rang

    def _bornes(self) -> tuple[list[float], list[float]]:
        """How far each variable may go from the truth, down and up."""
        nombres = self._systeme.nombres
        bas = [-float(valeur) for valeur in self._systeme.atomes]
        haut = [float(ILLIMITE)] * len(bas)
        bas += [float(nombre.bornes[0] - nombre.vrai) for nombre in nombres]
        haut += [float(nombre.bornes[1] - nombre.vrai) for nombre in nombres]
        if self._cedent:
            bas += [0.0] * (2 * self._nombres)
            marges = [_marges(nombre) for nombre in nombres]
            haut += [dessus for dessus, _ in marges] + [dessous for _, dessous in marges]
        return bas, haut


def _marges(nombre: Nombre) -> tuple[float, float]:
    """How far above and below its bounds a number may be once less is said of it."""
    if nombre.repli is None:
        return 0.0, 0.0
    return (
        float(max(0, nombre.repli[1] - nombre.bornes[1])),
        float(max(0, nombre.bornes[0] - nombre.repli[0])),
    )


class _Tableau:
    """Variables tied by sums: some follow those that are free to move.

    Attributes:
        suites: what follows, as sums of what is free.
        libres: what is free, with all that follows it.
    """

    def __init__(self, suites: dict[int, dict[int, float]], libres: Sequence[int]) -> None:
        self.suites = suites
        self.libres: dict[int, set[int]] = {rang: set() for rang in libres}
        for rang, somme in suites.items():
            for libre in somme:
                self.libres[libre].add(rang)

    def copie(self) -> "_Tableau":
        """Another one, to walk in."""
        return _Tableau({rang: somme.copy() for rang, somme in self.suites.items()}, [*self.libres])

    def suivre(self, rang: int, somme: _Somme) -> None:
        """One more variable, that follows that sum."""
        suite: dict[int, float] = {}
        for autre, poids in somme.items():
            for libre, coef in self.suites.get(autre, {autre: 1.0}).items():
                suite[libre] = suite.get(libre, 0.0) + poids * coef
        self.suites[rang] = {libre: coef for libre, coef in suite.items() if abs(coef) > _NUL}
        for libre in self.suites[rang]:
            self.libres[libre].add(rang)

    def fixer(self, rang: int, sous: int) -> None:
        """What follows may not move: something that was free follows the rest instead."""
        somme = self.suites[rang]
        if not somme:  # it never could
            del self.suites[rang]
            return
        libre = min(somme, key=lambda v: (v >= sous, abs(somme[v]) != 1, len(self.libres[v]), v))
        self.echanger(libre, rang)
        for autre in self.libres.pop(rang):
            del self.suites[autre][rang]

    def echanger(self, libre: int, suit: int) -> None:
        """What was free follows, and what followed is free."""
        suites, libres = self.suites, self.libres
        somme = suites.pop(suit)
        pivot = somme.pop(libre)
        for rang in somme:
            libres[rang].discard(suit)
        somme = {rang: -coef / pivot for rang, coef in somme.items()}
        somme[suit] = 1 / pivot
        suivent = libres.pop(libre)
        suivent.discard(suit)
        libres[suit] = set()
        for autre in suivent:
            suite = suites[autre]
            facteur = suite.pop(libre)
            for rang, coef in somme.items():
                total = suite.get(rang, 0.0) + facteur * coef
                if abs(total) > _NUL:
                    suite[rang] = total
                    libres[rang].add(autre)
                elif rang in suite:
                    del suite[rang]
                    libres[rang].discard(autre)
        suites[libre] = somme
        for rang in somme:
            libres[rang].add(libre)


class _Marche:
    """A walk from the truth, in a tableau of its own; the bounds say how far one may go from it."""

    def __init__(
        self, tableau: _Tableau, bas: Sequence[float], haut: Sequence[float], tirage: int = 0
    ) -> None:
        self._tableau = tableau
        self._bas, self._haut = bas, haut
        self._hasard = Random(tirage) if tirage else None  # noqa: S311  no secret
        self.valeurs = [0.0] * len(bas)
        self.coins = 0

    def pousser(self, but: int, assez: int) -> None:
        """Move that variable by `assez` (of either sign), or as far as it can go."""
        if but not in self._tableau.suites and but not in self._tableau.libres:
            return  # shown
        sens, sur_place = (1 if assez > self.valeurs[but] else -1), 0
        while self.coins < _COINS_MAX and sens * (assez - self.valeurs[but]) > _ENTIER:
            prudent = sur_place > _SUR_PLACE
            if (libre := self._choisir(but, sens, prudent=prudent)) is None:
                return
            vitesse = abs(self._tableau.suites.get(but, {libre[0]: 1.0})[libre[0]])
            reste = sens * (assez - self.valeurs[but]) / vitesse
            avance = self._avancer(*libre, reste, prudent=prudent)
            sur_place = 0 if avance > _NUL else sur_place + 1
            self.coins += 1

    def _choisir(self, but: int, sens: int, *, prudent: bool) -> tuple[int, int] | None:
        """What is free and takes it there the fastest, or by lot, with its direction."""
        libres = self._tableau.libres
        choix = []
        for rang, gain in self._tableau.suites.get(but, {but: 1.0}).items():
            vers = sens if gain > 0 else -sens
            if self._marge(rang, vers) > _NUL:
                vitesse = self._hasard.random() if self._hasard else -abs(gain)
                vitesse = 0.0 if prudent else vitesse
                choix.append((vitesse, 0 if prudent else len(libres[rang]), rang, vers))
        return min(choix)[2:] if choix else None

    def _marge(self, rang: int, vers: float) -> float:
        limite = self._haut[rang] if vers > 0 else self._bas[rang]
        return abs(limite - self.valeurs[rang])

    def _avancer(self, libre: int, vers: int, reste: float, *, prudent: bool) -> float:
        """Move by `reste`, or until something meets its bound, which is then what is free."""
        suites, valeurs = self._tableau.suites, self.valeurs
        suivent = {rang: suites[rang][libre] * vers for rang in self._tableau.libres[libre]}
        avance, arrete = min(reste, self._marge(libre, vers)), None
        ordre = (0.0, 0)
        for rang, coef in suivent.items():
            place = self._marge(rang, coef) / abs(coef)
            if place > avance + _NUL:
                continue
            rival = (0.0 if prudent else -abs(coef), rang)
            if place < avance - _NUL or (arrete is not None and rival < ordre):
                avance, arrete, ordre = min(place, avance), rang, rival
        for rang, coef in suivent.items():
            valeurs[rang] += coef * avance
        valeurs[libre] += vers * avance
        if arrete is not None:
            valeurs[arrete] = (self._haut if suivent[arrete] > 0 else self._bas)[arrete]
            self._tableau.echanger(libre, arrete)
        return avance
