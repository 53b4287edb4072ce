"""The window, the commands, the workbook, the paper and plain SQL say the same of any region."""

import io
import json
import random
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest
import python_calamine

from journal_scls.bootstrap import executer
from journal_scls.domain.chiffres.calendrier import GenrePeriode, Recul
from journal_scls.domain.chiffres.comparaison import comparer
from journal_scls.domain.typographie import espaces_ordinaires, francais
from journal_scls.gui.pages.bilan.page import BilanPage
from tests.gui.ateliers import PHRASE
from tests.gui.fakes import InlineRunner
from tests.gui.regions import RegionDeTest, faire_contexte
from tests.reports.outils import mots
from tests.reports.test_documents_pdf import lire_rangees
from tests.storage.segments.oracle_sql import OracleSql
from tests.storage.segments.outils import nombres, periode_au_hasard
from tests.storage.segments.regions import NOMS, arrivees, pieges, vivre

pytestmark = pytest.mark.usefixtures("theme")
PETITES, TOUTES = range(2), range(2, 50)


def lire_page(page):
    """What the lists of the page show, plain spaces: indicators, then each table's rows."""
    chiffres = {
        x.calcule.id: (
            page.chiffres.modele.columns[1].text(x),
            x.calcule.proportion.n,
            x.calcule.proportion.total,
        )
        for x in page.chiffres.modele.records()
    }
    tableaux = {}
    for choix in page.tableaux.choix.choices():
        page.tableaux.choix.set_value(choix.value)
        modele = page.tableaux.modele
        tableaux[choix.value] = [
            (ligne.ligne, [espaces_ordinaires(c.text(ligne)).strip() for c in modele.columns])
            for ligne in modele.records()
        ]
    chiffres = {id_: (espaces_ordinaires(a), *n) for id_, (a, *n) in chiffres.items()}
    ecarts = {x.calcule.id: espaces_ordinaires(x.ecart) for x in page.chiffres.modele.records()}
    return chiffres, tableaux, ecarts


def commander(capsys, dossier, demande, *suite):
    periode, volet = demande.periode, demande.filtre.volet
    seuil = demande.parametres.masquage_k
    capsys.readouterr()
    code = executer(
        ["bilan", "--dossier", str(dossier), "--du", f"{periode.du}", "--au", f"{periode.au}"]
        + (["--volet", volet] if volet else [])
        + (["--masquer", str(seuil)] if seuil else ["--sans-masquage"])
        + (["--comparer", demande.recul.value.replace("_", "-")] if demande.recul else [])
        + list(suite)
    )
    assert code == 0
    return capsys.readouterr().out


def comparer_au_sql(region, consultation):
    """Whatever is shown is what plain SQL counts; where nothing is hidden, all of it is shown."""
    demande, bilan = consultation.demande, consultation.bilan
    volet, avec_milieu = demande.filtre.volet, demande.parametres.milieu_dans_la_base
    with closing(OracleSql(region.journal.base.engine)) as oracle:
        dit = oracle.bilan(
            demande.periode.du,
            demande.periode.au,
            filtre=f"volet = '{volet}'" if volet else "1",
            avec_milieu=avec_milieu,
        )
    c = bilan.compteurs
    for vu, vrai in zip(
        (c.interventions, c.participations, c.minutes, c.references), dit["compteurs"], strict=True
    ):
        assert vu in (None, vrai)
    assert {i.id for i in bilan.indicateurs} == set(dit["indicateurs"])
    for calcule in bilan.indicateurs:
        for vu, vrai in zip(
            (calcule.proportion.n, calcule.proportion.total),
            dit["indicateurs"][calcule.id],
            strict=True,
        ):
            assert vu in (None, vrai), calcule.id
    assert {t.id for t in bilan.tableaux} == set(dit["tableaux"])
    for tableau in bilan.tableaux:
        vraies = dit["tableaux"][tableau.id]
        for ligne in tableau.lignes:
            attendus = vraies.get(ligne.code, (0,) * len(ligne.nombres))
            for vu, vrai in zip(ligne.nombres, attendus, strict=True):
                assert vu in (None, vrai), (tableau.id, ligne.code)
    if demande.parametres.masquage_k is None:
        assert nombres(bilan) | {"coupees": 0} == dit | {"coupees": 0}


def accord(qtbot, capsys, monkeypatch, tmp_path, graine):
    monkeypatch.setenv("JOURNAL_SCLS_PHRASE", PHRASE)
    hasard = random.Random(graine)
    region = RegionDeTest(tmp_path / "region", tuple(NOMS))
    simules = list(region.simules.values())
    region.recevoir(*arrivees(pieges(simules[0]) + list(vivre(simules, hasard, 200)), hasard))
    page = BilanPage(faire_contexte(region.journal, InlineRunner()))
    qtbot.addWidget(page)
    page.filtres.criteres = replace(
        page.filtres.criteres,
        seuil=hasard.choice((None, 3, 5)),
        volet=hasard.choice(("", "", "COLLECTIF", "INDIVIDUEL")),
    )
    page.periode.demander(GenrePeriode.LIBRE, periode_au_hasard(hasard))
    page.periode.recul.set_value(hasard.choice((None, *Recul)))
    demande, bilan = page.consultation.demande, page.consultation.bilan
    comparer_au_sql(region, page.consultation)
    chiffres, tableaux, ecarts = lire_page(page)
    pdf = tmp_path / "bilan.pdf"
    pdf.write_bytes(region.journal.documents.bilan_pdf(page.consultation.document))
    region.fermer()

    commande = partial(commander, capsys, region.dossier, demande)
    comparer_aux_commandes(commande, bilan, (chiffres, tableaux, ecarts))
    comparer_au_classeur(commande, bilan, (chiffres, tableaux, ecarts), tmp_path / "b.xlsx")
    if bilan.compteurs.interventions != 0:  # else the paper says so, and prints no table
        comparer_au_papier(pdf, page.consultation, chiffres, tableaux)


def comparer_aux_commandes(commande, bilan, lus):
    chiffres, tableaux, ecarts = lus
    objet = json.loads(commande("--format", "json"))
    assert chiffres == {i["id"]: (i["affiche"], i["n"], i["N"]) for i in objet["indicateurs"]}
    assert ecarts == {i["id"]: i.get("ecart_affiche", "") for i in objet["indicateurs"]}
    for tableau in bilan.tableaux:
        lignes = {li["code"]: li for li in objet["tableaux"][tableau.id]}
        assert list(lignes) == [li.code for li in tableau.lignes]
        for ligne, vus in tableaux[tableau.id]:
            dit = lignes[ligne.code]
            assert vus[0] == dit["libelle"].replace("'", "’")
            assert ligne.nombres == tuple(dit[c.id] for c in tableau.nombres)
            assert [p.affiche for p in ligne.parts] == [
                dit[f"affiche{c.id.removeprefix('part')}"] for c in tableau.parts
            ]
            if "comparaison" in objet:
                assert vus[-1] == dit["ecart_affiche"]

    texte = commande("--format", "texte")
    for affiche, *_ in chiffres.values():
        assert affiche in texte
    for ecart in filter(None, ecarts.values()):
        assert f"Écart : {ecart};" in texte


def comparer_au_classeur(commande, bilan, lus, xlsx):
    chiffres, tableaux, ecarts = lus
    commande("--format", "xlsx", "--sortie", str(xlsx))
    livre = python_calamine.load_workbook(io.BytesIO(xlsx.read_bytes()))
    feuilles = [livre.get_sheet_by_name(nom).to_python() for nom in livre.sheet_names]
    assert {li[0]: li[5] for li in feuilles[1][1:]} == {i: a for i, (a, *_) in chiffres.items()}
    if any(ecarts.values()):
        assert {li[0]: li[-1] for li in feuilles[1][1:]} == ecarts
    for tableau, feuille in zip(bilan.tableaux, feuilles[2:-1], strict=True):
        nombres = {li[0]: tuple(n if n != "" else None for n in li[2 : 2 + len(tableau.nombres)])
                   for li in feuille[1:-1]}  # fmt: skip
        for ligne, _vus in tableaux[tableau.id]:
            assert nombres[ligne.code] == ligne.nombres


def comparer_au_papier(pdf, consultation, chiffres, tableaux):
    bilan, avant = consultation.bilan, consultation.avant
    ecarts = comparer(bilan, avant)
    rangees = {mots(espaces_ordinaires(r)) for r in lire_rangees(pdf)}
    for calcule in bilan.indicateurs:
        suite = calcule.publie or "–"
        if avant:
            compare = ecarts[calcule.id]
            suite = f"{compare.avant.courte} {compare.affiche}"
        vu = f"{calcule.id} {calcule.libelle} {chiffres[calcule.id][0]} {suite}"
        assert espaces_ordinaires(francais(vu)) in rangees
    for lignes_vues in tableaux.values():
        for _ligne, vus in lignes_vues:
            assert " ".join(vu or "–" for vu in vus) in rangees


@pytest.mark.parametrize("graine", PETITES)
def test_everything_says_the_same_numbers(qtbot, capsys, monkeypatch, tmp_path, graine):
    accord(qtbot, capsys, monkeypatch, tmp_path, graine)


@pytest.mark.lent
@pytest.mark.parametrize("graine", TOUTES)
def test_everything_says_the_same_numbers_on_many_regions(
    qtbot, capsys, monkeypatch, tmp_path, graine
):
    accord(qtbot, capsys, monkeypatch, tmp_path, graine)
