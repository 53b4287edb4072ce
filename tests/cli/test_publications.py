"""Publishing from the command line: what is printed can be found again and compared."""

import re

import pytest

from tests.reports.outils import interroger

MARS = ("--du", "2025-03-01", "--au", "2025-03-31")
FICHE = {"duree_min": 30, "tenure": "SANS_MILIEU", "volet": "INDIVIDUEL", "activite": "ECOUTE",
         "clientele": "AINES"}  # fmt: skip


@pytest.fixture
def ids(saisir):
    return saisir(*({**FICHE, "date": f"2025-03-{jour:02d}"} for jour in range(1, 13)))


def codes(cli):
    return [p["code"] for p in cli("publication lister", "--json").reussi().objets]


def test_un_document_publie_se_retrouve_et_se_compare(cli, ids, corriger, tmp_path):
    sortie, relu = tmp_path / "mars.pdf", tmp_path / "relu.pdf"
    dit = cli("bilan", *MARS, "--masquer", "5", "--format", "pdf", "--sortie", sortie,
              "--publier", "comité", "--figer").reussi()  # fmt: skip
    (code,) = codes(cli)
    assert f"Publié dans « comité », code de vérification {code}." in dit.sortie
    assert cli("publication difference", code).reussi().sortie == "identique\n"
    corriger(ids[0], duree_min=60)
    verifie = cli("publication verifier", code.replace("-", " ").lower()).reussi().sortie
    assert "1 écriture rectifiée depuis." in verifie
    cli("publication relire", code, "--format", "pdf", "--sortie", relu).reussi()
    assert relu.read_bytes() == sortie.read_bytes()
    assert "Période figée, mars 2025" in " ".join(cli("bilan", *MARS).reussi().sortie.split())
    assert "comité, période figée" in cli("publication lister").reussi().sortie


def test_le_code_imprime_est_celui_qui_se_verifie(cli, ids, saisir, tmp_path):
    fichiers = [tmp_path / nom for nom in ("un.pdf", "deux.pdf")]
    for fichier, serie in zip(fichiers, ("comité", "conseil"), strict=True):
        cli("bilan", *MARS, "--masquer", "5", "--format", "pdf", "--sortie", fichier,
            "--publier", serie).reussi()  # fmt: skip
    for fichier in fichiers:
        pages = interroger(fichier, "pdftotext", "-layout").rstrip("\f").split("\f")
        (imprime,) = {re.search(r"Vérification\s*:\s*(\S{14})", page)[1] for page in pages}
        assert "Identique." in cli("publication verifier", imprime).reussi().sortie
    saisir(*({**FICHE, "date": f"2025-03-{jour}"} for jour in (20, 21)))
    dit = cli("publication verifier", imprime).reussi().sortie
    assert "« conseil »" in dit
    assert "2 écritures ajoutées depuis." in dit
    cli("annuler", ids[0], "--raison", "double").reussi()
    dit = cli("publication verifier", imprime).reussi().sortie
    assert "2 écritures ajoutées, 1 écriture retirée depuis." in dit


def test_un_code_abime_ou_d_ailleurs_se_dit(cli, ids):
    cli("publication verifier", "ABCD-EFGH-JKMU").refuse("pas un code de vérification")
    cli("publication verifier", "ABCD-EFGH").refuse("pas un code de vérification")
    cli("publication verifier", "ABCD-EFGH-JKMN").refuse("Aucun document publié d'ici")


def test_figer_apres_coup(cli, ids, tmp_path):
    cli("bilan", *MARS, "--publier", "comité", "--sortie", tmp_path / "mars.txt").reussi()
    (code,) = codes(cli)
    assert "Période figée, mars 2025" in cli("publication figer", code).reussi().sortie
    cli("publication figer", code).refuse("figée dans la série")


def test_ce_qui_ne_se_publie_pas(cli, ids):
    cli("bilan", *MARS, "--figer").mal_utilise("demande « --publier »")
    cli("bilan", "--du", "2025-03-01", "--au", "2025-03-30", "--publier", "c").refuse(
        "mois entiers"
    )
    cli("publication verifier", "0000-0000-0000").refuse("Aucun document publié")
    cli("publication relire", "0000-0000-0000", "--format", "pdf").mal_utilise("--sortie")
    assert "Aucun document publié." in cli("publication lister").reussi().sortie
