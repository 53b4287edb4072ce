"""Text as people type it: comparison keys that forgive case, accents and spacing."""

import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})


def replier_sans_trace(texte: str) -> str:
    """Fold like `replier` without remembering: for notes, which must not outlive their screen."""
    decompose = unicodedata.normalize("NFKD", texte.translate(_LIGATURES).translate(_APOSTROPHES))
    sans_accents = "".join(c for c in decompose if not unicodedata.combining(c))
    return " ".join(sans_accents.casefold().split())


@lru_cache(maxsize=65_536)
def replier(texte: str) -> str:
    """Fold case and accents, keep words apart: « Élise  CÔTÉ » gives "elise cote"."""
    return replier_sans_trace(texte)


@lru_cache(maxsize=65_536)
def cle(texte: str) -> str:
    """Comparison key of headers, codes and labels: letters and digits only, folded."""
    return "".join(c for c in replier(texte) if c.isalnum())


def normaliser(texte: str) -> str:
    """Text as it is kept: NFC, one kind of line break, no control characters, no outer spaces."""
    lignes = unicodedata.normalize("NFC", texte).replace("\r\n", "\n").replace("\r", "\n")
    if lignes.isprintable():
        return lignes.strip()
    return "".join(c for c in lignes if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def grouper(nombre: int) -> str:
    """Thousands apart, by plain spaces: the typographic ones are put where text is drawn."""
    return f"{nombre:,}".replace(",", " ")


def accorder(nombre: int, nom: str, au_pluriel: str = "") -> str:
    """A count and its noun: « 0 lot », « 1 lot », « 12 000 lots »; French counts two as many."""
    deux = 2
    return f"{grouper(nombre)} {nom if nombre < deux else au_pluriel or f'{nom}s'}"
