"""A table of a few rows inside a page that scrolls: as high as they are, up to a limit."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_HEADER = 1.4  # heights of a row, the frame included


class ShortTable(RecordTable):
    """`fill` shows other records and puts the first one in hand."""

    def __init__(
        self, name: str, columns: Sequence[Column], parent: QWidget | None = None, *, most: int = 8
    ) -> None:
        self._records = RecordModel(columns)
        super().__init__(self._records, name, parent)
        self._records.setParent(self)
        self._most = most

    def fill(self, records: Iterable[Any]) -> None:
        """Show other records."""
        self._records.replace(records)
        fit_rows(self, self._most)
        if self._records.rowCount():
            self.go(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_most"):
            fit_rows(self, self._most)


def fit_rows(table: RecordTable, most: int) -> None:
    """Make a table as high as its rows, `most` at most."""
    rows = min(table.model().rowCount(), most) + _HEADER
    table.setFixedHeight(round(table.verticalHeader().defaultSectionSize() * rows))
