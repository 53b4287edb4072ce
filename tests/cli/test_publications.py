"""Publishing from the command line: what is printed can be found again and compared."""

import pytest

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
