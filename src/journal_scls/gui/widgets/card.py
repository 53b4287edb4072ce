"""Surfaces that keep their margins in step with the text: a page, and cards on it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journal_scls.gui.widgets.design import Pas, espacer, role, texte


class Card(QFrame):
    """A framed group with an optional heading; fill `body`. Dense, it leaves room to the rest."""

    def __init__(
        self, heading: str = "", parent: QWidget | None = None, *, dense: bool = False
    ) -> None:
        super().__init__(parent)
        role(self, "carte")
        self._spaces: tuple[Pas, Pas] = ("m", "s") if dense else ("l", "m")
        self.body = QVBoxLayout(self)
        if heading:
            self.body.addWidget(texte(heading, "section", self))
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "body"):
            self._space()

    def _space(self) -> None:
        margin, between = self._spaces
        espacer(self.body, self, marge=margin, espace=between)


class Page(QScrollArea):
    """A screen that scrolls downwards only; fill `body`, which ends with a stretch.

    Large text makes it longer, never wider than the window.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, subtitle: str = "") -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        role(self._inside, "page")
        outer = QVBoxLayout(self._inside)
        self.title = texte(title, "titre", self._inside)
        outer.addWidget(self.title)
        if subtitle:
            outer.addWidget(texte(subtitle, "aide", self._inside))
        self.body = QVBoxLayout()
        outer.addLayout(self.body)
        outer.addStretch(1)
        self._outer = outer
        self._space()
        self.setWidget(self._inside)

    def height_for(self, width: int) -> int:
        """How high the window must be for nothing to scroll at that width."""
        inside = width - self.verticalScrollBar().sizeHint().width()
        return self._inside.heightForWidth(inside) + 2 * self.frameWidth()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_outer"):
            self._space()

    def _space(self) -> None:
        espacer(self._outer, self, marge="l", espace="m")
        espacer(self.body, self, espace="m")
