"""Our keys, our region, the journals of the region: what is pinned is only ever added to."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.domain.echange.inscription import (
    CleJournal,
    ClesDossier,
    Inscription,
    PolitiqueRegion,
    Region,
    Revocation,
)
from journal_scls.storage.coffre.sceau import Sceau
from journal_scls.storage.interventions.mappers import (
    Champs,
    instant,
    lire_instant,
    lire_uuid,
    octets,
)
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.segments.tables_segments import etat_tenu, segment_journal
from journal_scls.storage.sql import executer_tout, inserer

_IDENTITE = inserer(tables_lots.identite, sauf=("id",))
_REGION = inserer(tables_lots.region)
_INVITATION = inserer(tables_lots.invitation)
_INSCRIPTION = inserer(tables_lots.inscription)
_CLE = inserer(tables_lots.cle_journal)
_REVOCATION = inserer(tables_lots.revocation, sauf=("id",))
_PROCHAIN = """SELECT i.epoque, COALESCE(MAX(e.seq), 0) + 1 AS seq
FROM incarnation i LEFT JOIN envoi e ON e.incarnation_id = i.id
GROUP BY i.id, i.epoque ORDER BY i.epoque DESC LIMIT 1"""


class SqlDepotInscriptions:
    """ports_inscriptions.DepotInscriptions on the connection of a unit of work."""

    def __init__(self, connexion: Connection, sceau: Sceau) -> None:
        self._connexion = connexion
        self._sceau = sceau

    # --- ourselves

    def cles(self) -> tuple[ClesDossier, ...]:
        """Our own keys, newest first."""
        lignes = self._lire("SELECT * FROM identite ORDER BY id DESC")
        return tuple(_lire_identite(ligne, self._sceau) for ligne in lignes)

    def ajouter_cles(self, cles: ClesDossier) -> None:
        """Sign with these from now on."""
        le, sceau = instant(cles.creee_le), self._sceau
        ligne = (
            sceau.sceller(cles.signature, f"cle_signature {le}"),
            sceau.sceller_texte(cles.age, f"cle_age {le}"),
            sceau.sceller_texte(cles.secours, f"cle_secours {le}"),
            cles.epoque,
            cles.depuis_seq,
            le,
        )
        self._connexion.exec_driver_sql(_IDENTITE, ligne)

    def prochain_lot(self) -> tuple[int, int]:
        """Epoch and seq of the next lot this journal will make."""
        lignes = self._lire(_PROCHAIN)
        return (lignes[0]["epoque"], lignes[0]["seq"]) if lignes else (1, 1)

    # --- the region of a journal

    def region(self) -> Region | None:
        """The region that was pinned here."""
        lignes = self._lire("SELECT * FROM region")
        return _lire_region(lignes[0]) if lignes else None

    def choisir_region(self, region: Region) -> None:
        """Pin it, instead of one that has not accepted yet (a trigger keeps the others)."""
        self._connexion.exec_driver_sql("DELETE FROM region")
        ligne = (
            1,
            region.uuid.bytes,
            region.nom,
            region.cle,
            json.dumps(region.destinataires),
            _ecrire_politique(region.politique),
            region.nonce,
            instant(region.demandee_le),
            None,
        )
        self._connexion.exec_driver_sql(_REGION, ligne)

    def rejoindre(self, le: datetime) -> None:
        """The region has accepted."""
        self._connexion.exec_driver_sql("UPDATE region SET acceptee_le = ?", (instant(le),))

    # --- the journals of a region

    def ajouter_invitation(self, nonce: bytes, le: datetime) -> None:
        """Remember an invitation given out."""
        self._connexion.exec_driver_sql(_INVITATION, (nonce, instant(le), None))

    def invitee(self, nonce: bytes) -> tuple[bool, UUID | None]:
        """Whether that invitation was given out here, and which journal used it."""
        lignes = self._lire("SELECT journal FROM invitation WHERE nonce = ?", nonce)
        return (True, lire_uuid(lignes[0]["journal"])) if lignes else (False, None)

    def inscrire(self, inscription: Inscription, cle: CleJournal, nonce: bytes) -> None:
        """Keep a journal with its first keys; its invitation is used."""
        journal = inscription.journal.bytes
        ligne = (journal, inscription.code, inscription.nom, instant(inscription.acceptee_le))
        self._connexion.exec_driver_sql(_INSCRIPTION, ligne)
        self.ajouter_cle(cle)
        self._connexion.exec_driver_sql(
            "UPDATE invitation SET journal = ? WHERE nonce = ?", (journal, nonce)
        )

    def inscriptions(self) -> tuple[Inscription, ...]:
        """The journals of the region, by code."""
        lignes = self._lire("SELECT * FROM inscription ORDER BY code, journal")
        return tuple(_lire_inscription(ligne) for ligne in lignes)

    def inscription(self, journal: UUID) -> Inscription | None:
        """One of them."""
        lignes = self._lire("SELECT * FROM inscription WHERE journal = ?", journal.bytes)
        return _lire_inscription(lignes[0]) if lignes else None

    def cles_de(self, journal: UUID) -> tuple[CleJournal, ...]:
        """All the keys of a journal, by rank."""
        texte = "SELECT * FROM cle_journal WHERE journal = ? ORDER BY rang"
        return tuple(_lire_cle(ligne) for ligne in self._lire(texte, journal.bytes))

    def journal_de(self, cle: bytes) -> UUID | None:
        """Whose Ed25519 key this is, of any rank."""
        lignes = self._lire("SELECT journal FROM cle_journal WHERE cle = ?", cle)
        return lire_uuid(lignes[0]["journal"]) if lignes else None

    def cle_age_prise(self, destinataire: str) -> bool:
        """Whether some journal already gave that age recipient."""
        return bool(self._lire("SELECT 1 FROM cle_journal WHERE cle_age = ?", destinataire))

    def ajouter_cle(self, cle: CleJournal) -> None:
        """The next keys of a journal."""
        ligne = (
            cle.cle,
            cle.journal.bytes,
            cle.rang,
            cle.destinataire,
            cle.epoque,
            cle.depuis_seq,
            instant(cle.acceptee_le),
        )
        self._connexion.exec_driver_sql(_CLE, ligne)

    def revocations(self, journal: UUID) -> tuple[Revocation, ...]:
        """What was withdrawn from a journal, oldest first."""
        texte = "SELECT * FROM revocation WHERE journal = ? ORDER BY id"
        return tuple(_lire_revocation(ligne) for ligne in self._lire(texte, journal.bytes))

    def revoquer(self, revocations: Iterable[Revocation]) -> None:
        """Withdraw; for ever."""
        lignes = [
            (r.journal.bytes, octets(r.incarnation), r.apres_seq, instant(r.le), r.raison)
            for r in revocations
        ]
        executer_tout(self._connexion, _REVOCATION, lignes)
        # What was drawn from the lots that no longer count is drawn again.
        for table in (segment_journal, etat_tenu):
            texte = f"DELETE FROM {table.name} WHERE journal = ?"  # noqa: S608 - names of tables
            executer_tout(self._connexion, texte, [(journal,) for journal, *_ in lignes])

    def _lire(self, texte: str, *valeurs: object) -> list[Any]:
        return list(self._connexion.exec_driver_sql(texte, valeurs).mappings())


def _ecrire_politique(politique: PolitiqueRegion) -> str:
    valeur = {"id": politique.id, "digest": politique.condense, "fields": politique.champs}
    return json.dumps(valeur, sort_keys=True)


def _lire_politique(texte: str) -> PolitiqueRegion:
    lue = json.loads(texte)
    return PolitiqueRegion(id=lue["id"], condense=lue["digest"], champs=tuple(lue["fields"]))


def _lire_identite(r: Champs, sceau: Sceau) -> ClesDossier:
    le = r["creee_le"]
    return ClesDossier(
        signature=sceau.ouvrir(bytes(r["cle_signature"]), f"cle_signature {le}"),
        age=sceau.ouvrir_texte(r["cle_age"], f"cle_age {le}"),
        secours=sceau.ouvrir_texte(r["cle_secours"], f"cle_secours {le}"),
        epoque=r["epoque"],
        depuis_seq=r["depuis_seq"],
        creee_le=lire_instant(le),
    )


def _lire_region(r: Champs) -> Region:
    acceptee = r["acceptee_le"]
    return Region(
        uuid=UUID(bytes=r["uuid"]),
        nom=r["nom"],
        cle=bytes(r["cle_signature"]),
        destinataires=tuple(json.loads(r["destinataires"])),
        politique=_lire_politique(r["politique"]),
        nonce=bytes(r["nonce"]),
        demandee_le=lire_instant(r["demandee_le"]),
        acceptee_le=None if acceptee is None else lire_instant(acceptee),
    )


def _lire_inscription(r: Champs) -> Inscription:
    return Inscription(
        journal=UUID(bytes=r["journal"]),
        code=r["code"],
        nom=r["nom"],
        acceptee_le=lire_instant(r["acceptee_le"]),
    )


def _lire_cle(r: Champs) -> CleJournal:
    return CleJournal(
        journal=UUID(bytes=r["journal"]),
        cle=bytes(r["cle"]),
        destinataire=r["cle_age"],
        rang=r["rang"],
        epoque=r["epoque"],
        depuis_seq=r["depuis_seq"],
        acceptee_le=lire_instant(r["acceptee_le"]),
    )


def _lire_revocation(r: Champs) -> Revocation:
    return Revocation(
        journal=UUID(bytes=r["journal"]),
        incarnation=lire_uuid(r["incarnation"]),
        apres_seq=r["apres_seq"],
        le=lire_instant(r["le"]),
        raison=r["raison"],
    )
