"""« Réglages »: what is chosen is kept and done at once, on real vaults and real files."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel

from journal_scls.application.ports_dossiers import Controle, Secret
from journal_scls.application.preferences import Preferences, lire_preferences
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.poste import Poste
from journal_scls.gui.pages.reglages.code import CodeDialog
from journal_scls.gui.pages.reglages.etat_dossier import ACTES
from journal_scls.gui.pages.reglages.page import ReglagesPage
from journal_scls.gui.pages.reglages.phrase import PhraseDialog
from tests.gui.aides import montrer, sans_nom
from tests.gui.ateliers import PHRASE, SansTrousseau, faire_atelier, profil
from tests.gui.deux_dossiers import contexte
from tests.gui.fakes import FakeDialogs, InlineRunner

SOURCES = Path(__file__).parents[2] / "src" / "journal_scls"
NOUVELLE = "cinq autres mots tout neufs"


class Banc:
    """The page on a real journal, and what the window would have been asked."""

    def __init__(self, atelier, place, apparence):
        self.atelier = atelier
        self.journal, self.ancien_code = atelier.creer(place, profil(), PHRASE)
        self.runner, self.dialogs = InlineRunner(), FakeDialogs()
        self.regles, self.demandes = [], []
        rien = self.demandes.append
        poste = Poste(
            apparence,
            self.regles.append,
            lambda: rien("restaurer"),
            lambda: rien("sauvegarder"),
        )
        donne = contexte(self.journal, self.runner, self.dialogs)
        self.page = ReglagesPage(replace(donne, poste=poste))
        self.page.resize(1000, 700)

    def confirmer(self, secret):
        self.atelier.dossiers.confirmer(self.journal.dossier, secret)


@pytest.fixture
def apparence(theme, tmp_path):
    apparence = Apparence(theme, QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat))
    yield apparence
    apparence.deleteLater()


@pytest.fixture
def ouvrir(qtbot, tmp_path, apparence):
    ouverts = []

    def ouvrir(trousseau=None):
        banc = Banc(faire_atelier(trousseau), tmp_path / "journal", apparence)
        ouverts.append(banc)
        montrer(qtbot, banc.page)
        banc.page.entered()
        return banc

    yield ouvrir
    for banc in ouverts:
        banc.journal.fermer()


@pytest.fixture
def banc(ouvrir):
    return ouvrir()


def test_the_text_and_the_colours_change_under_the_hand(banc, theme, apparence):
    banc.page.affichage.taille.chosen.emit(150)
    banc.page.affichage.couleurs.chosen.emit("sombre")
    assert (theme.echelle, theme.nom) == (150, "sombre")
    apparence.changer("clair", 100)  # by the menu: the page follows
    assert banc.page.affichage.taille.value() == 100
    assert banc.page.affichage.couleurs.value() == "clair"


def test_what_is_chosen_is_kept_and_told_to_the_window(banc):
    banc.page.habitudes.delai.set_value(5)
    banc.page.habitudes.delai.chosen.emit(5)
    banc.page.habitudes.orthographe.click()
    voulues = Preferences(5, orthographe=False)
    assert banc.regles[-1] == voulues
    assert lire_preferences(banc.journal.preference) == voulues


def test_what_was_kept_is_shown(ouvrir):
    banc = ouvrir()
    banc.journal.enregistrer_preference("verrouillage_min", "30")
    banc.page.entered()
    assert banc.page.habitudes.delai.value() == 30


def dialogue(page, genre):
    return page.window().findChild(genre)


def test_the_passphrase_changes(banc):
    banc.page.protection.phrase.click()
    boite = dialogue(banc.page, PhraseDialog)
    assert list(sans_nom(boite)) == []
    boite.actuelle.edit.setText("pas la bonne phrase")
    boite.phrases.phrase.edit.setText(NOUVELLE)
    boite.phrases.encore.edit.setText(NOUVELLE)
    boite.changer.click()
    assert "ne convient pas" in boite.ligne.error()
    boite.actuelle.edit.setText(PHRASE)
    boite.changer.click()
    banc.confirmer(Secret(phrase=NOUVELLE))
    assert boite.actuelle.text() == boite.phrases.phrase.text() == ""


def test_a_new_code_is_shown_once_and_printed(banc, tmp_path):
    banc.dialogs.repondre("demander_texte", PHRASE)
    banc.page.protection.code.click()
    boite = dialogue(banc.page, CodeDialog)
    assert list(sans_nom(boite)) == []
    groupes = [w.text() for w in boite.findChildren(QLabel) if w.property("role") == "code"]
    banc.confirmer(Secret(code="-".join(groupes)))
    assert "-".join(groupes) != banc.ancien_code.texte
    ouverts = []
    boite._ouvrir_fichier = ouverts.append
    banc.dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "feuille.pdf")
    boite.feuille.click()
    assert (tmp_path / "feuille.pdf").read_bytes().startswith(b"%PDF")
    assert len(ouverts) == 1
    boite.fermer.click()


def test_a_wrong_passphrase_gives_no_code(banc):
    banc.dialogs.repondre("demander_texte", "pas la bonne phrase")
    banc.page.protection.code.click()
    assert dialogue(banc.page, CodeDialog) is None
    assert "ne convient pas" in str(banc.runner.erreurs[0])
    banc.confirmer(Secret(code=banc.ancien_code.texte))


def test_the_keyring_is_a_box_that_says_the_truth(banc):
    case = banc.page.protection.trousseau
    banc.dialogs.repondre("demander_texte", None, PHRASE)
    case.click()
    assert not case.isChecked()  # the person gave up
    case.click()
    assert case.isChecked()
    banc.confirmer(Secret(trousseau=True))
    case.click()
    assert not case.isChecked()
    assert not banc.journal.securite.trousseau()


def test_a_computer_without_a_keyring_leaves_the_box_empty(ouvrir):
    banc = ouvrir(SansTrousseau())
    banc.dialogs.repondre("demander_texte", PHRASE)
    banc.page.protection.trousseau.click()
    assert not banc.page.protection.trousseau.isChecked()
    assert "pas de trousseau" in banc.dialogs.dits[-1][1]


def test_the_copies_are_listed_and_made(banc):
    assert banc.page.copies.liste.text() == "Aucune copie pour l’instant."
    banc.page.copies.maintenant.click()
    lignes = banc.page.copies.liste.text().split("\n")
    assert lignes[0].startswith("aujourd’hui, ")
    assert lignes[-1].replace("\u200b", "").endswith("sauvegardes")
    banc.page.copies.cle_usb.click()
    banc.page.copies.remettre.click()
    assert banc.demandes == ["sauvegarder", "restaurer"]


def test_a_diagnosis_is_read_line_by_line(banc):
    banc.page.dossier.verifier.click()
    assert banc.page.dossier.resultat.text() == "Tout est en ordre."
    texte = banc.page.dossier.details.toPlainText()
    assert texte.count("✓") >= 4
    banc.page.dossier.montrer_controles([Controle("intégrité", ok=False, message="abîmée")])
    assert banc.page.dossier.resultat.property("role") == "erreur"
    assert "✗ intégrité : abîmée" in banc.page.dossier.details.toPlainText()


def test_the_register_is_read_in_words(banc):
    banc.journal.securite.changer_phrase(PHRASE, NOUVELLE)
    banc.page.dossier.registre.click()
    texte = banc.page.dossier.details.toPlainText()
    assert "Phrase de passe changée" in texte
    assert "2025" in texte


def test_every_act_of_the_register_has_words():
    ecrits = set()
    for source in SOURCES.rglob("*.py"):
        for noeud in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(noeud, ast.Call) and getattr(noeud.func, "attr", "") in {
                "noter",
                "_noter",
            }:
                ecrits |= {
                    a.value
                    for a in noeud.args[:1]
                    if isinstance(a, ast.Constant) and isinstance(a.value, str)
                }
    assert ecrits - ACTES.keys() == set()


def test_everything_has_a_name_and_its_own_letter(banc):
    assert list(sans_nom(banc.page)) == []


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_wider_than_the_window(banc, theme, echelle):
    theme.apply("clair", echelle)
    banc.page.resize(1280 - 250, 700)
    banc.page.dossier.verifier.click()
    assert banc.page.horizontalScrollBar().maximum() == 0
