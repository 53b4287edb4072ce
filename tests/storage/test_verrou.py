"""One window per folder, and no crash can leave the folder locked."""

import errno
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage import verrou
from journal_scls.storage.verrou import NOM, DossierDejaOuvert, Verrou

TENIR = """
import subprocess, sys
from pathlib import Path
from journal_scls.storage.verrou import Verrou

with Verrou(Path(sys.argv[1])):
    if len(sys.argv) > 2:
        subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"])
    print("pris", flush=True)
    sys.stdin.read()
"""


@contextmanager
def autre_fenetre(dossier: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", TENIR, dossier, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as processus:
        assert processus.stdout.readline() == "pris\n"
        yield processus


def test_a_second_window_is_told_where_the_first_is(tmp_path):
    with (
        autre_fenetre(tmp_path),
        pytest.raises(DossierDejaOuvert, match="déjà ouvert") as refus,
    ):
        Verrou(tmp_path).prendre()
    assert isinstance(refus.value, Environnement)
    assert refus.value.suite


def test_the_folder_is_free_when_the_first_window_closes(tmp_path):
    with autre_fenetre(tmp_path) as fenetre:
        fenetre.stdin.close()
        fenetre.wait()
        with Verrou(tmp_path) as mien:
            assert mien.tenu


def test_the_folder_is_free_at_once_after_kill_9(tmp_path):
    with autre_fenetre(tmp_path) as fenetre:
        fenetre.kill()
        fenetre.wait()
        with Verrou(tmp_path) as mien:
            assert mien.tenu


def test_a_program_started_by_the_window_does_not_keep_the_folder(tmp_path):
    with autre_fenetre(tmp_path, "avec un enfant") as fenetre:
        fenetre.kill()
        fenetre.wait()
        with Verrou(tmp_path) as mien:
            assert mien.tenu


def test_two_locks_of_one_process_exclude_each_other(tmp_path):
    with Verrou(tmp_path), pytest.raises(DossierDejaOuvert):
        Verrou(tmp_path).prendre()


def test_two_folders_do_not_exclude_each_other(tmp_path):
    (tmp_path / "autre").mkdir()
    with Verrou(tmp_path) as un, Verrou(tmp_path / "autre") as deux:
        assert un.tenu
        assert deux.tenu


def test_an_error_inside_frees_the_folder(tmp_path):
    with pytest.raises(ValueError, match="dedans"), Verrou(tmp_path):
        raise ValueError("dedans")
    Verrou(tmp_path).prendre()


def test_taking_and_freeing_twice_is_harmless(tmp_path):
    mien = Verrou(tmp_path)
    mien.prendre()
    mien.prendre()
    mien.liberer()
    mien.liberer()
    assert not mien.tenu
    with Verrou(tmp_path):
        pass


def test_an_old_lock_file_locks_nothing_and_stays(tmp_path):
    ancien = tmp_path / NOM
    ancien.write_text("4321")
    with Verrou(tmp_path):
        pass
    assert ancien.read_text() == "4321"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited from the profile there")
def test_the_lock_file_is_private(tmp_path):
    with Verrou(tmp_path):
        assert stat.S_IMODE((tmp_path / NOM).stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="descriptors are counted in /proc")
def test_a_refused_attempt_leaks_no_descriptor(tmp_path):
    with Verrou(tmp_path):
        avant = len([*Path("/proc/self/fd").iterdir()])
        for _ in range(20):
            with pytest.raises(DossierDejaOuvert):
                Verrou(tmp_path).prendre()
        assert len([*Path("/proc/self/fd").iterdir()]) == avant


def test_a_missing_folder_is_explained(tmp_path):
    with pytest.raises(Environnement, match="introuvable"):
        Verrou(tmp_path / "absent").prendre()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is what the other systems use")
def test_a_disk_without_locks_is_explained(tmp_path, monkeypatch):
    def sans_verrou(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(verrou.fcntl, "flock", sans_verrou)
    with pytest.raises(Environnement, match="réserver") as refus:
        Verrou(tmp_path).prendre()
    assert not isinstance(refus.value, DossierDejaOuvert)
