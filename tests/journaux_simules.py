"""Simulated journals that send lots, and a simulated region to receive them.

A journal here is the least that makes real files: entries with epochs and revisions, lots chained
by incarnation, backups that are restored with or without anybody noticing.
"""

import copy
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine

from journal_scls.application.lots.receptions import Receptions, ResultatFichier
from journal_scls.application.lots.region import Region
from journal_scls.domain.echange.inscription import ClesDossier, Revocation
from journal_scls.domain.profil import Role
from journal_scls.storage.base import SqlBase
from journal_scls.storage.coffre.sceau import Sceau
from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
from journal_scls.sync.lot import conteneur, ecrivain, enregistrement
from journal_scls.sync.lot.cles import IdentiteSecrete
from journal_scls.sync.lot.enregistrement import Retrait, Version
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.manifeste import Entete, Etat, Genre, Politique, empreinte
from journal_scls.sync.lot.recus import LecteurLotsAge
from tests.fabriques import HorlogeFixe, profil
from tests.sync.lot.outils import REGION, SECOURS, identite
from tests.sync.lot.outils import enregistrement as ligne_fictive

NOMS = "ABCDEF"
"""The journals of a property test."""
QUAND = "2025-01-01T00:00:00Z"
CLES = ClesDossier(
    signature=REGION.cle_secrete, age=REGION.identite_age, secours="", epoque=1, depuis_seq=1,
    creee_le=datetime(2025, 1, 1, tzinfo=UTC),
)  # fmt: skip


PROFIL = profil(id=REGION.id, role=Role.COORDINATION, code="COORD")


def uuid(*noms: object) -> UUID:
    return UUID(bytes=hashlib.sha256(repr(noms).encode()).digest()[:16])


@dataclass(frozen=True)
class Fichier:
    """A lot on a key: its bytes, and what it was made of."""

    octets: bytes = field(repr=False)
    clair: bytes = field(repr=False)
    journal: UUID = field(repr=False)
    incarnation: UUID
    epoque: int
    seq: int
    versions: tuple[Version, ...] = field(repr=False)


@dataclass
class JournalSimule:
    """One laptop."""

    nom: str
    incarnation: UUID = field(init=False)
    epoque: int = 1
    seq: int = 0
    prev: str | None = None
    entrees: dict[str, Version] = field(default_factory=dict)
    a_envoyer: set[str] = field(default_factory=set)
    incarnations: int = 1
    identite: IdentiteSecrete = field(init=False)

    def __post_init__(self) -> None:
        self.identite = identite(Role.INTERVENANT, f"simule {self.nom}")
        self.incarnation = uuid(self.nom, "incarnation", 1)

    @property
    def id(self) -> UUID:
        return self.identite.id

    def saisir(self, n: int, **champs: Any) -> None:
        """Make the entry `n`, or its next revision."""
        id_ = str(uuid(self.nom, n))
        avant = self.entrees.get(id_)
        rev = avant.rev + 1 if avant else 1
        self.entrees[id_] = ligne_fictive(id=id_, ep=self.epoque, rev=rev, **champs)
        self.a_envoyer.add(id_)

    def annuler(self, n: int) -> None:
        id_ = str(uuid(self.nom, n))
        if avant := self.entrees.get(id_):
            self.entrees[id_] = Retrait(id=id_, ep=self.epoque, rev=avant.rev + 1)
            self.a_envoyer.add(id_)

    def exporter(self, *, complet: bool = False, **entete: Any) -> Fichier:
        """The next lot, chained to the one before."""
        self.seq += 1
        ids = set(self.entrees) if complet else self.a_envoyer
        versions = tuple(self.entrees[i] for i in sorted(ids))
        clair = self._composer(versions, complet=complet, **entete)
        self.prev = empreinte(manifeste_de(clair))
        self.a_envoyer = set()
        octets = ecrivain.sceller(clair, [REGION.publique.destinataire])
        return Fichier(octets, clair, self.id, self.incarnation, self.epoque, self.seq, versions)

    def _composer(self, versions: Sequence[Version], *, complet: bool, **entete: Any) -> bytes:
        champs: dict[str, Any] = {
            "journal": str(self.id),
            "incarnation": str(self.incarnation),
            "epoch": self.epoque,
            "seq": self.seq,
            "prev": self.prev,
            "kind": Genre.COMPLET if complet else Genre.DELTA,
            "since_ack": 0,
            "to": str(REGION.id),
            "created_at": QUAND,
            "state": self.etat(),
            "policy": Politique(id="REGION_1", digest="1" * 64),
            "app": "journal-scls 0.1.0",
        }
        return ecrivain.composer_lot(
            Entete(**(champs | entete)), versions, self.identite.cle_secrete
        )

    def etat(self) -> Etat:
        cumul = CumulEtat()
        for id_, version in sorted(self.entrees.items()):
            ligne = enregistrement.encoder(version)
            cumul.ajouter(id_, version.rev, enregistrement.empreinte(ligne))
        return cumul.etat

    def copie(self) -> "JournalSimule":
        """A backup, or the folder copied to another computer."""
        return copy.deepcopy(self)

    def restaurer(self, copie: "JournalSimule", *, remarque: bool = True) -> None:
        """Go back to a copy; `remarque` starts a new incarnation, else nobody noticed."""
        ancien = self.incarnations
        epoque = self.epoque
        vars(self).update(vars(copie.copie()))
        if remarque:
            self.incarnations = ancien + 1
            self.epoque = epoque + 1
            self.incarnation = uuid(self.nom, "incarnation", self.incarnations)
            self.seq, self.prev = 0, None
            self.a_envoyer = set(self.entrees)


def resceller(fichier: Fichier) -> bytes:
    """The same lot in another envelope, as a second export makes it."""
    recipients = [REGION.publique.destinataire, SECOURS.publique.destinataire]
    return ecrivain.sceller(fichier.clair, recipients)


def manifeste_de(clair: bytes) -> bytes:
    """The manifest inside a container."""
    return conteneur.lire(clair).manifeste


class RegionSimulee:
    """A coordination's dossier, with the journals that it enrolled."""

    def __init__(
        self,
        engine: Engine,
        dossier: Path,
        horloge: HorlogeFixe | None = None,
        sceau: Sceau | None = None,
    ) -> None:
        self.engine = engine
        self.dossier = dossier
        self.horloge = horloge or HorlogeFixe()
        self.base = SqlBase(engine, self.horloge, sceau)
        self.quarantaine = QuarantaineFichiers(dossier)
        self.lecteur = LecteurLotsAge()
        self.receptions = Receptions(self.base.unite, self.lecteur, self.quarantaine, PROFIL)
        self.region = Region(
            self.base.unite, self.base.unite_de_lecture, self.lecteur, self.horloge
        )

    def preparer(self, journaux: Iterable[JournalSimule] = ()) -> "RegionSimulee":
        with self.base.unite() as unite:
            unite.inscriptions.ajouter_cles(CLES)
            unite.commit()
        for journal in journaux:
            self.inscrire(journal)
        return self

    def inscrire(self, journal: JournalSimule) -> None:
        with self.engine.begin() as connexion:
            connexion.exec_driver_sql(
                "INSERT INTO inscription (journal, code, acceptee_le) VALUES (?, ?, ?)",
                (journal.id.bytes, f"INT-{journal.nom}", QUAND),
            )
        self.ajouter_cle(journal, journal.identite)

    def ajouter_cle(
        self, journal: JournalSimule, cles: IdentiteSecrete, *, rang: int = 1, epoque: int = 1,
        depuis_seq: int = 1,
    ) -> None:  # fmt: skip
        with self.engine.begin() as connexion:
            connexion.exec_driver_sql(
                "INSERT INTO cle_journal (cle, journal, rang, cle_age, epoque, depuis_seq,"
                " acceptee_le) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (cles.publique.cle, journal.id.bytes, rang, cles.publique.destinataire, epoque,
                 depuis_seq, QUAND),
            )  # fmt: skip

    def revoquer(
        self, journal: JournalSimule, apres_seq: int, incarnation: UUID | None = None
    ) -> None:
        revocation = Revocation(
            journal=journal.id, incarnation=incarnation, apres_seq=apres_seq,
            le=self.horloge.maintenant(), raison="vol",
        )  # fmt: skip
        with self.base.unite() as unite:
            unite.inscriptions.revoquer([revocation])
            unite.commit()

    def poser(self, octets: bytes, nom: str = "lot.scls") -> Path:
        """Put a file on a key."""
        place = self.dossier.parent / "clef"
        place.mkdir(exist_ok=True)
        chemin = place / nom
        chemin.write_bytes(octets)
        return chemin

    def importer(self, *fichiers: Fichier | bytes) -> list[ResultatFichier]:
        """Import one after the other, under the same name: only the content matters."""
        lus = []
        for fichier in fichiers:
            octets = fichier.octets if isinstance(fichier, Fichier) else fichier
            lus += self.receptions.importer([self.poser(octets)])
        return lus

    def vues(self) -> dict[str, Any]:
        """Everything that the region says, the hours apart."""
        etat = self.region.etat_region()
        with self.base.unite() as unite:
            depot = unite.receptions
            return {
                "trous": depot.trous(),
                "ruptures": depot.ruptures(),
                "bifurcations": depot.bifurcations(),
                "conflits": depot.conflits(),
                "ecritures": {j.code: j.ecritures for j in etat.journaux},
                "courantes": {str(j.journal): depot.courantes(j.journal) for j in etat.journaux},
                "concordances": {j.code: j.concorde for j in etat.journaux},
                "incarnations": {j.code: j.incarnations for j in etat.journaux},
                "alertes": {j.code: j.alertes for j in etat.journaux},
                "complet": etat.complet,
                "phrase": etat.phrase,
            }
