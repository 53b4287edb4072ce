"""A line edit that understands what people type, shows it in one form, and keeps what it refuses.

How to read and how to write are given by whoever makes the field: it knows no domain.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.gui.widgets.design import poser_propriete

# The field is not left: the window went behind, or a list or a menu is above it.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_STEPS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class ParsedEdit(QLineEdit):
    """`parse(text)` returns a value or raises ValueError with a French sentence.

    A text is read when the field is left or asked for its value, never under the fingers. A
    refused text stays as typed: correcting it is easier than typing it again.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self,
        parse: Callable[[str], Any],
        show: Callable[[Any], str],
        parent: QWidget | None = None,
        *,
        step: Callable[[Any, int], Any] | None = None,
        parse_blank: bool = False,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._step = step
        self._parse_blank = parse_blank
        self._value: Any = None
        self._error = ""
        self._dirty = False
        self.textEdited.connect(self._touch)
        self.editingFinished.connect(self.commit)

    def value(self) -> Any:
        """What the text means, or None when it is empty or refused."""
        self.commit()
        return None if self._error else self._value

    def set_value(self, value: Any) -> None:
        """Show a value; None empties the field."""
        self._dirty = False
        self.setText("" if value is None else self._show(value))
        self._settle(value, "")

    def set_text(self, text: str) -> None:
        """Put back a text as it was typed, half a duration included: it is read later."""
        self.setText(text)
        self._touch()

    def error(self) -> str:
        """Why the text is refused, or an empty text."""
        self.commit()
        return self._error

    def commit(self) -> bool:
        """Read the text now; False when it is refused."""
        if self._dirty:
            self._dirty = False
            self._read()
        return not self._error

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move by one step, as in a spin box."""
        steps = _STEPS.get(event.key(), 0)
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if steps and plain and self._step is not None and self.value() is not None:
            self.set_value(self._step(self._value, steps))
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """QLineEdit is silent when its text was changed by code; the reading is not."""
        if event.reason() in _STAYS:
            dirty, self._dirty = self._dirty, False  # or "3", then "3 min", would become "3 min0"
            super().focusOutEvent(event)
            self._dirty = dirty
            return
        super().focusOutEvent(event)
        self.commit()

    def _touch(self) -> None:
        self._dirty = True

    def _read(self) -> None:
        text = self.text().strip()
        if not text and not self._parse_blank:
            self._settle(None, "")
            return
        try:
            value = self._parse(text)
        except ValueError as refusal:
            self._settle(self._value, str(refusal))
            return
        self.setText(self._show(value))
        self._settle(value, "")

    def _settle(self, value: Any, error: str) -> None:
        poser_propriete(self, "invalide", bool(error))
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)
        if not error and value != self._value:
            self._value = value
            self.value_changed.emit(value)
