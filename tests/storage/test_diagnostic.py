"""What `verifier` sees, and what it says."""

import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3

from journal_scls.storage import emplacement
from journal_scls.storage.emplacement import risque_emplacement, type_de_montage
from journal_scls.storage.engine import EN_CLAIR, Connecteur, fermer_engine
from journal_scls.storage.sauvegarde import backup
from journal_scls.storage.sauvegarde.diagnostic import controler_base, diagnostiquer
from tests.storage.lignes import PAGE, QUAND, SECRET, ajouter

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")


def diagnostic(fichier, quand=QUAND):
    return {c.controle: c for c in diagnostiquer(fichier.dossier, fichier.cle, quand)}


def rates(fichier):
    return {nom for nom, c in diagnostic(fichier).items() if not c.ok}


def test_a_new_journal_passes_every_check(base_fermee):
    controles = diagnostic(base_fermee)
    assert all(c.ok for c in controles.values()), controles
    assert list(controles) == [
        "chiffrement", "intégrité", "authenticité", "liens", "recherche", "schéma", "droits",
        "espace", "emplacement", "sauvegarde",
    ]  # fmt: skip
    assert "SQLCipher 4." in controles["chiffrement"].message
    assert "aucune sauvegarde" in controles["sauvegarde"].message


def test_an_open_journal_is_checked_while_it_is_written(base_fermee, base_vide):
    with base_vide.begin() as connexion:
        ajouter(connexion)
        assert rates(base_fermee) == set()


def test_every_line_is_plain_french_on_one_line(base_fermee):
    for controle in diagnostic(base_fermee).values():
        assert controle.message.endswith(".")
        assert "\n" not in controle.message


@pytest.mark.parametrize("contenu", [b"", EN_CLAIR + b"\0" * 4080, None])
def test_a_file_that_is_not_the_journal_fails_and_the_rest_is_still_asked(base_fermee, contenu):
    base_fermee.chemin.unlink()
    if contenu is not None:
        base_fermee.chemin.touch(0o600)
        base_fermee.chemin.write_bytes(contenu)
    fautes = {"chiffrement", "intégrité", "authenticité", "liens", "recherche", "schéma"}
    assert rates(base_fermee) - {"espace"} == fautes
    assert len(diagnostic(base_fermee)) == 10


def test_one_changed_bit_in_any_page_is_found(base_fermee):
    octets = base_fermee.chemin.read_bytes()
    for page in range(len(octets) // PAGE):
        change = bytearray(octets)
        change[page * PAGE + 1000 + page] ^= 1 << (page % 8)
        base_fermee.chemin.write_bytes(change)
        _, authenticite, _ = controler_base(Connecteur(base_fermee.chemin, base_fermee.cle))
        assert not authenticite.ok, page


@pytest.mark.parametrize("pages", [1, 5, 20])
def test_missing_pages_are_found(base_fermee, pages):
    octets = base_fermee.chemin.read_bytes()
    base_fermee.chemin.write_bytes(octets[: -pages * PAGE])
    assert rates(base_fermee) & {"intégrité", "authenticité"}
    base_fermee.chemin.write_bytes(octets[: -pages * PAGE - 100])
    assert rates(base_fermee) & {"intégrité", "authenticité"}


def test_two_exchanged_pages_are_found(base_fermee):
    octets = bytearray(base_fermee.chemin.read_bytes())
    octets[5 * PAGE : 6 * PAGE], octets[7 * PAGE : 8 * PAGE] = (
        octets[7 * PAGE : 8 * PAGE], octets[5 * PAGE : 6 * PAGE],
    )  # fmt: skip
    base_fermee.chemin.write_bytes(octets)
    assert {"authenticité"} <= rates(base_fermee)


def test_a_broken_link_and_a_lost_index_entry_are_found(base_fermee):
    connexion = Connecteur(base_fermee.chemin, base_fermee.cle, cles_etrangeres=False).connecter()
    connexion.execute("INSERT INTO revision_code VALUES (77, 'l', 0, ?, NULL)", (SECRET,))
    connexion.close()
    controles = diagnostic(base_fermee)
    assert not controles["liens"].ok
    assert "revision_code" in controles["liens"].message
    assert SECRET not in controles["liens"].message


def test_search_that_disagrees_with_the_notes_is_found(base_fermee, base_vide):
    with base_vide.begin() as connexion:
        ajouter(connexion, "une note")
        ajouter(connexion, "une autre")
        corrigee = ajouter(connexion)
        connexion.exec_driver_sql(
            "UPDATE revision SET courante = 0 WHERE intervention_id = ?", (corrigee,)
        )
    assert rates(base_fermee) == set()
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(
            "INSERT INTO recherche(recherche, rowid, note, fait_marquant)"
            " VALUES ('delete', 1, 'une note', '')"
        )
    assert rates(base_fermee) == {"recherche"}


def test_another_schema_is_found(base_fermee, base_vide):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    assert rates(base_fermee) == {"schéma"}


@posix
def test_a_file_that_others_can_read_is_found(base_fermee):
    base_fermee.chemin.chmod(0o644)
    controles = diagnostic(base_fermee)
    assert not controles["droits"].ok
    assert "journal.db" in controles["droits"].message


@posix
def test_a_shared_folder_is_only_a_warning(base_fermee):
    base_fermee.dossier.chmod(0o755)
    assert diagnostic(base_fermee)["droits"].ok
    assert diagnostic(base_fermee)["droits"].message.startswith("Attention")


def test_an_old_backup_is_a_warning(base_fermee, base_vide):
    backup.du_jour(base_vide, base_fermee.dossier, QUAND)
    assert (
        "20261122-101500"
        in diagnostic(base_fermee, QUAND + timedelta(days=7))["sauvegarde"].message
    )
    tard = diagnostic(base_fermee, QUAND + timedelta(days=9))["sauvegarde"]
    assert tard.ok
    assert "9 jours" in tard.message
    assert diagnostic(base_fermee, datetime(2026, 11, 25, tzinfo=UTC))["sauvegarde"].ok


def test_a_library_that_does_not_encrypt_is_said(base_fermee, monkeypatch):
    connexions = []

    def en_clair(*args, **kwargs):
        connexions.append(sqlite3.connect(*args, **kwargs))
        return connexions[-1]

    monkeypatch.setattr(sqlcipher3, "connect", en_clair)
    controles = diagnostic(base_fermee)
    assert "bibliothèque SQLite a pris sa place" in controles["chiffrement"].message
    assert not controles["intégrité"].ok
    for connexion in connexions:
        connexion.close()


# --- places


@pytest.mark.parametrize(
    ("chemin", "nom"),
    [
        ("OneDrive/journal", "OneDrive"),
        ("OneDrive - CISSS de la Côte/journal", "OneDrive"),
        ("Dropbox (Personnel)/scls", "Dropbox"),
        ("Library/Mobile Documents/scls", "iCloud"),
        ("Nextcloud/scls", "Nextcloud"),
        ("Mon Drive/scls", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_named(tmp_path, chemin, nom):
    (tmp_path / chemin).mkdir(parents=True)
    assert nom in risque_emplacement(tmp_path / chemin)


@pytest.mark.parametrize("nom", ["journal", "dropboxeur", "mes notes OneDrive.d", "icloudy"])
def test_an_ordinary_folder_is_not_accused(tmp_path, nom):
    (tmp_path / nom).mkdir()
    assert emplacement._synchroniseur(tmp_path / nom) is None


def test_a_syncthing_folder_is_known_by_its_mark(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert "Syncthing" in risque_emplacement(tmp_path / "a" / "b")


def test_a_link_to_a_synchronised_folder_is_followed(tmp_path):
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "OneDrive")
    assert "OneDrive" in risque_emplacement(tmp_path / "lien")


MONTAGES = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /mnt/partage rw shared:1 - cifs //serveur/commun rw
31 22 0:41 / /mnt/partage/local rw - ext4 /dev/vdb rw
32 22 0:42 / /mnt/mes\040documents rw - nfs4 serveur:/x rw
""".strip()


@pytest.mark.parametrize(
    ("chemin", "type_"),
    [
        ("/home/x", "ext4"),
        ("/mnt/partage/scls", "cifs"),
        ("/mnt/partagerie", "ext4"),
        ("/mnt/partage/local/scls", "ext4"),
        ("/mnt/mes documents/scls", "nfs4"),
    ],
)
def test_the_nearest_mount_decides(chemin, type_):
    assert type_de_montage(Path(chemin), MONTAGES) == type_


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's list of mounts")
def test_a_network_drive_is_a_warning_of_the_diagnosis(base_fermee, monkeypatch, tmp_path):
    liste = tmp_path / "montages"
    liste.write_text(f"30 22 0:40 / {base_fermee.dossier} rw - cifs //serveur/commun rw\n")
    monkeypatch.setattr(emplacement, "_MONTAGES", liste)
    controle = diagnostic(base_fermee)["emplacement"]
    assert controle.ok
    assert "disque réseau" in controle.message


def test_a_closed_engine_does_not_prevent_a_diagnosis(base_fermee, base_vide):
    fermer_engine(base_vide)
    assert rates(base_fermee) == set()
