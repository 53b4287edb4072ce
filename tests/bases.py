"""New encrypted bases in a moment: the migrations run once a process, then the file is rekeyed.

Running them takes a fifth of a second, a thousand times in the suite. What comes out is the same
file that `storage.schema.creer_base` makes, whose own tests are in `tests/storage/test_schema.py`.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlcipher3

from journal_scls.paths import migrations_dir
from journal_scls.storage import dossier, schema
from journal_scls.storage.lots import reconstruction

_CLE = b"m" * 32
_MODELES: list[Path] = []


def creer_base(chemin_db: Path, cle: bytes, migrations: Path) -> None:
    """As `schema.creer_base`, for our own migrations in a folder that holds no base."""
    if not _MODELES or migrations != migrations_dir() or chemin_db.exists():
        schema.creer_base(chemin_db, cle, migrations)
        return
    shutil.copy(_MODELES[-1], chemin_db)  # with its rights
    with closing(sqlcipher3.connect(chemin_db, isolation_level=None)) as connexion:
        connexion.execute(f"PRAGMA key = \"x'{_CLE.hex()}'\"")
        connexion.execute(f"PRAGMA rekey = \"x'{cle.hex()}'\"")


@contextmanager
def bases_rapides(lieu: Path) -> Iterator[None]:
    """Every dossier of this process is made from one base, itself made by the migrations."""
    modele = lieu / "modele.db"
    schema.creer_base(modele, _CLE, migrations_dir())
    _MODELES.append(modele)
    with pytest.MonkeyPatch.context() as patch:
        for module in (dossier, reconstruction):
            patch.setattr(module, "creer_base", creer_base)
        yield
    _MODELES.pop()
