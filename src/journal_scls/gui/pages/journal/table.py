"""The table of the journal: one row is one entry, as many columns as there is room for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from journal_scls.gui.models.journal_model import Index, JournalModel
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.column_fit import fit_columns

# Widths in digits, in the order of the columns; those that stretch take what is left.
_LARGEURS = (12, 19, 21, 12, 9, 7, 18, 13)
_EXTENSIBLES = (1, 2, 6)
# The details say everything: on a narrow window the last of these go first.
_IMPORTANCE = (0, 1, 2, 4, 7, 6, 3, 5)
_ENTREE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableJournal(QTableView):
    """`courante` follows the row in hand; the keys only ask, the page does."""

    courante = Signal()
    corriger = Signal()
    annuler = Signal()
    ouvrir = Signal()

    def __init__(self, modele: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(modele)
        self.setAccessibleName(tr("Interventions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        entete = self.horizontalHeader()
        entete.setHighlightSections(False)
        entete.setSectionsClickable(False)
        entete.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda _index: self.corriger.emit())
        self._disposer()

    def rang(self) -> int:
        """The row in hand, -1 for none."""
        return self.currentIndex().row()

    def aller(self, rang: int) -> None:
        """Put a row in hand, column of the date, which speaks for the whole row."""
        self.setCurrentIndex(self.model().index(rang, 0))

    def currentChanged(self, courant: Index, avant: Index) -> None:
        super().currentChanged(courant, avant)
        self.courante.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if event.key() == Qt.Key.Key_F2:
                self.corriger.emit()
                return
            if event.key() in _ENTREE:
                self.ouvrir.emit()
                return
            if event.key() == Qt.Key.Key_Delete:
                self.annuler.emit()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._disposer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._disposer()

    def _disposer(self) -> None:
        fit_columns(self, _LARGEURS, _EXTENSIBLES, _IMPORTANCE)
