"""What just happened, and how to undo it: « Intervention enregistrée — Annuler (Ctrl+Z) »."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import role
from journal_scls.gui.widgets.overlay import Overlay
from journal_scls.gui.widgets.typography import unbreakable

DUREE_MS = 10_000


class Toast(Overlay):
    """One message at a time. It takes no focus, and waits while the mouse or the focus is on it.

    The shortcut belongs to the window, whose « Annuler » action calls `trigger()`: a second
    Ctrl+Z here would make both ambiguous.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._action: Callable[[], None] | None = None
        self.label = QLabel("", self)
        self.label.setWordWrap(True)
        self.button = QPushButton("", self)
        role(self.button, "discret")
        self.button.clicked.connect(self.trigger)
        row = QHBoxLayout(self)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)

    @classmethod
    def of(cls, window: QWidget) -> "Toast":
        """The toast of this window, made at first need."""
        found = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, cls) else cls(window)

    def show_message(
        self,
        message: str,
        on_action: Callable[[], None] | None = None,
        *,
        action: str = "",
        shortcut: str = "Ctrl+Z",
        duration_ms: int = DUREE_MS,
    ) -> None:
        """Show and announce, to undo unless `action` is named; 0 ms stays until `dismiss`."""
        self._action = on_action
        verb = action or tr("Annuler", "ce qui vient d’être fait")
        text = f"{verb} ({shortcut})" if shortcut else verb
        self.label.setText(unbreakable(message))
        self.button.setText(text)
        self.button.setVisible(on_action is not None)
        self.show()
        self.arrange()
        announce(self, f"{message} — {text}" if on_action is not None else message)
        self._timer.stop()
        if duration_ms:
            self._timer.start(duration_ms)

    def trigger(self) -> bool:
        """Do the action offered, once; False when there is none."""
        action, self._action = self._action, None
        if action is None:
            return False
        self.dismiss()
        action()
        return True

    def dismiss(self) -> None:
        """Hide, and offer the action no more."""
        self._timer.stop()
        self._action = None
        self.label.clear()
        self.hide()

    def _expire(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start(DUREE_MS // 2)
            return
        self.hide()  # the action stays: Ctrl+Z still undoes the last thing done

    def event(self, event: QEvent) -> bool:
        """A new size of text changes the place it needs."""
        handled = super().event(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.arrange()
        return handled
