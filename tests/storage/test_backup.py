"""Backups are whole, encrypted and checked before they count."""

import os
import shutil
import stat
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import NOM, fermer_engine
from journal_scls.storage.sauvegarde import archive, backup
from journal_scls.storage.sauvegarde.archive import Archive, SauvegardeRefusee, ecrire_archive
from tests.storage.lignes import QUAND, SECRET, ajouter, noms, rouvrir

NOM_SAUVEGARDE = "journal-20261122-101500.scls-sauvegarde"


def test_a_backup_is_one_private_encrypted_file_and_leaves_nothing_else(
    copie, pleine, base_fermee, tmp_path
):
    assert noms(tmp_path / "clé") == [NOM_SAUVEGARDE]
    assert SECRET.encode() not in copie.read_bytes()
    assert b"SQLite format 3" not in copie.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(copie.stat().st_mode) == 0o600
    fermer_engine(pleine)
    assert noms(base_fermee.dossier) == [NOM, "vault.json"]


def test_ordinary_tools_open_and_check_it(copie, tmp_path):
    with zipfile.ZipFile(copie) as zip_:
        assert zip_.namelist() == ["vault.json", NOM, "SHA256SUMS"]
        assert zip_.testzip() is None
    if not shutil.which("unzip") or not shutil.which("sha256sum"):
        pytest.skip("unzip or sha256sum is not installed")
    subprocess.run(["unzip", "-q", copie, "-d", tmp_path / "x"], check=True)
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "x", check=True)


def test_a_name_already_taken_is_not_written_over(pleine, base_fermee, copie, tmp_path):
    seconde = backup.creer(pleine, base_fermee.dossier / "vault.json", tmp_path / "clé", QUAND)
    assert seconde.name == "journal-20261122-101501.scls-sauvegarde"
    assert noms(tmp_path / "clé") == [NOM_SAUVEGARDE, seconde.name]


def test_a_backup_made_while_people_write_is_one_consistent_state(pleine, base_fermee, tmp_path):
    fini = threading.Event()

    def ecrire():
        while not fini.is_set():
            with pleine.begin() as connexion:  # two rows or none
                ajouter(connexion, "paire")
                ajouter(connexion, "paire" * 200)

    fil = threading.Thread(target=ecrire)
    fil.start()
    try:
        copies = [
            backup.creer(pleine, base_fermee.dossier / "vault.json", tmp_path / "d", QUAND)
            for _ in range(5)
        ]
    finally:
        fini.set()
        fil.join()
    tailles = []
    for i, fichier in enumerate(copies):
        backup.restaurer(fichier, tmp_path / f"r{i}", QUAND)
        lu = rouvrir(tmp_path / f"r{i}", base_fermee.cle)
        assert len(lu["revision"]) == len(lu["intervention"])
        assert len(lu["revision"]) % 2 == 0
        tailles.append(len(lu["revision"]))
    assert tailles == sorted(tailles)
    assert tailles[-1] > 120


def test_a_damaged_journal_is_not_backed_up_over_good_copies(base_fermee, pleine, tmp_path):
    pleine.dispose()
    octets = bytearray(base_fermee.chemin.read_bytes())
    octets[len(octets) // 2] ^= 1
    base_fermee.chemin.write_bytes(octets)
    with pytest.raises(Environnement, match=r"endommagé|ne se relit pas"):
        backup.creer(pleine, base_fermee.dossier / "vault.json", tmp_path / "d", QUAND)
    assert noms(tmp_path / "d") == []
    assert not [n for n in noms(base_fermee.dossier) if "tmp" in n]


def test_a_missing_vault_stops_the_backup(pleine, base_fermee, tmp_path):
    (base_fermee.dossier / "vault.json").unlink()
    with pytest.raises(Environnement, match="introuvable"):
        backup.creer(pleine, base_fermee.dossier / "vault.json", tmp_path / "d", QUAND)
    assert noms(tmp_path / "d") == []


def test_a_support_that_does_not_keep_what_it_accepts_is_found_out(
    tmp_path, base_fermee, monkeypatch
):
    def oublieux(descripteur):
        monkeypatch.undo()
        with Path(f"/proc/self/fd/{descripteur}").open("r+b") as fichier:
            fichier.seek(5000)
            fichier.write(b"\0" * 100)

    if sys.platform != "linux":
        pytest.skip("writes through /proc")
    monkeypatch.setattr(archive, "synchroniser", oublieux)
    with pytest.raises(Environnement, match="Ne vous fiez pas à ce support"):
        ecrire_archive(tmp_path / "x", b"{}", base_fermee.chemin)
    assert not (tmp_path / "x").exists()
    assert noms(tmp_path) == ["dossier"]


# --- verifying


def test_a_good_backup_passes_with_and_without_the_key(copie, base_fermee):
    assert [c.controle for c in backup.verifier(copie)] == ["fichier", "chiffrement"]
    controles = backup.verifier(copie, base_fermee.cle)
    assert [c.controle for c in controles[2:]] == ["intégrité", "authenticité", "liens"]
    assert all(c.ok for c in controles)


def test_a_wrong_key_fails_the_checks_of_the_rows(copie):
    controles = backup.verifier(copie, b"x" * 32)
    assert [c.ok for c in controles] == [True, True, False, False, False]


def test_the_vault_is_read_without_any_secret(copie, base_fermee):
    assert backup.coffre_de(copie) == (base_fermee.dossier / "vault.json").read_bytes()


def test_every_changed_or_missing_byte_is_found(copie):
    octets = copie.read_bytes()
    milieu = range(200, len(octets) - 400, len(octets) // 60)
    for position in [*range(150), *milieu, *range(len(octets) - 380, len(octets))]:
        change = bytearray(octets)
        change[position] ^= 1
        copie.write_bytes(change)
        (controle,) = backup.verifier(copie)
        assert not controle.ok, position
    for longueur in (0, 1, 21, 22, 189, 190, 191, len(octets) // 2, len(octets) - 1):
        copie.write_bytes(octets[:longueur])
        assert not backup.verifier(copie)[0].ok, longueur
    for autour in (octets + b"\0", b"\0" + octets, octets + octets):
        copie.write_bytes(autour)
        assert not backup.verifier(copie)[0].ok


def refaire(copie, membres, **options):
    with zipfile.ZipFile(copie, "w", **options) as zip_:
        for nom, octets in membres:
            zip_.writestr(zipfile.ZipInfo(nom), octets)


@pytest.mark.parametrize("mal", ["chemin", "ordre", "double", "absent", "comprime", "pareil"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_another_zip_is_refused_and_extracts_nothing(copie, tmp_path, mal):
    with zipfile.ZipFile(copie) as zip_:
        membres = [(nom, zip_.read(nom)) for nom in zip_.namelist()]
    options = {}
    if mal == "chemin":
        membres[0] = ("../vault.json", membres[0][1])
    elif mal == "ordre":
        membres.reverse()
    elif mal == "double":
        membres.append(membres[0])
    elif mal == "absent":
        membres.pop()
    elif mal == "comprime":
        options = {"compression": zipfile.ZIP_DEFLATED}
    refaire(copie, membres, **options)
    with pytest.raises(SauvegardeRefusee):
        backup.restaurer(copie, tmp_path / "ici", QUAND)
    assert noms(tmp_path) == ["clé", "dossier"]


def test_a_vault_too_large_or_a_database_in_clear_is_refused(tmp_path):
    base = tmp_path / "base"
    base.write_bytes(b"SQLite format 3\0" + b"x" * 100)
    ecrire_archive(tmp_path / "clair", b"{}", base)
    with pytest.raises(SauvegardeRefusee):
        backup.restaurer(tmp_path / "clair", tmp_path / "ici", QUAND)
    assert [c.ok for c in backup.verifier(tmp_path / "clair", b"k" * 32)] == [True, False]
    ecrire_archive(tmp_path / "gros", b"x" * (64 * 1024 + 1), base)
    with pytest.raises(SauvegardeRefusee):
        Archive.lire(tmp_path / "gros")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_a_pipe_or_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "tube")
    assert not backup.verifier(tmp_path / "tube")[0].ok
    assert not backup.verifier(tmp_path)[0].ok
    assert not backup.verifier(tmp_path / "absent")[0].ok
