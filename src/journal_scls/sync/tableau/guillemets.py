"""The quotes of one CSV record, read with care when the fast parser gave up or was fooled."""

import re
from dataclasses import dataclass
from typing import ClassVar

# Under five columns a line of a note may well look like a record; a journal has at least five.
_LARGEUR_PROBANTE = 5
_LIGNES_PROBANTES = 2
_FIN_DE_LIGNE = re.compile(r"\r\n?|\n")
_LETTRES = re.compile(r"[^\W\d_]+")
_CHIFFRES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Enregistrement:
    """The cells of a record and where it ends, or why its quotes make no sense."""

    JAMAIS_REFERME: ClassVar[str] = (
        "Un guillemet est ouvert et n'est pas refermé : ajoutez ou retirez un guillemet."
    )
    MAL_PLACE: ClassVar[str] = (
        "Un guillemet est mal placé : dans un texte entre guillemets, il s'écrit deux fois."
    )

    cellules: list[str]
    fin: int
    defaut: str | None = None


def relire(texte: str, debut: int, separateur: str) -> Enregistrement:
    """Read the record that starts at `debut`, without any limit of size."""
    borne = re.compile(f"[{separateur}\r\n]")
    cellules: list[str] = []
    position = debut
    while True:
        if texte.startswith('"', position):
            guillemet = _fermeture(texte, position + 1)
            if guillemet < 0:
                return Enregistrement(cellules, len(texte), Enregistrement.JAMAIS_REFERME)
            fin = _apres_espaces(texte, guillemet + 1)
            if fin < len(texte) and not borne.match(texte, fin):
                raison = _raison(texte[position:guillemet])
                return Enregistrement(cellules, guillemet + 1, raison)
            cellules.append(texte[position + 1 : guillemet].replace('""', '"'))
        else:
            trouve = borne.search(texte, position)
            fin = trouve.start() if trouve else len(texte)
            cellules.append(texte[position:fin])
        if not texte.startswith(separateur, fin):
            saut = _FIN_DE_LIGNE.match(texte, fin)
            return Enregistrement(cellules, saut.end() if saut else fin)
        position = fin + 1


def _fermeture(texte: str, position: int) -> int:
    """Find the quote that closes; a loop, because a regular expression would pile up memory."""
    while (guillemet := texte.find('"', position)) >= 0:
        if not texte.startswith('"', guillemet + 1):
            return guillemet
        position = guillemet + 2
    return -1


def _apres_espaces(texte: str, position: int) -> int:
    while texte.startswith(" ", position):
        position += 1
    return position


def _raison(cite: str) -> str:
    if _FIN_DE_LIGNE.search(cite):
        return Enregistrement.JAMAIS_REFERME
    return Enregistrement.MAL_PLACE


def avale_des_lignes(bloc: str, separateur: str, largeur: int) -> bool:
    """Tell whether the lines below the first one of `bloc` are records of their own.

    Two stray quotes far apart make one well-formed record of all that lies between. The lines
    inside then have as many separators as a record, and the same kind of value (a date, a
    number, a code) in the same column, which the lines of a note do not.
    """
    saut = _FIN_DE_LIGNE.search(bloc)
    if saut is None or largeur < _LARGEUR_PROBANTE:
        return False
    if bloc.count(separateur, saut.end()) < largeur - 1:  # Most often, and much the quickest.
        return False
    premiere, *suite = _FIN_DE_LIGNE.split(bloc.rstrip("\r\n"))
    completes = [ligne for ligne in suite if ligne.count(separateur) >= largeur - 1]
    if not completes:
        return False
    temoin = _temoin(premiere.split('"', 1)[0], separateur)
    if temoin is None:
        return len(suite) >= _LIGNES_PROBANTES and len(completes) == len(suite)
    colonne, allure = temoin
    return any(_allure(ligne.split(separateur)[colonne]) == allure for ligne in completes)


def _temoin(debut: str, separateur: str) -> tuple[int, str] | None:
    """Find the first column before the quote whose value has digits, and its look."""
    for colonne, cellule in enumerate(debut.split(separateur)):
        if _CHIFFRES.search(cellule):
            return colonne, _allure(cellule)
    return None


def _allure(cellule: str) -> str:
    """Reduce `2025-03-14` and `14 mars 2025` to what they have in common with their like."""
    return _CHIFFRES.sub("0", _LETTRES.sub("a", cellule.strip(' "')))
