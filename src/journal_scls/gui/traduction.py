"""The window's words in the language of the person: French is the source, `tr` gives the other.

A text is written in French where it is shown, `tr("Enregistrer")`; what changes is named,
`tr("Lot {seq} écrit", seq=3)`, and a count gives both of its forms, `tr("{n} lot", "{n} lots", n)`.
In French nothing is looked up. Another language is a file of Qt Linguist, read when it is chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

SOURCE = "fr"
LANGUES = {SOURCE: "Français", "en": "English"}
_CLE = "langue"
_GROUPE = 1000
_PLURIELS = ("zero", "one", "two", "few", "many", "other")  # of Unicode
Valeur = str | int | date | Path
"""What a text may hold; a text that is only marked is not one: it would be shown in French."""


class Marque:
    """A French text of a table that is made before the language is known: `tr` shows it.

    It is a str in truth. The types hide it, so that showing it without `tr` is an error of mypy.
    """


def marque(texte: str) -> Marque:
    """Mark a text where it is declared, at import; `tr` translates it where it is shown."""
    return cast("Marque", texte)


@dataclass
class _Courante:
    """What the program speaks. Messages by French text, and its plural or its use."""

    code: str = SOURCE
    messages: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    qt: QTranslator | None = None


_COURANTE = _Courante()


def tr(texte: str | Marque, sens: str = "", n: int | None = None, /, **valeurs: Valeur) -> str:
    """A text in the language of the person; `{names}` are replaced by the values given.

    With a count, `sens` is the French plural and `{n}` the count as people write it; without one
    it tells apart two uses of the same words. What has no translation stays in French: a name
    that somebody typed, a label of the vocabulary.
    """
    modele = cast("str", texte)
    if _COURANTE.code != SOURCE:
        formes = _COURANTE.messages.get((modele, sens)) or (modele, sens)
        modele = formes[0 if n is None else min(_forme(n, region()), len(formes) - 1)]
    elif n is not None and abs(n) > 1:  # French counts two as many; « 0 lot » is singular
        modele = sens
    if n is not None:
        valeurs["n"] = nombre(n)
    return modele.format(**valeurs) if valeurs else modele


def en_francais(texte: Marque) -> str:
    """A marked text as it is kept in a journal or in a document: these are French."""
    return cast("str", texte)


def dite(*phrases: str) -> str:
    """Sentences of the layers below, which know no language; what holds a value stays French."""
    if _COURANTE.code != SOURCE:  # their apostrophes are typed; those of the translations are not
        phrases = tuple(tr(phrase.replace("'", "’")) for phrase in phrases)
    return " ".join(filter(None, phrases))


def deux_points(nom: str | Marque, valeur: object) -> str:
    """« Durée : 45 min »: French puts a space before the colon, others do not."""
    return tr("{nom} : {valeur}", nom=tr(nom), valeur=str(valeur))


def nombre(valeur: int) -> str:
    """« 1 234 », or “1,234”: thousands apart, by plain spaces until they are drawn."""
    if abs(valeur) < _GROUPE:
        return str(valeur)
    from babel.numbers import format_decimal  # noqa: PLC0415 - the first window counts little

    return format_decimal(valeur, locale=region()).replace("\u00a0", " ")


def langue() -> str:
    """The code of the language spoken."""
    return _COURANTE.code


def region() -> str:
    """The habits of writing numbers and dates, as babel names them: "fr_CA"."""
    return f"{_COURANTE.code}_CA"


def langue_gardee(reglages: QSettings | None = None) -> str:
    """The language chosen on this computer; French unless another one that we speak was."""
    code = str((reglages or QSettings()).value(_CLE, SOURCE))
    return code if code in LANGUES else SOURCE


def garder_langue(code: str, reglages: QSettings | None = None) -> None:
    """Keep a choice for the next start: what is on screen stays as it is."""
    (reglages or QSettings()).setValue(_CLE, code)


def parler(app: QApplication, code: str = SOURCE, traductions: Path | None = None) -> bool:
    """Speak a language, Qt's own words included; False when the bundle lost those.

    Whatever the language of the system: the product speaks the one that was chosen in it. Without
    its file of translations it speaks French. Called before the first widget.
    """
    fichier = traductions / f"journal_scls_{code}.ts" if traductions else None
    if code != SOURCE and (fichier is None or not fichier.is_file()):
        code = SOURCE
    _COURANTE.code = code
    _COURANTE.messages = lire_messages(fichier) if fichier and code != SOURCE else {}
    QLocale.setDefault(QLocale(region()))
    return _parler_qt(app, code)


def _forme(n: int, region_: str) -> int:
    """Which plural a language uses for a count, in the order of Qt Linguist."""
    from babel import Locale  # noqa: PLC0415 - French, the source, has its own rule

    regle = Locale.parse(region_).plural_form
    connues = [nom for nom in _PLURIELS if nom in {*regle.tags, "other"}]
    return connues.index(regle(abs(n)))


@lru_cache(maxsize=1)
def lire_messages(fichier: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """The finished translations of a file of Qt Linguist: one text, or one by form of plural."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - nothing to read in French

    messages = {}
    for message in ET.parse(fichier).iter("message"):  # noqa: S314 - our own file
        traduit = message.find("translation")
        if traduit is None or traduit.get("type"):
            continue
        formes = [forme.text or "" for forme in traduit.iter("numerusform")]
        source, sens = message.findtext("source", ""), message.findtext("comment", "")
        messages[source, sens] = tuple(formes or [traduit.text or ""])
    return messages


def _parler_qt(app: QObject, code: str) -> bool:
    """Qt itself is written in English: for any other language its own file is installed."""
    if _COURANTE.qt is not None:
        QApplication.removeTranslator(_COURANTE.qt)
        _COURANTE.qt = None
    if code == "en":
        return True
    traducteur = QTranslator(app)
    dossier = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not traducteur.load(f"qtbase_{code}", dossier):
        return False
    _COURANTE.qt = traducteur
    return QApplication.installTranslator(traducteur)
