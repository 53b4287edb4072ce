"""Random tables with margins and overlapping documents: a solver looks for what is hidden."""

import random
from collections import defaultdict
from collections.abc import Collection, Iterator
from copy import deepcopy
from itertools import product

import pytest

from journal_scls.domain.protection.suppression import supprimer
from journal_scls.domain.protection.systeme import ILLIMITE, Nombre, Systeme
from tests.protection.auditeur import SANS_BORNE, Auditeur

VITE, TOUT = 10, 200


class Tables:
    """A table with its margins; half of the time a later one, that holds the first and more."""

    def __init__(self, graine: int) -> None:
        self._hasard = random.Random(graine)
        self.k = self._hasard.choice([3, 5, 5, 5, 10])
        self._taille = self._hasard.randint(2, 6), self._hasard.randint(2, 6)
        self.systeme = Systeme((self.k - 1) // 2)
        premier = self._cases()
        self._publier({case: {atome: 1} for case, atome in premier.items()})
        if self._hasard.random() < 0.5:
            supprimer(self.systeme)
            for nombre in self.systeme.nombres:  # published: nothing can be taken back
                nombre.repli, nombre.cout = None, 0
            ajout = self._cases()
            for atome in ajout.values():  # nobody names what was added, and it must not show
                if 0 < self.systeme.atomes[atome] < self.k:
                    self.systeme.nombre({atome: 1}, bornes=(0, ILLIMITE), sensible=True)
            self._publier({case: {premier[case]: 1, ajout[case]: 1} for case in premier})

    def _cases(self) -> dict[tuple[int, int], int]:
        def tirer() -> int:
            bornes = [(0, 0), (1, self.k - 1), (1, 3 * self.k), (self.k, 60), (self.k, 300)]
            return self._hasard.randint(*self._hasard.choice(bornes))

        return {case: self.systeme.atome(tirer()) for case in product(*map(range, self._taille))}

    def _publier(self, cases: dict[tuple[int, int], dict[int, int]]) -> None:
        marges: defaultdict[tuple[str, int], dict[int, int]] = defaultdict(dict)
        for (i, j), coefs in cases.items():
            self._nombre(coefs)
            marges["ligne", i] |= coefs
            marges["colonne", j] |= coefs
        for coefs in marges.values():
            self._nombre(coefs)
        self.systeme.nombre({atome: 1 for coefs in cases.values() for atome in coefs})

    def _nombre(self, coefs: dict[int, int]) -> None:
        n = sum(self.systeme.atomes[atome] for atome in coefs)
        if 0 < n < self.k:
            self.systeme.nombre(
                coefs, bornes=(1, self.k - 1), repli=(1, ILLIMITE), cout=100, sensible=True
            )
        else:
            cout = 1_000 + min(n, 999) if n else 0
            self.systeme.nombre(coefs, repli=(self.k, ILLIMITE), cout=cout)


def savoir(systeme: Systeme) -> Auditeur:
    """A reader of all that the system tells."""
    auditeur = Auditeur()
    for _ in systeme.atomes:
        auditeur.inconnue()
    for nombre in systeme.nombres:
        auditeur.apprend(nombre.coefs, nombre.bornes[0], min(nombre.bornes[1], SANS_BORNE))
    return auditeur


def trop_sus(systeme: Systeme, sauf: Collection[int] = ()) -> Iterator[int]:
    """The hidden numbers that have fewer values left than the rule asks."""
    auditeur = savoir(systeme)
    for rang, nombre in enumerate(systeme.nombres):
        if not nombre.montre and rang not in sauf:
            bas, haut = auditeur.etendue(nombre.coefs)
            if haut - bas < systeme.ecart:
                yield rang


def cacher(nombre: Nombre) -> None:
    nombre.bornes, nombre.repli, nombre.sensible = nombre.repli or nombre.bornes, None, True


def a_la_main(systeme: Systeme, assez: int) -> int:
    """What a careful person hides: where the solver finds a number, the smallest one beside it.

    Beside means in the shortest of its lines where something is still shown; the line itself when
    nothing is. Counting stops at `assez`.
    """
    caches = 0
    while caches < assez and (su := next(trop_sus(systeme), None)) is not None:
        atomes = set(systeme.nombres[su].coefs)
        lignes = sorted(
            (n for n in systeme.nombres if atomes <= n.coefs.keys()), key=lambda n: len(n.coefs)
        )
        voisins = (
            [n for n in systeme.nombres if n.cede and n.coefs.keys() <= ligne.coefs.keys()]
            for ligne in lignes
        )
        choix = next((ceux_la for ceux_la in voisins if ceux_la), None)
        if choix is None:
            return caches
        moindre = min(choix, key=lambda n: (n.montre, n.vrai))
        caches += moindre.montre
        cacher(moindre)
    return caches


@pytest.mark.parametrize(
    "graine",
    [g if g < VITE else pytest.param(g, marks=pytest.mark.lent) for g in range(TOUT)],
)
def test_no_hidden_number_can_be_computed_and_no_more_is_hidden_than_by_hand(graine):
    systeme = Tables(graine).systeme
    par_main = deepcopy(systeme)
    montres = {rang for rang, nombre in enumerate(systeme.nombres) if nombre.montre}
    suppression = supprimer(systeme)
    assert list(trop_sus(systeme, suppression.echecs)) == []
    caches = [rang for rang in suppression.cedes if rang in montres]
    if suppression.echecs:
        # Given up only where hiding everything that may be hidden would not be enough.
        tout = deepcopy(par_main)
        for nombre in tout.nombres:
            if nombre.cede:
                cacher(nombre)
        assert suppression.echecs <= set(trop_sus(tout))
    else:
        assert len(caches) <= a_la_main(par_main, len(caches))
