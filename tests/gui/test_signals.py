"""The reason for the PySide6 pin: 6.12 on Python 3.11 loses a reference to True at each emit."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

TOLERANCE = 200  # the interpreter itself moves these counts a little


class Emetteur(QObject):
    booleen = Signal(bool)
    objet = Signal(object)
    rien = Signal()


@pytest.mark.parametrize("valeur", [True, False, None])
def test_ten_thousand_signals_lose_no_reference(qapp, valeur):
    emetteur = Emetteur()
    recus = [0]

    def compter(*_valeurs):
        recus[0] += 1

    emetteur.objet.connect(compter)
    emetteur.booleen.connect(compter)
    emetteur.rien.connect(compter)
    avant = {v: sys.getrefcount(v) for v in (True, False, None)}
    for _ in range(10_000):
        emetteur.objet.emit(valeur)
        emetteur.booleen.emit(bool(valeur))
        emetteur.rien.emit()
    assert recus == [30_000]
    for v, compte in avant.items():
        assert abs(sys.getrefcount(v) - compte) < TOLERANCE, v


def test_twenty_thousand_texts_lose_no_reference(qtbot):
    champ = QLineEdit()
    qtbot.addWidget(champ)
    recus = []
    champ.textChanged.connect(recus.append)
    avant = {v: sys.getrefcount(v) for v in (True, None)}
    for i in range(20_000):
        champ.setText(str(i))
        champ.isEnabled()
    assert len(recus) == 20_000
    for v, compte in avant.items():
        assert abs(sys.getrefcount(v) - compte) < TOLERANCE, v
