"""The bilan as text for a terminal of 80 columns.

Spaces are plain ones: columns stay aligned in every terminal and a figure is found by searching
what one reads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from journal_scls.domain.chiffres.bilan import Bilan, IndicateurCalcule
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer, comparer_lignes
from journal_scls.domain.chiffres.tableau import Colonne, Tableau
from journal_scls.domain.documents.redaction import ABSENT, bases, cellules, compteurs, lecture
from journal_scls.domain.typographie import espaces_ordinaires, typographier
from journal_scls.reports.redaction import conditions

LARGEUR = 80
_RETRAIT = "  "
_TITRES_COURTS = {
    "interventions": "Interv.",
    "participations": "Particip.",
    "part": "%",
    "part_interventions": "% interv.",
    "part_destination": "% dest.",
}


def ecrire_texte(bilan: Bilan, avant: Bilan | None = None, *, mention: str = "") -> str:
    """The whole bilan; `mention` is said first, such as « DÉMO ».

    With `avant`, each indicator and each row also says how it moved.
    """
    blocs = [
        _entete(bilan, avant, mention),
        _compteurs(bilan),
        ["INDICATEURS", *_indicateurs(bilan.indicateurs, comparer(bilan, avant))],
        *(
            _tableau(t, comparer_lignes(bilan, avant, t.id) if avant else None)
            for t in bilan.tableaux
        ),
        ["LECTURE", *_lecture(bilan)],
    ]
    lignes = "\n\n".join("\n".join(bloc) for bloc in blocs)
    return espaces_ordinaires(lignes) + "\n"


def _entete(bilan: Bilan, avant: Bilan | None, mention: str) -> list[str]:
    lignes = [mention] if mention else []
    lignes.append("BILAN DU SOUTIEN COMMUNAUTAIRE EN LOGEMENT SOCIAL")
    for nom, valeur in conditions(bilan, avant).items():
        lignes += _plier(f"{nom:<12} : {valeur}", suite=15)
    for avertissement in bilan.avertissements:
        lignes += _plier(f"{'À savoir':<12} : {avertissement}", suite=15)
    return lignes


def _compteurs(bilan: Bilan) -> list[str]:
    lignes = ["COMPTEURS (quatre unités qui ne s'additionnent pas, et le temps)"]
    for _, libelle, affiche in compteurs(bilan):
        lignes += _aligner(_RETRAIT + libelle, affiche)
    return lignes


def _indicateurs(
    indicateurs: Iterable[IndicateurCalcule], ecarts: Mapping[str, Comparaison]
) -> Iterator[str]:
    for base, groupe in groupby(indicateurs, key=lambda indicateur: indicateur.base):
        yield from _plier(f"Base : {base}", suite=7)
        for indicateur in groupe:
            retrait = _RETRAIT * (2 if indicateur.sous else 1)
            gauche = f"{retrait}{indicateur.id:<5}{indicateur.libelle}"
            yield from _aligner(gauche, indicateur.proportion.affiche, suite=len(retrait) + 5)
            if ecart := ecarts.get(indicateur.id):
                yield from _aligner(
                    " " * (len(retrait) + 5) + f"Écart : {ecart.affiche}; avant",
                    ecart.avant.affiche,
                    suite=len(retrait) + 5,
                )


def _tableau(tableau: Tableau, ecarts: Mapping[str, Comparaison] | None) -> list[str]:
    lignes = [tableau.titre.upper(), *_bases(tableau)]
    if not tableau.lignes:
        return [*lignes, *_plier(f"{_RETRAIT}{tableau.note or 'Rien à compter.'}", suite=2)]
    rangees = [cellules(tableau, ligne) for ligne in tableau.lignes_utiles]
    titres = [_titre(colonne) for colonne in (*tableau.nombres, *tableau.parts)]
    if ecarts is not None:
        titres.append("Écart")
        for ligne, rangee in zip(tableau.lignes_utiles, rangees, strict=True):
            rangee.append(ecarts[ligne.code].affiche if ligne.code in ecarts else ABSENT)
    largeurs = [max(map(len, colonne)) for colonne in zip(titres, *rangees, strict=True)]
    lignes += _aligner("", _colonnes(titres, largeurs))
    for ligne, rangee in zip(tableau.lignes_utiles, rangees, strict=True):
        retrait = _RETRAIT * (ligne.niveau + 1)
        droite = _colonnes(rangee, largeurs)
        lignes += _aligner(retrait + ligne.libelle, droite, suite=len(retrait) + 2)
    return lignes


def _bases(tableau: Tableau) -> Iterator[str]:
    for base in bases(tableau):
        yield from _plier(base, suite=7)


def _titre(colonne: Colonne) -> str:
    return _TITRES_COURTS.get(colonne.id, colonne.titre)


def _lecture(bilan: Bilan) -> Iterator[str]:
    for note in lecture(bilan):
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
