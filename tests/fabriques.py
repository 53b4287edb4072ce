"""Valid values for tests: each one says only what it is about."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from journal_scls.application.lectures import Brouillon
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu, Intervention, Volet
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.repertoire.lieux import EtatMilieu, Lieu, Milieu, Organisme, Tenure
from journal_scls.domain.vocabulaire import Vocabulaires, lire_vocabulaire

RACINE = Path(__file__).resolve().parents[1]
MAINTENANT = datetime(2025, 3, 14, 15, 9, 26, tzinfo=UTC)


@dataclass
class HorlogeFixe:
    """A clock that a test moves by hand."""

    instant: datetime = MAINTENANT

    def maintenant(self) -> datetime:
        return self.instant

    def aujourdhui(self) -> date:
        return self.instant.date()

    def avancer(self, **duree: float) -> None:
        self.instant += timedelta(**duree)


@cache
def vocabulaires() -> Vocabulaires:
    """The editions that are shipped."""
    fichiers = sorted((RACINE / "resources" / "vocabulaire").glob("*.toml"))
    return Vocabulaires(
        tuple(lire_vocabulaire(tomllib.loads(f.read_text("utf-8")), f.name) for f in fichiers)
    )


def contenu(**changes: Any) -> Contenu:
    """A finished individual action, without a milieu."""
    defauts: dict[str, Any] = {
        "date_intervention": date(2025, 3, 14),
        "duree_min": 45,
        "volet": Volet.INDIVIDUEL,
        "activite": "ECOUTE",
        "categorie": "C4",
        "clientele": "AINES",
        "nb_personnes": 1,
    }
    return Contenu(**(defauts | changes))


def intervention(**changes: Any) -> Intervention:
    """A first revision; fields of the content may be given beside those of the entry."""
    propres = set(Intervention.__dataclass_fields__)
    du_contenu = {nom: v for nom, v in changes.items() if nom not in propres}
    defauts: dict[str, Any] = {
        "id": nouvel_identifiant(),
        "vocabulaire": "2022",
        "auteur": "INT-01",
        "creee_le": MAINTENANT,
        "saisie_le": MAINTENANT,
    }
    defauts["contenu"] = changes.pop("contenu", None) or contenu(**du_contenu)
    return Intervention(**(defauts | {n: v for n, v in changes.items() if n in propres}))


def organisme(nom: str = "Office d'habitation de Matane", **changes: Any) -> Organisme:
    return Organisme(**({"id": nouvel_identifiant(), "nom": nom, "tenure": Tenure.OH} | changes))


def milieu(nom: str = "Résidence des Érables", **changes: Any) -> Milieu:
    """A milieu with one state; fields of that state may be given beside its own."""
    propres = set(Milieu.__dataclass_fields__)
    de_l_etat = {"tenure": Tenure.OH, "mrc": "La Matanie", "categorie_immeuble": "FAM"}
    de_l_etat |= {n: v for n, v in changes.items() if n not in propres}
    defauts: dict[str, Any] = {"id": nouvel_identifiant(), "nom": nom}
    if "etats" not in changes:
        defauts["etats"] = (EtatMilieu(**de_l_etat),)
    return Milieu(**(defauts | {n: v for n, v in changes.items() if n in propres}))


def lieu(de: Milieu, jour: date = date(2025, 3, 14)) -> Lieu:
    return de.lieu_le(jour)


def brouillon(**changes: Any) -> Brouillon:
    defauts: dict[str, Any] = {
        "id": nouvel_identifiant(),
        "contenu": {"date": "hier", "duree_min": "1h30", "problematiques": ["ISOLEMENT"]},
        "modifie_le": MAINTENANT,
    }
    return Brouillon(**(defauts | changes))


def profil(**changes: Any) -> Profil:
    defauts: dict[str, Any] = {
        "id": nouvel_identifiant(),
        "role": Role.INTERVENANT,
        "code": "INT-01",
        "cree_le": MAINTENANT,
    }
    return Profil(**(defauts | changes))
