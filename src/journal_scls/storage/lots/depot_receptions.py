"""Receptions and versions in the encrypted file: only inserted, never changed (triggers).

Rows go to the driver as tuples, some thousands at once: through expressions the same insert is
several times slower (ADR 0003). A duplicate is told by RETURNING and never by a row count, which
PostgreSQL's driver does not know.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.lots.ports_receptions import (
    Bifurcation,
    Conflit,
    Courante,
    Decision,
    Etat,
    EtatTenu,
    LotRecu,
    Resultat,
    ResumeReception,
    Rivale,
    Rupture,
    Trou,
)
from journal_scls.application.ports import Horloge
from journal_scls.storage.interventions.mappers import instant, lire_instant
from journal_scls.storage.lots import tables_lots as t
from journal_scls.storage.segments.tables_segments import etat_tenu
from journal_scls.storage.sql import Row, executer_tout, inserer, par_paquets

_RECEPTION = f"{inserer(t.reception)} ON CONFLICT DO NOTHING RETURNING empreinte"
_VERSION = f"{inserer(t.version)} ON CONFLICT DO NOTHING"
_APPORT = """INSERT INTO apport (journal, entree, epoque, rev, empreinte, incarnation, seq)
SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, ?, ? FROM version v
WHERE NOT (v.incarnation = ? AND v.seq = ?) AND v.journal = ? AND v.entree = ? AND v.epoque = ?
  AND v.rev = ? AND v.empreinte = ? ON CONFLICT DO NOTHING"""
# What was applied once stays said, even when the same file comes again.
_FICHIER = (
    f"{inserer(t.fichier_recu, remplacer='fichier')} "
    "WHERE fichier_recu.resultat NOT IN ('applique', 'doublon')"
)
_DECISION = inserer(t.decision, sauf=("id",))
_MIS_DE_COTE = """SELECT resultat, COUNT(*) FROM fichier_recu
WHERE resultat NOT IN ('applique', 'doublon') AND fichier NOT IN (SELECT fichier FROM reception)
GROUP BY resultat"""
_RECEPTIONS = """SELECT empreinte, journal, incarnation, epoque, seq, genre, etat_nombre,
  etat_condense, recue_le FROM reception ORDER BY journal, epoque, incarnation, seq, empreinte"""
_BIFURCATIONS = """SELECT r.journal, r.incarnation, r.seq, r.empreinte
FROM bifurcation b JOIN reception r
  ON r.journal = b.journal AND r.incarnation = b.incarnation AND r.seq = b.seq
ORDER BY r.journal, r.incarnation, r.seq, r.empreinte"""
_CONFLITS = """SELECT v.journal, v.entree, v.epoque, v.rev,
  EXISTS (SELECT 1 FROM version_comptee p WHERE p.journal = v.journal AND p.entree = v.entree
    AND (p.epoque, p.rev) > (v.epoque, v.rev)), v.empreinte, v.retiree, v.ligne
FROM conflit c JOIN version_comptee v
  ON v.journal = c.journal AND v.entree = c.entree AND v.epoque = c.epoque AND v.rev = c.rev{}
ORDER BY v.journal, v.entree, v.epoque DESC, v.rev DESC, v.empreinte DESC"""
_COURANTES = """SELECT entree, rev, empreinte, retiree FROM version_courante
WHERE journal = ? ORDER BY entree"""
_TENUS = "SELECT journal, actes, nombre, condense, ecritures, conflits FROM etat_tenu"
_TENU = inserer(etat_tenu, remplacer="journal")
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
        lui = (lot.incarnation.bytes, lot.seq)
        seul = self._lots(journal) == 1
        for paquet in par_paquets((journal, *version, *lui) for version in lot.versions()):
            self._connexion.exec_driver_sql(_VERSION, paquet)
            if not seul:  # another lot may have brought some of them before
                self._connexion.exec_driver_sql(_APPORT, [(*lui, *lui, *v[:5]) for v in paquet])
        return True

    def _lots(self, journal: bytes) -> int:
        texte = "SELECT COUNT(*) FROM reception WHERE journal = ?"
        return int(self._lire(texte, journal)[0][0])

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

    def mis_de_cote(self) -> Mapping[Resultat, int]:
        """How many files are kept and were not applied, by what became of them."""
        return {Resultat(resultat): nombre for resultat, nombre in self._lire(_MIS_DE_COTE)}

    # --- views

    def receptions(self) -> Sequence[ResumeReception]:
        """All the lots received, by journal, epoch and number."""
        return [
            ResumeReception(
                empreinte, _uuid(journal), _uuid(incarnation), epoque, seq, genre,
                Etat(nombre, condense), lire_instant(recue_le),
            )
            for empreinte, journal, incarnation, epoque, seq, genre, nombre, condense, recue_le
            in self._lire(_RECEPTIONS)
        ]  # fmt: skip

    def lots(self) -> Mapping[UUID, int]:
        """How many lots each journal sent; those that sent none are left out."""
        texte = "SELECT journal, COUNT(*) FROM reception GROUP BY journal"
        return {UUID(bytes=journal): lots for journal, lots in self._lire(texte)}

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

    def conflits(self, du: UUID | None = None) -> Sequence[Conflit]:
        """Entries with rival versions, the one that counts first; of one journal or of all."""
        rivales: dict[tuple[bytes, bytes, int, int, bool], list[Rivale]] = {}
        valeurs = () if du is None else (du.bytes,)
        texte = _CONFLITS.format(" WHERE c.journal = ?" if valeurs else "")
        for journal, entree, epoque, rev, depasse, *reste in self._lire(texte, *valeurs):
            empreinte, retiree, ligne = reste
            cle = (journal, entree, epoque, rev, bool(depasse))
            rivales.setdefault(cle, []).append(Rivale(empreinte, bool(retiree), ligne))
        return [
            Conflit(UUID(bytes=journal), UUID(bytes=entree), epoque, rev, tuple(versions), depasse)
            for (journal, entree, epoque, rev, depasse), versions in rivales.items()
        ]

    def courantes(self, journal: UUID) -> Sequence[Courante]:
        """Current versions of a journal by increasing entry, tombstones included."""
        return [Courante(*ligne) for ligne in self._lire(_COURANTES, journal.bytes)]

    def tenus(self) -> Mapping[UUID, EtatTenu]:
        """What was last computed of each journal, which may be older than its last lot."""
        return {
            UUID(bytes=journal): EtatTenu(actes, Etat(nombre, condense), ecritures, conflits)
            for journal, actes, nombre, condense, ecritures, conflits in self._lire(_TENUS)
        }

    def garder_tenus(self, tenus: Mapping[UUID, EtatTenu]) -> None:
        """Keep what was computed, so that it need not be again."""
        lignes: list[Row] = [
            (journal.bytes, tenu.actes, *tenu.etat, tenu.ecritures, tenu.conflits)
            for journal, tenu in tenus.items()
        ]
        executer_tout(self._connexion, _TENU, lignes)

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


@lru_cache(maxsize=4_096)
def _uuid(octets: bytes) -> UUID:
    """A few identifiers, said by every lot."""
    return UUID(bytes=octets)


def _mots(valeurs: Sequence[object]) -> str:
    return " ".join(_mot(valeur) for valeur in valeurs)


def _mot(valeur: object) -> str:
    if isinstance(valeur, bytes):
        return valeur.hex()
    # A file knows no truth but 0 and 1; a server does, and must say the same.
    return str(int(valeur) if isinstance(valeur, bool) else valeur)
