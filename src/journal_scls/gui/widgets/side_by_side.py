"""Two or more states of one thing, field by field; what differs is said, marked and first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.record_table import Column, Index, RecordModel, RecordTable


@dataclass(frozen=True)
class Line:
    """One field: what each side says of it."""

    name: str
    values: tuple[str, ...]

    @property
    def different(self) -> bool:
        """Whether the sides disagree."""
        return len(set(self.values)) > 1


class _Lines(RecordModel):
    """What differs is bold too: the mark and the words do not need it, the eye does."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._bold = QFont()
        self._bold.setBold(True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """For Qt."""
        if role == Qt.ItemDataRole.FontRole:
            line = self.record(index.row())
            return self._bold if line is not None and line.different else None
        return super().data(index, role)


class SideBySide(RecordTable):
    """The columns are those of the matter, so another matter is another table."""

    def __init__(
        self, sides: Sequence[str], lines: Sequence[Line], name: str, parent: QWidget | None = None
    ) -> None:
        columns = (
            Column(tr("Champ"), _marked, 0, rank=8),
            *(
                Column(side, partial(_value, rank), 12, stretch=True, rank=9)
                for rank, side in enumerate(sides)
            ),
            Column(tr("Comparaison"), _said, 14, rank=7),
        )
        model = _Lines(columns)
        super().__init__(model, name, parent)
        model.setParent(self)
        model.replace(lines)
        self.go(0)


def _marked(line: Line) -> str:
    return f"≠ {line.name}" if line.different else line.name


def _value(rank: int, line: Line) -> str:
    return line.values[rank]


def _said(line: Line) -> str:
    return tr("≠ différent") if line.different else tr("pareil")
