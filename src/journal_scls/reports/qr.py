"""QR codes as rows of modules, to be drawn on paper or on screen."""

import segno
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import black, white

Rangees = tuple[tuple[bool, ...], ...]
BLANC = 4
"""Modules of white that a reader needs around."""


def rangees(texte: str) -> Rangees:
    """The modules, True being black, without the white around.

    Raises:
        ValueError: more than 2 950 bytes in UTF-8.
    """
    # The code says that it is UTF-8: a reader that guesses would spoil what is signed.
    code = segno.make_qr(texte, error="l", mode="byte", encoding="utf-8", eci=True)
    return tuple(tuple(bool(module) for module in ligne) for ligne in code.matrix)


def dessin(texte: str, cote: float) -> Drawing:
    """The code on white, `cote` points wide, the runs of a row in one piece."""
    lignes = rangees(texte)
    module = cote / (len(lignes) + 2 * BLANC)
    image = Drawing(cote, cote)
    image.add(Rect(0, 0, cote, cote, fillColor=white, strokeColor=None))
    for rang, ligne in enumerate(lignes):
        y = cote - (rang + BLANC + 1) * module
        for debut, longueur in _suites(ligne):
            image.add(
                Rect(
                    (debut + BLANC) * module,
                    y,
                    longueur * module,
                    module,
                    fillColor=black,
                    strokeColor=None,
                )
            )
    return image


def _suites(ligne: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where black begins, and how long it lasts."""
    suites, debut = [], 0
    for place, noir in enumerate((*ligne, False)):
        if not noir:
            if place > debut:
                suites.append((debut, place - debut))
            debut = place + 1
    return suites
