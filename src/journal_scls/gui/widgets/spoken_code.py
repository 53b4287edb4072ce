"""Groups of characters to read aloud, large, three in a row as one says them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import Mesures, role

_IN_A_ROW = 3
_MOST = 8


class SpokenCode(QWidget):
    """Each group takes the focus, so that it is read and copied on its own.

    There is room for eight; they are made at once, and so have their place in the tab order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Mesures.de(self.font()).l)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self._made = [_label(self) for _ in range(_MOST)]
        for rank, label in enumerate(self._made):
            grid.addWidget(label, *divmod(rank, _IN_A_ROW))

    @property
    def labels(self) -> list[QLabel]:
        """Those that show a group."""
        return [label for label in self._made if label.text()]

    def show_groups(self, groups: Sequence[str]) -> None:
        """Replace what is shown."""
        for rank, label in enumerate(self._made):
            group = groups[rank] if rank < len(groups) else ""
            label.setText(group)
            label.setVisible(bool(group))
            label.setAccessibleName(
                tr("Groupe {rang} : {liste}", rang=rank + 1, liste=" ".join(group))
            )

    def groups(self) -> list[str]:
        """What is shown."""
        return [label.text() for label in self.labels]


def _label(parent: QWidget) -> QLabel:
    label = QLabel("", parent)
    role(label, "code")
    label.setIndent(0)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.hide()
    return label
