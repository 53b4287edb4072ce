"""One field of a form: its label, its hint, and the error that belongs to it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, Role, poser_propriete, role, texte
from journal_scls.gui.widgets.typography import unbreakable


def focus_target(widget: QWidget) -> QWidget:
    """The widget that really takes the keys of a composite field."""
    proxy = widget.focusProxy()
    return widget if proxy is None else focus_target(proxy)


class FieldRow(QWidget):
    """Label above, field, then hint or error below.

    `&` in the label gives the Alt key; the buddy names the field to screen readers, the only way
    for a combo box on Linux, and `accessibleName` does on Windows. The message is the accessible
    description, so that it is read again whenever the field takes the focus.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.target = focus_target(field)
        self._hint = hint
        self._warning = False
        self._required = required
        self._mark = ""
        self._name = f"{label} *" if required else label
        self._error = ""
        self.label = QLabel(self._name, self)
        role(self.label, "etiquette")
        self.label.setBuddy(self.target)
        self.target.setAccessibleName(label.replace("&", ""))
        self.message = texte("", "aide", self)
        self._box = QVBoxLayout(self)
        for widget in (self.label, field, self.message):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        self._space()
        self._refresh()
        signal = getattr(field, "error_changed", None)
        if signal is not None:
            signal.connect(self.set_error)

    def error(self) -> str:
        """The error shown, or an empty text."""
        return self._error

    def set_error(self, message: str) -> None:
        """Show why the field is refused and say it; an empty text takes it away."""
        if message == self._error:
            return
        self._error = message
        self._refresh()
        announce(self.target, message, assertive=True)

    def set_hint(self, hint: str, *, warning: bool = False) -> None:
        """Change the sentence shown while there is no error; a warning is said, never a block."""
        if hint == self._hint:
            return
        self._hint = hint
        self._warning = warning
        self._refresh()
        if warning and not self._error:
            announce(self.target, hint)

    def set_mark(self, mark: str) -> None:
        """A word beside the label: « proposé » tells that nobody typed the value yet."""
        if mark != self._mark:
            self._mark = mark
            self.label.setText(f"{self._name} · {mark}" if mark else self._name)
            self._refresh()

    def focus(self) -> None:
        """Bring the person to the field, as after a refused save."""
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_box"):
            self._space()

    def _space(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Mesures.de(self.font()).xs)

    def _message_role(self) -> Role:
        if self._error:
            return "erreur"
        return "avertissement" if self._warning else "aide"

    def _refresh(self) -> None:
        shown = self._error or self._hint
        self.message.setText(unbreakable(shown))
        role(self.message, self._message_role())
        self.message.setVisible(bool(shown))
        poser_propriete(self.target, "invalide", bool(self._error))
        parts = [self._mark, tr("obligatoire") if self._required else "", shown]
        self.target.setAccessibleDescription(" – ".join(part for part in parts if part))
