"""The bilan as JSON, for scripts: the shape of contracts.md section 4.

Each row of a table says its own base, like an indicator does, and `n` repeats its first counter;
a second share has the same keys with the suffix of its name (`part_destination`, `N_destination`).
A bilan that is compared says the other period in `comparaison`, and each indicator and row its
share of then in `avant` and the difference in points in `ecart` (null where there is none).
"""

import json
from collections.abc import Mapping
from typing import Any

from journal_scls.domain.chiffres.bilan import Bilan, Compteurs, IndicateurCalcule
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer, comparer_lignes
from journal_scls.domain.chiffres.proportion import Proportion
from journal_scls.domain.chiffres.tableau import PART, Ligne, Tableau


def ecrire_json(bilan: Bilan, avant: Bilan | None = None) -> str:
    """The whole bilan, compared with another if there is one; a line break at the end."""
    return json.dumps(bilan_en_objet(bilan, avant), ensure_ascii=False, indent=2) + "\n"


def bilan_en_objet(bilan: Bilan, avant: Bilan | None = None) -> dict[str, Any]:
    """The bilan in dictionaries and lists; keys in the order they are shown."""
    ecarts = comparer(bilan, avant)
    return {
        "periode": _periode(bilan),
        **({"comparaison": _periode(avant)} if avant else {}),
        "filtres": dict(bilan.filtres),
        "parametres": {
            "milieu_dans_la_base": bilan.parametres.milieu_dans_la_base,
            "masquage_k": bilan.parametres.masquage_k,
        },
        "vocabulaire": bilan.vocabulaire,
        "compteurs": compteurs_en_objet(bilan.compteurs),
        "indicateurs": [
            _indicateur(i) | (_ecart(ecarts.get(i.id)) if avant else {}) for i in bilan.indicateurs
        ],
        "tableaux": {
            tableau.id: _lignes(tableau, comparer_lignes(bilan, avant, tableau.id), avant)
            for tableau in bilan.tableaux
        },
        "avertissements": list(bilan.avertissements),
    }


def _periode(bilan: Bilan) -> dict[str, str]:
    return {"du": bilan.periode.du.isoformat(), "au": bilan.periode.au.isoformat()}


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
        "compte": indicateur.compte,
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


def _ecart(comparaison: Comparaison | None) -> dict[str, Any]:
    """How a share moved; null for a row that the other period does not have."""
    if comparaison is None:
        return {"avant": None, "ecart": None, "ecart_affiche": ""}
    return {
        "avant": {"n": comparaison.avant.n, **_part(comparaison.avant, "")},
        "ecart": comparaison.points,
        "ecart_affiche": comparaison.affiche,
    }


def _lignes(
    tableau: Tableau, ecarts: Mapping[str, Comparaison], avant: Bilan | None
) -> list[dict[str, Any]]:
    return [
        _ligne(tableau, ligne) | (_ecart(ecarts.get(ligne.code)) if avant else {})
        for ligne in tableau.lignes
    ]


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
