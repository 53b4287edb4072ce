"""The bilan as one long tidy CSV, made to be opened in Excel in French.

One number a line: a pivot table or a script takes it as it is. The separator, the mark at the
start and the decimal comma are those that Excel reads without being asked.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from journal_scls.domain.bilan import Bilan
from journal_scls.domain.proportion import Proportion
from journal_scls.domain.tableau import Ligne, Tableau
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
# What a spreadsheet would run, also in the full-width forms that it folds.
_FORMULE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_DECIMALES = 4

Rangee = dict[str, str | int]


def ecrire_csv(bilan: Bilan) -> bytes:
    """The whole bilan, UTF-8 with a mark, CRLF."""
    tampon = io.StringIO()
    table = csv.DictWriter(tampon, COLONNES, restval="", delimiter=";", lineterminator="\r\n")
    table.writeheader()
    for rangee in _rangees(bilan):
        table.writerow({nom: neutraliser(valeur) for nom, valeur in rangee.items()})
    return tampon.getvalue().encode("utf-8-sig")


def neutraliser(valeur: str | int) -> str | int:
    """Keep a spreadsheet from running a name as a formula."""
    if isinstance(valeur, str) and _FORMULE.match(valeur):
        return f"'{valeur}"
    return valeur


def _rangees(bilan: Bilan) -> Iterator[Rangee]:
    yield from _contexte(bilan)
    for nom, compteur in compteurs_en_objet(bilan.compteurs).items():
        affiche: Rangee = {"affiche": bilan.affiche_compteur(nom)}
        yield _rangee("compteurs", nom, nom, nom, compteur) | affiche
    for indicateur in bilan.indicateurs:
        proportion, mesure = indicateur.proportion, indicateur.mesure.value
        rangee = _rangee("indicateurs", indicateur.id, indicateur.libelle, mesure, proportion.n)
        yield rangee | _part(proportion, indicateur.base) | {"publie": indicateur.publie}
    for tableau in bilan.tableaux:
        for ligne in tableau.lignes:
            yield from _ligne(tableau, ligne)


def _contexte(bilan: Bilan) -> Iterator[Rangee]:
    milieu = "oui" if bilan.parametres.milieu_dans_la_base else "non"
    valeurs = (
        ("periode", "du", bilan.periode.du.isoformat()),
        ("periode", "au", bilan.periode.au.isoformat()),
        *(("filtres", nom, valeur) for nom, valeur in bilan.filtres),
        ("parametres", "milieu_dans_la_base", milieu),
        ("parametres", "masquage_k", str(bilan.parametres.masquage_k or "aucun")),
        ("vocabulaire", "edition", bilan.vocabulaire),
        *(("avertissements", str(i), texte) for i, texte in enumerate(bilan.avertissements, 1)),
    )
    for section, nom, valeur in valeurs:
        yield {"section": section, "id": nom, "affiche": valeur}


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


def _part(proportion: Proportion, base: str) -> Rangee:
    part = proportion.part
    return {
        "base": base,
        "N": "" if proportion.total is None else proportion.total,
        "part": "" if part is None else f"{part:.{_DECIMALES}f}".replace(".", ","),
        "affiche": proportion.affiche,
        "petit_effectif": "oui" if proportion.petit_effectif else "",
    }
