"""The commands about lots, with a real enrolment, and the real tools on what they write."""

import hashlib
import json
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from journal_scls.domain.profil import Role
from journal_scls.sync.lot.cles import ligne_allowed_signers
from tests.e2e.commande import (
    FICHE,
    Commandes,
    creer_dossier,
    demarrer,
    ecrire_lignes,
    finir,
    ouvrir,
)

OUTILS = ("age", "unzip", "sha256sum", "ssh-keygen", "gzip")


@pytest.fixture(scope="session")
def inscrits(tmp_path_factory):
    """A region and a journal that it accepted; copied for each test, never opened."""
    ou = tmp_path_factory.mktemp("inscrits")
    creer_dossier(ou / "region", role=Role.COORDINATION, code="REG")
    creer_dossier(ou / "journal", code="INT-01")
    region, journal = ouvrir(ou / "region"), ouvrir(ou / "journal")
    try:
        notre, leur = region.identites.ici(), journal.identites.ici()
        region.inscriptions.inviter(ou / "i.scls")
        journal.inscriptions.demander(ou / "i.scls", notre.empreinte, ou / "d.scls")
        region.inscriptions.accepter(ou / "d.scls", leur.empreinte, ou / "a.scls")
        journal.inscriptions.rejoindre(ou / "a.scls")
    finally:
        region.fermer()
        journal.fermer()
    return ou


@pytest.fixture
def poste(inscrits, tmp_path, phrase):
    """Copies of both dossiers."""
    for nom in ("region", "journal"):
        shutil.copytree(inscrits / nom, tmp_path / nom)
    return tmp_path


@pytest.fixture
def journal(poste, capsys):
    return Commandes(poste / "journal", capsys)


@pytest.fixture
def region(poste, capsys):
    return Commandes(poste / "region", capsys)


@pytest.fixture
def cle(poste):
    (poste / "cle").mkdir()
    return poste / "cle"


@pytest.fixture
def ajouter(journal, poste):
    def ajouter_(**champs):
        fichier = ecrire_lignes(poste / "saisie.jsonl", FICHE | champs)
        return journal("saisir", "--json", fichier).reussi().objets[0]["id"]

    return ajouter_


def test_an_export_says_what_it_wrote(journal, cle, ajouter):
    ajouter()
    dit = journal.json("lot exporter", "--sortie", cle)
    assert (set(dit), dit["seq"], dit["ecritures"]) == ({"fichier", "seq", "ecritures"}, 1, 1)
    (fichier,) = cle.iterdir()
    assert dit["fichier"] == str(fichier)
    assert fichier.name.startswith("SCLS-")
    assert fichier.suffix == ".scls"
    assert "écrit et relu" in journal("lot exporter", "--sortie", cle).reussi().sortie


def test_an_old_lot_is_exported_again(journal, cle, ajouter):
    ajouter()
    journal.json("lot exporter", "--sortie", cle)
    ajouter()
    assert journal.json("lot exporter", "--sortie", cle)["seq"] == 2
    assert journal.json("lot exporter", "--sortie", cle, "--seq", "1")["ecritures"] == 1
    journal("lot exporter", "--sortie", cle, "--seq", "7").refuse("pas fait de lot 7")
    assert len(list(cle.iterdir())) == 3


def test_complete_and_closing_lots(journal, cle, ajouter):
    ajouter()
    assert journal.json("lot exporter", "--sortie", cle, "--complet")["seq"] == 1
    periode = ("--du", "2025-03-01", "--au", "2025-03-31")
    assert journal.json("lot exporter", "--sortie", cle, "--cloture", *periode)["seq"] == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--cloture"],
        ["--du", "2025-03-01"],
        ["--complet", "--cloture", "--du", "2025-03-01", "--au", "2025-03-31"],
        ["--seq", "1", "--complet"],
        ["--seq", "0"],
        ["--seq", "un"],
    ],
)
def test_options_that_do_not_go_together(journal, cle, options):
    journal("lot exporter", "--sortie", cle, *options).mal_utilise()
    assert not list(cle.iterdir())


def test_a_journal_that_belongs_to_no_region_cannot_export(cli, tmp_path):
    (tmp_path / "lot.scls").write_bytes(b"")
    cli("lot exporter", "--sortie", tmp_path / "cle").refuse()
    cli("lot verifier", tmp_path / "lot.scls").refuse()
    cli("lot apercu").refuse()
    cli("lot nouvelle-incarnation", "--raison", "essai").refuse()


def test_a_coordination_does_not_export(region, cle):
    region("lot exporter", "--sortie", cle).refuse()


def test_a_key_that_is_not_there(journal, poste, ajouter):
    ajouter()
    journal("lot exporter", "--sortie", poste / "absente" / "lots").refuse("branché")
    assert journal.json("lot exporter", "--sortie", poste / "cle")["seq"] == 1


def test_the_preview_and_its_digest(journal, cle, ajouter):
    ajouter(note="SECRET", milieu="Les Lilas", tenure="OH")
    texte = journal("lot apercu").reussi().sortie
    assert "Activité : Écoute" in texte
    assert "SECRET" not in texte
    assert "Lilas" not in texte
    apercu = journal.json("lot apercu")
    assert json.loads(apercu["lignes"][0])["mois"] == "2025-03"
    ajouter()
    exporter = ("lot exporter", "--sortie", cle, "--apercu")
    journal(*exporter, apercu["condense"]).refuse("changé depuis l'aperçu")
    assert not list(cle.iterdir())
    journal(*exporter, journal.json("lot apercu")["condense"]).reussi()


def test_a_file_is_checked_at_both_ends(journal, region, cle, ajouter):
    ajouter()
    journal.json("lot exporter", "--sortie", cle)
    (fichier,) = cle.iterdir()
    (ici,), (la,) = (poste.json("lot verifier", fichier) for poste in (journal, region))
    assert set(ici) == {"fichier", "resultat", "code", "message", "journal", "seq"}
    assert (ici["resultat"], ici["seq"]) == (la["resultat"], la["seq"]) == ("valide", 1)
    assert ici["journal"] == la["journal"]
    octets = bytearray(fichier.read_bytes())
    octets[-5] ^= 1
    fichier.write_bytes(octets)
    for poste in (journal, region):
        vu = poste("lot verifier", fichier)
        assert vu.code == 1
        assert "ÉCHEC" in vu.sortie
    assert region("lot verifier", "--json", fichier).json[0]["code"] == "age_abime"


def test_a_restored_backup_waits_for_a_decision(journal, poste, cle, ajouter):
    ajouter()
    journal.json("lot exporter", "--sortie", cle)
    journal("sauvegarde creer", "--sortie", poste / "copies").reussi()
    (copie,) = (poste / "copies").iterdir()
    ajouter()
    journal.json("lot exporter", "--sortie", cle)
    journal("sauvegarde restaurer", copie).reussi()
    journal("lot exporter", "--sortie", cle).refuse("restaurée")
    journal("lot exporter", "--sortie", cle, "--seq", "1").refuse("nouvelle-incarnation")
    journal("lot nouvelle-incarnation").mal_utilise("raison")
    assert "époque 2" in journal("lot nouvelle-incarnation", "--raison", "panne").reussi().sortie
    dit = journal("lot exporter", "--sortie", cle).reussi().sortie
    assert dit.startswith("Lot 1 (lot complet), 1 écriture")


def test_a_copied_folder_waits_for_a_decision(journal, poste, cle, ajouter, capsys):
    ajouter()
    journal.json("lot exporter", "--sortie", cle)
    shutil.copytree(journal.dossier, poste / "copie")
    Commandes(poste / "copie", capsys)("lot exporter", "--sortie", cle).refuse("recopié")
    journal("lot exporter", "--sortie", cle).reussi()


# --- the real tools, and none of our code


def lancer(*commande: object, cwd: Path, entree: bytes = b"") -> bytes:
    fait = subprocess.run(
        list(map(str, commande)), cwd=cwd, input=entree, capture_output=True, check=False
    )
    assert fait.returncode == 0, fait.stderr
    return fait.stdout


@pytest.mark.skipif(not all(map(shutil.which, OUTILS)), reason=f"needs {', '.join(OUTILS)}")
def test_ordinary_tools_open_and_verify_what_is_exported(journal, poste, cle, ajouter):
    entree = ajouter(note="SECRET")
    fichier = Path(journal.json("lot exporter", "--sortie", cle)["fichier"])
    region, sien = ouvrir(poste / "region"), ouvrir(journal.dossier)
    try:
        (poste / "cle.txt").write_text(region.identites.ici().cles[0].age + "\n")
        (poste / "secours.txt").write_text(region.identites.ici().cles[0].secours + "\n")
        publique = sien.identites.ici().cle_publique
    finally:
        region.fermer()
        sien.fermer()
    (poste / "signataires").write_text(ligne_allowed_signers("int-01", publique, ["lot.v1@scls"]))
    lancer("age", "-d", "-i", "cle.txt", "-o", "lot.zip", fichier, cwd=poste)
    assert lancer("age", "-d", "-i", "secours.txt", fichier, cwd=poste) == (
        (poste / "lot.zip").read_bytes()
    )
    lancer("unzip", "-q", "lot.zip", "-d", "lot", cwd=poste)
    ou = poste / "lot"
    lancer("sha256sum", "-c", "--strict", "SHA256SUMS", cwd=ou)
    signe = ("-Y", "verify", "-f", "../signataires", "-I", "int-01", "-n", "lot.v1@scls")
    manifeste = (ou / "manifest.json").read_bytes()
    lancer("ssh-keygen", *signe, "-s", "manifest.json.sig", cwd=ou, entree=manifeste)
    lignes = lancer("gzip", "-dc", "records.jsonl.gz", cwd=ou)
    dit = json.loads(manifeste)
    assert dit["files"][0]["raw_sha256"] == hashlib.sha256(lignes).hexdigest()
    assert json.loads(lignes)["id"] == entree
    assert b"SECRET" not in lignes


# --- killed at any moment


def test_killed_at_any_moment_a_file_is_whole_and_the_word_is_true(
    journal, region, poste, cle, ajouter
):
    alea = random.Random(20250314)
    ajouter()
    for _ in range(8):
        enfant = demarrer("lot", "exporter", "--dossier", journal.dossier, "--sortie", cle)
        time.sleep(alea.uniform(0.3, 1.6))
        finir(enfant, signal.SIGKILL)
    fichiers = sorted(cle.glob("*.scls"))
    if fichiers:
        region("lot verifier", *fichiers).reussi()
    sien = ouvrir(journal.dossier)
    try:
        envois = sien.envois.lister()
        with sien.base.engine.connect() as connexion:
            ecrits = connexion.exec_driver_sql("SELECT fichier FROM fichier_ecrit").scalars().all()
    finally:
        sien.fermer()
    assert len(envois) <= 1
    assert all((e.ecrit_le is not None) == bool(ecrits) for e in envois)
    assert set(ecrits) <= {hashlib.sha256(f.read_bytes()).hexdigest() for f in fichiers}
    # And the journal goes on.
    assert journal.json("lot exporter", "--sortie", cle)["seq"] == 1
