"""What an accusé lets a journal conclude: it only grows, whatever the order and the repetitions."""

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.echange.accuse import (
    INCARNATIONS_MAX,
    SUITES_MAX,
    Accuse,
    Contradiction,
    EnvoiConnu,
    IncarnationAccusee,
    LotAccuse,
    SuiteRecue,
    dire_lots,
    dresser,
    en_plages,
    lots_accuses,
    objections,
)

VIE, AUTRE, TROISIEME = (UUID(int=n) for n in (1, 2, 3))
JOURNAL, REGION = UUID(int=8), UUID(int=9)


def empreinte(seq: int, branche: str = "a") -> str:
    return f"{branche}{seq}"


def lot(
    seq: int, branche: str = "a", avant: str | None = None, vie: UUID = VIE, epoque: int = 1
) -> LotAccuse:
    precedente = empreinte(seq - 1, avant or branche) if seq > 1 else None
    return LotAccuse(
        incarnation=vie, epoque=epoque, seq=seq, empreinte=empreinte(seq, branche),
        precedente=precedente, etat_nombre=0, etat_condense="",
    )  # fmt: skip


def envoi(seq: int, branche: str = "a", vie: UUID = VIE) -> EnvoiConnu:
    return EnvoiConnu(
        incarnation=vie, epoque=1, seq=seq, empreinte=empreinte(seq, branche), complet=False,
        accuse=False,
    )  # fmt: skip


def accuse(lots, numero: int = 1) -> Accuse:
    return Accuse(
        region=REGION, journal=JOURNAL, numero=numero, incarnations=dresser(lots),
        etat_nombre=0, etat_condense="",
    )  # fmt: skip


ENVOIS = [envoi(n) for n in range(1, 9)]


def test_runs_gaps_and_forks():
    (vie,) = dresser([lot(n) for n in (2, 3, 6, 7)] + [lot(7, "b", "a")])
    assert vie.recus == (
        SuiteRecue(du=2, au=3, empreinte="a3"),
        SuiteRecue(du=6, au=7, empreinte="a7"),
        SuiteRecue(du=6, au=7, empreinte="b7"),
    )
    assert vie.manquants == ((1, 1), (4, 5))
    assert vie.bifurcations == (7,)


def test_a_broken_chain_is_two_runs():
    (vie,) = dresser([lot(1), lot(2), lot(3, "b", "b")])
    assert [(s.du, s.au) for s in vie.recus] == [(1, 2), (3, 3)]
    assert vie.manquants == ()


def test_the_last_digest_vouches_for_the_whole_run():
    dit = accuse([lot(n) for n in (1, 2, 3, 5)])
    assert lots_accuses(dit, ENVOIS) == {(VIE, n) for n in (1, 2, 3, 5)}
    assert objections(dit, ENVOIS, [VIE]) == ()


def test_what_the_region_received_of_a_clone_is_not_marked():
    # Lot 3 there is another lot 3 than ours, chained on our lot 2.
    dit = accuse([lot(1), lot(2), lot(3, "b", "a")])
    assert lots_accuses(dit, ENVOIS) == set()
    (objection,) = objections(dit, ENVOIS, [VIE])
    assert objection.genre is Contradiction.LOT_DIFFERENT
    (objection,) = objections(dit, ENVOIS[:2], [VIE])
    assert objection.genre is Contradiction.LOT_JAMAIS_FAIT
    both = accuse([lot(1), lot(2), lot(3), lot(3, "b", "a")])
    assert lots_accuses(both, ENVOIS) == {(VIE, n) for n in (1, 2, 3)}
    assert [o.genre for o in objections(both, ENVOIS, [VIE])] == [Contradiction.LOT_DIFFERENT]


def test_an_unknown_life_is_contradicted_and_a_closed_one_is_not():
    dit = accuse([lot(1), lot(1, vie=AUTRE, epoque=2)])
    assert [o.genre for o in objections(dit, ENVOIS, [VIE])] == [Contradiction.INCARNATION_INCONNUE]
    assert [v.id for v in dit.incarnations] == [AUTRE, VIE]
    plus_loin = accuse([lot(n) for n in range(1, 12)])
    assert objections(plus_loin, ENVOIS, [VIE]) != ()
    assert objections(plus_loin, ENVOIS, [VIE, AUTRE]) == ()


def test_a_hostile_journal_does_not_swell_its_accuse():
    recus = [lot(2 * n, vie=UUID(int=99 + v), epoque=v) for n in range(1, 99) for v in range(1, 60)]
    vies = dresser(recus)
    assert len(vies) == INCARNATIONS_MAX
    assert vies[0].epoque == 59
    for liste in ("recus", "manquants", "bifurcations"):
        assert sum(len(getattr(v, liste)) for v in vies) <= SUITES_MAX


def test_a_run_as_long_as_numbers_go_costs_nothing():
    geante = Accuse(
        region=REGION, journal=JOURNAL, numero=1, etat_nombre=0, etat_condense="",
        incarnations=(
            IncarnationAccusee(
                id=VIE, epoque=1, recus=(SuiteRecue(du=1, au=8, empreinte="a8"),
                                         SuiteRecue(du=1, au=2**31 - 1, empreinte="z")),
            ),
        ),
    )  # fmt: skip
    assert len(lots_accuses(geante, ENVOIS)) == 8
    assert [o.seq for o in objections(geante, ENVOIS, [VIE])] == [2**31 - 1]


def du_chemin(chemin: str, vie: UUID) -> LotAccuse:
    """A lot named by all its ancestors, as a real digest is: « aab » follows « aa »."""
    return LotAccuse(
        incarnation=vie, epoque=1, seq=len(chemin), empreinte=chemin,
        precedente=chemin[:-1] or None, etat_nombre=0, etat_condense="",
    )  # fmt: skip


NOTRES = [
    EnvoiConnu(incarnation=vie, epoque=1, seq=n, empreinte="a" * n, complet=False, accuse=False)
    for vie in (VIE, AUTRE)
    for n in range(1, 8)
]
lots = st.lists(
    st.builds(du_chemin, st.text("ab", min_size=1, max_size=7), st.sampled_from([VIE, AUTRE])),
    max_size=20,
    unique_by=lambda lu: (lu.incarnation, lu.empreinte),
)


@given(lots, st.randoms(use_true_random=False))
def test_what_is_told_does_not_depend_on_the_order_of_arrival(recus, hasard):
    melanges = list(recus)
    hasard.shuffle(melanges)
    assert dresser(melanges) == dresser(recus)


@given(lots)
def test_no_lot_is_marked_that_the_region_has_not(recus):
    possedes = {(r.incarnation, r.seq) for r in recus if "b" not in r.empreinte}
    marques = lots_accuses(accuse(recus), NOTRES)
    assert marques <= possedes
    if all("b" not in r.empreinte for r in recus):
        assert marques == possedes


@given(lots)
def test_whatever_is_not_ours_is_contradicted(recus):
    etrangers = {r.incarnation for r in recus if "b" in r.empreinte}
    dit = accuse(recus)
    for vie in (VIE, AUTRE):
        trouvees = objections(dit, NOTRES, [TROISIEME, vie])
        assert (vie in etrangers) == any(o.incarnation == vie for o in trouvees)


@given(st.lists(st.integers(0, 8), max_size=6), st.randoms(use_true_random=False))
def test_accuses_in_any_order_any_number_of_times_mark_the_same(etapes, hasard):
    """The region receives lots one by one and says at some moments what it has."""
    ordre = list(range(1, 9))
    hasard.shuffle(ordre)
    dits = [accuse([lot(n) for n in ordre[:etape]], n) for n, etape in enumerate(etapes, 1)]

    def marquer(suite):
        marques, traces = set(), [set()]
        for dit in suite:
            marques |= lots_accuses(dit, ENVOIS)
            traces.append(set(marques))
        assert all(a <= b for a, b in pairwise(traces))
        return marques

    attendu = marquer(dits)
    assert attendu == {(VIE, n) for n in ordre[: max(etapes, default=0)]}
    encore = [*dits, *dits]
    hasard.shuffle(encore)
    assert marquer(encore) == attendu


@pytest.mark.parametrize(
    ("seqs", "dit"),
    [
        ([3], "votre lot 3"),
        ([1, 2], "vos lots 1 et 2"),
        (range(1, 13), "vos lots 1 à 12"),
        ([1, 2, 3, 8], "vos lots 1 à 3 et 8"),
        ([1, 3, 5], "vos lots 1, 3 et 5"),
        ([1, 2, 4, 5, 6, 8], "vos lots 1, 2, 4 à 6 et 8"),
    ],
)
def test_lots_are_told_in_french(seqs, dit):
    assert dire_lots(seqs) == dit


def test_ranges():
    assert en_plages([]) == ()
    assert en_plages([8, 1, 2, 3, 2]) == ((1, 3), (8, 8))
