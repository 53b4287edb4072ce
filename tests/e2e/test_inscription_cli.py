"""Two people, two dossiers and a folder between them: from the invitation to the accusé."""

import json
import shutil
from pathlib import Path

import pytest

from journal_scls.domain.profil import Role
from tests.e2e.commande import FICHE, PHRASE, Commandes, creer_dossier, ecrire_lignes, processus

CANARI = "zorglub"


@pytest.fixture(scope="session")
def modeles(tmp_path_factory) -> Path:
    racine = tmp_path_factory.mktemp("modeles")
    creer_dossier(racine / "region", role=Role.COORDINATION, code="REG-01", nom_affiche="Région")
    creer_dossier(racine / "journal", role=Role.INTERVENANT, code="INT-01")
    creer_dossier(racine / "autre", role=Role.INTERVENANT, code="INT-02")
    return racine


@pytest.fixture
def dossiers(modeles: Path, tmp_path: Path, phrase: str, capsys, monkeypatch):
    shutil.copytree(modeles, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return {nom: Commandes(tmp_path / nom, capsys) for nom in ("region", "journal", "autre")}


def empreinte(commande: Commandes) -> str:
    return commande("empreinte").reussi().sortie.strip()


def inscrire(journal: Commandes, region: Commandes, prefixe: str = "") -> None:
    inv, dem, acc = (f"{prefixe}{nom}" for nom in ("inv", "dem", "acc"))
    region("coordination inviter", "--sortie", inv).reussi()
    journal(
        "coordination demander", inv, "--empreinte", empreinte(region), "--sortie", dem
    ).reussi()
    region(
        "coordination accepter", dem, "--empreinte", empreinte(journal), "--sortie", acc
    ).reussi()
    journal("coordination rejoindre", acc).reussi()


def test_the_digits_are_30_and_do_not_move(dossiers):
    chiffres = empreinte(dossiers["region"])
    assert [len(groupe) for groupe in chiffres.split(" ")] == [5] * 6
    assert chiffres.replace(" ", "").isdigit()
    assert empreinte(dossiers["region"]) == chiffres != empreinte(dossiers["journal"])


def test_enrolment_step_by_step(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    chiffres_region, chiffres = empreinte(region), empreinte(journal)
    assert chiffres_region in region("coordination inviter", "--sortie", "inv").reussi().sortie
    demander = ("coordination demander", "inv", "--sortie", "dem", "--empreinte")
    journal(*demander, chiffres).refuse("Les 30 chiffres tapés ne sont pas")
    journal(*demander, "12345").refuse("30 chiffres")
    assert not (tmp_path / "dem").exists()
    journal("coordination rejoindre", "inv").refuse("aucune demande")
    assert chiffres in journal(*demander, chiffres_region).reussi().sortie
    accepter = ("coordination accepter", "dem", "--sortie", "acc", "--empreinte")
    region(*accepter, chiffres_region).refuse("Les 30 chiffres tapés ne sont pas")
    assert "INT-01" in region(*accepter, f"  {chiffres} ").reussi().sortie
    region(*accepter, chiffres).reussi()
    assert "Région" in journal("coordination rejoindre", "acc").reussi().sortie
    journal("coordination rejoindre", "acc").refuse("déjà rejoint")


def test_a_file_that_was_touched_is_refused(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    region("coordination inviter", "--sortie", "inv").reussi()
    texte = (tmp_path / "inv").read_text("utf-8")
    (tmp_path / "faux").write_text(texte.replace("Région", "Réqion"), "utf-8")
    demander = ("--empreinte", empreinte(region), "--sortie", "dem")
    journal("coordination demander", "faux", *demander).refuse("La signature")
    journal("coordination demander", tmp_path, *demander).refuse("ne peut pas être lu")
    journal("coordination demander", "absent", *demander).refuse("ne peut pas être lu")
    assert not (tmp_path / "dem").exists()


@pytest.mark.parametrize(
    ("qui", "commande"),
    [
        ("journal", "coordination inviter --sortie x"),
        ("journal", "coordination cle-secours --sortie x"),
        ("journal", "coordination revoquer INT-01 --apres-seq 1 --raison x"),
        ("journal", "lot accuser --sortie x"),
        ("region", "coordination changer-cles --sortie x"),
        ("region", "lot recevoir-accuse x"),
    ],
)
def test_a_command_of_the_other_role(dossiers, tmp_path, qui, commande):
    nom, *reste = (
        commande.split(" --")[0],
        *(mot for option in commande.split(" --")[1:] for mot in f"--{option}".split(" ")),
    )
    dossiers[qui](nom, *reste).refuse("Cette étape ne se fait pas dans ce genre de dossier")
    assert not (tmp_path / "x").exists()


def test_wrong_usage(dossiers):
    dossiers["region"]("coordination inviter").mal_utilise("--sortie")
    dossiers["region"](
        "coordination revoquer", "INT-01", "--apres-seq", "-1", "--raison", "x"
    ).mal_utilise("--apres-seq")
    dossiers["journal"]("coordination demander", "inv", "--sortie", "x").mal_utilise("--empreinte")


def test_the_vault_is_never_written_over(dossiers):
    sortie = dossiers["region"].dossier / "vault.json"
    dossiers["region"]("coordination inviter", "--sortie", sortie).refuse("fichier du journal")
    dossiers["region"]("coordination cle-secours", "--sortie", sortie).refuse("fichier du journal")


def test_the_recovery_key_asks_the_passphrase_again(dossiers, tmp_path, monkeypatch):
    region = dossiers["region"]
    region("coordination cle-secours", "--sortie", "secours.txt").reussi()
    assert (tmp_path / "secours.txt").read_text("utf-8").splitlines()[-1].startswith("AGE-SECRET-")
    assert (tmp_path / "secours.txt").stat().st_mode & 0o777 == 0o600
    # A passphrase that was right when the dossier opened, and is not when it is asked again.
    from journal_scls.cli.contexte import Contexte  # noqa: PLC0415 - only here

    donnees = iter([PHRASE, "une autre phrase"])
    monkeypatch.setattr(Contexte, "phrase", lambda _: next(donnees))
    region("coordination cle-secours", "--sortie", "autre.txt").refuse("ne convient pas")
    assert not (tmp_path / "autre.txt").exists()


def test_no_passphrase_no_key(dossiers, tmp_path):
    refus = processus(
        "coordination", "cle-secours", "--dossier", dossiers["region"].dossier, "--sortie",
        tmp_path / "x", env={"PATH": "/usr/bin:/bin", "JOURNAL_SCLS_PHRASE": "mauvaise phrase"},
    )  # fmt: skip
    assert refus.code == 1
    assert not (tmp_path / "x").exists()


def saisir(journal: Commandes, tmp_path: Path, n: int) -> None:
    fiche = FICHE | {"date": f"2025-03-{n:02}", "note": f"{CANARI} note", "personne": CANARI}
    journal("saisir", "--json", ecrire_lignes(tmp_path / "s.jsonl", fiche)).reussi()


def test_lots_go_accuses_come_back(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    saisir(journal, tmp_path, 1)
    journal("lot exporter", "--sortie", "lots").refuse("pas encore inscrit")
    inscrire(journal, region)
    inscrire(dossiers["autre"], region, "autre-")
    for n in (2, 3, 4):
        saisir(journal, tmp_path, n)
        journal("lot exporter", "--sortie", f"lots{n}").reussi()
    region("lot importer", "lots2", "lots4").reussi()
    dits = region("lot accuser", "--sortie", "accuses").reussi().sortie.splitlines()
    assert [ligne.partition(" ")[0] for ligne in dits] == ["INT-01", "INT-02"]
    fichiers = sorted(str(f) for f in (tmp_path / "accuses").iterdir())
    lu = journal("lot recevoir-accuse", *fichiers)
    assert lu.code == 1  # the other journal's is not for us, and says so
    assert "Le coordonnateur a reçu vos lots 1 et 3." in lu.sortie
    assert "Il lui manque votre lot 2 : exportez-le de nouveau." in lu.sortie
    assert "n'est pas adressé à ce dossier" in lu.sortie
    journal("lot exporter", "--sortie", "encore", "--seq", 2).reussi()
    region("lot importer", "encore").reussi()
    region("lot accuser", "--sortie", "accuses2").reussi()
    suite = [str(f) for f in (tmp_path / "accuses2").iterdir()]
    resultats = json.loads(journal("lot recevoir-accuse", "--json", *suite, *fichiers).sortie)
    assert sorted(r["resultat"] for r in resultats) == ["applique", "doublon", "refuse", "refuse"]
    assert {r["code"] for r in resultats if r["resultat"] == "refuse"} == {"pas_pour_nous"}
    assert "vos lots 1 à 3." in journal("lot recevoir-accuse", *fichiers).sortie


def test_a_rotation_and_a_revocation(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    inscrire(journal, region)
    for n in (1, 2):
        saisir(journal, tmp_path, n)
        journal("lot exporter", "--sortie", f"lots{n}").reussi()
        if n == 1:
            assert (
                "à partir du lot 2"
                in journal("coordination changer-cles", "--sortie", "cles").reussi().sortie
            )
    # T104: the change is late, the lot waits for it and is then taken.
    resultats = region("lot importer", "--json", "lots1", "lots2").json
    assert [r["resultat"] for r in resultats] == ["applique", "quarantaine"]
    region("coordination prendre-cles", "cles").reussi()
    assert "déjà prises" in region("coordination prendre-cles", "cles").reussi().sortie
    (resultat,) = region("lot importer", "--json", "lots2").reussi().json
    assert resultat["resultat"] == "applique"
    # T102: what comes after the revocation is set aside, whatever came before stays.
    region("coordination revoquer", "INT-01", "--apres-seq", 2, "--raison", "vol").reussi()
    saisir(journal, tmp_path, 3)
    journal("lot exporter", "--sortie", "lots3").reussi()
    resultats = region("lot importer", "--json", "lots1", "lots2", "lots3").json
    assert [r["resultat"] for r in resultats] == ["doublon", "doublon", "quarantaine"]
    journal("coordination changer-cles", "--sortie", "cles2").reussi()
    region("coordination prendre-cles", "cles2").refuse("révoqué")


def test_a_restored_copy_is_stopped_by_the_accuse(dossiers, tmp_path):
    """T107, with the mark of the folder lost as well."""
    region, journal = dossiers["region"], dossiers["journal"]
    inscrire(journal, region)
    saisir(journal, tmp_path, 1)
    journal("lot exporter", "--sortie", "lots").reussi()
    vieux = {f: f.read_bytes() for f in journal.dossier.iterdir() if f.is_file()}
    saisir(journal, tmp_path, 2)
    journal("lot exporter", "--sortie", "lots").reussi()
    region("lot importer", "lots").reussi()
    region("lot accuser", "--sortie", "accuses").reussi()
    for fichier, octets in vieux.items():
        fichier.write_bytes(octets)
    dit = journal("lot recevoir-accuse", *(tmp_path / "accuses").iterdir())
    assert "ancienne sauvegarde" in dit.sortie
    assert "Les exportations sont arrêtées" in dit.erreur
    journal("lot exporter", "--sortie", "lots").refuse("ancienne sauvegarde")
    journal("lot nouvelle-incarnation", "--raison", "sauvegarde restaurée").reussi()
    saisir(journal, tmp_path, 3)
    journal("lot exporter", "--sortie", "suite").reussi()
    (resultat,) = region("lot importer", "--json", "suite").reussi().json
    assert resultat["resultat"] == "applique"


def test_no_note_and_no_tenant_in_any_file(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    saisir(journal, tmp_path, 1)
    inscrire(journal, region)
    journal("lot exporter", "--sortie", "lots").reussi()
    region("lot importer", "lots").reussi()
    region("lot accuser", "--sortie", "accuses").reussi()
    journal("coordination changer-cles", "--sortie", "cles").reussi()
    region("coordination cle-secours", "--sortie", "secours.txt").reussi()
    (tmp_path / "s.jsonl").unlink()
    for fichier in (f for f in tmp_path.rglob("*") if f.is_file()):
        assert CANARI.encode() not in fichier.read_bytes(), fichier
        assert CANARI not in fichier.name
