"""How tests of the entry page type, fill and look.

Its fixtures are those of a module that says so: `page, clavier = saisies.page, saisies.clavier`.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from journal_scls.application.lectures import Filtre
from journal_scls.gui.pages.saisie.page import SaisiePage
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import HorlogeFixe
from tests.gui import aides
from tests.gui.aides import montrer
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import ouvrir_nouveau

CTRL = Qt.KeyboardModifier.ControlModifier


def ouvrir_page(qtbot, journal, runner):
    """In a window, the focus in the first field; the caller keeps the window."""
    fenetre = QMainWindow()
    page = SaisiePage(journal, runner, FakeDialogs())
    fenetre.setCentralWidget(page)
    fenetre.resize(1280, 720)
    montrer(qtbot, fenetre)
    page.entered()
    page.formulaire.milieu.setFocus()  # past the quick line, which has its own tests
    return fenetre, page


class Clavier:
    """Counts the keys; a chord is one key and its modifiers."""

    def __init__(self, page):
        self.page = page
        self.touches = 0

    def taper(self, texte):
        self.touches += len(texte)
        aides.saisir(QApplication.focusWidget() or self.page, texte)

    def tab(self, fois=1):
        for _ in range(fois):
            self.touche(Qt.Key.Key_Tab)

    def touche(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.touches += 1 + modifier.value.bit_count()
        aides.touche(QApplication.focusWidget() or self.page, key, modifier)

    def enregistrer(self):
        self.touche(Qt.Key.Key_Return, CTRL)


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def page(qtbot, theme, journal, runner):
    _fenetre, page = ouvrir_page(qtbot, journal, runner)
    yield page
    page.mettre_de_cote()


@pytest.fixture
def clavier(page):
    return Clavier(page)


def seule(journal):
    lignes = journal.lectures.lister(Filtre(annulees=True))
    assert len(lignes) == 1
    return journal.interventions.lire(lignes[0].id)


def remplir(page, **champs):
    """A form that could be saved, but for what the test says."""
    page.formulaire.vider()
    etat = {
        "milieu": "SANS_MILIEU",
        "activite": "ECOUTE",
        "clientele": "AINES",
        "duree_min": "45",
        "categorie": "C4",
    }
    page.formulaire.poser({**page.formulaire.etat(), **etat, **champs})


def erreur(page, champ):
    if champ == "references":
        return page.formulaire.references._erreur.text()
    return page.formulaire.rangs[champ].error()


def annuler_par_le_toast(page):
    return Toast.of(page.window()).trigger()
