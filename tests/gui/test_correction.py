"""The spelling of notes: underlined once the word is left, never while it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from journal_scls.gui.correction import Correction
from journal_scls.gui.widgets.text_area import TextArea
from tests.gui.aides import montrer, saisir
from tests.gui.fakes import InlineRunner

FAUX = {"locatère", "rendévou", "été"}


class FauxCorrecteur:
    def __init__(self):
        self.faux = set(FAUX)
        self.questions = []

    def douteux(self, mots):
        self.questions.append(set(mots))
        return frozenset(self.faux & set(mots))

    def proches(self, mot):
        return ("locataire", "locature") if mot == "locatère" else ()

    def ajouter(self, mot):
        self.faux.discard(mot)


@pytest.fixture
def banc(qtbot, theme):
    page = QWidget()
    boite = QVBoxLayout(page)
    page.zone = TextArea()
    boite.addWidget(page.zone)
    page.runner, page.correcteur = InlineRunner(), FauxCorrecteur()
    page.correction = Correction(page.correcteur, page.runner, page)
    page.correction.suivre(page)
    page.correction.activer(True)
    montrer(qtbot, page)
    page.zone.edit.setFocus()
    return page


def soulignes(banc):
    """The underlined words, once the person paused and the worker answered."""
    marqueur = banc.correction._marqueurs.get(banc.zone.edit)
    if marqueur is None:
        return []
    marqueur.mark()
    banc.correction._minuterie.timeout.emit()
    return marqueur.marked()


def presser(edit, touche, modificateur=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(edit, touche, modificateur)


def menu():
    surgi = QApplication.activePopupWidget()
    assert isinstance(surgi, QMenu)
    return surgi


def test_a_word_is_judged_once_it_is_left(banc):
    saisir(banc.zone, "la locatère")
    assert soulignes(banc) == []
    saisir(banc.zone, " ")
    assert soulignes(banc) == ["locatère"]


def test_the_lines_come_by_themselves(qtbot, banc):
    saisir(banc.zone, "la locatère ")
    marqueur = banc.correction._marqueurs[banc.zone.edit]
    qtbot.waitUntil(lambda: marqueur.marked() == ["locatère"])
    saisir(banc.zone, "a")  # a line follows its word while other words are typed
    assert marqueur.marked() == ["locatère"]


def test_the_dictionary_is_asked_once_for_a_word(banc):
    saisir(banc.zone, "la locatère la locatère ")
    soulignes(banc)
    soulignes(banc)
    demandes = [mot for question in banc.correcteur.questions for mot in question]
    assert len(demandes) == len(set(demandes))


def test_signs_beyond_the_basic_plane_do_not_move_the_line(banc):
    banc.zone.set_text("👍🏽 la locatère viendra 👍 rendévou.")
    assert soulignes(banc) == ["locatère", "rendévou"]


def test_underlining_is_not_typing(banc):
    banc.zone.set_text("la locatère viendra")
    dits = []
    banc.zone.text_changed.connect(lambda: dits.append(True))
    assert soulignes(banc) == ["locatère"]
    assert dits == []


def test_alt_f7_offers_and_enter_replaces(banc):
    saisir(banc.zone, "la locatère viendra ")
    soulignes(banc)
    presser(banc.zone.edit, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    textes = [a.text() for a in menu().actions() if not a.isSeparator()]
    assert textes == ["locataire", "locature", "Ajouter « locatère » à mon dictionnaire"]
    presser(menu(), Qt.Key.Key_Return)
    assert banc.zone.text() == "la locataire viendra "
    banc.zone.edit.undo()
    assert banc.zone.text() == "la locatère viendra "


def test_a_word_without_another_says_so_and_may_be_added(banc):
    saisir(banc.zone, "rendévou demain ")
    assert soulignes(banc) == ["rendévou"]
    presser(banc.zone.edit, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    aucune, _filet, ajouter = menu().actions()
    assert aucune.text() == "Aucune proposition"
    assert not aucune.isEnabled()
    ajouter.trigger()
    menu().close()
    assert soulignes(banc) == []


def test_the_menu_key_offers_words_above_the_ordinary_menu(banc):
    saisir(banc.zone, "la locatère viendra ")
    soulignes(banc)
    curseur = banc.zone.edit.textCursor()
    curseur.setPosition(5)
    banc.zone.edit.setTextCursor(curseur)
    raison = QContextMenuEvent.Reason.Keyboard
    place = banc.zone.edit.cursorRect().center()
    evenement = QContextMenuEvent(raison, place, banc.zone.edit.mapToGlobal(place))
    QApplication.sendEvent(banc.zone.edit, evenement)
    premier = menu().actions()[0]
    assert premier.text() == "Remplacer « locatère »"
    assert premier.menu().actions()[0].text() == "locataire"
    menu().close()


def test_nothing_is_offered_when_all_is_well(banc):
    saisir(banc.zone, "tout va bien ")
    soulignes(banc)
    presser(banc.zone.edit, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None


def test_turned_off_it_asks_nothing_and_takes_its_lines_away(banc):
    saisir(banc.zone, "la locatère viendra ")
    assert soulignes(banc) == ["locatère"]
    banc.correction.activer(False)
    assert soulignes(banc) == []
    avant = len(banc.correcteur.questions)
    saisir(banc.zone, "rendévou ")
    soulignes(banc)
    assert banc.correcteur.questions[avant:] == []
    banc.correction.activer(True)
    assert soulignes(banc) == ["locatère", "rendévou"]


def test_a_selection_is_kept_while_lines_come(banc):
    saisir(banc.zone, "la locatère viendra ")
    curseur = banc.zone.edit.textCursor()
    curseur.setPosition(3)
    curseur.setPosition(11, QTextCursor.MoveMode.KeepAnchor)
    banc.zone.edit.setTextCursor(curseur)
    soulignes(banc)
    assert banc.zone.edit.textCursor().selectedText() == "locatère"
