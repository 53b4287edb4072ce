"""The house style of printed documents.

Ink is kept for what is read: thin rules, no fills, one accent, everything legible in grey.
"""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from journal_scls.reports.polices import GRASSE, NORMALE, OBLIQUE

ENCRE, ACCENT = HexColor("#1b2a38"), HexColor("#1f4e6e")
GRIS, FILET, FILIGRANE = HexColor("#566370"), HexColor("#c8d0d8"), HexColor("#f0f2f5")


def _style(nom: str, taille: float, interligne: float, **options: Any) -> ParagraphStyle:
    """A style; `balise` is the standard structure type of what is set in it."""
    defauts = {"fontName": NORMALE, "textColor": ENCRE, "bulletFontName": NORMALE, "balise": "P"}
    return ParagraphStyle(nom, fontSize=taille, leading=interligne, **(defauts | options))


SURTITRE = _style("surtitre", 8.5, 12, fontName=GRASSE, textColor=ACCENT)
TITRE = _style("titre", 23, 29, fontName=GRASSE, balise="H1")
SOUS_TITRE = _style("sous_titre", 10, 14.5)
SOUS_TITRE_FORT = _style("sous_titre_fort", 10, 14.5, fontName=GRASSE)
ANNONCE = _style("annonce", 11, 16, fontName=OBLIQUE)
SECTION = _style("section", 12.5, 16, fontName=GRASSE, textColor=ACCENT, balise="H2")
INTERTITRE = _style("intertitre", 9.5, 13, fontName=GRASSE, balise="H3")
CORPS = _style("corps", 9, 13.5)
CELLULE = _style("cellule", 8.5, 11.5)
ENTETE = _style("entete", 7.5, 10, textColor=GRIS)
PETIT = _style("petit", 7.5, 11, textColor=GRIS)
NOTE = _style("note", 7.5, 11, textColor=GRIS, spaceAfter=3)
CHIFFRE = _style("chiffre", 19, 24, fontName=GRASSE, textColor=ACCENT)
AFFICHE_TITRE = _style("affiche_titre", 30, 38, fontName=GRASSE, textColor=ACCENT, balise="H1")
AFFICHE_SECTION = _style("affiche_section", 17, 23, fontName=GRASSE, textColor=ACCENT, balise="H2")
AFFICHE = _style("affiche", 14, 21)
