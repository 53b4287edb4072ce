"""What realistic lines are taken for, with the figures."""

from dataclasses import replace

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.domain.ligne_rapide.lexique import FicheNommee, lire_lexique, une_faute
from tests.domain.ligne_rapide.outils import corpus, dit, lire, sans_milieux
from tests.fabriques import vocabulaires


def test_the_corpus_is_read_as_a_person_means_it():
    cas = corpus()
    assert len(cas) >= 60
    lues = [(texte, attendu, dit(lire(texte))) for texte, attendu in cas]
    justes = sum((attendu & lu).total() for _texte, attendu, lu in lues)
    dites = sum(lu.total() for _texte, _attendu, lu in lues)
    attendues = sum(attendu.total() for _texte, attendu, _lu in lues)
    manquees = [texte for texte, attendu, lu in lues if attendu != lu]
    assert justes / dites >= 0.97
    assert justes / attendues >= 0.97
    assert len(manquees) / len(cas) <= 0.05, manquees


def test_a_chip_knows_its_words_and_its_other_meanings():
    ligne = "atelier 30 min"
    activite = lire(ligne).toutes("activite")[0]
    assert ligne[activite.debut : activite.fin] == "atelier"
    assert [sens.code for sens in activite.autres] == ["FORMATION_CONF"]


def test_the_person_has_the_last_word_on_a_chip():
    lue = lire("jardin écoute")
    jardin = lue.toutes("type_collectif")[0]
    sans = lue.corrigee({("type_collectif", "jardin"): None})
    assert sans.valeur("type_collectif") is None
    assert sans.restes == ((jardin.debut, jardin.fin),)
    atelier = lire("atelier")
    autre = atelier.toutes("activite")[0].autres[0]
    change = atelier.corrigee({("activite", "atelier"): autre})
    assert replace(change.puces[0], autres=()).valeur == autre.code


def test_a_word_that_two_buildings_share_means_neither():
    deux = sans_milieux().avec(
        "milieu",
        [FicheNommee("A", "Résidence Bellevue"), FicheNommee("B", "Résidence Beauport")],
    )
    assert deux.chercher(["residence"]) == (0, ())
    assert deux.chercher(["bellevue"])[1][0].code == "A"


@pytest.mark.parametrize(
    ("a", "b", "attendu"),
    [
        ("conflit", "conflict", True),
        ("erables", "erabels", True),
        ("erables", "erable", True),
        ("conflit", "conflit", False),
        ("loyer", "foyers", False),
    ],
)
def test_one_letter_wrong(a, b, attendu):
    assert une_faute(a, b) is une_faute(b, a) is attendu


def test_a_code_that_the_vocabulary_does_not_know_is_refused():
    with pytest.raises(Environnement, match="INCONNU"):
        lire_lexique({"activite": {"INCONNU": ["mot"]}}, "x.toml", vocabulaires())
