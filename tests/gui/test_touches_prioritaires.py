"""Ctrl+E leads to sending from a text field too, where Linux gives that key to the field."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journal_scls.gui.fenetre.touches_prioritaires import TouchesPrioritaires
from tests.gui.aides import montrer

CTRL = Qt.KeyboardModifier.ControlModifier


def garde(champ, touche):
    """Whether the field keeps the key for itself, as those of Linux keep Ctrl+E."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, touche, CTRL)
    QCoreApplication.sendEvent(champ, event)
    return event.isAccepted()


def champ(genre):
    class Avide(genre):
        def event(self, event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return super().event(event)

    return Avide()


@pytest.mark.parametrize("genre", [QLineEdit, QPlainTextEdit])
def test_the_field_that_has_the_focus_leaves_ctrl_e_to_the_menu(qtbot, theme, genre):
    fenetre = QWidget()
    premier, second = champ(genre), champ(genre)
    boite = QVBoxLayout(fenetre)
    boite.addWidget(premier)
    boite.addWidget(second)
    TouchesPrioritaires(fenetre)
    montrer(qtbot, fenetre)
    premier.setFocus()
    assert not garde(premier, Qt.Key.Key_E)
    assert garde(premier, Qt.Key.Key_A)
    second.setFocus()
    assert garde(premier, Qt.Key.Key_E)
    assert not garde(second, Qt.Key.Key_E)
