"""The list of a ChoiceCombo: a search line above the choices that match it."""

import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.traduction import Marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, role, texte

LIGNES_MAX = 10
_INDEX = Qt.ItemDataRole.UserRole
_MOVES: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: LIGNES_MAX - 1,
    Qt.Key.Key_PageUp: 1 - LIGNES_MAX,
}


@dataclass(frozen=True)
class Choice:
    """One line: the value it stands for, its text, its group, other words that find it."""

    value: Any
    label: str | Marque
    group: str = ""
    keywords: str = ""


def words(text: str, fold: Callable[[str], str]) -> list[str]:
    """The words of a text, folded: « Tour des Érables-112 » gives tour, des, erables, 112."""
    return [word for word in re.split(r"[\W_]+", fold(text)) if word]


def rank(query: list[str], label: list[str], extra: list[str]) -> int | None:
    """How well a choice answers: 0 is best, None is not at all.

    Each word typed must begin a word of the choice; what begins the label comes first.
    """
    everything = label + extra
    if not all(any(word.startswith(part) for word in everything) for part in query):
        return None
    if label and query and label[0].startswith(query[0]):
        return 0
    in_label = all(any(word.startswith(part) for word in label) for part in query)
    return 1 if in_label else 2


class ChoicePopup(QFrame):
    """Typing filters, arrows move, Enter or Tab takes the line shown, Escape takes nothing."""

    taking = Signal()
    picked = Signal(int, int)

    def __init__(self, combo: QWidget, fold: Callable[[str], str]) -> None:
        super().__init__(combo, Qt.WindowType.Popup)
        role(self, "flottant")
        self._combo = combo
        self._fold = fold
        self._choices: Sequence[Choice] = ()
        self._words: list[tuple[list[str], list[str]]] = []
        self._current = -1
        self._walked = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Tapez pour chercher"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self._pick(item, 0))
        self.empty: QLabel = texte(tr("Aucun choix ne correspond."), "aide", self)
        self._box = QVBoxLayout(self)
        for widget in (self.search, self.empty, self.list):
            self._box.addWidget(widget)

    def open_for(self, choices: Sequence[Choice], current: int, search: str) -> None:
        """Show the choices under the combo box, already filtered by what was typed."""
        self._learn(choices, current)
        name = self._combo.accessibleName()
        self.search.setAccessibleName(
            tr("Rechercher – {fichier}", fichier=name) if name else tr("Rechercher")
        )
        self.list.setAccessibleName(name or tr("Choix"))
        self.search.setText(search)
        self._filter()
        self._place()
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.search.setCursorPosition(len(search))

    def replace(self, choices: Sequence[Choice], current: int) -> None:
        """The choices changed: an open list follows, and stays at the line walked to."""
        if not self.isVisible():
            return
        item = self.list.currentItem() if self._walked else None
        held = None if item is None else self._choices[item.data(_INDEX)].value
        self._learn(choices, current)
        self._filter()
        if held is not None:
            self._select(next((i for i, c in enumerate(choices) if c.value == held), -1))

    def take(self) -> bool:
        """Take the line shown, as Enter does; False when there is none, and nothing moves."""
        self._take(0)
        return not self.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search line keeps the focus; the list obeys its keys."""
        if isinstance(event, QKeyEvent) and not self.isVisible():
            return self._give_back(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same for a key that comes to the closed list itself."""
        if self.isVisible() or not self._give_back(event):
            super().keyPressEvent(event)

    def _give_back(self, event: QKeyEvent) -> bool:
        """Typed before the list was gone from the screen: it is for what has the focus now.

        X may still hold the closed list for the active window: it is not asked.
        """
        window = QApplication.activePopupWidget() or self._combo.window()
        focus = window.focusWidget()
        if focus is None:
            return False
        QApplication.sendEvent(focus, event)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """X may say late that a list is the active window: closed since, it stays so for Qt.

        The keys of the menus would then be deaf. Only the deprecated call mends it: for X, the
        window is active already.
        """
        super().hideEvent(event)
        active = QApplication.activeWindow()
        if active is not None and active is not self and not active.isVisible():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                QApplication.setActiveWindow(self._combo.window())

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(0)
        elif key == Qt.Key.Key_Tab:
            self._take(1)
        elif key == Qt.Key.Key_Backtab:
            self._take(-1)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _learn(self, choices: Sequence[Choice], current: int) -> None:
        self._choices = choices
        self._words = [
            (
                words(tr(choice.label), self._fold),
                words(f"{choice.keywords} {choice.group}", self._fold),
            )
            for choice in choices
        ]
        self._current = current

    def _filter(self) -> None:
        self._walked = False
        query = words(self.search.text(), self._fold)
        ranks = {
            index: found
            for index, (label, extra) in enumerate(self._words)
            if (found := rank(query, label, extra)) is not None
        }
        self._fill(list(ranks))
        self.empty.setVisible(not ranks)
        self.list.setVisible(bool(ranks))
        if not ranks:
            announce(self.search, self.empty.text())
            return
        if self.isVisible():
            self._place()
        best = self._current if not query and self._current in ranks else None
        self._select(min(ranks, key=lambda i: (ranks[i], i)) if best is None else best)

    def _fill(self, indexes: list[int]) -> None:
        self.list.clear()
        group = ""
        for index in indexes:
            choice = self._choices[index]
            if choice.group and choice.group != group:
                self.list.addItem(_heading(choice.group, self.list))
            group = choice.group
            item = QListWidgetItem(tr(choice.label))
            item.setData(_INDEX, index)
            self.list.addItem(item)

    def _select(self, index: int) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_INDEX) == index:
                self.list.setCurrentRow(row)
                break
        self._say()

    def _move(self, step: int) -> None:
        """Over the headings, and without falling off either end."""
        self._walked = True
        rows = [r for r in range(self.list.count()) if self.list.item(r).data(_INDEX) is not None]
        if not rows:
            return
        place = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
        self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, place + step))])
        self._say()

    def _say(self) -> None:
        """The focus stays in the search line, so the line of the list must be spoken."""
        item = self.list.currentItem()
        if item is not None and self.isVisible():
            announce(self.search, item.text())

    def _take(self, step: int) -> None:
        """The line shown, once all the choices are there."""
        self.taking.emit()
        self._pick(self.list.currentItem(), step)

    def _pick(self, item: QListWidgetItem | None, step: int) -> None:
        """With nothing found, stay: leaving would keep a value other than the one typed."""
        if item is None or item.data(_INDEX) is None:
            announce(self.search, self.empty.text(), assertive=True)
            return
        index = int(item.data(_INDEX))
        self.hide()
        self.picked.emit(index, step)

    def _place(self) -> None:
        measures = Mesures.de(self.font())
        self._box.setContentsMargins(measures.xs, measures.xs, measures.xs, measures.xs)
        self._box.setSpacing(measures.xs)
        area = self._combo.screen().availableGeometry()
        wide = self.list.sizeHintForColumn(0) + measures.xl + measures.l
        width = min(max(self._combo.width(), wide), area.width())
        line = max(self.list.sizeHintForRow(0), measures.ligne)
        lines = min(LIGNES_MAX, max(1, self.list.count()))
        chrome = self.search.sizeHint().height() + 4 * measures.xs + 4
        height = min(chrome + lines * line, area.height())
        corner = self._combo.mapToGlobal(QPoint(0, self._combo.height()))
        if corner.y() + height > area.bottom():
            above = self._combo.mapToGlobal(QPoint(0, 0)).y() - height
            corner.setY(above if above >= area.top() else max(area.top(), area.bottom() - height))
        corner.setX(max(area.left(), min(corner.x(), area.right() - width)))
        self.setGeometry(QRect(corner.x(), corner.y(), width, height))


def _heading(group: str, owner: QListWidget) -> QListWidgetItem:
    """Read, never chosen."""
    item = QListWidgetItem(group)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = owner.font()
    font.setBold(True)
    item.setFont(font)
    return item
