"""Several lines of text: Tab leaves, what remains is counted near the end, nothing is cut."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from journal_scls.gui.traduction import nombre, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, poser_propriete, role

_NEAR = 0.75  # of what is allowed: before, how much remains is of no interest
CURSEUR = 2  # pixels: the caret of one pixel was measured to be the only sign of focus


class TextArea(QWidget):
    """A text that is too long is kept and refused with its excess: a paste is never truncated."""

    text_changed = Signal()
    error_changed = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, max_length: int = 2000, lines: int = 4
    ) -> None:
        super().__init__(parent)
        self._max = max_length
        self._lines = lines
        self._error = ""
        self._known = ""
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        self.edit.setCursorWidth(CURSEUR)
        self.counter = QLabel("", self)
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight)
        role(self.counter, "aide")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.edit)
        box.addWidget(self.counter)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self._resize_edit()
        self._count()

    def text(self) -> str:
        """The text as typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text, and forget its undo history."""
        self.edit.setPlainText(text)

    def error(self) -> str:
        """How much is too much, or an empty text."""
        return self._error

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of lines when the size of the text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "counter"):
            self._resize_edit()

    def _resize_edit(self) -> None:
        measures = Mesures.de(self.font())
        self.edit.setFixedHeight(measures.ligne * self._lines + 2 * measures.s)

    def _on_text(self) -> None:
        """Qt also says that a text changed when only its looks did."""
        text = self.text()
        if text == self._known:
            return
        self._known = text
        self._count()
        self.text_changed.emit()

    def _count(self) -> None:
        length = len(self.text())
        excess = length - self._max
        self.counter.setText(
            tr(
                "{done} sur {total}",
                done=nombre(length),
                total=nombre(self._max),
            )
        )
        self.counter.setVisible(length >= self._max * _NEAR)
        role(self.counter, "erreur" if excess > 0 else "aide")
        poser_propriete(self.edit, "invalide", excess > 0)
        error = ""
        if excess > 0:
            error = tr(
                "Le texte compte {n} caractère de trop.",
                "Le texte compte {n} caractères de trop.",
                excess,
            )
        if bool(error) != bool(self._error) and error:
            announce(self.edit, error)
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)
