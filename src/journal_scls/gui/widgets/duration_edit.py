"""A duration typed as people say it and shown back in one form."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.parsed_edit import ParsedEdit

PAS_MIN = 5


class DurationEdit(ParsedEdit):
    """Minutes. Up and Down go to the next multiple of five, within the bounds."""

    def __init__(
        self,
        parse: Callable[[str], int],
        show: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        bounds: tuple[int, int] = (1, 24 * 60),
    ) -> None:
        def step(minutes: int, steps: int) -> int:
            rounded = minutes // PAS_MIN if steps > 0 else -(-minutes // PAS_MIN)
            return min(bounds[1], max(bounds[0], (rounded + steps) * PAS_MIN))

        super().__init__(parse, show, parent, step=step)
        self.setPlaceholderText(tr("ex. 45 ou 1h30"))
