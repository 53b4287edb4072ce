"""Dates and durations as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import ecrire_duree, lire_date, lire_date_relative, lire_duree

MERCREDI = date(2025, 3, 19)


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("", MERCREDI),
        ("hier", date(2025, 3, 18)),
        ("-1", date(2025, 3, 18)),
        ("- 3", date(2025, 3, 16)),
        ("me", MERCREDI),
        ("lu", date(2025, 3, 17)),
        ("Jeudi", date(2025, 3, 13)),
        ("ve.", date(2025, 3, 14)),
        ("14-03", date(2025, 3, 14)),
        ("25/12", date(2024, 12, 25)),
        ("14/03/2025", date(2025, 3, 14)),
    ],
)
def test_date_relative(texte: str, attendue: date) -> None:
    assert lire_date_relative(texte, MERCREDI) == attendue


@pytest.mark.parametrize("texte", ["m", "ma me", "demain", "31/02", "0", "--1"])
def test_une_date_relative_ambigue_est_refusee(texte: str) -> None:
    with pytest.raises(RegleMetier):
        lire_date_relative(texte, MERCREDI)


@given(st.dates(date(1980, 1, 1), date(2100, 12, 31)))
def test_les_trois_ecritures_d_une_date(jour: date) -> None:
    for forme in (f"{jour:%Y-%m-%d}", f"{jour:%d/%m/%Y}", f"{jour:%d-%m-%Y}"):
        assert lire_date(forme) == jour


@pytest.mark.parametrize(
    "texte",
    ["2025-02-29", "29/02/2025", "2025-13-01", "1979-12-31", "12/31/2025", "２０２５-01-01"],
)
def test_une_date_impossible_est_refusee(texte: str) -> None:
    with pytest.raises(RegleMetier) as refus:
        lire_date(texte)
    assert refus.value.champ == "date"


@given(st.integers(1, 1440))
def test_une_duree_ecrite_se_relit(minutes: int) -> None:
    assert lire_duree(ecrire_duree(minutes)) == minutes
    assert lire_duree(str(minutes)) == minutes


@pytest.mark.parametrize(
    ("texte", "minutes"),
    [("1:05", 65), ("1h", 60), ("2 heures 15", 135), ("1,5 h", 90), ("45min.", 45), ("24h", 1440)],
)
def test_durees(texte: str, minutes: int) -> None:
    assert lire_duree(texte) == minutes


@given(st.text(max_size=12))
def test_un_texte_quelconque_donne_une_duree_ou_une_phrase(texte: str) -> None:
    try:
        minutes = lire_duree(texte)
    except RegleMetier as refus:
        phrase, suite = refus.message, refus.suite
    else:
        assert 1 <= minutes <= timedelta(days=1) / timedelta(minutes=1)
        return
    assert phrase.endswith(".")
    assert suite
