"""What the database itself forbids and does, whoever writes to it."""

# ruff: noqa: S608 - the names of tables and columns are those of tables.py

import os

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from journal_scls.storage.engine import consolider
from journal_scls.storage.tables import revision
from tests.storage.lignes import SECRET, ajouter, chercher, dechiffrer, purger

FIXES = [c.name for c in revision.columns if c.name != "courante"]


def refuse(engine, sql, *valeurs, motif="immuable"):
    with pytest.raises(IntegrityError, match=motif), engine.begin() as connexion:
        connexion.exec_driver_sql(sql, valeurs)


@pytest.fixture
def entree(base_vide):
    with base_vide.begin() as connexion:
        intervention = ajouter(connexion, "note")
        connexion.exec_driver_sql(
            "INSERT INTO revision_code VALUES (1, 'problematique', 0, 'LOGEMENT', NULL)"
        )
        connexion.exec_driver_sql(
            "INSERT INTO reference VALUES (1, 0, 'OC', 'BUDGET', 'SIMPLE', 'FAITE', NULL, NULL)"
        )
    return intervention


@pytest.mark.parametrize("colonne", FIXES)
def test_no_column_of_a_revision_changes(base_vide, entree, colonne):
    refuse(base_vide, f"UPDATE revision SET {colonne} = {colonne}")


def test_a_revision_is_not_changed_behind_its_replacement(base_vide, entree):
    refuse(base_vide, "UPDATE revision SET courante = 0, note = ''")


def test_insert_or_replace_does_not_go_round_the_rule(base_vide, entree):
    colonnes = ", ".join(["id", "courante", *FIXES[1:]])
    refuse(
        base_vide,
        f"INSERT OR REPLACE INTO revision ({colonnes}) SELECT {colonnes} FROM revision",
        motif="sans purge",
    )


def test_a_replaced_revision_never_becomes_current_again(base_vide, entree):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql("UPDATE revision SET courante = 0")
    refuse(base_vide, "UPDATE revision SET courante = 1")


def test_an_entry_has_one_current_revision(base_vide, entree):
    with pytest.raises(IntegrityError, match="UNIQUE"), base_vide.begin() as connexion:
        ajouter(connexion, numero=2, intervention=entree)


@pytest.mark.parametrize("enfant", ["revision_code", "reference"])
def test_children_of_a_revision_do_not_change(base_vide, entree, enfant):
    refuse(base_vide, f"UPDATE {enfant} SET rang = rang")
    refuse(base_vide, f"DELETE FROM {enfant}", motif="sans purge")


def test_nothing_is_erased_without_its_purge_written_first(base_vide, entree):
    refuse(base_vide, "DELETE FROM revision", motif="sans purge")


def test_the_purge_of_one_entry_opens_no_other(base_vide, entree):
    with base_vide.begin() as connexion:
        autre = ajouter(connexion)
        purger(connexion, autre)
    refuse(base_vide, "DELETE FROM revision", motif="sans purge")
    refuse(base_vide, "DELETE FROM reference", motif="sans purge")


def test_a_purged_entry_leaves_only_its_purge(base_vide, entree):
    with base_vide.begin() as connexion:
        purger(connexion, entree)
        for table in ("intervention", "revision", "revision_code", "reference"):
            assert connexion.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
        assert connexion.exec_driver_sql("SELECT count(*) FROM purge").scalar() == 1
        assert chercher(connexion, "note") == []


def test_a_state_without_a_date_is_alone(base_vide):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(
            "INSERT INTO milieu (id, uuid, nom, cle) VALUES (1, zeroblob(16), 'A', 'a')"
        )
        connexion.exec_driver_sql("INSERT INTO milieu_etat (milieu_id, tenure) VALUES (1, 'OH')")
    refuse(
        base_vide, "INSERT INTO milieu_etat (milieu_id, tenure) VALUES (1, 'COOP')", motif="UNIQUE"
    )


@pytest.mark.parametrize("mot", ["élève", "eleve", "ELEVE", "Élève", "e", "el", "ele"])
def test_searching_folds_accents_case_and_beginnings(base_vide, mot):
    with base_vide.begin() as connexion:
        ajouter(connexion, "Visite chez l'élève")
        requete = f'"{mot}"*'
        sql = "SELECT rowid FROM recherche WHERE recherche MATCH ?"
        assert connexion.exec_driver_sql(sql, (requete,)).scalars().all() == [1]


def test_a_corrected_note_is_no_longer_found(base_vide):
    with base_vide.begin() as connexion:
        intervention = ajouter(connexion, "ancienne")
        connexion.exec_driver_sql("UPDATE revision SET courante = 0")
        ajouter(connexion, "nouvelle", numero=2, intervention=intervention)
        assert chercher(connexion, "ancienne") == []
        assert chercher(connexion, "nouvelle") == [2]


def test_the_index_agrees_with_the_notes(base_vide):
    with base_vide.begin() as connexion:
        ids = [ajouter(connexion, f"mot{i} commun" if i % 3 else "") for i in range(40)]
        for i in ids[::4]:
            connexion.exec_driver_sql(
                "UPDATE revision SET courante = 0 WHERE intervention_id = ?", (i,)
            )
        for i in ids[1::4]:
            purger(connexion, i)
        notes = connexion.exec_driver_sql(
            "SELECT id FROM revision WHERE courante = 1 AND note <> '' ORDER BY id"
        ).scalars()
        assert chercher(connexion, "commun") == list(notes)
        integrite = connexion.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        assert integrite == ["ok"]


def image(fichier, engine):
    consolider(engine)
    journal = fichier.chemin.with_name("journal.db-wal")
    assert journal.stat().st_size == 0
    return dechiffrer(fichier.chemin.read_bytes(), fichier.cle)


def test_purged_words_are_nowhere_in_the_decrypted_file(base_fermee, base_vide):
    mot = SECRET.encode()
    with base_vide.begin() as connexion:
        # Enough words for the index not to be merged, and so cleaned, by chance.
        for i in range(200):
            ajouter(connexion, f"note ordinaire {i} {os.urandom(30).hex()}")
        intervention = ajouter(connexion, f"une {SECRET} ancienne")
        connexion.exec_driver_sql(
            "UPDATE revision SET courante = 0 WHERE intervention_id = ?", (intervention,)
        )
        ajouter(connexion, f"{SECRET}ine corrigée", numero=2, intervention=intervention)
        connexion.exec_driver_sql(
            "INSERT INTO brouillon (uuid, contenu, modifie_le) VALUES (zeroblob(16), ?, '')",
            (f"brouillon {SECRET}",),
        )
    assert image(base_fermee, base_vide).count(mot) >= 3
    with base_vide.begin() as connexion:
        purger(connexion, intervention)
        connexion.exec_driver_sql("DELETE FROM brouillon")
    assert mot not in image(base_fermee, base_vide)
    assert mot not in base_fermee.chemin.read_bytes()


@pytest.mark.parametrize("registre", ["purge", "evenement"])
def test_a_register_keeps_every_line(base_vide, registre):
    lignes = {
        "purge": "INSERT INTO purge VALUES (zeroblob(16), '2026-01-01T00:00:00Z', 'conservation')",
        "evenement": "INSERT INTO evenement VALUES (1, '2026-01-01T00:00:00Z', 'purge', '')",
    }
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(lignes[registre])
    for ordre in (f"UPDATE {registre} SET le = ''", f"DELETE FROM {registre}"):
        with pytest.raises(DBAPIError, match="registre immuable"), base_vide.begin() as connexion:
            connexion.exec_driver_sql(ordre)
