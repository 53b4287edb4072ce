"""Rows and file images for the tests of the encrypted file; real ones."""

# ruff: noqa: S608 - the names of tables and columns are those of tables.py

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.connection import Connection as Tuyau
from pathlib import Path
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import Connection, Engine

from journal_scls.storage import schema
from journal_scls.storage.engine import NOM, en_lecture, fermer_engine, ouvrir_engine
from journal_scls.storage.sauvegarde import backup

PAGE, RESERVE = 4096, 80
QUAND = datetime(2026, 11, 22, 10, 15)  # noqa: DTZ001 - the local time of a file name
SECRET = "zorglub"
"""A word no program holds by chance."""

_PRECHARGES = ["tests.storage.lignes", "alembic.command", "sqlalchemy.dialects.sqlite"]
_AVANT = "forkserver" if sys.platform != "win32" else "spawn"


def ajouter(
    connexion: Connection, note: str = "", *, numero: int = 1, intervention: int | None = None
) -> int:
    """Insert a revision (and its entry when new); gives the entry's row id."""
    executer = connexion.exec_driver_sql
    if intervention is None:
        sql = "INSERT INTO intervention (uuid, creee_le) VALUES (?, '2026-01-01T00:00:00Z')"
        intervention = executer(sql, (os.urandom(16),)).lastrowid
    executer(
        "INSERT INTO revision (intervention_id, numero, courante, statut, vocabulaire, auteur,"
        " saisie_le, date_intervention, duree_min, tenure, volet, activite, categorie, clientele,"
        " note) VALUES (?, ?, 1, 'FINALE', '2022', 'INT-01', '2026-01-01T00:00:00Z',"
        " '2026-01-01', 30, 'OH', 'INDIVIDUEL', 'ECOUTE', 'C4', 'AINES', ?)",
        (intervention, numero, note),
    )
    return int(intervention)


def purger(connexion: Connection, intervention: int) -> None:
    """Destroy an entry the way retention does: written first, then children, then revisions."""
    executer = connexion.exec_driver_sql
    executer(
        "INSERT INTO purge SELECT uuid, '2026-11-22', 'conservation' FROM intervention"
        " WHERE id = ?",
        (intervention,),
    )
    for enfant in ("revision_code", "reference"):
        executer(
            f"DELETE FROM {enfant} WHERE revision_id IN"
            " (SELECT id FROM revision WHERE intervention_id = ?)",
            (intervention,),
        )
    executer("DELETE FROM revision WHERE intervention_id = ?", (intervention,))
    executer("DELETE FROM intervention WHERE id = ?", (intervention,))


def chercher(connexion: Connection, mot: str) -> list[int]:
    sql = "SELECT rowid FROM recherche WHERE recherche MATCH ? ORDER BY rowid"
    return list(connexion.exec_driver_sql(sql, (f'"{mot}"',)).scalars())


def contenu(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every ordinary table."""
    with en_lecture(engine).connect() as connexion:
        noms = connexion.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'recherche%'"
            " AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version' ORDER BY name"
        ).scalars()
        return {
            nom: [tuple(ligne) for ligne in connexion.exec_driver_sql(f"SELECT * FROM {nom}")]
            for nom in list(noms)
        }


def ddl(engine: Engine) -> dict[tuple[str, str], str]:
    """The schema as text, blanks apart."""
    with en_lecture(engine).connect() as connexion:
        lignes = connexion.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
        ).all()
    return {(ligne.type, ligne.name): " ".join((ligne.sql or "").split()) for ligne in lignes}


def dechiffrer(image: bytes, cle: bytes) -> bytes:
    """A database file in clear, free pages and slack included: AES-256-CBC, page by page."""
    pages = []
    for debut in range(0, len(image), PAGE):
        page = image[debut : debut + PAGE]
        chiffre, reserve = page[16 if debut == 0 else 0 : -RESERVE], page[-RESERVE:]
        dechiffreur = Cipher(algorithms.AES(cle), modes.CBC(reserve[:16])).decryptor()
        pages.append(dechiffreur.update(chiffre) + dechiffreur.finalize())
    return b"".join(pages)


def noms(dossier: Path) -> list[str]:
    return sorted(f.name for f in dossier.iterdir())


def rouvrir(dossier: Path, cle: bytes) -> dict[str, list[tuple[Any, ...]]]:
    engine = ouvrir_engine(dossier / NOM, cle)
    lu = contenu(engine)
    fermer_engine(engine)
    return lu


def python(programme, *args, **environnement):
    """Run a program in a fresh interpreter; gives what it printed, traceback included."""
    resultat = subprocess.run(
        [sys.executable, "-c", programme, *map(str, args)],
        capture_output=True, text=True, check=False, env=os.environ | environnement,
    )  # fmt: skip
    return resultat.stdout + resultat.stderr


# --- processes that are killed


def ecrire_sans_fin(tuyau: Tuyau, chemin: Path, cle: bytes) -> None:
    """Save entries until killed; acknowledge each one once its commit has returned."""
    engine = ouvrir_engine(chemin, cle)
    while True:
        with engine.begin() as connexion:
            intervention = ajouter(connexion, f"note {os.getpid()} de la visite")
        tuyau.send(intervention)


def creer_base(tuyau: Tuyau, chemin: Path, cle: bytes, migrations: Path) -> None:
    tuyau.send("pret")
    schema.creer_base(chemin, cle, migrations)


def migrer(tuyau: Tuyau, chemin: Path, cle: bytes, migrations: Path, tete: str) -> None:
    engine = ouvrir_engine(chemin, cle)
    tuyau.send("pret")
    schema.migrer(engine, migrations, lambda: None, tete=tete)
    fermer_engine(engine)


def sauvegarder(tuyau: Tuyau, dossier: Path, cle: bytes, destination: Path) -> None:
    engine = ouvrir_engine(dossier / "journal.db", cle)
    tuyau.send("pret")
    backup.creer(engine, dossier / "vault.json", destination, QUAND)
    fermer_engine(engine)


def restaurer(tuyau: Tuyau, fichier: Path, dossier: Path) -> None:
    tuyau.send("pret")
    backup.restaurer(fichier, dossier, QUAND)


@contextmanager
def _sans_module_principal() -> Iterator[None]:
    """Spare each child the import of pytest, which the parent's main module would bring."""
    principal = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = principal


@contextmanager
def processus(sujet: Callable[..., None], *args: Any) -> Iterator[tuple[Any, Tuyau]]:
    """A fresh process that runs `sujet` and is killed at the end of the block, if it still lives.

    Forked from a server that has everything imported and no database open.
    """
    contexte = multiprocessing.get_context(_AVANT)
    if _AVANT == "forkserver":
        contexte.set_forkserver_preload(_PRECHARGES)
    lecteur, ecrivain = contexte.Pipe(duplex=False)
    proces = contexte.Process(target=sujet, args=(ecrivain, *args), daemon=True)
    with _sans_module_principal():
        proces.start()
    ecrivain.close()
    try:
        yield proces, lecteur
    finally:
        proces.kill()
        proces.join()
        proces.close()
        lecteur.close()


def tuer_apres(delai: float, sujet: Callable[..., None], *args: Any) -> bool:
    """SIGKILL a process `delai` seconds after it says it is ready; whether it was still running."""
    with processus(sujet, *args) as (proces, tuyau):
        assert tuyau.poll(30)
        tuyau.recv()
        time.sleep(delai)
        proces.kill()
        proces.join()
        return bool(proces.exitcode == -signal.SIGKILL)


class Coups:
    """SIGKILLs at moments spread over the life of a process, measured once and corrected."""

    def __init__(self, total: float) -> None:
        self._total = total
        self.tues = 0

    def tuer(self, part: float, sujet: Callable[..., None], *args: Any) -> None:
        """Kill it after that part of its life, from 0 to 1."""
        delai = self._total * part
        if tuer_apres(delai, sujet, *args):
            self.tues += 1
        else:
            self._total = min(self._total, delai)  # a busy computer had measured too long


def duree(sujet: Callable[..., None], *args: Any) -> float:
    """How long a process takes from ready to done."""
    with processus(sujet, *args) as (proces, tuyau):
        assert tuyau.poll(30)
        tuyau.recv()
        debut = time.perf_counter()
        proces.join()
        assert proces.exitcode == 0
        return time.perf_counter() - debut
