"""Which period, and beside which other."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.domain.chiffres.calendrier import GenrePeriode, Recul, dernieres_periodes
from journal_scls.domain.periode import Periode
from journal_scls.gui.champs import champ_choix, champ_date
from journal_scls.gui.jours import nommer
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout

_GENRES = (
    Choice(GenrePeriode.MOIS, marque("Un mois")),
    Choice(GenrePeriode.TRIMESTRE, marque("Un trimestre")),
    Choice(GenrePeriode.ANNEE, marque("Une année")),
    Choice(GenrePeriode.ANNEE_FINANCIERE, marque("Une année financière (avril à mars)")),
    Choice(GenrePeriode.LIBRE, marque("Entre deux dates")),
)
_NOMBRES = {
    GenrePeriode.MOIS: 60,
    GenrePeriode.TRIMESTRE: 40,
    GenrePeriode.ANNEE: 20,
    GenrePeriode.ANNEE_FINANCIERE: 20,
}
_SANS = "sans"
_RECULS = (
    Choice(_SANS, marque("Ne pas comparer")),
    Choice(Recul.PRECEDENTE, marque("La période précédente")),
    Choice(Recul.AN_DERNIER, marque("La même période l’an dernier")),
)
_UN_MOIS = timedelta(days=31)


class ChoixPeriode(QWidget):
    """`change` follows every choice; it starts with the year of the month that just ended."""

    change = Signal()

    def __init__(self, aujourdhui: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aujourdhui = aujourdhui
        self.genre = champ_choix(_GENRES, self)
        self.laquelle = champ_choix((), self)
        self.du = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.au = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.recul = champ_choix(_RECULS, self)
        self.genre.set_value(GenrePeriode.ANNEE)
        self.recul.set_value(_SANS)
        self.recul.setMinimumContentsLength(max(len(tr(c.label)) for c in _RECULS))
        self._rang_laquelle = FieldRow(tr("&Laquelle"), self.laquelle, self)
        self._rangs_dates = [FieldRow(tr("D&u"), self.du, self), FieldRow(tr("Au"), self.au, self)]
        flux = FlowLayout(self)
        flux.addWidget(FieldRow(tr("&Période"), self.genre, self))
        flux.addWidget(self._rang_laquelle)
        for rang in self._rangs_dates:
            flux.addWidget(rang)
        flux.addWidget(FieldRow(tr("&Comparer à"), self.recul, self))
        self._proposer(aujourdhui() - _UN_MOIS)
        self.genre.value_changed.connect(lambda _genre: self._sur_genre())
        self.laquelle.value_changed.connect(lambda _periode: self.change.emit())
        self.recul.value_changed.connect(lambda _recul: self.change.emit())
        for champ in (self.du, self.au):
            champ.value_changed.connect(lambda _jour: self._sur_dates())

    def periode(self) -> Periode | None:
        """The period, None while its dates are not ones."""
        if self.genre.value() is not GenrePeriode.LIBRE:
            periode: Periode | None = self.laquelle.value()
            return periode
        du, au = self.du.value(), self.au.value()
        return Periode(du, au) if du is not None and au is not None and du <= au else None

    def compare(self) -> Recul | None:
        """What it is compared with."""
        recul = self.recul.value()
        return recul if isinstance(recul, Recul) else None

    def demander(self, genre: GenrePeriode, periode: Periode) -> None:
        """Ask for a period, that the list may not have."""
        self.blockSignals(True)
        self.genre.set_value(genre)
        if genre is GenrePeriode.LIBRE or not self.laquelle.set_value(periode):
            self.genre.set_value(GenrePeriode.LIBRE)
            self.du.set_value(periode.du)
            self.au.set_value(periode.au)
        self.blockSignals(False)
        self.change.emit()

    def _sur_genre(self) -> None:
        avant = self.periode()
        if self.genre.value() is GenrePeriode.LIBRE:
            avant = avant or self._derniere
            self.blockSignals(True)
            self.du.set_value(avant.du)
            self.au.set_value(avant.au)
            self.blockSignals(False)
        self._proposer(min(self._derniere.au, self._aujourdhui()))
        self.change.emit()

    def _proposer(self, jour: date) -> None:
        """The list of periods, with the one of that day chosen."""
        genre: GenrePeriode = self.genre.value()
        libre = genre is GenrePeriode.LIBRE
        self._rang_laquelle.setVisible(not libre)
        for rang in self._rangs_dates:
            rang.setVisible(libre)
        if libre:
            return
        periodes = dernieres_periodes(genre, self._aujourdhui(), _NOMBRES[genre])
        self.laquelle.blockSignals(True)
        self.laquelle.set_choices([Choice(p, nommer(p)) for p in periodes])
        self.laquelle.set_value(next((p for p in periodes if jour in p), periodes[0]))
        self.laquelle.blockSignals(False)
        self._derniere = self.laquelle.value()

    def _sur_dates(self) -> None:
        du, au = self.du.value(), self.au.value()
        inverse = du is not None and au is not None and au < du
        self._rangs_dates[1].set_error(tr("La fin vient avant le début.") if inverse else "")
        self.change.emit()
