"""Opens the base of a coordination on a PostgreSQL server; the only module that knows psycopg.

Everything above speaks the SQL of the encrypted file: « ? » for a value, whole numbers of 64
bits, texts compared by their bytes. Here that is made true of a server.
"""

import logging
from functools import lru_cache
from typing import Any, Self

import psycopg
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.engine import ExceptionContext

from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import OPTION_LECTURE, taire_sqlalchemy
from journal_scls.storage.erreurs import traduire
from journal_scls.storage.serveur.adresse import parametres
from journal_scls.storage.serveur.erreurs_postgres import connexion_refusee

VERSION_MIN = 13
_ECRIVAIN = int.from_bytes(b"SCLS")
"""Our number among the advisory locks of a database; the schema's is the second."""

# One writer at a time, as in the file: the first one waits, and nobody can deadlock. A laptop that
# falls asleep inside a transaction gives way to the others.
_REGLAGES = (
    "SET lock_timeout = '30s'",
    "SET idle_in_transaction_session_timeout = '10min'",
    "SET synchronous_commit = on",
    "SET client_min_messages = warning",
)
_ECRIRE = "SELECT pg_advisory_xact_lock(?, current_schema()::regnamespace::oid::bigint::int)"
_LIRE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"


class _Types(PGTypeCompiler):
    """Columns that hold and sort what the file's do."""

    def visit_TEXT(self, type_: Any, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """By bytes, whatever the language of the server."""
        return f'{super().visit_TEXT(type_, **kw)} COLLATE "C"'

    def visit_INTEGER(self, type_: Any, **kw: Any) -> str:  # noqa: ARG002, N802 - SQLAlchemy's
        """As large as SQLite's, for numbers come in signed files."""
        return "BIGINT"


@lru_cache(maxsize=512)
def _en_format(texte: str) -> str:
    """The driver's own placeholders in a statement that uses ours."""
    return texte.replace("%", "%%").replace("?", "%s") if "?" in texte else texte


def _traduite(requete: Any) -> Any:
    return _en_format(requete) if isinstance(requete, str) else requete


class _Curseur(psycopg.Cursor[Any]):
    def execute(self, query: Any, params: Any = None, **kw: Any) -> Self:
        return super().execute(_traduite(query), params, **kw)

    def executemany(self, query: Any, params_seq: Any, **kw: Any) -> None:
        super().executemany(_traduite(query), params_seq, **kw)


class _CurseurLong(psycopg.ServerCursor[Any]):
    """Rows stay on the server until they are asked for."""

    def execute(self, query: Any, params: Any = None, **kw: Any) -> Self:
        return super().execute(_traduite(query), params, **kw)


def ouvrir_serveur(adresse: URL) -> Engine:
    """Open the base at a checked address (adresse.lire_adresse).

    Writers take turns (an advisory lock, given back with the transaction); `en_lecture` gives the
    engine whose transactions each see one snapshot and never wait.

    Raises:
        Environnement: no answer, not let in, a server too old or not in UTF-8.
    """
    taire_sqlalchemy()
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    engine = create_engine(
        adresse,
        creator=lambda: _connecter(adresse),
        poolclass=QueuePool,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    engine.dialect.type_compiler_instance = _Types(engine.dialect)
    event.listen(engine, "begin", _commencer)
    event.listen(engine, "handle_error", _sur_erreur)
    with engine.connect():
        return engine


def _connecter(adresse: URL) -> psycopg.Connection[Any]:
    dits: dict[str, Any] = dict(parametres(adresse))
    try:
        connexion = psycopg.connect(**dits, autocommit=True, cursor_factory=_Curseur)
    except psycopg.Error as erreur:
        raise connexion_refusee(str(erreur)) from None  # nothing that a report should quote
    try:
        connexion.server_cursor_factory = _CurseurLong
        _exiger_serveur(connexion)
        for reglage in _REGLAGES:
            connexion.execute(reglage)
        connexion.autocommit = False
    except BaseException:
        connexion.close()
        raise
    return connexion


def _exiger_serveur(connexion: psycopg.Connection[Any]) -> None:
    if connexion.info.server_version < VERSION_MIN * 10_000:
        raise Environnement(
            f"Ce serveur PostgreSQL est trop ancien : il faut la version {VERSION_MIN} ou plus.",
            "Demandez une base sur un serveur plus récent.",
        )
    encodage = connexion.info.parameter_status("server_encoding")
    if encodage != "UTF8":
        raise Environnement(
            f"Cette base n'est pas en UTF-8 mais en {encodage} : des accents y seraient perdus.",
            "Demandez une base créée avec ENCODING 'UTF8'.",
        )


def _commencer(connexion: Connection) -> None:
    if connexion.get_execution_options().get(OPTION_LECTURE, False):
        connexion.exec_driver_sql(_LIRE)
    else:
        connexion.exec_driver_sql(_ECRIRE, (_ECRIVAIN,))


def _sur_erreur(contexte: ExceptionContext) -> Environnement | None:
    if contexte.is_pre_ping:  # the pool asks whether a connection lives, and makes another
        return None
    return traduire(contexte.original_exception)
