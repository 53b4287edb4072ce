"""What an indicator counts, in words: the labels of its criteria, never their codes."""

from collections.abc import Iterator

from journal_scls.domain.chiffres.comptes import AVEC_REFERENCE
from journal_scls.domain.chiffres.indicateurs import LISTES_DES_CHAMPS, Critere, Indicateur
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.vocabulaire import Vocabulaires

_NOMS_CHAMPS = {
    "tenure": "tenure",
    "clientele": "clientèle principale",
    "categorie_immeuble": "catégorie d'immeuble",
    "volet": "volet",
    "type_collectif": "type d'action collective",
    "destination": "destination",
    "service": "service",
    "activite": "activité",
    "categorie": "catégorie",
    "modalite": "modalité",
    "mode": "mode",
    "statut": "suite",
}
_TOUT_COMPTE = {
    Mesure.INTERVENTIONS: "",
    Mesure.PARTICIPATIONS: "nombre de personnes, ",
    Mesure.REFERENCES: "références, ",
}


def ecrire_compte(definition: Indicateur, vocabulaires: Vocabulaires) -> str:
    """« clientèle principale « Jeunes » ou « Familles » », as those editions label it."""
    criteres = (_critere(c, definition, vocabulaires) for c in definition.numerateur)
    return _TOUT_COMPTE[definition.mesure] + "; ".join(criteres)


def _critere(critere: Critere, definition: Indicateur, vocabulaires: Vocabulaires) -> str:
    if critere.champ == AVEC_REFERENCE:
        return "au moins une référence"
    libelles = (f"« {libelle} »" for libelle in _libelles(critere, definition, vocabulaires))
    sauf = " autre que" if critere.sauf else ""
    return f"{_NOMS_CHAMPS[critere.champ]}{sauf} {' ou '.join(libelles)}"


def _libelles(
    critere: Critere, definition: Indicateur, vocabulaires: Vocabulaires
) -> Iterator[str]:
    """In the order of the vocabulary; a service is called as the destination of the base says."""
    if critere.champ != "service":
        liste = LISTES_DES_CHAMPS[critere.champ]
        ordre = vocabulaires.codes(liste)
        yield from (vocabulaires.libelle(liste, code) for code in ordre if code in critere.codes)
        return
    destinations = [c for d in definition.denominateur if d.champ == "destination" for c in d.codes]
    for code in sorted(critere.codes):
        yield vocabulaires.libelle_service(next(iter(destinations), ""), code)
