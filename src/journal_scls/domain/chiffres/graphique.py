"""What a chart shows, before anybody draws it: the same numbers as the table beside it.

A chart never recomputes and never sorts: rows come as the table gives them, because an order by
size would tell which of two hidden numbers is the larger.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.proportion import MASQUE
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.documents.resume import PointMois
from journal_scls.domain.texte import grouper

VOLETS = ("Individuel", "Collectif", "Milieu")
_MOIS_COURTS = ("janv.", "févr.", "mars", "avr.", "mai", "juin",
                "juill.", "août", "sept.", "oct.", "nov.", "déc.")  # fmt: skip
_UNITE = "Interventions"


class Forme(StrEnum):
    """How a chart is drawn: columns side by side, bars one above the other, or one shared bar."""

    COLONNES = "colonnes"
    BARRES = "barres"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Barre:
    """One bar: a value for each of the chart's series, None when hidden, and how to write it.

    `court` and `groupe` are what fits under a column: a month and its year.
    """

    libelle: str
    valeurs: tuple[int | None, ...]
    affiche: str
    court: str = ""
    groupe: str = ""


@dataclass(frozen=True, slots=True)
class Graphique:
    """A chart; `series` name the parts of each bar, from its start to its end."""

    id: str
    titre: str
    unite: str
    forme: Forme
    barres: tuple[Barre, ...]
    series: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The chart in words, for whoever does not see it."""
        nom = "Barre partagée" if self.forme is Forme.PARTS else "Diagramme à barres"
        suite = "; ".join(self._phrase(barre) for barre in self.barres)
        return f"{nom}, {self.titre} ({self.unite.lower()}) : {suite or 'rien à montrer'}."

    def _phrase(self, barre: Barre) -> str:
        phrase = f"{barre.libelle}, {barre.affiche}"
        if len(self.series) <= 1 or not any(barre.valeurs):
            return phrase
        paires = zip(self.series, barre.valeurs, strict=True)
        parts = ", ".join(f"{nom.lower()} {_ecrire(valeur)}" for nom, valeur in paires)
        return f"{phrase} ({parts})"


def _ecrire(valeur: int | None) -> str:
    return MASQUE if valeur is None else grouper(valeur)


def barre_du_mois(jour: date, valeurs: tuple[int | None, ...], affiche: str) -> Barre:
    """The column of a month, any day of it."""
    annee, rang = str(jour.year), jour.month - 1
    return Barre(f"{MOIS[rang]} {annee}", valeurs, affiche, _MOIS_COURTS[rang], annee)


def graphique_mensuel(points: Sequence[PointMois]) -> Graphique:
    """The months of a series, each one split by volet."""
    barres = (
        barre_du_mois(p.mois.du, (p.individuel, p.collectif, p.milieu), grouper(p.interventions))
        for p in points
    )
    return Graphique(
        "douze_mois", "Interventions par mois et par volet", _UNITE, Forme.COLONNES, tuple(barres),
        VOLETS,
    )  # fmt: skip


def graphiques_du_bilan(bilan: Bilan) -> tuple[Graphique, ...]:
    """The four charts of a bilan; one whose table is empty or has no shown total is left out."""
    tableaux = {t.id: t for t in bilan.tableaux}
    dessins = (
        _colonnes(tableaux["par_mois"]),
        _parts(tableaux["par_volet"]),
        _barres(tableaux["par_activite"], "Interventions par activité principale", _UNITE),
        _barres(tableaux["references"], "Références par destination", "Références"),
    )
    return tuple(dessin for dessin in dessins if dessin is not None)


def _colonnes(tableau: Tableau) -> Graphique | None:
    barres = (
        barre_du_mois(date.fromisoformat(f"{ligne.code}-01"), ligne.nombres[:1], _nombre(ligne))
        for ligne in tableau.lignes
    )
    return _graphique(tableau, "Interventions par mois", _UNITE, Forme.COLONNES, barres)


def _parts(tableau: Tableau) -> Graphique | None:
    barres = [_barre(ligne) for ligne in tableau.lignes]
    return _graphique(tableau, "Interventions par volet", _UNITE, Forme.PARTS, barres)


def _barres(tableau: Tableau, titre: str, unite: str) -> Graphique | None:
    barres = [_barre(ligne) for ligne in tableau.lignes if not ligne.niveau]
    return _graphique(tableau, titre, unite, Forme.BARRES, barres)


def _graphique(
    tableau: Tableau, titre: str, unite: str, forme: Forme, barres: Iterable[Barre]
) -> Graphique | None:
    gardees = tuple(barres)
    if not tableau.total or not gardees:
        return None
    return Graphique(tableau.id, titre, unite, forme, gardees)


def _barre(ligne: Ligne) -> Barre:
    return Barre(ligne.libelle, ligne.nombres[:1], _nombre_et_part(ligne))


def _nombre_et_part(ligne: Ligne) -> str:
    if ligne.masquee:
        return _nombre(ligne)
    return f"{_nombre(ligne)} ({ligne.parts[0].pourcent})"


def _nombre(ligne: Ligne) -> str:
    """The number as the table writes it, also when it is hidden."""
    nombre = ligne.nombres[0]
    return ligne.masque if nombre is None else grouper(nombre)
