"""The blocks of a document other than its tables, each of them tagged."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from journal_scls.domain.typographie import francais
from journal_scls.reports.page import styles
from journal_scls.reports.page.structure import LISTE_A_PUCES, LISTE_SANS_PUCE, Element
from journal_scls.reports.page.toile import Toile, chasse, imprimable
from journal_scls.reports.polices import GRASSE, NORMALE, baliser

_PLACE_SECTION, _HAUTEUR_SECTION = 110.0, 36.0
# Less than any empty page: another one would not help.
_PLACE_MAX = 420.0
_GOUTTIERE = 9.0
_NIVEAUX = {"H1": 0, "H2": 1}


class Texte(Paragraph):  # type: ignore[misc]
    """A paragraph in one element, even when it runs over two pages; a heading is in the outline."""

    _suite_de: "Texte | None" = None
    _element: Element | None = None

    def split(self, *place: float) -> list[Any]:
        """Pieces of the same element."""
        morceaux: list[Any] = super().split(*place)
        for morceau in morceaux:
            morceau._suite_de = self._suite_de or self  # noqa: SLF001 - its own kind
        return morceaux

    def draw(self) -> None:
        """The piece, inside its element."""
        tete = self._suite_de or self
        if tete._element is None:  # noqa: SLF001 - its own kind
            tete._element = self.canv.arbre.ajouter(self.style.balise)  # noqa: SLF001 - the same
            if (niveau := _NIVEAUX.get(self.style.balise)) is not None:
                self.canv.signet(self.getPlainText(), niveau, self.height)
        with self.canv.contenu(tete._element):  # noqa: SLF001 - the same
            super().draw()


def texte(contenu: str, style: ParagraphStyle) -> Texte:
    """Text of anybody, with French spaces; nothing in it is markup."""
    return Texte(baliser(francais(contenu)), style)


def section(titre: str, suivant: Flowable | None = None) -> list[Flowable]:
    """A heading that never ends a page: `suivant`, the block after it, begins on the same one."""
    return [_Place(suivant), Spacer(1, 14), texte(titre, styles.SECTION), Spacer(1, 3)]


class _Place(CondPageBreak):  # type: ignore[misc]
    """Another page, unless there is room for a heading and the start of what follows."""

    def __init__(self, suivant: Flowable | None) -> None:
        super().__init__(_PLACE_SECTION)
        self._suivant = suivant

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        if self._suivant is not None:
            debut = getattr(self._suivant, "debut", None)
            besoin = debut(largeur) if debut else self._suivant.wrap(largeur, hauteur)[1]
            self.height = max(_PLACE_SECTION, min(_HAUTEUR_SECTION + besoin, _PLACE_MAX))
        taille: tuple[float, float] = super().wrap(largeur, hauteur)
        return taille


class Figure(Flowable):  # type: ignore[misc]
    """A drawing, and the sentence that says what it shows."""

    def __init__(self, dessin: Drawing, alt: str) -> None:
        super().__init__()
        self._dessin, self._alt = dessin, alt
        self.width, self.height = dessin.width, dessin.height

    def wrap(self, *_: float) -> tuple[float, float]:
        """The drawing's size."""
        return self.width, self.height

    def draw(self) -> None:
        """The drawing, as one figure."""
        with self.canv.contenu(figure(self.canv, self._alt, self.width, self.height)):
            peindre(self.canv, self._dessin)


def peindre(toile: Toile, dessin: Drawing) -> None:
    """A drawing at the origin; reportlab would name a font of its own that nobody embeds."""
    dessin.initialFontName = NORMALE
    renderPDF.draw(dessin, toile, 0, 0)


def figure(toile: Toile, alt: str, largeur: float, hauteur: float) -> Element:
    """A new element for what is drawn from here, and the sentence that says what it shows."""
    coins = (*toile.absolutePosition(0, 0), *toile.absolutePosition(largeur, hauteur))
    boite = " ".join(f"{v:.2f}" for v in coins)
    attributs = f"<</O/Layout/Placement/Block/BBox[{boite}]>>"
    return toile.arbre.ajouter("Figure", alt=francais(alt), attributs=attributs)


class Bande(Flowable):  # type: ignore[misc]
    """Large figures side by side, each above what it counts, kept apart by thin rules."""

    _LIGNE, _HAUT = 11.0, 24.0

    def __init__(self, cases: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._cases = [(imprimable(chiffre), imprimable(mot)) for chiffre, mot in cases]

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """One size for all the figures, smaller when the longest would not fit."""
        self.width, self._pas = largeur, largeur / len(self._cases)
        self._place = self._pas - 2 * _GOUTTIERE
        plus_long = max(chasse(chiffre, GRASSE) for chiffre, _ in self._cases)
        self._taille = min(styles.CHIFFRE.fontSize, self._place / plus_long)
        self._lignes = [plier(mot, NORMALE, 7.5, self._place) for _, mot in self._cases]
        self.height = self._HAUT + self._LIGNE * max(map(len, self._lignes))
        return self.width, self.height

    def draw(self) -> None:
        """A list of figures."""
        toile = self.canv
        liste = toile.arbre.ajouter("L", attributs=LISTE_SANS_PUCE)
        for rang, ((chiffre, _), lignes) in enumerate(zip(self._cases, self._lignes, strict=True)):
            corps = toile.arbre.ajouter("LBody", toile.arbre.ajouter("LI", liste))
            x = self._pas * rang + (_GOUTTIERE if rang else 0)
            with toile.contenu(corps):
                toile.setFillColor(styles.ACCENT)
                toile.ecrire(x, self.height - 18, f"{chiffre} ", GRASSE, self._taille)
                toile.setFillColor(styles.GRIS)
                for n, ligne in enumerate(lignes):
                    y = self.height - self._HAUT - 8 - n * self._LIGNE
                    toile.ecrire(x, y, ligne, NORMALE, 7.5)
        with toile.artefact():
            toile.setStrokeColor(styles.FILET)
            toile.setLineWidth(0.5)
            for rang in range(1, len(self._cases)):
                toile.line(self._pas * rang, 0, self._pas * rang, self.height)


class CoteACote(Flowable):  # type: ignore[misc]
    """Two blocks side by side, read one after the other; never cut."""

    def __init__(self, gauche: Flowable, droite: Flowable, ecart: float = 20.0) -> None:
        super().__init__()
        self._blocs, self._ecart = (gauche, droite), ecart

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """As high as the higher one."""
        self._place = (largeur - self._ecart) / 2
        self._hauteurs = [bloc.wrap(self._place, hauteur)[1] for bloc in self._blocs]
        self.width, self.height = largeur, max(self._hauteurs)
        return self.width, self.height

    def draw(self) -> None:
        """The left one, then the right one."""
        for rang, (bloc, hauteur) in enumerate(zip(self._blocs, self._hauteurs, strict=True)):
            bloc.drawOn(self.canv, rang * (self._place + self._ecart), self.height - hauteur)


class Puces(Flowable):  # type: ignore[misc]
    """A list of sentences, each behind its bullet."""

    _RETRAIT, _ENTRE = 18.0, 4.0

    def __init__(self, phrases: Sequence[str], style: ParagraphStyle) -> None:
        super().__init__()
        self._phrases, self._style = phrases, style

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """The height of its sentences, folded."""
        style = self._style
        self._lignes = [
            plier(imprimable(p), style.fontName, style.fontSize, largeur - self._RETRAIT)
            for p in self._phrases
        ]
        lignes = sum(map(len, self._lignes))
        self.width = largeur
        self.height = lignes * style.leading + self._ENTRE * (len(self._lignes) - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Bullets are labels, sentences are bodies."""
        toile, style = self.canv, self._style
        liste = toile.arbre.ajouter("L", attributs=LISTE_A_PUCES)
        y = self.height - style.fontSize
        for lignes in self._lignes:
            ligne_de_liste = toile.arbre.ajouter("LI", liste)
            with toile.contenu(toile.arbre.ajouter("Lbl", ligne_de_liste)):
                toile.setFillColor(styles.ACCENT)
                toile.ecrire(2, y, "•", GRASSE, style.fontSize)
            with toile.contenu(toile.arbre.ajouter("LBody", ligne_de_liste)):
                toile.setFillColor(style.textColor)
                for ligne in lignes:
                    toile.ecrire(self._RETRAIT, y, ligne, style.fontName, style.fontSize)
                    y -= style.leading
            y -= self._ENTRE


class Reponses(Flowable):  # type: ignore[misc]
    """Questions and answers in large letters; an empty answer is a line to fill by hand."""

    _GAUCHE = 0.22

    def __init__(self, paires: Sequence[tuple[str, str]], style: ParagraphStyle) -> None:
        super().__init__()
        self._paires, self._style = paires, style

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """One line for a question, more for a long answer."""
        style, self._x = self._style, largeur * self._GAUCHE
        self._lignes = [
            plier(imprimable(reponse), GRASSE, style.fontSize, largeur - self._x)
            for _, reponse in self._paires
        ]
        self._entre = style.leading * 0.25
        self.width = largeur
        self.height = style.leading * sum(map(len, self._lignes))
        self.height += self._entre * len(self._paires)
        return self.width, self.height

    def draw(self) -> None:
        """A paragraph for each pair."""
        toile, style, y = self.canv, self._style, self.height
        for (question, reponse), lignes in zip(self._paires, self._lignes, strict=True):
            y -= style.leading
            with toile.contenu(toile.arbre.ajouter("P")):
                toile.setFillColor(styles.GRIS)
                toile.ecrire(0, y, imprimable(f"{question} : "), NORMALE, style.fontSize)
                toile.setFillColor(styles.ENCRE)
                for n, ligne in enumerate(lignes):
                    toile.ecrire(self._x, y - n * style.leading, ligne, GRASSE, style.fontSize)
            if not reponse:
                with toile.artefact():
                    toile.setStrokeColor(styles.GRIS)
                    toile.setLineWidth(0.6)
                    toile.line(self._x, y - 3, self.width, y - 3)
            y -= style.leading * (len(lignes) - 1) + self._entre


class LignesVides(Flowable):  # type: ignore[misc]
    """Lines for the pen; whoever hears the page is told what they are for."""

    _PAS = 24.0

    def __init__(self, lignes: int, alt: str) -> None:
        super().__init__()
        self._lignes, self._alt = lignes, alt

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """As wide as the page lets it be."""
        self.width, self.height = largeur, self._PAS * self._lignes
        return self.width, self.height

    def draw(self) -> None:
        """A figure: there is nothing to read."""
        toile = self.canv
        toile.setStrokeColor(styles.GRIS)
        toile.setLineWidth(0.5)
        with toile.contenu(figure(toile, self._alt, self.width, self.height)):
            for rang in range(self._lignes):
                toile.line(0, rang * self._PAS, self.width, rang * self._PAS)


class Signatures(Flowable):  # type: ignore[misc]
    """For each role, a line to sign and a line to date."""

    _PAS = 46.0

    def __init__(self, roles: Sequence[str]) -> None:
        super().__init__()
        self._roles = roles

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """As wide as the page lets it be."""
        self.width, self.height = largeur, self._PAS * len(self._roles)
        return self.width, self.height

    def draw(self) -> None:
        """A paragraph for each role; the lines are only there for the pen."""
        toile = self.canv
        date = self.width * 0.72
        toile.setStrokeColor(styles.ENCRE)
        toile.setLineWidth(0.6)
        for rang, role in enumerate(self._roles):
            y = self.height - self._PAS * rang - 30
            with toile.artefact():
                toile.line(0, y, self.width * 0.66, y)
                toile.line(date, y, self.width, y)
            with toile.contenu(toile.arbre.ajouter("P")):
                toile.setFillColor(styles.GRIS)
                toile.ecrire(0, y - 11, imprimable(f"{role} "), NORMALE, 7.5)
                toile.ecrire(date, y - 11, "Date", NORMALE, 7.5)


def plier(texte: str, police: str, taille: float, place: float) -> list[str]:
    """A printable text in lines that fit; a word longer than a line is cut.

    A line that goes on ends with its space: whoever copies or hears the text needs it.
    """
    if chasse(texte, police) * taille <= place:
        return [texte]
    lignes, ligne = [], ""
    for mot in _mots(texte, police, place / taille):
        essai = f"{ligne} {mot}" if ligne else mot
        if ligne and chasse(essai, police) * taille > place:
            lignes.append(f"{ligne} ")
            ligne = mot
        else:
            ligne = essai
    return [*lignes, ligne]


def _mots(texte: str, police: str, place: float) -> Iterable[str]:
    for mot in texte.split(" "):
        reste = mot
        while chasse(reste, police) > place:
            fin = next(
                n for n in range(len(reste), 0, -1) if n == 1 or chasse(reste[:n], police) <= place
            )
            yield reste[:fin]
            reste = reste[fin:]
        yield reste
