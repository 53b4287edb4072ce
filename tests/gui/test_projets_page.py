"""Projects and committees on a real encrypted journal: cards, figures, the page to print."""

import subprocess
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.repertoire.partenaires import Comite, Projet, StatutProjet
from journal_scls.gui.pages.bilan.dessous import DialogueDessous
from journal_scls.gui.pages.projets.lecture import Montrer
from journal_scls.gui.pages.projets.page import ProjetsPage
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.aides import montrer, saisir, sans_nom, touche
from tests.gui.deux_dossiers import contexte
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import ouvrir_nouveau
from tests.gui.regions import RegionDeTest

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def journal(tmp_path):
    """A garden of three sessions, a kitchen that is over, a committee of eight."""
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    jardin = Projet(
        id=nouvel_identifiant(), code="L_JARDIN", titre="Jardin d’été", debut=date(2025, 1, 6)
    )
    cuisine = Projet(
        id=nouvel_identifiant(),
        code="L_CUISINE",
        titre="Cuisines collectives",
        statut=StatutProjet.TERMINE,
    )
    comite = Comite(
        id=nouvel_identifiant(),
        code="L_CCR",
        titre="Comité des résidents",
        instance="CCR",
        roles=(("LOCATAIRE", 8),),
    )
    journal.repertoire.enregistrer(projets=[jardin, cuisine], comites=[comite])
    for mois, personnes in ((1, 5), (2, 7), (2, 6)):
        journal.interventions.saisir(
            contenu(
                date_intervention=date(2025, mois, 10),
                volet=Volet.COLLECTIF,
                activite="PROJET",
                categorie="C3",
                type_collectif="PROJET_DEMARCHE",
                nb_personnes=personnes,
                roles=(("LOCATAIRE", personnes),),
                projet="L_JARDIN",
                fait_marquant="Première récolte" if personnes == 7 else "",
            )
        )
    yield journal
    journal.fermer()


def ouvrir(qtbot, journal):
    fenetre, runner = QMainWindow(), InlineRunner()
    ctx = contexte(journal, runner, FakeDialogs())
    page = ProjetsPage(ctx)
    runner.changed.connect(page.changer)
    fenetre.setCentralWidget(page)
    fenetre.resize(1100, 700)
    montrer(qtbot, fenetre)
    page.entered()
    page.gardee = (fenetre, ctx, runner)
    return page


@pytest.fixture
def page(qtbot, journal):
    return ouvrir(qtbot, journal)


def titres(page):
    return [action.titre for action in page.liste.modele.records()]


def viser(page, titre):
    page.liste.montrer_quoi.set_value(Montrer.TOUS)
    assert page.liste.table.seek(lambda action: action.titre == titre)


def fiche(page, code):
    return page._journal.repertoire.vue().projet_ou_comite(code)


def test_the_list_shows_what_goes_on_first_and_finds_by_title(page):
    assert titres(page) == ["Comité des résidents", "Jardin d’été"]
    assert page.liste.table.hasFocus()
    page.liste.montrer_quoi.set_value(Montrer.TOUS)
    assert titres(page) == ["Comité des résidents", "Jardin d’été", "Cuisines collectives"]
    page.liste.recherche.setText("cuis")
    assert titres(page) == ["Cuisines collectives"]
    page.liste.recherche.setText("xyz")
    assert page.liste.vide.isVisible()
    page.liste.vide.button.click()
    assert len(titres(page)) == 3


def test_the_details_say_the_figures_without_being_asked(page, qtbot):
    viser(page, "Jardin d’été")
    qtbot.waitUntil(lambda: "3 séances" in page.liste.details.toPlainText())
    dit = page.liste.details.toPlainText()
    assert "18 participations" in dit
    assert "la dernière, le 10 février 2025" in dit
    assert "ne sort pas tant que la région ne l’a pas publié" in dit


def test_the_bilan_shows_rhythm_roles_and_facts_and_keeps_the_pitfalls(page, tmp_path):
    viser(page, "Jardin d’été")
    touche(page.liste.table, Qt.Key.Key_Return)
    bilan = page.bilan
    assert page.currentWidget() is bilan
    rythme = [(p.seances, p.participations) for p in bilan.rythme.model().records()]
    assert rythme == [(1, 5), (2, 13)]
    assert "février 2025, 2" in bilan.graphique.accessibleDescription()
    assert bilan.roles.table.model().record(0).n == 18
    assert bilan.tranches.isHidden()
    assert "Première récolte" in bilan.faits.toPlainText()
    bilan.embuches.set_text("Le local était fermé\nPluie")
    page.gardee[1].dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "b.pdf")
    bilan.pdf.click()
    dite = subprocess.run(
        ["pdftotext", tmp_path / "b.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Le local était fermé" in dite
    touche(bilan.rythme, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.liste
    page.voir_bilan()
    assert bilan.embuches.text() == "Le local était fermé\nPluie"


def test_what_is_being_written_is_kept_when_the_window_locks(qtbot, page, journal):
    viser(page, "Jardin d’été")
    page.voir_bilan()
    page.bilan.embuches.set_text("Interrompu ici")
    page.mettre_de_cote()
    encore = ouvrir(qtbot, journal)
    viser(encore, "Jardin d’été")
    encore.voir_bilan()
    assert encore.bilan.embuches.text() == "Interrompu ici"


def test_pitfalls_are_kept_a_moment_after_a_key_and_each_project_has_its_own(qtbot, page, journal):
    jardin = f"embuches:{fiche(page, 'L_JARDIN').id}"
    journal.enregistrer_preference(jardin, "Avant")
    viser(page, "Jardin d’été")
    page.voir_bilan()
    page.bilan.embuches.set_text("Avant, et la pluie")
    qtbot.waitUntil(lambda: journal.preference(jardin) == "Avant, et la pluie", timeout=2500)
    page.bilan.embuches.set_text("Avant")
    page.revenir()
    assert journal.preference(jardin) == "Avant"
    viser(page, "Comité des résidents")
    page.voir_bilan()
    assert page.bilan.embuches.text() == ""
    page.revenir()
    assert journal.preference(jardin) == "Avant"


def test_a_project_is_added_with_a_code_made_of_its_title(page):
    page.liste.projet.click()
    form = page.projet
    assert form.titre.hasFocus()
    touche(form.titre, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.rangs["titre"].error() == "Écrivez un titre."
    saisir(form.titre, "Café du lundi")
    form.milieux.poser([str(page._journal.repertoire.milieux()[0].id)])
    touche(form.titre, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.currentWidget() is page.liste
    projet = fiche(page, "L_CAFE_DU_LUNDI")
    assert len(projet.milieux) == 1
    assert page.liste.choisie().titre == "Café du lundi"


def test_a_code_that_changes_is_remembered_for_the_entries_that_hold_it(page):
    viser(page, "Jardin d’été")
    page.modifier()
    page.projet.code.setText("L_POTAGER")
    page.projet.valider()
    assert fiche(page, "L_JARDIN").code == "L_POTAGER"
    viser(page, "Jardin d’été")
    page.voir_bilan()
    assert page.bilan.bilan.compteurs.seances == 3


def test_a_code_that_is_taken_is_refused_beside_its_field(page):
    page.liste.projet.click()
    page.projet.titre.setText("Autre")
    page.projet.code.setText("L_JARDIN")
    page.projet.valider()
    assert "déjà pris" in page.projet.rangs["code"].error()
    assert page.currentWidget() is page.projet


def test_a_project_folded_into_another_brings_its_sessions(page):
    page._journal.repertoire.fusionner(fiche(page, "L_JARDIN").id, fiche(page, "L_CUISINE").id)
    page.actualiser()
    viser(page, "Cuisines collectives")
    page.voir_bilan()
    assert page.bilan.bilan.compteurs.seances == 3


def test_members_of_a_committee_are_counted_by_role(page):
    viser(page, "Comité des résidents")
    page.modifier()
    form = page.comite
    assert form.membres.texts() == {"LOCATAIRE": "8"}
    form.membres.set_texts([("LOCATAIRE", "9"), ("BENEVOLE", "2")])
    form.valider()
    assert dict(fiche(page, "L_CCR").roles)["LOCATAIRE"] == 9


def test_a_project_that_ends_leaves_the_list_of_what_goes_on(page):
    viser(page, "Jardin d’été")
    page.liste.clore.click()
    page.cloture.le.set_value(date(2025, 3, 1))
    page.cloture.valider()
    assert fiche(page, "L_JARDIN").statut is StatutProjet.TERMINE
    page.liste.montrer_quoi.set_value(Montrer.EN_COURS)
    assert titres(page) == ["Comité des résidents"]


def test_an_empty_journal_says_what_to_do(qtbot, separes):
    page = ouvrir(qtbot, separes.journal)
    assert "Alt+A" in page.liste.vide.button.text()
    assert page.liste.vide.button.hasFocus()
    page.liste.vide.button.click()
    assert page.currentWidget() is page.projet


def test_a_coordination_makes_regional_codes_and_has_no_figures(qtbot, tmp_path):
    region = RegionDeTest(tmp_path / "region")
    page = ouvrir(qtbot, region.journal)
    page.liste.comite.click()
    page.comite.titre.setText("Table régionale")
    page.comite.instance.set_value("TABLE")
    page.comite.valider()
    assert fiche(page, "TABLE_REGIONALE").instance == "TABLE"
    assert not page.liste.bilan.isVisible()
    region.fermer()


def test_everything_has_a_name_at_any_size(page, theme):
    viser(page, "Jardin d’été")
    page.voir_bilan()
    for etape in (page.liste, page.projet, page.comite, page.cloture, page.bilan):
        page.setCurrentWidget(etape)
        assert list(sans_nom(etape)) == []
    theme.apply("contraste", 200)
    page.setCurrentWidget(page.bilan)
    assert page.bilan.horizontalScrollBar().maximum() == 0


def saisir_collective(journal, jour, type_collectif, **changes):
    return journal.interventions.saisir(
        contenu(
            date_intervention=jour,
            volet=Volet.COLLECTIF,
            activite="ANIM_LOISIR",
            categorie="C3",
            type_collectif=type_collectif,
            **{"nb_personnes": 12, **changes},
        )
    )


def test_collective_activities_of_no_project_have_their_place_beside_the_projects(qtbot, journal):
    jour = date(2025, 2, 3)
    for _ in range(2):
        saisir_collective(journal, jour, "ANIMATION", roles=(("LOCATAIRE", 12),))
    saisir_collective(journal, jour, "FORMATION_CONF")
    annulee = saisir_collective(journal, jour, "ASSEMBLEE")
    journal.interventions.annuler(annulee.id, "Remise.")
    page = ouvrir(qtbot, journal)
    assert titres(page)[:2] == ["Comité des résidents", "Jardin d’été"]
    page.liste.montrer_quoi.set_value(Montrer.HORS_PROJET)
    lus = [(a.titre, a.statut) for a in page.liste.modele.records()]
    assert lus == [("Animation", "2 séances"), ("Formation ou conférence", "1 séance")]
    assert page.liste.modifier.isHidden()
    page.voir_bilan()
    assert page.bilan.title.text() == "Animation, hors projet"
    assert [(p.seances, p.participations) for p in page.bilan.rythme.model().records()] == [(2, 24)]
    assert page.bilan.roles.table.model().record(0).n == 24
    page.bilan.embuches.set_text("Salle trop petite")
    page.revenir()
    page.voir_bilan()
    assert page.bilan.embuches.text() == "Salle trop petite"


def test_a_month_opens_down_to_its_entries(page, qtbot):
    viser(page, "Jardin d’été")
    page.voir_bilan()
    page.bilan.rythme.go(1)
    touche(page.bilan.rythme, Qt.Key.Key_Return)
    (dialogue,) = page.findChildren(DialogueDessous)
    assert [ligne.date for ligne in dialogue.modele.records()] == [date(2025, 2, 10)] * 2
    dialogue.reject()
    page.bilan.interventions.click()
    dialogue = page.findChildren(DialogueDessous)[-1]
    assert len(dialogue.modele.records()) == 3
    dialogue.reject()


def test_the_page_of_activities_of_no_project_is_printed(qtbot, journal, tmp_path):
    saisir_collective(journal, date(2025, 2, 3), "ANIMATION")
    page = ouvrir(qtbot, journal)
    viser(page, "Animation")
    page.voir_bilan()
    page.gardee[1].dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "b.pdf")
    page.bilan.pdf.click()
    dite = subprocess.run(
        ["pdftotext", tmp_path / "b.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Bilan d’activités" in dite.replace("'", "’")
    assert "Animation, hors projet" in dite
