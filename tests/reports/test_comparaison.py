"""A bilan that is compared says the same differences in all its formats."""

import csv
import io
import json

import pytest
import python_calamine

from journal_scls.domain.chiffres.comparaison import comparer, comparer_lignes
from journal_scls.reports.bilan_csv import ecrire_csv
from journal_scls.reports.bilan_json import ecrire_json
from journal_scls.reports.bilan_texte import LARGEUR, ecrire_texte
from journal_scls.reports.classeur.bilan_xlsx import ecrire_bilan_xlsx
from tests.domain.outils_bilan import bilan, collectif, fait, reference

CISSS = (reference("CISSS", "SAPA"),)
ICI = [fait(references=CISSS)] * 3 + [fait(tenure="OBNL")] * 20 + [collectif(mrc="Nouvelle")] * 7
AVANT = [fait(references=CISSS)] * 9 + [fait(tenure="OBNL")] * 20 + [fait(mrc="Ancienne")]


@pytest.fixture(scope="module", params=[None, 5], ids=["clair", "masqué"])
def deux(request):
    """The same dates: what is compared is not the matter here."""
    return bilan(ICI, k=request.param), bilan(AVANT, k=request.param)


def test_json_gives_both_shares_and_the_points(deux):
    ici, avant = deux
    objet = json.loads(ecrire_json(ici, avant))
    assert objet["comparaison"] == objet["periode"]
    ecarts = comparer(ici, avant)
    for i in objet["indicateurs"]:
        ecart = ecarts[i["id"]]
        assert (i["avant"]["n"], i["avant"]["affiche"]) == (ecart.avant.n, ecart.avant.affiche)
        assert (i["ecart"], i["ecart_affiche"]) == (ecart.points, ecart.affiche)
    for tableau in ici.tableaux:
        siens = comparer_lignes(ici, avant, tableau.id)
        for ligne in objet["tableaux"][tableau.id]:
            assert (ligne["avant"] is None) == (ligne["code"] not in siens)
    assert "comparaison" not in json.loads(ecrire_json(ici))


def test_the_other_formats_say_what_json_says(deux):
    ici, avant = deux
    dits = {i["id"]: i for i in json.loads(ecrire_json(ici, avant))["indicateurs"]}

    texte = io.StringIO(ecrire_csv(ici, avant).decode("utf-8-sig"), newline="")
    lignes = {li["id"]: li for li in csv.DictReader(texte, delimiter=";")
              if li["section"] == "indicateurs"}  # fmt: skip
    livre = python_calamine.load_workbook(io.BytesIO(ecrire_bilan_xlsx(ici, avant)))
    entete, *rangees = livre.get_sheet_by_name("Indicateurs").to_python()
    feuille = {r[0]: dict(zip(entete, r, strict=True)) for r in rangees}
    brut = ecrire_texte(ici, avant)
    assert max(map(len, brut.splitlines())) <= LARGEUR
    for id_, dit in dits.items():
        points = lignes[id_]["ecart_points"].replace(",", ".")
        assert (float(points) if points else None) == dit["ecart"]
        assert lignes[id_]["affiche_avant"] == dit["avant"]["affiche"]
        assert feuille[id_]["Écart, à lire"] == dit["ecart_affiche"]
        assert (feuille[id_]["Écart (points)"] or 0) == pytest.approx(dit["ecart"] or 0)
        assert f"Écart : {dit['ecart_affiche']};" in brut


def test_a_difference_down_is_a_number_for_a_spreadsheet(deux):
    ici, avant = deux
    if ici.parametres.masquage_k is None:
        assert b";-20,0\r\n" in ecrire_csv(ici, avant)
        assert b"'-" not in ecrire_csv(ici, avant)
