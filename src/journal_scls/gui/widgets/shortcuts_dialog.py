"""Help: how the screen in front is used, then every key, to read and to be read aloud."""

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
from journal_scls.gui.widgets.design import Mesures, espacer, role, texte


class ShortcutsDialog(QDialog):
    """`guide` in Markdown, then groups of « what it does » and « its keys »."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        parent: QWidget | None = None,
        *,
        guide: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = Page("Aide")
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setAccessibleName("Aide")
        if guide:
            page.body.addWidget(_guide(guide, page))
            page.body.addWidget(texte("Raccourcis clavier", "titre", page))
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


def _guide(markdown: str, parent: QWidget) -> QLabel:
    label = QLabel(markdown, parent)
    label.setTextFormat(Qt.TextFormat.MarkdownText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


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
