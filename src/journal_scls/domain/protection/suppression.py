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

from journal_scls.domain.protection.recherche import Deplacement, Monde, Recherche
from journal_scls.domain.protection.systeme import Bornes, Nombre, Systeme

_ESSAIS, _ESSAIS_DERNIERS, _ESSAIS_RELECTURE = 300, 4_000, 100
# Counted in partial moves and not in seconds: the same document hides the same numbers everywhere.
_RESERVE, _RAPIDE = 8_000, 4_000

MondeNomme = Mapping[Hashable, int]
"""How far each named atom is from the truth, in a world that a reader cannot rule out."""

_Ordre = Callable[[Nombre], int]
_ORDRES: tuple[_Ordre, ...] = (
    lambda nombre: len(nombre.coefs),
    lambda nombre: nombre.vrai,
    lambda nombre: -nombre.vrai,
)


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
    mondes: tuple[MondeNomme, ...] = ()


def supprimer(systeme: Systeme, pistes: Sequence[MondeNomme] = ()) -> Suppression:
    """Hide what must be; the bounds of the system's numbers end as a reader will know them.

    `pistes` are worlds found for other counts over the same atoms: what moves interventions about
    often moves their minutes as well.
    """
    depart = systeme.nombres
    issues: list[tuple[int, int, int, Suppression, list[Nombre]]] = []
    for ordre in _ORDRES:
        systeme.nombres = [copy(nombre) for nombre in depart]
        suppresseur = _Suppresseur(systeme)
        suppresseur.suivre(pistes)
        suppression = suppresseur.resoudre(ordre)
        cout = sum(depart[rang].cout for rang in suppression.cedes)
        issues.append((len(suppression.echecs), cout, len(issues), suppression, systeme.nombres))
        if not cout or suppresseur.essais > _RAPIDE:
            break
    *_, suppression, systeme.nombres = min(issues, key=lambda issue: issue[:3])
    return suppression


class _Suppresseur:
    def __init__(self, systeme: Systeme) -> None:
        self._systeme = systeme
        self._preuves: dict[int, _Preuve] = {}
        self._echecs: set[int] = set()
        self.essais = 0
        """How many partial moves were tried."""
        # In the order they were hidden, with the bounds that showing them again gives back.
        self._cedes: dict[int, tuple[Bornes, bool]] = {}

    def resoudre(self, ordre: _Ordre) -> Suppression:
        nombres = self._systeme.nombres
        attente = [rang for rang, nombre in enumerate(nombres) if nombre.sensible]
        attente.sort(key=lambda rang: ordre(nombres[rang]))
        while attente:
            for rang in attente:
                if not self._proteger(rang):
                    self._echecs.add(rang)
            attente = [
                rang for rang in self._cedes if rang not in self._echecs and not self._protege(rang)
            ]
        self._remontrer()
        return Suppression(
            frozenset(self._cedes), frozenset(self._echecs), tuple(self._mondes_nommes())
        )

    def suivre(self, pistes: Sequence[MondeNomme]) -> None:
        """Keep the worlds that are possible here too."""
        rangs = {nom: rang for rang, nom in enumerate(self._systeme.noms)}
        for piste in pistes:
            if piste.keys() <= rangs.keys():
                monde = self._monde({rangs[nom]: delta for nom, delta in piste.items()})
                if self._possible(monde):
                    self._retenir(monde)

    def _monde(self, atomes: dict[int, int]) -> Monde:
        monde = Monde(atomes)
        for atome, delta in atomes.items():
            for rang in self._systeme.de_atome[atome]:
                coef = self._systeme.nombres[rang].coefs[atome]
                monde.nombres[rang] = monde.nombres.get(rang, 0) + coef * delta
        return monde

    def _possible(self, monde: Monde) -> bool:
        nombres, atomes = self._systeme.nombres, self._systeme.atomes
        return all(atomes[rang] + delta >= 0 for rang, delta in monde.atomes.items()) and all(
            nombres[rang].permet(nombres[rang].vrai + net) for rang, net in monde.nombres.items()
        )

    def _mondes_nommes(self) -> Iterator[MondeNomme]:
        noms, vus = self._systeme.noms, set()
        for preuve in self._preuves.values():
            for monde in (preuve.bas, preuve.haut):
                if id(monde) not in vus and monde.atomes:
                    vus.add(id(monde))
                    yield {noms[atome]: delta for atome, delta in monde.atomes.items()}

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
                    and self._avancer(rang, payer=True, essais=_ESSAIS_DERNIERS)
                )
            ):
                return False
        return True

    def _avancer(self, rang: int, *, payer: bool, essais: int = _ESSAIS) -> bool:
        """Push the number further from one of its known extremes, in as large a step as can be."""
        preuve = self._preuves.setdefault(rang, _Preuve())
        manque = self._systeme.ecart - preuve.ecart(rang)
        for pas in dict.fromkeys((manque, 1)):
            trouves = []
            for sens, monde in ((1, preuve.haut), (-1, preuve.bas)):
                recherche = Recherche(self._systeme, monde, payer=payer, essais=essais)
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
            self._cedes[rang] = (nombre.bornes, nombre.sensible)
            nombre.bornes, nombre.repli, nombre.sensible = nombre.repli, None, True

    def _remontrer(self) -> None:
        """Show again, dearest first, what turns out to have been hidden for nothing."""
        nombres = self._systeme.nombres
        for rang in sorted(self._cedes, key=lambda r: -nombres[r].cout):
            bornes, sensible = self._cedes[rang]
            nombre = nombres[rang]
            cachee = nombre.bornes
            nombre.bornes, nombre.repli, nombre.sensible = bornes, cachee, sensible
            gardees = dict(self._preuves)
            if self._tient_sans(rang):
                del self._cedes[rang]
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
            if autre in self._echecs or not self._systeme.nombres[autre].sensible:
                continue
            while not self._protege(autre):
                if not self._avancer(autre, payer=False, essais=_ESSAIS_RELECTURE):
                    return False
        return True
