"""What the window itself offers to the pages of a journal: its looks, its lock, its way out."""

from collections.abc import Callable
from dataclasses import dataclass

from journal_scls.application.preferences import Preferences
from journal_scls.gui.apparence.preference import Apparence


def _rien(*_quoi: object) -> None:
    return


@dataclass(frozen=True)
class Poste:
    """`regler` applies preferences that were just kept; `restaurer` leaves the journal first."""

    apparence: Apparence | None = None
    regler: Callable[[Preferences], None] = _rien
    restaurer: Callable[[], None] = _rien
    sauvegarder: Callable[[], None] = _rien
