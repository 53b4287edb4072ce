"""F1 explains every screen, offline, in French with its typography."""

import re

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel

from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.aide import Aide
from journal_scls.gui.fenetre.rubriques import RUBRIQUES
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.pages.accueil.page import AccueilPage
from journal_scls.gui.pages.deverrouillage.page import DeverrouillagePage
from journal_scls.gui.widgets.shortcuts_dialog import ShortcutsDialog
from tests.gui.aides import montrer
from tests.gui.ateliers import faire_atelier, faire_dossier
from tests.gui.conftest import RESSOURCES
from tests.gui.fakes import FakeDialogs, InlineRunner

PAGES = RESSOURCES / "aide"
SUJETS = {*(r.cle for r in RUBRIQUES), AccueilPage.aide, DeverrouillagePage.aide}
LIGNES = 30


@pytest.mark.parametrize("sujet", sorted(SUJETS))
def test_every_screen_has_its_page(sujet):
    texte = Aide(PAGES).texte(sujet)
    assert texte.startswith("### À quoi sert cet écran")
    assert len(texte.splitlines()) <= LIGNES  # one page


def test_no_page_is_about_a_screen_that_is_gone():
    assert {page.stem for page in PAGES.glob("*.md")} <= SUJETS


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_typography_is_french(page):
    texte = page.read_text("utf-8")
    assert re.findall(r"« | »|\S [:%](?=\s|$)|'", texte) == []


def test_an_unknown_screen_has_only_its_keys():
    assert Aide(PAGES).texte("") == Aide(None).texte("journal") == Aide(PAGES).texte("../x") == ""


@pytest.fixture
def fenetre(qtbot, theme, tmp_path):
    apparence = Apparence(theme, QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat))
    fenetre = MainWindow()
    fenetre.equiper(InlineRunner(), FakeDialogs(), apparence, aide=Aide(PAGES))
    montrer(qtbot, fenetre)
    yield fenetre
    fenetre.close()
    apparence.deleteLater()


def test_f1_says_the_guide_of_the_page_in_front(fenetre, tmp_path):
    atelier = faire_atelier()
    faire_dossier(atelier, tmp_path / "j")
    fenetre.montrer(DeverrouillagePage(atelier, tmp_path / "j", InlineRunner()))
    fenetre.montrer_aide()
    boite = fenetre.findChild(ShortcutsDialog)
    guides = [w for w in boite.findChildren(QLabel) if w.textFormat() == Qt.TextFormat.MarkdownText]
    assert "Restaurez une sauvegarde" in guides[0].text()
    boite.close()
