"""Figures beside those of another period."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.chiffres.comparaison import Comparaison, comparer, comparer_lignes
from journal_scls.domain.chiffres.proportion import MASQUE, SANS_OBJET, Mesure, Proportion
from journal_scls.domain.periode import Periode
from tests.domain.outils_bilan import bilan, fait


def part(n, total):
    return Proportion.exacte(Mesure.REFERENCES, n, total)


@pytest.mark.parametrize(
    ("ici", "avant", "dit"),
    [
        ((92, 200), (44, 100), "+2,0 points"),
        ((92, 200), (138, 310), "+1,5 point"),
        ((1, 3), (1, 3), "0,0 point"),
        ((0, 50), (50, 50), "−100,0 points"),
        ((1, 40), (0, 40), "+2,5 points"),
        ((0, 0), (1, 3), SANS_OBJET),
        ((1, 3), (0, 0), SANS_OBJET),
    ],
)
def test_a_difference_is_in_points(ici, avant, dit):
    assert Comparaison(part(*ici), part(*avant)).affiche == dit


def test_both_bases_are_always_said():
    phrase = Comparaison(part(92, 200), part(44, 100)).phrase
    assert phrase == "46 % (92/200 références) contre 44 % (44/100 références) : +2,0 points"


@pytest.mark.parametrize(
    "cachee",
    [
        Proportion.masquee("< 5", 200),
        Proportion.masquee("< 5", None),
        Proportion.sans_base(Mesure.REFERENCES, 30),
    ],
)
def test_nothing_is_computed_from_what_is_hidden(cachee):
    for comparaison in (Comparaison(cachee, part(1, 3)), Comparaison(part(1, 3), cachee)):
        assert comparaison.dixiemes is None
        assert comparaison.affiche == MASQUE


nombres = st.integers(1, 10**6).flatmap(lambda t: st.tuples(st.integers(0, t), st.just(t)))


@given(nombres, nombres)
def test_tenths_are_the_nearest_of_the_exact_difference(ici, avant):
    dixiemes = Comparaison(part(*ici), part(*avant)).dixiemes
    exact = 1000 * (Fraction(*ici) - Fraction(*avant))
    assert abs(exact - dixiemes) <= Fraction(1, 2)
    assert Comparaison(part(*avant), part(*ici)).dixiemes == -dixiemes


def test_two_bilans_are_compared_line_by_line():
    ici = bilan([fait(mrc="A")] * 3 + [fait(mrc="B", tenure="OBNL")])
    avant = bilan([fait(mrc="A"), fait(mrc="C")])
    assert comparer(ici, avant)["J01"].affiche == "−25,0 points"
    lignes = comparer_lignes(ici, avant, "par_mrc")
    assert lignes["A"].affiche == "+25,0 points"
    assert set(lignes) == {"A", ""}


def test_months_stand_beside_those_of_the_same_rank():
    ici = bilan([fait(date="2025-03-14")] * 3 + [fait(date="2025-04-14")])
    avant = bilan([fait(date="2024-03-14")], Periode.annee(2024))
    assert comparer_lignes(ici, avant, "par_mois")["2025-03"].affiche == "−25,0 points"
