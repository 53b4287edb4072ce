"""Where one is and where one can go: a list at the side, or one button when text is large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import Mesures, role

Entry = tuple[str, str, str]
"""Key, title, shortcut."""


class SideBar(QListWidget):
    """`chosen(str)` as one walks; `accepted` when one wants to be there: Enter, or a click."""

    chosen = Signal(str)
    accepted = Signal()

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Rubriques"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        role(self, "navigation")
        for key, title, shortcut in entries:
            item = QListWidgetItem(title, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(f"{title} ({shortcut})" if shortcut else title)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(lambda _item: self.accepted.emit())
        self._fit()

    def select(self, key: str) -> None:
        """Show where one is, without saying that it was chosen."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def set_title(self, key: str, title: str) -> None:
        """Change the text of a line, a count for instance."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == key and item.text() != title:
                item.setText(title)
                self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the right arrow go into the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.accepted.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        measures = Mesures.de(self.font())
        longest = max(
            (
                self.fontMetrics().horizontalAdvance(self.item(r).text())
                for r in range(self.count())
            ),
            default=0,
        )
        self.setFixedWidth(longest + 2 * measures.l + measures.m)

    def sizeHint(self) -> QSize:
        """As wide as its longest title."""
        return QSize(self.width(), super().sizeHint().height())


class JumpButton(QToolButton):
    """The same choice in one button, for a window too narrow for its text; `chosen(str)`."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {key: title for key, title, _shortcut in entries}
        self._shortcuts = {key: shortcut for key, _title, shortcut in entries}
        self._actions: dict[str, QAction] = {}
        self._here = ""
        menu = QMenu(self)
        for key in self._titles:
            self._actions[key] = menu.addAction(self._line(key))
            self._actions[key].triggered.connect(
                lambda _checked=False, key=key: self.chosen.emit(key)
            )
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_title(self, key: str, title: str) -> None:
        """Change the text of a choice, a count for instance."""
        self._titles[key] = title
        self._actions[key].setText(self._line(key))
        if key == self._here:
            self.select(key)

    def _line(self, key: str) -> str:
        title, shortcut = self._titles[key], self._shortcuts[key]
        return f"{title}\t{shortcut}" if shortcut else title

    def select(self, key: str) -> None:
        """Show where one is."""
        self._here = key
        title = self._titles.get(key, "")
        self.setText(f"☰  {title}")
        self.setAccessibleName(tr("Rubrique : {title}", title=title))
