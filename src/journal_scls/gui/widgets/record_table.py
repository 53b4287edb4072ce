"""A table of values, told what its columns are: some hundreds of rows, sorted in memory."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTableView, QWidget

from journal_scls.gui.traduction import Marque, deux_points, tr
from journal_scls.gui.widgets.column_fit import fit_columns
from journal_scls.gui.widgets.design import Mesures
from journal_scls.gui.widgets.scale_delegate import SCALE_ROLE, ScaleDelegate

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
_PADDING = 3  # digits
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Column:
    """What it shows of a record, and how wide in digits; `key` sorts, the text does without it.

    A `width` of 0 is that of its longest text, for what must never be cut.
    `scale` also draws a bar: a share from 0 to 1, None for none, and the share of a mark.
    On a narrow window the columns of the lowest `rank` go first: the details say everything.
    """

    title: str | Marque
    text: Callable[[Any], str]
    width: int
    stretch: bool = False
    right: bool = False
    key: Callable[[Any], Any] | None = None
    rank: int = 0
    scale: Callable[[Any], tuple[float | None, float]] | None = None


class RecordModel(QAbstractTableModel):
    """Records in the order chosen; each row is also said as one sentence."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: list[Any] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def replace(self, records: Iterable[Any]) -> None:
        """Show other records, in the order chosen before."""
        self.beginResetModel()
        self._records = list(records)
        if self._sorted is not None:
            self._arrange(*self._sorted)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same records, in the order they were given."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._sorted = None
        self.endResetModel()

    def append(self, records: Sequence[Any]) -> None:
        """Add records at the end; the order chosen is given back by the next `replace`."""
        if not records:
            return
        start = len(self._records)
        self.beginInsertRows(QModelIndex(), start, start + len(records) - 1)
        self._records.extend(records)
        self.endInsertRows()

    def record(self, row: int) -> Any:
        """The record of a row, None outside."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def records(self) -> list[Any]:
        """All of them, in their order."""
        return list(self._records)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """For Qt."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """For Qt."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """For Qt."""
        record = self.record(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.sentence(record)
        column = self.columns[index.column()]
        if role == SCALE_ROLE:
            return column.scale(record) if column.scale is not None else None
        return column.text(record) if role in _TEXTS else None

    def sentence(self, record: Any) -> str:
        """The whole row, for who listens to it."""
        cells = ((tr(column.title), column.text(record)) for column in self.columns)
        return ", ".join(deux_points(title, text) for title, text in cells if text)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, those equal keeping their order."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange(column, order)
        self.layoutChanged.emit()

    def _arrange(self, column: int, order: Qt.SortOrder) -> None:
        by = self.columns[column]
        key = by.key or (lambda record: by.text(record).casefold())
        self._records.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else None
        return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


_TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class RecordTable(QTableView):
    """`moved` follows the row in hand; `opened` is Enter or a double click on it.

    `rows` are always shown, even when the page must scroll for it.
    """

    moved = Signal()
    opened = Signal()

    def __init__(
        self, model: RecordModel, name: str, parent: QWidget | None = None, *, rows: int = 0
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = rows
        self._longest: dict[Column, int] = {}
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setItemDelegate(ScaleDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._by_header)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        model.modelReset.connect(self._remeasure)
        self._remeasure()

    def current(self) -> Any:
        """The record in hand, or None."""
        return self._model.record(self.currentIndex().row())

    def go(self, row: int) -> None:
        """Put a row in hand."""
        self.setCurrentIndex(self._model.index(row, 0))

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort, keep the same record in hand, and show by which column."""
        kept = self.current()
        self._model.sort(column, order)
        self.horizontalHeader().setSortIndicator(column, order)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.seek(lambda record: record is kept)

    def seek(self, wanted: Callable[[Any], bool]) -> bool:
        """Put the first such record in hand, else the first of all; whether one was found."""
        records = self._model.records()
        row = next((row for row, record in enumerate(records) if wanted(record)), None)
        if records:
            self.go(row or 0)
        return row is not None

    def currentChanged(self, current: Index, before: Index) -> None:
        """For Qt."""
        super().currentChanged(current, before)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _ENTER and self.current() is not None:
            self.opened.emit()
            return
        super().keyPressEvent(event)
        self._reveal()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_model"):
            self._remeasure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _reveal(self) -> None:
        """On a page that scrolls, show what the keys move in."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self, 0, 0)

    def _by_header(self, column: int) -> None:
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        descending = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sort_by(column, order)

    def _remeasure(self) -> None:
        """What a resize does not change."""
        if self._rows:
            self.setMinimumHeight(Mesures.de(self.font()).cible * (self._rows + 1))
        self._longest.clear()
        self._fit()

    def _fit(self) -> None:
        columns = self._model.columns
        order = sorted(range(len(columns)), key=lambda i: -columns[i].rank)
        stretching = [i for i, column in enumerate(columns) if column.stretch]
        fit_columns(self, [self._width(column) for column in columns], stretching, order)

    def _width(self, column: Column) -> int:
        if column.width:
            return column.width
        if column not in self._longest:
            metrics = self.fontMetrics()
            texts = (column.text(record) for record in self._model.records())
            longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            self._longest[column] = ceil(longest / metrics.horizontalAdvance("0")) + _PADDING
        return self._longest[column]
