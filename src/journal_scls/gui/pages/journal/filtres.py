"""What the list shows: words, a period, and chips for all the rest."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal_scls.application.lectures import Filtre
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.champs import champ_choix, champ_date
from journal_scls.gui.pages.journal.criteres import (
    DATES,
    PERIODES,
    TOUT,
    Criteres,
    choix_de_filtres,
)
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.chip_bar import ChipBar
from journal_scls.gui.widgets.design import espacer
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout

DELAI_MS = 60
_VERS_LA_LISTE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BarreFiltres(QWidget):
    """`change` follows what is asked, a moment after the last key; `descendre` is Down.

    `code_voulu` asks for the code of a person, which no list gives.
    """

    change = Signal()
    descendre = Signal()
    code_voulu = Signal()

    def __init__(
        self,
        vocabulaires: Vocabulaires,
        aujourdhui: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._vocabulaires = vocabulaires
        self._aujourdhui = aujourdhui
        self._choisis: dict[str, str] = {}
        self._pose = False
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText(tr("Note ou nom du milieu"))
        self.periode = champ_choix(PERIODES, self)
        self.periode.set_value(TOUT)
        self.du = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.au = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.ajouter = champ_choix(choix_de_filtres((), vocabulaires), self)
        self.ajouter.setPlaceholderText(tr("Milieu, activité…"))
        self.puces = ChipBar(tr("E&ffacer les filtres"), self)
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(DELAI_MS)
        self._minuterie.timeout.connect(self._tout_de_suite)
        self._disposer()
        self._brancher()

    @property
    def criteres(self) -> Criteres:
        """What is asked, in words."""
        return Criteres(
            self.recherche.text().strip(),
            self.periode.value() or TOUT,
            self.du.value(),
            self.au.value(),
            dict(self._choisis),
        )

    def filtre(self) -> Filtre:
        """What is asked."""
        return self.criteres.filtre(self._aujourdhui())

    @property
    def vierge(self) -> bool:
        """Whether everything is asked for."""
        return not list(self.criteres.puces(self._vocabulaires))

    def proposer(self, milieux: tuple[str, ...]) -> None:
        """The names of the directory, to choose among."""
        self.ajouter.set_choices(choix_de_filtres(milieux, self._vocabulaires))

    def demander(self, criteres: Criteres) -> None:
        """Ask for something else; the fields follow."""
        self._pose = True  # the fields answer one by one; the list is asked once
        self.recherche.setText(criteres.texte)
        self.periode.set_value(criteres.periode)
        if criteres.periode == DATES:
            self.du.set_value(criteres.du)
            self.au.set_value(criteres.au)
        self._choisis = dict(criteres.choisis)
        self._montrer_dates()
        self._pose = False
        self._tout_de_suite()

    def tout_montrer(self) -> None:
        """Ask for everything."""
        self.demander(Criteres())
        self.recherche.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the search line does not use: Down and Enter go to the list."""
        if self.recherche.hasFocus() and event.key() in _VERS_LA_LISTE:
            self._minuterie.stop()
            self.descendre.emit()
            return
        super().keyPressEvent(event)

    def _disposer(self) -> None:
        champs = QWidget(self)
        ligne = FlowLayout(champs)
        self._rangs_dates = [FieldRow(tr("D&u"), self.du, self), FieldRow(tr("Au"), self.au, self)]
        recherche = FieldRow(tr("&Rechercher"), self.recherche, self)
        self.recherche.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        for rang in (
            recherche,
            FieldRow(tr("&Période"), self.periode, self),
            *self._rangs_dates,
            FieldRow(tr("Ajou&ter un filtre"), self.ajouter, self),
        ):
            ligne.addWidget(rang)
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        boite.addWidget(champs)
        boite.addWidget(self.puces)
        self._montrer_dates()

    def _brancher(self) -> None:
        self.recherche.textChanged.connect(lambda _texte: self._minuterie.start())
        self.periode.value_changed.connect(lambda _valeur: self._sur_periode())
        for champ in (self.du, self.au):
            champ.value_changed.connect(lambda _valeur: self._tout_de_suite())
        self.ajouter.chosen.connect(self._sur_ajout)
        self.puces.removed.connect(lambda nom: self.demander(self.criteres.sans(nom)))
        self.puces.cleared.connect(self.tout_montrer)

    def _sur_periode(self) -> None:
        self._montrer_dates()
        self._tout_de_suite()

    def _sur_ajout(self, choix: tuple[str, str] | None) -> None:
        """The list is for adding: it shows its invitation again at once."""
        self.ajouter.set_value(None)
        if choix is None:
            return
        nom, valeur = choix
        if valeur:
            self.demander(self.criteres.avec(nom, valeur))
        else:
            self.code_voulu.emit()

    def _montrer_dates(self) -> None:
        dates = self.periode.value() == DATES
        if dates and self.du.value() is None and self.au.value() is None:
            self.du.set_value(self._aujourdhui().replace(day=1))
            self.au.set_value(self._aujourdhui())
        for rang in self._rangs_dates:
            rang.setVisible(dates)

    def _tout_de_suite(self) -> None:
        self._minuterie.stop()
        if self._pose:
            return
        self.change.emit()

    def montrer_puces(self) -> None:
        """Say what is asked, once its rows are there: the page is laid out and painted once."""
        self.puces.set_chips(list(self.criteres.puces(self._vocabulaires)))
