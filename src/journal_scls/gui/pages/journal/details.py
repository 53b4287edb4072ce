"""The details of the entry in hand: ordinary text, that a screen reader reads line by line."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from journal_scls.application.journal import Journal
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.gui.pages.journal.fiche import Fiche, Noms
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr

_DELAI_MS = 80  # holding the Down key reads only the last one


class Details(QTextBrowser):
    """Follows an entry and a revision; reads all of its revisions in the background.

    `lues` says that they were read; `revenir` is Escape, back to the list.
    """

    lues = Signal()
    revenir = Signal()

    def __init__(self, journal: Journal, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._voulue: tuple[UUID, int] | None = None
        self.revisions: tuple[Intervention, ...] = ()
        self.fiche: Fiche | None = None
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Détails de l’intervention"))
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI_MS)
        self._minuterie.timeout.connect(self._lire)

    def suivre(self, id_: UUID | None, revision: int) -> None:
        """Show an entry, or nothing."""
        voulue = (id_, revision) if id_ is not None else None
        if voulue == self._voulue:
            return
        self._voulue = voulue
        self.revisions = ()
        self.lues.emit()
        if voulue is None:
            self.clear()
        else:
            self._minuterie.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.revenir.emit()
        else:
            super().keyPressEvent(event)

    def _lire(self) -> None:
        voulue = self._voulue
        if voulue is None:
            return
        journal, id_ = self._journal, voulue[0]

        def lire(_progress: object) -> tuple[Noms, tuple[Intervention, ...]]:
            noms = journal.repertoire.noms()
            return Noms(noms, noms), journal.interventions.revisions(id_)

        def lue(resultat: tuple[Noms, tuple[Intervention, ...]]) -> None:
            noms, revisions = resultat
            if voulue == self._voulue and revisions:
                self.fiche = Fiche(journal.vocabulaires, noms)
                self.revisions = revisions
                annulee_le = revisions[-1].saisie_le.astimezone().date()
                destruction = journal.corbeille.echeance(annulee_le)
                self.setHtml(self.fiche.html(revisions, destruction))
                self.lues.emit()

        self._runner.run(self, lire, on_success=lue, libelle=None)
