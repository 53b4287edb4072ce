"""The bilan as one long tidy CSV, made to be opened in Excel in French.

One number a line: a pivot table or a script takes it as it is. The separator, the mark at the
start and the decimal comma are those that Excel reads without being asked.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer, comparer_lignes
from journal_scls.domain.chiffres.proportion import Proportion
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from journal_scls.domain.texte import grouper
from journal_scls.reports.bilan_json import compteurs_en_objet

COLONNES = (
    "section",
    "id",
    "libelle",
    "mesure",
    "base",
    "n",
    "N",
    "part",
    "affiche",
    "petit_effectif",
    "publie",
)
COLONNES_AVANT = ("n_avant", "N_avant", "part_avant", "affiche_avant", "ecart_points")
_SIGNEE = "ecart_points"  # a number of ours that may start with a minus sign
# What a spreadsheet would run, also in the full-width forms that it folds.
_FORMULE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_DECIMALES = 4

Rangee = dict[str, str | int]


def ecrire_csv(bilan: Bilan, avant: Bilan | None = None) -> bytes:
    """The whole bilan, UTF-8 with a mark, CRLF; `avant` adds what it is compared with."""
    tampon = io.StringIO()
    colonnes = (*COLONNES, *COLONNES_AVANT) if avant else COLONNES
    table = csv.DictWriter(tampon, colonnes, restval="", delimiter=";", lineterminator="\r\n")
    table.writeheader()
    for rangee in _rangees(bilan, avant):
        table.writerow({n: v if n == _SIGNEE else neutraliser(v) for n, v in rangee.items()})
    return tampon.getvalue().encode("utf-8-sig")


def neutraliser(valeur: str | int) -> str | int:
    """Keep a spreadsheet from running a name as a formula."""
    if isinstance(valeur, str) and _FORMULE.match(valeur):
        return f"'{valeur}"
    return valeur


def _rangees(bilan: Bilan, avant: Bilan | None) -> Iterator[Rangee]:
    ecarts = comparer(bilan, avant)
    yield from _contexte(bilan, avant)
    for nom, compteur in compteurs_en_objet(bilan.compteurs).items():
        affiche: Rangee = {"affiche": bilan.affiche_compteur(nom)}
        yield _rangee("compteurs", nom, nom, nom, compteur) | affiche
    for indicateur in bilan.indicateurs:
        proportion, mesure = indicateur.proportion, indicateur.mesure.value
        rangee = _rangee("indicateurs", indicateur.id, indicateur.libelle, mesure, proportion.n)
        rangee |= _part(proportion, indicateur.base) | {"publie": indicateur.publie}
        yield rangee | _ecart(ecarts.get(indicateur.id))
    for tableau in bilan.tableaux:
        siens = comparer_lignes(bilan, avant, tableau.id)
        for ligne in tableau.lignes:
            premiere, *autres = _ligne(tableau, ligne)
            yield premiere | _ecart(siens.get(ligne.code))
            yield from autres


def _contexte(bilan: Bilan, avant: Bilan | None) -> Iterator[Rangee]:
    milieu = "oui" if bilan.parametres.milieu_dans_la_base else "non"
    valeurs = (
        ("periode", "du", bilan.periode.du.isoformat()),
        ("periode", "au", bilan.periode.au.isoformat()),
        *_periode_comparee(avant),
        *(("filtres", nom, valeur) for nom, valeur in bilan.filtres_lus),
        ("parametres", "milieu_dans_la_base", milieu),
        ("parametres", "masquage_k", str(bilan.parametres.masquage_k or "aucun")),
        ("vocabulaire", "edition", bilan.vocabulaire),
        *(("avertissements", str(i), texte) for i, texte in enumerate(bilan.avertissements, 1)),
    )
    for section, nom, valeur in valeurs:
        yield {"section": section, "id": nom, "affiche": valeur}


def _periode_comparee(avant: Bilan | None) -> Iterator[tuple[str, str, str]]:
    if avant is not None:
        yield "comparaison", "du", avant.periode.du.isoformat()
        yield "comparaison", "au", avant.periode.au.isoformat()


def _ligne(tableau: Tableau, ligne: Ligne) -> Iterable[Rangee]:
    """One line for each share, then one for each counter that has none."""
    premiere = tableau.nombres[0]
    for colonne, part in zip(tableau.parts, ligne.parts, strict=True):
        rangee = _rangee(tableau.id, ligne.code, ligne.libelle, premiere.id, part.n)
        yield rangee | _part(part, colonne.base)
    for colonne, nombre in list(zip(tableau.nombres, ligne.nombres, strict=True))[1:]:
        affiche = "masqué" if nombre is None else grouper(nombre)
        rangee = _rangee(tableau.id, ligne.code, ligne.libelle, colonne.id, nombre)
        yield rangee | {"affiche": affiche}


def _rangee(section: str, id_: str, libelle: str, mesure: str, n: int | None) -> Rangee:
    return {
        "section": section,
        "id": id_,
        "libelle": libelle,
        "mesure": mesure,
        "n": "" if n is None else n,
    }


def _ecart(comparaison: Comparaison | None) -> Rangee:
    if comparaison is None:
        return {}
    avant = comparaison.avant
    return {
        "n_avant": "" if avant.n is None else avant.n,
        "N_avant": "" if avant.total is None else avant.total,
        "part_avant": _decimal(avant.part, _DECIMALES),
        "affiche_avant": avant.affiche,
        "ecart_points": _decimal(comparaison.points, 1),
    }


def _decimal(nombre: float | None, decimales: int) -> str:
    return "" if nombre is None else f"{nombre:.{decimales}f}".replace(".", ",")


def _part(proportion: Proportion, base: str) -> Rangee:
    return {
        "base": base,
        "N": "" if proportion.total is None else proportion.total,
        "part": _decimal(proportion.part, _DECIMALES),
        "affiche": proportion.affiche,
        "petit_effectif": "oui" if proportion.petit_effectif else "",
    }
