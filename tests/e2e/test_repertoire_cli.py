"""The directory between two dossiers, by the commands alone: published, taken in, proposed."""

import json
from pathlib import Path

import pytest

from journal_scls.domain.profil import Role
from tests.e2e.commande import FICHE, Commandes, creer_dossier, ecrire_lignes
from tests.e2e.test_inscription_cli import inscrire


@pytest.fixture(params=["fichier", "serveur"])
def dossiers(request, tmp_path: Path, phrase: str, capsys, monkeypatch):
    """A region, in its file or on a server, and a journal that has joined it."""
    adresse = ""
    if request.param == "serveur":
        postgres = request.getfixturevalue("postgres")
        adresse = postgres.adresse(postgres.migree())
    creer_dossier(
        tmp_path / "region", adresse=adresse, role=Role.COORDINATION, code="REG-01",
        nom_affiche="Région",
    )  # fmt: skip
    creer_dossier(tmp_path / "journal", role=Role.INTERVENANT, code="INT-01")
    monkeypatch.chdir(tmp_path)
    faits = {nom: Commandes(tmp_path / nom, capsys) for nom in ("region", "journal")}
    inscrire(faits["journal"], faits["region"])
    return faits


def saisir(journal: Commandes, tmp_path: Path, **fiche: object) -> str:
    fichier = ecrire_lignes(tmp_path / "saisie.jsonl", FICHE | fiche)
    return str(journal("saisir", "--json", fichier).reussi().objets[0]["id"])


def test_the_region_publishes_and_the_journal_takes_in(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    region("repertoire ajouter-organisme", "Office de l'Est", "--tenure", "OH").reussi()
    region("repertoire ajouter-organisme", "Office uni", "--tenure", "OH").reussi()
    region(
        "repertoire ajouter-milieu", "Tour des Érables", "--tenure", "OH", "--mrc", "Lévis",
        "--organisme", "office de l'est", "--logements", "24",
    ).reussi()  # fmt: skip
    ajoute = region("repertoire ajouter-projet", "Jardin d'été", "--milieu", "tour des erables")
    assert "JARDIN_D_ETE" in ajoute.reussi().sortie
    region("repertoire ajouter-comite", "Comité consultatif", "--instance", "CCR",
           "--membres", "LOCATAIRE:8", "--membres", "GESTIONNAIRE:2").reussi()  # fmt: skip
    region("repertoire ajouter-service", "CLSC", "--destination", "CISSS",
           "--service", "SANTE_MENTALE").reussi()  # fmt: skip
    publiee = region("repertoire publier", "--sortie", "un.sclsrep", "--json").reussi().objets[0]
    assert (publiee["edition"], publiee["refaite"]) == (1, False)
    refaite = region("repertoire publier", "--sortie", "encore.sclsrep", "--json").reussi()
    assert refaite.objets[0]["refaite"]
    assert (tmp_path / "un.sclsrep").read_bytes() == (tmp_path / "encore.sclsrep").read_bytes()
    prise = journal("repertoire prendre", "un.sclsrep", "--json").reussi().objets[0]
    assert prise["resultat"] == "applique"
    assert "2 organismes ajoutés" in [c["phrase"] for c in prise["changements"]]
    region("repertoire succeder", "Office de l'Est", "--par", "Office uni",
           "--le", "2026-01-01").reussi()  # fmt: skip
    region("repertoire publier", "--sortie", "deux.sclsrep").reussi()
    dit = journal("repertoire prendre", "deux.sclsrep").reussi().sortie
    assert "« Office de l'Est » : remplacé par « Office uni » après le 2025-12-31." in dit
    assert "Office uni, Lévis, OH, depuis le 2026-01-01" in dit
    assert "était déjà prise" in journal("repertoire prendre", "deux.sclsrep").reussi().sortie
    assert "plus ancienne" in journal("repertoire prendre", "un.sclsrep").reussi().sortie
    liste = journal("repertoire lister", "--texte", "erab").reussi().sortie
    assert "Tour des Érables" in liste
    assert "Édition 2 du " in liste


def test_a_local_card_is_proposed_decided_and_comes_back(dossiers, tmp_path):
    region, journal = dossiers["region"], dossiers["journal"]
    region("repertoire ajouter-milieu", "Les Pins", "--tenure", "OH", "--mrc", "Lévis").reussi()
    saisir(journal, tmp_path, milieu="Résidence Les Pins", tenure="OH", projet="Cuisine")
    saisir(journal, tmp_path, milieu="Villa Mystère", tenure="OBNL", note="zorglub")
    essai = journal("repertoire proposer", "--essai", "--json").reussi().objets[0]
    assert not list(tmp_path.glob("*.prop"))
    journal("repertoire proposer", "--sortie", "p.prop", "--apercu", "0" * 64).refuse("a changé")
    fait = journal(
        "repertoire proposer", "--sortie", "p.prop", "--apercu", essai["condense"], "--json"
    ).reussi().objets[0]  # fmt: skip
    assert fait["lignes"] == essai["lignes"]
    assert "zorglub" not in json.dumps(fait)
    assert "2 doublon" not in region("repertoire recevoir-propositions", "p.prop").reussi().sortie
    assert "3 déjà là" in region("repertoire recevoir-propositions", "p.prop").reussi().sortie
    recues = region("repertoire propositions", "--json").reussi().objets[0]
    ids = {r["fiche"].get("nom") or r["fiche"]["titre"]: r["fiche"]["id"] for r in recues}
    decider = "repertoire decider"
    region(decider, ids["Résidence Les Pins"], "--choix", "doublon", "--vers", "Les Pins").reussi()
    region(decider, ids["Villa Mystère"], "--choix", "refusee").refuse("raison")
    region(decider, ids["Villa Mystère"], "--choix", "refusee", "--raison", "Hors région").reussi()
    region(decider, ids["Cuisine"], "--choix", "nouvelle", "--code", "CUISINE").reussi()
    assert "0 proposition" in region("repertoire propositions").reussi().sortie
    region("repertoire publier", "--sortie", "un.sclsrep").reussi()
    dit = journal("repertoire prendre", "un.sclsrep").reussi().sortie
    assert "« Résidence Les Pins » est maintenant la même fiche que « Les Pins »" in dit
    assert "« Villa Mystère » n'est pas pris par la région : Hors région" in dit
    assert "« Cuisine » : son code est maintenant CUISINE" in dit
    [lot] = journal("lot apercu", "--json").reussi().objets
    projets = [json.loads(ligne).get("projet") for ligne in lot["lignes"]]
    assert sorted(projets, key=str) == ["CUISINE", None]
    [entree] = journal("lister", "--milieu", "Les Pins", "--json").reussi().objets
    assert (entree["milieu"], entree["projet"]) == ("Les Pins", "L_CUISINE")
    [autre] = journal("lister", "--milieu", "Villa Mystère", "--json").reussi().objets
    assert "projet" not in autre
