"""Small pieces shared by the repositories and the queries."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

from journal_scls.application.operation import Progress
from journal_scls.storage.engine import en_lecture
from journal_scls.storage.erreurs import a_rouvrir, traduire

Row = tuple[Any, ...]
PAQUET = 2_000
"""Rows handed to the driver at once: enough to be fast, few enough to stay small in memory."""

# A server keeps the rows of a named cursor until they are asked for; a file always does.
_CURSEURS: dict[str, tuple[str, ...]] = {"sqlite": (), "postgresql": ("lecture",)}

_T = TypeVar("_T")


def par_paquets(valeurs: Iterable[_T], taille: int = PAQUET) -> Iterator[list[_T]]:
    """Cut a stream in lists of at most `taille`, never holding more than one."""
    flux = iter(valeurs)
    while paquet := list(islice(flux, taille)):
        yield paquet


def annulable(valeurs: Iterable[_T], progress: Progress | None) -> Iterator[_T]:
    """The same stream, with a cancellation point before each packet."""
    for paquet in par_paquets(valeurs):
        if progress is not None:
            progress.verifier()
        yield from paquet


def points(valeurs: Collection[object]) -> str:
    """As many placeholders as values: « ?,?,? »."""
    return ",".join("?" * len(valeurs))


def inserer(table: Table, *, sauf: Collection[str] = (), remplacer: str = "") -> str:
    """The INSERT of a table's columns in their order; with `remplacer`, the key of an upsert.

    The driver is given text and tuples: building each INSERT through expressions costs more
    than the insert itself (ADR 0003).
    """
    noms = [colonne.name for colonne in table.columns if colonne.name not in sauf]
    texte = f"INSERT INTO {table.name} ({', '.join(noms)}) VALUES ({points(noms)})"  # noqa: S608 - names of tables.py
    if not remplacer:
        return texte
    suite = ", ".join(f"{nom} = excluded.{nom}" for nom in noms if nom != remplacer)
    return f"{texte} ON CONFLICT ({remplacer}) DO UPDATE SET {suite}"


def executer_tout(connexion: Connection, texte: str, lignes: list[Row]) -> None:
    """Run a statement for every row; nothing when there is none (the driver would run it once)."""
    if lignes:
        connexion.exec_driver_sql(texte, lignes)


@contextmanager
def par_le_pilote(connexion: Connection, *nom: str) -> Iterator[DBAPICursor]:
    """The driver's own cursor in a connection's transaction, for what every save does.

    Around a short statement SQLAlchemy costs more than the statement (docs/performance.md). The
    engine does not see what happens here, so errors are said as it says them.

    Args:
        connexion: a connection that has begun.
        nom: the name of a cursor whose rows stay on the server.
    """
    pannes = connexion.dialect.loaded_dbapi.Error
    try:
        with closing(connexion.connection.cursor(*nom)) as curseur:
            yield curseur
    except pannes as erreur:
        phrase = traduire(erreur)
        perdue = connexion.dialect.is_disconnect(erreur, connexion.connection, None)
        if perdue or a_rouvrir(phrase):
            connexion.invalidate()
            connexion.engine.dispose()
        sans_contenu = DBAPIError.instance(None, None, erreur, pannes, hide_parameters=True)
        raise phrase or sans_contenu from erreur


def premiere(connexion: Connection, texte: str, valeurs: Row = ()) -> Row | None:
    """The first row that a question finds, None when there is none."""
    with par_le_pilote(connexion) as curseur:
        curseur.execute(texte, valeurs)
        ligne: Row | None = curseur.fetchone()
        return ligne


@contextmanager
def tout_ou_rien(connexion: Connection) -> Iterator[None]:
    """A part of a transaction of which an error leaves nothing.

    Not SQLAlchemy's own savepoint: a full disk makes SQLite roll everything back by itself, and
    going back to a savepoint that is gone would hide the error that matters.
    """
    connexion.exec_driver_sql("SAVEPOINT partie")
    try:
        yield
    except BaseException:
        pilote = connexion.connection.driver_connection
        if pilote is not None and pilote.in_transaction:
            connexion.exec_driver_sql("ROLLBACK TO partie")
            connexion.exec_driver_sql("RELEASE partie")
        raise
    connexion.exec_driver_sql("RELEASE partie")


class IdParUuid(dict[UUID, int]):
    """Row ids by identifier, asked once each: they never change while a transaction lasts."""

    def __init__(self, connexion: Connection, table: Table) -> None:
        super().__init__()
        self._connexion = connexion
        self._nom = table.name

    def __missing__(self, uuid: UUID) -> int:
        texte = f"SELECT id FROM {self._nom} WHERE uuid = ?"  # noqa: S608 - a name of tables.py
        ligne = premiere(self._connexion, texte, (uuid.bytes,))
        if ligne is None:
            raise LookupError(f"{self._nom} {uuid} is not in the directory")
        self[uuid] = int(ligne[0])
        return self[uuid]

    def facultatif(self, uuid: UUID | None) -> int | None:
        """The row id, None for no identifier."""
        return None if uuid is None else self[uuid]


@contextmanager
def lecture(engine: Engine) -> Iterator[DBAPICursor]:
    """The driver's own cursor in a reader's transaction: one snapshot, and no writer waits."""
    with (
        en_lecture(engine).begin() as connexion,
        par_le_pilote(connexion, *_CURSEURS[connexion.dialect.name]) as curseur,
    ):
        yield curseur
