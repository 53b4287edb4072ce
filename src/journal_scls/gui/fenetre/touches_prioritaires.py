"""Keys of the menus that text fields would keep: on Linux, Ctrl+E is their end of line."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_A_NOUS = QKeySequence("Ctrl+E")


class TouchesPrioritaires(QObject):
    """Watches the text field that has the focus, and no other widget: filters cost in Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._suivre)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Refuse the key in the name of the field: the menu then has it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) != _A_NOUS:
            return False
        event.ignore()
        return True

    def _suivre(self, ancien: QWidget | None, nouveau: QWidget | None) -> None:
        if isinstance(ancien, QLineEdit | QPlainTextEdit):
            ancien.removeEventFilter(self)
        if isinstance(nouveau, QLineEdit | QPlainTextEdit):
            nouveau.installEventFilter(self)
