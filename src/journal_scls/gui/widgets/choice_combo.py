"""Choose one thing in a list by typing a few letters of it: « era 112 » finds its building.

Not an editable combo box: NVDA does not read the characters of Qt's. The list that opens has an
ordinary search line, which every screen reader knows.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from journal_scls.gui.traduction import Marque, marque, tr
from journal_scls.gui.widgets.choice_popup import Choice, ChoicePopup
from journal_scls.gui.widgets.design import poser_propriete

__all__ = ["Choice", "ChoiceCombo"]

_MARGIN = 4  # the style draws the text this much inside its place
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TYPING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)


class ChoiceCombo(QComboBox):
    """`value_changed` follows any change, `chosen` only those the person made.

    `taking` comes before a choice is taken from the list: whoever still waits for choices may
    wait for them there, and call `set_choices`.

    `fold` gives the comparison key of a text; the application gives the one of the domain.
    """

    value_changed = Signal(object)
    chosen = Signal(object)
    taking = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fold: Callable[[str], str] = str.casefold,
        placeholder: str | Marque = marque("Choisir…"),
        clearable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fold = fold
        self._clearable = clearable
        self._choices: list[Choice] = []
        self._popup: ChoicePopup | None = None
        self.setPlaceholderText(tr(placeholder))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        poser_propriete(self, "vide", True)
        self.currentIndexChanged.connect(self._on_index)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the list and keep the value if it is still there; an open list follows."""
        kept = self.value()
        self.blockSignals(True)
        self._choices = list(choices)
        self.clear()
        self.addItems([tr(choice.label) for choice in self._choices])
        self.setCurrentIndex(self._index_of(kept))
        self.blockSignals(False)
        poser_propriete(self, "vide", self.currentIndex() < 0)
        self._fit()
        if self._popup is not None:
            self._popup.replace(self._choices, self.currentIndex())
        if self.value() != kept:
            self._on_index(self.currentIndex())

    def choices(self) -> list[Choice]:
        """The list, in its order."""
        return list(self._choices)

    def value(self) -> Any:
        """The value chosen, or None."""
        index = self.currentIndex()
        return self._choices[index].value if 0 <= index < len(self._choices) else None

    def set_value(self, value: Any) -> bool:
        """Select a value; one that is not in the list selects nothing and returns False."""
        index = self._index_of(value)
        self.setCurrentIndex(index)
        return index >= 0

    def popup(self) -> ChoicePopup:
        """The list that opens, made at first need."""
        if self._popup is None:
            self._popup = ChoicePopup(self, self._fold)
            self._popup.taking.connect(self.taking)
            self._popup.picked.connect(self._on_picked)
        return self._popup

    def showPopup(self) -> None:
        """Replace Qt's list by ours, however it was asked for."""
        self._open("")

    def hidePopup(self) -> None:
        """Close ours."""
        if self._popup is not None:
            self._popup.hide()
        super().hidePopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter starts a search; Enter is left to the form."""
        key, text = event.key(), event.text()
        typed = event.modifiers() in _TYPING and text.isprintable() and bool(text)
        if typed and not text.isspace():
            self._open(text)
        elif key in _ENTER:
            event.ignore()
        elif key in _ERASE and self._clearable:
            self.setCurrentIndex(-1)
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form past a field must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def setPlaceholderText(self, text: str) -> None:
        """It wraps like a choice."""
        super().setPlaceholderText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the text needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text too long for its line goes on below: nothing is cut."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self._room(), _WRAPPED, self.shown())

    def shown(self) -> str:
        """What stands in it: the choice, or the invitation to choose."""
        return self.currentText() if self.currentIndex() >= 0 else self.placeholderText()

    def _room(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        return room.adjusted(_MARGIN // 2, 0, -_MARGIN // 2, 0)

    def _fit(self) -> None:
        """Make room for the lines below the first one."""
        metrics = self.fontMetrics()
        needed = metrics.boundingRect(
            QRect(0, 0, self._room().width(), 0), _WRAPPED, self.shown()
        ).height()
        below = max(0, round(needed / metrics.lineSpacing()) - 1)
        self.setMinimumHeight(self.sizeHint().height() + below * metrics.lineSpacing())

    def _open(self, search: str) -> None:
        if self.isEnabled():
            self.popup().open_for(self._choices, self.currentIndex(), search)

    def _index_of(self, value: Any) -> int:
        if value is None:
            return -1
        return next((i for i, choice in enumerate(self._choices) if choice.value == value), -1)

    def _on_index(self, index: int) -> None:
        self._fit()
        poser_propriete(self, "vide", index < 0)
        self.value_changed.emit(self.value())

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(self.value())

    def _on_picked(self, index: int, step: int) -> None:
        """`step` is 1 after Tab, -1 after Shift+Tab: the choice also moves to the next field."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setCurrentIndex(index)
        self.chosen.emit(self.value())
        if step and self.window().focusWidget() is self:  # a choice may have led elsewhere
            self.focusNextPrevChild(step > 0)
