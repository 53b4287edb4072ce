"""The tidy CSV that Excel in French opens without a question."""

import csv
import io

import pytest

from journal_scls.reports.bilan_csv import COLONNES, ecrire_csv, neutraliser
from tests.domain.outils_bilan import bilan, collectif, fait
from tests.e2e import cas_type


def lire(un_bilan):
    texte = ecrire_csv(un_bilan).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(texte, newline=""), delimiter=";", strict=True))


def test_the_file_is_what_excel_expects():
    octets = ecrire_csv(bilan([fait()]))
    assert octets.startswith(b"\xef\xbb\xbfsection;id;libelle;")
    assert octets.endswith(b"\r\n")
    assert all(set(ligne) == set(COLONNES) for ligne in lire(bilan([fait()])))


def test_the_worked_case_is_in_it():
    lignes = {
        li["id"]: li for li in lire(bilan(cas_type.faits())) if li["section"] == "indicateurs"
    }
    for id_, (n, total, affiche) in cas_type.ATTENDUS.items():
        assert (lignes[id_]["n"], lignes[id_]["N"], lignes[id_]["affiche"]) == (
            str(n), str(total), affiche,
        )  # fmt: skip
    assert lignes["J04"]["part"] == "0,7950"


def test_one_number_a_line():
    lignes = [li for li in lire(bilan([fait(duree_min=45)])) if li["section"] == "par_activite"]
    assert [(li["mesure"], li["n"], li["part"]) for li in lignes] == [
        ("interventions", "1", "1,0000"), ("participations", "1", ""), ("minutes", "45", ""),
    ]  # fmt: skip


def test_what_was_asked_is_in_it():
    lignes = {(li["section"], li["id"]): li["affiche"] for li in lire(bilan([fait()], k=5))}
    assert lignes["periode", "du"] == "2025-01-01"
    assert lignes["parametres", "masquage_k"] == "5"
    assert lignes["parametres", "milieu_dans_la_base"] == "oui"
    assert lignes["compteurs", "interventions"] == "< 5"


def test_masked_numbers_are_empty():
    lignes = lire(bilan([fait()] * 30 + [collectif()] * 3, k=5))
    collectives = [li for li in lignes if (li["section"], li["id"]) == ("par_volet", "COLLECTIF")]
    assert [(li["n"], li["affiche"]) for li in collectives] == [
        ("", "< 5"), ("", "masqué"), ("", "masqué"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "nom", ["=1+1", "+1", "-1", "@SOMME(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("x";"y")']
)
def test_a_name_is_never_a_formula(nom):
    lignes = lire(bilan([fait(organisme=nom)]))
    trouvees = [li for li in lignes if li["section"] == "par_organisme" and nom in li["libelle"]]
    assert trouvees
    assert all(li["libelle"] == li["id"] == f"'{nom}" for li in trouvees)


def test_ordinary_text_and_numbers_are_untouched():
    assert [neutraliser(v) for v in (12, "", "< 5", "L'Île", "J01")] == [
        12, "", "< 5", "L'Île", "J01",
    ]  # fmt: skip
