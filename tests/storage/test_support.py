"""Files on a medium: whole or absent, never over another, and proved before they count."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage import fichiers
from journal_scls.storage.lots import support
from journal_scls.storage.lots.support import SupportFichiers

OCTETS = os.urandom(300_000)


def nommer():
    return "SCLS-ABCDEF.scls"


def deposer(dossier, noms=nommer, octets=OCTETS):
    return SupportFichiers().deposer(dossier, noms, octets)


def vus(dossier):
    return sorted(f.name for f in dossier.iterdir()) if dossier.is_dir() else []


def test_a_file_is_put_there_for_its_owner_alone(tmp_path):
    fichier = deposer(tmp_path)
    assert fichier.read_bytes() == OCTETS
    assert fichier.stat().st_mode & 0o777 == 0o600
    assert vus(tmp_path) == ["SCLS-ABCDEF.scls"]


def test_nothing_is_ever_overwritten(tmp_path):
    deposer(tmp_path, octets=b"premier")
    noms = iter(["SCLS-ABCDEF.scls", "SCLS-ABCDEF.scls", "SCLS-GHIJKL.scls"])
    assert deposer(tmp_path, lambda: next(noms)).name == "SCLS-GHIJKL.scls"
    assert (tmp_path / "SCLS-ABCDEF.scls").read_bytes() == b"premier"
    with pytest.raises(Environnement):
        deposer(tmp_path)
    assert vus(tmp_path) == ["SCLS-ABCDEF.scls", "SCLS-GHIJKL.scls"]


def test_a_medium_without_links_never_overwrites_either(tmp_path, monkeypatch):
    def sans_lien(*_):
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "link", sans_lien)
    deposer(tmp_path, octets=b"premier")
    noms = iter(["SCLS-ABCDEF.scls", "SCLS-GHIJKL.scls"])
    assert deposer(tmp_path, lambda: next(noms)).read_bytes() == OCTETS
    assert (tmp_path / "SCLS-ABCDEF.scls").read_bytes() == b"premier"
    assert len(vus(tmp_path)) == 2


def test_the_last_folder_is_made_and_no_more(tmp_path):
    assert deposer(tmp_path / "lots").parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(Environnement, match="branché"):
        deposer(tmp_path / "cle" / "lots")
    assert not (tmp_path / "cle").exists()


def test_a_file_is_not_a_folder(tmp_path):
    (tmp_path / "fichier").write_bytes(b"")
    with pytest.raises(Environnement, match="dossier"):
        deposer(tmp_path / "fichier")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.ENODEV])
def test_a_medium_that_fails_at_any_call_leaves_no_half_file(tmp_path, monkeypatch, code):
    """Fail at the 1st, 2nd, 3rd… call to the system, until an export goes through."""
    for rang in range(1, 60):
        dossier = tmp_path / str(rang)
        dossier.mkdir()
        with monkeypatch.context() as m:
            reste = _panne(m, rang, code)
            with suppress(Environnement):
                fichier = deposer(dossier)
                if reste() > 0:  # the failure was never reached: every call was tried
                    assert fichier.read_bytes() == OCTETS
                    assert rang > 5
                    return
        finaux = [f for f in dossier.iterdir() if f.suffix == ".scls"]
        assert all(f.read_bytes() == OCTETS for f in finaux)
    pytest.fail("the failure never stopped")


def _panne(m, rang, code):
    compte = [rang]

    def enveloppe(vrai):
        def appel(*args, **options):
            compte[0] -= 1
            if compte[0] == 0:
                raise OSError(code, "panne")
            return vrai(*args, **options)

        return appel

    for nom in ("open", "fsync", "link", "posix_fadvise", "fdopen"):
        m.setattr(fichiers.os, nom, enveloppe(getattr(os, nom)))
    return lambda: compte[0]


def test_a_key_that_keeps_nothing_is_found_out(tmp_path, monkeypatch):
    """A counterfeit key accepts everything and gives zeros back."""
    vrai = fichiers.ecrire_et_synchroniser

    def menteur(chemin, contenu, mode=0o600):
        vrai(chemin, bytes(len(contenu)), mode)

    monkeypatch.setattr(support, "ecrire_et_synchroniser", menteur)
    with pytest.raises(Environnement, match="Ne vous fiez pas"):
        deposer(tmp_path)
    assert vus(tmp_path) == []


def test_a_key_that_forgets_after_the_rename_is_found_out(tmp_path, monkeypatch):
    vrai = fichiers.comparer
    fois = []

    def oublieux(chemin, attendu):
        fois.append(chemin)
        if len(fois) > 1:
            chemin.write_bytes(b"")
        vrai(chemin, attendu)

    monkeypatch.setattr(support, "comparer", oublieux)
    with pytest.raises(Environnement, match="Ne vous fiez pas"):
        deposer(tmp_path)
    assert vus(tmp_path) == []


def test_old_leftovers_are_forgotten_and_nobody_else_s_files(tmp_path):
    vieux, recent = (tmp_path / f".SCLS-{n}.scls-tmp" for n in ("vieux", "recent"))
    autre = tmp_path / ".autre.scls-tmp"
    for fichier in (vieux, recent, autre):
        fichier.write_bytes(b"")
    hier = time.time() - 2 * 24 * 3600
    os.utime(vieux, (hier, hier))
    os.utime(autre, (hier, hier))
    deposer(tmp_path)
    assert (vieux.exists(), recent.exists(), autre.exists()) == (False, True, True)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a tmpfs")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may mount")
def test_a_full_key_and_a_read_only_one(tmp_path):
    cle = tmp_path / "cle"
    cle.mkdir()
    monter = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(cle)]
    if subprocess.run(monter, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a tmpfs be mounted")
    try:
        with pytest.raises(Environnement, match="plein"):
            deposer(cle)
        assert vus(cle) == []
        assert deposer(cle, octets=b"petit").read_bytes() == b"petit"
        subprocess.run(["mount", "-o", "remount,ro", str(cle)], check=True)
        with pytest.raises(Environnement, match="accès"):
            deposer(cle, lambda: "SCLS-ZZZZZZ.scls")
        assert vus(cle) == ["SCLS-ABCDEF.scls"]
    finally:
        subprocess.run(["umount", str(cle)], check=True)


SANS_FIN = """
import sys
from pathlib import Path
from journal_scls.storage.lots.support import SupportFichiers
from journal_scls.sync.lot.ecrivain import nom_neutre
print("pret", flush=True)
while True:
    print(SupportFichiers().deposer(Path(sys.argv[1]), nom_neutre, b"x" * 400_000), flush=True)
"""


def test_killed_at_any_moment_every_named_file_is_whole(tmp_path):
    alea = random.Random(20250314)
    for essai in range(12):
        dossier = tmp_path / str(essai)
        dossier.mkdir()
        enfant = subprocess.Popen(
            [sys.executable, "-c", SANS_FIN, str(dossier)], stdout=subprocess.PIPE
        )
        assert enfant.stdout is not None
        assert enfant.stdout.readline() == b"pret\n"
        time.sleep(alea.uniform(0, 0.05))
        enfant.send_signal(signal.SIGKILL)
        dits = [ligne.decode() for ligne in enfant.communicate()[0].splitlines()]
        finaux = [f for f in dossier.iterdir() if f.suffix == ".scls"]
        assert all(f.stat().st_size == 400_000 for f in finaux)
        assert set(dits) <= {str(f) for f in finaux}
