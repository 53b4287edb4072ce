"""Files are whole or absent, private, and what the disk says becomes a sentence."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage import fichiers
from journal_scls.storage.fichiers import (
    SUFFIXE_TEMPORAIRE,
    dossier_prive,
    ecrire_atomique,
    lire_borne,
    retirer_temporaires,
)

ANCIEN, NOUVEAU = b"ancien" * 1000, b"nouveau" * 1000


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    chemin = tmp_path / "vault.json"
    ecrire_atomique(chemin, ANCIEN)
    return chemin


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such call")


def droits(chemin: Path) -> int:
    return stat.S_IMODE(chemin.stat().st_mode)


def seul(chemin: Path) -> bool:
    return list(chemin.parent.iterdir()) == [chemin]


def en_panne(numero: int, **attributs: int) -> Callable[..., None]:
    def panne(*_: object, **__: object) -> None:
        erreur = OSError(numero, "panne")
        for nom, valeur in attributs.items():
            setattr(erreur, nom, valeur)
        raise erreur

    return panne


# --- dossier_prive


@posix
def test_a_new_folder_and_its_missing_parents_are_for_their_owner_alone(tmp_path):
    chemin = dossier_prive(tmp_path / "a" / "b")
    assert droits(chemin) == droits(chemin.parent) == 0o700


@posix
def test_a_folder_that_exists_keeps_its_rights(tmp_path):
    partage = tmp_path / "partage"
    partage.mkdir()
    partage.chmod(0o755)
    assert droits(dossier_prive(partage)) == 0o755


@pytest.mark.parametrize("suite", ["", "dessous"])
def test_a_file_in_the_way_is_explained(tmp_path, suite):
    obstacle = tmp_path / "obstacle"
    obstacle.write_text("x")
    with pytest.raises(Environnement):
        dossier_prive(obstacle / suite)
    assert obstacle.read_text() == "x"


# --- ecrire_atomique


@posix
def test_a_file_is_replaced_privately_and_leaves_nothing_beside(fichier):
    ecrire_atomique(fichier, NOUVEAU, relire=True)
    assert fichier.read_bytes() == NOUVEAU
    assert droits(fichier) == 0o600
    assert seul(fichier)


@pytest.mark.parametrize("fonction", ["open", "fdopen", "fsync", "replace"])
@pytest.mark.parametrize("numero", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_failure_before_the_rename_keeps_the_old_file(fichier, monkeypatch, fonction, numero):
    with monkeypatch.context() as m:
        m.setattr(os, fonction, en_panne(numero))
        with pytest.raises(Environnement) as refus:
            ecrire_atomique(fichier, NOUVEAU)
    assert refus.value.suite
    assert fichier.read_bytes() == ANCIEN
    assert seul(fichier)


def test_an_interruption_keeps_the_old_file(fichier, monkeypatch):
    def interrompre(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(os, "fsync", interrompre)
        with pytest.raises(KeyboardInterrupt):
            ecrire_atomique(fichier, NOUVEAU)
    assert fichier.read_bytes() == ANCIEN
    assert seul(fichier)


def test_a_write_that_really_stops_half_way_keeps_the_old_file(fichier):
    resource = pytest.importorskip("resource")
    souple, dure = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, dure))
    try:
        with pytest.raises(Environnement):
            ecrire_atomique(fichier, b"x" * 1_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (souple, dure))
    assert fichier.read_bytes() == ANCIEN
    assert seul(fichier)


def test_a_full_disk_and_a_refusal_have_their_own_sentence(fichier, monkeypatch):
    for numero, mot in ((errno.ENOSPC, "plein"), (errno.EACCES, "refusé"), (errno.EIO, "erreur 5")):
        with monkeypatch.context() as m:
            m.setattr(os, "replace", en_panne(numero))
            with pytest.raises(Environnement, match=mot):
                ecrire_atomique(fichier, NOUVEAU)


def test_a_missing_folder_is_explained_and_not_made(tmp_path):
    with pytest.raises(Environnement, match="introuvable"):
        ecrire_atomique(tmp_path / "absent" / "f", NOUVEAU)
    assert not (tmp_path / "absent").exists()


def fsync_de_dossier_en_panne(numero: int) -> Callable[[int], None]:
    vrai = os.fsync

    def fsync(descripteur: int) -> None:
        if stat.S_ISDIR(os.fstat(descripteur).st_mode):
            raise OSError(numero, "panne")
        vrai(descripteur)

    return fsync


@posix
def test_a_folder_without_fsync_is_good_enough(fichier, monkeypatch):
    monkeypatch.setattr(os, "fsync", fsync_de_dossier_en_panne(errno.EINVAL))
    ecrire_atomique(fichier, NOUVEAU)
    assert fichier.read_bytes() == NOUVEAU


@posix
def test_a_folder_whose_fsync_fails_is_not_called_a_success(fichier, monkeypatch):
    monkeypatch.setattr(os, "fsync", fsync_de_dossier_en_panne(errno.EIO))
    with pytest.raises(Environnement):
        ecrire_atomique(fichier, NOUVEAU)
    assert fichier.read_bytes() == NOUVEAU
    assert seul(fichier)


@posix
def test_a_medium_that_keeps_zeros_is_caught_before_the_old_file_is_given_up(fichier, monkeypatch):
    vrai = os.fsync

    def mentir(descripteur: int) -> None:
        os.pwrite(descripteur, b"\0" * 100, 0)
        vrai(descripteur)

    with monkeypatch.context() as m:
        m.setattr(os, "fsync", mentir)
        with pytest.raises(Environnement, match="relu"):
            ecrire_atomique(fichier, NOUVEAU, relire=True)
    assert fichier.read_bytes() == ANCIEN
    assert seul(fichier)


def test_a_file_damaged_by_its_rename_is_not_called_a_success(fichier, monkeypatch):
    vrai = os.replace

    def abimer(source: Path, cible: Path) -> None:
        vrai(source, cible)
        Path(cible).write_bytes(NOUVEAU[:-1])

    monkeypatch.setattr(os, "replace", abimer)
    with pytest.raises(Environnement, match="relu"):
        ecrire_atomique(fichier, NOUVEAU, relire=True)


def test_windows_holding_the_new_file_is_waited_for(fichier, monkeypatch):
    vrai, pauses = os.replace, []

    def tenir(source: Path, cible: Path) -> None:
        if len(pauses) < 3:
            en_panne(errno.EACCES, winerror=32)()
        vrai(source, cible)

    monkeypatch.setattr(os, "replace", tenir)
    monkeypatch.setattr(fichiers.time, "sleep", pauses.append)
    ecrire_atomique(fichier, NOUVEAU)
    assert fichier.read_bytes() == NOUVEAU
    assert len(pauses) == 3


def test_windows_holding_it_for_good_is_refused_after_a_bounded_wait(fichier, monkeypatch):
    pauses: list[float] = []
    with monkeypatch.context() as m:
        m.setattr(os, "replace", en_panne(errno.EACCES, winerror=5))
        m.setattr(fichiers.time, "sleep", pauses.append)
        with pytest.raises(Environnement, match="refusé"):
            ecrire_atomique(fichier, NOUVEAU)
    assert 0 < sum(pauses) < 3
    assert fichier.read_bytes() == ANCIEN
    assert seul(fichier)


TUERIE = """
import os, random, signal, sys, time
from pathlib import Path
from journal_scls.storage.fichiers import ecrire_atomique

chemin, hasard, vus = Path(sys.argv[1]), random.Random(7), set()
images = [bytes([65 + i]) * 150_000 for i in range(2)]
ecrire_atomique(chemin, images[0])
for _ in range(40):
    enfant = os.fork()
    if not enfant:
        try:
            while True:
                for image in reversed(images):
                    ecrire_atomique(chemin, image)
        finally:
            os._exit(1)
    time.sleep(hasard.uniform(0.001, 0.02))
    os.kill(enfant, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(enfant, 0)[1]) == -signal.SIGKILL
    contenu = chemin.read_bytes()
    assert contenu in images, len(contenu)
    vus.add(contenu)
print(len(vus))
"""


@posix
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path):
    chemin = tmp_path / "export.scls"
    sortie = subprocess.run(
        [sys.executable, "-c", TUERIE, chemin], capture_output=True, text=True, check=True
    )
    assert sortie.stdout.strip() == "2"  # both images were met: the kills did land everywhere
    retirer_temporaires(tmp_path)
    assert seul(chemin)


def test_only_our_own_leftovers_are_removed(fichier):
    reste = fichier.with_name(f".vault.json.0123{SUFFIXE_TEMPORAIRE}")
    autre = fichier.with_name(".vault.json.tmp")
    reste.touch()
    autre.touch()
    assert retirer_temporaires(fichier.parent) == 1
    assert sorted(fichier.parent.iterdir()) == sorted([fichier, autre])


# --- lire_borne


def test_a_file_is_read_up_to_its_bound(fichier):
    assert lire_borne(fichier, len(ANCIEN)) == ANCIEN
    with pytest.raises(Environnement):
        lire_borne(fichier, len(ANCIEN) - 1)


@posix
def test_an_endless_file_costs_no_memory():
    with pytest.raises(Environnement):
        lire_borne(Path("/dev/zero"), 10)


@posix
def test_a_pipe_or_a_folder_is_refused_without_waiting(tmp_path):
    tube = tmp_path / "tube"
    os.mkfifo(tube)
    for chemin in (tube, tmp_path):
        with pytest.raises(Environnement):
            lire_borne(chemin, 10)


def test_a_missing_file_is_explained(tmp_path):
    with pytest.raises(Environnement, match="introuvable"):
        lire_borne(tmp_path / "absent", 10)
