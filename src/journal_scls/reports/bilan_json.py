"""The bilan as JSON, for scripts: the shape of contracts.md section 4.

Each row of a table says its own base, like an indicator does, and `n` repeats its first counter;
a second share has the same keys with the suffix of its name (`part_destination`, `N_destination`).
"""

import json
from typing import Any

from journal_scls.domain.bilan import Bilan, Compteurs, IndicateurCalcule
from journal_scls.domain.proportion import Proportion
from journal_scls.domain.tableau import PART, Ligne, Tableau


def ecrire_json(bilan: Bilan) -> str:
    """The whole bilan, with a line break at the end."""
    return json.dumps(bilan_en_objet(bilan), ensure_ascii=False, indent=2) + "\n"


def bilan_en_objet(bilan: Bilan) -> dict[str, Any]:
    """The bilan in dictionaries and lists; keys in the order they are shown."""
    return {
        "periode": {"du": bilan.periode.du.isoformat(), "au": bilan.periode.au.isoformat()},
        "filtres": dict(bilan.filtres),
        "parametres": {
            "milieu_dans_la_base": bilan.parametres.milieu_dans_la_base,
            "masquage_k": bilan.parametres.masquage_k,
        },
        "vocabulaire": bilan.vocabulaire,
        "compteurs": compteurs_en_objet(bilan.compteurs),
        "indicateurs": [_indicateur(indicateur) for indicateur in bilan.indicateurs],
        "tableaux": {tableau.id: _lignes(tableau) for tableau in bilan.tableaux},
        "avertissements": list(bilan.avertissements),
    }


def compteurs_en_objet(compteurs: Compteurs) -> dict[str, int | None]:
    """The counters by name."""
    return {
        "interventions": compteurs.interventions,
        "participations": compteurs.participations,
        "personnes_distinctes": compteurs.personnes_distinctes,
        "references": compteurs.references,
        "minutes": compteurs.minutes,
    }


def _indicateur(indicateur: IndicateurCalcule) -> dict[str, Any]:
    return {
        "id": indicateur.id,
        "libelle": indicateur.libelle,
        "mesure": indicateur.mesure.value,
        "base": indicateur.base,
        "n": indicateur.proportion.n,
        **_part(indicateur.proportion, ""),
        "sous": indicateur.sous or None,
        "publie": indicateur.publie or None,
    }


def _part(proportion: Proportion, suffixe: str) -> dict[str, Any]:
    return {
        f"N{suffixe}": proportion.total,
        f"part{suffixe}": proportion.part,
        f"affiche{suffixe}": proportion.affiche,
        f"petit_effectif{suffixe}": proportion.petit_effectif,
    }


def _lignes(tableau: Tableau) -> list[dict[str, Any]]:
    return [_ligne(tableau, ligne) for ligne in tableau.lignes]


def _ligne(tableau: Tableau, ligne: Ligne) -> dict[str, Any]:
    objet: dict[str, Any] = {"code": ligne.code, "libelle": ligne.libelle, "niveau": ligne.niveau}
    if tableau.id == "references":
        destination, _, service = ligne.code.partition(":")
        objet |= {"destination": destination, "service": service if ligne.niveau else None}
    objet["n"] = ligne.nombres[0]
    for colonne, nombre in zip(tableau.nombres, ligne.nombres, strict=True):
        objet[colonne.id] = nombre
    for colonne, proportion in zip(tableau.parts, ligne.parts, strict=True):
        suffixe = colonne.id.removeprefix(PART)
        objet[f"base{suffixe}"] = colonne.base
        objet |= _part(proportion, suffixe)
    return objet
