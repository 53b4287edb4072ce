"""Nobody there: a warning, a way to stay, then the lock. The clock moves by hand."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.application.preferences import Preferences
from journal_scls.gui.verrou.autoverrou import AutoVerrou
from journal_scls.gui.verrou.session import Session
from journal_scls.gui.verrou.veille import ABSENCE_S, Veille
from tests.gui.aides import montrer
from tests.gui.fakes import InlineRunner


class Montre:
    def __init__(self):
        self.instant = 1000.0

    def __call__(self):
        return self.instant


@pytest.fixture
def montre():
    return Montre()


@pytest.fixture
def faits():
    return []


@pytest.fixture
def veille(montre, faits, qapp):
    veille = Veille(None, montre)
    veille.avertie.connect(faits.append)
    veille.rassuree.connect(lambda: faits.append("rassuree"))
    veille.echue.connect(lambda: faits.append("echue"))
    yield veille
    veille.arreter()


def passer(veille, montre, secondes):
    for _ in range(secondes):
        montre.instant += 1
        veille.regarder()


def test_thirty_seconds_are_counted_down_before_the_end(veille, montre, faits):
    veille.surveiller(60)
    passer(veille, montre, 29)
    assert faits == []
    passer(veille, montre, 30)
    assert faits == list(range(30, 0, -1))
    passer(veille, montre, 2)
    assert faits[30:] == ["echue", "echue"]  # until somebody could lock


def test_a_gesture_starts_again_and_takes_the_warning_away(veille, montre, faits):
    veille.surveiller(60)
    passer(veille, montre, 31)
    veille.toucher()
    veille.toucher()
    assert faits == [30, 29, "rassuree"]
    passer(veille, montre, 29)
    assert faits == [30, 29, "rassuree"]


def test_a_computer_that_slept_is_told_at_once_whatever_the_delay(veille, montre, faits):
    veille.surveiller(3600)
    passer(veille, montre, 5)
    montre.instant += ABSENCE_S + 1
    veille.regarder()
    assert faits == ["echue"]


def test_a_slow_second_is_not_a_sleep(veille, montre, faits):
    veille.surveiller(3600)
    montre.instant += ABSENCE_S - 1
    veille.regarder()
    assert faits == []


def test_a_real_key_on_a_real_window_is_a_gesture(qtbot, veille, montre, faits):
    fenetre = QWidget()
    champ = QLineEdit(fenetre)
    montrer(qtbot, fenetre)
    veille.surveiller(60)
    champ.setFocus()
    passer(veille, montre, 31)
    QTest.keyClick(fenetre.windowHandle(), Qt.Key.Key_A)
    assert champ.text() == "a"
    assert faits[-1] == "rassuree"


class Fenetre(QWidget):
    """A window that locks, or that the disk prevents from locking."""

    def __init__(self):
        super().__init__()
        self.verrous = 0
        self.empechee = False

    def verrouiller(self):
        self.verrous += 1
        if not self.empechee:
            self.auto.finir()


@pytest.fixture
def fenetre(qtbot, montre):
    fenetre = Fenetre()
    fenetre.runner = InlineRunner()
    fenetre.auto = AutoVerrou(fenetre, fenetre.runner, fenetre.verrouiller, montre)
    montrer(qtbot, fenetre)
    yield fenetre
    fenetre.auto.finir()


def test_the_warning_is_on_screen_and_its_button_stays(fenetre, montre):
    fenetre.auto.regler(Preferences(verrouillage_min=1))
    passer(fenetre.auto.veille, montre, 40)
    avis = fenetre.auto.avis
    assert avis.isVisible()
    assert avis.label.text() == "Le journal se verrouille dans 20 secondes."
    avis.button.click()
    assert not avis.isVisible()
    passer(fenetre.auto.veille, montre, 60)
    assert fenetre.verrous == 1
    assert not avis.isVisible()


def test_a_long_operation_is_let_to_its_end(fenetre, montre):
    fenetre.auto.regler(Preferences(verrouillage_min=1))
    fenetre.runner.pause = True
    fenetre.runner.run(fenetre, lambda _p: None, on_success=lambda _r: None)
    passer(fenetre.auto.veille, montre, 70)
    assert fenetre.verrous == 0
    fenetre.runner.liberer()
    passer(fenetre.auto.veille, montre, 1)
    assert fenetre.verrous == 1


def test_a_lock_that_the_disk_refuses_is_tried_again_after_the_delay(fenetre, montre):
    fenetre.empechee = True
    fenetre.auto.regler(Preferences(verrouillage_min=1))
    passer(fenetre.auto.veille, montre, 119)
    assert fenetre.verrous == 1
    passer(fenetre.auto.veille, montre, 1)
    assert fenetre.verrous == 2


def test_a_session_that_locks_does_not_wait(fenetre):
    fenetre.auto.session.quittee.emit()
    assert fenetre.verrous == 0  # nothing is open
    fenetre.auto.regler(Preferences())
    fenetre.auto.session.quittee.emit()
    assert fenetre.verrous == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus desktops only")
def test_only_a_beginning_is_a_departure(qapp):
    partis = []
    session = Session()
    session.quittee.connect(lambda: partis.append(True))
    session._dite(False)  # the computer wakes up, the screen is unlocked
    assert partis == []
    session._dite(True)
    session._verrouillee()
    assert partis == [True, True]
