"""Assembling a document: its pages, their head and foot, the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate

from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.reports.page.blocs import figure, peindre
from journal_scls.reports.page.fichier import PRODUCTEUR
from journal_scls.reports.page.papier import BAS, MARGE, Feuille
from journal_scls.reports.page.styles import FILET, FILIGRANE, GRIS
from journal_scls.reports.page.toile import Toile, abreger, chasse, imprimable
from journal_scls.reports.polices import GRASSE, NORMALE
from journal_scls.reports.qr import dessin
from journal_scls.reports.typographie import date_longue

_TAILLE = 7.5
# Smaller than this, nobody over fifty reads it.
_ECHELLES = (1.0, 1.04, 1.08, 1.13, 1.18, 1.24, 1.3)
_PIED = 54.0
_QR = 40.0
_REMPLIE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cartouche:
    """What every page of a document says of it.

    `pied` goes with every figure; a page that is `nue` has no head nor foot, watermark apart.
    """

    titre: str
    auteur: str
    gauche: str
    droite: str
    etabli_le: date
    demo: bool = False
    pied: str = ""
    nue: bool = False
    impression: Impression = ORDINAIRE


def en_une_page(contenu: Iterable[Flowable], feuille: Feuille) -> list[Flowable]:
    """The content on one page, drawn smaller when it must be; as it is when it would be too small.

    Args:
        contenu: blocks that never break.
        feuille: what it must hold on.
    """
    blocs = [bloc for bloc in contenu if not isinstance(bloc, CondPageBreak)]
    for echelle in _ECHELLES:
        ensemble = _Ensemble(blocs, echelle)
        if ensemble.wrap(feuille.utile, feuille.corps)[1] <= feuille.corps:
            return [ensemble]
    return blocs


class _Ensemble(Flowable):  # type: ignore[misc]
    """Blocks in one piece, `echelle` times smaller."""

    def __init__(self, blocs: Sequence[Flowable], echelle: float) -> None:
        super().__init__()
        self._blocs, self._echelle = blocs, echelle

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        place = largeur * self._echelle
        self._hauteurs = [bloc.wrap(place, hauteur * self._echelle)[1] for bloc in self._blocs]
        self.width, self.height = largeur, sum(self._hauteurs) / self._echelle
        return self.width, self.height

    def draw(self) -> None:
        self.canv.scale(1 / self._echelle, 1 / self._echelle)
        y = self.height * self._echelle
        for bloc, hauteur in zip(self._blocs, self._hauteurs, strict=True):
            y -= hauteur
            bloc.drawOn(self.canv, 0, y)


def monter(contenu: Iterable[Flowable], cartouche: Cartouche) -> bytes:
    """Lay out and return the file; the same content gives the same bytes."""
    return _assembler(contenu, cartouche).octets


def monter_court(variantes: Iterable[Iterable[Flowable]], cartouche: Cartouche) -> bytes:
    """The first variant whose last page is worth its paper, else the one with fewest pages."""
    faits: list[_Assemble] = []
    for contenu in variantes:
        faits.append(_assembler(contenu, cartouche))
        if faits[-1].pages == 1 or faits[-1].remplie >= _REMPLIE:
            break
    return min(faits, key=lambda fait: fait.pages).octets


class _Assemble(NamedTuple):
    """A file, how many pages it has, and how much of the last one is used, from 0 to 1."""

    octets: bytes
    pages: int
    remplie: float


def _assembler(contenu: Iterable[Flowable], cartouche: Cartouche) -> _Assemble:
    sortie, feuille = BytesIO(), Feuille.de(cartouche.impression.papier)
    document = BaseDocTemplate(
        sortie,
        pagesize=(feuille.largeur, feuille.hauteur),
        title=imprimable(cartouche.titre),
        author=imprimable(cartouche.auteur),
        subject="",
        creator=PRODUCTEUR,
        producer=PRODUCTEUR,
        lang="fr-CA",
        invariant=1,
        initialFontName=NORMALE,
    )
    # No padding: tables and text share their left edge.
    cadre = Frame(MARGE, BAS, feuille.utile, feuille.corps, 0, 0, 0, 0)
    document.addPageTemplates(
        PageTemplate("page", [cadre], onPage=lambda toile, _: _fond(toile, cartouche, feuille))
    )

    def toile(*args: Any, **options: Any) -> Toile:
        return Toile(
            cartouche.etabli_le,
            lambda t, rang, pages: _pied(t, cartouche, feuille, f"Page {rang} de {pages}"),
            *args,
            **options,
        )

    document.build(list(contenu), canvasmaker=toile)
    libre = cadre._y - cadre._y1p  # noqa: SLF001 - reportlab's only word on what is left
    return _Assemble(sortie.getvalue(), document.page, 1 - libre / feuille.corps)


def _fond(toile: Toile, cartouche: Cartouche, feuille: Feuille) -> None:
    """Under the content: the watermark and the running head."""
    with toile.artefact(pagination=True):
        if cartouche.demo:
            _filigrane(toile, feuille)
        if not cartouche.nue:
            _courant(toile, cartouche, feuille)


def _courant(toile: Toile, cartouche: Cartouche, feuille: Feuille) -> None:
    toile.saveState()
    toile.setFillColor(GRIS)
    y = feuille.hauteur - 38
    droite = imprimable(cartouche.droite)
    place = feuille.utile - chasse(droite, NORMALE) * _TAILLE - 24
    toile.ecrire(MARGE, y, _couper(cartouche.gauche, place), NORMALE, _TAILLE)
    _a_droite(toile, feuille.largeur - MARGE, y, droite)
    _filet(toile, feuille, y - 7)
    toile.restoreState()


def _filigrane(toile: Toile, feuille: Feuille) -> None:
    toile.saveState()
    toile.setFillColor(FILIGRANE)
    toile.translate(feuille.largeur / 2, feuille.hauteur / 2)
    toile.rotate(52)
    toile.ecrire(-chasse("DÉMO", GRASSE) * 75, -50, "DÉMO", GRASSE, 150)
    toile.restoreState()


def _pied(toile: Toile, cartouche: Cartouche, feuille: Feuille, page: str) -> None:
    if cartouche.nue:
        return
    verification = cartouche.impression.verification
    with toile.artefact(pagination=True):
        toile.saveState()
        _filet(toile, feuille, _PIED)
        toile.setFillColor(GRIS)
        demo = "DÉMO : données fictives. " if cartouche.demo else ""
        etabli = f"{demo}Établi le {date_longue(cartouche.etabli_le)}"
        place = feuille.utile - 190
        toile.ecrire(MARGE, _PIED - 13, _couper(etabli, place), NORMALE, _TAILLE)
        if cartouche.pied:
            toile.ecrire(MARGE, _PIED - 24, _couper(cartouche.pied, place), NORMALE, _TAILLE)
        droite = feuille.largeur - MARGE - (_QR + 8 if verification else 0)
        _a_droite(toile, droite, _PIED - 13, imprimable(page))
        if verification:
            _a_droite(toile, droite, _PIED - 24, imprimable(f"Vérification : {verification}"))
        toile.restoreState()
    if verification:
        _code_qr(toile, verification, feuille.largeur - MARGE - _QR)


def _code_qr(toile: Toile, verification: str, x: float) -> None:
    """A figure on the first page, read last of all; the same on the others says nothing more."""
    toile.saveState()
    toile.translate(x, _PIED - _QR - 2)
    if toile.getPageNumber() == 1:
        alt = f"Code QR de vérification : {verification}."
        contexte = toile.contenu(figure(toile, alt, _QR, _QR))
    else:
        contexte = toile.artefact(pagination=True)
    with contexte:
        peindre(toile, dessin(verification, _QR))
    toile.restoreState()


def _filet(toile: Toile, feuille: Feuille, y: float) -> None:
    toile.setStrokeColor(FILET)
    toile.setLineWidth(0.5)
    toile.line(MARGE, y, feuille.largeur - MARGE, y)


def _a_droite(toile: Toile, x: float, y: float, texte: str) -> None:
    toile.ecrire(x - chasse(texte, NORMALE) * _TAILLE, y, texte, NORMALE, _TAILLE)


def _couper(texte: str, place: float) -> str:
    propre = imprimable(abreger(texte))
    if chasse(propre, NORMALE) * _TAILLE <= place:
        return propre
    while propre and chasse(f"{propre}…", NORMALE) * _TAILLE > place:
        propre = propre[:-1]
    return f"{propre.rstrip()}…"
