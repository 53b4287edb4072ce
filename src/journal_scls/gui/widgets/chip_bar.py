"""What a list is narrowed by, one chip each: pressing a chip, or Delete on it, takes it away."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import role
from journal_scls.gui.widgets.flow import FlowLayout

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QPushButton):
    """`removed` follows any way of taking it away."""

    removed = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(f"{words}  ×", parent)
        self.setAutoDefault(False)
        self.setAccessibleName(tr("Retirer le filtre {mots}", mots=words))
        self.setToolTip(tr("Retirer ce filtre (Suppr)"))
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away, as a press does."""
        if event.key() in _REMOVING:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ChipBar(QWidget):
    """`removed(key)` and `cleared`; the bar hides itself when nothing is asked."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self, clear: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        self.clear_button = QPushButton(clear, self)
        self.clear_button.setAutoDefault(False)
        role(self.clear_button, "discret")
        self.clear_button.clicked.connect(self.cleared)
        self._flow.addWidget(self.clear_button)
        self.hide()

    def set_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Keys and words. The focus stays at the same place among the chips."""
        if [(key, chip.text()) for key, chip in self.chips.items()] == [
            (key, f"{words}  ×") for key, words in chips
        ]:
            return
        rank = next((n for n, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.clear_button)
        self.chips = {key: self._chip(key, words) for key, words in chips}
        for widget in (*self.chips.values(), self.clear_button):
            self._flow.addWidget(widget)
            widget.show()
        self._order()
        self.setVisible(bool(chips))
        self.updateGeometry()
        if rank is not None and self.chips:
            left = list(self.chips.values())
            left[min(rank, len(left) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, key: str, words: str) -> Chip:
        chip = Chip(words, self)
        chip.removed.connect(lambda: self.removed.emit(key))
        return chip

    def _order(self) -> None:
        widgets = [*self.chips.values(), self.clear_button]
        for before, after in itertools.pairwise(widgets):
            self.setTabOrder(before, after)
