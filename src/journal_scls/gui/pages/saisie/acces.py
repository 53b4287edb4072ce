"""How each field of the form is read and put back, as the texts that a draft keeps."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit

from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.lecture import lire_date_relative
from journal_scls.gui.pages.saisie.champs import Champs
from journal_scls.gui.pages.saisie.codes import ChampCodes
from journal_scls.gui.pages.saisie.etat import Etat, poser_date, texte_date
from journal_scls.gui.widgets.choice_combo import ChoiceCombo
from journal_scls.gui.widgets.count_row import CountRow
from journal_scls.gui.widgets.date_edit import DateEdit
from journal_scls.gui.widgets.parsed_edit import ParsedEdit
from journal_scls.gui.widgets.text_area import TextArea

LISTES = ("activite", "clientele", "volet", "type_collectif", "categorie", "modalite", "projet")
"""Whoever proposes a category follows the activity: it comes first."""
NOMBRES = {"duree_min": "duree", "nb_personnes": "nb_personnes", "nb_nouvelles": "nb_nouvelles"}
ZONES = ("note", "fait_marquant")


class Acces(NamedTuple):
    """A field, as a value of a state."""

    lire: Callable[[], object]
    poser: Callable[[object], None]


def acces(champs: Champs, aujourdhui: Callable[[], date]) -> dict[str, Acces]:
    """Every field but the milieu, in the order in which a state is put back."""
    return dict(_acces(champs, aujourdhui))


def etat_de(tous: Mapping[str, Acces]) -> Etat:
    """What all the fields say."""
    return {nom: un.lire() for nom, un in tous.items()}


def _acces(champs: Champs, aujourdhui: Callable[[], date]) -> Iterator[tuple[str, Acces]]:
    yield "date", _date(champs.date, lire_date_relative, aujourdhui)
    yield "suivi_le", _date(champs.suivi_le, lire_echeance, aujourdhui)
    for nom in LISTES:
        yield nom, _liste(getattr(champs, nom))
    for nom, attribut in NOMBRES.items():
        yield nom, _nombre(getattr(champs, attribut))
    for nom, compte in champs.comptes():
        yield nom, _compte(compte)
    for nom, ligne in champs.textes():
        yield nom, _texte(ligne)
    for nom, codes in champs.listes_de_codes():
        yield nom, _codes(codes)
    yield "references", Acces(champs.references.etat, champs.references.poser)
    for nom in ZONES:
        yield nom, _zone(getattr(champs, nom))
    panneau = champs.panneau
    yield (
        "nouveau_milieu",
        Acces(lambda: panneau.etat() if panneau.isVisibleTo(champs) else {}, panneau.poser),
    )
    ligne_rapide = champs.ligne
    yield "ligne", Acces(ligne_rapide.text, lambda v: ligne_rapide.poser(_en_texte(v)))


def _en_texte(valeur: object) -> str:
    return str(valeur or "")


def _date(
    edit: DateEdit, lire: Callable[[str, date], date], aujourdhui: Callable[[], date]
) -> Acces:
    return Acces(
        lambda: texte_date(edit.line.text(), aujourdhui(), lire),
        lambda valeur: poser_date(edit, _en_texte(valeur)),
    )


def _liste(liste: ChoiceCombo) -> Acces:
    return Acces(
        lambda: liste.value() or "", lambda valeur: _ignorer(liste.set_value(valeur or None))
    )


def _nombre(edit: ParsedEdit) -> Acces:
    def poser(valeur: object) -> None:
        edit.set_value(None)
        edit.set_text(_en_texte(valeur))

    return Acces(edit.text, poser)


def _compte(compte: CountRow) -> Acces:
    def poser(valeur: object) -> None:
        paires = valeur.items() if isinstance(valeur, Mapping) else ()
        compte.set_texts([(str(nom), str(texte)) for nom, texte in paires])

    return Acces(compte.texts, poser)


def _texte(ligne: QLineEdit) -> Acces:
    return Acces(ligne.text, lambda valeur: ligne.setText(_en_texte(valeur)))


def _codes(champ: ChampCodes) -> Acces:
    return Acces(lambda: list(champ.codes()), champ.poser)


def _zone(zone: TextArea) -> Acces:
    return Acces(zone.text, lambda valeur: zone.set_text(_en_texte(valeur)))


def _ignorer(_resultat: object) -> None:
    """A value that the list no longer has selects nothing."""
