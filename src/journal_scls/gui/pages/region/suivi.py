"""The state of the region, read once in a worker for all the pages that show it."""

from PySide6.QtCore import QObject, Signal

from journal_scls.application.journal import Journal
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.application.operation import Changes
from journal_scls.gui.task_runner import Runner


class SuiviRegion(QObject):
    """`lu(SituationRegion)` follows every reading; nothing is read before a page asks."""

    lu = Signal(object)

    def __init__(self, journal: Journal, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._en_cours = self._perime = False
        self.situation: SituationRegion | None = None

    def demander(self) -> None:
        """Have `lu` emitted: with what is known already, or once it is read."""
        if self.situation is not None and not self._perime:
            self.lu.emit(self.situation)
        elif not self._en_cours:
            self.relire()

    def changer(self, changes: Changes) -> None:
        """Something was written; who never asked reads nothing."""
        if changes.lots and (self.situation is not None or self._en_cours):
            self.relire()

    def relire(self) -> None:
        """Read again; one reading at a time, the last one after the last change."""
        self._perime = True
        if self._en_cours:
            return
        self._perime, self._en_cours = False, True
        self._runner.run(
            self,
            self._journal.region.situation,
            on_success=self._recevoir,
            on_done=self._finir,
            libelle=None,
        )

    def _recevoir(self, situation: SituationRegion) -> None:
        self.situation = situation
        self.lu.emit(situation)

    def _finir(self) -> None:
        self._en_cours = False
        if self._perime:
            self.relire()
