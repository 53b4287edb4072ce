"""Which numbers to hide besides the small ones, so that the small ones cannot be computed.

For each number to protect, worlds that a reader cannot tell from the true one are looked for until
its smallest and its largest value are far enough apart; where there are none, the cheapest number
that makes one possible is hidden, and must be protected in its turn. At the end each hidden number
is shown again where all the others stay protected without it. What is found depends on where one
starts, so a small document is tried from several sides and the least costly result is kept.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from journal_scls.domain.protection.polyedre import VRAI, Monde, Polyedre
from journal_scls.domain.protection.systeme import Bornes, Nombre, Systeme

# Corners met in protecting a document before other orders are not tried. They are counted, not
# timed: the same document hides the same numbers everywhere.
_RAPIDE = 500
# Walks towards a proof while more may still be hidden, and when nothing else is left.
_MARCHES, _MARCHES_DERNIERES = 6, 60

MondeNomme = Mapping[Hashable, int]
"""How far each named atom is from the truth, in a world that a reader cannot rule out."""

Jalon = Callable[[], None]
_Ordre = Callable[[Nombre], int]
_ORDRES: tuple[_Ordre, ...] = (
    lambda nombre: len(nombre.coefs),
    lambda nombre: nombre.vrai,
    lambda nombre: -nombre.vrai,
)


def continuer() -> None:
    """Nobody asked to stop."""


@dataclass(slots=True)
class _Preuve:
    """The worlds where a number is the smallest and the largest that was found."""

    bas: Monde = VRAI
    haut: Monde = VRAI

    def ecart(self, rang: int) -> int:
        return self.haut.nombres.get(rang, 0) - self.bas.nombres.get(rang, 0)


@dataclass(frozen=True, slots=True)
class Suppression:
    """What came of it: of which numbers less is said, and which could not be protected.

    `mondes` are the proofs that were found, by the names of the atoms.
    """

    cedes: frozenset[int]
    echecs: frozenset[int]
    mondes: Sequence[MondeNomme] = ()


def supprimer(
    systeme: Systeme, pistes: Sequence[MondeNomme] = (), jalon: Jalon = continuer
) -> Suppression:
    """Hide what must be; the bounds of the system's numbers end as a reader will know them.

    `pistes` are worlds found for other counts over the same atoms: what moves interventions about
    often moves their minutes as well. `jalon` is called now and then, and may raise to stop.
    """
    reduit, rangs = systeme.reduire()
    depart = reduit.nombres
    connus = dict(zip(systeme.noms, rangs, strict=True))
    departs = [
        {connus[nom]: delta for nom, delta in piste.items()}
        for piste in pistes
        if piste.keys() <= connus.keys()
    ]
    issues: list[tuple[int, int, int, _Suppresseur, list[Nombre]]] = []
    for ordre in _ORDRES:
        reduit.nombres = [copy(nombre) for nombre in depart]
        suppresseur = _Suppresseur(reduit, jalon)
        suppresseur.suivre(departs)
        suppresseur.resoudre(ordre)
        cout = sum(depart[rang].cout for rang in suppresseur.cedes)
        issues.append((len(suppresseur.echecs), cout, len(issues), suppresseur, reduit.nombres))
        if not cout or suppresseur.coins > _RAPIDE:
            break
    *_, suppresseur, decides = min(issues, key=lambda issue: issue[:3])
    for nombre, decide in zip(systeme.nombres, decides, strict=True):
        nombre.bornes, nombre.repli, nombre.sensible = decide.bornes, decide.repli, decide.sensible
    noms = dict(zip(reversed(rangs), reversed(systeme.noms), strict=True))
    mondes = [{noms[a]: delta for a, delta in monde.items()} for monde in suppresseur.mondes()]
    return Suppression(frozenset(suppresseur.cedes), frozenset(suppresseur.echecs), mondes)


class _Suppresseur:
    def __init__(self, systeme: Systeme, jalon: Jalon) -> None:
        self._systeme = systeme
        self._jalon = jalon
        self._polyedre: Polyedre | None = None
        self._preuves: dict[int, _Preuve] = {}
        self.echecs: set[int] = set()
        self.coins = 0
        """How many corners were met."""
        # In the order they were hidden, with the bounds that showing them again gives back.
        self.cedes: dict[int, tuple[Bornes, bool]] = {}

    def resoudre(self, ordre: _Ordre) -> None:
        """Protect everything, those that come first in that order before the others."""
        nombres = self._systeme.nombres
        attente = [rang for rang, nombre in enumerate(nombres) if nombre.sensible]
        attente.sort(key=lambda rang: ordre(nombres[rang]))
        while attente:
            self.echecs |= {rang for rang in attente if not self._proteger(rang)}
            attente = [
                rang for rang in self.cedes if rang not in self.echecs and not self._protege(rang)
            ]
        # What was hidden since may well protect them.
        self.echecs = {rang for rang in self.echecs if not self._prouver(rang, _MARCHES_DERNIERES)}
        self._remontrer()

    def suivre(self, pistes: Sequence[Mapping[int, int]]) -> None:
        """Keep the worlds that are possible here too."""
        for piste in pistes:
            self._retenir(Monde.de(self._systeme, dict(piste)))

    def mondes(self) -> Iterator[Mapping[int, int]]:
        """The proofs, once each."""
        vus = {id(m): m for p in self._preuves.values() for m in (p.bas, p.haut) if m.atomes}
        return (monde.atomes for monde in vus.values())

    def _possible(self, monde: Monde) -> bool:
        nombres, atomes = self._systeme.nombres, self._systeme.atomes
        return all(atomes[rang] + delta >= 0 for rang, delta in monde.atomes.items()) and all(
            nombres[rang].permet(nombres[rang].vrai + net) for rang, net in monde.nombres.items()
        )

    def _protege(self, rang: int) -> bool:
        preuve = self._preuves.get(rang)
        return preuve is not None and preuve.ecart(rang) >= self._systeme.ecart

    def _proteger(self, rang: int) -> bool:
        while not self._prouver(rang):
            if not self._payer(rang):
                return False
        return True

    def _prouver(self, rang: int, marches: int = _MARCHES) -> bool:
        """Whether it keeps enough values, with what is told now."""
        self._polyedre = self._polyedre or Polyedre(self._systeme)
        for sens in (1, -1):
            if self._protege(rang):
                return True
            self._jalon()
            preuve = self._preuves.get(rang, _Preuve())
            dela = preuve.haut if sens > 0 else preuve.bas
            pas = dela.nombres.get(rang, 0) + sens * (self._systeme.ecart - preuve.ecart(rang))
            monde, coins = self._polyedre.monde(rang, pas, marches)
            self._retenir(monde)
            self.coins += coins
        return self._protege(rang)

    def _payer(self, rang: int) -> bool:
        """Hide what lets the number go further one way or the other, the cheaper."""
        self._jalon()
        nombres, preuve = self._systeme.nombres, self._preuves.get(rang, _Preuve())
        manque = self._systeme.ecart - preuve.ecart(rang)
        polyedre = Polyedre(self._systeme, payer=True)
        offres = []
        for sens, monde in ((1, preuve.haut), (-1, preuve.bas)):
            deja = monde.nombres.get(rang, 0)
            cedes, atteint = polyedre.prix(rang, deja + sens * manque)
            if cedes:
                cout = sum(nombres[cede].cout for cede in cedes)
                offres.append((manque + abs(deja) - atteint, cout, sorted(cedes)))
        for cede in min(offres, default=(0, 0, []))[-1]:
            self._ceder(cede)
        return bool(offres)

    def _retenir(self, monde: Monde) -> None:
        """A world that is possible is a proof for every number that it changes."""
        if not self._possible(monde):
            return
        for rang, net in monde.nombres.items():
            preuve = self._preuves.setdefault(rang, _Preuve())
            if net > preuve.haut.nombres.get(rang, 0):
                preuve.haut = monde
            elif net < preuve.bas.nombres.get(rang, 0):
                preuve.bas = monde

    def _ceder(self, rang: int) -> None:
        nombre = self._systeme.nombres[rang]
        if nombre.repli is not None:
            self.cedes[rang] = (nombre.bornes, nombre.sensible)
            nombre.bornes, nombre.repli, nombre.sensible = nombre.repli, None, True
            self._polyedre = None

    def _remontrer(self) -> None:
        """Show again, dearest first, what turns out to have been hidden for nothing."""
        nombres = self._systeme.nombres
        for rang in sorted(self.cedes, key=lambda r: -nombres[r].cout):
            bornes, sensible = self.cedes[rang]
            nombre = nombres[rang]
            cachee = nombre.bornes
            nombre.bornes, nombre.repli, nombre.sensible = bornes, cachee, sensible
            gardees = dict(self._preuves)
            if self._tient_sans(rang):
                del self.cedes[rang]
            else:
                self._preuves = gardees
                nombre.bornes, nombre.repli, nombre.sensible = cachee, None, True

    def _tient_sans(self, rang: int) -> bool:
        """Whether every number stays protected with what a reader now knows of this one."""
        nombre = self._systeme.nombres[rang]

        def possible(monde: Monde) -> bool:
            return nombre.permet(nombre.vrai + monde.nombres.get(rang, 0))

        perdus = []
        for autre, preuve in list(self._preuves.items()):
            bas = preuve.bas if possible(preuve.bas) else VRAI
            haut = preuve.haut if possible(preuve.haut) else VRAI
            if bas is not preuve.bas or haut is not preuve.haut:
                self._preuves[autre] = _Preuve(bas, haut)
                perdus.append(autre)
        return all(
            self._prouver(autre)
            for autre in perdus
            if autre not in self.echecs and self._systeme.nombres[autre].sensible
        )
