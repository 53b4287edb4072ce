"""The house style of printed documents: the Lettre page, its styles, tables and blocks.

Ink is kept for what is read: thin rules, no fills, one accent, everything legible in grey. Figures
are strings already written in French; this module only places them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from journal_scls.reports.polices import GRASSE, NORMALE, OBLIQUE, assainir, baliser
from journal_scls.reports.typographie import date_longue, typographier

MARGE, HAUT, BAS = 54.0, 62.0, 56.0
LARGEUR_UTILE = LETTER[0] - 2 * MARGE
ENCRE, ACCENT = HexColor("#1b2a38"), HexColor("#1f4e6e")
GRIS, FILET, FILIGRANE = HexColor("#566370"), HexColor("#c8d0d8"), HexColor("#f0f2f5")
# Lines that stay with a table's heading and with its total.
_LIGNES_ENSEMBLE = 3
_CELLULE_MAX = 600
_PLACE_SECTION, _GOUTTIERE = 110.0, 9.0
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def _style(nom: str, taille: float, interligne: float, **options: Any) -> ParagraphStyle:
    defauts = {"fontName": NORMALE, "textColor": ENCRE, "bulletFontName": NORMALE}
    return ParagraphStyle(nom, fontSize=taille, leading=interligne, **(defauts | options))


SURTITRE = _style("surtitre", 8.5, 12, fontName=GRASSE, textColor=ACCENT)
TITRE = _style("titre", 23, 29, fontName=GRASSE)
SOUS_TITRE = _style("sous_titre", 10, 14.5)
SOUS_TITRE_FORT = _style("sous_titre_fort", 10, 14.5, fontName=GRASSE)
ANNONCE = _style("annonce", 11, 16, fontName=OBLIQUE)
SECTION = _style("section", 12.5, 16, fontName=GRASSE, textColor=ACCENT)
INTERTITRE = _style("intertitre", 9.5, 13, fontName=GRASSE)
CORPS = _style("corps", 9, 13.5)
CORPS_GRIS = _style("corps_gris", 9, 13.5, textColor=GRIS)
CELLULE = _style("cellule", 8.5, 11.5)
CELLULE_FORTE = _style("cellule_forte", 8.5, 11.5, fontName=GRASSE)
CELLULE_DROITE = _style("cellule_droite", 8.5, 11.5, alignment=TA_RIGHT)
CELLULE_FORTE_DROITE = _style("forte_droite", 8.5, 11.5, fontName=GRASSE, alignment=TA_RIGHT)
ENTETE = _style("entete", 7.5, 10, textColor=GRIS)
ENTETE_DROITE = _style("entete_droite", 7.5, 10, textColor=GRIS, alignment=TA_RIGHT)
PETIT = _style("petit", 7.5, 11, textColor=GRIS)
NOTE = _style("note", 7.5, 11, textColor=GRIS, spaceAfter=3)
CHIFFRE = _style("chiffre", 19, 24, fontName=GRASSE, textColor=ACCENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cartouche:
    """What every page of a document says of it."""

    titre: str
    auteur: str
    gauche: str
    droite: str
    etabli_le: date
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column of fixed width; figures are right-aligned and never wrap."""

    titre: str
    largeur: float
    chiffres: bool = False


def paragraphe(texte: str, style: ParagraphStyle) -> Paragraph:
    """Text of anybody, with French spaces; nothing in it is markup."""
    return Paragraph(baliser(francais(texte)), style)


def francais(texte: str) -> str:
    """French spaces and the curved apostrophe, as paper has them and keyboards do not."""
    return _APOSTROPHE.sub("’", typographier(texte))


def monter(contenu: Iterable[Flowable], cartouche: Cartouche) -> bytes:
    """Lay out and return the file; the same content gives the same bytes."""
    sortie = BytesIO()
    document = BaseDocTemplate(
        sortie,
        pagesize=LETTER,
        title=assainir(cartouche.titre),
        author=assainir(cartouche.auteur),
        creator="Journal SCLS",
        producer="Journal SCLS",
        lang="fr-CA",
        invariant=1,
        initialFontName=NORMALE,
    )
    # No padding: tables and text share their left edge.
    cadre = Frame(MARGE, BAS, LARGEUR_UTILE, LETTER[1] - HAUT - BAS, 0, 0, 0, 0)
    document.addPageTemplates(
        PageTemplate("page", [cadre], onPage=lambda toile, _: _fond(toile, cartouche))
    )

    def toile(*args: Any, **options: Any) -> _Toile:
        return _Toile(cartouche, *args, **options)

    document.build(list(contenu), canvasmaker=toile)
    return sortie.getvalue()


class _Toile(Canvas):  # type: ignore[misc]
    """Holds the pages back until their number is known."""

    def __init__(self, cartouche: Cartouche, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._cartouche = cartouche
        self._tenues: list[dict[str, Any]] = []
        jour = cartouche.etabli_le
        self.setDateFormatter(lambda *_: f"D:{jour:%Y%m%d}000000Z")

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._tenues.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._tenues
        for rang, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            _pied(self, self._cartouche, rang, len(pages))
            super().showPage()
        super().save()


def _fond(toile: Canvas, cartouche: Cartouche) -> None:
    """Under the content: the watermark and the running head."""
    toile.saveState()
    if cartouche.demo:
        toile.saveState()
        toile.setFillColor(FILIGRANE)
        toile.setFont(GRASSE, 150)
        toile.translate(LETTER[0] / 2, LETTER[1] / 2)
        toile.rotate(52)
        toile.drawCentredString(0, -50, "DÉMO")
        toile.restoreState()
    y = LETTER[1] - 38
    droite = assainir(francais(cartouche.droite))
    place = LARGEUR_UTILE - toile.stringWidth(droite, NORMALE, 7.5) - 24
    toile.setFillColor(GRIS)
    toile.setFont(NORMALE, 7.5)
    toile.drawString(MARGE, y, _couper(cartouche.gauche, place, toile))
    toile.drawRightString(LETTER[0] - MARGE, y, droite)
    _filet(toile, y - 7)
    toile.restoreState()


def _pied(toile: Canvas, cartouche: Cartouche, page: int, pages: int) -> None:
    toile.saveState()
    y = 30.0
    _filet(toile, y + 13)
    toile.setFillColor(GRIS)
    toile.setFont(NORMALE, 7.5)
    demo = "DÉMO : données fictives. " if cartouche.demo else ""
    etabli = francais(f"{demo}Établi le {date_longue(cartouche.etabli_le)}")
    toile.drawString(MARGE, y, assainir(etabli))
    toile.drawRightString(LETTER[0] - MARGE, y, f"Page {page} de {pages}")
    toile.restoreState()


def _filet(toile: Canvas, y: float) -> None:
    toile.setStrokeColor(FILET)
    toile.setLineWidth(0.5)
    toile.line(MARGE, y, LETTER[0] - MARGE, y)


def _couper(texte: str, place: float, toile: Canvas) -> str:
    propre = assainir(francais(abreger(texte)))
    if toile.stringWidth(propre, NORMALE, 7.5) <= place:
        return propre
    while propre and toile.stringWidth(f"{propre}…", NORMALE, 7.5) > place:
        propre = propre[:-1]
    return f"{propre.rstrip()}…"


# Every table starts from this: no padding, and none of reportlab's own fonts.
SANS_MARGE = (
    ("FONTNAME", (0, 0), (-1, -1), NORMALE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    *((f"{cote}PADDING", (0, 0), (-1, -1), 0) for cote in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
)
_STYLE_TABLEAU = (
    *SANS_MARGE,
    ("SPAN", (0, 0), (-1, 0)),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
    ("TOPPADDING", (0, 0), (-1, -1), 1.8),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
    ("TOPPADDING", (0, 0), (-1, 0), 10),
    ("RIGHTPADDING", (0, 0), (0, -1), _GOUTTIERE),
    ("LINEBELOW", (0, 2), (-1, -2), 0.4, FILET),
    ("LINEBELOW", (0, 1), (-1, 1), 0.8, GRIS),
    ("LINEBELOW", (0, -1), (-1, -1), 0.8, GRIS),
)


def section(titre: str) -> list[Flowable]:
    """A heading that never ends a page."""
    return [CondPageBreak(_PLACE_SECTION), Spacer(1, 14), paragraphe(titre, SECTION), Spacer(1, 3)]


def tableau(
    titre: str,
    base: str,
    colonnes: Sequence[Colonne],
    lignes: Sequence[Sequence[Any]],
    total: Sequence[str] = (),
) -> Table:
    """A titled, ruled table; title and heading come again on each page that it runs over.

    Its first lines stay with the heading and its last ones with the total.
    """
    tete = [
        [_titre_tableau(titre, base), *[""] * (len(colonnes) - 1)],
        [paragraphe(c.titre, ENTETE_DROITE if c.chiffres else ENTETE) for c in colonnes],
    ]
    rangees = [*((ligne, False) for ligne in lignes), *([(total, True)] if total else ())]
    corps = [
        [_cellule(valeur, colonne, forte) for valeur, colonne in zip(rangee, colonnes, strict=True)]
        for rangee, forte in rangees
    ]
    largeurs = [c.largeur for c in colonnes]
    table = Table([*tete, *corps], colWidths=largeurs, repeatRows=2, hAlign="LEFT")
    ensemble = min(_LIGNES_ENSEMBLE, len(corps))
    attaches: list[tuple[Any, ...]] = [
        ("NOSPLIT", (0, 2), (0, 1 + ensemble)),
        ("NOSPLIT", (0, -ensemble), (0, -1)),
    ]
    if total:
        attaches.append(("LINEABOVE", (0, -1), (-1, -1), 0.8, GRIS))
    table.setStyle(TableStyle([*_STYLE_TABLEAU, *attaches] if corps else _STYLE_TABLEAU))
    return table


def _titre_tableau(titre: str, base: str) -> Paragraph:
    balise = f'<font name="{NORMALE}" size="{PETIT.fontSize}" color="{GRIS.hexval()}">'
    texte = f"{baliser(francais(titre))}&nbsp;&nbsp; {balise}{baliser(francais(base))}</font>"
    return Paragraph(texte, INTERTITRE)


def _cellule(valeur: Any, colonne: Colonne, forte: bool) -> Any:
    if isinstance(valeur, Flowable):
        return valeur
    if colonne.chiffres:
        return paragraphe(valeur, CELLULE_FORTE_DROITE if forte else CELLULE_DROITE)
    return paragraphe(abreger(valeur), CELLULE_FORTE if forte else CELLULE)


def abreger(texte: str) -> str:
    """Cut what is longer than any field allows: no line of a table may outgrow a page."""
    return texte if len(texte) <= _CELLULE_MAX else f"{texte[:_CELLULE_MAX]}…"


def bande(cases: Sequence[tuple[str, str]]) -> Table:
    """Large figures side by side, each above what it counts, kept apart by thin rules."""
    largeur = LARGEUR_UTILE / len(cases)
    place = max(stringWidth(chiffre, GRASSE, CHIFFRE.fontSize) for chiffre, _ in cases)
    # One size for all of them, smaller when the longest would not fit.
    taille = CHIFFRE.fontSize * min(1, (largeur - 2 * _GOUTTIERE) / place)
    style = CHIFFRE.clone("chiffre_ajuste", fontSize=taille)
    haut = [paragraphe(chiffre, style) for chiffre, _ in cases]
    bas = [paragraphe(libelle, PETIT) for _, libelle in cases]
    table = Table([haut, bas], colWidths=[largeur] * len(cases))
    gouttieres = [
        ("LEFTPADDING", (1, 0), (-1, -1), _GOUTTIERE),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("LINEBEFORE", (1, 0), (-1, -1), 0.5, FILET),
    ]
    table.setStyle(TableStyle([*SANS_MARGE, *gouttieres]))
    return table
