"""What the disk, a kill and a talkative log do to a journal: nothing that shows or is lost."""

import logging
import os
import random
import sys
import time

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError

from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import (
    Connecteur,
    consolider,
    en_lecture,
    fermer_engine,
    ouvrir_engine,
)
from journal_scls.storage.erreurs import (
    IssueInconnue,
    JournalEndommage,
    erreurs_disque,
    traduire,
)
from journal_scls.storage.sql import par_le_pilote
from tests.storage.lignes import PAGE, SECRET, ajouter, contenu, ecrire_sans_fin, processus, python

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")


# --- what the disk does


def test_every_translated_error_is_a_sentence_and_a_next_step():
    for code in (3, 5, 6, 8, 10, 11, 13, 14, 15, 23, 26):
        erreur = sqlcipher3.OperationalError("interne")
        erreur.sqlite_errorcode = code | (3 << 8)
        phrase = traduire(erreur)
        assert phrase.message.endswith(".")
        assert phrase.suite.endswith(".")
        assert "interne" not in str(phrase)


@pytest.mark.parametrize("erreur", [ValueError(), None, sqlcipher3.OperationalError("syntax")])
def test_a_bug_stays_a_bug(erreur):
    assert traduire(erreur) is None
    if erreur:
        with pytest.raises(type(erreur)), erreurs_disque():
            raise erreur


def limiter(engine, pragma):
    connexion = engine.raw_connection()
    connexion.cursor().execute(f"PRAGMA {pragma}")
    connexion.close()


def test_a_full_disk_loses_nothing_and_works_again_after(base_vide):
    with base_vide.begin() as connexion:
        ajouter(connexion, "gardée")
        pages = connexion.exec_driver_sql("PRAGMA page_count").scalar()
    limiter(base_vide, f"max_page_count = {pages}")
    with (
        pytest.raises(Environnement, match="Le disque est plein"),
        base_vide.begin() as connexion,
    ):
        ajouter(connexion, "x" * 200_000)
    assert len(contenu(base_vide)["intervention"]) == 1
    limiter(base_vide, f"max_page_count = {pages + 1000}")
    with base_vide.begin() as connexion:
        ajouter(connexion, "x" * 200_000)
    assert len(contenu(base_vide)["intervention"]) == 2


def test_a_refused_write_is_explained(base_vide):
    limiter(base_vide, "query_only = ON")
    with pytest.raises(Environnement, match="ne peut pas être modifié"), base_vide.begin() as c:
        ajouter(c)


DISQUE_EN_PANNE = """
import resource, sys
from pathlib import Path
from journal_scls.storage.engine import ouvrir_engine
from journal_scls.storage.erreurs import IssueInconnue
from tests.storage.lignes import ajouter, contenu
engine = ouvrir_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
with engine.begin() as c:
    ajouter(c, "gardée")
with engine.connect() as c:
    connexion = c.connection.driver_connection
limites = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1, limites[1]))
try:
    with engine.begin() as c:
        ajouter(c, "perdue")
    print("ENREGISTRE")
except IssueInconnue as panne:
    print("PANNE", panne)
try:
    connexion.total_changes
    print("OUVERTE")
except Exception as fermee:
    print("FERMEE", fermee)
resource.setrlimit(resource.RLIMIT_FSIZE, limites)
with engine.begin() as c:
    ajouter(c, "ensuite")
print("LIGNES", len(contenu(engine)["intervention"]))
"""


@posix
def test_after_an_input_output_error_the_next_use_opens_the_file_again(base_fermee):
    dit = python(DISQUE_EN_PANNE, base_fermee.chemin, base_fermee.cle.hex())
    assert "PANNE Le disque n'a pas répondu" in dit
    assert "FERMEE Cannot operate on a closed database" in dit
    assert "LIGNES 2" in dit


def test_damage_met_while_reading_is_said_and_closes_the_connections(base_fermee, base_vide):
    with base_vide.begin() as connexion:
        for _ in range(200):
            ajouter(connexion, "x" * 300)
    consolider(base_vide)
    base_vide.dispose()
    octets = bytearray(base_fermee.chemin.read_bytes())
    octets[len(octets) // 2 :: PAGE] = b"?" * len(octets[len(octets) // 2 :: PAGE])
    base_fermee.chemin.write_bytes(octets)
    with pytest.raises(JournalEndommage), base_vide.connect() as connexion:
        connexion.exec_driver_sql("SELECT * FROM revision").all()
    assert base_vide.pool.checkedin() == 0


def test_a_raw_connection_speaks_french_too(base_fermee):
    with pytest.raises(JournalEndommage), erreurs_disque():
        Connecteur(base_fermee.chemin, os.urandom(32)).connecter()
    erreur = sqlcipher3.OperationalError("disk I/O error")
    erreur.sqlite_errorcode = 10
    with pytest.raises(IssueInconnue), erreurs_disque():
        raise erreur


def test_going_past_the_engine_a_dead_disk_still_closes_the_connections(base_vide):
    ancien = base_vide.pool
    panne = sqlcipher3.OperationalError("disk I/O error")
    panne.sqlite_errorcode = 10
    with base_vide.connect() as connexion:
        connexion.begin()
        ajouter(connexion, "perdue")
        directe = connexion.connection.driver_connection
        with pytest.raises(IssueInconnue), par_le_pilote(connexion):
            raise panne
        with pytest.raises(sqlcipher3.ProgrammingError, match="closed database"):
            _ = directe.total_changes
    assert base_vide.pool is not ancien
    assert contenu(base_vide)["intervention"] == []


def test_going_past_the_engine_a_bug_is_still_its_own_and_quotes_nothing(base_vide):
    texte = "INSERT INTO preference (nom, valeur) VALUES (?, ?)"
    with (
        pytest.raises(IntegrityError, match="UNIQUE") as bogue,
        base_vide.begin() as connexion,
        par_le_pilote(connexion) as curseur,
    ):
        curseur.executemany(texte, [("theme", SECRET), ("theme", SECRET)])
    assert SECRET not in str(bogue.value)
    assert contenu(base_vide)["preference"] == []


# --- nothing leaks

BAVARD = """
import logging, sys, traceback
from pathlib import Path
logging.basicConfig(level=logging.DEBUG)
for nom in ("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.engine.Engine", "sqlalchemy.pool"):
    logging.getLogger(nom).setLevel(logging.DEBUG)
from journal_scls.storage.engine import ouvrir_engine
from tests.storage.lignes import ajouter
for nom in ("avant", "apres"):
    engine = ouvrir_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    logging.getLogger("sqlalchemy.engine.Engine").setLevel(logging.DEBUG)
    logging.getLogger("sqlalchemy.engine").setLevel(logging.DEBUG)
    canari = sys.argv[3]
    with engine.begin() as c:
        ajouter(c, canari)
        print(len(c.exec_driver_sql("SELECT note FROM revision").all()))
    for sql in (
        "INSERT INTO preference VALUES (?, NULL)",
        "INSERT INTO preference VALUES (?, ?)",
        "SELECT * FROM absente WHERE x = ?",
        "UPDATE revision SET note = ?",
    ):
        try:
            with engine.begin() as c:
                c.exec_driver_sql(sql, (canari,))
        except Exception:
            traceback.print_exc()
logging.getLogger("ici").debug("le journal marche")
"""


def test_no_note_and_no_key_in_logs_or_tracebacks(base_fermee):
    dit = python(BAVARD, base_fermee.chemin, base_fermee.cle.hex(), SECRET)
    assert "le journal marche" in dit
    assert dit.count("Traceback") >= 8
    assert "NOT NULL constraint failed" in dit
    assert SECRET not in dit
    assert base_fermee.cle.hex() not in dit
    assert "Row (" not in dit


def test_warnings_of_sqlalchemy_still_pass(base_vide, caplog):
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("sqlalchemy.engine.Engine").debug("ligne")
        logging.getLogger("sqlalchemy.engine.Engine").warning("avertissement")
    assert [r.message for r in caplog.records if r.name.startswith("sqlalchemy")] == [
        "avertissement"
    ]


# --- kill -9


def tuer_et_compter(fichier, fois, graine):
    """Kill a saving process again and again; every acknowledged entry must still be there."""
    hasard = random.Random(graine)
    recues: set[int] = set()
    for tour in range(fois):
        with processus(ecrire_sans_fin, fichier.chemin, fichier.cle) as (proces, tuyau):
            assert tuyau.poll(30)
            time.sleep(hasard.random() * 0.03)
            proces.kill()
            proces.join()
            try:
                while tuyau.poll():
                    recues.add(tuyau.recv())
            except EOFError:
                pass
        engine = ouvrir_engine(fichier.chemin, fichier.cle)
        with en_lecture(engine).connect() as connexion:
            presentes = set(connexion.exec_driver_sql("SELECT id FROM intervention").scalars())
            orphelines = connexion.exec_driver_sql(
                "SELECT count(*) FROM intervention"
                " WHERE id NOT IN (SELECT intervention_id FROM revision)"
            ).scalar()
            if tour % 10 == 9:
                integrite = connexion.exec_driver_sql("PRAGMA integrity_check").scalar()
                assert integrite == "ok"
        fermer_engine(engine)
        assert recues <= presentes
        assert orphelines == 0
    return len(recues)


def test_killing_a_saving_process_loses_no_acknowledged_entry(base_fermee):
    assert tuer_et_compter(base_fermee, 100, graine=1) > 100


@pytest.mark.lent
def test_killing_a_saving_process_five_hundred_times(base_fermee):
    assert tuer_et_compter(base_fermee, 500, graine=2) > 500
