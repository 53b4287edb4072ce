"""A page read alone in the window: a narrow column, because long lines are tiring."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Page
from journal_scls.gui.widgets.design import Mesures, Role, role, texte
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.typography import unbreakable

_LIGNES = 42  # width of the column, in heights of a line: about 80 characters


class FrontPage(Page):
    """Fill `body`; `message` says what just happened, `buttons` are in one row that may break."""

    def __init__(self, title: str, parent: QWidget | None = None, *, subtitle: str = "") -> None:
        super().__init__(title, parent, subtitle=subtitle)
        self.message = texte("", "aide", self)
        self.message.hide()

    def say(self, message: str, kind: Role = "aide") -> None:
        """Show a sentence at the place of `message` and say it; an empty one takes it away."""
        self.message.setText(unbreakable(message))
        role(self.message, kind)
        self.message.setVisible(bool(message))
        announce(self, message, assertive=kind == "erreur")

    def entered(self) -> None:
        """Called when the page comes on screen: bring the focus where typing starts."""
        target = self.first_field()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.title.text())

    def first_field(self) -> QWidget | None:
        """Where typing starts."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        super()._space()
        measures = Mesures.de(self.font())
        side = max(measures.l, (self.maximumViewportSize().width() - measures.ligne * _LIGNES) // 2)
        self._outer.setContentsMargins(side, measures.xl, side, measures.l)


class FrontStack(QStackedWidget):
    """Steps of which one is on screen; where each came from is the order of adding."""

    def __init__(self, *pages: FrontPage) -> None:
        super().__init__()
        self._pages: list[FrontPage] = []
        self.add(*pages)

    def add(self, *pages: FrontPage) -> None:
        """Append steps."""
        for page in pages:
            self._pages.append(page)
            self.addWidget(page)

    def page(self) -> FrontPage:
        """The step on screen."""
        return self._pages[self.currentIndex()]

    def go(self, page: FrontPage) -> None:
        """Bring a step on screen, with the focus in it."""
        self.setCurrentWidget(page)
        page.entered()

    def back(self) -> None:
        """To the step before, if there is one."""
        if self.currentIndex() > 0:
            self.go(self._pages[self.currentIndex() - 1])


def on_keys(page: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Let keys act wherever the focus is in a page, and nowhere else."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def button(text: str, kind: Role | None = None) -> QPushButton:
    """A button with its role."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind is not None:
        role(made, kind)
    return made


def row(*widgets: QWidget) -> QWidget:
    """Widgets side by side, on as many lines as the size of the text takes."""
    holder = QWidget()
    flow = FlowLayout(holder)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def bar(left: QWidget, *right: QWidget) -> QWidget:
    """One thing at each end, as the buttons of an assistant are."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(left)
    line.addStretch(1)
    for widget in right:
        line.addWidget(widget)
    return holder
