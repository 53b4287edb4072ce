"""Help: how the screen in front is used, then every key, to read and to be read aloud."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.traduction import Marque, tr
from journal_scls.gui.widgets.card import Page
from journal_scls.gui.widgets.design import Mesures, espacer, role, texte


class ShortcutsDialog(QDialog):
    """`guide` in Markdown, then groups of « what it does » and « its keys »."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[tuple[str | Marque, str | Marque]]]],
        parent: QWidget | None = None,
        *,
        guide: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Aide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = Page(tr("Aide"))
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setAccessibleName(tr("Aide"))
        role(page, "defilant")
        if guide:
            page.body.addWidget(_guide(guide, page))
            page.body.addWidget(texte(tr("Raccourcis clavier"), "titre", page))
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


def _group(
    heading: str, lines: Sequence[tuple[str | Marque, str | Marque]], parent: QWidget
) -> QWidget:
    group = QWidget(parent)
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Mesures.de(parent.font()).l)
    grid.setColumnStretch(0, 1)
    title = QLabel(heading, group)
    role(title, "section")
    grid.addWidget(title, 0, 0, 1, 2)
    for rank, (what, keys) in enumerate(lines, start=1):
        done = QLabel(tr(what), group)
        done.setWordWrap(True)  # in any language, the keys keep their place
        pressed = QLabel(tr(keys), group)
        role(pressed, "etiquette")
        grid.addWidget(done, rank, 0)
        grid.addWidget(pressed, rank, 1)
    return group
