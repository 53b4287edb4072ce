"""The periods that figures are asked for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.chiffres.calendrier import (
    GenrePeriode,
    Recul,
    an_dernier,
    dernieres_periodes,
    nommer,
    periode_du,
    precedente,
)
from journal_scls.domain.periode import Periode

JOURS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("genre", "jour", "nom"),
    [
        (GenrePeriode.MOIS, date(2025, 8, 31), "août 2025"),
        (GenrePeriode.TRIMESTRE, date(2025, 2, 1), "1er trimestre de 2025"),
        (GenrePeriode.TRIMESTRE, date(2025, 12, 31), "4e trimestre de 2025"),
        (GenrePeriode.ANNEE, date(2025, 7, 1), "année 2025"),
        (GenrePeriode.ANNEE_FINANCIERE, date(2025, 3, 31), "année financière 2024-2025"),
        (GenrePeriode.ANNEE_FINANCIERE, date(2025, 4, 1), "année financière 2025-2026"),
        (GenrePeriode.LIBRE, date(2025, 4, 1), "1er avril 2025"),
    ],
)
def test_a_day_is_in_one_period_of_each_kind(genre, jour, nom):
    assert nommer(periode_du(genre, jour)) == nom


@given(st.sampled_from(GenrePeriode), JOURS)
def test_periods_follow_one_another_without_hole_or_overlap(genre, jour):
    periodes = dernieres_periodes(genre, jour, 6)
    assert jour in periodes[0]
    for apres, avant in pairwise(periodes):
        assert precedente(apres) == avant
        assert (apres.du - avant.au).days == 1


@given(JOURS, JOURS)
def test_the_period_before_touches_this_one_and_a_year_keeps_whole_months(a, b):
    periode = Periode(min(a, b), max(a, b))
    assert (periode.du - precedente(periode).au).days == 1
    if not periode.mois_coupes:
        assert not an_dernier(periode).mois_coupes
        assert not precedente(periode).mois_coupes
    else:
        longueur = periode.au - periode.du
        assert precedente(periode).au - precedente(periode).du == longueur


def test_a_leap_day_has_a_year_before():
    assert an_dernier(Periode.mois(2024, 2)) == Periode.mois(2023, 2)
    assert an_dernier(Periode.mois(2025, 2)) == Periode.mois(2024, 2)
    assert Recul.AN_DERNIER.depuis(Periode(date(2024, 2, 29), date(2024, 3, 4))).du == date(
        2023, 2, 28
    )


def test_free_periods_say_their_days():
    assert nommer(Periode(date(2025, 3, 3), date(2025, 4, 1))) == "du 3 mars au 1er avril 2025"
