"""A region and its journal, by commands alone: enrol, export, import, count, rebuild."""

import json
import re
from contextlib import ExitStack

import pytest

from journal_scls.domain.profil import Role
from tests.e2e.commande import FICHE, Commandes, creer_dossier, ecrire_lignes

EMPREINTE = re.compile(r"(?:[0-9]{5} ){5}[0-9]{5}")


@pytest.fixture(params=["fichier", "serveur"])
def coordination(request, tmp_path, phrase, capsys):
    with ExitStack() as pile:
        adresse = ""
        if request.param == "serveur":
            postgres = request.getfixturevalue("postgres")
            adresse = postgres.adresse(pile.enter_context(postgres.nom_prete()))
        dossier = creer_dossier(tmp_path / "region", adresse=adresse, role=Role.COORDINATION)
        yield Commandes(dossier, capsys)


@pytest.fixture
def clef(tmp_path):
    place = tmp_path / "clef"
    place.mkdir()
    return place


@pytest.fixture
def inscrits(cli, coordination, tmp_path):
    """The journal has joined the region."""
    inv, dem, acc = (tmp_path / nom for nom in ("inv", "dem", "acc"))
    a_nous = EMPREINTE.search(coordination("empreinte").reussi().sortie)[0]
    a_lui = EMPREINTE.search(cli("empreinte").reussi().sortie)[0]
    coordination("coordination inviter", "--sortie", inv).reussi()
    cli("coordination demander", inv, "--empreinte", a_nous, "--sortie", dem).reussi()
    coordination("coordination accepter", dem, "--empreinte", a_lui, "--sortie", acc).reussi()
    cli("coordination rejoindre", acc).reussi()


def exporter(cli, clef):
    return cli.json("lot exporter", "--sortie", clef)


def importer(coordination, *fichiers):
    lu = coordination("lot importer", *fichiers, "--json")
    return lu.code, [(r["resultat"], r["code"], r["seq"]) for r in lu.json]


@pytest.mark.usefixtures("inscrits")
def test_a_lot_goes_from_the_journal_to_the_figures_of_the_region(
    cli, coordination, saisir, clef, tmp_path
):
    saisir(*[FICHE] * 6)
    exporter(cli, clef)
    assert importer(coordination, clef) == (0, [("applique", "applique", 1)])
    assert importer(coordination, clef) == (0, [("doublon", "doublon", 1)])
    bilan = coordination.bilan()
    assert bilan["compteurs"]["interventions"] == 6
    assert bilan["parametres"]["masquage_k"] == 5
    assert bilan["avertissements"][0] == "1 journal sur 1, aucun trou."
    assert coordination.json("lot etat")["complet"]
    refait = coordination("lot reconstruire", "--sortie", tmp_path / "refait").reussi()
    assert "7 lignes identiques" in refait.sortie
    ailleurs = Commandes(tmp_path / "refait", coordination._capsys)
    assert ailleurs.bilan() == bilan
    coordination("lot reconstruire", "--sortie", tmp_path / "refait").refuse("pas vide")


@pytest.mark.usefixtures("inscrits")
def test_each_line_has_the_keys_of_the_contract(cli, coordination, saisir, clef):
    saisir(FICHE)
    exporter(cli, clef)
    (clef / "zz.scls").write_bytes(b"rien")
    lu = coordination("lot importer", clef, "--json")
    assert lu.code == 1
    assert [sorted(ligne) for ligne in json.loads(lu.sortie)] == [
        ["code", "fichier", "journal", "message", "resultat", "seq"]
    ] * 2
    lu.refuse("1 fichier sur 2")
    coordination("lot importer", clef).refuse()


@pytest.mark.usefixtures("inscrits")
def test_a_lost_lot_is_a_gap_that_the_figures_carry(cli, coordination, tmp_path, clef):
    for rang in range(3):
        fiches = ecrire_lignes(tmp_path / f"{rang}.jsonl", FICHE)
        cli("saisir", "--json", fiches).reussi()
        exporter(cli, clef / str(rang))
    (clef / "1").rename(tmp_path / "perdu")
    importer(coordination, clef / "0", clef / "2")
    etat = coordination.json("lot etat")
    assert etat["journaux"][0]["incarnations"][0]["manquants"] == [[2, 2]]
    # Nothing was acknowledged: lot 3 brings again what lot 2 held.
    assert etat["phrase"] == "1 journal sur 1, aucun trou"
    assert coordination.bilan("--sans-masquage")["compteurs"]["interventions"] == 3


def test_only_a_coordination_imports(cli, clef):
    cli("lot importer", clef).refuse("ne reçoit pas")
    cli("lot importer").mal_utilise()
