"""Which words are judged, which are known, and that the real dictionary does its work."""

import pytest

from journal_scls import bootstrap, paths
from journal_scls.application.orthographe import Correcteur, a_verifier
from journal_scls.orthographe.dictionnaire import DictionnaireHunspell
from tests.fakes import FakeBase


class PetitDictionnaire:
    """Knows what it is given, and counts the questions."""

    def __init__(self, *mots):
        self.mots = set(mots)
        self.questions = 0

    def connait(self, mot):
        self.questions += 1
        return mot in self.mots

    def proches(self, mot):
        return [f"{mot}{n}" for n in range(20)]


@pytest.fixture(scope="module")
def francais():
    return DictionnaireHunspell(paths.resource("orthographe"))


@pytest.fixture
def base():
    return FakeBase()


def correcteur(base, dictionnaire):
    return Correcteur(base.unite, dictionnaire, bootstrap.vocabulaires())


def mots(texte):
    return [mot for _place, mot in a_verifier(texte)]


@pytest.mark.parametrize(
    ("texte", "juges"),
    [
        ("la locatère du 3e", ["la", "locatère", "du"]),
        ("Visite avec Tremblay, puis Madame", ["Visite", "avec", "puis"]),
        ("Fini. Demain, appel", ["Fini", "Demain", "appel"]),
        ("OMH et CLSC, l’OBNL", ["et"]),
        ("écrire à a@b.ca, INT-07a, HLM-12", ["écrire"]),
        ("aujourd’hui, rendez-vous", ["aujourd’hui", "rendez-vous"]),
        ("qu’Élise vienne", ["vienne"]),
        ("", []),
    ],
)
def test_only_words_that_can_be_judged_are(texte, juges):
    assert mots(texte) == juges


def test_every_word_is_where_it_is_said_to_be():
    texte = "Été : l’intervenante 👍 rappèle « demain »"
    assert all(texte[place : place + len(mot)] == mot for place, mot in a_verifier(texte))


def test_a_word_added_is_known_at_once_and_the_next_time(base):
    petit = PetitDictionnaire()
    premier = correcteur(base, petit)
    assert premier.douteux({"guidoune"}) == {"guidoune"}
    premier.ajouter("guidoune")
    assert premier.douteux({"guidoune", "Guidoune", "l’guidoune"}) == set()
    assert correcteur(base, petit).douteux({"guidoune"}) == set()
    assert "guidoune" in base.etat.preferences["lexique"]  # in the encrypted file, nowhere else


def test_an_accent_counts_even_in_a_word_of_the_vocabulary(base):
    assert correcteur(base, PetitDictionnaire()).douteux({"santé"}) == set()
    assert correcteur(base, PetitDictionnaire()).douteux({"sante"}) == {"sante"}


def test_few_words_are_offered(base):
    assert correcteur(base, PetitDictionnaire()).proches("x") == (
        "x0",
        "x1",
        "x2",
        "x3",
        "x4",
        "x5",
    )


def test_the_dictionary_that_ships_knows_french_and_the_trade(base, francais):
    sien = correcteur(base, francais)
    justes = {"intervenante", "l’intervenante", "aujourd’hui", "proche-aidance", "Visite", "œuvre"}
    faux = {"locatère", "psycosocial", "rendévou"}
    assert sien.douteux(justes | faux) == faux
    assert "locataire" in sien.proches("locatère")
    assert sien.proches("psycosocial")[0] == "psychosocial"


def test_no_word_of_the_trade_is_already_french(francais):
    """The list stays short: what the dictionary learns by itself leaves it."""
    from hunspell import Hunspell  # noqa: PLC0415 - the engine without our list

    dossier = paths.resource("orthographe")
    nu = Hunspell("fr", hunspell_data_dir=str(dossier))
    lignes = (dossier / "metier.txt").read_text("utf-8").splitlines()
    inutiles = [m for m in lignes if m and not m.startswith("#") and nu.spell(m)]
    assert inutiles == []
