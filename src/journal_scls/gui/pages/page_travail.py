"""What the window asks of the pages of an open journal, and what it gives them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QObject

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.fenetre.poste import Poste
from journal_scls.gui.pages.region.suivi import SuiviRegion
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.traduction import Marque

Raccourcis = Sequence[tuple[str | Marque, str | Marque]]


@dataclass(frozen=True)
class Contexte:
    """What every page is made with.

    `aller` brings the page of a rubrique in front; `corriger`, `saisir` and `repeter` are the
    gestures that any list of entries offers; `poste` is what the window offers beside the journal.
    """

    journal: Journal
    runner: TaskRunner
    dialogs: Dialogs
    aller: Callable[[str], object]
    corriger: Callable[[UUID], None]
    saisir: Callable[[], None]
    repeter: Callable[[], None]
    poste: Poste = field(default_factory=Poste)

    @cached_property
    def region(self) -> SuiviRegion:
        """What a coordination knows of its region, the same for all of its pages."""
        return SuiviRegion(self.journal, self.runner)


class PageTravail:
    """Beside a QWidget among the bases of a page; it answers only what concerns it."""

    def entered(self) -> None:
        """The page came on screen: the focus goes where one starts."""

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written, here or elsewhere: read again what is shown."""

    def raccourcis(self) -> Raccourcis:
        """The keys of this page, for F1: what it does, its keys."""
        return ()

    def a_repeter(self) -> UUID | None:
        """The entry that the person has chosen here, which Ctrl+D repeats."""
        return None

    def mettre_de_cote(self) -> None:
        """Keep what is being typed, before returning: the window locks or closes.

        Raises:
            ErreurJournal: the disk refuses; nothing may be closed yet.
        """
