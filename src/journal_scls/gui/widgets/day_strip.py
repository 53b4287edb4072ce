"""Seven days side by side, each with how much it holds; one tab stop, arrows move."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journal_scls.gui.widgets.flow import FlowLayout

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class _Day(QPushButton):
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)


class DayStrip(QWidget):
    """`picked(date)` follows an arrow, a click or Space; up and down move by a week.

    `short` and `long` give the words of a day: the ones on the button, the ones that are said.
    """

    picked = Signal(object)

    def __init__(
        self,
        short: Callable[[date, int], str],
        long: Callable[[date, int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._short, self._long = short, long
        self._days: list[date] = []
        self._current = date.min
        row = FlowLayout(self)
        self.buttons = [_Day(self) for _ in range(7)]
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on, place=place: self._pick(self._days[place]))
            button.moved.connect(lambda step: self._pick(self._current + timedelta(days=step)))
            row.addWidget(button)

    def show_days(self, counts: Sequence[tuple[date, int]], current: date) -> None:
        """Seven days and their counts; the focus follows the current one."""
        focused = any(button.hasFocus() for button in self.buttons)
        self._days = [day for day, _count in counts]
        self._current = current
        for button, (day, count) in zip(self.buttons, counts, strict=True):
            here = day == current
            button.setText(self._short(day, count))
            button.setAccessibleName(self._long(day, count))
            button.setToolTip(self._long(day, count))
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self.setFocusProxy(button)
            if here and focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, day: date) -> None:
        for button, known in zip(self.buttons, self._days, strict=True):
            button.setChecked(known == self._current)  # until the new week is shown
        self.picked.emit(day)
