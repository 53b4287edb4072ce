"""Which key counts for which lot: by the lot itself, never by a clock nor by arrival."""

import random
from datetime import UTC, datetime
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.echange.inscription import (
    CleJournal,
    Revocation,
    ValiditeCle,
    cle_valide,
    validite_cle,
)
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription

JOURNAL, VIE, AUTRE_VIE = (UUID(int=n) for n in (1, 2, 3))
LE = datetime(2025, 3, 14, tzinfo=UTC)


def cle(rang: int, epoque: int = 1, depuis: int = 1) -> CleJournal:
    return CleJournal(
        journal=JOURNAL,
        cle=bytes([rang]) * 32,
        destinataire=f"age{rang}",
        rang=rang,
        epoque=epoque,
        depuis_seq=depuis,
        acceptee_le=LE,
    )


def revocation(apres: int, vie: UUID | None = VIE) -> Revocation:
    return Revocation(journal=JOURNAL, incarnation=vie, apres_seq=apres, le=LE, raison="essai")


def juger(cles, revocations, n, seq, *lot):
    epoque, vie = (*lot, *(1, VIE)[len(lot) :])
    return validite_cle(cles, revocations, bytes([n]) * 32, incarnation=vie, epoque=epoque, seq=seq)


def test_the_first_key_holds_in_every_life():
    for epoque, seq, vie in product((1, 2, 9), (1, 500), (VIE, AUTRE_VIE)):
        assert juger([cle(1)], [], 1, seq, epoque, vie) is ValiditeCle.VALIDE
    assert juger([cle(1)], [], 2, 1) is ValiditeCle.INCONNUE
    assert juger([], [], 1, 1) is ValiditeCle.INCONNUE


def test_a_rotation_holds_from_its_lot_on():
    cles = [cle(1), cle(2, 2, 5)]
    attendu = {
        (1, 1, 1): ValiditeCle.VALIDE,
        (1, 1, 99): ValiditeCle.VALIDE,  # a late lot of the older life
        (1, 2, 4): ValiditeCle.VALIDE,
        (1, 2, 5): ValiditeCle.REMPLACEE,
        (1, 3, 1): ValiditeCle.REMPLACEE,
        (2, 2, 4): ValiditeCle.TROP_TOT,
        (2, 1, 99): ValiditeCle.TROP_TOT,
        (2, 2, 5): ValiditeCle.VALIDE,
        (2, 3, 1): ValiditeCle.VALIDE,
    }
    lus = {(n, e, s): juger(cles, [], n, s, e) for n, e, s in attendu}
    assert lus == attendu


def test_a_revocation_goes_by_life_and_closes_those_nobody_has_seen():
    revocations = [revocation(5), revocation(0, None)]
    cles = [cle(1)]
    assert juger(cles, revocations, 1, 5) is ValiditeCle.VALIDE
    assert juger(cles, revocations, 1, 6) is ValiditeCle.REVOQUEE
    # Whatever epoch the thief signs.
    assert juger(cles, revocations, 1, 1, 1, AUTRE_VIE) is ValiditeCle.REVOQUEE
    assert not cle_valide(cles, revocations, cles[0].cle, incarnation=VIE, epoque=1, seq=6)


def test_the_strictest_revocation_counts():
    for revocations in ([revocation(5), revocation(3)], [revocation(3), revocation(5)]):
        assert juger([cle(1)], revocations, 1, 4) is ValiditeCle.REVOQUEE
        assert juger([cle(1)], revocations, 1, 3) is ValiditeCle.VALIDE
    assert juger([cle(1)], [revocation(0), revocation(0, None)], 1, 1) is ValiditeCle.REVOQUEE


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 6)), max_size=4),
    st.lists(st.tuples(st.sampled_from([VIE, AUTRE_VIE, None]), st.integers(0, 6)), max_size=4),
    st.tuples(st.integers(1, 3), st.integers(1, 7)),
    st.integers(),
)
def test_arrival_decides_nothing_and_at_most_one_key_holds(rotations, retraits, lot, graine):
    places = sorted(rotations)
    cles = [cle(1), *(cle(i, *place) for i, place in enumerate(places, start=2))]
    revocations = [revocation(apres, vie) for vie, apres in retraits]
    epoque, seq = lot

    def lire():
        return [juger(cles, revocations, n, seq, epoque) for n in range(1, len(cles) + 1)]

    avant = lire()
    random.Random(graine).shuffle(cles)
    random.Random(graine).shuffle(revocations)
    assert lire() == avant
    # Exactly one key per place, so that nobody can sign under a key that was given up.
    attendu = 0 if ValiditeCle.REVOQUEE in avant else 1
    assert avant.count(ValiditeCle.VALIDE) == attendu


@pytest.mark.parametrize("code", CodeInscription)
def test_each_refusal_says_what_happened_and_what_to_do(code):
    refus = RefusInscription(code)
    for phrase in (refus.message, refus.suite):
        assert phrase.endswith(".")
        assert "\n" not in phrase
    assert refus.code.value == code.value
    assert refus.champ in ("fichier", "empreinte")
