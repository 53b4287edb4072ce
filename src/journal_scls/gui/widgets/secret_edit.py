"""A passphrase: hidden, unless the person asks to see what they type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from journal_scls.gui.traduction import tr


class SecretEdit(QWidget):
    """`submitted` follows Enter; the box that shows the text may be shared with another field."""

    text_changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, shown_by: QCheckBox | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.setFocusProxy(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.edit)
        self.show_box = shown_by or QCheckBox(tr("&Afficher ce que je tape"), self)
        if shown_by is None:
            box.addWidget(self.show_box)
        self.show_box.toggled.connect(self._show)
        self._show(self.show_box.isChecked())
        self.edit.textChanged.connect(lambda _text: self.text_changed.emit())
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget it, and hide the next one."""
        self.edit.clear()
        self.show_box.setChecked(False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if shown else mode.Password)
