"""Restoring a backup destroys nothing, whenever it stops."""

import shutil
from datetime import timedelta

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage.coffre.vault import Coffre, CoutArgon2
from journal_scls.storage.engine import NOM, fermer_engine, ouvrir_engine
from journal_scls.storage.sauvegarde import backup
from journal_scls.storage.sauvegarde.archive import SauvegardeRefusee
from tests.storage import lignes
from tests.storage.lignes import QUAND, Coups, ajouter, contenu, duree, noms, rouvrir

MOMENTS = 20


def test_a_backup_opens_on_a_new_profile_with_the_recovery_code(tmp_path):
    avant = tmp_path / "avant"
    avant.mkdir()
    cout = CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1)
    _, cle, code = Coffre.creer(avant / "vault.json", "une phrase de passe", cout)
    engine = ouvrir_engine(avant / NOM, cle, creer=True)
    with engine.begin() as connexion:
        connexion.exec_driver_sql("CREATE TABLE t (x)")
        connexion.exec_driver_sql("INSERT INTO t VALUES (42)")
    fichier = backup.creer(engine, avant / "vault.json", tmp_path / "clé", QUAND)
    attendu = contenu(engine)
    fermer_engine(engine)
    shutil.rmtree(avant)

    assert backup.restaurer(fichier, tmp_path / "neuf" / "profil", QUAND) is None
    coffre = Coffre.lire(tmp_path / "neuf" / "profil" / "vault.json")
    assert rouvrir(tmp_path / "neuf" / "profil", coffre.ouvrir_par_code(code)) == attendu
    assert noms(tmp_path / "neuf" / "profil") == [NOM, backup.RESTAURE, "vault.json"]


def test_the_journal_that_stood_there_is_moved_aside_whole(copie, pleine, base_fermee, monkeypatch):
    attendu = contenu(pleine)
    with pleine.begin() as connexion:
        ajouter(connexion, "après la sauvegarde")
    plus_recent = contenu(pleine)
    # As after a crash: the last entries are in the log only.
    etat = {n: (base_fermee.dossier / n).read_bytes() for n in noms(base_fermee.dossier)}
    fermer_engine(pleine)
    for nom, octets in etat.items():
        if not nom.endswith("-shm"):
            (base_fermee.dossier / nom).write_bytes(octets)
    de_cote = backup.restaurer(copie, base_fermee.dossier, QUAND)
    assert de_cote == base_fermee.dossier / "avant-restauration-20261122-101500"
    assert rouvrir(base_fermee.dossier, base_fermee.cle) == attendu
    assert (de_cote / "vault.json").read_bytes() == etat["vault.json"]
    assert rouvrir(de_cote, base_fermee.cle) == plus_recent


def test_two_restorations_in_one_second_keep_both_journals(copie, pleine, base_fermee):
    fermer_engine(pleine)
    premier = backup.restaurer(copie, base_fermee.dossier, QUAND)
    second = backup.restaurer(copie, base_fermee.dossier, QUAND)
    assert premier != second
    assert noms(premier) == noms(second) == [NOM, "vault.json"]


def test_a_folder_of_something_else_is_refused(copie, tmp_path):
    ailleurs = tmp_path / "Documents"
    ailleurs.mkdir()
    (ailleurs / "verrou").touch()
    (ailleurs / "budget.xlsx").touch()
    with pytest.raises(Environnement, match="autre chose qu'un journal"):
        backup.restaurer(copie, ailleurs, QUAND)
    assert noms(ailleurs) == ["budget.xlsx", "verrou"]
    (ailleurs / "budget.xlsx").unlink()
    backup.restaurer(copie, ailleurs, QUAND)
    assert noms(ailleurs) == [NOM, backup.RESTAURE, "vault.json", "verrou"]


def test_an_altered_backup_moves_nothing(copie, pleine, base_fermee):
    fermer_engine(pleine)
    octets = bytearray(copie.read_bytes())
    octets[len(octets) // 2] ^= 1
    copie.write_bytes(octets)
    avant = noms(base_fermee.dossier)
    with pytest.raises(SauvegardeRefusee):
        backup.restaurer(copie, base_fermee.dossier, QUAND)
    assert noms(base_fermee.dossier) == avant


# --- kill -9


def test_a_backup_killed_at_any_moment_leaves_a_whole_file_or_none(pleine, base_fermee, tmp_path):
    fermer_engine(pleine)
    args = (base_fermee.dossier, base_fermee.cle, tmp_path / "temps")
    coups = Coups(duree(lignes.sauvegarder, *args))
    for moment in range(MOMENTS):
        destination = tmp_path / str(moment)
        args = (base_fermee.dossier, base_fermee.cle, destination)
        coups.tuer(moment / MOMENTS, lignes.sauvegarder, *args)
        for fichier in destination.glob("journal-*") if destination.exists() else ():
            assert all(c.ok for c in backup.verifier(fichier, base_fermee.cle))
    assert coups.tues > MOMENTS // 2


def test_a_restoration_killed_at_any_moment_is_finished_by_the_next_one(
    copie, pleine, base_fermee, tmp_path
):
    attendu = contenu(pleine)
    fermer_engine(pleine)
    etat = {n: (base_fermee.dossier / n).read_bytes() for n in (NOM, "vault.json")}
    shutil.copytree(base_fermee.dossier, tmp_path / "temps")
    coups = Coups(duree(lignes.restaurer, copie, tmp_path / "temps"))
    for moment in range(MOMENTS):
        dossier = tmp_path / f"r{moment}"
        shutil.copytree(base_fermee.dossier, dossier)
        coups.tuer(moment / MOMENTS, lignes.restaurer, copie, dossier)
        backup.restaurer(copie, dossier, QUAND + timedelta(hours=1))
        assert rouvrir(dossier, base_fermee.cle) == attendu
        anciens = [d for d in dossier.glob("avant-restauration-*") if (d / NOM).exists()]
        assert any(
            {n: (d / n).read_bytes() for n in etat if (d / n).exists()} == etat for d in anciens
        )
        assert not list(dossier.glob("*.en-cours"))
    assert coups.tues > MOMENTS // 2


@pytest.mark.parametrize("deja", range(3))
def test_an_interrupted_move_goes_on_in_the_same_folder(copie, pleine, base_fermee, deja):
    fermer_engine(pleine)
    dossier = base_fermee.dossier
    (dossier / f"{NOM}-wal").write_bytes(b"journal")
    commence = dossier / "avant-restauration-20260101-000000.en-cours"
    commence.mkdir()
    for nom in (NOM, f"{NOM}-wal", "vault.json")[:deja]:
        (dossier / nom).rename(commence / nom)
    de_cote = backup.restaurer(copie, dossier, QUAND)
    assert de_cote == dossier / "avant-restauration-20260101-000000"
    assert noms(de_cote) == [NOM, f"{NOM}-wal", "vault.json"]
