"""Every printed document, judged by other people's tools and by what a screen reader is told."""

import hashlib
import itertools
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import page
import pytest
from reportlab.pdfgen.canvas import Canvas

from journal_scls.domain.chiffres.graphique import graphiques_du_bilan
from journal_scls.domain.chiffres.tableau import Tableau
from journal_scls.domain.documents.bilan_projet import graphique_rythme
from journal_scls.domain.documents.document import Impression, Papier
from journal_scls.domain.documents.redaction import cellules
from journal_scls.domain.typographie import espaces_ordinaires, francais
from journal_scls.reports.affiche_pdf import ecrire_affiche
from journal_scls.reports.bilan_pdf import ecrire_bilan_pdf
from journal_scls.reports.diapo_pdf import ecrire_diapo
from journal_scls.reports.image import ecrire_png
from journal_scls.reports.projet_pdf import ecrire_bilan_projet
from tests.fabriques import RACINE
from tests.reports.exemplaires import (
    LETTRE,
    affiche,
    bilan_projet,
    diapo,
    document_region,
    exemplaires,
    texte_affiche,
)
from tests.reports.outils import (
    POLICES,
    document_bilan,
    faits_aleatoires,
    interroger,
    mots,
    provenance,
)

NOMS = (
    "resume", "resume-a4", "resume-vide", "resume-hostile", "region", "region-a4", "region-vide",
    "region-petite", "journal", "journal-200-milieux", "diapo", "diapo-a4", "projet", "projet-a4",
    "projet-vide", "affiche", "affiche-a4",
)  # fmt: skip
UNE_PAGE = ("diapo", "diapo-a4", "projet", "projet-a4", "projet-vide", "affiche", "affiche-a4")


@pytest.fixture(scope="module")
def fichiers(tmp_path_factory) -> dict[str, Path]:
    dossier = tmp_path_factory.mktemp("documents")
    faits = {}
    for nom, octets in exemplaires():
        faits[nom] = dossier / f"{nom}.pdf"
        faits[nom].write_bytes(octets)
    assert tuple(faits) == NOMS
    return faits


def balises(fichier: Path) -> list[str]:
    """The types of the elements, in reading order, indented as they are nested."""
    lignes = interroger(fichier, "pdfinfo", "-struct").splitlines()
    return [re.sub(r" \((block|inline)\)|:$", "", li) for li in lignes if re.match(r" *[A-Z]", li)]


@pytest.mark.parametrize("nom", NOMS)
def test_pdf_ua(fichiers, nom):
    limites = page.SafetyLimits.unlimited()
    rapport = page.validate_pdf_bytes(fichiers[nom].read_bytes(), limits=limites)
    assert [(f.rule_id, f.message) for f in rapport.failures] == []
    assert rapport.is_compliant
    assert rapport.rules.total > 100


def test_le_juge_sait_refuser(tmp_path):
    toile = Canvas(str(tmp_path / "nu.pdf"))
    toile.drawString(72, 72, "sans balise")
    toile.save()
    juge = page.ValidationProfile.PDF_UA_1
    assert not page.is_pdf_compliant(tmp_path / "nu.pdf", profile=juge)


@pytest.mark.parametrize("nom", NOMS)
def test_le_fichier_est_sain_et_complet(fichiers, nom):
    fichier = fichiers[nom]
    assert "No syntax or stream encoding errors" in interroger(fichier, "qpdf", "--check")
    for ligne in interroger(fichier, "pdffonts").splitlines()[2:]:
        assert re.match(r"[A-Z]{6}\+DejaVuSans.* yes yes yes ", ligne), ligne
    infos = interroger(fichier, "pdfinfo")
    assert re.search(r"Tagged: +yes", infos)
    assert re.search(r"Title: +\S", infos)
    assert ("A4" if nom.endswith("-a4") else "letter") in infos
    if nom in UNE_PAGE:
        assert re.search(r"Pages: +1\n", infos)


@pytest.mark.parametrize("nom", NOMS)
def test_la_structure_d_une_lecture(fichiers, nom):
    """One title, headings that skip nothing, cells in rows, rows in tables, items in lists."""
    arbre = balises(fichiers[nom])
    assert arbre[0] == "Document"
    noms = [li.strip() for li in arbre]
    assert noms.count("H1") == 1
    niveaux = [int(n[1]) for n in noms if re.fullmatch(r"H[1-6]", n)]
    assert all(b <= a + 1 for a, b in itertools.pairwise(niveaux))
    dans = {"TR": "Table", "TH": "TR", "TD": "TR", "LI": "L", "LBody": "LI", "Lbl": "LI",
            "Caption": "Table"}  # fmt: skip
    chemin: dict[int, str] = {}
    for ligne in arbre:
        retrait = (len(ligne) - len(ligne.lstrip())) // 2
        chemin[retrait] = ligne.strip()
        assert dans.get(ligne.strip(), chemin.get(retrait - 1)) == chemin.get(retrait - 1)


def test_un_tableau_coupe_reste_un_tableau(fichiers):
    """Its heading is read once, however many pages repeat it."""
    brut = mots(interroger(fichiers["journal-200-milieux"], "pdfinfo", "-struct-text"))
    assert brut.count('"Par milieu"') == 1
    pages = interroger(fichiers["journal-200-milieux"], "pdftotext").split("\f")
    assert sum("Par milieu" in p for p in pages) > 3
    assert all(f"numéro {n}" in brut for n in range(200))


def test_l_ordre_de_lecture_de_la_region(fichiers):
    brut = mots(espaces_ordinaires(interroger(fichiers["region"], "pdfinfo", "-struct-text")))
    attendus = (
        "Bilan régional du soutien communautaire en logement social",
        "Année 2025",
        "Reçu : 7 journaux sur 9, 1 trou.",
        "interventions",
        "Indicateurs",
        "J01 Milieu d’un office d’habitation",
        "J14 Collectif : associations de locataires",
        "Les grandes lignes",
        "Interventions par mois",
        "Par mois",
        "Interventions par volet",
        "Références par destination et par service",
        "Les autres tableaux",
        "Annexe : la méthode",
        "Arrêté le : 14 janvier 2026 à 9 h 05",
        "Édition du vocabulaire",
        "Lots compris",
        "INT-03",
        "Définitions",
        "Comment lire ces chiffres",
    )
    places = [brut.find(f'"{attendu}') for attendu in attendus[:3]]
    reste = 0
    for attendu in attendus:
        reste = brut.find(attendu, reste)
        assert reste >= 0, attendu
    assert all(place >= 0 for place in places)


@pytest.mark.parametrize("nom", ["region", "region-a4", "region-petite", "diapo"])
def test_ce_que_la_region_n_a_pas_suit_chaque_chiffre(fichiers, nom):
    pages = interroger(fichiers[nom], "pdftotext", "-layout").split("\f")[:-1]
    assert all("7 journaux sur 9, 1 trou" in mots(p) for p in pages)
    figures = mots(interroger(fichiers[nom], "pdfinfo", "-struct-text")).count("1 trou.")
    assert figures >= (1 if nom == "diapo" else 5)


@pytest.mark.parametrize("k", [None, 5])
def test_le_papier_dit_tous_les_chiffres_du_bilan(tmp_path, k):
    document = document_bilan(faits_aleatoires(300), provenance(), k=k)
    fichier = tmp_path / "bilan.pdf"
    fichier.write_bytes(ecrire_bilan_pdf(document, POLICES))
    lues = {mots(espaces_ordinaires(rangee)) for rangee in lire_rangees(fichier)}
    for i in document.bilan.indicateurs:
        cellules_ = (f"{i.id} {i.libelle}", i.proportion.affiche, i.publie or "–")
        assert espaces_ordinaires(francais(" ".join(cellules_))) in lues
    for tableau in document.bilan.tableaux:
        for rangee in rangees(tableau):
            assert rangee in lues, (tableau.id, rangee)


def rangees(tableau: Tableau) -> list[str]:
    return [
        espaces_ordinaires(francais(" ".join([ligne.libelle, *cellules(tableau, ligne)])))
        for ligne in tableau.lignes_utiles
    ]


def lire_rangees(fichier: Path) -> list[str]:
    """What is read of each row of each table."""
    lues: list[list[str]] = []
    dedans = False
    for ligne in interroger(fichier, "pdfinfo", "-struct-text").splitlines():
        propre = ligne.strip()
        if propre == "TR":
            lues.append([])
        elif propre.startswith('"') and dedans:
            lues[-1].append(propre.strip('"'))
        elif re.match("[A-Z]", propre):
            dedans = propre.rstrip(":") in {"TH", "TD"}
    return [" ".join(cellules_) for cellules_ in lues]


def test_les_figures_disent_ce_qu_elles_montrent(tmp_path):
    document = document_region(200)
    fichier = tmp_path / "region.pdf"
    fichier.write_bytes(ecrire_bilan_pdf(document, POLICES, LETTRE))
    for graphique in graphiques_du_bilan(document.bilan):
        assert alternatif(graphique.alt) in fichier_clair(fichier)
    code = alternatif("Code QR de vérification : K7QP-3M2X-9TRA.")
    assert fichier_clair(fichier).count(code) == 1
    pages = interroger(fichier, "pdftotext", "-layout").split("\f")[:-1]
    assert all("Vérification : K7QP-3M2X-9TRA" in mots(p) for p in pages)


def test_le_bilan_d_un_projet_dit_son_rythme(fichiers, tmp_path):
    bilan = bilan_projet()
    lu = mots(interroger(fichiers["projet"], "pdftotext", "-layout"))
    for attendu in ("22 ", "33 h", "Locataire", "18-35 ans", "7 mai 2024", "Embûches et suites"):
        assert attendu in lu, attendu
    assert alternatif(graphique_rythme(bilan).alt) in fichier_clair(fichiers["projet"])
    sans = tmp_path / "sans.pdf"
    sans.write_bytes(ecrire_bilan_projet(bilan_projet(embuches=["La pluie."]), POLICES))
    assert "La pluie." in interroger(sans, "pdftotext")


def alternatif(texte: str) -> bytes:
    return francais(texte).encode("utf-16-be").hex().upper().encode()


def fichier_clair(fichier: Path) -> bytes:
    """The file with its object streams opened."""
    commande = ["qpdf", "--qdf", "--object-streams=disable", fichier, "-"]
    clair = subprocess.run(commande, check=True, capture_output=True).stdout
    return re.sub(rb"<([0-9a-fA-F\s]+)>", lambda m: re.sub(rb"\s", b"", m[0]).upper(), clair)


def test_la_diapo_du_cas_type_rend_les_chiffres_publies(tmp_path):
    document = document_bilan(faits_aleatoires(400), provenance())
    fichier = tmp_path / "diapo.pdf"
    fichier.write_bytes(ecrire_diapo(diapo(document), POLICES))
    lu = mots(espaces_ordinaires(interroger(fichier, "pdftotext", "-layout")))
    for ligne in diapo(document).lignes:
        assert ligne.affiche in lu
        assert ligne.publie in lu
        assert espaces_ordinaires(francais(ligne.base)) in lu


def test_une_page_en_image():
    octets = ecrire_affiche(affiche(), texte_affiche(), POLICES)
    image = ecrire_png(octets, 0, 72)
    assert image.startswith(b"\x89PNG")
    assert int.from_bytes(image[16:20]) == 612
    assert ecrire_png(octets, 0, 72) == image


@pytest.mark.parametrize("papier", Papier)
def test_une_affiche_aux_champs_les_plus_longs_tient_en_une_page(tmp_path, papier):
    longs = dict.fromkeys(("service", "telephone", "lieu", "heures"), "mot très long " * 8)
    fichier = tmp_path / "affiche.pdf"
    fichier.write_bytes(
        ecrire_affiche(affiche(**longs), texte_affiche(), POLICES, Impression(papier=papier))
    )
    assert re.search(r"Pages: +1\n", interroger(fichier, "pdfinfo"))


def test_memes_valeurs_memes_octets_dans_un_autre_processus(fichiers):
    """Another hash seed, another time zone, another moment."""
    programme = (
        "import hashlib; from tests.reports.exemplaires import exemplaires\n"
        "for nom, octets in exemplaires(): print(nom, hashlib.sha256(octets).hexdigest())"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", programme],
        check=True, capture_output=True, text=True, cwd=RACINE,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    ).stdout  # fmt: skip
    ailleurs = dict(ligne.split() for ligne in sortie.splitlines())
    assert ailleurs == {n: hashlib.sha256(f.read_bytes()).hexdigest() for n, f in fichiers.items()}


def test_le_jour_du_document_est_le_seul_du_fichier(fichiers):
    infos = interroger(fichiers["affiche"], "pdfinfo", "-isodates")
    assert f"{date.today():%Y-%m-%d}" not in infos  # noqa: DTZ011 - the day of this machine
    assert "2025-04-01" in infos
