"""Every keyboard shortcut on one page, to read and to be read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.widgets.card import Page
from journal_scls.gui.widgets.design import Mesures, espacer, role


class ShortcutsDialog(QDialog):
    """Groups of « what it does » and « its keys »."""

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Raccourcis clavier")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = Page("Raccourcis clavier")
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setAccessibleName("Raccourcis clavier")
        for heading, lines in groups:
            page.body.addWidget(_group(heading, lines, page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        espacer(box, self, marge="m")
        box.addWidget(page)
        box.addWidget(buttons)
        line = Mesures.de(self.font()).ligne
        room = self.screen().availableGeometry()
        self.resize(min(line * 32, room.width()), min(line * 30, room.height() - 2 * line))


def _group(heading: str, lines: Sequence[tuple[str, str]], parent: QWidget) -> QWidget:
    group = QWidget(parent)
    form = QFormLayout(group)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(Mesures.de(parent.font()).l)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    title = QLabel(heading, group)
    role(title, "section")
    form.addRow(title)
    for what, keys in lines:
        pressed = QLabel(keys, group)
        role(pressed, "etiquette")
        form.addRow(QLabel(what, group), pressed)
    return group
