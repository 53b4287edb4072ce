"""Where the application's files are, in a checkout and out of one."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from journal_scls import paths

RACINE = Path(__file__).parents[2]


def test_a_checkout_uses_its_own_folders():
    assert paths.data_root() == RACINE
    assert paths.migrations_dir() == RACINE / "migrations"
    assert (paths.migrations_dir() / "env.py").is_file()
    assert paths.resource("vocabulaire", "2022.toml").is_file()


def installer(dossier: Path) -> Path:
    """The package as a wheel or a bundle lays it out: data inside, no checkout around."""
    paquet = dossier / "journal_scls"
    paquet.mkdir(parents=True)
    for nom in ("__init__.py", "paths.py"):
        (paquet / nom).write_bytes((RACINE / "src" / "journal_scls" / nom).read_bytes())
    return paquet


def demander(dossier: Path, expression: str) -> str:
    programme = f"import sys; sys.path.insert(0, {str(dossier)!r})\n"
    programme += f"from journal_scls import paths; print({expression})"
    resultat = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, cwd=dossier, check=False
    )
    return (resultat.stdout + resultat.stderr).strip()


def test_an_installed_wheel_uses_its_data_folder(tmp_path):
    paquet = installer(tmp_path)
    (paquet / "_data" / "migrations").mkdir(parents=True)
    assert demander(tmp_path, "paths.data_root()") == str(paquet / "_data")


def test_an_incomplete_installation_is_said_so(tmp_path):
    installer(tmp_path / "site" / "ici")
    assert "installation is incomplete" in demander(tmp_path / "site" / "ici", "paths.data_root()")


def test_the_environment_chooses_the_dossier(monkeypatch, tmp_path):
    monkeypatch.setenv("JOURNAL_SCLS_DOSSIER", str(tmp_path / "à moi"))
    assert paths.dossier_par_defaut() == tmp_path / "à moi"


def test_a_relative_or_home_folder_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("JOURNAL_SCLS_DOSSIER", "~/journal")
    assert paths.dossier_par_defaut() == tmp_path / "journal"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOURNAL_SCLS_DOSSIER", "journal")
    assert paths.dossier_par_defaut() == tmp_path / "journal"


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folder is Linux's")
def test_an_empty_variable_is_no_choice(monkeypatch, tmp_path):
    monkeypatch.setenv("JOURNAL_SCLS_DOSSIER", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.dossier_par_defaut() == tmp_path / "journal-scls"


@pytest.mark.lent
def test_a_real_wheel_carries_the_migrations(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q",
         "-w", str(tmp_path), str(RACINE)],
        check=True,
    )  # fmt: skip
    (roue,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(roue) as archive:
        noms = set(archive.namelist())
    assert {
        "journal_scls/_data/migrations/env.py",
        "journal_scls/_data/migrations/versions/0001_journal.py",
        "journal_scls/_data/resources/vocabulaire/2022.toml",
    } <= noms
