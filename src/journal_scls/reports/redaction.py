"""What the figures of a printed bilan depend on, in words."""

from collections.abc import Mapping

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.reports.typographie import date_longue, periode_longue

NOMS_FILTRES = {
    "mrc": "MRC",
    "organisme": "organisme",
    "organismes": "organisme d'aujourd'hui",
    "milieu": "milieu",
    "tenure": "tenure",
    "volet": "volet",
    "activite": "activité",
    "clientele": "clientèle",
    "projets": "projet ou comité",
    "texte": "texte cherché",
}


def conditions(bilan: Bilan, avant: Bilan | None = None) -> Mapping[str, str]:
    """What the figures depend on, by name."""
    comparaison = {"Comparé à": periode_longue(avant.periode)} if avant else {}
    parametres = bilan.parametres
    filtres = [f"{NOMS_FILTRES.get(nom, nom)} = {valeur}" for nom, valeur in bilan.filtres_lus]
    k = parametres.masquage_k
    masquage = f"un nombre plus petit que {k}, sauf 0, devient « < {k} »" if k else "aucun"
    milieu = "compris dans les bases" if parametres.milieu_dans_la_base else "retiré des bases"
    return {
        "Période": periode_longue(bilan.periode),
        **comparaison,
        "Filtres": ", ".join(filtres) or "aucun",
        "Volet Milieu": milieu,
        "Masquage": masquage,
        "Vocabulaire": f"édition {bilan.vocabulaire}",
        "Établi le": date_longue(bilan.etabli_le),
    }
