"""What follows the first paint: the program is put together behind a window that stays alive.

Each `yield` gives the hand back to the window, and no step between two of them is long enough to
be felt.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from journal_scls.gui.depart.chargement import Etapes, pas_a_pas, rendre_import

if TYPE_CHECKING:
    from journal_scls.application.journal import Atelier
    from journal_scls.application.ports_dossiers import Secret
    from journal_scls.gui.crash import CrashHandler
    from journal_scls.gui.dialogs import QtDialogs
    from journal_scls.gui.main_window import MainWindow
    from journal_scls.gui.task_runner import TaskRunner
    from journal_scls.gui.theme import Theme

T = TypeVar("T")
# What workers, and the report of a bug, need to exist.
_SOCLE = (
    "concurrent.futures.thread",
    "journal_scls.gui.traduction",
    "journal_scls.gui.task_runner",
    "journal_scls.gui.crash",
    "journal_scls.gui.dialogs",
    "journal_scls.gui.theme",
)
# What the window is dressed with.
_HABITS = (
    "journal_scls.gui.fenetre.aide",
    "journal_scls.gui.apparence.preference",
    "journal_scls.gui.fenetre.centre",
    "journal_scls.domain.journal.intervention",
    "journal_scls.domain.chiffres.calendrier",
    "journal_scls.gui.fenetre.etat",
    "journal_scls.gui.fenetre.menus",
    "journal_scls.gui.depart.ouverture",
)


@dataclass(frozen=True)
class Outils:
    """What bootstrap gives to the main window; the application keeps them alive."""

    app: QApplication
    theme: "Theme"
    dialogs: "QtDialogs"
    runner: "TaskRunner"
    crash: "CrashHandler"

    def fermer(self) -> None:
        """Stop the workers and give Python its hooks back."""
        self.runner.fermer()
        self.crash.uninstall()


def monter_outils(app: QApplication, ressources: Path | None) -> Generator[None, None, Outils]:
    """Take the hooks of Python, start the workers, choose Fusion, in short steps."""
    from PySide6.QtCore import Qt  # noqa: F401 - its hundred enumerations, made once for all

    yield
    yield from pas_a_pas(*_SOCLE)
    from journal_scls.gui.crash import CrashHandler
    from journal_scls.gui.dialogs import QtDialogs
    from journal_scls.gui.task_runner import TaskRunner
    from journal_scls.gui.theme import Theme

    icone = ressources / "icons" / "journal-scls.svg" if ressources else None
    if icone is not None and icone.is_file():
        from PySide6.QtGui import QIcon

        app.setWindowIcon(QIcon(str(icone)))
    crash = CrashHandler(app)
    crash.install()
    dialogs = QtDialogs(app)
    runner = TaskRunner(dialogs.erreur, crash.report, app)
    return Outils(app, Theme(app, ressources), dialogs, runner, crash)


def au_bout(etapes: Generator[None, None, T]) -> T:
    """Run the steps at once; what they give."""
    while True:
        try:
            next(etapes)
        except StopIteration as fin:
            resultat: T = fin.value
            return resultat


class Demarrage(QObject):
    """From the first paint to the page that the dossier calls for."""

    def __init__(
        self,
        app: QApplication,
        fenetre: "MainWindow",
        *,
        fabrique: "Callable[[], Atelier]",
        dossier: Callable[[], Path],
        secret: "Secret | None",
        ressources: Path | None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._fenetre = fenetre
        self._fabrique = fabrique
        self._dossier = dossier
        self._secret = secret
        self._ressources = ressources
        self._outils: Outils | None = None
        self._echec: BaseException | None = None

    def commencer(self) -> None:
        """The window was painted."""
        rendre_import()
        Etapes(self._etapes(), self).suivre(lambda: None, self._echouer)

    def finir(self) -> None:
        """The window is gone.

        Raises:
            BaseException: what kept the program from being put together.
        """
        if self._outils is not None:
            self._outils.fermer()
        if self._echec is not None:
            raise self._echec

    def _echouer(self, echec: BaseException) -> None:
        self._echec = echec
        self._app.exit(1)

    def _etapes(self) -> Iterator[None]:
        self._outils = outils = yield from monter_outils(self._app, self._ressources)
        yield from pas_a_pas(*_HABITS)
        from journal_scls.gui.apparence.preference import Apparence
        from journal_scls.gui.depart.ouverture import Ouverture
        from journal_scls.gui.fenetre.aide import Aide
        from journal_scls.gui.traduction import langue_gardee, parler

        ressources = self._ressources
        parler(self._app, langue_gardee(), ressources and ressources / "traductions")
        yield
        apparence = Apparence(outils.theme)
        apparence.appliquer()
        yield
        aide = Aide(ressources and ressources / "aide")
        self._fenetre.equiper(outils.runner, outils.dialogs, apparence, aide=aide)
        yield
        dossier = self._dossier()
        yield
        Ouverture(
            self._fenetre,
            outils.runner,
            outils.dialogs,
            fabrique=self._fabrique,
            dossier=dossier,
            secret=self._secret,
        ).demarrer()
