"""The bilan as text for a terminal of 80 columns.

Spaces are plain ones: columns stay aligned in every terminal and a figure is found by searching
what one reads.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from journal_scls.domain.bilan import NON_DISPONIBLE, Bilan, IndicateurCalcule
from journal_scls.domain.proportion import PETIT_EFFECTIF, SANS_OBJET
from journal_scls.domain.tableau import Colonne, Ligne, Tableau
from journal_scls.domain.texte import grouper
from journal_scls.reports.typographie import (
    date_longue,
    duree,
    espaces_ordinaires,
    periode_longue,
    typographier,
)

LARGEUR = 80
_RETRAIT = "  "
_ABSENT = "–"
NOMS_FILTRES = {
    "mrc": "MRC",
    "organisme": "organisme",
    "milieu": "milieu",
    "tenure": "tenure",
    "volet": "volet",
    "activite": "activité",
    "clientele": "clientèle",
    "texte": "texte cherché",
}
NOMS_COMPTEURS = {
    "interventions": "Interventions",
    "participations": "Participations",
    "personnes_distinctes": "Personnes distinctes, parmi celles qui ont un code local",
    "references": "Références",
}
_TITRES_COURTS = {
    "interventions": "Interv.",
    "participations": "Particip.",
    "part": "%",
    "part_interventions": "% interv.",
    "part_destination": "% dest.",
}
NOTES = (
    "Une ligne en retrait est une part de sa base, et non une ligne de plus à additionner.",
    "Un pourcentage est arrondi à l'entier, la demie vers le haut : la somme peut différer de 100.",
)


def ecrire_texte(bilan: Bilan, *, mention: str = "") -> str:
    """The whole bilan; `mention` is said first, such as « DÉMO »."""
    blocs = [
        _entete(bilan, mention),
        _compteurs(bilan),
        ["INDICATEURS", *_indicateurs(bilan.indicateurs)],
        *(_tableau(tableau) for tableau in bilan.tableaux),
        ["LECTURE", *_lecture(bilan)],
    ]
    lignes = "\n\n".join("\n".join(bloc) for bloc in blocs)
    return espaces_ordinaires(lignes) + "\n"


def _entete(bilan: Bilan, mention: str) -> list[str]:
    parametres = bilan.parametres
    filtres = [f"{NOMS_FILTRES.get(nom, nom)} = {valeur}" for nom, valeur in bilan.filtres]
    k = parametres.masquage_k
    masquage = f"un nombre plus petit que {k}, sauf 0, devient « < {k} »" if k else "aucun"
    milieu = "compris dans les bases" if parametres.milieu_dans_la_base else "retiré des bases"
    champs = {
        "Période": periode_longue(bilan.periode),
        "Filtres": ", ".join(filtres) or "aucun",
        "Volet Milieu": milieu,
        "Masquage": masquage,
        "Vocabulaire": f"édition {bilan.vocabulaire}",
        "Établi le": date_longue(bilan.etabli_le),
    }
    lignes = [mention] if mention else []
    lignes.append("BILAN DU SOUTIEN COMMUNAUTAIRE EN LOGEMENT SOCIAL")
    for nom, valeur in champs.items():
        lignes += _plier(f"{nom:<12} : {valeur}", suite=15)
    for avertissement in bilan.avertissements:
        lignes += _plier(f"{'À savoir':<12} : {avertissement}", suite=15)
    return lignes


def _compteurs(bilan: Bilan) -> list[str]:
    compteurs = bilan.compteurs
    masque = f"< {bilan.parametres.masquage_k}"
    lignes = ["COMPTEURS (quatre unités qui ne s'additionnent pas, et le temps)"]
    for nom, libelle in NOMS_COMPTEURS.items():
        valeur = getattr(compteurs, nom)
        affiche = masque if valeur is None else grouper(valeur)
        if nom == "personnes_distinctes" and not bilan.personnes_connues:
            lignes += _aligner(f"{_RETRAIT}Personnes distinctes", NON_DISPONIBLE)
        else:
            lignes += _aligner(_RETRAIT + libelle, affiche)
    temps = _ABSENT if compteurs.minutes is None else duree(compteurs.minutes)
    return lignes + _aligner(_RETRAIT + "Durée", temps)


def _indicateurs(indicateurs: Iterable[IndicateurCalcule]) -> Iterator[str]:
    for base, groupe in groupby(indicateurs, key=lambda indicateur: indicateur.base):
        yield from _plier(f"Base : {base}", suite=7)
        for indicateur in groupe:
            retrait = _RETRAIT * (2 if indicateur.sous else 1)
            gauche = f"{retrait}{indicateur.id:<5}{indicateur.libelle}"
            yield from _aligner(gauche, indicateur.proportion.affiche, suite=len(retrait) + 5)


def _tableau(tableau: Tableau) -> list[str]:
    lignes = [tableau.titre.upper(), *_bases(tableau)]
    if not tableau.lignes:
        return [*lignes, f"{_RETRAIT}Rien à compter."]
    rangees = [_cellules(tableau, ligne) for ligne in tableau.lignes_utiles]
    titres = [_titre(colonne) for colonne in (*tableau.nombres, *tableau.parts)]
    largeurs = [max(map(len, colonne)) for colonne in zip(titres, *rangees, strict=True)]
    lignes += _aligner("", _colonnes(titres, largeurs))
    for ligne, cellules in zip(tableau.lignes_utiles, rangees, strict=True):
        retrait = _RETRAIT * (ligne.niveau + 1)
        droite = _colonnes(cellules, largeurs)
        lignes += _aligner(retrait + ligne.libelle, droite, suite=len(retrait) + 2)
    return lignes


def _bases(tableau: Tableau) -> Iterator[str]:
    total = tableau.total
    if total is None:
        effectif = "N masqué"
    else:
        effectif = f"N = {grouper(total)}" + (
            ", petit effectif" if 0 < total < PETIT_EFFECTIF else ""
        )
    yield from _plier(f"Base : {tableau.base} ({effectif})", suite=7)
    for colonne in tableau.parts[1:]:
        yield from _plier(f"{colonne.titre} : base, {colonne.base}", suite=7)


def _titre(colonne: Colonne) -> str:
    return _TITRES_COURTS.get(colonne.id, colonne.titre)


def _cellules(tableau: Tableau, ligne: Ligne) -> list[str]:
    if ligne.masquee:
        vides = len(tableau.nombres) + len(tableau.parts) - 1
        masque = next(part.affiche for part in reversed(ligne.parts) if part.n is None)
        return [masque] + [_ABSENT] * vides
    nombres = [
        _nombre(colonne, nombre)
        for colonne, nombre in zip(tableau.nombres, ligne.nombres, strict=True)
    ]
    return nombres + [part.pourcent for part in ligne.parts]


def _nombre(colonne: Colonne, nombre: int | None) -> str:
    if nombre is None:
        return _ABSENT
    return duree(nombre) if colonne.id == "minutes" else grouper(nombre)


def _lecture(bilan: Bilan) -> Iterator[str]:
    """What one must know not to misread this bilan; only what applies to it."""
    notes = list(NOTES)
    if any(indicateur.proportion.affiche == SANS_OBJET for indicateur in bilan.indicateurs):
        notes.append(f"« {SANS_OBJET} » : sans objet, la base est vide.")
    if any(indicateur.proportion.petit_effectif for indicateur in bilan.indicateurs):
        notes.append(
            f"« petit effectif » : il y en a moins de {PETIT_EFFECTIF} dans la base; une seule "
            "intervention de plus y change beaucoup le pourcentage."
        )
    if k := bilan.parametres.masquage_k:
        notes.append(
            f"« < {k} » : au moins 1, moins de {k}; « tous sauf < {k} » : il en manque au moins 1, "
            f"moins de {k}; « {_ABSENT} » : masqué avec eux."
        )
    for note in notes:
        yield from _plier(f"- {note}", suite=2)


def _colonnes(cellules: Sequence[str], largeurs: Sequence[int]) -> str:
    return _RETRAIT.join(
        cellule.rjust(largeur) for cellule, largeur in zip(cellules, largeurs, strict=True)
    )


def _aligner(gauche: str, droite: str, *, suite: int = 4) -> list[str]:
    """The left text and the right one on a line, the left one folded when it must be."""
    libre = LARGEUR - len(droite) - len(_RETRAIT)
    lignes = wrap(typographier(gauche), max(libre, 24), subsequent_indent=" " * suite) or [""]
    if len(lignes[-1]) > libre:
        return [*lignes, droite.rjust(LARGEUR)]
    return [*lignes[:-1], lignes[-1].ljust(LARGEUR - len(droite)) + droite]


def _plier(texte: str, *, suite: int) -> list[str]:
    return wrap(typographier(texte), LARGEUR, subsequent_indent=" " * suite)
