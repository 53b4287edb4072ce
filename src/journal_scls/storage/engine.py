"""Opens the encrypted file of a dossier, and never anything else.

Every connection proves that it encrypts before it reads or writes: a plain SQLite loaded first in
the process (a GTK dialog, LD_PRELOAD) takes SQLCipher's place without any error and would write
the notes in clear. No connection can create a file; `ouvrir_engine(creer=True)` alone does.
"""

import logging
import os
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import sqlcipher3
from sqlalchemy import URL, Connection, Dialect, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from journal_scls.domain.errors import Environnement
from journal_scls.storage.erreurs import (
    JournalEndommage,
    a_rouvrir,
    chiffrement_absent,
    erreurs_disque,
    traduire,
)
from journal_scls.storage.fichiers import en_phrases

NOM = "journal.db"
IDENTITE = int.from_bytes(b"SCLS")
"""The application_id of our files, so that another SQLCipher file is not taken for a journal."""

TAILLE_CLE = 32
COMPAGNONS = ("-wal", "-shm", "-journal")
EN_CLAIR = b"SQLite format 3\0"

OPTION_LECTURE = "journal_scls_lecture"
_ATTENTE_MS = 5_000

_PRAGMAS = (
    # The key is in Python's memory too: locking only SQLCipher's copy would cost and not protect.
    "cipher_memory_security = OFF",
    # Without it INSERT OR REPLACE would delete a revision behind the triggers' back.
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -64000",
    # NORMAL lost acknowledged saves in simulated power cuts; FULL lost none.
    "synchronous = FULL",
)

# A dialect is shared by an engine and its option engines, and dies with them: so does the key.
_CONNECTEURS: WeakKeyDictionary[Dialect, "Connecteur"] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Connecteur:
    """Makes connections to one encrypted file; holds its key and never shows it.

    `journal="DELETE"` is for copies, which must be whole in one file.
    """

    chemin: Path
    cle: bytes = field(repr=False)
    cles_etrangeres: bool = True
    journal: Literal["WAL", "DELETE"] = "WAL"

    def __post_init__(self) -> None:
        if len(self.cle) != TAILLE_CLE:
            raise ValueError(f"a database key has {TAILLE_CLE} bytes")

    def connecter(self) -> Any:
        """A keyed DB-API connection to the file, which must exist and be ours."""
        with en_phrases(self.chemin):
            taille = self.chemin.stat().st_size
        if taille == 0:
            raise JournalEndommage
        connexion = self._ouvrir()
        try:
            _exiger_identite(connexion)
            self._regler(connexion)
        except BaseException:
            connexion.close()
            raise
        return connexion

    def creer(self) -> None:
        """Make the file, with nothing in it but its encrypted first page."""
        with en_phrases(self.chemin):
            os.close(os.open(self.chemin, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            with erreurs_disque(), closing(self._ouvrir()) as connexion:
                connexion.execute(f"PRAGMA application_id = {IDENTITE}")
                self._regler(connexion)
        except BaseException:
            self.chemin.unlink()
            raise

    def _ouvrir(self) -> Any:
        connexion = sqlcipher3.connect(
            f"{self.chemin.absolute().as_uri()}?mode=rw",  # rw: exists, or fails
            uri=True,
            timeout=_ATTENTE_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        connexion.execute("PRAGMA cipher_log_level = NONE")  # it writes on stderr
        connexion.execute(f"PRAGMA key = \"x'{self.cle.hex()}'\"")
        if connexion.execute("PRAGMA cipher_status").fetchone() != ("1",):
            connexion.close()
            raise chiffrement_absent()
        return connexion

    def _regler(self, connexion: Any) -> None:
        connexion.execute(f"PRAGMA busy_timeout = {_ATTENTE_MS}")
        connexion.execute(f"PRAGMA journal_mode = {self.journal}")
        for pragma in _PRAGMAS:
            connexion.execute(f"PRAGMA {pragma}")
        connexion.execute(f"PRAGMA foreign_keys = {'ON' if self.cles_etrangeres else 'OFF'}")


def exiger_chiffrement() -> None:
    """Refuse to go on when the library in this process does not encrypt; touches no file."""
    with closing(sqlcipher3.connect(":memory:")) as connexion:
        version = connexion.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise chiffrement_absent()


def exiger_fichier_chiffre(chemin: Path) -> None:
    """Refuse a missing, empty or readable database file, without changing it.

    Closing this descriptor drops the POSIX locks that SQLite holds on the same file in the same
    process; the dossier's own lock (verrou) is what keeps other processes out.
    """
    if not chemin.exists():
        raise Environnement(
            f"Le fichier « {chemin.name} » manque : aucun journal vide n'a été créé à sa place.",
            "Restaurez une sauvegarde, ou remettez ce fichier en place.",
        )
    with en_phrases(chemin), chemin.open("rb") as fichier:
        entete = fichier.read(len(EN_CLAIR))
    if not entete:
        raise Environnement(
            f"Le fichier « {chemin.name} » est vide.", "Restaurez une sauvegarde du journal."
        )
    if entete == EN_CLAIR:
        raise Environnement(
            f"Le fichier « {chemin.name} » n'est pas chiffré : ce n'est pas celui du journal.",
            "Mettez-le de côté et restaurez une sauvegarde.",
        )


def ouvrir_engine(chemin_db: Path, cle: bytes, *, creer: bool = False) -> Engine:
    """Open the encrypted database, or make it where no trace of one exists.

    Transactions begin IMMEDIATE, so that two writers wait for each other instead of failing
    half-way; `en_lecture` gives the engine that readers use.

    Raises:
        Environnement: no encryption in this process, file missing, empty, in clear, damaged,
            of another program, refused by the disk.
    """
    exiger_chiffrement()
    connecteur = Connecteur(chemin_db, cle)
    if creer:
        _exiger_place_libre(chemin_db)
        connecteur.creer()
    exiger_fichier_chiffre(chemin_db)
    # The last connection given back serves next: what another one wrote empties a page cache, so
    # taking turns would read and decrypt the same pages again at every save.
    engine = _construire(connecteur, QueuePool, pool_use_lifo=True)
    with engine.connect():
        return engine


def engine_de_migration(engine: Engine) -> Engine:
    """A separate engine on the same file: foreign keys off from the start, no pool."""
    return _construire(replace(connecteur_de(engine), cles_etrangeres=False), NullPool)


def en_lecture(engine: Engine) -> Engine:
    """The same engine for readers: their transactions never wait for a writer."""
    return engine.execution_options(**{OPTION_LECTURE: True})


def connecteur_de(engine: Engine) -> Connecteur:
    """The file and key behind an engine, to open connections outside its pool."""
    return _CONNECTEURS[engine.dialect]


def consolider(engine: Engine) -> None:
    """Empty the write-ahead log into the file: when idle, and after a purge so no word stays."""
    with erreurs_disque(), closing(engine.raw_connection()) as connexion:
        connexion.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fermer_engine(engine: Engine) -> None:
    """Close the connections and forget the key; the last one empties the log."""
    engine.dispose()
    _CONNECTEURS.pop(engine.dialect, None)


def _construire(
    connecteur: Connecteur, pool: type[NullPool | QueuePool], **reglages: bool
) -> Engine:
    taire_sqlalchemy()
    engine = create_engine(
        URL.create("sqlite", database=str(connecteur.chemin)),
        module=sqlcipher3,
        creator=connecteur.connecter,
        poolclass=pool,
        hide_parameters=True,
        **reglages,
    )
    _CONNECTEURS[engine.dialect] = connecteur
    event.listen(engine, "begin", _commencer)
    event.listen(engine, "handle_error", _sur_erreur)
    return engine


def _commencer(connexion: Connection) -> None:
    lecture = connexion.get_execution_options().get(OPTION_LECTURE, False)
    connexion.exec_driver_sql("BEGIN" if lecture else "BEGIN IMMEDIATE")


def _sur_erreur(contexte: ExceptionContext) -> Environnement | None:
    phrase = traduire(contexte.original_exception)
    if a_rouvrir(phrase):
        contexte.is_disconnect = True  # and so are all those of the pool
    return phrase


class _SansContenu(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING


def taire_sqlalchemy() -> None:
    """Keep rows and parameters out of any log: at DEBUG, SQLAlchemy prints every note it reads."""
    for nom in ("", ".engine", ".engine.Engine", ".pool", ".pool.impl.QueuePool"):
        journal = logging.getLogger(f"sqlalchemy{nom}")
        journal.setLevel(logging.WARNING)
        if not any(isinstance(filtre, _SansContenu) for filtre in journal.filters):
            journal.addFilter(_SansContenu())


def _exiger_place_libre(chemin: Path) -> None:
    traces = (chemin, *(chemin.with_name(chemin.name + suffixe) for suffixe in COMPAGNONS))
    if any(trace.exists() for trace in traces):
        raise Environnement(
            "Ce dossier contient déjà un journal.", "Ouvrez-le, ou choisissez un dossier vide."
        )


def _exiger_identite(connexion: Any) -> None:
    if connexion.execute("PRAGMA application_id").fetchone() != (IDENTITE,):
        raise Environnement(
            "Ce fichier chiffré n'est pas un journal de cette application.",
            "Choisissez le bon dossier, ou restaurez une sauvegarde.",
        )
