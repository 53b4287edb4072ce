"""The one end of every bug: a French dialog and a report that holds no content.

Messages and values of exceptions may quote a note or a name, so the report has none of them:
versions, types of exceptions, and where in our own files.
"""

import sys
import threading
import time
from types import TracebackType
from typing import Any

import PySide6
from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from journal_scls.application import rapport_de_panne
from journal_scls.gui.relay import Relay
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import espacer, role

# A window that fails while it paints fails again as soon as the dialog closes.
SILENCE_S = 2.0


def rapport(exc: BaseException) -> str:
    """The report of a bug, with the versions of Qt."""
    return rapport_de_panne.rapport(exc, (f"PySide6 {PySide6.__version__}", f"Qt {qVersion()}"))


class CrashDialog(QDialog):
    """Says that nothing is lost, and lets the person copy the report."""

    def __init__(self, texte: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Problème inattendu"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titre = QLabel(tr("Quelque chose a mal tourné. Vos saisies sont conservées."))
        titre.setWordWrap(True)
        role(titre, "section")
        suite = QLabel(
            tr(
                "Vous pouvez continuer. Si le problème revient, copiez le rapport et "
                "transmettez-le à la personne qui vous soutient : il ne contient aucune saisie."
            )
        )
        suite.setWordWrap(True)
        self.report = QPlainTextEdit(texte)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("Rapport"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self.buttons.addButton(
            tr("Copier le rapport"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self.copy)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        espacer(box, self, marge="l", espace="m")
        for widget in (titre, suite, self.report, self.buttons):
            box.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.sizeHint().height())

    def copy(self) -> None:
        """Put the report on the clipboard; the button says that it happened."""
        QApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(tr("Rapport copié"))
        announce(self, tr("Rapport copié"))


class CrashHandler(QObject):
    """Where every hook, the task runner and the slots send what nobody expected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fil = threading.get_ident()
        self._relay = Relay(_au_terminal, self)
        self._dialog: CrashDialog | None = None
        self._fermeture = float("-inf")
        self._derniere = ""
        self._avant: tuple[Any, Any, Any] | None = None

    def report(self, exc: BaseException) -> None:
        """Show the dialog; from any thread."""
        texte = rapport(exc)
        if threading.get_ident() == self._fil:
            self._montrer(texte)
        else:
            self._relay.post(lambda: self._montrer(texte))

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog on screen, if one is."""
        return self._dialog

    def _montrer(self, texte: str) -> None:
        encore = texte == self._derniere and time.monotonic() - self._fermeture < SILENCE_S
        if self._dialog is not None or encore:
            return
        self._derniere = texte
        self._dialog = CrashDialog(texte, QApplication.activeWindow())
        self._dialog.finished.connect(self._fermer)
        self._dialog.open()

    def _fermer(self) -> None:
        self._dialog = None
        self._fermeture = time.monotonic()

    def install(self) -> None:
        """Take the three hooks of Python; the only place that does."""
        self._avant = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._excepthook
        threading.excepthook = lambda infos: self._crochet(infos.exc_value)
        sys.unraisablehook = lambda infos: self._crochet(infos.exc_value)

    def uninstall(self) -> None:
        """Give the hooks back, for tests."""
        if self._avant is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._avant
            self._avant = None

    def _excepthook(
        self, _kind: type[BaseException], exc: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(exc, KeyboardInterrupt):
            QApplication.quit()
            return
        self._crochet(exc)

    def _crochet(self, exc: BaseException | None) -> None:
        """A hook that raises would hide the first error: the terminal gets the report instead."""
        if exc is None:
            return
        try:
            self.report(exc)
        except Exception:  # noqa: BLE001 - nothing is left to catch it
            _au_terminal(exc)


def _au_terminal(exc: BaseException) -> None:
    """The last resort, when even the dialog fails."""
    sys.stderr.write(rapport(exc) + "\n")
