"""A cell that shows a share as a bar from 0 to 100, with a mark where another value is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

SCALE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""What the model answers: a share (0 to 1, None for none) and the share of the mark."""

_MARK = 3
_THICK = 0.45


class ScaleDelegate(QStyledItemDelegate):
    """Decoration only: the columns beside it write both values."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The background of the row, then the bar and the mark in the colours of its text."""
        super().paint(painter, option, index)
        scale = index.data(SCALE_ROLE)
        if scale is None:
            return
        share, mark = scale
        room: QRect = option.rect.adjusted(6, 0, -6, 0)
        height = round(room.height() * _THICK)
        bar = QRect(room.left(), room.center().y() - height // 2, room.width(), height)
        colours: QPalette = option.palette
        state = option.state
        selected = bool(state & state.State_Selected)
        ink = colours.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        painter.save()
        painter.setPen(ink)
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        if share is not None:
            fill = ink if selected else colours.color(QPalette.ColorRole.Highlight)
            painter.fillRect(QRect(bar.left(), bar.top(), round(bar.width() * share), height), fill)
        at = bar.left() + round((bar.width() - _MARK) * mark)
        painter.fillRect(QRect(at, room.top() + 2, _MARK, room.height() - 4), ink)
        painter.restore()
