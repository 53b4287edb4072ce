"""A long number that somebody dictates: its digits fall into groups as they are typed or pasted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_ERASE = {Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 0}


class DigitsEdit(QLineEdit):
    """`digits_changed(str)` follows every change, without the spaces; only digits are kept.

    One field and not one per group: a screen reader says it as one, and a paste goes in whole.
    """

    digits_changed = Signal(str)

    def __init__(self, count: int, parent: QWidget | None = None, *, group: int = 5) -> None:
        super().__init__(parent)
        self._count = count
        self._group = group
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setAcceptDrops(False)  # a file let go here is for the page
        self.setPlaceholderText(self._grouped("0" * count))
        self.textEdited.connect(self._regroup)

    def digits(self) -> str:
        """What was typed, without the spaces."""
        return _digits(self.text())[: self._count]

    def complete(self) -> bool:
        """Whether all of them are there."""
        return len(self.digits()) == self._count

    def set_digits(self, text: str) -> None:
        """Replace what is there."""
        self.setText(text)
        self._regroup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Erasing skips the space between two groups, which would come back at once."""
        side = _ERASE.get(Qt.Key(event.key()))
        if side is not None and not self.hasSelectedText():
            place = self.cursorPosition()
            if self.text()[place + side : place + side + 1] == " ":
                self.setCursorPosition(place + (side or 1))
        super().keyPressEvent(event)

    def _regroup(self) -> None:
        before = len(_digits(self.text()[: self.cursorPosition()]))
        digits = self.digits()
        self.setText(self._grouped(digits))
        before = min(before, len(digits))
        self.setCursorPosition(before + max(0, before - 1) // self._group)
        self.digits_changed.emit(digits)

    def _grouped(self, digits: str) -> str:
        size = self._group
        return " ".join(digits[i : i + size] for i in range(0, len(digits), size))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())
