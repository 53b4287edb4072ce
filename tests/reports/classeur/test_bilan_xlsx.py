"""The bilan as a workbook, read again by another library."""

import io
import re
import zipfile

import pytest
import python_calamine

from journal_scls.reports.bilan_json import bilan_en_objet
from journal_scls.reports.classeur.bilan_xlsx import ecrire_bilan_xlsx
from tests.domain.outils_bilan import bilan, fait
from tests.e2e import cas_type


def lire(octets):
    livre = python_calamine.load_workbook(io.BytesIO(octets))
    return {nom: livre.get_sheet_by_name(nom).to_python() for nom in livre.sheet_names}


@pytest.fixture(scope="module")
def cas():
    return bilan(cas_type.faits())


def test_the_worked_case_is_in_it(cas):
    lignes = {ligne[0]: ligne for ligne in lire(ecrire_bilan_xlsx(cas))["Indicateurs"]}
    for id_, (n, total, affiche) in cas_type.ATTENDUS.items():
        assert (lignes[id_][2], lignes[id_][3], lignes[id_][5]) == (n, total, affiche)
    assert lignes["J04"][4] == pytest.approx(0.795)


def test_every_table_says_what_the_json_says(cas):
    feuilles, objet = lire(ecrire_bilan_xlsx(cas)), bilan_en_objet(cas)
    for tableau, lignes in zip(cas.tableaux, list(feuilles.values())[2:-1], strict=True):
        attendues = [(li["code"], li["n"], li["affiche"]) for li in objet["tableaux"][tableau.id]]
        rang = 2 + len(tableau.nombres) + 2
        assert [(li[0], li[2], li[rang]) for li in lignes[1:-1]] == attendues, tableau.id
        assert lignes[-1][1:3] == ["Total", tableau.total]


def test_a_masked_number_is_in_no_cell():
    peu = bilan([fait(mrc="Ici")] * 3 + [fait(mrc="Là")] * 40, k=5)
    par_mrc = {ligne[1].strip(): ligne for ligne in lire(ecrire_bilan_xlsx(peu))["Par MRC"]}
    assert par_mrc["Ici"][2:5] == ["", "", ""]
    assert 3.0 not in par_mrc["Ici"]


def test_names_of_sheets_are_whole_words_that_excel_takes(cas):
    noms = list(lire(ecrire_bilan_xlsx(cas)))
    assert all(len(nom) <= 31 for nom in noms)
    assert len({nom.casefold() for nom in noms}) == len(noms)
    assert {
        "Références par destination",
        "Par problématique",
        "Par type d'action collective",
    } <= set(noms)


def test_what_a_spreadsheet_would_run_stays_text():
    piege = '=HYPERLINK("http://exemple.invalid")'
    octets = ecrire_bilan_xlsx(bilan([fait(mrc=piege), fait(mrc="+1")]))
    with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
        feuilles = [zip_.read(n).decode() for n in zip_.namelist() if "worksheets/sheet" in n]
    assert not any(re.search(r"<f>|<hyperlink", feuille) for feuille in feuilles)
    assert piege in {ligne[1] for ligne in lire(octets)["Par MRC"]}


def test_the_same_bilan_gives_the_same_bytes(cas):
    assert ecrire_bilan_xlsx(cas) == ecrire_bilan_xlsx(cas)


def test_a_demonstration_says_so(cas):
    assert ["Mention", "DÉMO"] in [
        ligne[:2] for ligne in lire(ecrire_bilan_xlsx(cas, mention="DÉMO"))["Bilan"]
    ]
