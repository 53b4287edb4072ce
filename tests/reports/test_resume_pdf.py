"""The printed summary, judged by other people's tools: pdftotext, pdffonts, pdfinfo."""

import re
import time
from datetime import date

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.documents.resume import FaitMarquant, ResumeMensuel
from journal_scls.domain.errors import Environnement
from journal_scls.domain.periode import Periode
from journal_scls.reports import polices
from journal_scls.reports.resume_pdf import ecrire_resume
from tests.fabriques import profil
from tests.reports.outils import HOSTILES, POLICES, beaucoup, fait, interroger, mots, resumer


@pytest.fixture
def lire(tmp_path):
    """Write the summary and read it with one of poppler's tools; text with plain spaces."""

    def _lire(resume: ResumeMensuel, *commande: str) -> str:
        fichier = tmp_path / "resume.pdf"
        fichier.write_bytes(ecrire_resume(resume, POLICES))
        return interroger(fichier, *commande)

    return _lire


def test_le_texte_porte_les_chiffres(lire):
    resume = resumer(
        fait(nb_personnes=1_234, duree_min=60, personne="P1"),
        fait(duree_min=35, references=(ReferenceFait("OC", "AUTRE", "SIMPLE", "PROPOSEE"),)),
        fait(volet="COLLECTIF", activite="PROJET", categorie="C3", duree_min=660, milieu=""),
        faits_marquants=[FaitMarquant(date(2025, 3, 1), "Le jardin est lancé : 96 portions.")],
        relances=[date(2025, 3, 31)],
    )
    texte = mots(lire(resume, "pdftotext", "-layout"))
    for attendu in (
        "Mars 2025",
        "Journal de l’Est, code INT-07",
        "Organisme concerné : OH de Matane",
        "3 1 236 1 1 12 h 35",
        "Base : 3 interventions, petit effectif",
        "Écoute 2 67 % 1 h 35",
        "Soutien à des projets et démarches de groupe 1 33 % 11 h",
        "Sans milieu 1 33 % 11 h",
        "Organisme communautaire 1 100 %",
        "1er mars Le jardin est lancé : 96 portions.",
        "Références encore ouvertes au 1er avril 2025",
        "Intervenant·e Date",
        "Direction Date",
        "Note de méthode",
        "Établi le 1er avril 2025",
        "Page 1 de 3",
    ):
        assert attendu in texte, attendu
    assert "DÉMO" not in texte


def test_l_espace_fine_ne_coupe_pas_la_ligne_et_se_dessine(lire):
    polices.enregistrer(POLICES)
    balise = polices.baliser("2\u202f000")
    assert len(balise.split()) == 1
    largeurs = [stringWidth(t, polices.NORMALE, 9) for t in (balise, "2\u202f000", "2 000")]
    assert largeurs[0] == largeurs[1] < largeurs[2]
    brut = lire(resumer(*[fait(nb_personnes=1_000)] * 2), "pdftotext")
    assert "\ue02f" not in brut
    assert "2 000" in brut.replace("\u202f", " ")


def test_un_mois_vide_le_dit_en_une_page(lire):
    avril = resumer(mois=Periode.mois(2025, 4))
    texte = mots(lire(avril, "pdftotext"))
    assert "Aucune intervention n’a été saisie pour le mois d’avril 2025." in texte
    assert "Par activité" not in texte
    assert "Direction" in texte
    assert "Pages:           1" in lire(avril, "pdfinfo")


@pytest.mark.parametrize("resume", [resumer(), resumer(fait()), resumer(*beaucoup(100))])
def test_seules_nos_polices_et_toutes_incorporees(lire, resume):
    polices_du_fichier = lire(resume, "pdffonts").splitlines()[2:]
    assert polices_du_fichier
    for ligne in polices_du_fichier:
        assert re.match(r"[A-Z]{6}\+DejaVuSans", ligne), ligne
        assert re.search(r" yes yes yes ", ligne), ligne


def test_les_metadonnees(lire):
    infos = lire(resumer(fait()), "pdfinfo")
    assert re.search(r"Title: +Résumé mensuel, mars 2025, Journal de l[’']Est", infos)
    assert re.search(r"Author: +Journal de l[’']Est", infos)
    assert "612 x 792 pts (letter)" in infos
    assert "2025" in re.search(r"CreationDate: (.*)", infos)[1]
    assert b"fr-CA" in ecrire_resume(resumer(), POLICES)


def test_meme_resume_memes_octets():
    resume = resumer(*beaucoup(50))
    assert ecrire_resume(resume, POLICES) == ecrire_resume(resume, POLICES)


def test_la_demonstration_porte_son_filigrane_sur_chaque_page(lire):
    demo = resumer(*beaucoup(60), profil=profil(nom_affiche="Journal fictif", demo=True))
    pages = lire(demo, "pdftotext").split("\f")[:-1]
    assert len(pages) > 2
    assert all("DÉMO : données fictives" in mots(page) for page in pages)
    assert all(re.search(r"^DÉMO$|D\s*É\s*M\s*O", page, re.MULTILINE) for page in pages)


def test_deux_mille_entrees_en_moins_d_une_seconde(lire):
    faits = beaucoup(2_000)
    lire(resumer(fait()), "pdfinfo")  # fonts and templates are loaded
    debut = time.process_time()
    resume = resumer(*faits)
    ecrire_resume(resume, POLICES)
    assert time.process_time() - debut < 1
    texte = lire(resume, "pdftotext", "-layout")
    assert texte.count("Par milieu") > 1  # the heading comes again on the next page
    assert re.search(r"Page 1 de \d+", texte)
    assert all(f"numéro {n}" in mots(texte) for n in range(70))


def test_deux_mille_faits_marquants_tiennent(lire):
    marquants = [FaitMarquant(date(2025, 3, 1), f"Fait {n}. " + "mot " * 60) for n in range(2_000)]
    texte = lire(resumer(fait(), faits_marquants=marquants), "pdftotext")
    assert "Fait 1999." in texte


@pytest.mark.parametrize("hostile", HOSTILES, ids=lambda texte: ascii(texte[:12]))
def test_un_texte_hostile_ne_casse_rien(lire, hostile):
    resume = resumer(
        *[fait(milieu=hostile, organisme=hostile)] * 3,
        fait(milieu=f"{hostile} deux", activite="INCONNUE"),
        profil=profil(nom_affiche=hostile[:120], demo=True),
        faits_marquants=[FaitMarquant(date(2025, 3, 1), hostile)] * 2,
    )
    texte = lire(resume, "pdftotext")
    assert "Signatures" in texte
    assert "\x00" not in texte


def test_le_balisage_s_imprime_tel_quel(lire):
    marquants = [FaitMarquant(date(2025, 3, 1), "<b>gras</b> & <font size=99>&nbsp;")]
    texte = mots(lire(resumer(fait(), faits_marquants=marquants), "pdftotext"))
    assert "<b>gras</b> & <font size=99>&nbsp;" in texte


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("école", "école"),
        ("e\u0301cole", "école"),
        ("a\u200bb\u202ec\u00ad", "abc"),
        ("a\r\n\tb", "a b"),
        ("日本", "□□"),
        ("\ue02f", "□"),
        ("1\u202f234 « à » € ≥ ✓", "1\u202f234 « à » € ≥ ✓"),
    ],
)
def test_ce_que_la_police_n_a_pas_est_remplace(texte, attendu):
    polices.enregistrer(POLICES)
    assert polices.assainir(texte) == attendu


def test_une_police_absente_se_dit(tmp_path, monkeypatch):
    monkeypatch.setattr(polices.pdfmetrics, "getRegisteredFontNames", list)
    with pytest.raises(Environnement, match=r"DejaVuSans\.ttf"):
        polices.enregistrer(tmp_path)
