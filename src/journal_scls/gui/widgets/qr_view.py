"""A QR code drawn sharp at any size: every module is a whole number of pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_scls.gui.traduction import Marque, marque, tr
from journal_scls.gui.widgets.design import Mesures

QUIET = 4  # modules of white around, that readers need
_LINES = 14  # side of the whole, in heights of a line


class QrView(QWidget):
    """Black on white whatever the colours of the window: cameras expect it."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str | Marque = marque("Code QR")
    ) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[bool]] = ()
        self.setAccessibleName(tr(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Sequence[bool]]) -> None:
        """The modules, True being black; none empties the picture."""
        self._rows = rows
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to be read, and at least two pixels a module."""
        count = len(self._rows) + 2 * QUIET
        module = max(2, round(Mesures.de(self.font()).ligne * _LINES / count))
        side = count * module if self._rows else 0
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the modules."""
        if not self._rows:
            return
        count = len(self._rows) + 2 * QUIET
        module = min(self.width(), self.height()) // count
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, count * module, count * module), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, start=QUIET):
            for x, black in enumerate(row, start=QUIET):
                if black:
                    painter.fillRect(x * module, y * module, module, module, Qt.GlobalColor.black)
        painter.end()
