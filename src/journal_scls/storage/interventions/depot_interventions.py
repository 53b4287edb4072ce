"""Entries and their revisions in the encrypted file."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.intervention import Intervention, Reference
from journal_scls.storage import tables
from journal_scls.storage.interventions.mappers import (
    instant,
    ligne_revision,
    lignes_codes,
    lignes_references,
    lire_intervention,
    lire_reference,
)
from journal_scls.storage.sql import (
    IdParUuid,
    Row,
    executer_tout,
    inserer,
    par_le_pilote,
    par_paquets,
    points,
    tout_ou_rien,
)

_INTERVENTION = inserer(tables.intervention)
_ORIGINE = inserer(tables.origine)
_REVISION = inserer(tables.revision)
_CODE = inserer(tables.revision_code)
_REFERENCE = inserer(tables.reference)
_INDEXER = "INSERT INTO recherche(rowid, note, fait_marquant) VALUES (?, ?, ?)"
_TRIGGER = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'revision_indexee'"
_PURGER = "INSERT INTO purge (intervention, le, raison) VALUES (?, ?, ?)"
_SES_REVISIONS = """(SELECT r.id FROM revision r JOIN intervention i ON i.id = r.intervention_id
  WHERE i.uuid = ?)"""
_ELLE = "(SELECT id FROM intervention WHERE uuid = ?)"
_DETRUIRE = (
    f"DELETE FROM revision_code WHERE revision_id IN {_SES_REVISIONS}",  # noqa: S608 - our texts
    f"DELETE FROM reference WHERE revision_id IN {_SES_REVISIONS}",  # noqa: S608 - the same
    f"DELETE FROM revision WHERE intervention_id IN {_ELLE}",  # noqa: S608 - the same
    f"DELETE FROM origine WHERE intervention_id IN {_ELLE}",  # noqa: S608 - the same
    "DELETE FROM brouillon WHERE intervention = ?",
    "DELETE FROM intervention WHERE uuid = ?",
)
_PROCHAINS = """SELECT (SELECT ifnull(max(id), 0) + 1 FROM intervention),
  (SELECT ifnull(max(id), 0) + 1 FROM revision)"""
_COURANTE = """SELECT i.id AS intervention_id, r.id, r.numero
FROM intervention i JOIN revision r ON r.intervention_id = i.id AND r.courante = 1
WHERE i.uuid = ?"""
_REVISIONS = """SELECT r.*, i.uuid AS intervention_uuid, i.creee_le,
  m.uuid AS milieu_uuid, o.uuid AS organisme_uuid
FROM intervention i JOIN revision r ON r.intervention_id = i.id
  LEFT JOIN milieu m ON m.id = r.milieu_id
  LEFT JOIN organisme o ON o.id = r.organisme_id
WHERE i.uuid = ?"""
_DE_PERSONNE = """SELECT i.uuid FROM intervention i WHERE EXISTS
  (SELECT 1 FROM revision r WHERE r.intervention_id = i.id AND r.personne = ?) ORDER BY i.id"""
_REFERENCES = """SELECT f.*, s.uuid AS ressource
FROM reference f LEFT JOIN ressource s ON s.id = f.ressource_id
WHERE f.revision_id = ? ORDER BY f.rang"""


@dataclass(slots=True)
class _Paquet:
    """The rows of some entries, table by table."""

    interventions: list[Row] = field(default_factory=list)
    origines: list[Row] = field(default_factory=list)
    revisions: list[Row] = field(default_factory=list)
    codes: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)

    def ecrire(self, connexion: Connection) -> None:
        """Insert them all, owners first."""
        with par_le_pilote(connexion) as curseur:
            for texte, lignes in (
                (_INTERVENTION, self.interventions),
                (_ORIGINE, self.origines),
                (_REVISION, self.revisions),
                (_CODE, self.codes),
                (_REFERENCE, self.references),
            ):
                if lignes:
                    curseur.executemany(texte, lignes)

    def ecrire_en_masse(self, connexion: Connection) -> None:
        """The same for many rows: their texts are indexed together.

        The trigger makes SQLite save the index after every row, seven times slower; it is put
        aside for one packet, of which an error leaves nothing: neither rows nor its absence.
        """
        textes: list[Row] = [
            (id_, note, fait_marquant)
            for id_, *_, note, fait_marquant in self.revisions
            if note or fait_marquant
        ]
        trigger = connexion.exec_driver_sql(_TRIGGER).scalar_one()
        with tout_ou_rien(connexion):
            connexion.exec_driver_sql("DROP TRIGGER revision_indexee")
            self.ecrire(connexion)
            executer_tout(connexion, _INDEXER, textes)
            connexion.exec_driver_sql(trigger)


class SqlDepotInterventions:
    """ports.DepotInterventions on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion
        self._milieux = IdParUuid(connexion, tables.milieu)
        self._organismes = IdParUuid(connexion, tables.organisme)
        self._ressources = IdParUuid(connexion, tables.ressource)

    def ajouter(self, intervention: Intervention) -> None:
        """Keep the first revision of a new entry."""
        paquet = _Paquet()
        self._nouvelle(paquet, intervention, *self._prochains())
        paquet.ecrire(self._connexion)

    def ajouter_reprises(self, lignes: Iterable[tuple[Intervention, bytes, str]]) -> None:
        """Keep first revisions in bulk: entry, 16-byte digest of its origin, old journal's key.

        The stream is read by packets and never held whole. Ids are ours: the transaction is
        the only writer, so the next ones are known before the rows are.
        """
        for lot in par_paquets(lignes):
            paquet = _Paquet()
            intervention_id, revision_id = self._prochains()
            for rang, (intervention, cle, id_externe) in enumerate(lot):
                paquet.origines.append((cle, intervention_id + rang, id_externe))
                self._nouvelle(paquet, intervention, intervention_id + rang, revision_id + rang)
            paquet.ecrire_en_masse(self._connexion)

    def reviser(self, intervention: Intervention) -> None:
        """Add the next revision; the ones before stay for ever.

        Raises:
            RegleMetier: somebody revised the entry meanwhile (its revision is not the next one).
        """
        courante = self._connexion.exec_driver_sql(_COURANTE, (intervention.id.bytes,)).first()
        if courante is None or courante.numero + 1 != intervention.revision:
            raise RegleMetier(
                "Cette intervention a été modifiée entre-temps.",
                "Rouvrez-la pour voir sa dernière version, puis refaites votre changement.",
            )
        self._connexion.exec_driver_sql(
            "UPDATE revision SET courante = 0 WHERE id = ?", (courante.id,)
        )
        paquet = _Paquet()
        _, prochaine = self._prochains()
        self._revision(paquet, intervention, courante.intervention_id, prochaine)
        paquet.ecrire(self._connexion)

    def detruire(self, ids: Collection[UUID], raison: str, le: datetime) -> None:
        """Erase entries and all their revisions: the register first, or the triggers refuse."""
        executer = self._connexion.exec_driver_sql
        for id_ in ids:
            executer(_PURGER, (id_.bytes, instant(le), raison))
            for texte in _DETRUIRE:
                executer(texte, (id_.bytes,))

    def lire(self, id_: UUID) -> Intervention | None:
        """The last revision, None when there is no such entry."""
        trouvees = self._lire(f"{_REVISIONS} AND r.courante = 1", id_)
        return trouvees[0] if trouvees else None

    def revisions(self, id_: UUID) -> tuple[Intervention, ...]:
        """Every revision, oldest first."""
        return tuple(self._lire(f"{_REVISIONS} ORDER BY r.numero", id_))

    def de_personne(self, code: str) -> tuple[UUID, ...]:
        """The entries of which any revision bears this local code, in the order they were made."""
        trouves = self._connexion.exec_driver_sql(_DE_PERSONNE, (code,)).scalars()
        return tuple(UUID(bytes=uuid) for uuid in trouves)

    def origines_connues(self, cles: Collection[bytes]) -> set[bytes]:
        """Which of these digests were already taken over."""
        connues: set[bytes] = set()
        for paquet in par_paquets(cles):
            texte = f"SELECT cle FROM origine WHERE cle IN ({points(paquet)})"  # noqa: S608 - placeholders
            connues.update(self._connexion.exec_driver_sql(texte, tuple(paquet)).scalars())
        return connues

    def _prochains(self) -> tuple[int, int]:
        """The row ids that the next entry and the next revision take."""
        with par_le_pilote(self._connexion) as curseur:
            curseur.execute(_PROCHAINS)
            ((intervention, revision),) = curseur.fetchall()
        return int(intervention), int(revision)

    def _nouvelle(
        self, paquet: _Paquet, intervention: Intervention, id_: int, revision_id: int
    ) -> None:
        paquet.interventions.append((id_, intervention.id.bytes, instant(intervention.creee_le)))
        self._revision(paquet, intervention, id_, revision_id)

    def _revision(
        self, paquet: _Paquet, intervention: Intervention, id_: int, revision_id: int
    ) -> None:
        contenu = intervention.contenu
        ligne = ligne_revision(
            intervention,
            id_=revision_id,
            intervention_id=id_,
            milieu_id=self._milieux.facultatif(contenu.lieu.milieu),
            organisme_id=self._organismes.facultatif(contenu.lieu.organisme),
        )
        paquet.revisions.append(ligne)
        paquet.codes.extend(lignes_codes(revision_id, contenu))
        if contenu.references:
            paquet.references.extend(lignes_references(revision_id, contenu, self._ressources))

    def _lire(self, texte: str, id_: UUID) -> list[Intervention]:
        lignes = self._connexion.exec_driver_sql(texte, (id_.bytes,)).mappings().all()
        return [
            lire_intervention(ligne, self._codes(ligne["id"]), self._references(ligne["id"]))
            for ligne in lignes
        ]

    def _codes(self, revision_id: int) -> dict[str, list[tuple[str, int | None]]]:
        codes = defaultdict(list)
        texte = "SELECT liste, code, nombre FROM revision_code WHERE revision_id = ? ORDER BY rang"
        for liste, code, nombre in self._connexion.exec_driver_sql(texte, (revision_id,)):
            codes[liste].append((code, nombre))
        return codes

    def _references(self, revision_id: int) -> list[Reference]:
        lignes = self._connexion.exec_driver_sql(_REFERENCES, (revision_id,)).mappings()
        return [lire_reference(ligne) for ligne in lignes]
