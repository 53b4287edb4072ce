"""A drawing in SVG, made again for each width so that its labels stay as large as the text."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

Draw = Callable[[float, bool], bytes]
"""Gives the SVG for a width in points, in light ink for a dark window."""

_POINTS = 10.0  # the size of the text that drawings are made for
_LEAST = 220.0  # points under which labels would run into one another


class ChartView(QWidget):
    """`name` is what it shows and `words` all that it says, for who does not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self._renderer = QSvgRenderer(self)
        self._made: tuple[int, float, bool] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, draw: Draw | None, *, name: str = "", words: str = "") -> None:
        """Show a drawing, or nothing."""
        self._draw, self._made = draw, None
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setMinimumHeight(0)
        self._make()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """For Qt: wider is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the drawing made for the present width."""
        size = self._renderer.defaultSize()
        return round(size.height() * width / size.width()) if self._draw and size.width() else 0

    def sizeHint(self) -> QSize:
        """The drawing at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another drawing."""
        super().resizeEvent(event)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text and the colours."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_made"):
            self._make()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as wide as there is room, never out of proportion."""
        if self._draw is not None and self._renderer.isValid():
            painter = QPainter(self)
            high = self.heightForWidth(self.width())
            self._renderer.render(painter, QRectF(0, 0, self.width(), high))
            painter.end()

    def _make(self) -> None:
        if self._draw is None or self.width() <= 0:
            return
        points = max(_LEAST, self.width() * 0.75 * _POINTS / max(1.0, self.font().pointSizeF()))
        dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128  # noqa: PLR2004
        made = (self.width(), points, dark)
        if made == self._made:
            return
        self._made = made
        self._renderer.load(QByteArray(self._draw(points, dark)))
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()
