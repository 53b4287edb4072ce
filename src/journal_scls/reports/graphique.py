"""Charts, drawn once for paper and for the window.

Parts differ by lightness in steps that survive grey and every kind of colour vision, each one is
outlined, and every number is written: colour never says anything alone. A hidden number is a
hatched stub of one length for all, which tells nothing but that it is hidden.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import Color, HexColor

from journal_scls.domain.chiffres.graphique import Barre, Forme, Graphique
from journal_scls.domain.texte import grouper
from journal_scls.reports.page.blocs import plier
from journal_scls.reports.page.toile import chasse, imprimable
from journal_scls.reports.polices import GRASSE, NORMALE

LARGEUR, HAUTEUR = 504.0, 152.0
_TAILLE, _PETITE = 7.0, 6.5
_BAS, _HAUT = 26.0, 32.0
_PAS_MAX = 5
_PLACE_DU_CHIFFRE, _PLACE_DU_MOIS = 9.5, 17.0
_PART_BARRE = 0.62
_RANGEE, _BARRE, _LIBELLE_MAX = 14.0, 8.0, 0.42
_TALON, _HACHURE = 16.0, 3.0


@dataclass(frozen=True, slots=True)
class Teintes:
    """The colours of a drawing; `parts` go from the most to the least marked."""

    encre: Color
    gris: Color
    filet: Color
    parts: tuple[Color, ...]
    dans_les_parts: tuple[Color, ...]
    contour: Color


CLAIRES = Teintes(
    encre=HexColor("#1b2a38"),
    gris=HexColor("#566370"),
    filet=HexColor("#d5dbe1"),
    parts=(HexColor("#1f4e6e"), HexColor("#86abc4"), HexColor("#e3eaf0")),
    dans_les_parts=(HexColor("#ffffff"), HexColor("#1b2a38"), HexColor("#1b2a38")),
    contour=HexColor("#1f4e6e"),
)
SOMBRES = Teintes(
    encre=HexColor("#e8edf2"),
    gris=HexColor("#b3bec9"),
    filet=HexColor("#46525e"),
    parts=(HexColor("#cfe3f1"), HexColor("#6f9dbd"), HexColor("#2b4a61")),
    dans_les_parts=(HexColor("#14202b"), HexColor("#14202b"), HexColor("#ffffff")),
    contour=HexColor("#cfe3f1"),
)


def dessiner(
    graphique: Graphique,
    *,
    largeur: float = LARGEUR,
    hauteur: float = HAUTEUR,
    teintes: Teintes = CLAIRES,
) -> Drawing:
    """The drawing; columns are `hauteur` high, the other forms as high as they need."""
    formes: dict[Forme, type[_Colonnes | _Barres | _Parts]] = {
        Forme.COLONNES: _Colonnes,
        Forme.BARRES: _Barres,
        Forme.PARTS: _Parts,
    }
    return formes[graphique.forme](graphique, largeur, hauteur, teintes).dessin()


@dataclass
class _Trait:
    """What the three forms share."""

    graphique: Graphique
    largeur: float
    hauteur: float
    teintes: Teintes

    def texte(
        self,
        x: float,
        y: float,
        contenu: str,
        ancre: str = "start",
        encre: Color | None = None,
        *,
        police: str = NORMALE,
        taille: float = _TAILLE,
    ) -> String:
        forme = String(x, y, imprimable(contenu))
        forme.textAnchor, forme.fillColor = ancre, encre or self.teintes.encre
        forme.fontName, forme.fontSize = police, taille
        return forme

    def rectangle(self, x: float, y: float, largeur: float, hauteur: float, part: int) -> Rect:
        forme = Rect(x, y, largeur, hauteur)
        forme.fillColor, forme.strokeColor = self.teintes.parts[part], self.teintes.contour
        forme.strokeWidth = 0.4
        return forme

    def hachures(self, x: float, y: float, largeur: float, hauteur: float) -> Group:
        """A box of slanted lines: something is here that is not shown."""
        groupe = Group()
        cadre = Rect(x, y, largeur, hauteur)
        cadre.fillColor, cadre.strokeColor, cadre.strokeWidth = None, self.teintes.gris, 0.4
        groupe.add(cadre)
        decalage = _HACHURE
        while decalage < largeur + hauteur:
            x1, x2 = max(decalage - hauteur, 0.0), min(decalage, largeur)
            groupe.add(self.ligne(x + x2, y + decalage - x2, x + x1, y + decalage - x1))
            decalage += _HACHURE
        return groupe

    def ligne(
        self, x1: float, y1: float, x2: float, y2: float, couleur: Color | None = None
    ) -> Line:
        trait = Line(x1, y1, x2, y2)
        trait.strokeColor, trait.strokeWidth = couleur or self.teintes.gris, 0.5
        return trait


class _Colonnes(_Trait):
    """Columns; the last one is the one the document is about, its label is bold."""

    def dessin(self) -> Drawing:
        barres, series = self.graphique.barres, self.graphique.series
        haut = _HAUT if len(series) > 1 else 16.0
        dessin = Drawing(self.largeur, self.hauteur, initialFontName=NORMALE)
        maximum = max((sum(v or 0 for v in b.valeurs) for b in barres), default=0)
        plafond = max(-(-maximum // _pas(maximum)), 1) * _pas(maximum)
        self._echelle = (dessin.height - _BAS - haut) / plafond
        gauche = max(26.0, chasse(imprimable(grouper(plafond)), NORMALE) * _TAILLE + 8)
        self._pas = (self.largeur - gauche) / max(len(barres), 1)
        self._legende(dessin, gauche)
        self._graduer(dessin, plafond, gauche)
        for rang, barre in enumerate(barres):
            groupe = Group(transform=(1, 0, 0, 1, gauche + self._pas * rang, _BAS))
            self._barre(groupe, barre)
            self._nommer(groupe, rang)
            dessin.add(groupe)
        return dessin

    def _graduer(self, dessin: Drawing, plafond: int, gauche: float) -> None:
        for valeur in range(0, plafond + 1, _pas(plafond)):
            y = _BAS + valeur * self._echelle
            filet = self.teintes.filet if valeur else self.teintes.gris
            dessin.add(self.ligne(gauche, y, self.largeur, y, filet))
            nombre = grouper(valeur)
            dessin.add(self.texte(gauche - 6, y - 2.5, nombre, "end", self.teintes.gris))

    def _barre(self, groupe: Group, barre: Barre) -> None:
        largeur, y = self._pas * _PART_BARRE, 0.0
        x, milieu = (self._pas - largeur) / 2, self._pas / 2
        for part, valeur in enumerate(barre.valeurs):
            if valeur is None:
                groupe.add(self.hachures(x, y, largeur, _TALON))
                y += _TALON
            elif valeur:
                hauteur = valeur * self._echelle
                groupe.add(self.rectangle(x, y, largeur, hauteur, part))
                if len(barre.valeurs) > 1 and hauteur >= _PLACE_DU_CHIFFRE:
                    encre = self.teintes.dans_les_parts[part]
                    bas = y + hauteur / 2 - 2.4
                    chiffre = grouper(valeur)
                    groupe.add(self.texte(milieu, bas, chiffre, "middle", encre, taille=_PETITE))
                y += hauteur
        taille = min(7.5, (self._pas - 1) / max(chasse(imprimable(barre.affiche), GRASSE), 0.1))
        if taille >= _PETITE - 2:
            affiche = barre.affiche
            groupe.add(self.texte(milieu, y + 3.5, affiche, "middle", police=GRASSE, taille=taille))

    def _nommer(self, groupe: Group, rang: int) -> None:
        barres = self.graphique.barres
        barre, actuel = barres[rang], rang == len(barres) - 1
        if self._pas >= _PLACE_DU_MOIS:
            gras = GRASSE if actuel and self.graphique.series else NORMALE
            groupe.add(self.texte(self._pas / 2, -11, barre.court, "middle", police=gras))
        if rang == 0 or barre.groupe != barres[rang - 1].groupe:
            groupe.add(
                self.texte(self._pas / 2, -21, barre.groupe, "middle", self.teintes.gris,
                           taille=_PETITE)
            )  # fmt: skip

    def _legende(self, dessin: Drawing, x: float) -> None:
        if len(self.graphique.series) < 2:  # noqa: PLR2004 - one series names itself
            return
        for part, libelle in enumerate(self.graphique.series):
            dessin.add(self.rectangle(x, dessin.height - 12, 8, 8, part))
            dessin.add(self.texte(x + 12, dessin.height - 11, libelle))
            x += 74


class _Barres(_Trait):
    """A label, a bar, its number: read like a table."""

    def dessin(self) -> Drawing:
        barres = self.graphique.barres
        place = self.largeur * _LIBELLE_MAX
        libelles = [plier(imprimable(b.libelle), NORMALE, _TAILLE, place) for b in barres]
        gauche = max(chasse(ligne, NORMALE) for lignes in libelles for ligne in lignes)
        gauche = gauche * _TAILLE + 8
        droite = max(chasse(imprimable(b.affiche), NORMALE) for b in barres) * _TAILLE + 8
        maximum = max((b.valeurs[0] or 0 for b in barres), default=0)
        self._echelle = (self.largeur - gauche - droite) / max(maximum, 1)
        hauteurs = [_RANGEE + 8.5 * (len(lignes) - 1) for lignes in libelles]
        dessin = Drawing(self.largeur, sum(hauteurs) + 4, initialFontName=NORMALE)
        y = dessin.height
        for barre, lignes, hauteur in zip(barres, libelles, hauteurs, strict=True):
            y -= hauteur
            milieu = y + hauteur / 2
            for n, ligne in enumerate(lignes):
                bas = milieu - 2.5 + 8.5 * ((len(lignes) - 1) / 2 - n)
                dessin.add(self.texte(gauche - 6, bas, ligne, "end"))
            fin = gauche + self._longueur(dessin, barre, gauche, milieu)
            dessin.add(self.texte(fin + 5, milieu - 2.5, barre.affiche))
        dessin.add(self.ligne(gauche, 2, gauche, dessin.height - 2))
        return dessin

    def _longueur(self, dessin: Drawing, barre: Barre, x: float, milieu: float) -> float:
        valeur = barre.valeurs[0]
        if valeur is None:
            dessin.add(self.hachures(x, milieu - _BARRE / 2, _TALON, _BARRE))
            return _TALON
        longueur = valeur * self._echelle
        if longueur:
            dessin.add(self.rectangle(x, milieu - _BARRE / 2, longueur, _BARRE, 0))
        return longueur


class _Parts(_Trait):
    """One bar shared between its parts, then each part with its name and its number."""

    _EPAISSEUR = 20.0

    def dessin(self) -> Drawing:
        barres = self.graphique.barres
        dessin = Drawing(self.largeur, self._EPAISSEUR + 10 + _RANGEE * len(barres))
        bas = dessin.height - self._EPAISSEUR - 2
        x = 0.0
        for barre, part, largeur in self._tranches():
            if part is None:
                dessin.add(self.hachures(x, bas, largeur, self._EPAISSEUR))
            else:
                dessin.add(self.rectangle(x, bas, largeur, self._EPAISSEUR, part))
                encre = self.teintes.dans_les_parts[part]
                nombre = grouper(barre.valeurs[0] or 0)
                if largeur > chasse(imprimable(nombre), GRASSE) * _TAILLE + 6:
                    dessin.add(
                        self.texte(x + largeur / 2, bas + 7, nombre, "middle", encre,
                                   police=GRASSE)
                    )  # fmt: skip
            x += largeur
        for rang, barre in enumerate(barres):
            y = bas - 8 - _RANGEE * (rang + 1) + 6
            if barre.valeurs[0] is None:
                dessin.add(self.hachures(0, y, 8, 8))
            else:
                dessin.add(self.rectangle(0, y, 8, 8, rang % len(self.teintes.parts)))
            dessin.add(self.texte(13, y + 1, f"{barre.libelle} : {barre.affiche}"))
        return dessin

    def _tranches(self) -> Iterator[tuple[Barre, int | None, float]]:
        """Hidden parts all have the same width; it says nothing of theirs."""
        barres = self.graphique.barres
        caches = sum(b.valeurs[0] is None for b in barres)
        connus = sum(b.valeurs[0] or 0 for b in barres)
        place = self.largeur - 1 - caches * _TALON * 2
        for rang, barre in enumerate(barres):
            valeur = barre.valeurs[0]
            if valeur is None:
                yield barre, None, _TALON * 2
            elif valeur:
                yield barre, rang % len(self.teintes.parts), place * valeur / connus


def _pas(maximum: int) -> int:
    """The step between two lines: 1, 2 or 5 times a power of ten, in five steps at most."""
    pas = 1
    while pas * _PAS_MAX < maximum:
        pas = pas * 5 // 2 if str(pas).startswith("2") else pas * 2
    return pas
