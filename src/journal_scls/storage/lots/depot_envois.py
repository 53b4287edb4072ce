"""The outbox of a journal, and the entries that may be put in it.

The query of entries names the columns that may leave: a note, a person's code or a follow-up is
not even read here.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.lots.ports_lots import Envoi, Incarnation, Partage, Remplacement
from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.echange.partage import GenreLot, InterventionAPartager
from journal_scls.domain.errors import RegleMetier
from journal_scls.storage.interventions.mappers import instant, lire_instant
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.sql import PAQUET, Row, executer_tout, inserer

_INCARNATION = inserer(tables_lots.incarnation, sauf=("id",))
_ENVOI = inserer(tables_lots.envoi)
_FICHIER = inserer(tables_lots.fichier_ecrit, remplacer="fichier")
_PARTAGE = inserer(tables_lots.partage, remplacer="entree")
_DERNIERE = "SELECT * FROM incarnation ORDER BY epoque DESC LIMIT 1"
_ENVOIS = """SELECT i.uuid, i.epoque, e.seq, e.genre, e.empreinte, e.ecritures, e.cree_le,
  e.ecrit_le, e.accuse FROM envoi e JOIN incarnation i ON i.id = e.incarnation_id"""
_ENTREES = """SELECT i.uuid, r.id, r.statut = 'ANNULEE', r.vocabulaire, r.date_intervention,
  r.duree_min, r.milieu_id, r.organisme_id, r.tenure, r.mrc, r.categorie_immeuble, r.volet,
  r.activite, r.categorie, r.type_collectif, r.clientele, r.modalite, r.nb_personnes,
  r.age_0_11, r.age_12_17, r.age_18_35, r.age_36_64, r.age_65, r.projet, {fait_marquant}
FROM revision r JOIN intervention i ON i.id = r.intervention_id WHERE r.courante = 1"""
_PROBLEMATIQUES = """SELECT c.revision_id, c.code
FROM revision_code c JOIN revision r ON r.id = c.revision_id
WHERE r.courante = 1 AND c.liste = 'problematique' ORDER BY c.revision_id, c.rang"""
_REFERENCES = """SELECT f.revision_id, f.destination, f.service, f.mode, f.statut
FROM reference f JOIN revision r ON r.id = f.revision_id
WHERE r.courante = 1 ORDER BY f.revision_id, f.rang"""
_MODIFIEES = """SELECT COUNT(*) FROM revision r JOIN intervention i ON i.id = r.intervention_id
WHERE r.courante = 1 AND r.saisie_le > ?
  AND (r.statut <> 'ANNULEE' OR i.uuid IN (SELECT entree FROM partage))"""
_SANS_TRANCHES = (None,) * 5


class SqlDepotEnvois:
    """ports_lots.DepotEnvois on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    def incarnation(self) -> Incarnation | None:
        """The present life: the one of the highest epoch."""
        ligne = self._connexion.exec_driver_sql(_DERNIERE).mappings().first()
        if ligne is None:
            return None
        return Incarnation(
            uuid=UUID(bytes=ligne["uuid"]),
            epoque=ligne["epoque"],
            remplace=_lire_remplacement(ligne["remplace"]),
            ouverte_le=lire_instant(ligne["ouverte_le"]),
        )

    def ouvrir_incarnation(self, incarnation: Incarnation) -> None:
        """Begin another."""
        remplace = _ecrire_remplacement(incarnation.remplace)
        self._connexion.exec_driver_sql(
            _INCARNATION,
            (incarnation.uuid.bytes, incarnation.epoque, remplace,
             instant(incarnation.ouverte_le)),
        )  # fmt: skip

    def a_partager(self, *, faits_marquants: bool) -> Iterator[InterventionAPartager]:
        """Every entry that was ever final; drafts are elsewhere."""
        enfants = _Enfants.lire(self._connexion)
        texte = _ENTREES.format(fait_marquant="r.fait_marquant" if faits_marquants else "''")
        # By packets: one row at a time costs twice as much.
        for paquet in self._connexion.exec_driver_sql(texte).partitions(PAQUET):
            for ligne in paquet:
                yield enfants.intervention(ligne)

    def partages(self) -> dict[UUID, Partage]:
        """What was shared of each entry, by increasing identifier."""
        texte = "SELECT entree, epoque, rev, seq, retiree, contenu, ligne FROM partage ORDER BY 1"
        return {
            UUID(bytes=entree): Partage(epoque, rev, seq, bool(retiree), contenu, ligne)
            for entree, epoque, rev, seq, retiree, contenu, ligne in (
                self._connexion.exec_driver_sql(texte).all()
            )
        }

    def enregistrer_partages(self, partages: Mapping[UUID, Partage]) -> None:
        """Insert or replace."""
        lignes: list[Row] = [(id_.bytes, *partage) for id_, partage in partages.items()]
        executer_tout(self._connexion, _PARTAGE, lignes)

    def tout_rattacher(self, seq: int) -> None:
        """Every shared version belongs to that lot: the first of a new incarnation."""
        self._connexion.exec_driver_sql("UPDATE partage SET seq = ?", (seq,))

    def envois(self) -> Sequence[Envoi]:
        """The lots of the present incarnation, by number."""
        vie = self._vie()
        if vie is None:
            return ()
        texte = f"{_ENVOIS} WHERE i.id = ? ORDER BY e.seq"
        return [_lire_envoi(ligne) for ligne in self._connexion.exec_driver_sql(texte, (vie,))]

    def modifiees_depuis(self, debut: datetime | None) -> int:
        """How many entries were written since, of those that leave or have left."""
        borne = instant(debut) if debut else ""
        return int(self._connexion.exec_driver_sql(_MODIFIEES, (borne,)).scalar_one())

    def conteneur(self, seq: int) -> bytes:
        """The exact plaintext of a lot of the present incarnation."""
        texte = "SELECT conteneur FROM envoi WHERE incarnation_id = ? AND seq = ?"
        octets = self._connexion.exec_driver_sql(texte, (self._vie(), seq)).scalar()
        if octets is None:
            raise RegleMetier(
                f"Ce journal n'a pas fait de lot {seq}.",
                "Les numéros sont donnés par « lot exporter », à partir de 1.",
                champ="seq",
            )
        return bytes(octets)

    def ajouter(self, envoi: Envoi, conteneur: bytes) -> None:
        """Keep a new lot; whether it was written or received comes later."""
        self._connexion.exec_driver_sql(
            _ENVOI,
            (self._vie(), envoi.seq, envoi.genre.value, envoi.empreinte, conteneur,
             envoi.ecritures, instant(envoi.cree_le), None, 0),
        )  # fmt: skip

    def noter_ecrit(self, seq: int, fichier: str, le: datetime) -> None:
        """A file of that lot was read back equal on its medium."""
        vie, quand = self._vie(), instant(le)
        self._connexion.exec_driver_sql(
            "UPDATE envoi SET ecrit_le = ? WHERE incarnation_id = ? AND seq = ?", (quand, vie, seq)
        )
        self._connexion.exec_driver_sql(_FICHIER, (fichier, vie, seq, quand))

    def lot_du_fichier(self, fichier: str) -> tuple[Envoi, bytes] | None:
        """The lot, of any incarnation, of a file that was once written here."""
        texte = f"""{_ENVOIS.replace(" FROM", ", e.conteneur FROM", 1)}
          JOIN fichier_ecrit f ON f.incarnation_id = e.incarnation_id AND f.seq = e.seq
        WHERE f.fichier = ?"""
        ligne = self._connexion.exec_driver_sql(texte, (fichier,)).first()
        return None if ligne is None else (_lire_envoi(ligne[:-1]), bytes(ligne[-1]))

    def _vie(self) -> int | None:
        texte = "SELECT id FROM incarnation ORDER BY epoque DESC LIMIT 1"
        id_ = self._connexion.exec_driver_sql(texte).scalar()
        return None if id_ is None else int(id_)


@dataclass(frozen=True, slots=True)
class _Enfants:
    """What rows refer to, read once: some thousands of places, and the lists of each revision."""

    milieux: dict[int | None, UUID | None]
    organismes: dict[int | None, UUID | None]
    problematiques: dict[int, list[str]]
    references: dict[int, list[ReferenceFait]]

    @classmethod
    def lire(cls, connexion: Connection) -> "_Enfants":
        """Read them all."""
        problematiques: dict[int, list[str]] = defaultdict(list)
        for revision, code in connexion.exec_driver_sql(_PROBLEMATIQUES).all():
            problematiques[revision].append(code)
        references: dict[int, list[ReferenceFait]] = defaultdict(list)
        for revision, *champs in connexion.exec_driver_sql(_REFERENCES).all():
            references[revision].append(ReferenceFait(*champs))
        return cls(
            _uuids(connexion, "milieu"), _uuids(connexion, "organisme"), problematiques, references
        )

    def intervention(self, ligne: Sequence[Any]) -> InterventionAPartager:
        """One entry, of a row of _ENTREES."""
        tranches = tuple(ligne[18:23])
        return InterventionAPartager._make(
            (
                UUID(bytes=ligne[0]),
                bool(ligne[2]),
                ligne[3],
                date.fromisoformat(ligne[4]),
                ligne[5],
                self.milieux[ligne[6]],
                self.organismes[ligne[7]],
                *ligne[8:18],
                () if tranches == _SANS_TRANCHES else tranches,
                *ligne[23:],
                tuple(self.problematiques.get(ligne[1], ())),
                tuple(self.references.get(ligne[1], ())),
            )
        )


def _uuids(connexion: Connection, table: str) -> dict[int | None, UUID | None]:
    lus: dict[int | None, UUID | None] = {None: None}
    for id_, uuid in connexion.exec_driver_sql(f"SELECT id, uuid FROM {table}"):  # noqa: S608 - our two tables
        lus[id_] = UUID(bytes=uuid)
    return lus


def _lire_envoi(ligne: Sequence[Any]) -> Envoi:
    uuid, epoque, seq, genre, empreinte, ecritures, cree_le, ecrit_le, accuse = ligne
    return Envoi(
        incarnation=UUID(bytes=uuid),
        epoque=epoque,
        seq=seq,
        genre=GenreLot(genre),
        empreinte=empreinte,
        ecritures=ecritures,
        cree_le=lire_instant(cree_le),
        ecrit_le=None if ecrit_le is None else lire_instant(ecrit_le),
        accuse=bool(accuse),
    )


def _ecrire_remplacement(r: Remplacement | None) -> str:
    if r is None:
        return ""
    return json.dumps([str(r.incarnation), r.seq, r.empreinte, r.raison])


def _lire_remplacement(texte: str) -> Remplacement | None:
    if not texte:
        return None
    incarnation, seq, empreinte, raison = json.loads(texte)
    return Remplacement(incarnation=UUID(incarnation), seq=seq, empreinte=empreinte, raison=raison)
