"""Receptions and versions in the encrypted file: only inserted, never changed (triggers).

Rows go to the driver as tuples, some thousands at once: through expressions the same insert is
several times slower (ADR 0003). A duplicate is told by RETURNING and never by a row count, which
PostgreSQL's driver does not know.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.lots.ports_receptions import (
    Bifurcation,
    Conflit,
    Courante,
    Decision,
    Etat,
    LotRecu,
    Resultat,
    ResumeReception,
    Rivale,
    Rupture,
    Trou,
)
from journal_scls.application.ports import Horloge
from journal_scls.storage.lots import tables_lots as t
from journal_scls.storage.mappers import instant, lire_instant
from journal_scls.storage.sql import Row, inserer, par_paquets

_RECEPTION = f"{inserer(t.reception)} ON CONFLICT DO NOTHING RETURNING empreinte"
_VERSION = f"{inserer(t.version)} ON CONFLICT DO NOTHING"
# What was applied once stays said, even when the same file comes again.
_FICHIER = (
    f"{inserer(t.fichier_recu, remplacer='fichier')} "
    "WHERE fichier_recu.resultat NOT IN ('applique', 'doublon')"
)
_DECISION = inserer(t.decision, sauf=("id",))
_RECEPTIONS = """SELECT empreinte, journal, incarnation, epoque, seq, genre, etat_nombre,
  etat_condense, recue_le FROM reception ORDER BY journal, epoque, incarnation, seq, empreinte"""
_BIFURCATIONS = """SELECT r.journal, r.incarnation, r.seq, r.empreinte
FROM bifurcation b JOIN reception r
  ON r.journal = b.journal AND r.incarnation = b.incarnation AND r.seq = b.seq
ORDER BY r.journal, r.incarnation, r.seq, r.empreinte"""
_CONFLITS = """SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.retiree, v.ligne
FROM conflit c JOIN version v
  ON v.journal = c.journal AND v.entree = c.entree AND v.epoque = c.epoque AND v.rev = c.rev
ORDER BY v.journal, v.entree, v.epoque DESC, v.rev DESC, v.empreinte DESC"""
_COURANTES = """SELECT journal, entree, rev, empreinte, retiree FROM version_courante
ORDER BY journal, entree"""
_VIDAGE_RECEPTIONS = """SELECT journal, incarnation, epoque, seq, empreinte, manifeste
FROM reception ORDER BY journal, incarnation, epoque, seq, empreinte"""
_VIDAGE_VERSIONS = """SELECT journal, entree, epoque, rev, empreinte, retiree, ligne
FROM version ORDER BY journal, entree, epoque, rev, empreinte"""


class SqlDepotReceptions:
    """ports_receptions.DepotReceptions on the connection of a unit of work."""

    def __init__(self, connexion: Connection, horloge: Horloge) -> None:
        self._connexion = connexion
        self._horloge = horloge

    # --- what is received

    def connait(self, empreinte: str) -> bool:
        """Whether the lot was received."""
        return bool(self._lire("SELECT 1 FROM reception WHERE empreinte = ?", empreinte))

    def ajouter(self, lot: LotRecu, fichier: str) -> bool:
        """Receive a lot and its versions; False, and nothing, when it was already received."""
        journal = lot.journal.bytes
        recue: Row = (
            lot.empreinte, journal, lot.incarnation.bytes, lot.epoque, lot.seq, lot.precedente,
            lot.genre, lot.depuis_accuse, *lot.etat, lot.manifeste, fichier, self._maintenant(),
        )  # fmt: skip
        if self._connexion.exec_driver_sql(_RECEPTION, recue).first() is None:
            return False
        for paquet in par_paquets((journal, *version) for version in lot.versions()):
            self._connexion.exec_driver_sql(_VERSION, paquet)
        return True

    def bifurque(self, lot: LotRecu) -> bool:
        """Whether another lot bears the same number of the same incarnation."""
        texte = "SELECT 1 FROM bifurcation WHERE journal = ? AND incarnation = ? AND seq = ?"
        return bool(self._lire(texte, lot.journal.bytes, lot.incarnation.bytes, lot.seq))

    def noter_fichier(
        self, fichier: str, resultat: Resultat, code: str, journal: str, seq: int | None
    ) -> None:
        """What became of a file."""
        ligne = (fichier, resultat.value, code, journal, seq, self._maintenant())
        self._connexion.exec_driver_sql(_FICHIER, ligne)

    def fichiers(self) -> Mapping[str, Resultat]:
        """What became of each file; one that brought a lot in counts as applied."""
        lignes = self._lire("SELECT fichier, resultat FROM fichier_recu")
        connus = {fichier: Resultat(resultat) for fichier, resultat in lignes}
        recus = self._lire("SELECT fichier FROM reception")
        return connus | {fichier: Resultat.APPLIQUE for (fichier,) in recus}

    # --- views

    def receptions(self) -> Sequence[ResumeReception]:
        """All the lots received, by journal, epoch and number."""
        return [
            ResumeReception(
                empreinte, UUID(bytes=journal), UUID(bytes=incarnation), epoque, seq, genre,
                Etat(nombre, condense), lire_instant(recue_le),
            )
            for empreinte, journal, incarnation, epoque, seq, genre, nombre, condense, recue_le
            in self._lire(_RECEPTIONS)
        ]  # fmt: skip

    def trous(self) -> Sequence[Trou]:
        """Missing lots."""
        texte = "SELECT journal, incarnation, debut, fin FROM trou ORDER BY 1, 2, 3"
        return [
            Trou(UUID(bytes=journal), UUID(bytes=incarnation), debut, fin)
            for journal, incarnation, debut, fin in self._lire(texte)
        ]

    def ruptures(self) -> Sequence[Rupture]:
        """Broken chains."""
        texte = "SELECT journal, incarnation, seq, empreinte FROM rupture ORDER BY 1, 2, 3, 4"
        return [
            Rupture(UUID(bytes=journal), UUID(bytes=incarnation), seq, empreinte)
            for journal, incarnation, seq, empreinte in self._lire(texte)
        ]

    def bifurcations(self) -> Sequence[Bifurcation]:
        """Forks, each with its lots."""
        lots: dict[tuple[bytes, bytes, int], list[str]] = {}
        for journal, incarnation, seq, empreinte in self._lire(_BIFURCATIONS):
            lots.setdefault((journal, incarnation, seq), []).append(empreinte)
        return [
            Bifurcation(UUID(bytes=journal), UUID(bytes=incarnation), seq, tuple(empreintes))
            for (journal, incarnation, seq), empreintes in lots.items()
        ]

    def conflits(self) -> Sequence[Conflit]:
        """Entries with rival versions, the one that counts first."""
        rivales: dict[tuple[bytes, bytes, int, int], list[Rivale]] = {}
        for *cle, empreinte, retiree, ligne in self._lire(_CONFLITS):
            journal, entree, epoque, rev = cle
            rivale = Rivale(empreinte, bool(retiree), ligne)
            rivales.setdefault((journal, entree, epoque, rev), []).append(rivale)
        return [
            Conflit(UUID(bytes=journal), UUID(bytes=entree), epoque, rev, tuple(versions))
            for (journal, entree, epoque, rev), versions in rivales.items()
        ]

    def courantes(self) -> Iterator[tuple[UUID, Iterator[Courante]]]:
        """Current versions of each journal by increasing entry, tombstones included."""
        lignes = self._connexion.exec_driver_sql(_COURANTES)
        for journal, siennes in groupby(lignes, key=itemgetter(0)):
            yield UUID(bytes=journal), (Courante(*reste) for _, *reste in siennes)

    def vidage(self) -> Iterator[str]:
        """Receptions and versions as sorted lines; the file they came in and when are left out.

        The same lot may come in several files, encrypted anew each time: which one came first is
        a circumstance, like the hour.
        """
        for *cles, manifeste in self._lire(_VIDAGE_RECEPTIONS):
            yield f"reception {_mots(cles)} {manifeste.decode('utf-8')}"
        for *cles, ligne in self._lire(_VIDAGE_VERSIONS):
            yield f"version {_mots(cles)} {ligne.decode('utf-8')}"

    # --- decisions

    def decider(self, journal: UUID, objet: str, choix: str, raison: str) -> None:
        """Record a decision beside what it is about."""
        ligne = (journal.bytes, objet, choix, raison, self._maintenant())
        self._connexion.exec_driver_sql(_DECISION, ligne)

    def decisions(self) -> Sequence[Decision]:
        """All of them, oldest first."""
        lignes = self._lire("SELECT journal, objet, choix, raison, le FROM decision ORDER BY id")
        return [
            Decision(UUID(bytes=journal), objet, choix, raison, lire_instant(le))
            for journal, objet, choix, raison, le in lignes
        ]

    def _maintenant(self) -> str:
        return instant(self._horloge.maintenant())

    def _lire(self, texte: str, *valeurs: object) -> Sequence[Any]:
        return self._connexion.exec_driver_sql(texte, valeurs).all()


def _mots(valeurs: Sequence[object]) -> str:
    return " ".join(v.hex() if isinstance(v, bytes) else str(v) for v in valeurs)
