"""Partner services, projects and committees in the encrypted file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table

from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.storage import tables
from journal_scls.storage.repertoire import tables_repertoire as t
from journal_scls.storage.repertoire.mappers_partenaires import (
    ligne_comite,
    ligne_projet,
    ligne_service,
    lignes_liens,
    lignes_roles,
    lire_comite,
    lire_projet,
    lire_service,
)
from journal_scls.storage.sql import IdParUuid, executer_tout, inserer

_SERVICE = inserer(tables.ressource, sauf=("id",), remplacer="uuid")
_PROJET = inserer(t.projet, sauf=("id",), remplacer="uuid")
_LIEN = inserer(t.projet_lien)
_COMITE = inserer(t.comite, sauf=("id",), remplacer="uuid")
_ROLE = inserer(t.comite_role)
_SERVICES = "SELECT * FROM ressource ORDER BY cle, nom, id"
_PROJETS = "SELECT * FROM projet ORDER BY code, id"
_LIENS = "SELECT projet_id, liste, objet FROM projet_lien ORDER BY projet_id, liste, rang"
_COMITES = "SELECT * FROM comite ORDER BY code, id"
_ROLES = "SELECT comite_id, role, nombre FROM comite_role ORDER BY comite_id, rang"


class SqlDepotPartenaires:
    """ports_repertoire.DepotPartenaires on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    def services(self) -> tuple[ServicePartenaire, ...]:
        """All of them, by name."""
        lignes = self._connexion.exec_driver_sql(_SERVICES).mappings()
        return tuple(lire_service(ligne) for ligne in lignes)

    def projets(self) -> tuple[Projet, ...]:
        """All of them, by code."""
        liens = self._enfants(_LIENS)
        lignes = self._connexion.exec_driver_sql(_PROJETS).mappings()
        return tuple(lire_projet(ligne, liens[ligne["id"]]) for ligne in lignes)

    def comites(self) -> tuple[Comite, ...]:
        """All of them, by code."""
        roles = self._enfants(_ROLES)
        lignes = self._connexion.exec_driver_sql(_COMITES).mappings()
        return tuple(lire_comite(ligne, roles[ligne["id"]]) for ligne in lignes)

    def enregistrer_services(self, services: Iterable[ServicePartenaire]) -> None:
        """Insert or replace, by identifier."""
        executer_tout(self._connexion, _SERVICE, [ligne_service(s) for s in services])

    def enregistrer_projets(self, projets: Iterable[Projet]) -> None:
        """Insert or replace with their ties, by identifier."""
        par_id = {projet.id: projet for projet in projets}
        executer_tout(self._connexion, _PROJET, [ligne_projet(p) for p in par_id.values()])
        ids = self._ids(t.projet, par_id)
        self._vider(t.projet_lien, "projet_id", ids.values())
        liens = [lien for id_, projet in par_id.items() for lien in lignes_liens(ids[id_], projet)]
        executer_tout(self._connexion, _LIEN, liens)

    def enregistrer_comites(self, comites: Iterable[Comite]) -> None:
        """Insert or replace with their members, by identifier."""
        par_id = {comite.id: comite for comite in comites}
        executer_tout(self._connexion, _COMITE, [ligne_comite(c) for c in par_id.values()])
        ids = self._ids(t.comite, par_id)
        self._vider(t.comite_role, "comite_id", ids.values())
        roles = [role for id_, comite in par_id.items() for role in lignes_roles(ids[id_], comite)]
        executer_tout(self._connexion, _ROLE, roles)

    def _ids(self, table: Table, uuids: Iterable[UUID]) -> dict[UUID, int]:
        connus = IdParUuid(self._connexion, table)
        return {uuid: connus[uuid] for uuid in uuids}

    def _vider(self, enfant: Table, parent: str, ids: Iterable[int]) -> None:
        texte = f"DELETE FROM {enfant.name} WHERE {parent} = ?"  # noqa: S608 - names of our tables
        executer_tout(self._connexion, texte, [(id_,) for id_ in ids])

    def _enfants(self, texte: str) -> defaultdict[int, Sequence[Any]]:
        trouves: defaultdict[int, Any] = defaultdict(list)
        for parent, *reste in self._connexion.exec_driver_sql(texte):
            trouves[parent].append(tuple(reste))
        return trouves
