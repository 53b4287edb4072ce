"""One question whose answers are few: each has a digit, so that one key answers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from journal_scls.gui.widgets.design import espacer, texte

_CHARACTERS = 48


class ChoiceDialog(QDialog):
    """Escape answers nothing."""

    def __init__(
        self,
        parent: QWidget,
        question: str,
        answers: Sequence[str],
        on_answer: Callable[[int], None],
        *,
        title: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_answer = on_answer
        box = QVBoxLayout(self)
        espacer(box, self, marge="l", espace="s")
        box.addWidget(texte(question, "etiquette", self))
        self.buttons = [
            QPushButton(f"{rank}.  {answer}", self) for rank, answer in enumerate(answers, 1)
        ]
        for rank, button in enumerate(self.buttons):
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._answer, rank))
            box.addWidget(button)
        self.buttons[0].setFocus()
        self.resize(self.fontMetrics().averageCharWidth() * _CHARACTERS, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers; the arrows move."""
        digit = event.text()
        if digit.isdecimal() and 0 < int(digit) <= len(self.buttons):
            self._answer(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _answer(self, rank: int, *_checked: bool) -> None:
        self.accept()
        self._on_answer(rank)
