"""Fictional keys and lots: what the tests of the format start from."""

import datetime as dt
import hashlib
from typing import Any
from uuid import UUID

from journal_scls.domain.profil import Role
from journal_scls.sync.lot import bech32, ecrivain, lecteur
from journal_scls.sync.lot.cles import IdentiteSecrete
from journal_scls.sync.lot.enregistrement import (
    Enregistrement,
    ReferenceLot,
    Repere,
    Retrait,
    Version,
)
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.manifeste import Entete, Etat, Genre, PeriodeLot, Politique
from journal_scls.sync.lot.refus import Issue


def identite(role: Role, nom: str) -> IdentiteSecrete:
    """The same keys at each run: the golden files depend on them."""

    def tirer(usage: str) -> bytes:
        return hashlib.sha256(f"cles fictives de test, {nom}, {usage}".encode()).digest()

    return IdentiteSecrete(
        role=role,
        id=UUID(bytes=tirer("id")[:16]),
        cle_secrete=tirer("signature"),
        identite_age=bech32.encoder("age-secret-key-", tirer("age")).upper(),
    )


JOURNAL = identite(Role.INTERVENANT, "journal")
AUTRE_JOURNAL = identite(Role.INTERVENANT, "autre journal")
INCONNU = identite(Role.INTERVENANT, "inconnu")
NOUVELLE_CLE = identite(Role.INTERVENANT, "journal, nouvelle clé pas encore annoncée")
REGION = identite(Role.COORDINATION, "region")
SECOURS = identite(Role.COORDINATION, "secours de la region")
AUTRE_REGION = identite(Role.COORDINATION, "autre region")
DESTINATAIRES = (REGION.publique.destinataire, SECOURS.publique.destinataire)
REGISTRE = {i.publique.cle: i.id for i in (JOURNAL, AUTRE_JOURNAL)}
INCARNATION = UUID(int=0xC0FFEE)


def numero(n: int) -> str:
    return str(UUID(int=n))


def enregistrement(n: int = 1, **changes: Any) -> Enregistrement:
    """A large building: the milieu is named and the day is known."""
    champs: dict[str, Any] = {
        "id": numero(n),
        "ep": 1,
        "rev": 1,
        "date": dt.date(2025, 3, 14),
        "duree_min": 45,
        "milieu": Repere(code="HLM-12", nom="Habitations Les Érables"),
        "organisme": Repere(nom="Office d'habitation fictif"),
        "tenure": "OH",
        "mrc": "Les Collines-de-l'Outaouais",
        "categorie_immeuble": "FAM",
        "volet": "INDIVIDUEL",
        "categorie": "C4",
        "activite": "ECOUTE",
        "clientele": "FAMILLES",
        "problematiques": ("ISOLEMENT",),
        "modalite": "SUR_PLACE",
        "nb_personnes": 1,
        "tranches": (0, 0, 1, 0, 0),
        "references": (
            ReferenceLot(destination="CISSS", service="SAPA", mode="SIMPLE", statut="FAITE"),
        ),
        "vocabulaire": "2022",
    }
    return Enregistrement(**(champs | changes))


def petit_milieu(n: int, **changes: Any) -> Enregistrement:
    """A small building: the organisme and the month only."""
    return enregistrement(n, date=None, mois="2025-03", milieu=None, **changes)


def versions() -> list[Version]:
    return [enregistrement(1), petit_milieu(2), Retrait(id=numero(3), ep=1, rev=2)]


def entete(**changes: Any) -> Entete:
    champs: dict[str, Any] = {
        "journal": str(JOURNAL.id),
        "incarnation": str(INCARNATION),
        "epoch": 1,
        "seq": 1,
        "kind": Genre.DELTA,
        "since_ack": 0,
        "to": str(REGION.id),
        "period": PeriodeLot(du="2025-03-01", au="2025-03-31"),
        "created_at": "2025-04-01T12:00:00Z",
        "state": Etat(count=3, digest="0" * 64),
        "policy": Politique(id="REGION_1", digest="1" * 64),
        "app": "journal-scls 0.1.0",
    }
    return Entete(**(champs | changes))


def conteneur(**changes: Any) -> bytes:
    return conteneur_de(JOURNAL, **changes)


def conteneur_de(signataire: IdentiteSecrete, **changes: Any) -> bytes:
    return ecrivain.composer_lot(entete(**changes), versions(), signataire.cle_secrete)


def etat_de(lu: lecteur.LotLu) -> Etat:
    cumul = CumulEtat()
    for ligne in lu.lignes():
        cumul.ajouter(ligne.version.id, ligne.version.rev, ligne.empreinte)
    return cumul.etat


def lire(octets: bytes) -> lecteur.LotLu | Issue:
    """What the region does with the bytes of a file."""
    return lecteur.lire_lot(octets, [REGION.identite_age], REGISTRE.get, region=REGION.id)


def lire_clair(octets: bytes) -> lecteur.LotLu | Issue:
    return lecteur.lire_conteneur(octets, REGISTRE.get, region=REGION.id)
