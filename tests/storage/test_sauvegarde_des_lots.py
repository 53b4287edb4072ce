"""The files received travel with the backup: nothing else can rebuild what a region received."""

import io
import shutil
import subprocess
import tarfile
import zipfile

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.storage.engine import NOM, consolider, fermer_engine, ouvrir_engine
from journal_scls.storage.lots import recus_tar
from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
from journal_scls.storage.sauvegarde import archive, backup
from tests.journaux_simules import JournalSimule, RegionSimulee
from tests.storage.lignes import QUAND


@pytest.fixture
def region(base_vide, base_fermee):
    journal = JournalSimule("A")
    tenue = RegionSimulee(base_vide, base_fermee.dossier).preparer([journal])
    for n in range(3):
        journal.saisir(n)
        tenue.importer(journal.exporter())
    return tenue


@pytest.fixture
def copie(region, base_fermee, tmp_path):
    return backup.creer(region.engine, base_fermee.dossier / "vault.json", tmp_path / "c", QUAND)


def gardes(dossier):
    quarantaine = QuarantaineFichiers(dossier)
    return {nom: quarantaine.lire(nom) for nom in quarantaine.noms()}


def test_a_region_restored_elsewhere_can_be_rebuilt_from_its_lots(
    region, copie, base_fermee, tmp_path
):
    attendu, fichiers = region.receptions.vidage(), gardes(region.dossier)
    assert len(fichiers) == 3
    fermer_engine(region.engine)
    shutil.rmtree(base_fermee.dossier)
    ailleurs = tmp_path / "ailleurs"
    backup.restaurer(copie, ailleurs, QUAND)
    assert gardes(ailleurs) == fichiers
    engine = ouvrir_engine(ailleurs / NOM, base_fermee.cle)
    try:
        rendue = RegionSimulee(engine, ailleurs)
        assert rendue.receptions.vidage() == attendu
        assert {r.resultat.value for r in rendue.receptions.rejouer()} == {"doublon"}
    finally:
        fermer_engine(engine)


def test_lots_received_after_the_backup_are_taken_up_again(region, copie, base_fermee):
    """T111: the dossier goes back in time, the files that it kept do not."""
    autre = JournalSimule("A")
    for n in range(4):
        autre.saisir(n)
        lot = autre.exporter()
    region.importer(lot)
    attendu = region.receptions.vidage()
    fermer_engine(region.engine)
    backup.restaurer(copie, base_fermee.dossier, QUAND)
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    try:
        rendue = RegionSimulee(engine, base_fermee.dossier)
        assert rendue.receptions.vidage() != attendu
        assert [r.resultat.value for r in rendue.receptions.reprendre()] == ["applique"]
        assert rendue.receptions.vidage() == attendu
    finally:
        fermer_engine(engine)


def test_it_says_how_many_it_holds_and_ordinary_tools_open_them(copie, region, tmp_path):
    controles = {c.controle: (c.ok, c.message) for c in backup.verifier(copie)}
    assert controles["recus"] == (True, "3 fichiers reçus y sont gardés.")
    with zipfile.ZipFile(copie) as zip_:
        assert zip_.namelist() == ["vault.json", NOM, "recus.tar", "SHA256SUMS"]
        zip_.extract("recus.tar", tmp_path / "x")
    dits = subprocess.run(
        ["tar", "-tf", tmp_path / "x" / "recus.tar"], capture_output=True, check=True
    )
    assert dits.stdout.decode().split() == sorted(gardes(region.dossier))


def test_the_same_files_make_the_same_bytes(region, tmp_path):
    for nom in ("a", "b"):
        assert recus_tar.empaqueter(region.dossier, tmp_path / nom)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert not recus_tar.empaqueter(tmp_path / "vide", tmp_path / "c")
    assert not (tmp_path / "c").exists()


def test_a_damaged_kept_file_does_not_stop_the_backup_of_the_others(region, base_fermee, tmp_path):
    nom = sorted(gardes(region.dossier))[1]
    (region.dossier / "quarantaine" / nom).write_bytes(b"abime")
    fichier = backup.creer(region.engine, base_fermee.dossier / "vault.json", tmp_path, QUAND)
    backup.restaurer(fichier, tmp_path / "r", QUAND)
    assert set(QuarantaineFichiers(tmp_path / "r").noms()) == set(
        QuarantaineFichiers(region.dossier).noms()
    ) - {nom}


def paquet(*entrees):
    flux = io.BytesIO()
    with tarfile.open(fileobj=flux, mode="w") as tar:
        for entree, octets in entrees:
            tar.addfile(entree, io.BytesIO(octets))
    return flux.getvalue()


def entree(nom, taille=0, **attributs):
    info = tarfile.TarInfo(nom)
    info.size = taille
    for cle, valeur in attributs.items():
        setattr(info, cle, valeur)
    return info


HOSTILES = {
    "un autre nom": paquet((entree("a" * 64, 3), b"abc")),
    "une traversee": paquet((entree("../../vault.json", 3), b"abc")),
    "un lien": paquet((entree("b" * 64, type=tarfile.SYMTYPE, linkname="/etc/passwd"), b"")),
    "un dossier": paquet((entree("quarantaine", type=tarfile.DIRTYPE), b"")),
    "pas un tar": b"x" * 2048,
    "coupe": paquet((entree("a" * 64, 3000), b"x" * 3000))[:1024],
}


@pytest.mark.parametrize("nom", HOSTILES)
def test_a_backup_cannot_put_anything_else_in_the_dossier(region, base_fermee, tmp_path, nom):
    """Its digests are right, so somebody made it: it is refused whole, and nothing moves."""
    consolider(region.engine)
    recus, fichier = tmp_path / "recus", tmp_path / "s.scls-sauvegarde"
    recus.write_bytes(HOSTILES[nom])
    archive.ecrire_archive(fichier, b"{}", base_fermee.chemin, recus)
    assert not all(c.ok for c in backup.verifier(fichier))
    with pytest.raises(Environnement, match="lots reçus"):
        backup.restaurer(fichier, tmp_path / "r", QUAND)
    assert not (tmp_path / "r" / NOM).exists()
    assert list((tmp_path / "r").glob("**/*")) == []
