"""The JSON of contracts.md section 4."""

import json

from journal_scls.reports.bilan_json import ecrire_json
from tests.domain.outils_bilan import bilan, collectif, fait, reference
from tests.e2e import cas_type

TABLEAUX = {
    "par_mois", "par_activite", "par_categorie", "par_organisme", "par_mrc", "par_milieu",
    "par_problematique", "par_clientele", "par_tenure", "par_volet", "par_modalite",
    "references", "references_statut", "type_collectif",
}  # fmt: skip


def objet(faits, **options):
    return json.loads(ecrire_json(bilan(faits, **options)))


def test_the_keys_of_the_contract():
    o = objet([fait()])
    assert list(o) == [
        "periode", "filtres", "parametres", "vocabulaire", "compteurs", "indicateurs", "tableaux",
        "avertissements",
    ]  # fmt: skip
    assert o["periode"] == {"du": "2025-01-01", "au": "2025-12-31"}
    assert o["filtres"] == {}
    assert o["parametres"] == {"milieu_dans_la_base": True, "masquage_k": None}
    assert o["vocabulaire"] == "2022"
    assert list(o["compteurs"]) == [
        "interventions", "participations", "personnes_distinctes", "references", "minutes",
    ]  # fmt: skip
    assert set(o["tableaux"]) == TABLEAUX
    assert all(isinstance(lignes, list) for lignes in o["tableaux"].values())


def test_the_worked_case_as_a_script_reads_it():
    o = objet(cas_type.faits())
    lus = {i["id"]: (i["n"], i["N"], i["affiche"]) for i in o["indicateurs"]}
    assert {id_: lus[id_] for id_ in cas_type.ATTENDUS} == cas_type.ATTENDUS
    j01 = o["indicateurs"][0]
    assert j01["part"] == 0.85
    assert (j01["petit_effectif"], j01["publie"]) == (False, "85 %")
    assert j01["base"] == "toutes les interventions finales de la période, volet Milieu compris"


def test_an_empty_base_is_null_and_said():
    j10 = next(i for i in objet([fait()])["indicateurs"] if i["id"] == "J10")
    assert (j10["n"], j10["N"], j10["part"], j10["affiche"]) == (0, 0, None, "s. o.")


def test_a_masked_number_is_null_and_shown_as_less_than_the_threshold():
    o = objet([fait()] * 40 + [collectif(tenure="COOP")] * 3, k=5)
    j03 = next(i for i in o["indicateurs"] if i["id"] == "J03")
    assert (j03["n"], j03["N"], j03["part"], j03["affiche"]) == (None, 43, None, "< 5")
    coop = next(li for li in o["tableaux"]["par_tenure"] if li["code"] == "COOP")
    assert (coop["interventions"], coop["participations"], coop["minutes"]) == (None, None, None)
    assert o["parametres"]["masquage_k"] == 5


def test_a_row_says_its_base_like_an_indicator():
    references = (reference("OC", "BUDGET"), reference("OC", "FAMILLE"), reference("CISSS", "SAD"))
    lignes = objet([fait(references=references)] * 20)["tableaux"]["references"]
    budget = next(li for li in lignes if li["service"] == "BUDGET")
    assert budget["destination"] == "OC"
    assert (budget["n"], budget["N"], budget["affiche"]) == (20, 60, "33 % (20/60 références)")
    assert budget["base"] == "toutes les références de la période"
    assert (budget["N_destination"], budget["part_destination"]) == (40, 0.5)
    assert budget["base_destination"] == "les références à la destination"


def test_french_is_written_as_it_is_read():
    texte = ecrire_json(bilan([fait(organisme="Résidence « L'Île »")]))
    assert "Résidence « L'Île »" in texte
    assert "\u00a0" not in texte
    assert "\u202f" not in texte
