"""The pages of an open journal, and what they tell each other."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.pages.resume_page import ResumePage
from journal_scls.gui.pages.saisie.page import SaisiePage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.widgets.toast import Toast

SAISIE, JOURNAL, RESUME = range(3)
Raccourcis = Sequence[tuple[str, str]]


class WorkArea(QTabWidget):
    """One page at a time, reached by Ctrl+1 to Ctrl+3."""

    def __init__(
        self, journal: Journal, runner: TaskRunner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(journal.profil.titre)
        self.setDocumentMode(True)
        self.saisie = SaisiePage(journal, runner, dialogs)
        self.liste = JournalPage(journal, runner, dialogs)
        self.resume = ResumePage(journal, runner, dialogs)
        self.addTab(self.saisie, "Saisie")
        self.addTab(self.liste, "Journal")
        self.addTab(self.resume, "Résumé du mois")
        self.currentChanged.connect(lambda _rang: self.entered())
        self.liste.corriger.connect(self._corriger)
        self.liste.saisir.connect(self.nouvelle)

    def entered(self) -> None:
        """The page in front came on screen."""
        entree = getattr(self.currentWidget(), "entered", None)
        if entree is not None:
            entree()

    def aller(self, rang: int) -> None:
        """Bring a page in front, with the focus in it."""
        if rang == self.currentIndex():
            self.entered()
        self.setCurrentIndex(rang)

    def nouvelle(self) -> None:
        """A new entry."""
        self.aller(SAISIE)
        self.saisie.nouvelle()

    def enregistrer(self) -> None:
        """Ctrl+S always answers; elsewhere than in the entry, everything is saved already."""
        if self.currentWidget() is self.saisie:
            self.saisie.enregistrer()
        else:
            Toast.of(self.window()).show_message("Tout est enregistré")

    def rechercher(self) -> None:
        """Search the list."""
        self.aller(JOURNAL)
        self.liste.rechercher()

    def faire_pdf(self) -> None:
        """The month's summary, from anywhere."""
        self.aller(RESUME)
        self.resume.faire_pdf()

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: those concerned read again."""
        self.saisie.changer(changes, source)
        self.liste.changer(changes, source)
        self.resume.changer(changes)

    def mettre_de_cote(self) -> None:
        """Keep what is being typed, before returning.

        Raises:
            ErreurJournal: the disk refuses; nothing may be closed yet.
        """
        self.saisie.mettre_de_cote()

    def raccourcis(self) -> list[tuple[str, Raccourcis]]:
        """The keys of the pages, for F1."""
        return [
            ("Dans la saisie", self.saisie.raccourcis()),
            ("Dans le journal", self.liste.raccourcis()),
        ]

    def _corriger(self, id_: UUID) -> None:
        self.aller(SAISIE)
        self.saisie.corriger(id_)
