"""A month to choose a day in."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import Mesures, role

_ARROWS = (
    ("qt_calendar_prevmonth", "‹", marque("Mois précédent")),
    ("qt_calendar_nextmonth", "›", marque("Mois suivant")),
)


class CalendarPopup(QFrame):
    """A month to click or to walk with the arrows; Escape leaves the date as it was."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        role(self, "flottant")
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(tr("Calendrier"))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        self._dress()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.calendar)

    def open_at(self, below: QWidget, day: date) -> None:
        """Show the month of `day` under a widget, inside its screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        size = self.sizeHint()
        corner = below.mapToGlobal(QPoint(0, below.height()))
        area = below.screen().availableGeometry()
        if corner.y() + size.height() > area.bottom():
            corner.setY(below.mapToGlobal(QPoint(0, 0)).y() - size.height())
        corner.setX(max(area.left(), min(corner.x(), area.right() - size.width())))
        self.setGeometry(QRect(corner, size))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """Qt writes weekends in pure red and draws black arrows, whatever the theme."""
        ink = QTextCharFormat()
        ink.setForeground(self.palette().text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, ink)
        self.calendar.setMinimumWidth(Mesures.de(self.font()).ligne * 20)
        for name, text, spoken in _ARROWS:
            button = self.calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon())
                button.setText(text)
                button.setAccessibleName(tr(spoken))
                button.setToolTip(tr(spoken))

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))
