"""What is held about one person, in structured and commonly used formats: JSON and CSV.

Every field of an entry is written because it is a field: a new one cannot be forgotten here.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from journal_scls.application.lectures import Brouillon, DossierPersonne
from journal_scls.domain.journal.intervention import (
    TRANCHES_AGE,
    Contenu,
    Intervention,
    Reference,
    Statut,
)
from journal_scls.domain.repertoire.lieux import Lieu
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.reports.bilan_csv import neutraliser

_TETE = ("id", "revision", "statut", "saisie_le", "auteur", "raison", "vocabulaire")
_BROUILLON = "brouillon"
# Fields whose codes have labels, and the vocabulary's list of each.
_LISTES = {
    **{nom: nom for nom in ("volet", "activite", "categorie", "clientele", "type_collectif",
                            "modalite", "tenure", "categorie_immeuble")},
    "activites_secondaires": "activite",
    "clienteles_autres": "clientele",
    "problematiques": "problematique",
    "roles": "role",
    "reference.destination": "destination",
    "reference.mode": "mode_reference",
    "reference.statut": "statut_reference",
}  # fmt: skip


def ecrire_personne_json(dossier: DossierPersonne, vocabulaires: Vocabulaires) -> bytes:
    """Everything, every revision and the drafts included, with a line break at the end."""
    redacteur = _Redacteur(dossier.noms, vocabulaires)
    objet = {
        "personne": dossier.code,
        "etabli_le": dossier.etabli_le.isoformat(),
        "interventions": [redacteur.ecriture(revisions) for revisions in dossier.ecritures],
        "brouillons": [
            {"modifie_le": b.modifie_le.isoformat(), "contenu": b.contenu}
            for b in dossier.brouillons
        ],
    }
    return (json.dumps(objet, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def ecrire_personne_csv(dossier: DossierPersonne, vocabulaires: Vocabulaires) -> bytes:
    """The same for a spreadsheet: one revision a line, then one draft a line, as typed."""
    redacteur = _Redacteur(dossier.noms, vocabulaires)
    rangees = [
        _aplatir(redacteur.revision(revision))
        for revisions in dossier.ecritures
        for revision in revisions
    ]
    rangees += [_brouillon(brouillon) for brouillon in dossier.brouillons]
    colonnes = dict.fromkeys((*_TETE, *(nom for rangee in rangees for nom in rangee)))
    tampon = io.StringIO()
    table = csv.DictWriter(tampon, list(colonnes), restval="", delimiter=";", lineterminator="\r\n")
    table.writeheader()
    for rangee in rangees:
        table.writerow({nom: neutraliser(valeur) for nom, valeur in rangee.items()})
    return tampon.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Redacteur:
    """Writes contents in words: labels for codes, names for what the directory names."""

    noms: Mapping[UUID, str]
    vocabulaires: Vocabulaires

    def ecriture(self, revisions: Sequence[Intervention]) -> dict[str, Any]:
        """As it is now, then each of its states."""
        etats = [self.revision(revision) for revision in revisions]
        return etats[-1] | {"revisions": etats}

    def revision(self, revision: Intervention) -> dict[str, Any]:
        """One state, every field of it."""
        return {
            "id": str(revision.id),
            "revision": revision.revision,
            "statut": revision.statut.value,
            "saisie_le": revision.saisie_le.isoformat(),
            "auteur": revision.auteur,
            "raison": revision.raison,
            "vocabulaire": revision.vocabulaire,
            **self._champs(revision.contenu),
        }

    def _champs(self, contenu: Contenu | Lieu) -> dict[str, Any]:
        """Every field under its name; a place is told by its own fields."""
        dits: dict[str, Any] = {}
        for champ in fields(contenu):
            nom, valeur = champ.name, getattr(contenu, champ.name)
            dits |= (
                self._champs(valeur)
                if isinstance(valeur, Lieu)
                else {nom: self._valeur(nom, valeur)}
            )
        return dits

    def _valeur(self, nom: str, valeur: Any) -> Any:
        if nom == "tranches":
            return dict(zip(TRANCHES_AGE, valeur, strict=False))
        if nom == "roles":
            return {self._libelle(nom, code): nombre for code, nombre in valeur}
        if isinstance(valeur, Reference):
            return self._reference(valeur)
        if isinstance(valeur, tuple):
            return [self._valeur(nom, element) for element in valeur]
        return self._simple(nom, valeur)

    def _simple(self, nom: str, valeur: Any) -> Any:
        if isinstance(valeur, UUID):
            return self.noms.get(valeur, str(valeur))
        if isinstance(valeur, date):
            return valeur.isoformat()
        return self._libelle(nom, valeur) if nom in _LISTES else valeur

    def _reference(self, reference: Reference) -> dict[str, Any]:
        service = self.vocabulaires.libelle_service(reference.destination, reference.service)
        dits = {c.name: getattr(reference, c.name) for c in fields(Reference)}
        dits = {nom: self._valeur(f"reference.{nom}", valeur) for nom, valeur in dits.items()}
        return dits | {"service": service}

    def _libelle(self, nom: str, code: str) -> str:
        return self.vocabulaires.libelle(_LISTES[nom], code) if code else ""


def _brouillon(brouillon: Brouillon) -> dict[str, str | int]:
    return {
        "statut": Statut.BROUILLON.value,
        "saisie_le": brouillon.modifie_le.isoformat(),
        _BROUILLON: json.dumps(brouillon.contenu, ensure_ascii=False, sort_keys=True, default=str),
    }


def _aplatir(etat: Mapping[str, Any]) -> dict[str, str | int]:
    return {nom: _cellule(valeur) for nom, valeur in etat.items()}


def _cellule(valeur: Any) -> str | int:
    """Lists with bars, counts by name with colons, as the columns of a journal are written."""
    if isinstance(valeur, Mapping):
        return "|".join(f"{nom}:{'' if v is None else v}" for nom, v in valeur.items())
    if isinstance(valeur, list):
        return " | ".join(str(_cellule(element)) for element in valeur)
    return "" if valeur is None else valeur
