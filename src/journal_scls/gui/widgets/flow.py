"""Layouts that give way when the text grows: columns become one, buttons go to the next line.

With 200 % text on a laptop screen, nothing may need scrolling sideways.
"""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QWidget

from journal_scls.gui.widgets.design import Mesures


class FlowLayout(QLayout):
    """Puts widgets side by side at their own size, and on as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """For Qt, which calls it from addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """For Qt."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """For Qt, which asks past the end to know where it is."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """For Qt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line if there is room."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + self._gap() for size in sizes) - self._gap()
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest widget alone."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap(self) -> int:
        owner = self.parentWidget()
        return Mesures.de(owner.font()).s if owner is not None else 6

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line, gap = rect.x(), rect.y(), 0, self._gap()
        for item in self._shown():
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            line = max(line, size.height())
        return y + line - rect.y()


class FieldGrid(QWidget):
    """Fields in equal columns, as many as the width allows for the size of the text."""

    def __init__(
        self, parent: QWidget | None = None, *, columns: int = 2, min_chars: int = 34
    ) -> None:
        super().__init__(parent)
        self._most = columns
        self._min_chars = min_chars
        self._fields: list[tuple[QWidget, bool]] = []
        self._absent: set[QWidget] = set()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._space()

    @property
    def columns(self) -> int:
        """How many there are now."""
        return self._columns or self._most

    def add(self, field: QWidget, *, wide: bool = False) -> QWidget:
        """Append a field; `wide` takes a whole line. The tab order is the order of adding."""
        self._fields.append((field, wide))
        field.setParent(self)
        self._arrange(self._columns or self._most)
        return field

    @property
    def empty(self) -> bool:
        """Whether no field is shown."""
        return all(field in self._absent for field, _wide in self._fields)

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show a field or take it away; those after it move to its place."""
        field.setVisible(shown)
        if shown == (field in self._absent):
            self._absent ^= {field}
            self._arrange(self.columns)

    def minimumSizeHint(self) -> QSize:
        """One column: two would forbid the window to become narrow enough for one."""
        widths = [field.minimumSizeHint().width() for field, _wide in self._fields]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns again."""
        super().resizeEvent(event)
        self._recount()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._space()
            self._recount()

    def _space(self) -> None:
        measures = Mesures.de(self.font())
        self._grid.setHorizontalSpacing(measures.l)
        self._grid.setVerticalSpacing(measures.m)

    def _recount(self) -> None:
        column = max(1, self.fontMetrics().averageCharWidth() * self._min_chars)
        columns = max(1, min(self._most, self.width() // column))
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for field, _wide in self._fields:
            # Not takeAt(): the old item would outlive the new one and keep its size cache from
            # ever being cleared, and messages that wrap would be cut.
            self._grid.removeWidget(field)
        row = place = 0
        for field, wide in self._fields:
            if field in self._absent:
                continue
            span = columns if wide else 1
            if place + span > columns:
                row, place = row + 1, 0
            self._grid.addWidget(field, row, place, 1, span)
            place += span
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
