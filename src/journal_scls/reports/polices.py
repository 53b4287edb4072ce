"""The one family that documents embed, and text made safe to draw with it.

reportlab has no fallback between fonts: what the face lacks would print as an empty box without
a word, so it is replaced before drawing, by a box that says so.
"""

import re
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journal_scls.domain.errors import Environnement

NORMALE, GRASSE, OBLIQUE = "JournalSans", "JournalSans-Grasse", "JournalSans-Oblique"
FICHIERS = {
    NORMALE: "DejaVuSans.ttf",
    GRASSE: "DejaVuSans-Bold.ttf",
    OBLIQUE: "DejaVuSans-Oblique.ttf",
}
ABSENT = "\N{WHITE SQUARE}"
_FINE = "\N{NARROW NO-BREAK SPACE}"
# reportlab breaks lines at U+202F, against its name: a private character stands in for it while
# lines are laid out, and the real one is drawn, so that it is also what one copies from the file.
_TENANT_LIEU = "\ue02f"
# Words of French and its typography, one space apart: nearly every text, and nothing to replace.
_MOT = "[!-~\u00a0-\u00ac\u00ae-\u00ff\u0152\u0153\u202f\u2013\u2014\u2018\u2019\u2026]+"
_ORDINAIRE = re.compile(f"{_MOT}(?: {_MOT})*")

_verrou = threading.Lock()


class _Police(TTFont):  # type: ignore[misc]
    def __init__(self, nom: str, fichier: str) -> None:
        super().__init__(nom, fichier, shapable=False)
        largeurs = self.face.charWidths
        largeurs[ord(_TENANT_LIEU)] = largeurs.get(ord(_FINE), self.face.defaultWidth)

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        return super().splitString(text.replace(_TENANT_LIEU, _FINE), doc, encoding)


def enregistrer(dossier: Path) -> None:
    """Make the family known to reportlab, once per process.

    Raises:
        Environnement: a file is missing or is not a font.
    """
    with _verrou:
        if NORMALE in pdfmetrics.getRegisteredFontNames():
            return
        polices = [_charger(nom, dossier / fichier) for nom, fichier in FICHIERS.items()]
        # The plain one comes last: it is what tells that all of them are there.
        for police in reversed(polices):
            pdfmetrics.registerFont(police)
        addMapping(NORMALE, 0, 0, NORMALE)
        addMapping(NORMALE, 1, 0, GRASSE)
        addMapping(NORMALE, 0, 1, OBLIQUE)
        addMapping(NORMALE, 1, 1, GRASSE)


def _charger(nom: str, fichier: Path) -> TTFont:
    try:
        return _Police(nom, str(fichier))
    except Exception as erreur:  # reportlab raises its own kinds for a file it cannot read
        raise Environnement(
            f"La police « {fichier.name} » manque ou est abîmée.", "Réinstallez l'application."
        ) from erreur


def assainir(texte: str) -> str:
    """One line that the family can draw: no control or invisible character, « □ » for the rest."""
    if _ORDINAIRE.fullmatch(texte):
        return texte
    return _assainir(texte, frozenset()) if texte.isascii() else _assainir(texte, _dessinables())


@lru_cache(maxsize=8_192)
def _assainir(texte: str, dessinables: frozenset[int]) -> str:
    compose = unicodedata.normalize("NFC", texte)
    propre = "".join(_caractere(c, dessinables) for c in compose)
    return " ".join(mot for mot in propre.split(" ") if mot)


def _caractere(c: str, dessinables: frozenset[int]) -> str:
    categorie = unicodedata.category(c)
    if c in "\t\n\r" or categorie in ("Zl", "Zp"):
        return " "
    if categorie in ("Cc", "Cf", "Cs"):
        return ""
    if c.isascii() or ord(c) in dessinables:
        return c
    return "" if categorie in ("Mn", "Me") else ABSENT


@lru_cache(maxsize=1)
def _dessinables() -> frozenset[int]:
    """What all three faces have; a private character is nobody's letter."""
    communs = frozenset.intersection(
        *(frozenset(pdfmetrics.getFont(nom).face.charToGlyph) for nom in FICHIERS)
    )
    return frozenset(code for code in communs if unicodedata.category(chr(code)) != "Co")


def baliser(texte: str) -> str:
    """Text as a Paragraph takes it: nothing in it is markup any more."""
    return escape(assainir(texte)).replace(_FINE, _TENANT_LIEU)
