"""What differs between the encrypted file and a server, and where.

- how a base is opened, how its transactions begin, how its errors read: engine.py and erreurs.py
  for the file, postgres.py and erreurs_postgres.py for the server;
- triggers and full-text search: regles.py and the `…_DDL` of the tables modules;
- where the region's private keys stand in clear: sceau.py;
- the two questions below.

Everything else is one text of SQL that both understand.
"""

from sqlalchemy import Connection, Engine

_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


def sur_serveur(base: Engine | Connection) -> bool:
    """Whether this is a PostgreSQL server, and not the file of a dossier."""
    return base.dialect.name == "postgresql"


def tables_presentes(connexion: Connection) -> frozenset[str]:
    """The names of the tables that are there."""
    return frozenset(connexion.exec_driver_sql(_TABLES[connexion.dialect.name]).scalars())
