"""Where the application's own files are, and where a journal lives when nobody says.

The only module that knows a checkout from an installed wheel and from a frozen bundle.
"""

import os
from pathlib import Path

VARIABLE_DOSSIER = "JOURNAL_SCLS_DOSSIER"
VARIABLE_PHRASE = "JOURNAL_SCLS_PHRASE"
VARIABLE_BASE = "JOURNAL_SCLS_BASE"
NOM_APPLICATION = "journal-scls"


def data_root() -> Path:
    """The folder that holds `migrations/` and `resources/`.

    It is looked for beside the imported package and never along sys.path: an editable install
    leaves a stale copy of both folders in site-packages.
    """
    paquet = Path(__file__).parent
    if (paquet / "_data").is_dir():  # wheel, frozen bundle
        return paquet / "_data"
    depot = paquet.parents[1]  # checkout: src/journal_scls
    if (depot / "migrations").is_dir():
        return depot
    raise RuntimeError(f"no application data beside {paquet}: the installation is incomplete")


def resource(*parts: str) -> Path:
    """A file of `resources/`, read-only."""
    return data_root().joinpath("resources", *parts)


def migrations_dir() -> Path:
    """The folder of the Alembic migrations."""
    return data_root() / "migrations"


def dossier_par_defaut() -> Path:
    """The folder of the journal when the command line names none."""
    choisi = os.environ.get(VARIABLE_DOSSIER, "")
    if choisi:
        try:
            return Path(choisi).expanduser().absolute()
        except RuntimeError:  # « ~someone » who has no account here: a folder of that name
            return Path(choisi).absolute()
    return _donnees(NOM_APPLICATION)


def dossier_demo() -> Path:
    """The folder of the demonstration journal, never the one of a real journal."""
    return _donnees(f"{NOM_APPLICATION}-demo") / "dossier"


def _donnees(application: str) -> Path:
    import platformdirs  # noqa: PLC0415 - the first window is painted without it

    return platformdirs.user_data_path(application, appauthor=False)
