"""A list and the details of what is in hand: side by side when there is room, else in turn."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from journal_scls.gui.traduction import Marque, marque, tr

_WIDE = 110  # characters


class ListDetails(QWidget):
    """Put `toggle` among the buttons of the page: it shows itself when it is of use."""

    def __init__(
        self,
        list_: QWidget,
        details: QWidget,
        parent: QWidget | None = None,
        *,
        names: tuple[str | Marque, str | Marque] = (
            marque("Voir les détails"),
            marque("Voir la liste"),
        ),
        shares: tuple[int, int] = (5, 3),
    ) -> None:
        super().__init__(parent)
        self._list, self._details = list_, details
        self._wanted = True
        self._names = [tr(name) for name in names]
        # Without a parent, what is shown is a window: it flashed, and took the keys meanwhile.
        self.toggle = QPushButton(self._names[0], self)
        self.toggle.setAutoDefault(False)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(lambda _checked: self._share())
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(list_)
        splitter.addWidget(details)
        for rank, share in enumerate(shares):
            splitter.setStretchFactor(rank, share)
        splitter.setSizes([share * _WIDE for share in shares])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)
        self._share()

    def set_details_wanted(self, wanted: bool) -> None:
        """Give the whole place to the list when there is nothing to say of it."""
        self._wanted = wanted
        self._share()

    def show_details(self) -> None:
        """Bring them in front if the list has the whole place, with the focus in them."""
        if not self._details.isVisibleTo(self):
            self.toggle.setChecked(True)
        self._details.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Back to the list, with the focus in it."""
        self.toggle.setChecked(False)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The button comes with the list."""
        super().showEvent(event)
        self._share()

    def hideEvent(self, event: QHideEvent) -> None:
        """And leaves with it, but not when the whole page does."""
        super().hideEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room may have come or gone."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "toggle"):
            self._share()

    def _share(self) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE
        shown = self.toggle.isChecked()
        self.toggle.setVisible(self._wanted and not wide and not self.isHidden())
        self.toggle.setText(self._names[1] if shown else self._names[0])
        self._details.setVisible(self._wanted and (wide or shown))
        self._list.setVisible(wide or not shown or not self._wanted)
