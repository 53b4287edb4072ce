"""The definitions: what the data says, what the document says, and what is refused."""

import copy
import re
from pathlib import Path

import pytest

from journal_scls.domain.chiffres.indicateurs import lire_indicateurs
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.errors import Environnement
from tests.domain.outils_bilan import bilan, fait, indicateurs, toml_indicateurs, vocabulaires

METHODE = Path(__file__).parents[2] / "docs" / "methode-indicateurs.md"
IDS = [
    "J01",
    "J02",
    "J03",
    "J03r",
    "J04",
    "J04b",
    "J05",
    "J05b",
    "J06",
    "J07",
    "J08",
    "J09",
    "J10",
    "J11",
    "J12",
    "J12b",
    "J13",
    "J14",
]
AVEC_MILIEU = ["J01", "J02", "J03", "J03r", "J04", "J04b", "J05", "J12", "J12b"]


def test_every_published_indicator_has_one_definition():
    assert [d.id for d in indicateurs().definitions] == IDS


def test_the_switchable_bases_are_those_of_rule_10():
    assert [d.id for d in indicateurs().definitions if d.milieu_parametrable] == AVEC_MILIEU


def test_the_printed_base_says_which_way_rule_10_was_applied():
    avec, sans = bilan([fait()]), bilan([fait()], milieu=False)
    for id_ in IDS:
        if id_ in AVEC_MILIEU:
            assert avec.indicateur(id_).base.endswith(", volet Milieu compris")
            assert sans.indicateur(id_).base.endswith(", sans le volet Milieu")
        else:
            assert avec.indicateur(id_).base == sans.indicateur(id_).base


def test_the_base_of_a_nested_indicator_is_the_numerator_of_its_parent():
    par_id = {d.id: d for d in indicateurs().definitions}
    emboites = {d.id: d.sous for d in par_id.values() if d.sous}
    assert emboites == {
        "J07": "J06", "J08": "J06", "J10": "J09", "J11": "J09", "J13": "J12", "J14": "J12",
    }  # fmt: skip
    for enfant, parent in emboites.items():
        assert par_id[enfant].denominateur == par_id[parent].numerateur


def test_the_units_of_the_measures():
    mesures = {d.id: d.mesure for d in indicateurs().definitions}
    en_references = [id_ for id_, mesure in mesures.items() if mesure is Mesure.REFERENCES]
    assert en_references == ["J06", "J07", "J08", "J09", "J10", "J11"]
    assert mesures["J12b"] is Mesure.PARTICIPATIONS


def test_the_method_document_says_what_the_data_says():
    lignes = [
        [cellule.strip() for cellule in ligne.strip().strip("|").split("|")]
        for ligne in METHODE.read_text("utf-8").splitlines()
        if re.match(r"\| J\d", ligne)
    ]
    assert [(id_, lib, base, mil, pub) for id_, lib, _, base, mil, pub in lignes] == [
        (d.id, d.libelle, d.base, "oui" if d.milieu_parametrable else "–", d.publie or "–")
        for d in indicateurs().definitions
    ]


def test_the_method_document_names_the_codes_of_each_numerator():
    texte = METHODE.read_text("utf-8")
    for definition in indicateurs().definitions:
        ligne = next(li for li in texte.splitlines() if li.startswith(f"| {definition.id} |"))
        for critere in definition.numerateur:
            if critere.champ != "avec_reference" and not critere.sauf:
                assert all(code in ligne for code in critere.codes)


def modifie(**champs):
    donnees = copy.deepcopy(toml_indicateurs())
    donnees["indicateur"][0] |= champs
    return donnees


def sans(champ):
    donnees = modifie()
    del donnees["indicateur"][0][champ]
    return donnees


@pytest.mark.parametrize(
    ("donnees", "raison"),
    [
        ({}, "aucun indicateur"),
        ({"indicateur": []}, "aucun indicateur"),
        ({"indicateur": ["J01"]}, "n'a pas d'« id »"),
        (modifie() | {"indicateurs": []}, "« indicateurs » n'est pas compris"),
        (modifie(id=" "), "n'a pas d'« id »"),
        (modifie(id="J02"), "« J02 » est défini deux fois"),
        (modifie(sous="J99"), "« J01 » est sous « J99 », qui n'est pas avant lui"),
        (modifie(couleur="bleu"), "« J01 » : « couleur » n'est pas compris"),
        (modifie(milieu_parametrable="oui"), "« J01 » : « milieu_parametrable » n'est pas compris"),
        (sans("base"), "« J01 » : il manque « base »"),
        (sans("numerateur"), "« J01 » : il manque « numerateur »"),
        (modifie(mesure="personnes"), "« J01 » : la mesure « personnes » n'existe pas"),
        (modifie(numerateur={"destination": ["CISSS"]}), "on ne filtre pas des interventions par"),
        (
            modifie(mesure="references", milieu_parametrable=False),
            "on ne filtre pas des références",
        ),
        (
            modifie(mesure="references", numerateur={"destination": ["OC"]}),
            "une base de références n'a pas de volet Milieu",
        ),
        (modifie(numerateur={"tenure": "OH"}), "« tenure » doit donner une liste de codes"),
        (modifie(numerateur={"tenure": []}), "« tenure » doit donner une liste de codes"),
        (modifie(numerateur={"tenure": {"pas": ["OH"]}}), "doit donner une liste de codes"),
        (modifie(numerateur={"tenure": ["HLM"]}), "numerateur : le code « HLM » n'existe pas"),
        (modifie(denominateur={"volet": ["X"]}), "denominateur : le code « X » n'existe pas"),
        (modifie(numerateur={"avec_reference": ["PEUT"]}), "le code « PEUT » n'existe pas"),
        (
            modifie(
                mesure="references", milieu_parametrable=False, numerateur={"service": ["SPA"]}
            ),
            "le code « SPA » n'existe pas pour « service »",
        ),
        (modifie() | {"volet_milieu": {"code": "MILIEU"}}, "« volet_milieu » doit avoir"),
        (
            modifie() | {"volet_milieu": {"code": "RUE", "compris": "a", "exclu": "b"}},
            "le volet « RUE » n'existe pas",
        ),
    ],
)
def test_a_wrong_definition_is_refused_with_its_place(donnees, raison):
    with pytest.raises(Environnement) as refus:
        lire_indicateurs(donnees, "indicateurs.toml", vocabulaires())
    assert raison in refus.value.message
    assert refus.value.message.startswith("Les indicateurs (indicateurs.toml) ne peuvent pas")
    assert refus.value.suite
