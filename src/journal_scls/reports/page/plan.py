"""How a table is laid out: its columns, then its rows, once for all the pages it runs over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from journal_scls.reports.page.blocs import plier
from journal_scls.reports.page.structure import Element
from journal_scls.reports.page.styles import CELLULE, ENTETE, INTERTITRE
from journal_scls.reports.page.toile import abreger, chasse, imprimable
from journal_scls.reports.polices import GRASSE, NORMALE

GOUTTIERE, HAUT_TITRE, HAUT_RANGEE, ECART_BASE = 9.0, 12.0, 1.8, 10.0
_RETRAIT, _BAS_TITRE, _BAS_RANGEE = 12.0, 3.0, 2.6
TEXTE: float = CELLULE.fontSize
PETIT: float = ENTETE.fontSize
GRAND: float = INTERTITRE.fontSize
LIGNE: float = CELLULE.leading
LIGNE_PETITE: float = ENTETE.leading
LIGNE_GRANDE: float = INTERTITRE.leading


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column; figures are right-aligned, never wrap, and widen it when they must.

    `largeur` 0 takes what the others leave, or what it needs when it is of figures; `barre` is a
    column of shares drawn as lengths, for the eye that skims, whose figure is in another column.
    """

    titre: str
    largeur: float = 0.0
    chiffres: bool = False
    barre: bool = False


@dataclass(frozen=True, slots=True)
class Reperee:
    """A share drawn on a scale from 0 to 1, with a mark at another value."""

    part: float | None
    repere: float


@dataclass(frozen=True, slots=True)
class Rangee:
    """A row: texts, and a share from 0 to 1 (None draws nothing) in a column of bars.

    `niveau` 1 details the row of niveau 0 above it. A row of one cell in a table of several
    columns is a heading for those that follow.
    """

    cellules: Sequence[str | float | Reperee | None]
    forte: bool = False
    niveau: int = 0


@dataclass(slots=True)
class Plan:
    """What is the same on every page that the table runs over."""

    titre: str
    base: str
    colonnes: Sequence[Colonne]
    rangees: Sequence[Rangee]
    total: bool
    balise: str
    largeur: float = 0.0
    gauches: Sequence[float] = ()
    largeurs: Sequence[float] = ()
    textes: Sequence[Sequence[Any]] = ()
    hauteurs: Sequence[float] = ()
    tete: Sequence[Sequence[str]] = ()
    bases: Sequence[str] = ()
    titres: Sequence[str] = ()
    element: Element | None = None

    @property
    def th_pleine(self) -> str:
        """The attributes of a heading over all the columns that are read."""
        lues = sum(not colonne.barre for colonne in self.colonnes)
        return f"<</O/Table/Scope/Row/ColSpan {lues}>>"

    @property
    def base_a_cote(self) -> bool:
        """Whether the base fits on the line of the title."""
        if len(self.titres) != 1 or len(self.bases) != 1:
            return False
        titre = chasse(self.titres[0], GRASSE) * GRAND
        return titre + ECART_BASE + chasse(self.bases[0], NORMALE) * PETIT <= self.largeur

    @property
    def hauteur_titre(self) -> float:
        """The room of title and base, 0 without a title."""
        if not self.titre:
            return 0.0
        bases = 0 if self.base_a_cote else len(self.bases)
        lignes = len(self.titres) * LIGNE_GRANDE + bases * LIGNE_PETITE
        return HAUT_TITRE + lignes + _BAS_TITRE

    @property
    def hauteur_tete(self) -> float:
        """The room of the columns' names."""
        return max(len(t) for t in self.tete) * LIGNE_PETITE + HAUT_RANGEE + _BAS_RANGEE

    def disposer(self, largeur: float) -> None:
        """Once for all pages: columns, then rows."""
        self.largeur = largeur
        self.textes = [
            [c if k.barre else imprimable(abreger(str(c))) for c, k in self._paires(rangee)]
            for rangee in self.rangees
        ]
        self._disposer_colonnes()
        self.textes = [self._plier(r, t) for r, t in zip(self.rangees, self.textes, strict=True)]
        marges = HAUT_RANGEE + _BAS_RANGEE
        self.hauteurs = [
            max(len(cellule) for cellule in textes if isinstance(cellule, list)) * LIGNE + marges
            for textes in self.textes
        ]
        self.tete = [
            plier(imprimable(k.titre), NORMALE, PETIT, place - (0 if k.chiffres else GOUTTIERE))
            for k, place in zip(self.colonnes, self.largeurs, strict=True)
        ]
        self.titres = plier(imprimable(self.titre), GRASSE, GRAND, largeur)
        self.bases = plier(imprimable(self.base), NORMALE, PETIT, largeur) if self.base else []

    def intertitre(self, rangee: Rangee) -> bool:
        """Whether the row is one cell over all the columns."""
        return len(rangee.cellules) == 1 < len(self.colonnes)

    def _paires(self, rangee: Rangee) -> Iterator[tuple[Any, Colonne]]:
        return zip(rangee.cellules, self.colonnes, strict=not self.intertitre(rangee))

    def _disposer_colonnes(self) -> None:
        largeurs = [k.largeur for k in self.colonnes]
        for rang, colonne in enumerate(self.colonnes):
            if colonne.chiffres:
                besoin = max((self._chasse(rang, r) for r in self._pleines()), default=0.0)
                mots = imprimable(colonne.titre).split(" ")
                mot = max(chasse(m, NORMALE) for m in mots) * PETIT
                largeurs[rang] = max(largeurs[rang], besoin + GOUTTIERE, mot + GOUTTIERE)
        libres = [r for r, k in enumerate(self.colonnes) if not k.largeur and not k.chiffres]
        reste = self.largeur - sum(largeurs)
        for rang in libres:
            largeurs[rang] += reste / len(libres)
        self.largeurs = largeurs
        self.gauches = [sum(largeurs[:rang]) for rang in range(len(largeurs))]

    def _pleines(self) -> Iterator[int]:
        return (n for n, rangee in enumerate(self.rangees) if not self.intertitre(rangee))

    def _chasse(self, colonne: int, rangee: int) -> float:
        police = GRASSE if self.rangees[rangee].forte else NORMALE
        return chasse(self.textes[rangee][colonne], police) * TEXTE

    def _plier(self, rangee: Rangee, textes: Sequence[Any]) -> list[Any]:
        police = GRASSE if rangee.forte else NORMALE
        if self.intertitre(rangee):
            return [plier(textes[0], police, TEXTE, self.largeur)]
        pliees: list[Any] = []
        for rang, (texte, colonne) in enumerate(zip(textes, self.colonnes, strict=True)):
            if colonne.barre:
                pliees.append(texte)
            elif colonne.chiffres:
                pliees.append([texte])
            else:
                place = self.largeurs[rang] - GOUTTIERE - (0 if rang else self.retrait(rangee))
                pliees.append(plier(texte, police, TEXTE, place))
        return pliees

    @staticmethod
    def retrait(rangee: Rangee) -> float:
        """How far the first cell of a row stands in."""
        return _RETRAIT * rangee.niveau

    def abscisse(self, colonne: int, texte: str, police: str, rangee: Rangee) -> float:
        """Where a line of a cell begins."""
        gauche = self.gauches[colonne]
        if self.colonnes[colonne].chiffres:
            return gauche + self.largeurs[colonne] - chasse(texte, police) * TEXTE
        return gauche if colonne else gauche + self.retrait(rangee)
