"""A coordination on a server, by commands alone; test_lot_importer.py runs there too."""

import re
import shutil

import pytest

from journal_scls.domain.profil import Role
from tests.e2e.commande import FICHE, Commandes, creer_dossier, ecrire_lignes

EMPREINTE = re.compile(r"(?:[0-9]{5} ){5}[0-9]{5}")


@pytest.fixture
def adresse(postgres):
    with postgres.nom_prete() as nom:
        yield postgres.adresse(nom)


@pytest.fixture
def region(tmp_path, phrase, capsys):
    """A coordination in a file, of which a journal is."""
    return Commandes(creer_dossier(tmp_path / "region", role=Role.COORDINATION), capsys)


def inscrire(region, journal, tmp_path):
    inv, dem, acc = (tmp_path / nom for nom in ("inv", "dem", "acc"))
    a_nous, a_lui = (EMPREINTE.search(c("empreinte").reussi().sortie)[0] for c in (region, journal))
    region("coordination inviter", "--sortie", inv).reussi()
    journal("coordination demander", inv, "--empreinte", a_nous, "--sortie", dem).reussi()
    region("coordination accepter", dem, "--empreinte", a_lui, "--sortie", acc).reussi()
    journal("coordination rejoindre", acc).reussi()


def envoyer(journal, place, combien=6):
    fiches = ecrire_lignes(place.parent / "fiches.jsonl", *[FICHE] * combien)
    journal("saisir", "--json", fiches).reussi()
    journal("lot exporter", "--sortie", place).reussi()


def test_from_its_creation_to_its_figures_and_receipts(tmp_path, postgres, capsys, cli):
    adresse = postgres.adresse(postgres.vide())
    region = Commandes(tmp_path / "region", capsys)
    options = ("--role", "coordination", "--code", "COORD")
    cree = region("creer", *options, "--base", adresse).reussi()
    assert "Code de secours" in cree.sortie
    inscrire(region, cli, tmp_path)
    envoyer(cli, tmp_path / "clef")
    (recu,) = region.json("lot importer", tmp_path / "clef")
    assert recu["resultat"] == "applique"
    assert region.bilan("--sans-masquage")["compteurs"]["interventions"] == 6
    assert region.lister() == []
    assert all(c["ok"] for c in region.json("verifier"))
    region("lot accuser", "--sortie", tmp_path / "accuses").reussi()
    (accuse,) = (tmp_path / "accuses").iterdir()
    assert "1" in cli("lot recevoir-accuse", accuse).reussi().sortie
    region("coordination cle-secours", "--sortie", tmp_path / "cle").reussi()
    assert "AGE-SECRET-KEY-" in (tmp_path / "cle").read_text()
    region("coordination revoquer", "INT-01", "--apres-seq", "1", "--raison", "essai").reussi()


def test_a_region_that_outgrows_its_file_moves_to_a_server_and_back(
    tmp_path, adresse, region, cli, capsys
):
    inscrire(region, cli, tmp_path)
    envoyer(cli, tmp_path / "clef")
    region("lot importer", tmp_path / "clef").reussi()
    bilan, cles = region.bilan(), region("empreinte").sortie
    dit = region("lot reconstruire", "--sortie", tmp_path / "loin", "--vers", adresse).reussi()
    assert "7 lignes identiques" in dit.sortie
    loin = Commandes(tmp_path / "loin", capsys)
    assert (loin.bilan(), loin("empreinte").sortie) == (bilan, cles)
    envoyer(cli, tmp_path / "suite")
    loin("lot importer", tmp_path / "suite").reussi()
    dit = loin("lot reconstruire", "--sortie", tmp_path / "retour").reussi()
    assert "14 lignes identiques" in dit.sortie
    retour = Commandes(tmp_path / "retour", capsys)
    assert retour.bilan() == loin.bilan() != bilan
    assert retour("empreinte").sortie == cles
    envoyer(cli, tmp_path / "fin")
    retour("lot importer", tmp_path / "fin").reussi()


def test_two_coordinators_work_in_copies_of_one_dossier(tmp_path, adresse, phrase, capsys, cli):
    premier = creer_dossier(tmp_path / "a", adresse=adresse, role=Role.COORDINATION)
    second = Commandes(shutil.copytree(premier, tmp_path / "b"), capsys)
    premier = Commandes(premier, capsys)
    inscrire(premier, cli, tmp_path)
    assert premier("empreinte").sortie == second("empreinte").sortie
    envoyer(cli, tmp_path / "clef")
    second("lot importer", tmp_path / "clef").reussi()
    (deja,) = premier.json("lot importer", tmp_path / "clef")
    assert deja["resultat"] == "doublon"


def test_nothing_is_typed_on_a_server(tmp_path, adresse, phrase, capsys):
    region = Commandes(
        creer_dossier(tmp_path / "a", adresse=adresse, role=Role.COORDINATION), capsys
    )
    fiches = ecrire_lignes(tmp_path / "fiches.jsonl", FICHE)
    region("saisir", "--json", fiches).refuse("ne tient pas de journal")
    id_ = "01a2029d-7197-76e0-9f67-769740576eda"
    region("corriger", id_, "--json", fiches).refuse("ne tient pas de journal")
    region("annuler", id_, "--raison", "essai").refuse("ne tient pas de journal")
    region("sauvegarde creer").refuse("pg_dump")


def test_an_address_is_given_by_the_variable_too_and_never_for_a_journal(
    tmp_path, adresse, capsys, monkeypatch, cli
):
    monkeypatch.setenv("JOURNAL_SCLS_BASE", adresse)
    region = Commandes(tmp_path / "region", capsys)
    region("creer", "--role", "coordination", "--code", "COORD").reussi()
    region("empreinte").reussi()
    autre = Commandes(tmp_path / "journal", capsys)
    autre("creer", "--role", "intervenant", "--code", "INT-02").refuse("reste sur son ordinateur")
    assert not autre.dossier.exists()
    cli("lister").refuse("dans un fichier")


@pytest.mark.parametrize(
    ("base", "phrase_attendue"),
    [
        ("postgresql+psycopg://coord:tres-secret@serveur/region", "pas de mot de passe"),
        ("postgresql+psycopg://coord@serveur/region?sslmode=disable", "en clair"),
        ("mysql://coord@serveur/region", "pas l'adresse"),
    ],
)
def test_a_bad_address_makes_nothing(tmp_path, phrase, capsys, base, phrase_attendue):
    region = Commandes(tmp_path / "region", capsys)
    options = ("--role", "coordination", "--code", "COORD")
    dit = region("creer", *options, "--base", base).refuse(phrase_attendue)
    assert "tres-secret" not in dit
    assert not region.dossier.exists()
