"""Spaces that no line is broken at, numbers, dates in words."""

from datetime import date

import pytest

from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.periode import Periode
from journal_scls.domain.typographie import espaces_ordinaires, typographier
from journal_scls.reports.typographie import (
    date_longue,
    duree,
    mois_annee,
    nombre,
    periode_longue,
    pluriel,
    pourcentage,
)

N, F = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("85 % (8 500/10 000 interventions)", f"85{N}% (8{F}500/10{F}000 interventions)"),
        ("1 234 567 minutes", f"1{F}234{F}567 minutes"),
        ("en 2025 300 personnes", "en 2025 300 personnes"),
        ("514 555 1234", "514 555 1234"),
        ("le 3 mars 2025 à 9 h 30", f"le 3 mars 2025 à 9{N}h{N}30"),
        ("45 min", f"45{N}min"),
        ("Base : « toutes »", f"Base{N}: «{N}toutes{N}»"),
        ("17 $ par logement", f"17{N}$ par logement"),
        ("s. o.", f"s.{N}o."),
        ("« < 5 » et N = 10 000", f"«{N}<{N}5{N}» et N{N}={N}10{F}000"),
        ("rien à changer; vraiment", "rien à changer; vraiment"),
        ("", ""),
    ],
)
def test_plain_spaces_become_those_of_french(texte, attendu):
    assert typographier(texte) == attendu
    assert typographier(attendu) == attendu
    assert espaces_ordinaires(attendu) == texte


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [(0, "0"), (999, "999"), (1_234, f"1{F}234"), (1_234_567, f"1{F}234{F}567")],
)
def test_numbers(valeur, attendu):
    assert nombre(valeur) == attendu


def test_percentages():
    assert pourcentage(1, 8) == f"13{N}%"
    assert pourcentage(0, 0) == f"s.{N}o."


def test_plurals_start_at_two():
    assert pluriel(0, "référence") == f"0{N}référence"
    assert pluriel(1, "référence") == f"1{N}référence"
    assert pluriel(2_000, "référence") == f"2{F}000{N}références"
    assert pluriel(2, "mal", "maux") == f"2{N}maux"


@pytest.mark.parametrize(
    ("minutes", "attendu"),
    [(45, f"45{N}min"), (60, f"1{N}h"), (95, f"1{N}h{N}35"), (74_105, f"1{F}235{N}h{N}05")],
)
def test_durations(minutes, attendu):
    assert duree(minutes) == attendu


def test_dates_in_words():
    assert date_longue(date(2026, 11, 3)) == f"3{N}novembre 2026"
    assert date_longue(date(2025, 8, 1)) == f"1er{N}août 2025"
    assert mois_annee(date(2025, 3, 9)) == "mars 2025"


def test_the_months_of_the_tables_are_those_of_the_locale():
    assert [mois_annee(date(2025, m, 1)) for m in range(1, 13)] == [f"{nom} 2025" for nom in MOIS]


def test_periods_in_words():
    assert periode_longue(Periode.mois(2025, 3)) == "mars 2025"
    assert periode_longue(Periode.annee(2025)) == "année 2025"
    assert periode_longue(Periode(date(2025, 3, 3), date(2025, 3, 3))) == f"3{N}mars 2025"
    assert periode_longue(Periode(date(2025, 3, 3), date(2025, 4, 1))) == (
        f"du 3{N}mars au 1er{N}avril 2025"
    )
