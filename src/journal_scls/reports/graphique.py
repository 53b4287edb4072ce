"""The last twelve months as stacked bars, drawn once for paper and for the window.

The three parts differ by lightness and by their place in the bar, every total is written and so is
every part that has room: nothing is lost in grey, or to somebody who does not see colours.
"""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from journal_scls.domain.resume import PointMois
from journal_scls.reports.polices import GRASSE, NORMALE
from journal_scls.reports.typographie import nombre

LARGEUR, HAUTEUR = 504.0, 152.0
_ENCRE, _GRIS, _FILET = HexColor("#1b2a38"), HexColor("#566370"), HexColor("#d5dbe1")
# Label, fill, colour of the value written inside; from the bottom of the bar to its top.
_PARTS = (
    ("Individuel", HexColor("#1f4e6e"), white),
    ("Collectif", HexColor("#86abc4"), _ENCRE),
    ("Milieu", HexColor("#e3eaf0"), _ENCRE),
)
_BAS, _HAUT, _GAUCHE = 26.0, 32.0, 26.0
_PAS_MAX = 5
_PLACE_DU_CHIFFRE = 9.5
_PART_BARRE = 0.62


def graphique_douze_mois(
    points: Sequence[PointMois], *, largeur: float = LARGEUR, hauteur: float = HAUTEUR
) -> Drawing:
    """Draw the series; the last month is the one the document is about, its label is bold."""
    dessin = Drawing(largeur, hauteur, initialFontName=NORMALE)
    maximum = max((p.interventions for p in points), default=0)
    plafond = max(-(-maximum // _pas(maximum)), 1) * _pas(maximum)
    echelle = (hauteur - _BAS - _HAUT) / plafond
    gauche = max(_GAUCHE, stringWidth(nombre(plafond), NORMALE, 7) + 8)
    _legende(dessin, gauche, hauteur)
    _graduer(dessin, plafond, echelle, (gauche, largeur))
    pas = (largeur - gauche) / max(len(points), 1)
    for rang, point in enumerate(points):
        barre = Group(transform=(1, 0, 0, 1, gauche + pas * rang, _BAS))
        _barre(barre, point, pas, echelle)
        _mois(barre, point.mois.du, pas, premier=rang == 0, actuel=rang == len(points) - 1)
        dessin.add(barre)
    return dessin


def _pas(maximum: int) -> int:
    """The step between two lines: 1, 2 or 5 times a power of ten, in five steps at most."""
    pas = 1
    while pas * _PAS_MAX < maximum:
        pas = pas * 5 // 2 if str(pas).startswith("2") else pas * 2
    return pas


def _graduer(dessin: Drawing, plafond: int, echelle: float, etendue: tuple[float, float]) -> None:
    gauche, droite = etendue
    for valeur in range(0, plafond + 1, _pas(plafond)):
        y = _BAS + valeur * echelle
        trait = Line(gauche, y, droite, y)
        trait.strokeColor, trait.strokeWidth = (_FILET if valeur else _GRIS), 0.5
        dessin.add(trait)
        dessin.add(_texte(gauche - 6, y - 2.5, nombre(valeur), "end", _GRIS))


def _barre(groupe: Group, point: PointMois, pas: float, echelle: float) -> None:
    largeur, y = pas * _PART_BARRE, 0.0
    x = (pas - largeur) / 2
    valeurs = (point.individuel, point.collectif, point.milieu)
    for (_, fond, encre), valeur in zip(_PARTS, valeurs, strict=True):
        hauteur = valeur * echelle
        if not valeur:
            continue
        groupe.add(_rectangle(x, y, largeur, hauteur, fond))
        if hauteur >= _PLACE_DU_CHIFFRE:
            milieu = y + hauteur / 2 - 2.4
            groupe.add(_texte(pas / 2, milieu, nombre(valeur), "middle", encre, taille=6.5))
        y += hauteur
    total = nombre(point.interventions)
    groupe.add(_texte(pas / 2, y + 3.5, total, "middle", _ENCRE, police=GRASSE, taille=7.5))


def _mois(groupe: Group, jour: date, pas: float, *, premier: bool, actuel: bool) -> None:
    police = GRASSE if actuel else NORMALE
    nom = format_date(jour, "LLL", "fr_CA")
    groupe.add(_texte(pas / 2, -11, nom, "middle", _ENCRE, police=police))
    if premier or actuel or jour.month == 1:
        groupe.add(_texte(pas / 2, -21, str(jour.year), "middle", _GRIS, taille=6.5))


def _legende(dessin: Drawing, x: float, hauteur: float) -> None:
    for libelle, fond, _ in _PARTS:
        dessin.add(_rectangle(x, hauteur - 12, 8, 8, fond))
        dessin.add(_texte(x + 12, hauteur - 11, libelle, "start", _ENCRE))
        x += 74


def _rectangle(x: float, y: float, largeur: float, hauteur: float, fond: Color) -> Rect:
    forme = Rect(x, y, largeur, hauteur)
    forme.fillColor, forme.strokeColor, forme.strokeWidth = fond, _PARTS[0][1], 0.4
    return forme


def _texte(
    x: float,
    y: float,
    texte: str,
    ancre: str,
    encre: Color,
    *,
    police: str = NORMALE,
    taille: float = 7,
) -> String:
    forme = String(x, y, texte)
    forme.textAnchor, forme.fillColor = ancre, encre
    forme.fontName, forme.fontSize = police, taille
    return forme
