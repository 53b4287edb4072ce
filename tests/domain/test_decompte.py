"""What is behind a number: the parts always add up to it, and small parts are not told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.chiffres.comptes import compter
from journal_scls.domain.chiffres.decompte import Decompte, repartir
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.chiffres.proportion import MASQUE, Mesure
from journal_scls.domain.protection.chiffres import INDICATEURS
from tests.domain.outils_bilan import ANNEE, bilan, indicateurs
from tests.reports.outils import faits_aleatoires


def adresses(de):
    yield from ((INDICATEURS, i.id) for i in de.indicateurs)
    yield from ((t.id, ligne.code) for t in de.tableaux for ligne in t.lignes)


def nombre(de, adresse):
    ou, code = adresse
    if ou == INDICATEURS:
        return de.indicateur(code).proportion.n
    return next(li.nombres[0] for li in de.tableau(ou).lignes if li.code == code)


def test_each_number_is_counted_again_and_its_parts_add_up():
    faits = faits_aleatoires(120)
    entier, champs = bilan(faits), indicateurs().champs
    un_par_un = [compter((f,), ANNEE, champs) for f in faits]
    for avec in (True, False):
        entier = bilan(faits, milieu=avec)
        for adresse in adresses(entier):
            decompte = Decompte(adresse, indicateurs(), avec_milieu=avec)
            if adresse == (INDICATEURS, "J12b"):  # many participations of fewer interventions
                assert decompte.mesure is Mesure.INTERVENTIONS
                attendu = nombre(entier, (INDICATEURS, "J12"))
                if avec:
                    assert decompte.compter(compter(faits, ANNEE, champs)) == attendu
                continue
            assert decompte.compter(compter(faits, ANNEE, champs)) == nombre(entier, adresse)
            assert sum(map(decompte.compter, un_par_un)) == nombre(entier, adresse), adresse


def test_a_lonely_small_part_takes_another_with_it():
    ecrits = repartir({"A": 40, "B": 2, "C": 60}, Masquage(5))
    assert ecrits["B"] in ("< 5", MASQUE)
    assert sorted(ecrits.values()).count("60") + sorted(ecrits.values()).count("40") == 1
    assert repartir({"A": 40, "B": 2}, Masquage()) == {"A": "40", "B": "2"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=5))
def test_no_small_part_can_be_computed_from_the_total(parts):
    k, nombres = 5, {str(rang): n for rang, n in enumerate(parts)}
    ecrits = repartir(nombres, Masquage(k))
    total = sum(parts)
    bornes = {
        "< 5": range(1, k),
        MASQUE: range(1, total + 1),
    }
    mondes = [[]]
    for nom, n in nombres.items():
        permis = bornes.get(ecrits[nom], range(n, n + 1))
        mondes = [[*m, v] for m in mondes for v in permis if sum(m) + v <= total]
    mondes = [m for m in mondes if sum(m) == total]
    for rang, n in enumerate(parts):
        if n < k and len(parts) > 1:
            possibles = {m[rang] for m in mondes}
            assert max(possibles) - min(possibles) >= Masquage(k).ecart or set(ecrits.values()) == {
                MASQUE
            }, (ecrits, possibles)
