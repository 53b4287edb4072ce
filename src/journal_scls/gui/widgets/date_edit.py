"""A date in one tab stop: a line that understands « hier », and a calendar for who prefers it.

QDateEdit is three tab stops and understands nothing but digits.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPen, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from journal_scls.gui.traduction import Marque, marque, tr
from journal_scls.gui.widgets.calendar_popup import CalendarPopup
from journal_scls.gui.widgets.design import Mesures, role
from journal_scls.gui.widgets.parsed_edit import ParsedEdit


class DateEdit(QWidget):
    """`parse` and `show` are given; `describe` tells the day of the week beside the field."""

    value_changed = Signal(object)
    error_changed = Signal(str)
    edited = Signal()

    def __init__(
        self,
        parse: Callable[[str], date],
        parent: QWidget | None = None,
        *,
        show: Callable[[date], str] = date.isoformat,
        describe: Callable[[date], str] | None = None,
        today: Callable[[], date] = date.today,
        optional: bool = False,
        placeholder: str | Marque = marque("ex. hier, lu, 14-03"),
    ) -> None:
        """With `optional`, an empty field has no value instead of being read."""
        super().__init__(parent)
        self._describe = describe
        self._today = today
        self.line = ParsedEdit(
            parse,
            show,
            self,
            step=lambda day, n: day + timedelta(days=n),
            parse_blank=not optional,
        )
        self.line.setPlaceholderText(tr(placeholder))
        self.button = self._make_button()
        self.note = QLabel("", self)
        role(self.note, "aide")
        self.popup: CalendarPopup | None = None
        self._lay_out()
        self.setFocusProxy(self.line)
        self.line.value_changed.connect(self._on_value)
        self.line.error_changed.connect(self._on_error)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self._resize_parts()

    def value(self) -> date | None:
        """The date, or None when the text is refused."""
        value = self.line.value()
        return value if isinstance(value, date) else None

    def set_value(self, value: date | None) -> None:
        """Show a date; None empties the field."""
        self.line.set_value(value)

    def error(self) -> str:
        """Why the text is refused, or an empty text."""
        return self.line.error()

    def open_calendar(self) -> None:
        """Alt+Down or the button."""
        if self.popup is None:
            self.popup = CalendarPopup(self)
            self.popup.picked.connect(self._on_picked)
        self.popup.open_at(self.line, self.value() or self._today())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._resize_parts()
            self._forget_calendar()

    def _forget_calendar(self) -> None:
        """Its colours and widths were set when it was made."""
        popup = getattr(self, "popup", None)
        if popup is not None and not popup.isVisible():
            popup.deleteLater()
            self.popup = None

    def _make_button(self) -> QToolButton:
        """Out of the tab order: the keyboard has Alt+Down, and one field is one stop."""
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr("Ouvrir le calendrier"))
        button.setToolTip(tr("Ouvrir le calendrier (Alt+↓)"))
        button.clicked.connect(self.open_calendar)
        shortcut = QShortcut(QKeySequence("Alt+Down"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_calendar)
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line)
        self._row.addWidget(self.button)
        self._row.addWidget(self.note, 1)

    def _resize_parts(self) -> None:
        if not hasattr(self, "_row"):
            return
        measures = Mesures.de(self.font())
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * 18 + measures.l)
        self._row.setSpacing(measures.xs)
        side = measures.ligne
        self.button.setIconSize(QSize(side, side))
        self.button.setIcon(_calendar_icon(self, side))
        self.button.setMinimumSize(measures.cible, measures.cible)

    def _on_value(self, value: date | None) -> None:
        described = self._describe(value) if self._describe and value else ""
        self.note.setText(described)
        self.line.setAccessibleDescription(described)
        self.value_changed.emit(value)

    def _on_error(self, error: str) -> None:
        value = self.line.value()
        self.note.setText("" if error or not self._describe or not value else self._describe(value))
        self.error_changed.emit(error)

    def _on_picked(self, day: date) -> None:
        self.line.set_value(day)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edited.emit()


def _calendar_icon(widget: QWidget, side: int) -> QIcon:
    """Drawn with the colour of the text, so that it follows the theme."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.2, side / 13)
    painter.setPen(QPen(widget.palette().buttonText().color(), width))
    unit = side / 16
    painter.drawRoundedRect(
        round(2 * unit), round(3 * unit), round(12 * unit), round(11 * unit), 2, 2
    )
    painter.drawLine(round(2 * unit), round(7 * unit), round(14 * unit), round(7 * unit))
    for x in (5, 11):
        painter.drawLine(round(x * unit), round(1.5 * unit), round(x * unit), round(4 * unit))
    painter.end()
    return QIcon(pixmap)
