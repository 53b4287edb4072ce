"""Disks that fill up and keys that are pulled out, on both ends: said, and made good afterwards.

An export to a medium that fails at each call: tests/application/test_envois_pannes; one to a full
or read-only key: tests/storage/test_support; power cuts: test_coupures_lots.
"""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from journal_scls.application.lots import receptions
from journal_scls.domain.errors import Environnement
from journal_scls.storage import fichiers
from journal_scls.sync.lot import fichier as lecture
from tests.pannes import scenarios
from tests.pannes.constats import verifier_export, verifier_import

LIBRES = (0, 4, 12, 28, 60, 100, 160, 240, 400)
"""Kilobytes left on the disk; an import of the key needs some 300."""
root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root mounts a tmpfs"
)


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return scenarios.faire_modele(tmp_path_factory.mktemp("modele"))


@pytest.fixture(scope="module")
def attendu(tmp_path_factory, modele):
    racine = tmp_path_factory.mktemp("attendu") / "r"
    scenarios.preparer_region(racine, modele)
    with scenarios.region(racine) as region:
        region.importer(*scenarios.lots())
        return region.receptions.vidage()


@pytest.fixture
def petit_disque(tmp_path) -> Iterator[Path]:
    """A real disk of 4 MB."""
    place = tmp_path / "r"
    place.mkdir()
    monter = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if subprocess.run(monter, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a tmpfs be mounted")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def plein(disque: Path, libre: int) -> Iterator[None]:
    """Only so many kilobytes are left."""
    ballast = disque / "ballast"
    etat = os.statvfs(disque)
    ballast.write_bytes(bytes(etat.f_bavail * etat.f_frsize - libre * 1024))
    try:
        yield
    finally:
        ballast.unlink()


def vider(disque: Path) -> None:
    for reste in disque.iterdir():
        shutil.rmtree(reste)


@root
def test_a_disk_that_fills_up_during_an_import(petit_disque, modele, attendu):
    refus = []
    for libre in LIBRES:
        scenarios.preparer_region(petit_disque, modele)
        dits: list[str] = []
        with scenarios.region(petit_disque) as region, plein(petit_disque, libre):
            try:
                region.receptions.importer(
                    [petit_disque / "cle"],
                    sur_ligne=lambda r, d=dits: d.append(f"{r.resultat.value} {r.fichier}"),
                )
            except Environnement as raison:
                refus.append((str(raison), raison.suite, dits))
        verifier_import(petit_disque, dits, attendu)
        vider(petit_disque)
    assert 0 < len(refus) < len(LIBRES)
    assert all("plein" in message and suite and not dits for message, suite, dits in refus)


@root
def test_a_disk_that_fills_up_during_an_export(petit_disque, modele):
    refus = []
    for libre in LIBRES:
        scenarios.preparer_journal(petit_disque, modele)
        dits = []
        with scenarios.journal(petit_disque) as journal, plein(petit_disque, libre):
            try:
                ecrit = journal.envois.exporter(petit_disque / "cle")
                dits = [f"ecrit {ecrit.seq} {ecrit.fichier.name}"]
            except Environnement as raison:
                refus.append((str(raison), list((petit_disque / "cle").iterdir())))
        verifier_export(petit_disque, dits)
        vider(petit_disque)
    assert 0 < len(refus) < len(LIBRES)
    assert all("plein" in message and not restes for message, restes in refus), refus


@pytest.fixture
def racine(tmp_path, modele):
    scenarios.preparer_region(tmp_path / "r", modele)
    return tmp_path / "r"


@pytest.mark.parametrize("apres", [1, 4, 5])
def test_a_key_pulled_out_during_an_import(racine, attendu, monkeypatch, apres):
    """What was said stays taken; the other files are said unreadable, each by a sentence."""
    monkeypatch.setattr(receptions, "GROUPE_FICHIERS", 3)
    dits: list[str] = []

    def sur_ligne(ligne):
        if ligne.code != "fichier_illisible":
            dits.append(f"{ligne.resultat.value} {ligne.fichier}")
        if len(dits) == apres:
            (racine / "cle").rename(racine / "arrachee")

    with scenarios.region(racine) as region:
        lus = region.receptions.importer([racine / "cle"], sur_ligne=sur_ligne)
    illisibles = [lu for lu in lus if lu.code == "fichier_illisible"]
    assert len(lus) == len(scenarios.lots())
    assert len(illisibles) == len(lus) - len(dits) > 0
    assert all("clé" in lu.suite for lu in illisibles)
    (racine / "arrachee").rename(racine / "cle")
    verifier_import(racine, dits, attendu)


@pytest.mark.parametrize("panne", [errno.EIO, errno.ENODEV, errno.ESTALE])
def test_a_key_that_no_longer_answers_harms_one_file_only(racine, attendu, monkeypatch, panne):
    vrai, compte = os.open, [0]

    def ouvrir(chemin, *reste):
        compte[0] += str(chemin).endswith(".scls")
        if compte[0] == 3:
            raise OSError(panne, "panne")
        return vrai(chemin, *reste)

    with scenarios.region(racine) as region, monkeypatch.context() as m:
        m.setattr(lecture.os, "open", ouvrir)
        codes = [lu.code for lu in region.receptions.importer([racine / "cle"])]
    assert codes.count("fichier_illisible") == 1
    verifier_import(racine, [], attendu)


@pytest.mark.parametrize("appel", ["open", "fsync", "fdopen", "replace"])
@pytest.mark.parametrize("panne", [errno.ENOSPC, errno.EIO])
def test_our_own_disk_refuses_a_kept_copy_at_any_call(racine, attendu, monkeypatch, appel, panne):
    """Nothing of the group is said; what could be kept is taken up again."""
    monkeypatch.setattr(receptions, "GROUPE_FICHIERS", 3)
    for rang in range(1, 40):
        compte, vrai = [rang], getattr(os, appel)

        def capricieux(*args, _compte=compte, _vrai=vrai, **options):
            _compte[0] -= 1
            if _compte[0] == 0:
                raise OSError(panne, "panne")
            return _vrai(*args, **options)

        dits: list[str] = []
        with scenarios.region(racine) as region, monkeypatch.context() as m:
            m.setattr(fichiers.os, appel, capricieux)
            with suppress(Environnement):
                region.receptions.importer(
                    [racine / "cle"],
                    sur_ligne=lambda r, d=dits: d.append(f"{r.resultat.value} {r.fichier}"),
                )
        if compte[0] > 0:
            assert rang > 2
            break
    verifier_import(racine, [], attendu)
