"""A short list of things one can open, as high as what it holds: Enter opens, Delete removes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journal_scls.gui.widgets.design import CIBLE_MIN

_BORDER = 4  # that the style sheet draws
_VALUE = Qt.ItemDataRole.UserRole


class ActionList(QListWidget):
    """`opened(value)` and `removed(value)`; an empty list says `nothing`, and Tab passes it by."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, nothing: str, parent: QWidget | None = None, *, lines: int = 6) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._lines = lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemActivated.connect(lambda item: self._tell(item, self.opened))
        self.show_lines(())

    def show_lines(self, lines: Sequence[tuple[Any, str]]) -> None:
        """Values and their texts; the place in the list stays."""
        row = self.currentRow()
        self.clear()
        for value, text in lines:
            item = QListWidgetItem(text)
            item.setData(_VALUE, value)
            self.addItem(item)
        if not lines:
            item = QListWidgetItem(self._nothing)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.ClickFocus)
        self.setCurrentRow(min(row, len(lines) - 1))
        self._fit()

    def value(self) -> Any:
        """The value of the current line, or None."""
        item = self.currentItem()
        return item.data(_VALUE) if item is not None else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by Tab, something is current: Enter and Delete have a sense."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is left to the form."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
            else:
                self._tell(item, self.opened)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._tell(item, self.removed)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower line may take two."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _tell(self, item: QListWidgetItem | None, signal: Any) -> None:
        value = item.data(_VALUE) if item is not None else None
        if value is not None:
            signal.emit(value)

    def _fit(self) -> None:
        shown = range(max(1, min(self._lines, self.count())))
        height = sum(max(self.sizeHintForRow(row), CIBLE_MIN) for row in shown)
        self.setFixedHeight(height + 2 * self.frameWidth() + _BORDER)
