"""What a form shows, as plain values that can be kept and put back exactly as typed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.domain.lecture import lire_date_relative
from journal_scls.gui.pages.saisie.codes import ChampCodes
from journal_scls.gui.pages.saisie.etat import poser_date, texte_date
from journal_scls.gui.widgets.choice_combo import ChoiceCombo
from journal_scls.gui.widgets.count_row import CountRow
from journal_scls.gui.widgets.date_edit import DateEdit
from journal_scls.gui.widgets.parsed_edit import ParsedEdit


def lire_champ(champ: QWidget, aujourdhui: date) -> object:
    """What a field shows, half a date or half a number included; '' when it is empty."""
    if isinstance(champ, ChoiceCombo):
        valeur = champ.value()
        return "" if valeur is None else str(valeur)
    if isinstance(champ, DateEdit):
        return texte_date(champ.line.text(), aujourdhui, lire_date_relative)
    if isinstance(champ, ChampCodes):
        return list(champ.codes())
    if isinstance(champ, CountRow):
        return champ.texts()
    if isinstance(champ, QLineEdit):
        return champ.text()
    raise TypeError(f"a form has no {type(champ).__name__}")


def poser_champ(champ: QWidget, garde: object) -> None:
    """Put back what `lire_champ` gave; a choice that is offered no more is left empty."""
    if isinstance(champ, ChoiceCombo):
        valeurs = (choix.value for choix in champ.choices())
        champ.set_value(next((v for v in valeurs if str(v) == garde), None))
    elif isinstance(champ, DateEdit):
        poser_date(champ, str(garde))
    elif isinstance(champ, ChampCodes):
        champ.poser(garde)
    elif isinstance(champ, CountRow):
        champ.set_texts(garde.items() if isinstance(garde, Mapping) else ())
    elif isinstance(champ, ParsedEdit):
        champ.set_text(str(garde))
    elif isinstance(champ, QLineEdit):
        champ.setText(str(garde))
