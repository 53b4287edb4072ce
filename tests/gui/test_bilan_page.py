"""The figures on screen, on a real journal and on a real region."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow, QScrollArea

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Changes
from journal_scls.domain.chiffres.calendrier import GenrePeriode, Recul
from journal_scls.domain.journal.intervention import Reference, Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.typographie import espaces_ordinaires
from journal_scls.gui.fenetre.cles import JOURNAL
from journal_scls.gui.pages.bilan.dessous import DialogueDessous
from journal_scls.gui.pages.bilan.filtres import Criteres, DialogueFiltres
from journal_scls.gui.pages.bilan.page import BilanPage
from journal_scls.gui.pages.bilan.publications import DialoguePublier, motif
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.sync.lot.enregistrement import ReferenceLot
from tests.fabriques import contenu
from tests.gui.aides import interface, montrer, ordre_tab, sans_nom, touche
from tests.gui.ateliers import PHRASE, faire_atelier, profil
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.regions import RegionDeTest, faire_contexte
from tests.reports.outils import interroger

pytestmark = pytest.mark.usefixtures("theme")
CISSS = Reference(destination="CISSS", service="SANTE_MENTALE", mode="SIMPLE", statut="FAITE")
OC = Reference(destination="OC", service="BUDGET", mode="SIMPLE", statut="FAITE")


@pytest.fixture
def journal(tmp_path):
    """Clock: 14 March 2025. Three entries of 2025, two of 2024."""
    journal, _code = faire_atelier().creer(tmp_path / "journal", profil(), PHRASE)
    for jour, champs in (
        (date(2025, 2, 3), {"references": (CISSS,)}),
        (date(2025, 2, 28), {"references": (CISSS, OC)}),
        (date(2025, 3, 4), {"volet": Volet.COLLECTIF, "type_collectif": "ADL", "nb_personnes": 9}),
        (date(2024, 2, 3), {"references": (OC,)}),
        (date(2024, 11, 3), {}),
    ):
        journal.interventions.saisir(contenu(date_intervention=jour, **champs))
    yield journal
    journal.fermer()


@pytest.fixture
def region(tmp_path):
    """Three journals; « b » has only two referrals to the CISSS."""
    region = RegionDeTest(tmp_path / "region", ("a", "b", "c"))
    vers = (ReferenceLot(destination="CISSS", service="SAPA", mode="SIMPLE", statut="FAITE"),)
    jour = {"date": date(2025, 2, 3)}
    region.recevoir(region.lot("a", *range(40), references=vers, **jour))
    region.recevoir(region.lot("b", 1, 2, references=vers, **jour))
    region.recevoir(region.lot("c", *range(30), references=vers, **jour))
    yield region
    region.fermer()


@pytest.fixture
def ouvrir(qtbot):
    gardees = []

    def faire(journal, *, pause=False):
        fenetre = QMainWindow()
        runner = InlineRunner(fenetre)
        contexte = faire_contexte(journal, runner, FakeDialogs())
        page = BilanPage(contexte)
        page.runner, page.dialogs = runner, contexte.dialogs
        gardees.append((fenetre, contexte))
        fenetre.setCentralWidget(page)
        fenetre.resize(1280, 720)
        runner.pause = pause
        montrer(qtbot, fenetre)
        page.entered()
        return page

    return faire


def ici(page):
    return {
        x.calcule.id: espaces_ordinaires(x.calcule.proportion.affiche)
        for x in page.chiffres.modele.records()
    }


def choisir(page, id_):
    page.chiffres.table.seek(lambda ligne: ligne.calcule.id == id_)


def test_the_year_is_shown_with_every_base(journal, ouvrir):
    page = ouvrir(journal)
    assert page.periode.laquelle.currentText() == "année 2025"
    assert ici(page)["J06"] == "67 % (2/3 références), petit effectif"
    assert ici(page)["J09"] == "33 % (1/3 références), petit effectif"
    assert "Interventions : 3" in espaces_ordinaires(page.chiffres.compteurs.text())


def test_nothing_is_computed_before_the_page_is_shown(journal, qtbot):
    runner = InlineRunner()
    page = BilanPage(faire_contexte(journal, runner))
    qtbot.addWidget(page)
    page.changer(Changes(interventions=True), page)
    assert runner.libelles == []


def test_periods_of_all_kinds_and_free_dates(journal, ouvrir):
    page = ouvrir(journal)
    page.periode.genre.set_value(GenrePeriode.ANNEE_FINANCIERE)
    assert page.periode.laquelle.currentText() == "année financière 2024-2025"
    assert page.consultation.bilan.compteurs.interventions == 4
    page.periode.demander(GenrePeriode.LIBRE, Periode(date(2025, 2, 4), date(2025, 2, 28)))
    assert page.consultation.bilan.compteurs.interventions == 1
    page.periode.du.set_value(date(2025, 3, 31))
    assert page.consultation is None
    assert page.chiffres.modele.rowCount() == 0
    assert "Choisissez deux dates" in page.chiffres.compteurs.text()
    page.periode.au.set_value(date(2025, 4, 1))
    assert page.consultation.bilan.compteurs.interventions == 0
    assert ici(page)["J06"] == "s. o."


def test_a_comparison_says_both_bases_and_the_points(journal, ouvrir):
    page = ouvrir(journal)
    page.periode.recul.set_value(Recul.AN_DERNIER)
    colonnes = [c.title for c in page.chiffres.modele.columns]
    assert colonnes == ["Chiffre", "Ici", "Avant", "Écart"]
    choisir(page, "J05")
    ligne = page.chiffres.table.current()
    assert espaces_ordinaires(ligne.avant) == "50 % (1/2 interventions), petit effectif"
    assert espaces_ordinaires(ligne.ecart) == "+16,7 points"
    dit = espaces_ordinaires(page.chiffres.details.toPlainText())
    assert "Avant, année 2024" in dit
    page.periode.recul.set_value("sans")
    assert len(page.chiffres.modele.columns) == 3


def test_a_figure_opens_down_to_its_entries(journal, ouvrir, qtbot):
    page = ouvrir(journal)
    liste = JournalPage(journal, page.runner, page.dialogs)
    qtbot.addWidget(liste)
    object.__setattr__(page._contexte, "aller", lambda cle: {JOURNAL: liste}[cle])
    choisir(page, "J06")
    dit = espaces_ordinaires(page.chiffres.details.toPlainText())
    assert "Ce qui est compté : références, destination « CISSS ou CIUSSS »" in dit
    touche(page.chiffres.table, Qt.Key.Key_Return)
    dialogue = page.findChild(DialogueDessous)
    dates = [ligne.date for ligne in dialogue.modele.records()]
    assert dates == [date(2025, 2, 3), date(2025, 2, 28)]
    assert list(sans_nom(dialogue)) == []
    touche(dialogue.table, Qt.Key.Key_Return)
    assert liste.ligne().date == date(2025, 2, 3)
    assert liste.modele.rowCount() == 1


def test_a_row_of_a_table_opens_too_and_its_chart_is_beside_it(journal, ouvrir):
    page = ouvrir(journal)
    page.onglets.setCurrentWidget(page.tableaux)
    page.tableaux.choix.set_value("par_volet")
    assert page.tableaux.graphique.accessibleName() == "Interventions par volet"
    assert "Approche communautaire, 1" in page.tableaux.graphique.accessibleDescription()
    assert page.tableaux.graphique._renderer.isValid()
    page.tableaux.table.seek(lambda ligne: ligne.ligne.code == "COLLECTIF")
    page.tableaux.voir.click()
    dialogue = page.findChild(DialogueDessous)
    assert [ligne.date for ligne in dialogue.modele.records()] == [date(2025, 3, 4)]
    dialogue.close()


def test_the_residual_row_is_always_there(journal, ouvrir):
    page = ouvrir(journal)
    page.tableaux.choix.set_value("par_mrc")
    lignes = page.tableaux.modele.records()
    assert [ligne.ligne.libelle for ligne in lignes] == ["Autres ou non précisé"]
    assert "J03r" in ici(page)


def test_a_filter_is_a_chip_that_takes_itself_away(journal, ouvrir):
    page = ouvrir(journal)
    page.filtres.ouvrir()
    dialogue = page.findChild(DialogueFiltres)
    dialogue.champs["volet"].set_value("COLLECTIF")
    dialogue.accept()
    assert page.consultation.bilan.compteurs.interventions == 1
    (puce,) = page.filtres.puces.chips.values()
    assert puce.accessibleName() == "Retirer le filtre Volet : Action collective" or (
        "Volet" in puce.accessibleName()
    )
    puce.click()
    assert page.filtres.puces.isHidden()
    assert page.filtres.bouton.hasFocus()
    assert page.consultation.bilan.compteurs.interventions == 3


def test_in_a_small_window_the_fields_scroll_and_the_buttons_stay(journal, ouvrir, qtbot):
    page = ouvrir(journal)
    page.window().resize(700, 320)
    page.filtres.ouvrir()
    dialogue = page.findChild(DialogueFiltres)
    qtbot.waitExposed(dialogue)
    assert dialogue.height() <= 320
    zone = dialogue.findChild(QScrollArea)
    assert zone.verticalScrollBar().maximum() > 0
    dialogue.masquer.setFocus()
    zone.ensureWidgetVisible(dialogue.masquer)
    assert not dialogue.masquer.visibleRegion().isEmpty()
    boutons = dialogue.findChild(QDialogButtonBox)
    assert boutons.geometry().bottom() < dialogue.height()
    dialogue.reject()


def test_stale_figures_leave_the_screen_at_once(journal, ouvrir):
    page = ouvrir(journal)
    page.runner.pause = True
    page.periode.genre.set_value(GenrePeriode.MOIS)
    assert page.chiffres.modele.rowCount() == page.diapo.modele.rowCount() == 0
    assert page.chiffres.compteurs.text() == "Calcul des chiffres…"
    assert not any(b.isEnabled() for b in page.boutons.values())
    page.periode.genre.set_value(GenrePeriode.ANNEE)
    page.runner.liberer()  # the first one was cancelled, the second one is shown
    assert page.consultation.bilan.compteurs.interventions == 3
    page.changer(Changes(interventions=True), page)
    assert page.consultation is None


def test_a_computation_that_is_stopped_shows_nothing_and_offers_to_start_again(journal, ouvrir):
    page = ouvrir(journal, pause=True)
    page.runner.annuler_tout()
    page.runner.liberer()
    assert page.vide.isVisibleTo(page)
    assert page.consultation is None
    page.runner.pause = False
    page.vide.button.click()
    assert ici(page)["J01"]


@pytest.mark.parametrize("nom", ["pdf", "xlsx", "csv", "diapo", "image"])
def test_files_are_made_of_what_is_on_screen(journal, ouvrir, tmp_path, nom):
    page = ouvrir(journal)
    fichier = tmp_path / f"f.{nom}"
    page.dialogs.repondre("choisir_fichier_a_enregistrer", fichier)
    bouton = {"diapo": page.diapo.pdf, "image": page.diapo.png}.get(nom) or page.boutons[nom]
    bouton.click()
    debut = {"pdf": b"%PDF", "diapo": b"%PDF", "image": b"\x89PNG", "xlsx": b"PK"}
    assert fichier.read_bytes().startswith(debut.get(nom, b""))
    assert "enregistré" in page.message.text()


def test_a_region_masks_and_says_which_journals_and_lots(region, ouvrir):
    page = ouvrir(region.journal)
    assert page.consultation.bilan.parametres.masquage_k == 5
    assert page.bandeau.isVisibleTo(page)
    assert "3 journaux" in page.bandeau.phrase.text()
    choisir(page, "J06")
    page.chiffres.voir.click()
    dialogue = page.findChild(DialogueDessous)
    parts = {p.journal: p.nombre for p in dialogue.modele.records()}
    assert set(parts) == {"INT-a", "INT-b", "INT-c"}
    assert parts["INT-b"] in ("< 5", "masqué")
    assert "2" not in parts.values()
    assert {p.lots for p in dialogue.modele.records()} == {"1"}
    assert not dialogue.ouvrir.isVisibleTo(dialogue)
    dialogue.close()
    page.filtres.demander(Criteres(seuil=None))
    page.chiffres.voir.click()
    dialogue = page.findChildren(DialogueDessous)[-1]
    assert {p.journal: p.nombre for p in dialogue.modele.records()} == {
        "INT-a": "40",
        "INT-b": "2",
        "INT-c": "30",
    }
    dialogue.close()


def test_the_slide_has_what_was_published_beside_what_is_counted(journal, ouvrir):
    page = ouvrir(journal)
    page.onglets.setCurrentWidget(page.diapo)
    lignes = {x.id: x for x in page.diapo.modele.records()}
    assert (lignes["J06"].publie, lignes["J06"].affiche) == (
        "46 %",
        "67 % (2/3 références), petit effectif",
    )
    assert page.diapo.titre.text().startswith("Année")


def test_a_screen_reader_hears_each_figure_with_its_base(journal, ouvrir):
    page = ouvrir(journal)
    table = page.chiffres.table
    choisir(page, "J06")
    rang = table.currentIndex().row()
    dit = page.chiffres.modele.data(
        page.chiffres.modele.index(rang, 0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert "Ici : 67 % (2/3 références)" in espaces_ordinaires(dit)
    assert "Base : toutes les références" in espaces_ordinaires(dit) or "Base :" in dit
    assert interface(table).childCount() > 0


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_cut_and_everything_is_named(journal, ouvrir, theme, qtbot, echelle):
    page = ouvrir(journal)
    for onglet in (page.chiffres, page.tableaux, page.diapo):
        page.onglets.setCurrentWidget(onglet)
        theme.apply("sombre", echelle)
        qtbot.wait(30)
        assert page.horizontalScrollBar().maximum() == 0
        assert list(sans_nom(page)) == []


def test_tab_goes_from_what_is_asked_to_what_it_comes_to(journal, ouvrir):
    page = ouvrir(journal)
    page.periode.genre.setFocus()
    visites = ordre_tab(page, 8)
    attendus = [
        page.periode.laquelle,
        page.periode.recul,
        page.filtres.bouton,
        page.onglets.tabBar(),
        page.chiffres.table,
        page.chiffres.details,
        page.chiffres.voir,
        page.boutons["pdf"],
    ]
    assert visites == attendus


def test_keys_go_round_the_tabs_from_anywhere(journal, ouvrir):
    page = ouvrir(journal)
    page.periode.genre.setFocus()
    touche(page.periode.genre, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.tableaux.table.hasFocus()
    touche(page.tableaux.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.diapo.table.hasFocus()
    touche(page.diapo.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.publications.table.hasFocus()
    touche(page.publications.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.chiffres.table.hasFocus()


def test_what_is_published_has_a_code_and_says_what_changed_since(journal, ouvrir, tmp_path):
    page = ouvrir(journal)
    onglet = page.publications
    page.onglets.setCurrentWidget(onglet)
    assert "Rien n’est encore publié" in onglet.etat.text()
    onglet.publier.click()
    dialogue = page.findChild(DialoguePublier)
    dialogue.serie.setText("Conseil d’administration")
    dialogue.figer.setChecked(True)
    dialogue.accept()
    (ligne,) = onglet.modele.records()
    code = ligne.publication.code.affiche
    assert page.dialogs.dits[-1] == ("informer", f"Publié. Code de vérification : {code}")
    assert ligne.difference.identique
    assert ligne.publication.figee_le is not None
    journal.interventions.saisir(contenu(date_intervention=date(2025, 2, 4)))
    page.changer(Changes(interventions=True), page)
    assert onglet.modele.records()[0].difference.phrase == "1 écriture ajoutée depuis"
    page.dialogs.repondre("demander_texte", code.lower().replace("-", " "))
    onglet.verifier.click()
    assert "1 écriture ajoutée depuis" in espaces_ordinaires(page.dialogs.dits[-1][1])
    fichier = tmp_path / "publie.pdf"
    page.dialogs.repondre("choisir_fichier_a_enregistrer", fichier)
    onglet.pdf.click()
    assert f"Vérification : {code}" in interroger(fichier, "pdftotext", "-layout")
    assert list(sans_nom(page)) == []


def test_an_entry_corrected_after_publishing_is_a_note_and_a_foreign_code_is_unknown(
    journal, ouvrir
):
    page = ouvrir(journal)
    onglet = page.publications
    page.onglets.setCurrentWidget(onglet)
    onglet.publier.click()
    page.findChild(DialoguePublier).accept()
    (ligne,) = onglet.modele.records()
    jour = Filtre(du=date(2025, 2, 3), au=date(2025, 2, 3))
    entree = next(iter(journal.lectures.lister(jour))).id
    journal.interventions.corriger(
        entree, contenu(date_intervention=date(2025, 2, 3), duree_min=95)
    )
    page.changer(Changes(interventions=True), page)
    assert onglet.modele.records()[0].difference.phrase == "1 écriture rectifiée depuis"
    assert onglet.modele.records()[0].publication == ligne.publication
    page.dialogs.repondre("demander_texte", "0000-0000-0000")
    onglet.verifier.click()
    assert "Aucun document publié d'ici" in page.runner.erreurs[-1].message


def test_a_code_that_is_not_one_is_refused_where_it_is_typed():
    assert "pas un code" in motif("ABC")
    assert motif("7K3M-94QX-T0BD") == ""


def test_a_computation_that_breaks_leaves_a_way_out(journal, ouvrir, monkeypatch):
    page = ouvrir(journal)

    def casser(*_arguments):
        raise ZeroDivisionError

    with monkeypatch.context() as m:
        m.setattr(type(journal.consultations), "lire", casser)
        with pytest.raises(ZeroDivisionError):
            page.recalculer()
    assert page.consultation is None
    assert "pas abouti" in page.vide.label.text()
    page.vide.button.click()
    assert ici(page)["J01"]
