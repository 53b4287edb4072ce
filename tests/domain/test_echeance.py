"""Days to come, as people write them."""

from datetime import date

import pytest

from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.errors import RegleMetier

MERCREDI = date(2025, 3, 19)


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("demain", date(2025, 3, 20)),
        ("Après-demain", date(2025, 3, 21)),
        ("+7", date(2025, 3, 26)),
        ("+ 30", date(2025, 4, 18)),
        ("lu", date(2025, 3, 24)),
        ("mercredi", date(2025, 3, 26)),
        ("je.", date(2025, 3, 20)),
        ("19-03", MERCREDI),
        ("18/03", date(2026, 3, 18)),
        ("29-02", date(2028, 2, 29)),
        ("2025-12-01", date(2025, 12, 1)),
    ],
)
def test_a_day_to_come(texte, attendue):
    assert lire_echeance(texte, MERCREDI) == attendue


@pytest.mark.parametrize("texte", ["m", "31/02", "+", "bientôt", ""])
def test_what_is_not_a_day_is_refused(texte):
    with pytest.raises(RegleMetier):
        lire_echeance(texte, MERCREDI)
