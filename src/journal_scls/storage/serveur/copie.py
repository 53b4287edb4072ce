"""Copying the rows of a base into another, of the same dialect or not."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, insert, select, update

from journal_scls.storage.base import SqlBase
from journal_scls.storage.dialecte import sur_serveur
from journal_scls.storage.engine import en_lecture
from journal_scls.storage.lots.depot_inscriptions import SqlDepotInscriptions
from journal_scls.storage.lots.tables_lots import identite
from journal_scls.storage.sql import par_paquets
from journal_scls.storage.tables import metadata


def copier_tables(source: SqlBase, cible: SqlBase, sauf: Collection[str]) -> None:
    """Copy every row of every table but these, in one transaction; private keys change seals."""
    with (
        en_lecture(source.engine).begin() as avant,
        cible.engine.begin() as apres,
    ):
        for table in metadata.sorted_tables:
            if table.name not in sauf and table is not identite:
                _copier(table, avant, apres)
        cles = SqlDepotInscriptions(avant, source.sceau).cles()
        for anciennes in reversed(cles):
            SqlDepotInscriptions(apres, cible.sceau).ajouter_cles(anciennes)
        if sur_serveur(apres):
            _renumeroter(apres)


def _copier(table: Table, avant: Connection, apres: Connection) -> None:
    boucles = [c for c in table.columns if any(fk.column.table is table for fk in c.foreign_keys)]
    vers_soi: list[dict[str, Any]] = []
    for paquet in par_paquets(avant.execute(select(table)).mappings()):
        lignes = [dict(ligne) for ligne in paquet]
        vers_soi += [dict(ligne) for ligne in lignes if any(ligne[c.name] for c in boucles)]
        # A row may refer to one that comes later in the same table.
        lignes = [ligne | dict.fromkeys(c.name for c in boucles) for ligne in lignes]
        apres.execute(insert(table), lignes)
    if vers_soi:
        _relier(table, boucles, vers_soi, apres)


def _relier(
    table: Table, boucles: list[Column[Any]], lignes: list[dict[str, Any]], apres: Connection
) -> None:
    ordre = update(table).where(table.c.id == bindparam("ligne"))
    ordre = ordre.values({c.name: bindparam(f"vers_{c.name}") for c in boucles})
    valeurs = [
        {"ligne": ligne["id"]} | {f"vers_{c.name}": ligne[c.name] for c in boucles}
        for ligne in lignes
    ]
    apres.execute(ordre, valeurs)


def _renumeroter(connexion: Connection) -> None:
    """A server's sequences do not see the numbers that come with the rows."""
    for table in metadata.sorted_tables:
        if (colonne := table.autoincrement_column) is not None:
            connexion.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', '{colonne.name}'), "  # noqa: S608 - names of the tables modules
                f"COALESCE(max({colonne.name}), 1), max({colonne.name}) IS NOT NULL) "
                f"FROM {table.name}"
            )
