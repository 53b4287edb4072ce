"""The table of a document: fixed columns, rows that never break, a cost linear in its rows.

Text is placed by hand, with widths and bytes remembered from one cell to the next: on a hundred
pages it costs half of what reportlab's own table does, structure included.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from journal_scls.reports.page.plan import (
    ECART_BASE,
    GOUTTIERE,
    GRAND,
    HAUT_RANGEE,
    HAUT_TITRE,
    LIGNE,
    LIGNE_GRANDE,
    LIGNE_PETITE,
    PETIT,
    TEXTE,
    Colonne,
    Plan,
    Rangee,
    Reperee,
)
from journal_scls.reports.page.structure import TH_COLONNE, TH_LIGNE
from journal_scls.reports.page.styles import ACCENT, ENCRE, FILET, GRIS
from journal_scls.reports.page.toile import Toile, chasse
from journal_scls.reports.polices import GRASSE, NORMALE

__all__ = ["Colonne", "Grille", "Rangee", "Reperee"]

_MONTEE = 9.0
# Rows that stay with the heading, and with the last row.
_ENSEMBLE = 3
# A table of this height is not cut: it goes to the next page.
_ENTIERE = 290.0
# Room that only an empty page leaves: whatever is there must be cut.
_PAGE_VIDE = 500.0


class Grille(Flowable):  # type: ignore[misc]
    """A titled, ruled table; title and heading come again on each page that it runs over."""

    def __init__(
        self,
        titre: str,
        base: str,
        colonnes: Sequence[Colonne],
        rangees: Sequence[Rangee],
        *,
        total: Sequence[str | None] = (),
        balise: str = "H3",
    ) -> None:
        """Take what it says.

        Args:
            titre: its heading; without one, a table has no caption.
            base: the caption: what its shares are shares of.
            colonnes: at least one of them of text.
            rangees: in the order they are read.
            total: a last row, after a rule.
            balise: the level of the heading.
        """
        super().__init__()
        toutes = [*rangees, Rangee(total, forte=True)] if total else rangees
        plan = Plan(titre, base, colonnes, toutes, bool(total), balise)
        self._prendre(plan, 0, len(toutes))

    def _prendre(self, plan: Plan, debut: int, fin: int) -> None:
        self._plan, self._debut, self._fin = plan, debut, fin

    def wrap(self, largeur: float, _: float) -> tuple[float, float]:
        """The height of its rows, laid out once."""
        plan = self._plan
        if plan.largeur != largeur:
            plan.disposer(largeur)
        self.width = largeur
        self.height = (
            plan.hauteur_titre + plan.hauteur_tete + sum(plan.hauteurs[self._debut : self._fin])
        )
        return self.width, self.height

    def debut(self, largeur: float) -> float:
        """The height below which it goes to the next page."""
        hauteur, plan = self.wrap(largeur, 0)[1], self._plan
        if hauteur <= _ENTIERE:
            return hauteur
        return plan.hauteur_titre + plan.hauteur_tete + sum(plan.hauteurs[:_ENSEMBLE])

    def split(self, largeur: float, hauteur: float) -> list[Flowable]:
        """Two tables, or nothing when it had better go whole to the next page."""
        self.wrap(largeur, hauteur)
        if self._debut == 0 and self.height <= _ENTIERE:
            return []
        plan, coupe = self._plan, self._debut
        reste = hauteur - plan.hauteur_titre - plan.hauteur_tete
        while coupe < self._fin and reste >= plan.hauteurs[coupe]:
            reste -= plan.hauteurs[coupe]
            coupe += 1
        coupe = self._avant_un_titre(min(coupe, self._fin - _ENSEMBLE)) or min(coupe, self._fin - 1)
        if coupe < self._debut + (_ENSEMBLE if hauteur < _PAGE_VIDE else 1):
            return []
        return [self._morceau(self._debut, coupe), self._morceau(coupe, self._fin)]

    def _avant_un_titre(self, coupe: int) -> int:
        """The cut moved up so that no heading is left without its rows; 0 when nothing is left."""
        rangees = self._plan.rangees
        while coupe > self._debut and len(rangees[coupe - 1].cellules) == 1:
            coupe -= 1
        return coupe if coupe > self._debut else 0

    def _morceau(self, debut: int, fin: int) -> "Grille":
        morceau = Grille.__new__(Grille)
        Flowable.__init__(morceau)
        morceau._prendre(self._plan, debut, fin)  # noqa: SLF001 - its own kind
        return morceau

    def draw(self) -> None:
        """Title, heading, rows, then the rules."""
        toile, plan = self.canv, self._plan
        suite = plan.element is not None
        if plan.titre:
            _titre(toile, plan, self.height - HAUT_TITRE, suite=suite)
        haut = self.height - plan.hauteur_titre
        _tete(toile, plan, haut - HAUT_RANGEE, suite=suite)
        haut -= plan.hauteur_tete
        _rangees(toile, plan, haut, range(self._debut, self._fin))
        with toile.artefact():
            _filets(toile, plan, haut, range(self._debut, self._fin))
            _barres(toile, plan, haut, range(self._debut, self._fin))


def _titre(toile: Toile, plan: Plan, y: float, *, suite: bool) -> None:
    """The title is a heading, the base is the table's caption; repeated, they say nothing."""
    toile.setFillColor(ENCRE)
    titre = None if suite else toile.arbre.ajouter(plan.balise)
    with toile.contenu(titre) if titre else toile.artefact(pagination=True):
        for ligne in plan.titres:
            y -= LIGNE_GRANDE
            toile.ecrire(0, y + 3, ligne, GRASSE, GRAND)
    if not suite:
        plan.element = toile.arbre.ajouter("Table")
    if not plan.bases or plan.element is None:
        return
    toile.setFillColor(GRIS)
    x = chasse(plan.titres[-1], GRASSE) * GRAND + ECART_BASE
    if not plan.base_a_cote:
        x, y = 0.0, y - LIGNE_PETITE
    element = None if suite else toile.arbre.ajouter("Caption", plan.element)
    with toile.contenu(element) if element else toile.artefact(pagination=True):
        for rang, ligne in enumerate(plan.bases):
            toile.ecrire(x, y + 3 - rang * LIGNE_PETITE, ligne, NORMALE, PETIT)


def _tete(toile: Toile, plan: Plan, y: float, *, suite: bool) -> None:
    """Each column's name, at the bottom of the heading."""
    if plan.element is None:
        plan.element = toile.arbre.ajouter("Table")
    toile.setFillColor(GRIS)
    hauteur = max(map(len, plan.tete))
    rangee = None if suite else toile.arbre.ajouter("TR", plan.element)
    for rang, (colonne, lignes) in enumerate(zip(plan.colonnes, plan.tete, strict=True)):
        if colonne.barre:
            continue
        element = rangee and toile.arbre.ajouter("TH", rangee, attributs=TH_COLONNE)
        with toile.contenu(element) if element else toile.artefact(pagination=True):
            for n, ligne in enumerate(lignes):
                bas = y - (hauteur - len(lignes) + n) * LIGNE_PETITE - 7.5
                x = plan.gauches[rang]
                if colonne.chiffres:
                    x += plan.largeurs[rang] - chasse(ligne.rstrip(), NORMALE) * PETIT
                toile.ecrire(x, bas, ligne, NORMALE, PETIT)


def _rangees(toile: Toile, plan: Plan, y: float, rangs: range) -> None:
    """The rows, in one text object: the font is named when it changes, not at each cell."""
    arbre, courante = toile.arbre, ""
    toile.setFillColor(ENCRE)
    code = ["BT"]
    for rang in rangs:
        rangee = plan.rangees[rang]
        police = GRASSE if rangee.forte else NORMALE
        tr = arbre.ajouter("TR", plan.element)
        tete = plan.th_pleine if plan.intertitre(rangee) else TH_LIGNE
        bas = y - HAUT_RANGEE - _MONTEE
        for k, lignes in enumerate(plan.textes[rang]):
            if plan.colonnes[k].barre:
                continue
            type_, attributs = ("TD", "") if k else ("TH", tete)
            numero = toile.marquer(arbre.ajouter(type_, tr, attributs=attributs))
            code.append(f"/{type_}<</MCID {numero}>>BDC")
            for n, ligne in enumerate(lignes):
                x = plan.abscisse(k, ligne, police, rangee)
                code.append(f"1 0 0 1 {x:.2f} {bas - n * LIGNE:.2f} Tm")
                for nom, octets in toile.morceaux(ligne, police):
                    if nom != courante:
                        code.append(f"{nom} {TEXTE} Tf")
                        courante = nom
                    code.append(f"{octets} Tj")
            code.append("EMC")
        y -= plan.hauteurs[rang]
    toile.tracer(*code, "ET")


def _filets(toile: Toile, plan: Plan, y: float, rangs: range) -> None:
    toile.setLineWidth(0.8)
    toile.setStrokeColor(GRIS)
    bas = y - sum(plan.hauteurs[rangs.start : rangs.stop])
    fortes = [y, bas]
    if plan.total and rangs.stop == len(plan.rangees):
        fortes.append(bas + plan.hauteurs[-1])
    toile.tracer(*(f"0 {ligne:.2f} m {plan.largeur:.2f} {ligne:.2f} l S" for ligne in fortes))
    toile.setLineWidth(0.4)
    toile.setStrokeColor(FILET)
    for rang in rangs[:-1]:
        y -= plan.hauteurs[rang]
        toile.tracer(f"0 {y:.2f} m {plan.largeur:.2f} {y:.2f} l S")


def _barres(toile: Toile, plan: Plan, y: float, rangs: range) -> None:
    colonne = next((k for k, c in enumerate(plan.colonnes) if c.barre), None)
    if colonne is None:
        return
    gauche, place = plan.gauches[colonne], plan.largeurs[colonne] - GOUTTIERE
    for rang in rangs:
        if not plan.intertitre(plan.rangees[rang]):
            milieu = gauche, y - plan.hauteurs[rang] / 2
            _barre(toile, plan.textes[rang][colonne], milieu, place)
        y -= plan.hauteurs[rang]


def _barre(
    toile: Toile, valeur: float | Reperee | None, milieu: tuple[float, float], place: float
) -> None:
    """A share that exists is always seen."""
    x, y = milieu
    part = valeur.part if isinstance(valeur, Reperee) else valeur
    toile.setFillColor(ACCENT)
    if part:
        toile.rect(x, y - 2.5, max(place * part, 0.6), 5, stroke=0, fill=1)
    if isinstance(valeur, Reperee):
        toile.setLineWidth(0.4)
        toile.setStrokeColor(GRIS)
        toile.rect(x, y - 2.5, place, 5, stroke=1, fill=0)
        toile.setLineWidth(1.4)
        toile.setStrokeColor(ENCRE)
        repere = x + place * valeur.repere
        toile.line(repere, y - 5, repere, y + 5)
