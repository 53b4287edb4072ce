"""The journal page by keyboard, on a real encrypted journal."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from journal_scls.application.lectures import Filtre
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.intervention import Reference, Statut, Volet
from journal_scls.gui.pages.journal.comparaison import ComparaisonRevisions
from journal_scls.gui.pages.journal.criteres import ANNEE, DATES, MOIS, MOIS_DERNIER, bornes
from journal_scls.gui.pages.journal.exportation import DialogueExportation
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.aides import saisir, sans_nom, touche
from tests.gui.fakes import InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau


@pytest.fixture
def horloge():
    return HorlogeFixe()


@pytest.fixture
def journal(tmp_path, horloge):
    journal = ouvrir_nouveau(tmp_path / "journal", horloge)
    yield journal
    journal.fermer()


@pytest.fixture
def entrees(journal):
    """Three entries: yesterday, the month before, the year before."""
    erables = milieu_nomme(journal, "Tour des Érables")
    return [
        journal.interventions.saisir(
            contenu(
                date_intervention=jour,
                lieu=erables.lieu_le(jour),
                note=note,
                references=(Reference(destination="CISSS", service="SAPA", statut="FAITE"),),
            )
        )
        for jour, note in (
            (date(2025, 3, 13), "Écoute après le décès"),
            (date(2025, 2, 5), "Un élève en difficulté"),
            (date(2024, 12, 24), "Souper de Noël"),
        )
    ]


@pytest.fixture
def ouvrir(poser, journal, dialogs):
    return lambda: poser(lambda fenetre: JournalPage(journal, InlineRunner(fenetre), dialogs))


@pytest.fixture
def page(entrees, ouvrir):
    return ouvrir()


def mots(texte):
    return texte.replace("\u00a0", " ").replace("\u202f", " ")


def puces(page):
    return [chip.text().rstrip(" ×") for chip in page.filtres.puces.chips.values()]


def ajouter(page, *choix):
    page.filtres.ajouter.chosen.emit(choix)


def dates(page):
    return [page.modele.ligne(i).date.isoformat() for i in range(page.modele.rowCount())]


def attendre_details(qtbot, page, texte):
    qtbot.waitUntil(lambda: texte in page.details.toPlainText())


def test_the_newest_is_first_and_in_hand(page):
    assert dates(page) == ["2025-03-13", "2025-02-05", "2024-12-24"]
    attendu = "3 interventions · 3 participations · 2 h 15 · 3 références"
    assert mots(page.compte.text()) == attendu
    assert QApplication.focusWidget() is page.table
    assert page.table.rang() == 0


@pytest.mark.parametrize("frappe", ["deces", "DÉCÈS", "ecoute apr"])
def test_search_without_accents(page, qtbot, frappe):
    page.rechercher()
    saisir(page.filtres.recherche, frappe)
    qtbot.waitUntil(lambda: dates(page) == ["2025-03-13"])
    assert mots(page.compte.text()).startswith("1 intervention · ")
    touche(page.filtres.recherche, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table


def test_going_down_waits_for_the_list_of_what_was_typed(page, qtbot):
    """F2 at once would open an entry of the list before."""
    page.rechercher()
    page._runner.pause = True
    saisir(page.filtres.recherche, "noel")
    touche(page.filtres.recherche, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.filtres.recherche
    page._runner.liberer()
    assert QApplication.focusWidget() is page.table
    assert dates(page) == ["2024-12-24"]


def test_a_list_that_comes_once_another_page_is_in_front_takes_no_key_of_it(page):
    ailleurs = QLineEdit(page.window())
    page.rechercher()
    page._runner.pause = True
    touche(page.filtres.recherche, Qt.Key.Key_Down)
    page.hide()
    ailleurs.show()
    ailleurs.setFocus()
    page._runner.liberer()
    assert QApplication.focusWidget() is ailleurs


def test_typing_again_after_going_down_stays_in_the_search(page):
    page.rechercher()
    page._runner.pause = True
    touche(page.filtres.recherche, Qt.Key.Key_Down)
    saisir(page.filtres.recherche, "noel")
    page._runner.liberer()
    assert QApplication.focusWidget() is page.filtres.recherche


def test_search_waits_for_the_last_key(page, qtbot):
    demandes = []
    page.filtres.change.connect(lambda: demandes.append(1))
    saisir(page.filtres.recherche, "noel")
    assert demandes == []
    qtbot.waitUntil(lambda: dates(page) == ["2024-12-24"])
    assert len(demandes) == 1


def test_periods(page):
    attendus = {
        MOIS: ["2025-03-13"],
        MOIS_DERNIER: ["2025-02-05"],
        ANNEE: ["2025-03-13", "2025-02-05"],
        DATES: ["2025-03-13"],
    }
    for periode, attendu in attendus.items():
        page.filtres.periode.set_value(periode)
        assert dates(page) == attendu
        assert page.filtres.du.isVisible() is (periode == DATES)
    page.filtres.du.set_value(date(2024, 12, 1))
    assert len(dates(page)) == 3
    page.filtres.au.set_value(date(2025, 2, 28))
    assert dates(page) == ["2025-02-05", "2024-12-24"]


def test_the_bounds_of_periods():
    jour = date(2024, 3, 31)
    assert bornes(MOIS, jour) == (date(2024, 3, 1), date(2024, 3, 31))
    assert bornes(MOIS_DERNIER, jour) == (date(2024, 2, 1), date(2024, 2, 29))
    assert bornes(MOIS, date(2024, 12, 5))[1] == date(2024, 12, 31)
    assert bornes(ANNEE, jour) == (date(2024, 1, 1), date(2024, 12, 31))


def test_f2_asks_for_a_correction_and_ctrl_d_would_repeat(page, qtbot, entrees):
    touche(page.table, Qt.Key.Key_Down)
    assert page.a_repeter() == entrees[1].id
    with qtbot.waitSignal(page.corriger) as recu:
        touche(page.table, Qt.Key.Key_F2)
    assert recu.args == [entrees[1].id]


def test_enter_reads_the_details_and_escape_comes_back(page):
    touche(page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.details
    touche(page.details, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table


def test_a_usual_reason_takes_one_key(page, journal, dialogs, entrees):
    dialogs.repondre("choisir", "Doublon")
    touche(page.table, Qt.Key.Key_Delete)
    lue = journal.interventions.lire(entrees[0].id)
    assert (lue.statut, lue.raison) == (Statut.ANNULEE, "Doublon")


def test_filters_are_chips_that_combine_and_go_one_by_one(page, qtbot, entrees):
    ajouter(page, "milieu", "Tour des Érables")
    ajouter(page, "clientele", "AINES")
    page.filtres.periode.set_value(ANNEE)
    assert puces(page) == [
        "Période : cette année",
        "Milieu : Tour des Érables",
        "Clientèle : Personnes aînées",
    ]
    assert dates(page) == ["2025-03-13", "2025-02-05"]
    ajouter(page, "volet", "COLLECTIF")
    assert dates(page) == []
    chip = page.filtres.puces.chips["volet"]
    assert chip.accessibleName().startswith("Retirer le filtre Volet : ")
    chip.setFocus()
    touche(chip, Qt.Key.Key_Delete)
    assert dates(page) == ["2025-03-13", "2025-02-05"]
    assert QApplication.focusWidget() is page.filtres.puces.chips["clientele"]
    page.filtres.puces.clear_button.click()
    assert len(dates(page)) == 3
    assert page.filtres.puces.isHidden()


def test_choosing_the_same_field_again_replaces_its_chip(page):
    ajouter(page, "milieu", "Tour des Érables")
    ajouter(page, "milieu", "La Montée")
    assert puces(page) == ["Milieu : La Montée"]
    assert dates(page) == []


def test_every_milieu_may_be_found_by_typing(page):
    noms = [choix.label for choix in page.filtres.ajouter.choices()]
    assert {"Tour des Érables", "Annulée (corbeille)", "Individuel"} & set(noms) >= {
        "Tour des Érables",
        "Annulée (corbeille)",
    }


def test_the_code_of_a_person_is_asked_for(page, journal, dialogs, entrees):
    journal.interventions.saisir(contenu(personne="P-12"))
    page.recharger()
    dialogs.repondre("demander_texte", " ", "P-12")
    ajouter(page, "personne", "")
    assert puces(page) == ["Personne : P-12"]
    assert dates(page) == ["2025-03-14"]


def test_another_page_may_show_the_entries_behind_a_figure(page):
    page.montrer(Filtre(du=date(2025, 1, 1), au=date(2025, 3, 31), volet="INDIVIDUEL"))
    assert puces(page)[0] == "Période : du 2025-01-01 au 2025-03-31"
    assert dates(page) == ["2025-03-13", "2025-02-05"]
    assert page.filtres.du.isVisible()


def test_two_revisions_stand_side_by_side(page, journal, qtbot, entrees):
    avant = entrees[0].contenu
    journal.interventions.corriger(entrees[0].id, contenu(date_intervention=date(2025, 3, 13)))
    journal.interventions.annuler(entrees[0].id, "erreur de milieu")
    journal.interventions.retablir(entrees[0].id)
    page.recharger()
    qtbot.waitUntil(page.bouton_comparer.isVisible)
    page.bouton_comparer.click()
    (dialogue,) = page.findChildren(ComparaisonRevisions)
    assert "Aucun champ ne diffère" in dialogue.resume.text()
    assert "Raison : erreur de milieu." in dialogue.resume.text()
    dialogue.gauche.set_value(1)
    dialogue.droite.set_value(2)
    lues = {li.name: (li.values, li.different) for li in dialogue.table.model().records()}
    assert lues["Milieu"] == (("Tour des Érables", "Sans milieu"), True)
    assert lues["Durée"] == (("45 min", "45 min"), False)
    modele = dialogue.table.model()
    assert modele.index(0, 0).data().startswith("≠ ")
    assert modele.index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert avant.references
    assert "INT-07" in dialogue.gauche.currentText()
    dialogue.close()


@pytest.mark.parametrize("notes", [True, False])
def test_what_is_shown_is_exported_in_clear_notes_on_a_tick(page, dialogs, tmp_path, notes):
    fichier = tmp_path / "sortie.csv"
    page.filtres.periode.set_value(MOIS)
    dialogs.repondre("choisir_fichier_a_enregistrer", fichier)
    page.bouton_exporter.click()
    (dialogue,) = page.findChildren(DialogueExportation)
    assert not dialogue.notes.isChecked()
    dialogue.notes.setChecked(notes)
    dialogue.accept()
    lignes = fichier.read_text("utf-8-sig").splitlines()
    assert len(lignes) == 2
    assert ("décès" in lignes[1]) is notes
    assert "en clair" in Toast.of(page.window()).label.text()


def test_cancelling_needs_a_reason_and_can_be_undone(page, journal, dialogs, entrees):
    dialogs.repondre("choisir", "Autre raison…")
    dialogs.repondre("demander_texte", "  ", "saisie deux fois")
    touche(page.table, Qt.Key.Key_Delete)
    assert dialogs.refus == ["Écrivez pourquoi, en quelques mots."]
    lue = journal.interventions.lire(entrees[0].id)
    assert (lue.statut, lue.raison) == (Statut.ANNULEE, "saisie deux fois")
    assert dates(page) == ["2025-02-05", "2024-12-24"]
    toast = Toast.of(page.window())
    assert toast.button.text() == "Rétablir (Ctrl+Z)"
    toast.trigger()
    assert journal.interventions.lire(entrees[0].id).statut is Statut.RECTIFIEE
    assert len(dates(page)) == 3


def test_giving_up_the_reason_cancels_nothing(page, journal, dialogs, entrees):
    dialogs.repondre("choisir", None)
    touche(page.table, Qt.Key.Key_Delete)
    assert journal.interventions.lire(entrees[0].id).statut is Statut.FINALE


def test_a_cancelled_entry_is_shown_on_demand_and_restored(page, journal, qtbot, entrees):
    journal.interventions.annuler(entrees[1].id, "erreur")
    page.recharger()
    assert len(dates(page)) == 2
    ajouter(page, "statut", "TOUS")
    assert len(dates(page)) == 3
    assert mots(page.compte.text()).endswith(" · 1 annulée, non comptée")
    ajouter(page, "statut", "ANNULEE")
    assert dates(page) == ["2025-02-05"]
    ajouter(page, "statut", "TOUS")
    page.table.aller(1)
    assert page.bouton_retablir.isVisible()
    assert not page.bouton_annuler.isVisible()
    assert not page.bouton_corriger.isEnabled()
    attendre_details(qtbot, page, "Raison : erreur")
    with qtbot.assertNotEmitted(page.corriger):
        touche(page.table, Qt.Key.Key_F2)
    page.bouton_retablir.click()
    assert journal.interventions.lire(entrees[1].id).compte
    assert page.table.rang() == 1
    assert page.bouton_annuler.isVisible()


def test_destroying_asks_for_a_word_and_only_in_the_bin(page, journal, dialogs, qtbot, horloge):
    annulee = journal.interventions.annuler(page.a_repeter(), "doublon")
    assert not page.bouton_detruire.isVisible()
    ajouter(page, "statut", "ANNULEE")
    attendre_details(qtbot, page, "à partir du : 2027-03-14")
    page.bouton_detruire.click()
    assert dialogs.dits[-1] == ("informer", "Rien n’est à détruire aujourd’hui.")
    horloge.avancer(days=800)
    dialogs.repondre("demander_texte", "oui", "détruire")
    page.bouton_detruire.click()
    assert len(dialogs.refus) == 1
    with pytest.raises(RegleMetier):
        journal.interventions.lire(annulee.id)
    assert "détruite, inscrite au registre" in Toast.of(page.window()).label.text()
    assert "détruite, inscrite au registre" in Toast.of(page.window()).label.text()


def test_the_details_say_everything_and_what_changed(page, journal, qtbot, entrees):
    avant = entrees[0].contenu
    journal.interventions.corriger(
        entrees[0].id,
        contenu(
            date_intervention=avant.date_intervention,
            lieu=avant.lieu,
            duree_min=50,
            volet=Volet.COLLECTIF,
            type_collectif="ADL",
            nb_personnes=8,
            note="Écoute <b>après</b> & avant",
        ),
    )
    page.recharger()
    attendre_details(qtbot, page, "Correction")
    texte = mots(page.details.toPlainText())
    for attendu in (
        "jeudi 13 mars 2025",
        "Milieu : Tour des Érables",
        "Tenure : Office d'habitation",
        "Organisme : Office des Rives",
        "MRC : La Matanie",
        "Immeuble : Familles",
        "Volet : Collectif",
        "Note : Écoute <b>après</b> & avant",
        "1. Saisie – ",
        "2. Correction – ",
        "Durée : 45 min → 50 min",
        "Personnes : 1 → 8",
        "Aînés en perte d'autonomie – Référence simple – Faite → rien",
    ):
        assert attendu in texte, texte


def test_holding_a_key_reads_only_the_last_details(page, qtbot):
    demandes = len(page._runner.libelles)
    for _ in range(2):
        touche(page.table, Qt.Key.Key_Down)
    attendre_details(qtbot, page, "Souper de Noël")
    assert len(page._runner.libelles) == demandes + 1


def test_an_empty_journal_says_so_and_offers_to_start(ouvrir, qtbot):
    page = ouvrir()
    assert page.vide.label.text() == "Votre journal est encore vide."
    assert not page.table.isVisible()
    with qtbot.waitSignal(page.saisir):
        page.vide.button.click()


def test_nothing_found_offers_to_show_everything(page, qtbot, journal, entrees):
    page.filtres.recherche.setText("zzz")
    qtbot.waitUntil(lambda: page.modele.rowCount() == 0)
    assert "ne correspond" in page.vide.label.text()
    page.vide.button.click()
    assert len(dates(page)) == 3
    assert page.table.isVisible()


def test_tab_leaves_the_table_and_everything_has_a_name(page):
    page.table.setFocus()
    touche(page.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.details
    touche(page.details, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.bouton_corriger
    assert list(sans_nom(page)) == []


def test_at_200_percent_the_list_and_the_details_take_turns(page, theme, qtbot):
    theme.apply("clair", 200)
    QApplication.sendPostedEvents()
    assert page.table.isVisible()
    assert not page.details.isVisible()
    page.partage.toggle.click()
    assert page.details.isVisible()
    assert not page.table.isVisible()
    largeur = sum(page.table.columnWidth(c) for c in range(page.modele.columnCount()))
    assert largeur <= page.width()
