"""A bilan in words: what its text, its pages, its workbook and the window all say, written once.

Spaces are plain ones here; the typographic ones are put where text is drawn.
"""

from collections.abc import Iterator

from journal_scls.domain.chiffres.bilan import NON_DISPONIBLE, Bilan
from journal_scls.domain.chiffres.proportion import MASQUE, PETIT_EFFECTIF, SANS_OBJET
from journal_scls.domain.chiffres.tableau import Colonne, Ligne, Tableau
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.texte import grouper

ABSENT = "–"
NOMS_COMPTEURS = {
    "interventions": "Interventions",
    "participations": "Participations",
    "personnes_distinctes": "Personnes distinctes, parmi celles qui ont un code local",
    "references": "Références",
}
NOTES = (
    "Une ligne en retrait est une part de sa base, et non une ligne de plus à additionner.",
    "Un pourcentage est arrondi à l'entier, la demie vers le haut : la somme peut différer de 100.",
)


def compteurs(bilan: Bilan) -> Iterator[tuple[str, str, str]]:
    """The identifier, the name and the value of each counter, then of the time."""
    for nom, libelle in NOMS_COMPTEURS.items():
        affiche = bilan.affiche_compteur(nom)
        yield nom, libelle.split(",")[0] if affiche == NON_DISPONIBLE else libelle, affiche
    minutes = bilan.compteurs.minutes
    yield "minutes", "Durée", ABSENT if minutes is None else ecrire_duree(minutes)


def bases(tableau: Tableau) -> Iterator[str]:
    """The base of each share of a table, the first one with its N."""
    total = tableau.total
    if total is None:
        effectif = "N masqué"
    else:
        petit = ", petit effectif" if 0 < total < PETIT_EFFECTIF else ""
        effectif = f"N = {grouper(total)}{petit}"
    yield f"Base : {tableau.base} ({effectif})"
    for colonne in tableau.parts[1:]:
        yield f"{colonne.titre} : base, {colonne.base}"


def cellules(tableau: Tableau, ligne: Ligne) -> list[str]:
    """The numbers of a row, then its shares; a hidden row says so once."""
    if ligne.masquee:
        vides = len(tableau.nombres) + len(tableau.parts) - 1
        return [ligne.masque] + [ABSENT] * vides
    nombres = [
        _nombre(colonne, nombre)
        for colonne, nombre in zip(tableau.nombres, ligne.nombres, strict=True)
    ]
    return nombres + [part.pourcent for part in ligne.parts]


def _nombre(colonne: Colonne, nombre: int | None) -> str:
    if nombre is None:
        return ABSENT
    return ecrire_duree(nombre) if colonne.id == "minutes" else grouper(nombre)


def lecture(bilan: Bilan) -> Iterator[str]:
    """What one must know not to misread this bilan; only what applies to it."""
    yield from NOTES
    if any(indicateur.proportion.affiche == SANS_OBJET for indicateur in bilan.indicateurs):
        yield f"« {SANS_OBJET} » : sans objet, la base est vide."
    if any(indicateur.proportion.petit_effectif for indicateur in bilan.indicateurs):
        yield (
            f"« petit effectif » : il y en a moins de {PETIT_EFFECTIF} dans la base; une seule "
            "intervention de plus y change beaucoup le pourcentage."
        )
    if k := bilan.parametres.masquage_k:
        yield (
            f"« < {k} » : au moins 1, moins de {k}; « tous sauf < {k} » : il en manque au moins 1, "
            f"moins de {k}; « {ABSENT} » : masqué avec eux."
        )
        yield (
            f"« {MASQUE} » : caché pour que les nombres plus petits que {k} ne se calculent pas, "
            "ni avec les totaux, ni avec les documents déjà publiés; il peut être grand."
        )
