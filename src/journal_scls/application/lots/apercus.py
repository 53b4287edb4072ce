"""The lines of a lot as a person reads them before they leave."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.journal.intervention import TRANCHES_AGE
from journal_scls.domain.vocabulaire import Vocabulaires

_INCONNU = "champ inconnu"
_LISTES = {
    "activite": ("Activité", "activite"),
    "categorie": ("Catégorie", "categorie"),
    "categorie_immeuble": ("Catégorie d'immeuble", "categorie_immeuble"),
    "clientele": ("Clientèle", "clientele"),
    "modalite": ("Modalité", "modalite"),
    "tenure": ("Tenure", "tenure"),
    "type_collectif": ("Type d'action collective", "type_collectif"),
    "volet": ("Volet", "volet"),
}
_SIMPLES = {
    "comite": "Comité",
    "date": "Date",
    "mois": "Mois",
    "duree_min": "Durée (minutes)",
    "fait_marquant": "Fait marquant",
    "mrc": "MRC",
    "nb_personnes": "Personnes",
    "projet": "Projet",
    "vocabulaire": "Édition du vocabulaire",
}
_AUTRES = {
    "milieu": "Milieu",
    "organisme": "Organisme",
    "problematiques": "Problématiques",
    "references": "Références",
    "tranches": "Tranches d'âge",
}
_ORDRE = (
    "date", "mois", "duree_min", "milieu", "organisme", "tenure", "mrc", "categorie_immeuble",
    "volet", "activite", "categorie", "type_collectif", "clientele", "problematiques", "modalite",
    "nb_personnes", "tranches", "references", "projet", "comite", "fait_marquant",
    "vocabulaire",
)  # fmt: skip
_TECHNIQUES = {"id", "ep", "rev", "deleted"}

LireLigne = Callable[[bytes], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class ChampApercu:
    """A field in words."""

    champ: str
    libelle: str
    valeur: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneApercu:
    """A line in words; `retrait` when it only takes back one that left before."""

    id: str
    rev: int
    retrait: bool
    champs: tuple[ChampApercu, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apercu:
    """What would leave: `lignes` are the very bytes, `condense` what an export may be held to.

    `sans_jour` counts the lines that name a month and no building: there is none, it is small,
    or nobody has written how many dwellings it holds. `deja_fait`: the last lot says all of it.
    The digest is the one that the manifest gives of its uncompressed lines (`raw_sha256`).
    """

    seq: int
    genre: GenreLot
    ecritures: int
    retraits: int
    sans_jour: int
    deja_fait: bool
    condense: str
    lignes: Sequence[bytes] = field(repr=False)
    lire_ligne: LireLigne = field(repr=False)
    vocabulaires: Vocabulaires = field(repr=False)

    def decrire(self, ligne: bytes) -> LigneApercu:
        """One of the lines in words; every field of it is there, none is left out."""
        lus = self.lire_ligne(ligne)
        connus = [nom for nom in _ORDRE if nom in lus]
        autres = sorted(set(lus) - set(connus) - _TECHNIQUES)
        return LigneApercu(
            id=str(lus["id"]),
            rev=int(str(lus["rev"])),
            retrait=lus["deleted"] is True,
            champs=tuple(self._champ(nom, lus[nom]) for nom in (*connus, *autres)),
        )

    def _champ(self, nom: str, valeur: Any) -> ChampApercu:
        v = self.vocabulaires
        if nom in _LISTES:
            libelle, liste = _LISTES[nom]
            return ChampApercu(nom, libelle, v.libelle(liste, str(valeur)))
        if nom in _SIMPLES:
            return ChampApercu(nom, _SIMPLES[nom], str(valeur))
        return ChampApercu(nom, _AUTRES.get(nom, _INCONNU), self._texte(nom, valeur))

    def _texte(self, nom: str, valeur: Any) -> str:
        v = self.vocabulaires
        match nom:
            case "milieu" | "organisme":
                return _repere(valeur)
            case "problematiques":
                return ", ".join(v.libelle("problematique", code) for code in valeur)
            case "tranches":
                paires = zip(TRANCHES_AGE, valeur, strict=True)
                return ", ".join(f"{tranche} : {nombre}" for tranche, nombre in paires if nombre)
            case "references":
                return " ; ".join(self._reference(reference) for reference in valeur)
        return str(valeur)

    def _reference(self, r: Mapping[str, str]) -> str:
        v = self.vocabulaires
        return ", ".join(
            (
                v.libelle("destination", r["destination"]),
                v.libelle_service(r["destination"], r["service"]),
                v.libelle("mode_reference", r["mode"]),
                v.libelle("statut_reference", r["statut"]),
            )
        )


def _repere(repere: Mapping[str, str]) -> str:
    return f"{repere['nom']} ({repere['code']})" if "code" in repere else repere["nom"]


def condenser(lignes: Iterable[bytes]) -> str:
    """SHA-256 of the lines as the lot holds them, each with its line break."""
    condense = hashlib.sha256()
    for ligne in lignes:
        condense.update(ligne)
        condense.update(b"\n")
    return condense.hexdigest()
