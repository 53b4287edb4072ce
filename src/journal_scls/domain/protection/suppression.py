"""Which numbers to hide besides the small ones, so that the small ones cannot be computed.

For each number to protect, worlds that a reader cannot tell from the true one are looked for until
its smallest and its largest value are far enough apart; where there are none, the cheapest number
that makes one possible is hidden, and must be protected in its turn. At the end each hidden number
is shown again where all the others stay protected without it. What is found depends on where one
starts, so a small document is tried from several sides and the least costly result is kept.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

from journal_scls.domain.protection.recherche import Deplacement, Monde, Recherche, Terrain
from journal_scls.domain.protection.systeme import Bornes, Nombre, Systeme

# Partial moves tried and changes weighed before a search gives up; and all those of a document.
# They are counted, not timed: the same document hides the same numbers everywhere.
_ESSAIS, _ESSAIS_DERNIERS, _ESSAIS_RELECTURE = (300, 6_000), (4_000, 20_000), (100, 2_000)
_RESERVE, _RAPIDE = 20_000, 20_000

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

    bas: Monde = field(default_factory=Monde)
    haut: Monde = field(default_factory=Monde)

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
        if not cout or suppresseur.essais > _RAPIDE:
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
        self._terrain = Terrain(systeme)
        self._preuves: dict[int, _Preuve] = {}
        self.echecs: set[int] = set()
        self.essais = 0
        """How many changes were weighed."""
        # In the order they were hidden, with the bounds that showing them again gives back.
        self.cedes: dict[int, tuple[Bornes, bool]] = {}

    def resoudre(self, ordre: _Ordre) -> None:
        nombres = self._systeme.nombres
        attente = [rang for rang, nombre in enumerate(nombres) if nombre.sensible]
        attente.sort(key=lambda rang: ordre(nombres[rang]))
        while attente:
            for rang in attente:
                if not self._proteger(rang):
                    self.echecs.add(rang)
            attente = [
                rang for rang in self.cedes if rang not in self.echecs and not self._protege(rang)
            ]
        self._remontrer()

    def suivre(self, pistes: Sequence[Mapping[int, int]]) -> None:
        """Keep the worlds that are possible here too."""
        for piste in pistes:
            monde = self._monde(dict(piste))
            if self._possible(monde):
                self._retenir(monde)

    def mondes(self) -> Iterator[Mapping[int, int]]:
        """The proofs, once each."""
        vus = set()
        for preuve in self._preuves.values():
            for monde in (preuve.bas, preuve.haut):
                if id(monde) not in vus and monde.atomes:
                    vus.add(id(monde))
                    yield monde.atomes

    def _monde(self, atomes: dict[int, int]) -> Monde:
        monde = Monde(atomes)
        for atome, delta in atomes.items():
            for rang, coef in self._systeme.colonnes[atome]:
                monde.nombres[rang] = monde.nombres.get(rang, 0) + coef * delta
        return monde

    def _possible(self, monde: Monde) -> bool:
        nombres, atomes = self._systeme.nombres, self._systeme.atomes
        return all(atomes[rang] + delta >= 0 for rang, delta in monde.atomes.items()) and all(
            nombres[rang].permet(nombres[rang].vrai + net) for rang, net in monde.nombres.items()
        )

    def _protege(self, rang: int) -> bool:
        preuve = self._preuves.get(rang)
        return preuve is not None and preuve.ecart(rang) >= self._systeme.ecart

    def _proteger(self, rang: int) -> bool:
        while not self._protege(rang):
            if not (
                self._avancer(rang, payer=False)
                or self._avancer(rang, payer=True)
                or (
                    self.essais < _RESERVE
                    and self._avancer(rang, payer=True, limites=_ESSAIS_DERNIERS)
                )
            ):
                return False
        return True

    def _avancer(self, rang: int, *, payer: bool, limites: tuple[int, int] = _ESSAIS) -> bool:
        """Push the number further from one of its known extremes, in as large a step as can be."""
        self._jalon()
        preuve = self._preuves.setdefault(rang, _Preuve())
        manque = self._systeme.ecart - preuve.ecart(rang)
        for pas in dict.fromkeys((manque, 1)):
            trouves = []
            for sens, monde in ((1, preuve.haut), (-1, preuve.bas)):
                recherche = Recherche(self._terrain, monde, payer=payer, limites=limites)
                d = recherche.deplacer(rang, sens * pas)
                self.essais += recherche.faits
                if d is not None:
                    trouves.append((d, monde))
                    if not payer:
                        break
            if trouves:
                self._faire(*min(trouves, key=lambda t: (t[0].cout, len(t[0].atomes))))
                return True
        return False

    def _faire(self, d: Deplacement, monde: Monde) -> None:
        for rang in d.cede:
            self._ceder(rang)
        nouveau = Monde(dict(monde.atomes), dict(monde.nombres))
        nouveau.avancer(d)
        self._retenir(nouveau)

    def _retenir(self, monde: Monde) -> None:
        """A world is a proof for every number that it changes."""
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
            bas = preuve.bas if possible(preuve.bas) else Monde()
            haut = preuve.haut if possible(preuve.haut) else Monde()
            if bas is not preuve.bas or haut is not preuve.haut:
                self._preuves[autre] = _Preuve(bas, haut)
                perdus.append(autre)
        for autre in perdus:
            if autre in self.echecs or not self._systeme.nombres[autre].sensible:
                continue
            while not self._protege(autre):
                if not self._avancer(autre, payer=False, limites=_ESSAIS_RELECTURE):
                    return False
        return True
