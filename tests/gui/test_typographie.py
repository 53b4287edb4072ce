"""Where a line may not break."""

import pytest

from journal_scls.gui.texte_riche import paragraphe, phrase
from journal_scls.gui.widgets.typography import unbreakable


@pytest.mark.parametrize(
    ("ecrit", "dessine"),
    [
        ("Note : « à revoir »", "Note~: «~à revoir~»"),
        ("46 % (92 sur 200 références)", "46~% (92 sur 200 références)"),
        ("12 345 678 lots", "12~345~678 lots"),
        ("14 h 05, 1 h 35 min", "14~h 05, 1~h 35~min"),
        ("0,4 Mo; 100 %.", "0,4~Mo; 100~%."),
        ("le 14 mars 2025", "le 14 mars 2025"),
        ("12 mars, 300 personnes", "12 mars, 300 personnes"),
        ("à 10 :30", "à 10 :30"),
        ("", ""),
    ],
)
def test_spaces_that_hold(ecrit, dessine):
    assert unbreakable(ecrit) == dessine.replace("~", "\u00a0")
    assert unbreakable(unbreakable(ecrit)) == unbreakable(ecrit)


def test_rich_text_goes_through_the_same_door():
    assert "«\u00a0x\u00a0»" in phrase("Dit « x »")
    assert "<b>Durée\u00a0:</b> 1\u00a0h 35" in paragraphe("Durée", "1 h 35")
