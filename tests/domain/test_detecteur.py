"""What may name somebody in a note: figures on two corpora, one of them never used to tune."""

import itertools
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import Environnement
from journal_scls.domain.journal.detecteur import Detecteur, lire_detecteur, remplacer

RACINE = Path(__file__).parents[2]
_MARQUE = re.compile(r"\[\[(.*?)\]\]")


@cache
def detecteur() -> Detecteur:
    chemin = RACINE / "resources" / "prenoms.toml"
    return lire_detecteur(tomllib.loads(chemin.read_text("utf-8")), chemin.name)


def notes(nom):
    """Each note, and the bounds of what it should not hold."""
    lignes = (RACINE / "tests" / "data" / "saisie" / nom).read_text("utf-8").splitlines()
    for ligne in lignes:
        if not ligne or ligne.startswith("#"):
            continue
        bornes, retrait = [], 0
        for trouve in _MARQUE.finditer(ligne):
            debut = trouve.start() - retrait
            bornes.append((debut, debut + len(trouve[1])))
            retrait += 4
        yield _MARQUE.sub(r"\1", ligne), bornes


def chiffres(nom):
    """Right warnings, warnings, what had to be found, and the mistakes to read."""
    justes = dits = trouves = attendus = 0
    fautes = []
    for note, bornes in notes(nom):
        signales = detecteur().signaler(note)
        bons = [s for s in signales if any(s.debut < b and a < s.fin for a, b in bornes)]
        vus = [(a, b) for a, b in bornes if any(s.debut < b and a < s.fin for s in signales)]
        justes, dits = justes + len(bons), dits + len(signales)
        trouves, attendus = trouves + len(vus), attendus + len(bornes)
        if len(bons) != len(signales) or len(vus) != len(bornes):
            fautes.append((note, [s.mots for s in signales]))
    return justes / dits, trouves / attendus, fautes


@pytest.mark.parametrize(
    ("nom", "precision_min", "rappel_min"),
    [("notes.txt", 0.97, 0.97), ("notes_temoins.txt", 0.85, 0.85)],
)
def test_figures(nom, precision_min, rappel_min):
    precision, rappel, fautes = chiffres(nom)
    assert precision >= precision_min, fautes
    assert rappel >= rappel_min, fautes


def test_the_corpus_is_large_and_half_of_it_is_ordinary():
    tous = list(notes("notes.txt"))
    ordinaires = [note for note, bornes in tous if not bornes]
    assert len(tous) >= 100
    assert len(ordinaires) >= 50


@pytest.mark.parametrize(
    ("texte", "genre"),
    [
        ("Appeler Mme Gagnon", "nom"),
        ("Vu Jean-Guy ce matin", "prénom"),
        ("au 418-555-0134", "téléphone"),
        ("NAM TREM 5655 1214", "numéro d’assurance maladie"),
        ("NAS 291 746 535", "numéro d’assurance sociale"),
        ("à l'app. 12", "logement"),
        ("au 12, rue des Pins", "adresse"),
        ("G5L 1A1", "code postal"),
        ("née le 14 mars 1948", "date de naissance"),
        ("a@b.ca", "courriel"),
    ],
)
def test_each_kind_with_its_words(texte, genre):
    (signale,) = detecteur().signaler(texte)
    assert signale.genre == genre
    assert texte[signale.debut : signale.fin] == signale.mots


@pytest.mark.parametrize(
    "texte",
    ["NAS 291 746 536", "NAM TREM 5699 1214", "12 locataires", "Pierre posée au jardin", "450 $"],
)
def test_what_cannot_be_one_is_not_a_warning(texte):
    assert detecteur().signaler(texte) == ()


def test_what_is_proposed_takes_the_place_of_the_words_alone():
    note = "Mme Gagnon, app. 12, rappelle."
    propre = remplacer(note, detecteur().signaler(note))
    assert propre == "[une personne], [logement], rappelle."
    assert detecteur().signaler(propre) == ()


@given(st.text(max_size=300))
def test_any_text_is_read_and_warnings_never_overlap(texte):
    signales = detecteur().signaler(texte)
    assert all(texte[s.debut : s.fin] == s.mots for s in signales)
    suite = list(itertools.pairwise(signales))
    assert all(avant.fin <= apres.debut for avant, apres in suite)


def test_a_file_without_its_lists_is_refused():
    with pytest.raises(Environnement, match=r"prenoms\.toml"):
        lire_detecteur({"noms": "lucie"}, "prenoms.toml")
