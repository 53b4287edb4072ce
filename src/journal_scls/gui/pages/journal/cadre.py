"""What the journal page is made of: filters, the list, the details, the buttons."""

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import LigneJournal
from journal_scls.gui.models.journal_model import JournalModel
from journal_scls.gui.pages.journal.details import Details
from journal_scls.gui.pages.journal.filtres import BarreFiltres
from journal_scls.gui.pages.journal.table import TableJournal
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, Role, role, texte
from journal_scls.gui.widgets.flow import FlowLayout

_LARGE = 110  # characters: below, the list and the details take turns


class CadreJournal(QWidget):
    """Lays out; `JournalPage` does."""

    def __init__(
        self, modele: JournalModel, journal: Journal, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self.modele = modele
        self.filtres = BarreFiltres(journal.horloge.aujourdhui, self)
        self.compte = texte("", "aide", self)
        self.table = TableJournal(modele, self)
        self.details = Details(journal, runner, self)
        self.vide = texte("", "section", self)
        self.bouton_vide = _bouton("", self, "primaire")
        self.bouton_corriger = _bouton("Corriger (F2)", self, "primaire")
        self.bouton_annuler = _bouton("Annuler… (Suppr)", self)
        self.bouton_retablir = _bouton("Rétablir", self)
        self.bouton_details = _bouton("Voir les détails", self)
        self.bouton_details.setCheckable(True)
        self.bouton_details.toggled.connect(lambda _coche: self._partager())
        self._large = True
        self._disposer()

    def ligne(self) -> LigneJournal | None:
        """The entry in hand."""
        return self.modele.ligne(self.table.rang())

    def montrer_liste(self, total: int, *, vierge: bool) -> None:
        """The list and how many it holds, or a sentence and what to do."""
        mot = "intervention" if total < 2 else "interventions"  # noqa: PLR2004 - French plural
        self.compte.setText(f"{QLocale().toString(total)} {mot}")
        announce(self.filtres, self.compte.text())
        if vierge:
            self.vide.setText("Votre journal est encore vide.")
            self.bouton_vide.setText("Saisir une intervention (Ctrl+N)")
        else:
            self.vide.setText("Aucune intervention ne correspond à ce que vous demandez.")
            self.bouton_vide.setText("Tout montrer")
        self._rien.setVisible(not total)
        self._partage.setVisible(bool(total))
        self._pied.setVisible(bool(total))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._partager()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pied"):
            self._espacer()
            self._partager()

    def _disposer(self) -> None:
        self._partage = QSplitter(Qt.Orientation.Horizontal, self)
        self._partage.setChildrenCollapsible(False)
        self._partage.addWidget(self.table)
        self._partage.addWidget(self.details)
        self._partage.setStretchFactor(0, 3)
        self._partage.setStretchFactor(1, 1)
        self._rien = QWidget(self)
        milieu = QVBoxLayout(self._rien)
        milieu.addStretch(1)
        milieu.addWidget(self.vide, 0, Qt.AlignmentFlag.AlignHCenter)
        milieu.addWidget(self.bouton_vide, 0, Qt.AlignmentFlag.AlignHCenter)
        milieu.addStretch(2)
        self.vide.setWordWrap(False)
        self._rien.hide()
        self._pied = QWidget(self)
        self._pied.setObjectName("pied")
        pied = QHBoxLayout(self._pied)
        pied.setContentsMargins(0, 0, 0, 0)
        boutons = FlowLayout()
        for bouton in (self.bouton_corriger, self.bouton_annuler, self.bouton_retablir):
            boutons.addWidget(bouton)
        boutons.addWidget(self.bouton_details)
        pied.addLayout(boutons, 1)
        self.compte.setWordWrap(False)
        pied.addWidget(self.compte)
        self._boite = QVBoxLayout(self)
        self._boite.addWidget(self.filtres)
        for widget in (self._partage, self._rien):
            self._boite.addWidget(widget, 1)
        self._boite.addWidget(self._pied)
        self._espacer()

    def _espacer(self) -> None:
        mesures = Mesures.de(self.font())
        self._boite.setContentsMargins(mesures.l, mesures.m, mesures.l, mesures.s)
        self._boite.setSpacing(mesures.s)

    def _partager(self) -> None:
        """Side by side when there is room, else one or the other."""
        large = self.width() >= self.fontMetrics().averageCharWidth() * _LARGE
        self.bouton_details.setVisible(not large)
        ouverts = self.bouton_details.isChecked()
        self.bouton_details.setText("Voir la liste" if ouverts else "Voir les détails")
        self.details.setVisible(large or ouverts)
        self.table.setVisible(large or not ouverts)


def _bouton(libelle: str, parent: QWidget, genre: Role | None = None) -> QPushButton:
    bouton = QPushButton(libelle, parent)
    bouton.setAutoDefault(False)
    if genre is not None:
        role(bouton, genre)
    return bouton
