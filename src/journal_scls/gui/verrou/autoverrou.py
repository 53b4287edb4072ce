"""When the window locks by itself: nobody there, session locked, computer asleep."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_scls.application.preferences import Preferences
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.verrou.session import Session
from journal_scls.gui.verrou.veille import Veille
from journal_scls.gui.widgets.lock_warning import LockWarning

_MINUTE_S = 60


class AutoVerrou(QObject):
    """Watches while a journal is open. `verrouiller` is the gesture of Ctrl+L."""

    def __init__(
        self,
        fenetre: QWidget,
        runner: Runner,
        verrouiller: Callable[[], None],
        horloge: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(fenetre)
        self._runner = runner
        self._verrouiller = verrouiller
        self._ouvert = False
        self.veille = Veille(self, horloge)
        self.session = Session(self)
        self.avis = LockWarning(fenetre)
        self.avis.stay.connect(self.veille.toucher)
        self.veille.avertie.connect(self.avis.warn)
        self.veille.rassuree.connect(self.avis.hide)
        self.veille.echue.connect(self._sur_absence)
        self.session.quittee.connect(self._sur_depart)

    def regler(self, preferences: Preferences) -> None:
        """A journal is open, or its delay was just chosen."""
        self._ouvert = True
        self.veille.surveiller(preferences.verrouillage_min * _MINUTE_S)
        self.session.ecouter()

    def finir(self) -> None:
        """The journal closes."""
        self._ouvert = False
        self.veille.arreter()
        self.avis.hide()

    def _sur_absence(self) -> None:
        """A long operation is let to its end: to cancel it would lose what it was asked for."""
        if self._runner.occupe:
            return
        self._verrouiller()
        if self._ouvert:  # the disk refused the draft: said on screen, tried again later
            self.veille.toucher()

    def _sur_depart(self) -> None:
        if self._ouvert:
            self._verrouiller()
