"""The application object and the tools that every page is given. Nothing heavy is imported."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from journal_scls import __version__
from journal_scls.gui.aide import Aide
from journal_scls.gui.apparence import Apparence
from journal_scls.gui.crash import CrashHandler
from journal_scls.gui.dialogs import QtDialogs
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.ouverture import Ouverture
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.theme import NomTheme, Theme
from journal_scls.gui.traduction import installer_traduction

if TYPE_CHECKING:
    from journal_scls.application.journal import Atelier
    from journal_scls.application.ports_dossiers import Secret


class JournalApplication(QApplication):
    """Named, French and sharp on any screen; the same object in the product and in its tests."""

    def __init__(self, argv: list[str]) -> None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        super().__init__(argv)
        self.setApplicationName("journal-scls")
        self.setApplicationDisplayName("Journal SCLS")
        self.setApplicationVersion(__version__)
        self.setOrganizationName("Journal SCLS")
        self.setDesktopFileName("journal-scls")
        self.francise = installer_traduction(self)


@dataclass(frozen=True)
class Outils:
    """What bootstrap gives to the main window; the application keeps them alive."""

    app: QApplication
    theme: Theme
    dialogs: QtDialogs
    runner: TaskRunner
    crash: CrashHandler


def creer_application(
    argv: list[str],
    *,
    ressources: Path | None = None,
    theme: NomTheme = "systeme",
    echelle: int = 100,
) -> Outils:
    """Make the one QApplication, or dress the one that runs, and take the hooks of Python."""
    courante = QApplication.instance()
    app = courante if isinstance(courante, QApplication) else JournalApplication(argv)
    icone = ressources / "icons" / "journal-scls.svg" if ressources else None
    if icone is not None and icone.is_file():
        app.setWindowIcon(QIcon(str(icone)))
    crash = CrashHandler(app)
    crash.install()
    dialogs = QtDialogs(app)
    runner = TaskRunner(dialogs.erreur, crash.report, app)
    habits = Theme(app, ressources)
    habits.apply(theme, echelle)
    return Outils(app, habits, dialogs, runner, crash)


def lancer(
    fabrique: "Callable[[], Atelier]",
    dossier: Path,
    secret: "Secret | None",
    *,
    ressources: Path | None = None,
) -> int:
    """Open the window on a dossier and run until it closes; the exit code of the program.

    `fabrique` is only called, in a worker, once the window was painted.
    """
    outils = creer_application(sys.argv[:1], ressources=ressources)
    apparence = Apparence(outils.theme)
    apparence.appliquer()
    fenetre = MainWindow(
        outils.runner, outils.dialogs, apparence, aide=Aide(ressources and ressources / "aide")
    )
    ouverture = Ouverture(
        fenetre,
        outils.runner,
        outils.dialogs,
        fabrique=fabrique,
        dossier=dossier,
        secret=secret,
    )
    fenetre.peinte.connect(ouverture.demarrer, Qt.ConnectionType.QueuedConnection)
    fenetre.show()
    try:
        return outils.app.exec()
    finally:
        outils.runner.fermer()
        outils.crash.uninstall()
