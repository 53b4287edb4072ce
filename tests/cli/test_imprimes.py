"""Printed documents, asked for on the command line of a real dossier."""

import re
from uuid import uuid4

import pytest

from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from tests.e2e.commande import FICHE, Commandes, creer_dossier, ouvrir
from tests.reports.outils import interroger, mots

ANNEE = ("--du", "2025-01-01", "--au", "2025-12-31")
JARDIN = {
    "volet": "COLLECTIF",
    "activite": "PROJET",
    "type_collectif": "PROJET_DEMARCHE",
    "nb_personnes": "8",
    "projet": "L_JARDIN",
}


@pytest.fixture
def projets(dossier):
    """A project and a committee in the directory."""
    journal = ouvrir(dossier)
    journal.repertoire.enregistrer(
        projets=[Projet(id=uuid4(), code="L_JARDIN", titre="Jardin d'été", objectif="Semer.")],
        comites=[Comite(id=uuid4(), code="L_CCR", titre="Comité des résidents", instance="CCR")],
    )
    journal.fermer()


def lire(fichier) -> str:
    return mots(interroger(fichier, "pdftotext", "-layout"))


@pytest.mark.parametrize(("papier", "dit"), [((), "letter"), (("--papier", "a4"), "A4")])
def test_le_bilan_et_le_resume_sur_les_deux_papiers(cli, saisir, tmp_path, papier, dit):
    saisir(FICHE)
    bilan, resume = tmp_path / "bilan.pdf", tmp_path / "resume.pdf"
    cli("bilan", *ANNEE, "--format", "pdf", "--sortie", bilan, *papier).reussi()
    cli("resume 2025-03", "--sortie", resume, *papier).reussi()
    for fichier in (bilan, resume):
        assert dit in interroger(fichier, "pdfinfo")
    lu = lire(bilan)
    assert "Bilan du soutien communautaire" in lu
    assert "J05 Avec au moins une référence 0 % (0/1 intervention), petit effectif" in lu
    assert "Lots compris" not in lu


@pytest.mark.parametrize(("a", "annee"), [("precedente", "2024"), ("an-dernier", "2024")])
def test_le_bilan_se_compare(cli, saisir, tmp_path, a, annee):
    saisir(FICHE, FICHE | {"date": "2024-03-14", "tenure": "OBNL", "milieu": "Ailleurs"})
    objet = cli("bilan", *ANNEE, "--comparer", a, "--format", "json").reussi().json
    assert objet["comparaison"] == {"du": f"{annee}-01-01", "au": f"{annee}-12-31"}
    j02 = next(i for i in objet["indicateurs"] if i["id"] == "J02")
    assert (j02["n"], j02["avant"]["n"], j02["ecart_affiche"]) == (0, 1, "−100,0 points")
    pdf = tmp_path / "bilan.pdf"
    cli("bilan", *ANNEE, "--comparer", a, "--format", "pdf", "--sortie", pdf).reussi()
    lu = lire(pdf)
    assert f"Comparé à : année {annee}" in lu
    assert "J02 Milieu d’un OBNL" in lu
    assert "100 % (1/1), petit effectif −100,0 points" in lu


def test_une_comparaison_ne_se_publie_pas(cli):
    cli("bilan", *ANNEE, "--comparer", "precedente", "--publier", "Comité").mal_utilise(
        "retirez « --comparer »"
    )
    cli("bilan", *ANNEE, "--comparer", "hier").mal_utilise("precedente, an-dernier")


def test_deux_periodes_masquees_qui_se_chevauchent_ne_se_comparent_pas(cli):
    deux_ans = ("--du", "2024-01-01", "--au", "2025-12-31", "--comparer", "an-dernier")
    cli("bilan", *deux_ans, "--masquer", "5").refuse("se chevauchent")
    cli("bilan", *deux_ans).reussi()


def test_une_periode_vide_n_imprime_pas_de_tableaux_de_zeros(cli, tmp_path):
    pdf = tmp_path / "vide.pdf"
    cli("bilan", *ANNEE, "--format", "pdf", "--sortie", pdf).reussi()
    lu = lire(pdf)
    assert "Aucune intervention à compter" in lu
    assert "Par mois" not in lu
    assert "Annexe : la méthode" in lu


def test_le_pdf_demande_un_fichier(cli):
    cli("bilan", *ANNEE, "--format", "pdf").mal_utilise("donnez « --sortie »")


def test_le_bilan_d_une_coordination_dit_ce_qu_elle_a_recu(tmp_path, capsys, phrase):
    cli = Commandes(creer_dossier(tmp_path / "d", role=Role.COORDINATION), capsys)
    sortie = tmp_path / "region.pdf"
    cli("bilan", *ANNEE, "--format", "pdf", "--sortie", sortie).reussi()
    lu = lire(sortie)
    assert "Bilan régional" in lu
    assert "Reçu : 0 journal sur 0" in lu
    assert "Lots compris" in lu
    assert "devient « < 5 »" in lu


def test_la_diapo_en_pdf_et_en_image(cli, saisir, tmp_path):
    saisir(FICHE)
    pdf, png = tmp_path / "diapo.pdf", tmp_path / "diapo.png"
    cli("diapo", *ANNEE, "--sortie", pdf).reussi()
    assert "Les chiffres du Cadre, refaits ici" in lire(pdf)
    assert re.search(r"Pages: +1\n", interroger(pdf, "pdfinfo"))
    cli("diapo", *ANNEE, "--sortie", png).reussi()
    assert png.read_bytes().startswith(b"\x89PNG")
    cli("diapo", *ANNEE, "--sortie", tmp_path / "diapo.docx").mal_utilise(".pdf ou .png")


def test_la_diapo_d_un_territoire_vide_avertit(cli, tmp_path):
    vide = cli("diapo", *ANNEE, "--mrc", "Nulle part", "--sortie", tmp_path / "d.pdf")
    assert vide.code == 0
    assert "vérifiez les noms" in vide.erreur


def test_l_affiche(cli, tmp_path):
    sortie = tmp_path / "affiche.pdf"
    cli("affiche", "--sortie", sortie, "--telephone", "418 555-0142").reussi()
    assert "418 555-0142" in lire(sortie)
    cli("affiche", "--sortie", sortie, "--lieu", "x" * 999).refuse("dépasse")


def test_le_bilan_d_un_projet(cli, projets, saisir, tmp_path):
    saisir(FICHE | JARDIN, FICHE | JARDIN | {"date": "2025-04-02"}, FICHE)
    sortie = tmp_path / "jardin.pdf"
    cli("bilan-projet L_JARDIN", "--sortie", sortie, "--embuche", "La pluie.").reussi()
    lu = lire(sortie)
    for attendu in ("Jardin d’été", "Semer.", "2 16 – 1 h 30", "La pluie.", "avril 2025 1 8"):
        assert attendu in lu, attendu
    cli("bilan-projet L_CCR", "--sortie", sortie).reussi()
    assert "aucune séance n’a encore été saisie" in lire(sortie).lower()
    cli("bilan-projet RIEN", "--sortie", sortie).refuse("L_JARDIN, L_CCR")


def test_les_chiffres_d_un_volet_d_un_organisme_d_un_projet(cli, saisir):
    saisir(
        {"date": "2025-03-14", "duree_min": 30, "tenure": "OH", "milieu": "Les Érables",
         "organisme": "Office A", "volet": "COLLECTIF", "activite": "PROJET",
         "type_collectif": "ADL", "clientele": "TOUS", "nb_personnes": 4},
        {"date": "2025-03-15", "duree_min": 30, "volet": "INDIVIDUEL", "activite": "ECOUTE",
         "clientele": "AINES", "tenure": "SANS_MILIEU"},
    )  # fmt: skip

    def interventions(*arguments):
        return cli.bilan(*arguments)["compteurs"]["interventions"]

    assert interventions() == 2
    assert interventions("--volet", "INDIVIDUEL") == 1
    assert interventions("--organisme", "office a", "--organisme-actuel") == 1
    an = ("--du", "2025-01-01", "--au", "2025-12-31")
    assert "n'est pas un volet" in cli("bilan", *an, "--volet", "ROUGE").refuse()
    assert "aucun projet ni comité" in cli("bilan", *an, "--projet", "NULLE").refuse()
