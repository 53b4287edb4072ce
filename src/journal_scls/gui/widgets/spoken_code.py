"""Groups of characters to read aloud, large, three in a row as one says them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from journal_scls.gui.widgets.design import Mesures, role

_IN_A_ROW = 3


class SpokenCode(QWidget):
    """Each group takes the focus, so that it is read and copied on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Mesures.de(self.font()).l)
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        self.labels: list[QLabel] = []

    def show_groups(self, groups: Sequence[str]) -> None:
        """Replace what is shown."""
        for label in self.labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self.labels = [self._label(rank, group) for rank, group in enumerate(groups)]

    def groups(self) -> list[str]:
        """What is shown."""
        return [label.text() for label in self.labels]

    def _label(self, rank: int, group: str) -> QLabel:
        label = QLabel(group, self)
        role(label, "code")
        label.setIndent(0)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        label.setAccessibleName(f"Groupe {rank + 1} : {' '.join(group)}")
        self._grid.addWidget(label, *divmod(rank, _IN_A_ROW))
        return label
