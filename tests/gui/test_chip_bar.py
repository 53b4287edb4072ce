"""Chips that narrow a list, and the dialog whose answers are digits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal_scls.gui.dialogs import QtDialogs
from journal_scls.gui.widgets.chip_bar import ChipBar
from journal_scls.gui.widgets.choice_dialog import ChoiceDialog
from tests.gui.aides import montrer, nom_accessible, ordre_tab, saisir, touche

PUCES = [("milieu", "Milieu : Les Pins"), ("volet", "Volet : Collectif")]


@pytest.fixture
def bar(qtbot, theme):
    fenetre = QWidget()
    bar = ChipBar("Effacer", fenetre)
    QVBoxLayout(fenetre).addWidget(bar)
    bar.set_chips(PUCES)
    montrer(qtbot, fenetre)
    bar._fenetre = fenetre
    return bar


def test_a_chip_says_what_pressing_it_does(bar):
    assert nom_accessible(bar.chips["milieu"]) == "Retirer le filtre Milieu : Les Pins"
    bar.chips["milieu"].setFocus()
    assert ordre_tab(bar.window(), 2) == [bar.chips["volet"], bar.clear_button]


@pytest.mark.parametrize("cle", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_keys_take_a_chip_away(bar, qtbot, cle):
    with qtbot.waitSignal(bar.removed) as recu:
        touche(bar.chips["volet"], cle)
    assert recu.args == ["volet"]


def test_the_focus_goes_to_the_chip_that_takes_the_place(bar):
    bar.chips["milieu"].setFocus()
    bar.set_chips(PUCES[1:])
    assert QApplication.focusWidget() is bar.chips["volet"]
    bar.set_chips([])
    assert bar.isHidden()


def test_the_same_chips_stay_themselves(bar):
    avant = bar.chips["milieu"]
    bar.set_chips(list(PUCES))
    assert bar.chips["milieu"] is avant


@pytest.mark.parametrize(("frappe", "rang"), [("1", 0), ("3", 2)])
def test_a_digit_answers(qtbot, theme, frappe, rang):
    fenetre, choisis = QWidget(), []
    montrer(qtbot, fenetre)
    dialogs = QtDialogs()
    dialogs.choisir(fenetre, "Pourquoi ?", ("Doublon", "Erreur", "Autre…"), choisis.append)
    (boite,) = fenetre.findChildren(ChoiceDialog)
    assert boite.buttons[0].text() == "1.  Doublon"
    saisir(boite, "9")
    assert choisis == []
    saisir(boite, frappe)
    assert choisis == [rang]
    assert not boite.isVisible()


def test_escape_answers_nothing(qtbot, theme):
    fenetre, choisis = QWidget(), []
    montrer(qtbot, fenetre)
    boite = ChoiceDialog(fenetre, "Pourquoi ?", ("A", "B"), choisis.append, title="Essai")
    boite.open()
    touche(boite.buttons[0], Qt.Key.Key_Down)
    assert boite.focusWidget() is boite.buttons[1]
    touche(boite, Qt.Key.Key_Escape)
    assert choisis == []
