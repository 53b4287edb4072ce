"""What a published number may not tell, cell by cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.chiffres.proportion import Mesure, Proportion, pourcent
from journal_scls.domain.errors import RegleMetier
from tests.domain.outils_bilan import bilan, collectif, fait, reference

ESSAIS = settings(deadline=None)
K5 = Masquage(5)
INTERVENTIONS = Mesure.INTERVENTIONS


def part(n: int, total: int) -> tuple[int | None, int | None, float | None, str]:
    p = K5.proportion(INTERVENTIONS, n, total)
    return p.n, p.total, p.part, p.affiche


@pytest.mark.parametrize(
    ("nombre", "visible"), [(0, 0), (1, None), (4, None), (5, 5), (6, 6), (10_000, 10_000)]
)
def test_a_number_below_the_threshold_is_hidden_and_zero_is_not(nombre, visible):
    assert K5.nombre(nombre) == visible


def test_without_a_threshold_nothing_is_hidden():
    assert Masquage().nombre(1) == 1
    assert Masquage().proportion(INTERVENTIONS, 1, 2).n == 1


@pytest.mark.parametrize("k", [2, 1, 0, -3])
def test_a_threshold_that_hides_nothing_is_refused(k):
    with pytest.raises(RegleMetier, match="trop petit"):
        Masquage(k)


def test_a_small_numerator_hides_its_share_too():
    assert part(3, 200) == (None, 200, None, "< 5")


@pytest.mark.parametrize("n", [0, 1, 3])
def test_a_small_base_hides_everything(n):
    assert part(n, 3) == (None, None, None, "< 5")


def test_all_but_one_is_as_telling_as_one():
    assert part(59, 60) == (None, 60, None, "tous sauf < 5")
    assert part(55, 60) == (55, 60, 55 / 60, "92 % (55/60 interventions)")


def test_none_and_all_of_a_large_base_are_shown():
    assert part(0, 40)[3] == "0 % (0/40 interventions)"
    assert part(40, 40)[3] == "100 % (40/40 interventions)"


def test_an_empty_base_stays_without_object():
    assert part(0, 0) == (0, 0, None, "s. o.")


def test_many_participations_of_few_interventions_are_few():
    p = K5.proportion(Mesure.PARTICIPATIONS, 60, 90, appui=(2, 32))
    assert (p.n, p.total, p.affiche) == (None, 90, "< 5 interventions")
    p = K5.proportion(Mesure.PARTICIPATIONS, 30, 90, appui=(30, 32))
    assert p.affiche == "tous sauf < 5 interventions"
    p = K5.proportion(Mesure.PARTICIPATIONS, 90, 90, appui=(2, 2))
    assert (p.n, p.total) == (None, None)


@ESSAIS
@given(
    st.integers(3, 30),
    st.integers(0, 300).flatmap(lambda t: st.tuples(st.integers(0, t), st.just(t))),
)
def test_what_is_shown_never_tells_of_a_few(k, n_total):
    n, total = n_total
    p = Masquage(k).proportion(INTERVENTIONS, n, total)
    petits = {valeur for valeur in (n, total, total - n) if 0 < valeur < k}
    assert (p.n is None) == bool(petits)
    assert (p.part is None) == bool(petits or not total)
    assert p.total is None or p.total == 0 or p.total >= k
    if petits:
        assert "%" not in p.affiche


def test_a_hidden_row_hides_all_its_numbers():
    faits = [fait() for _ in range(40)] + [collectif(nb_personnes=30) for _ in range(2)]
    tableau = bilan(faits, k=5).tableau("par_volet")
    lignes = {ligne.code: ligne for ligne in tableau.lignes}
    assert lignes["COLLECTIF"].nombres == (None, None, None)
    assert lignes["COLLECTIF"].parts[0].affiche == "< 5"
    assert lignes["INDIVIDUEL"].parts[0].affiche == "tous sauf < 5"
    assert lignes["MILIEU"].nombres == (0, 0, 0)


def test_few_participations_of_many_interventions_are_hidden_alone():
    faits = [fait(nb_personnes=0) for _ in range(9)] + [fait(nb_personnes=2)]
    (ligne,) = bilan(faits, k=5).tableau("par_activite").lignes
    assert ligne.nombres == (10, None, 300)


def test_a_row_hidden_in_one_of_its_bases_is_hidden_in_both():
    references = [reference("OC", "BUDGET")] * 6 + [reference("OC", "FAMILLE")] * 5
    references += [reference("CISSS", "SAPA")] * 7 + [reference("CISSS", "SAD")]
    un_bilan = bilan([fait(references=(r,)) for r in references], k=5)
    lignes = {ligne.code: ligne for ligne in un_bilan.tableau("references").lignes}
    assert lignes["OC:BUDGET"].nombres == (6,)
    # 7 of 8 would show the eighth, though 7 of 19 would not.
    assert lignes["CISSS:SAPA"].nombres == (None,)
    assert [p.n for p in lignes["CISSS:SAPA"].parts] == [None, None]
    assert [p.part for p in lignes["CISSS:SAPA"].parts] == [None, None]


def test_the_example_of_the_method_page():
    faits = [fait(volet="INDIVIDUEL") for _ in range(58)]
    faits += [collectif() for _ in range(70)] + [fait(volet="MILIEU") for _ in range(3)]
    un_bilan = bilan(faits, k=5)
    lignes = {ligne.code: ligne for ligne in un_bilan.tableau("par_volet").lignes}
    assert [lignes[v].masque for v in ("INDIVIDUEL", "MILIEU")] == ["masqué", "< 5"]
    assert lignes["COLLECTIF"].parts[0].affiche == "53 % (70/131 interventions)"
    assert un_bilan.compteurs.interventions == 131
    # 58 is a base too, and zero is about nobody.
    assert un_bilan.indicateur("J05b").proportion.affiche == "0 intervention, base masquée"


def test_four_small_rows_under_a_small_one_do_not_add_up_to_it():
    petit = {"organisme": "Office 1", "mrc": "MRC 1"}
    noms = [f"Milieu {rang}" for rang in range(4)]
    faits = [fait(**petit, milieu=nom) for nom in noms]
    grand = [(f"Milieu {rang}", f"Office {rang % 3 + 2}") for rang in range(4, 12)]
    faits += [fait(milieu=m, organisme=o, mrc="MRC 1") for m, o in grand for _ in range(20)]
    un_bilan = bilan(faits, k=5)
    office = next(li for li in un_bilan.tableau("par_organisme").lignes if li.code == "Office 1")
    milieux = [li for li in un_bilan.tableau("par_milieu").lignes if li.code in noms]
    # 1 + 1 + 1 + 1 is 4: all five cannot say « < 5 ».
    assert [ligne.masque for ligne in (office, *milieux)] == ["masqué"] + ["< 5"] * 4


def test_services_are_left_out_under_a_small_destination_only():
    references = [reference("OC", "BUDGET")] * 12 + [reference("OC", "FAMILLE")] * 8
    references += [reference("CISSS", "SAPA")] * 9 + [reference("CISSS", "SAD")] * 7
    references += [reference("MUNICIPAL", "AUTRE")] * 3
    un_bilan = bilan([fait(references=(r,)) for r in references], k=5)
    lignes = {ligne.code: ligne for ligne in un_bilan.tableau("references").lignes}
    assert lignes["MUNICIPAL"].masque == "< 5"
    assert "MUNICIPAL:AUTRE" not in lignes
    cachee = next(code for code in ("OC", "CISSS") if lignes[code].masquee)
    assert sum(code.startswith(f"{cachee}:") for code in lignes) == 2


def test_the_counters_of_a_few_interventions_are_hidden_together():
    compteurs = bilan([fait(personne="P-1", nb_personnes=30)], k=5).compteurs
    assert {getattr(compteurs, nom) for nom in compteurs.__slots__} == {None}


def test_a_few_distinct_persons_are_hidden_alone():
    faits = [fait(personne=f"P-{rang % 3}") for rang in range(30)]
    compteurs = bilan(faits, k=5).compteurs
    assert (compteurs.interventions, compteurs.personnes_distinctes) == (30, None)
    assert compteurs.references == 0


def test_without_masking_the_same_bilan_shows_all():
    assert bilan([fait()], k=None).indicateur("J01").proportion == Proportion.exacte(
        INTERVENTIONS, 1, 1
    )


@ESSAIS
@given(st.integers(1, 10**9).flatmap(lambda t: st.tuples(st.integers(0, t), st.just(t))))
def test_rounding_is_half_up_for_any_integers(n_total):
    n, total = n_total
    arrondi = pourcent(n, total)
    # arrondi - 1/2 <= 100 n / N < arrondi + 1/2, on integers.
    assert (2 * arrondi - 1) * total <= 200 * n < (2 * arrondi + 1) * total
