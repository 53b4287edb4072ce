"""Brings a database to the schema this program knows, or leaves it exactly as it was.

Alembic is configured here and imported only when something must move: a start on an up-to-date
journal reads one row. All the revisions of one start run in one transaction, so a power cut at
any moment leaves the old schema, on which the next start tries again.
"""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from journal_scls.domain.errors import Environnement, ErreurJournal
from journal_scls.storage.dialecte import sur_serveur, tables_presentes
from journal_scls.storage.engine import (
    NOM,
    en_lecture,
    engine_de_migration,
    fermer_engine,
    ouvrir_engine,
)
from journal_scls.storage.fichiers import (
    SUFFIXE_TEMPORAIRE,
    en_phrases,
    renommer,
    synchroniser_dossier,
)

if TYPE_CHECKING:
    from alembic.config import Config

TETE = "0006"
"""The last revision of `migrations/`; a test keeps the two together."""


def version_de(engine: Engine) -> str | None:
    """The revision of the database, None when it holds no table at all."""
    with en_lecture(engine).connect() as connexion:
        tables = tables_presentes(connexion)
        if not tables:
            return None
        versions = (
            connexion.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
            if "alembic_version" in tables
            else []
        )
    if len(versions) != 1:
        raise Environnement(
            "Ce journal n'indique pas sa version : rien n'a été changé.",
            "Restaurez votre dernière sauvegarde.",
        )
    return str(versions[0])


def migrer(
    engine: Engine,
    migrations: Path,
    sauvegarde_avant: Callable[[], object],
    *,
    tete: str = TETE,
) -> bool:
    """Bring the database up to `tete`; tells whether it had to move.

    `sauvegarde_avant` is called first when the database holds anything: no copy, no migration.

    Raises:
        Environnement: the database is newer than the program, the copy or the migration failed.
    """
    version = version_de(engine)
    if version == tete:
        return False
    config = _configurer(migrations, tete)
    if version is not None:
        _exiger_connue(config, version)
        sauvegarde_avant()
    # Connections of the pool remember the old tables; they would also delay the writer.
    engine.dispose()
    if sur_serveur(engine):
        _monter(engine, config, tete)
        return True
    migration = engine_de_migration(engine)
    try:
        _monter(migration, config, tete)
    finally:
        fermer_engine(migration)
    return True


def creer_base(chemin_db: Path, cle: bytes, migrations: Path) -> None:
    """Make the database of a new dossier: whole under its name, or absent.

    Only for the holder of the dossier's lock, since it removes what killed attempts left.
    """
    dossier = chemin_db.parent
    with en_phrases(chemin_db):
        for reste in dossier.glob(f".{NOM}.*{SUFFIXE_TEMPORAIRE}*"):
            reste.unlink()
        if chemin_db.exists():
            raise Environnement(
                "Ce dossier contient déjà un journal.", "Ouvrez-le, ou choisissez un dossier vide."
            )
    temporaire = dossier / f".{NOM}.{secrets.token_hex(6)}{SUFFIXE_TEMPORAIRE}"
    engine = ouvrir_engine(temporaire, cle, creer=True)
    try:
        migrer(engine, migrations, lambda: None)
    except BaseException:
        fermer_engine(engine)
        temporaire.unlink()
        raise
    fermer_engine(engine)  # the last connection empties the log into the file
    with en_phrases(chemin_db):
        renommer(temporaire, chemin_db)
        synchroniser_dossier(dossier)


def _configurer(migrations: Path, tete: str) -> "Config":
    from alembic.config import Config  # noqa: PLC0415  (slow: only when something must move)
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    trouvee = ScriptDirectory.from_config(config).get_current_head()
    if trouvee != tete:
        raise RuntimeError(f"migrations end at {trouvee}, the program expects {tete}")
    return config


def _exiger_connue(config: "Config", version: str) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    revisions = ScriptDirectory.from_config(config).walk_revisions()
    if version not in {revision.revision for revision in revisions}:
        raise Environnement(
            "Ce journal vient d'une version plus récente de l'application : rien n'a été changé.",
            "Installez la dernière version de l'application, puis recommencez.",
        )


def _monter(engine: Engine, config: "Config", tete: str) -> None:
    from alembic import command  # noqa: PLC0415

    try:
        with engine.begin() as connexion:
            config.attributes["connection"] = connexion
            command.upgrade(config, tete)
            _exiger_liens(connexion)
    except ErreurJournal:
        raise
    except Exception as erreur:
        raise Environnement(
            "La mise à jour du journal n'a pas pu se faire : il est resté tel qu'il était.",
            "Continuez avec la version précédente de l'application et signalez le problème.",
        ) from erreur


def _exiger_liens(connexion: Connection) -> None:
    """Foreign keys were off in the file: nothing is committed before each one is checked."""
    if sur_serveur(connexion):
        return
    orphelines = connexion.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphelines:
        tables = sorted({str(ligne[0]) for ligne in orphelines})
        raise RuntimeError(f"broken foreign keys in {', '.join(tables)}")
