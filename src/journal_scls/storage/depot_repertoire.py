"""The directory of organismes and milieux in the encrypted file."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, CursorResult

from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.storage import tables
from journal_scls.storage.mappers_repertoire import (
    ligne_milieu,
    ligne_organisme,
    lignes_etats,
    lire_etat,
    lire_milieu,
    lire_organisme,
)
from journal_scls.storage.sql import IdParUuid, Row, executer_tout, inserer

_ORGANISME = inserer(tables.organisme, sauf=("id", "successeur_id"), remplacer="uuid")
_SUCCESSEUR = "UPDATE organisme SET successeur_id = ? WHERE uuid = ?"
_MILIEU = inserer(tables.milieu, sauf=("id",), remplacer="uuid")
_ETAT = inserer(tables.milieu_etat, sauf=("id",))
_ORGANISMES = """SELECT o.*, s.uuid AS successeur
FROM organisme o LEFT JOIN organisme s ON s.id = o.successeur_id ORDER BY o.cle, o.nom, o.id"""
_MILIEUX = "SELECT * FROM milieu ORDER BY cle, nom, id"
_ETATS = """SELECT e.*, o.uuid AS organisme
FROM milieu_etat e LEFT JOIN organisme o ON o.id = e.organisme_id
ORDER BY e.milieu_id, e.depuis NULLS FIRST"""


class SqlDepotRepertoire:
    """ports.DepotRepertoire on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion
        self._milieux = IdParUuid(connexion, tables.milieu)
        self._organismes = IdParUuid(connexion, tables.organisme)

    def organismes(self) -> tuple[Organisme, ...]:
        """All of them, by name."""
        return tuple(lire_organisme(ligne) for ligne in self._demander(_ORGANISMES).mappings())

    def milieux(self) -> tuple[Milieu, ...]:
        """All of them, by name."""
        etats: dict[int, list[EtatMilieu]] = defaultdict(list)
        for ligne in self._demander(_ETATS).mappings():
            etats[ligne["milieu_id"]].append(lire_etat(ligne))
        return tuple(
            lire_milieu(ligne, etats[ligne["id"]]) for ligne in self._demander(_MILIEUX).mappings()
        )

    def enregistrer_organismes(self, organismes: Iterable[Organisme]) -> None:
        """Insert or replace, by identifier; a successor may come in the same call."""
        par_id = {organisme.id: organisme for organisme in organismes}
        executer_tout(self._connexion, _ORGANISME, [ligne_organisme(o) for o in par_id.values()])
        successeurs: list[Row] = [
            (self._organismes.facultatif(o.successeur), o.id.bytes) for o in par_id.values()
        ]
        executer_tout(self._connexion, _SUCCESSEUR, successeurs)

    def enregistrer_milieux(self, milieux: Iterable[Milieu]) -> None:
        """Insert or replace with their history, by identifier; their organismes must exist."""
        par_id = {milieu.id: milieu for milieu in milieux}
        executer_tout(self._connexion, _MILIEU, [ligne_milieu(m) for m in par_id.values()])
        ids = {milieu.id: self._milieux[milieu.id] for milieu in par_id.values()}
        executer_tout(
            self._connexion,
            "DELETE FROM milieu_etat WHERE milieu_id = ?",
            [(id_,) for id_ in ids.values()],
        )
        etats: list[Row] = [
            ligne
            for milieu in par_id.values()
            for ligne in lignes_etats(ids[milieu.id], milieu, self._organismes)
        ]
        executer_tout(self._connexion, _ETAT, etats)

    def _demander(self, texte: str) -> CursorResult[Any]:
        return self._connexion.exec_driver_sql(texte)
