"""The application object and its first window. What is imported here delays the first paint."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from journal_scls import __version__
from journal_scls.gui.apparence.choix import NomTheme, lire_choix
from journal_scls.gui.apparence.palettes import premieres_couleurs
from journal_scls.gui.apparence.police import a_l_echelle, police_de_base
from journal_scls.gui.depart.demarrage import Demarrage, au_bout, monter_outils
from journal_scls.gui.main_window import MainWindow

if TYPE_CHECKING:
    from journal_scls.application.journal import Atelier
    from journal_scls.application.ports_dossiers import Secret
    from journal_scls.gui.depart.demarrage import Outils


class JournalApplication(QApplication):
    """Named; the same object in the product and in its tests."""

    def __init__(self, argv: list[str]) -> None:
        super().__init__(argv)
        self.setApplicationName("journal-scls")
        self.setApplicationDisplayName("Journal SCLS")
        self.setApplicationVersion(__version__)
        self.setOrganizationName("Journal SCLS")
        self.setDesktopFileName("journal-scls")


def creer_application(
    argv: list[str],
    *,
    ressources: Path | None = None,
    theme: NomTheme = "systeme",
    echelle: int = 100,
) -> "Outils":
    """Make the one QApplication, or dress the one that runs, and take the hooks of Python."""
    courante = QApplication.instance()
    app = courante if isinstance(courante, QApplication) else JournalApplication(argv)
    outils = au_bout(monter_outils(app, ressources))
    from journal_scls.gui.traduction import parler

    parler(app)
    outils.theme.apply(theme, echelle)
    return outils


def lancer(
    fabrique: "Callable[[], Atelier]",
    dossier: Callable[[], Path],
    secret: "Secret | None",
    *,
    ressources: Path | None = None,
) -> int:
    """Open the window on a dossier and run until it closes; the exit code of the program.

    `dossier` and then `fabrique`, this one in a worker, are only called once it was painted. What
    keeps the program from being put together behind it is raised here, once the window is gone.
    """
    app = JournalApplication(sys.argv[:1])
    nom, echelle = lire_choix(QSettings())
    app.setFont(a_l_echelle(police_de_base(ressources), echelle))
    fenetre = MainWindow(premieres_couleurs(nom, app.palette()))
    demarrage = Demarrage(
        app, fenetre, fabrique=fabrique, dossier=dossier, secret=secret, ressources=ressources
    )
    fenetre.peinte.connect(demarrage.commencer)
    fenetre.show()
    try:
        code = app.exec()
    finally:
        demarrage.finir()
    return code
