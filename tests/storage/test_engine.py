"""The encrypted file is opened encrypted, or not at all."""

import os
import stat
import sys
import threading
import time
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError

from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import (
    EN_CLAIR,
    connecteur_de,
    en_lecture,
    fermer_engine,
    ouvrir_engine,
)
from journal_scls.storage.erreurs import JournalEndommage
from tests.storage.lignes import SECRET, ajouter, contenu, python

LIB = Path("/usr/lib")
PRECHARGEES = [str(f) for m in ("", "*/") for f in LIB.glob(f"{m}libsqlite3.so.0")]
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights and limits")


def ranger(base_fermee):
    return {f.name: f.read_bytes() for f in base_fermee.dossier.iterdir()}


# --- opening


def test_every_connection_is_set_for_safety(base_vide):
    with base_vide.connect() as connexion:
        valeurs = {
            nom: connexion.exec_driver_sql(f"PRAGMA {nom}").scalar()
            for nom in (
                "foreign_keys", "journal_mode", "synchronous", "busy_timeout", "cache_size",
                "temp_store", "secure_delete", "trusted_schema", "recursive_triggers",
                "cipher_status",
            )
        }  # fmt: skip
    assert valeurs == {
        "foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000,
        "cache_size": -64000, "temp_store": 2, "secure_delete": 1, "trusted_schema": 0,
        "recursive_triggers": 1, "cipher_status": "1",
    }  # fmt: skip


def test_a_new_file_is_encrypted_and_private(tmp_path):
    chemin = tmp_path / "été #1?.db"
    engine = ouvrir_engine(chemin, os.urandom(32), creer=True)
    with engine.begin() as connexion:
        connexion.exec_driver_sql("CREATE TABLE t (x)")
        connexion.exec_driver_sql("INSERT INTO t VALUES (?)", (SECRET,))
    for fichier in tmp_path.iterdir():
        octets = fichier.read_bytes()
        assert not octets.startswith(EN_CLAIR)
        assert SECRET.encode() not in octets
        if sys.platform != "win32":
            assert stat.S_IMODE(fichier.stat().st_mode) == 0o600
    fermer_engine(engine)
    assert [f.name for f in tmp_path.iterdir()] == [chemin.name]


@pytest.mark.parametrize("creer", [False, True])
def test_nothing_is_created_where_something_was(tmp_path, creer):
    chemin = tmp_path / "journal.db"
    chemin.with_name("journal.db-wal").write_bytes(b"")
    with pytest.raises(Environnement, match=r"Restaurez une sauvegarde|contient déjà"):
        ouvrir_engine(chemin, os.urandom(32), creer=creer)
    assert [f.name for f in tmp_path.iterdir()] == ["journal.db-wal"]


def test_creating_over_a_journal_is_refused(base_fermee):
    avant = ranger(base_fermee)
    with pytest.raises(Environnement, match="contient déjà un journal"):
        ouvrir_engine(base_fermee.chemin, base_fermee.cle, creer=True)
    assert ranger(base_fermee) == avant


def test_a_missing_file_is_not_replaced_by_an_empty_one(tmp_path):
    with pytest.raises(Environnement, match="aucun journal vide"):
        ouvrir_engine(tmp_path / "journal.db", os.urandom(32))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("octets", "phrase"),
    [
        (b"", "est vide"),
        (EN_CLAIR + b"\0" * 4080, "n'est pas chiffré"),
        (b"PK\3\4", "endommagé"),
        (b"x" * 4096, "endommagé"),
    ],
)
def test_a_file_that_is_not_the_journal_is_refused_untouched(tmp_path, octets, phrase):
    chemin = tmp_path / "journal.db"
    chemin.write_bytes(octets)
    with pytest.raises(Environnement, match=phrase) as refus:
        ouvrir_engine(chemin, os.urandom(32))
    assert "auvegarde" in refus.value.suite
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("journal.db", octets)]


def test_a_wrong_key_changes_nothing(base_fermee):
    avant = ranger(base_fermee)
    with pytest.raises(JournalEndommage):
        ouvrir_engine(base_fermee.chemin, os.urandom(32))
    assert ranger(base_fermee) == avant


def test_another_encrypted_file_is_not_taken_for_a_journal(tmp_path):
    chemin, cle = tmp_path / "journal.db", os.urandom(32)
    autre = sqlcipher3.connect(str(chemin))
    autre.execute(f"PRAGMA key = \"x'{cle.hex()}'\"")
    autre.execute("CREATE TABLE t (x)")
    autre.close()
    with pytest.raises(Environnement, match="n'est pas un journal"):
        ouvrir_engine(chemin, cle)


def test_a_file_deleted_while_open_is_not_made_again(base_fermee, base_vide):
    base_vide.dispose()
    base_fermee.chemin.unlink()
    with pytest.raises(Environnement, match="introuvable"), base_vide.connect():
        pass
    base_fermee.chemin.touch()
    with pytest.raises(JournalEndommage), base_vide.connect():
        pass
    assert base_fermee.chemin.stat().st_size == 0


@pytest.mark.parametrize("taille", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_a_bug(tmp_path, taille):
    with pytest.raises(ValueError, match="32 bytes"):
        ouvrir_engine(tmp_path / "journal.db", b"k" * taille, creer=True)
    assert list(tmp_path.iterdir()) == []


def test_a_closed_engine_forgets_its_key(base_fermee):
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    assert connecteur_de(en_lecture(engine)).cle == base_fermee.cle
    fermer_engine(engine)
    with pytest.raises(KeyError):
        connecteur_de(engine)


def test_the_key_is_in_no_text(base_fermee, base_vide):
    connecteur = connecteur_de(base_vide)
    for texte in (repr(connecteur), str(connecteur), repr(base_vide), repr(base_vide.url)):
        assert base_fermee.cle.hex() not in texte
        assert repr(base_fermee.cle) not in texte


# --- another library in SQLCipher's place

OUVRIR = """
import sys
from pathlib import Path
from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import ouvrir_engine
try:
    ouvrir_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), creer=sys.argv[3] == "oui")
    print("OUVERT")
except Environnement as refus:
    print(refus)
"""


@pytest.mark.skipif(not PRECHARGEES, reason="no libsqlite3.so.0 on this machine")
class TestPreload:
    def test_an_existing_journal_is_refused_untouched(self, base_fermee):
        avant = ranger(base_fermee)
        dit = python(
            OUVRIR, base_fermee.chemin, base_fermee.cle.hex(), "non", LD_PRELOAD=PRECHARGEES[0]
        )
        assert "Le chiffrement n'est pas disponible" in dit
        assert ranger(base_fermee) == avant

    def test_a_new_journal_leaves_not_even_an_empty_file(self, tmp_path):
        dit = python(OUVRIR, tmp_path / "journal.db", "ab" * 32, "oui", LD_PRELOAD=PRECHARGEES[0])
        assert "Rien n'a été écrit" in dit
        assert list(tmp_path.iterdir()) == []

    def test_the_same_program_opens_without_it(self, base_fermee):
        assert python(OUVRIR, base_fermee.chemin, base_fermee.cle.hex(), "non") == "OUVERT\n"

    def test_a_connection_refuses_by_itself_too(self, tmp_path):
        programme = """
import sys
from pathlib import Path
from journal_scls.storage.engine import Connecteur
try:
    Connecteur(Path(sys.argv[1]), b"k" * 32).creer()
except Exception as refus:
    print(refus)
"""
        dit = python(programme, tmp_path / "journal.db", LD_PRELOAD=PRECHARGEES[0])
        assert "Le chiffrement n'est pas disponible" in dit
        assert list(tmp_path.iterdir()) == []


# --- transactions


def test_a_writer_holds_the_file_from_its_beginning(base_vide):
    with base_vide.begin(), base_vide.connect() as second:
        raw = second.connection.driver_connection
        raw.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(Environnement, match="occupé"):
            second.begin()
        raw.execute("PRAGMA busy_timeout = 5000")


def test_a_reader_neither_waits_nor_sees_the_unfinished(base_vide):
    with base_vide.begin() as ecrivain, en_lecture(base_vide).connect() as lecteur:
        ajouter(ecrivain)
        debut = time.perf_counter()
        assert lecteur.exec_driver_sql("SELECT count(*) FROM intervention").scalar() == 0
        assert time.perf_counter() - debut < 1


def test_two_writers_wait_for_each_other(base_vide):
    def ecrire():
        for _ in range(25):
            with base_vide.begin() as connexion:
                ajouter(connexion)

    fils = [threading.Thread(target=ecrire) for _ in range(4)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert len(contenu(base_vide)["intervention"]) == 100


def test_one_after_the_other_they_share_a_connection_and_its_page_cache(base_vide):
    with base_vide.connect(), en_lecture(base_vide).connect():
        assert base_vide.pool.checkedout() == 2
    servies = set()
    for _ in range(4):
        with base_vide.begin() as connexion:
            servies.add(connexion.connection.driver_connection)
    assert len(servies) == 1


def test_what_is_not_committed_is_rolled_back(base_vide):
    with base_vide.connect() as connexion:
        ajouter(connexion)
    assert contenu(base_vide)["intervention"] == []
    orpheline = "INSERT INTO revision_code VALUES (99, 'l', 0, 'c', NULL)"
    with pytest.raises(IntegrityError), base_vide.begin() as connexion:  # noqa: PT012
        ajouter(connexion)
        connexion.exec_driver_sql(orpheline)
    assert contenu(base_vide)["intervention"] == []
