"""What every table reader hands over: raw lines, before anyone gives them a meaning.

A record that cannot be read is a value (`LigneBrute.defaut`), not an exception: one bad record
must never stop the good ones. Only what condemns the whole file is raised.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from journal_scls.application.reprise.ports_tableaux import TEXTE_COUPE

# The limit of Excel itself: what is longer could never be shown back to its author.
LONGUEUR_MAX = 32_767
TROP_LONGUE = "Une cellule de plus de 32 767 caractères ne peut pas être reprise."
OCTET_NUL = "La ligne contient un caractère interdit (octet nul)."
ILLISIBLE = "La ligne contient des caractères illisibles : son encodage n'est pas celui du fichier."

# What replaces a byte that the encoding of the file does not know.
CARACTERE_PERDU = "\ufffd"

_APERCU_TEXTE = 1_000
_APERCU_EN_TROP = 20
_PROTEGEE = re.compile(r"'+[=+\-@\t\r\n]")
_A_PROTEGER = re.compile(r"'*[=+\-@\t\r\n]")


@dataclass(frozen=True, slots=True)
class CelluleEnErreur:
    """A spreadsheet cell without a value of its own: #REF!, a formula never computed, a merge.

    The cell alone is marked, not its line: a column nobody takes over may be full of #N/A, or
    have its weeks merged. Whoever uses the column refuses the line with `raison`.
    """

    texte: str
    raison: str

    def __str__(self) -> str:
        return self.texte


# The empty cell is always "". `datetime` is a `date`: test for it first.
Cellule = str | bool | int | float | date | CelluleEnErreur


class LigneBrute(NamedTuple):
    """One record; `numero` is what a person sees in Excel or beside a text editor's line.

    A named tuple, because it is made once per line and three times faster than a dataclass.

    Without `defaut`, `cellules` has exactly as many cells as there are headers. With one, the
    cells are those that could be read, shortened, only to be shown; `colonne` is the position
    of the guilty cell where there is one.
    """

    numero: int
    cellules: tuple[Cellule, ...]
    defaut: str | None = None
    colonne: int | None = None


@dataclass(frozen=True, slots=True)
class TableauBrut:
    """An opened table; `lignes` is read once, and `numero / total` tells how far it is."""

    entetes: tuple[str, ...]
    lignes: Iterator[LigneBrute]
    total: int
    encodage: str
    separateur: str
    ligne_entetes: int = 1


@dataclass(frozen=True, slots=True)
class LigneRefusee:
    """A line that was not taken, the header of the guilty column ("" if none) and the reason."""

    ligne: LigneBrute
    colonne: str
    raison: str


def est_vide(cellule: Cellule) -> bool:
    """Spaces of any kind are what a person sees as an empty cell."""
    return isinstance(cellule, str) and not cellule.strip()


def sans_vides_finales(cellules: Sequence[Cellule]) -> list[Cellule]:
    """Drop the empty cells at the end, which spreadsheets add freely."""
    fin = len(cellules)
    while fin and est_vide(cellules[fin - 1]):
        fin -= 1
    return list(cellules[:fin])


def ajuster(numero: int, cellules: Sequence[Cellule], largeur: int) -> LigneBrute:
    """Give a record the width of the headers, or refuse it when it holds more than they do."""
    if len(cellules) == largeur:
        return LigneBrute(numero, tuple(cellules))
    utiles = sans_vides_finales(cellules)
    if len(utiles) <= largeur:
        return LigneBrute(numero, (*utiles, *[""] * (largeur - len(utiles))))
    raison = (
        f"La ligne a {len(utiles)} cellules pour {largeur} titres : "
        "une cellule est en trop, ou un texte avec séparateur n'est pas entre guillemets."
    )
    return refuser(numero, utiles, raison, largeur)


def verifier(ligne: LigneBrute, *, abime: bool) -> LigneBrute:
    """Refuse a record whose text is too long, holds a NUL, or was `abime` (lost) in decoding."""
    for position, cellule in enumerate(ligne.cellules):
        if not isinstance(cellule, str):
            continue
        if len(cellule) > LONGUEUR_MAX:
            raison = TROP_LONGUE
        elif "\0" in cellule:
            raison = OCTET_NUL
        elif abime and CARACTERE_PERDU in cellule:
            raison = ILLISIBLE
        else:
            continue
        return refuser(ligne.numero, ligne.cellules, raison, len(ligne.cellules), position)
    return ligne


def refuser(
    numero: int,
    cellules: Sequence[Cellule],
    raison: str,
    largeur: int,
    colonne: int | None = None,
) -> LigneBrute:
    """Keep of a refused record a bounded preview: ten megabytes help nobody to correct it."""
    gardees = cellules[: largeur + _APERCU_EN_TROP]
    return LigneBrute(numero, tuple(_abreger(c) for c in gardees), raison, colonne)


def _abreger(cellule: Cellule) -> Cellule:
    if isinstance(cellule, str) and len(cellule) > LONGUEUR_MAX:
        return cellule[:_APERCU_TEXTE] + TEXTE_COUPE
    return cellule


def texte_de(cellule: Cellule) -> str:
    """Write a cell the way our own reader understands it when it comes back."""
    if isinstance(cellule, bool):
        return "VRAI" if cellule else "FAUX"
    if isinstance(cellule, datetime):
        return cellule.isoformat(sep=" ", timespec="minutes")
    return cellule.isoformat() if isinstance(cellule, date) else str(cellule)


def proteger(texte: str) -> str:
    """Keep a spreadsheet from running a text as a formula; `deproteger` is its exact inverse."""
    return f"'{texte}" if _A_PROTEGER.match(texte) else texte


def deproteger(texte: str) -> str:
    """Take away the one apostrophe that `proteger` (or another careful program) has put."""
    return texte[1:] if _PROTEGEE.match(texte) else texte
