"""What shows that long work goes on: one row for each operation, with a working « Annuler »."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.traduction import nombre, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.overlay import Overlay


class ProgressRow(QWidget):
    """One operation. The window stays usable: nothing here is modal."""

    def __init__(self, libelle: str, on_cancel: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._on_cancel = on_cancel
        self.label = QLabel(libelle, self)
        self.detail = QLabel("", self)
        self.detail.setProperty("role", "aide")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(libelle)
        self.button = QPushButton(tr("Annuler"), self)
        self.button.setAccessibleName(tr("Annuler : {libelle}", libelle=libelle))
        self.button.setToolTip(tr("Arrêter cette opération (Échap)"))
        self.button.clicked.connect(self.cancel)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.cancel)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.detail, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.bar, 1, 0, 1, 2)
        grid.addWidget(self.button, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)

    def report(self, done: int, total: int | None, libelle: str) -> None:
        """Move the bar; `total` is None while the end is not known."""
        if not self.button.isEnabled():
            return
        if libelle:
            self.label.setText(tr(libelle))
        if total is None:
            self.bar.setRange(0, 0)
            self.detail.setText(nombre(done) if done else "")
        else:
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(done)
            self.detail.setText(
                tr(
                    "{done} sur {total}",
                    done=nombre(done),
                    total=nombre(total),
                )
            )

    def cancel(self) -> None:
        """Stopping waits for the operation's next safe point, so say that it was heard."""
        self._on_cancel()
        self.button.setEnabled(False)
        self.label.setText(tr("Annulation en cours…"))
        announce(self, tr("Annulation en cours"))


class ProgressPanel(Overlay):
    """The rows of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(tr("Opérations en cours"))
        self._rows: dict[int, ProgressRow] = {}
        self._box = QVBoxLayout(self)

    @classmethod
    def of(cls, window: QWidget) -> "ProgressPanel":
        """The panel of this window, made at first need."""
        found = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, cls) else cls(window)

    def start(self, key: int, libelle: str, on_cancel: Callable[[], None]) -> None:
        """Show one more operation; `key` names it afterwards."""
        row = ProgressRow(libelle, on_cancel, self)
        self._rows[key] = row
        self._box.addWidget(row)
        self.show()
        announce(self, libelle)

    def report(self, key: int, done: int, total: int | None, libelle: str) -> None:
        """Pass a report on to its row, if that is still shown."""
        row = self._rows.get(key)
        if row is not None:
            row.report(done, total, libelle)

    def finish(self, key: int) -> None:
        """Take the row away, and the panel with the last one."""
        row = self._rows.pop(key, None)
        if row is None:
            return
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self.hide()

    def rows(self) -> list[ProgressRow]:
        """The operations on screen, the oldest first."""
        return list(self._rows.values())
