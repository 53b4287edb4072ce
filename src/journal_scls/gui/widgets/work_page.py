"""A page of work: what it says on top, what one works on in the middle, the buttons below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, Role, role, texte
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.typography import unbreakable

_ROWS = 6  # of a list, that stay on screen whatever the size of the text


class WorkPage(QScrollArea):
    """Fill `head`, `middle` and `foot`; messages that float stay above the foot.

    The middle takes all the height there is; with large text, the page scrolls rather than
    squeeze it.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        role(inside, "page")
        self.title = texte(title, "titre", inside)
        self.message = texte("", "aide", inside)
        self.message.hide()
        self._holder = QWidget(inside)
        self.head, self.middle = QVBoxLayout(), QVBoxLayout(self._holder)
        self.head.addWidget(self.title)
        footer = QWidget(inside)
        footer.setObjectName("pied")
        self.foot = FlowLayout(footer)
        self._box = QVBoxLayout(inside)
        self._box.addLayout(self.head)
        self._box.addWidget(self.message)
        self._box.addWidget(self._holder, 1)
        self._box.addWidget(footer)
        self.setWidget(inside)
        self._space()

    def say(self, message: str, kind: Role = "aide") -> None:
        """Show a sentence under the head and say it; an empty one takes it away."""
        self.message.setText(unbreakable(message))
        role(self.message, kind)
        self.message.setVisible(bool(message))
        announce(self, message, assertive=kind == "erreur")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_box"):
            self._space()

    def _space(self) -> None:
        measures = Mesures.de(self.font())
        self._box.setContentsMargins(measures.l, measures.m, measures.l, measures.s)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self._holder.setMinimumHeight(measures.cible * _ROWS)
        for layout in (self._box, self.head, self.middle):
            layout.setSpacing(measures.s)


class Empty(QWidget):
    """What stands in the place of an empty list: a sentence, and what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = texte("", "section", self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton("", self)
        self.button.setAutoDefault(False)
        role(self.button, "primaire")
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(self.label)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def show_text(self, sentence: str, action: str = "") -> None:
        """Without an action there is no button."""
        self.label.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))


class Details(QTextBrowser):
    """Ordinary text that a screen reader reads line by line, and that can be copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def show_html(self, html: str) -> None:
        """Replace the text; the same one is left where it was scrolled."""
        if html != self.property("shown"):
            self.setProperty("shown", html)
            self.setHtml(html)
