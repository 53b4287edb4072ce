"""What the list shows: words, a period, the cancelled entries or not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from journal_scls.application.lectures import Filtre
from journal_scls.gui.champs import champ_choix, champ_date
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout

DELAI_MS = 200
TOUT, MOIS, MOIS_DERNIER, ANNEE, DATES = "tout", "mois", "mois_dernier", "annee", "dates"
_PERIODES = (
    Choice(TOUT, "Tout"),
    Choice(MOIS, "Ce mois-ci"),
    Choice(MOIS_DERNIER, "Le mois dernier"),
    Choice(ANNEE, "Cette année"),
    Choice(DATES, "Entre deux dates"),
)


def bornes(periode: str, aujourdhui: date) -> tuple[date | None, date | None]:
    """The days of a named period; future entries belong to the month and to the year."""
    premier = aujourdhui.replace(day=1)
    if periode == MOIS:
        return premier, (premier + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if periode == MOIS_DERNIER:
        fin = premier - timedelta(days=1)
        return fin.replace(day=1), fin
    if periode == ANNEE:
        return date(aujourdhui.year, 1, 1), date(aujourdhui.year, 12, 31)
    return None, None


_VERS_LA_LISTE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BarreFiltres(QWidget):
    """`change` follows what is asked, a moment after the last key; `descendre` is Down."""

    change = Signal()
    descendre = Signal()

    def __init__(self, aujourdhui: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aujourdhui = aujourdhui
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText("Note ou nom du milieu")
        self.periode = champ_choix(_PERIODES, self)
        self.periode.set_value(TOUT)
        self.du = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.au = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.annulees = QCheckBox("Montrer les &annulées", self)
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(DELAI_MS)
        self._minuterie.timeout.connect(self.change)
        self._disposer()
        self._brancher()

    def filtre(self) -> Filtre:
        """What is asked."""
        periode = self.periode.value() or TOUT
        if periode == DATES:
            du, au = self.du.value(), self.au.value()
        else:
            du, au = bornes(periode, self._aujourdhui())
        filtre = Filtre(texte=self.recherche.text().strip(), annulees=self.annulees.isChecked())
        return replace(filtre, du=du, au=au)

    @property
    def vierge(self) -> bool:
        """Whether everything is asked for, cancelled entries apart."""
        return self.filtre() in (Filtre(), Filtre(annulees=True))

    def tout_montrer(self) -> None:
        """Ask for everything."""
        self.recherche.clear()
        self.periode.set_value(TOUT)
        self.annulees.setChecked(True)
        self._tout_de_suite()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the search line does not use: Down and Enter go to the list."""
        if self.recherche.hasFocus() and event.key() in _VERS_LA_LISTE:
            self._tout_de_suite()
            self.descendre.emit()
            return
        super().keyPressEvent(event)

    def _disposer(self) -> None:
        ligne = FlowLayout(self)
        self._rangs_dates = [FieldRow("D&u", self.du, self), FieldRow("Au", self.au, self)]
        recherche = FieldRow("&Rechercher", self.recherche, self)
        self.recherche.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        for rang in (recherche, FieldRow("&Période", self.periode, self), *self._rangs_dates):
            ligne.addWidget(rang)
        ligne.addWidget(self._case())
        self._montrer_dates()

    def _case(self) -> QWidget:
        """On the line of the fields: their labels are above, this one is beside its box."""
        groupe = QWidget(self)
        boite = QVBoxLayout(groupe)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(Mesures.de(self.font()).xs)
        boite.addWidget(texte(" ", "etiquette", groupe))
        boite.addWidget(self.annulees)
        boite.addStretch(1)
        return groupe

    def _brancher(self) -> None:
        self.recherche.textChanged.connect(lambda _texte: self._minuterie.start())
        self.periode.value_changed.connect(lambda _valeur: self._sur_periode())
        for champ in (self.du, self.au):
            champ.value_changed.connect(lambda _valeur: self._tout_de_suite())
        self.annulees.toggled.connect(lambda _coche: self._tout_de_suite())

    def _sur_periode(self) -> None:
        self._montrer_dates()
        self._tout_de_suite()

    def _montrer_dates(self) -> None:
        dates = self.periode.value() == DATES
        if dates and self.du.value() is None:
            self.du.set_value(self._aujourdhui().replace(day=1))
            self.au.set_value(self._aujourdhui())
        for rang in self._rangs_dates:
            rang.setVisible(dates)

    def _tout_de_suite(self) -> None:
        self._minuterie.stop()
        self.change.emit()
