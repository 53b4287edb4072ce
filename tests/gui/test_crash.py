"""A bug ends in one dialog, whose report holds nothing that was typed."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from journal_scls.domain.texte import replier
from journal_scls.gui.crash import CrashDialog, CrashHandler, rapport

SECRET = "Élise Ménard, logement 112"


def bogue() -> Exception:
    """An error raised inside our own code, with content in its message and in its cause."""
    try:
        try:
            replier(SECRET.encode())  # type: ignore[arg-type]
        except Exception as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as exc:
        return exc
    raise AssertionError


@pytest.fixture
def crash(qapp):
    crash = CrashHandler()
    yield crash
    crash.uninstall()
    if crash.dialog is not None:
        crash.dialog.close()


def test_the_report_says_where_and_never_what():
    texte = rapport(bogue())
    assert SECRET not in texte
    assert "Élise" not in texte
    assert "builtins.RuntimeError" in texte
    assert "builtins.TypeError" in texte
    assert "domain/texte.py" in texte
    assert "replier" in texte
    assert "Journal SCLS 0.1.0" in texte
    assert "PySide6 6.11" in texte
    assert __file__ not in texte
    assert "/" not in texte.split("domain/texte.py")[0].splitlines()[-1].strip()


def test_the_dialog_reassures_and_copies(qtbot, crash):
    crash.report(bogue())
    dialogue = crash.dialog
    assert isinstance(dialogue, CrashDialog)
    textes = [w.text() for w in dialogue.findChildren(QLabel)]
    assert "Quelque chose a mal tourné. Vos saisies sont conservées." in textes
    dialogue.copy_button.click()
    assert QApplication.clipboard().text() == dialogue.report.toPlainText() == rapport(bogue())
    assert dialogue.copy_button.text() == "Rapport copié"


def test_one_dialog_at_a_time_and_no_storm(qtbot, crash):
    exc = bogue()
    crash.report(exc)
    premier = crash.dialog
    crash.report(ValueError("autre"))
    assert crash.dialog is premier
    premier.close()
    assert crash.dialog is None
    crash.report(exc)  # a paint that fails again at once
    assert crash.dialog is None
    crash.report(ValueError("autre"))
    assert crash.dialog is not None


def test_the_same_bug_is_shown_again_later(qtbot, crash):
    exc = bogue()
    crash.report(exc)
    crash.dialog.close()
    crash._fermeture -= 10
    crash.report(exc)
    assert crash.dialog is not None


def test_another_thread_is_heard_on_this_one(qtbot, crash):
    fil = threading.Thread(target=lambda: crash.report(bogue()))
    fil.start()
    fil.join()
    assert crash.dialog is None
    qtbot.waitUntil(lambda: crash.dialog is not None)


def test_the_three_hooks_are_taken_and_given_back(qtbot, crash, monkeypatch):
    recus = []
    monkeypatch.setattr(crash, "report", recus.append)
    avant = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    crash.install()
    try:
        exc = bogue()
        sys.excepthook(type(exc), exc, exc.__traceback__)
        fil = threading.Thread(target=lambda: 1 / 0)
        fil.start()
        fil.join()

        class Fragile:
            def __del__(self):
                raise LookupError

        Fragile()
    finally:
        crash.uninstall()
    assert [type(e) for e in recus] == [RuntimeError, ZeroDivisionError, LookupError]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == avant


def test_ctrl_c_quits_without_a_dialog(qapp, crash, monkeypatch):
    quittes = []
    monkeypatch.setattr(QApplication, "quit", lambda: quittes.append(1))
    crash._excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert quittes == [1]
    assert crash.dialog is None


def test_when_even_the_dialog_fails_the_terminal_gets_the_report(crash, monkeypatch, capsys):
    def echouer(exc):
        raise OSError

    monkeypatch.setattr(crash, "report", echouer)
    crash._crochet(bogue())
    crash._crochet(None)
    sortie = capsys.readouterr().err
    assert "builtins.RuntimeError" in sortie
    assert SECRET not in sortie
