"""The fields of the forms, ready to use: widgets that know no domain, given its words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.lecture import (
    DUREE_MAX,
    DUREE_MIN,
    ecrire_duree,
    lire_date_relative,
    lire_duree,
)
from journal_scls.domain.texte import replier
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.traduction import dite, tr
from journal_scls.gui.widgets.choice_combo import Choice, ChoiceCombo
from journal_scls.gui.widgets.date_edit import DateEdit
from journal_scls.gui.widgets.duration_edit import DurationEdit
from journal_scls.gui.widgets.parsed_edit import ParsedEdit

T = TypeVar("T")


def refusant(lire: Callable[[str], T]) -> Callable[[str], T]:
    """Turn the errors of the domain into the one that a widget understands."""

    def lecture(texte: str) -> T:
        try:
            return lire(texte)
        except ErreurJournal as erreur:
            raise ValueError(dite(erreur.message, erreur.suite)) from erreur

    return lecture


def champ_date(
    parent: QWidget | None = None,
    *,
    aujourdhui: Callable[[], date] = date.today,
    en_mots: bool = True,
) -> DateEdit:
    """A date that understands « hier », `-1`, « lu », `14-03`; left empty, it is today.

    `en_mots` tells it beside the field; a narrow column tells it below, in the hint.
    """
    return DateEdit(
        refusant(lambda texte: lire_date_relative(texte, aujourdhui())),
        parent,
        describe=decrire_date if en_mots else None,
        today=aujourdhui,
    )


def champ_duree(parent: QWidget | None = None) -> DurationEdit:
    """Minutes as people write them: `90`, `1h30`, `1:30`."""
    return DurationEdit(refusant(lire_duree), ecrire_duree, parent, bounds=(DUREE_MIN, DUREE_MAX))


def champ_echeance(
    parent: QWidget | None = None,
    *,
    aujourdhui: Callable[[], date] = date.today,
    en_mots: bool = True,
) -> DateEdit:
    """A day to come that understands « demain », `+7`, « lu »; left empty, there is none."""
    return DateEdit(
        refusant(lambda texte: lire_echeance(texte, aujourdhui())),
        parent,
        describe=decrire_date if en_mots else None,
        today=aujourdhui,
        optional=True,
        placeholder=tr("ex. demain, +7, lu"),
    )


def champ_jour(
    parent: QWidget | None = None, *, aujourdhui: Callable[[], date] = date.today
) -> DateEdit:
    """A day long past or to come, said below the field; left empty, there is none."""
    return DateEdit(
        refusant(lambda texte: lire_date_relative(texte, aujourdhui())),
        parent,
        today=aujourdhui,
        optional=True,
        placeholder=tr("ex. 2026-04-01"),
    )


def champ_nombre(parent: QWidget | None = None, *, maximum: int, minimum: int = 0) -> ParsedEdit:
    """A whole number; arrows move by one."""

    def lire(texte: str) -> int:
        propre = "".join(texte.split())
        if not propre.isdecimal() or not minimum <= int(propre) <= maximum:
            raise ValueError(
                tr(
                    "Écrivez un nombre entier de {minimum} à {maximum}.",
                    minimum=minimum,
                    maximum=maximum,
                )
            )
        return int(propre)

    return ParsedEdit(
        lire, str, parent, step=lambda nombre, n: min(maximum, max(minimum, nombre + n))
    )


def champ_choix(
    choix: Sequence[Choice] = (), parent: QWidget | None = None, *, effacable: bool = False
) -> ChoiceCombo:
    """A list searched without regard to case or accents."""
    combo = ChoiceCombo(parent, fold=replier, clearable=effacable)
    combo.set_choices(choix)
    return combo


def completer(champ: QLineEdit, mots: Iterable[str]) -> None:
    """Offer words already in use, found by any part of them; others may still be typed."""
    completeur = QCompleter(QStringListModel(list(mots)), champ)
    completeur.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completeur.setFilterMode(Qt.MatchFlag.MatchContains)
    champ.setCompleter(completeur)
