"""Digits as somebody dictates them, digits to read aloud, a QR code on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from journal_scls.gui.widgets.digits_edit import DigitsEdit
from journal_scls.gui.widgets.qr_view import QUIET, QrView
from journal_scls.gui.widgets.spoken_code import SpokenCode
from tests.gui.aides import montrer, nom_accessible, saisir, touche

pytestmark = pytest.mark.usefixtures("theme")


class TestDigits:
    @pytest.fixture
    def champ(self, qtbot):
        champ = DigitsEdit(30)
        montrer(qtbot, champ)
        return champ

    def test_they_fall_into_groups_as_they_are_typed(self, champ):
        saisir(champ, "12345")
        assert champ.text() == "12345"
        saisir(champ, "67")
        assert (champ.text(), champ.digits()) == ("12345 67", "1234567")
        assert champ.cursorPosition() == 8

    def test_what_is_no_digit_is_left_out_and_so_is_what_is_too_much(self, champ):
        champ.set_digits("n° 123-45 / 678٩" + "0" * 40)
        assert champ.digits() == "12345678" + "0" * 22
        assert champ.complete()

    def test_a_digit_is_added_and_taken_away_in_the_middle(self, champ):
        champ.set_digits("1234567890")
        champ.setCursorPosition(2)
        saisir(champ, "9")
        assert (champ.text(), champ.cursorPosition()) == ("12934 56789 0", 3)
        touche(champ, Qt.Key.Key_Backspace)
        assert (champ.text(), champ.cursorPosition()) == ("12345 67890", 2)

    def test_erasing_steps_over_the_space_between_two_groups(self, champ):
        champ.set_digits("1234567890")
        champ.setCursorPosition(6)
        touche(champ, Qt.Key.Key_Backspace)
        assert champ.text() == "12346 7890"
        champ.setCursorPosition(5)
        touche(champ, Qt.Key.Key_Delete)
        assert champ.text() == "12346 890"

    def test_a_selection_is_replaced(self, champ):
        champ.set_digits("1234567890")
        champ.selectAll()
        saisir(champ, "4")
        assert champ.text() == "4"


def test_groups_are_spelled_and_replaced(qtbot):
    code = SpokenCode()
    code.show_groups(["12345", "67890", "11111", "22222"])
    montrer(qtbot, code)
    assert code.groups() == ["12345", "67890", "11111", "22222"]
    assert nom_accessible(code.labels[1]) == "Groupe 2 : 6 7 8 9 0"
    assert code.labels[3].y() > code.labels[2].y()
    code.show_groups(["00000"])
    assert code.groups() == ["00000"]


def test_a_qr_code_is_black_on_white_in_any_colours(qtbot, theme):
    theme.apply("sombre", 100)
    vue = QrView(name="Code QR de l’invitation")
    qtbot.addWidget(vue)
    assert vue.sizeHint().isEmpty()
    rangees = [[(x * y) % 2 == 0 for x in range(21)] for y in range(21)]
    vue.show_rows(rangees)
    vue.resize(vue.sizeHint())
    image = vue.grab().toImage()
    module = vue.width() // (21 + 2 * QUIET)
    assert module >= 2

    def noir(x, y):
        centre = [(QUIET + n) * module + module // 2 for n in (x, y)]
        return image.pixelColor(*centre) == QColor("black")

    assert [[noir(x, y) for x in range(21)] for y in range(21)] == rangees
    assert image.pixelColor(1, 1) == QColor("white")
