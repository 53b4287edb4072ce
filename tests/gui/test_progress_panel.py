"""What long work shows, driven by the real task runner."""

import time

from PySide6.QtWidgets import QMainWindow

from journal_scls.gui.widgets.progress_panel import ProgressPanel
from tests.gui.aides import Issues


def test_the_panel_comes_after_400_ms_and_its_button_cancels(qtbot, theme, runner):
    fenetre = QMainWindow()
    qtbot.addWidget(fenetre)
    fenetre.resize(900, 600)
    fenetre.show()
    issues = Issues()
    debut = time.monotonic()

    def op(progress):
        while True:
            progress.etape(12, 40, "Importation du lot")
            time.sleep(0.005)

    runner.run(fenetre, op, **issues.tous(), libelle="Importation")
    panneau = ProgressPanel.of(fenetre)
    assert not panneau.isVisible()
    qtbot.waitUntil(lambda: bool(panneau.rows()))
    assert time.monotonic() - debut >= 0.39
    rang = panneau.rows()[0]
    assert panneau.isVisible()
    qtbot.waitUntil(lambda: rang.label.text() == "Importation du lot")
    assert rang.detail.text() == "12 sur 40"
    assert fenetre.rect().contains(panneau.geometry())
    rang.button.click()
    assert rang.label.text() == "Annulation en cours…"
    qtbot.waitUntil(lambda: issues.faits == [("annule",), ("fin",)])
    assert not panneau.isVisible()


def test_quick_work_and_silent_work_show_no_panel(qtbot, runner):
    fenetre = QMainWindow()
    qtbot.addWidget(fenetre)
    fenetre.show()
    issues = []
    runner.run(fenetre, lambda p: time.sleep(0.7), on_success=issues.append, libelle=None)
    runner.run(fenetre, lambda p: None, on_success=issues.append, base=False)
    qtbot.waitUntil(lambda: len(issues) == 2)
    assert fenetre.findChild(ProgressPanel) is None
