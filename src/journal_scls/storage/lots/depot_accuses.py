"""Accusés in the encrypted file: what the region has, what it said, what the journal concluded.

What is kept of an accusé is our own writing of its content, read back as it was written; the
signed bytes were judged before, in sync.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.ports_accuses import AccuseEmis
from journal_scls.domain.echange.accuse import (
    Accuse,
    CleLot,
    DemandeAccuse,
    EnvoiConnu,
    IncarnationAccusee,
    LotAccuse,
    SuiteRecue,
)
from journal_scls.storage.interventions.mappers import instant
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.sql import executer_tout, inserer

_RECU = f"{inserer(tables_lots.accuse_recu)} ON CONFLICT DO NOTHING RETURNING numero"
_EMIS = inserer(tables_lots.accuse_emis)
_DECISION = inserer(tables_lots.decision, sauf=("id",))
_ENVOIS = """SELECT i.uuid, i.epoque, e.seq, e.empreinte, e.genre, e.accuse
FROM envoi e JOIN incarnation i ON i.id = e.incarnation_id ORDER BY i.epoque, e.seq"""
_CONTENEUR = """SELECT e.conteneur FROM envoi e JOIN incarnation i ON i.id = e.incarnation_id
WHERE i.uuid = ? AND e.seq = ?"""
# Never back to false: an accusé says what was received, and that does not cease to be true.
_MARQUER = """UPDATE envoi SET accuse = TRUE WHERE seq = ? AND NOT accuse
AND incarnation_id = (SELECT id FROM incarnation WHERE uuid = ?)"""
_RECEPTIONS = """SELECT incarnation, epoque, seq, empreinte, precedente, etat_nombre, etat_condense
FROM reception WHERE journal = ?"""
_COURANTES = """SELECT entree, rev, empreinte FROM version_courante
WHERE journal = ? ORDER BY entree"""
_DERNIER = "SELECT * FROM accuse_emis WHERE journal = ? ORDER BY numero DESC LIMIT 1"
COMPLET = "complet"


class SqlDepotAccuses:
    """ports_accuses.DepotAccuses on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    # --- the journal

    def incarnations(self) -> tuple[UUID, ...]:
        """The lives of this journal, oldest first."""
        return tuple(
            UUID(bytes=uuid)
            for (uuid,) in self._lire("SELECT uuid FROM incarnation ORDER BY epoque")
        )

    def envois(self) -> tuple[EnvoiConnu, ...]:
        """The lots this journal made, oldest first."""
        return tuple(
            EnvoiConnu(
                incarnation=UUID(bytes=uuid),
                epoque=epoque,
                seq=seq,
                empreinte=empreinte,
                complet=genre == COMPLET,
                accuse=bool(accuse),
            )
            for uuid, epoque, seq, empreinte, genre, accuse in self._lire(_ENVOIS)
        )

    def conteneur(self, lot: CleLot) -> bytes | None:
        """The exact container of one of them."""
        lignes = self._lire(_CONTENEUR, lot[0].bytes, lot[1])
        return bytes(lignes[0][0]) if lignes else None

    def marquer(self, lots: Iterable[CleLot]) -> None:
        """These were received; a mark is never taken back."""
        lignes = [(seq, incarnation.bytes) for incarnation, seq in lots]
        executer_tout(self._connexion, _MARQUER, lignes)

    def recus(self) -> tuple[Accuse, ...]:
        """The accusés taken in, highest number first."""
        texte = "SELECT contenu FROM accuse_recu ORDER BY numero DESC, empreinte"
        return tuple(_lire_accuse(contenu) for (contenu,) in self._lire(texte))

    def prendre(self, accuse: Accuse, empreinte: str, le: datetime) -> bool:
        """Keep an accusé; False when this very one was already taken in."""
        ligne = (empreinte, accuse.numero, _ecrire_accuse(accuse), instant(le))
        return bool(self._lire(_RECU, *ligne))

    # --- the region

    def lots_recus(self, journal: UUID) -> Iterator[LotAccuse]:
        """Every lot the region received of a journal, in no promised order."""
        for incarnation, *reste in self._lire(_RECEPTIONS, journal.bytes):
            epoque, seq, empreinte, precedente, nombre, condense = reste
            yield LotAccuse(
                incarnation=UUID(bytes=incarnation),
                epoque=epoque,
                seq=seq,
                empreinte=empreinte,
                precedente=precedente,
                etat_nombre=nombre,
                etat_condense=condense,
            )

    def versions_courantes(self, journal: UUID) -> Iterator[tuple[UUID, int, bytes]]:
        """Current versions (entry, revision, digest) by increasing entry, tombstones included."""
        for entree, rev, empreinte in self._connexion.exec_driver_sql(_COURANTES, (journal.bytes,)):
            yield UUID(bytes=entree), rev, bytes(empreinte)

    def dernier_emis(self, journal: UUID) -> AccuseEmis | None:
        """The last accusé made for a journal."""
        lignes = self._connexion.exec_driver_sql(_DERNIER, (journal.bytes,)).mappings().all()
        if not lignes:
            return None
        return AccuseEmis(
            accuse=_lire_accuse(lignes[0]["contenu"]), empreinte=lignes[0]["empreinte"]
        )

    def emettre(self, emis: AccuseEmis, le: datetime) -> None:
        """Keep an accusé that was made."""
        accuse = emis.accuse
        ligne = (accuse.journal.bytes, accuse.numero, emis.empreinte, _ecrire_accuse(accuse),
                 instant(le))  # fmt: skip
        self._connexion.exec_driver_sql(_EMIS, ligne)

    # --- decisions

    def decisions(self, journal: UUID) -> frozenset[str]:
        """What was already decided about (keys of objections)."""
        texte = "SELECT objet FROM decision WHERE journal = ?"
        return frozenset(str(objet) for (objet,) in self._lire(texte, journal.bytes))

    def decider(
        self, journal: UUID, objets: Iterable[str], choix: str, raison: str, le: datetime
    ) -> None:
        """Record a person's decision, for ever."""
        lignes = [(journal.bytes, objet, choix, raison, instant(le)) for objet in objets]
        executer_tout(self._connexion, _DECISION, lignes)

    def _lire(self, texte: str, *valeurs: object) -> list[Any]:
        return list(self._connexion.exec_driver_sql(texte, valeurs))


def _ecrire_accuse(accuse: Accuse) -> str:
    valeur = {
        "region": str(accuse.region),
        "journal": str(accuse.journal),
        "numero": accuse.numero,
        "etat": [accuse.etat_nombre, accuse.etat_condense],
        "demande": accuse.demande.value,
        "revoque": accuse.revoque,
        "incarnations": [
            {
                "id": str(vie.id),
                "epoque": vie.epoque,
                "recus": [[s.du, s.au, s.empreinte] for s in vie.recus],
                "manquants": vie.manquants,
                "bifurcations": vie.bifurcations,
            }
            for vie in accuse.incarnations
        ],
    }
    return json.dumps(valeur, sort_keys=True)


def _lire_accuse(texte: str) -> Accuse:
    lu = json.loads(texte)
    return Accuse(
        region=UUID(lu["region"]),
        journal=UUID(lu["journal"]),
        numero=lu["numero"],
        etat_nombre=lu["etat"][0],
        etat_condense=lu["etat"][1],
        demande=DemandeAccuse(lu["demande"]),
        revoque=lu["revoque"],
        incarnations=tuple(_lire_vie(vie) for vie in lu["incarnations"]),
    )


def _lire_vie(lue: dict[str, Any]) -> IncarnationAccusee:
    return IncarnationAccusee(
        id=UUID(lue["id"]),
        epoque=lue["epoque"],
        recus=tuple(SuiteRecue(du=du, au=au, empreinte=e) for du, au, e in lue["recus"]),
        manquants=tuple((du, au) for du, au in lue["manquants"]),
        bifurcations=tuple(lue["bifurcations"]),
    )
