"""Anything may be typed: no crash, nothing invented, the same answer each time."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.ligne_rapide.lexique import MOT
from journal_scls.domain.ligne_rapide.ligne import LIGNE_MAX
from journal_scls.domain.texte import replier_sans_trace
from tests.domain.ligne_rapide.outils import corpus, lexique, lire

_MOTS = sorted({mot for texte, _attendu in corpus() for mot in texte.split()})
LIGNES = st.one_of(
    st.text(max_size=LIGNE_MAX + 50),
    st.lists(st.sampled_from(_MOTS) | st.text(max_size=6), max_size=14).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(LIGNES)
def test_every_chip_and_every_leftover_covers_words_of_the_line(texte):
    lue = lire(texte)
    places = [*((p.debut, p.fin) for p in lue.puces), *lue.restes]
    assert all(0 <= debut < fin <= len(lue.texte) for debut, fin in places)
    # Two chips share words only when these mean both: an activity and its kind.
    distinctes = sorted(set(places))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(distinctes))
    assert texte.startswith(lue.texte)


@settings(max_examples=150, deadline=None)
@given(LIGNES)
def test_the_same_line_gives_the_same_chips(texte):
    assert lire(texte) == lire(texte)


@settings(max_examples=150, deadline=None)
@given(LIGNES)
def test_no_letter_is_left_unsaid(texte):
    """What is no chip, no leftover, no empty word is no word at all."""
    lue = lire(texte)
    pris = set()
    for debut, fin in [*((p.debut, p.fin) for p in lue.puces), *lue.restes]:
        pris.update(range(debut, fin))
    reste = "".join(c if i not in pris else " " for i, c in enumerate(lue.texte))
    dits = {lue.mots(puce) for puce in lue.puces}
    for lettres in MOT.findall(replier_sans_trace(reste)):
        muets = lexique().vides | lexique().marques  # « vers vers » opens one referral
        connu = lexique().chercher([lettres])[0]  # said already by a chip
        assert lettres in muets or connu or dits or not lettres.isascii()
