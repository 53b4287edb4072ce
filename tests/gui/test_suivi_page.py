"""Following referrals by keyboard, on a real encrypted journal."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal_scls.domain.journal.intervention import Reference, Statut
from journal_scls.gui.pages.suivi.page import SuiviPage
from journal_scls.gui.pages.suivi.table import ecrire_age
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.aides import sans_nom, touche
from tests.gui.fakes import InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau

JOUR = date(2025, 3, 14)
SAPA = {"destination": "CISSS", "service": "SAPA"}
BANQUE = {"destination": "OC", "service": "AIDE_ALIMENTAIRE"}


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def entrees(journal):
    """Three open referrals of as many entries; the last one should have been asked about."""
    erables = milieu_nomme(journal, "Tour des Érables")
    suites = (
        (200, (Reference(**SAPA, statut="SERVICE_OBTENU"), Reference(**SAPA, statut="FAITE"))),
        (90, (Reference(**BANQUE, statut="PROPOSEE"),)),
        (3, (Reference(**SAPA, statut="PROPOSEE", date_relance=JOUR - timedelta(days=1)),)),
    )
    return [
        journal.interventions.saisir(
            contenu(
                date_intervention=JOUR - timedelta(days=age),
                lieu=erables.lieu_le(JOUR),
                references=references,
            )
        )
        for age, references in suites
    ]


@pytest.fixture
def ouvrir(poser, journal, dialogs):
    return lambda: poser(lambda fenetre: SuiviPage(journal, InlineRunner(fenetre), dialogs))


@pytest.fixture
def page(entrees, ouvrir):
    return ouvrir()


def ages(page):
    return [(JOUR - ligne.du).days for ligne in page.table.modele.records()]


def suites(journal, entree):
    return [r.statut for r in journal.interventions.lire(entree.id).contenu.references]


def test_those_to_call_back_come_first_then_the_oldest(page):
    assert ages(page) == [3, 200, 90]
    assert page.resume.text() == "3 références ouvertes · 1 à relancer dès maintenant"
    assert QApplication.focusWidget() is page.table
    ligne = page.table.modele.sentence(page.table.current())
    assert "Âge : 3\u00a0j, Vers : Aînés en perte d'autonomie (CISSS ou CIUSSS)" in ligne
    assert "À relancer : en retard, 2025-03-13" in ligne


@pytest.mark.parametrize(
    ("cle", "statut"),
    [
        (Qt.Key.Key_O, "SERVICE_OBTENU"),
        (Qt.Key.Key_S, "SANS_SUITE"),
        (Qt.Key.Key_R, "REFUSEE"),
    ],
)
def test_one_key_settles_a_referral_and_ctrl_z_opens_it_again(page, journal, entrees, cle, statut):
    touche(page.table, cle)
    assert suites(journal, entrees[2]) == [statut]
    lue = journal.interventions.lire(entrees[2].id)
    assert (lue.revision, lue.statut) == (2, Statut.RECTIFIEE)
    assert lue.contenu.references[0].date_relance is None
    assert ages(page) == [200, 90]
    Toast.of(page.window()).trigger()
    assert journal.interventions.lire(entrees[2].id).contenu == entrees[2].contenu
    assert len(journal.interventions.revisions(entrees[2].id)) == 3
    assert ages(page) == [3, 200, 90]


def test_a_waiting_list_stays_open_and_is_no_longer_overdue(page, journal, entrees):
    touche(page.table, Qt.Key.Key_L)
    assert suites(journal, entrees[2]) == ["LISTE_ATTENTE"]
    assert ages(page) == [200, 90, 3]
    assert page.table.current().intervention == entrees[2].id


def test_only_the_referral_in_hand_changes(page, journal, entrees):
    touche(page.table, Qt.Key.Key_Down)
    page.boutons["REFUSEE"].click()
    assert suites(journal, entrees[0]) == ["SERVICE_OBTENU", "REFUSEE"]


def test_calling_back_later_keeps_the_outcome(page, journal, dialogs, entrees):
    dialogs.repondre("demander_texte", "n’importe quoi", "+7")
    touche(page.table, Qt.Key.Key_P)
    reference = journal.interventions.lire(entrees[2].id).contenu.references[0]
    assert (reference.statut, reference.date_relance) == ("PROPOSEE", JOUR + timedelta(days=7))
    assert len(dialogs.refus) == 1


def test_what_changed_meanwhile_is_not_overwritten(page, journal, entrees):
    journal.interventions.corriger(entrees[2].id, contenu(duree_min=5))
    touche(page.table, Qt.Key.Key_O)
    assert "modifiée entre-temps" in page._runner.erreurs[0].message
    assert journal.interventions.lire(entrees[2].id).contenu.duree_min == 5


def test_order_by_age_and_by_service(page):
    page.ordre.set_value("age")
    assert ages(page) == [200, 90, 3]
    page.ordre.set_value("partenaire")
    assert ages(page) == [200, 3, 90]


def test_f2_asks_for_a_correction_and_enter_reads(page, qtbot, entrees):
    with qtbot.waitSignal(page.corriger) as recu:
        touche(page.table, Qt.Key.Key_F2)
    assert recu.args == [entrees[2].id]
    assert page.a_repeter() == entrees[2].id
    touche(page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.details
    qtbot.waitUntil(lambda: "Révisions" in page.details.toPlainText())
    touche(page.details, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table


def test_needs_left_without_an_answer_have_their_base(page, journal, entrees):
    touche(page.table, Qt.Key.Key_R)
    page.vue.set_value("besoins")
    lignes = [[c.text(b) for c in page.besoins.modele.columns] for b in
              page.besoins.modele.records()]  # fmt: skip
    assert lignes == [
        ["CISSS ou CIUSSS – Aînés en perte d'autonomie", "La Matanie", "1", "0", "0",
         "33 % (1/3 références), petit effectif"],
    ]  # fmt: skip
    assert "25 % (1/4 références)" in page.besoins.total.text()
    assert not page.boutons["REFUSEE"].isVisible()


@pytest.mark.parametrize("genre", ["pdf", "csv"])
def test_the_needs_are_a_file_to_give(page, dialogs, tmp_path, genre):
    touche(page.table, Qt.Key.Key_S)
    page.vue.set_value("besoins")
    fichier = tmp_path / f"besoins.{genre}"
    dialogs.repondre("choisir_fichier_a_enregistrer", fichier)
    page.exporter.click()
    octets = fichier.read_bytes()
    assert octets.startswith(b"%PDF") if genre == "pdf" else "33 % (1/3" in octets.decode("utf-8")


def test_nothing_open_says_so(ouvrir):
    page = ouvrir()
    assert page.vide.isVisible()
    assert not page.table.isVisible()
    assert not page.boutons["REFUSEE"].isEnabled()
    page.vue.set_value("besoins")
    assert page.besoins.vide.isVisible()


def test_everything_has_a_name_in_both_views(page):
    assert list(sans_nom(page)) == []
    page.vue.set_value("besoins")
    assert list(sans_nom(page)) == []


def test_ages_are_said_as_people_say_them():
    dits = [ecrire_age(n).replace("\u00a0", " ") for n in (0, 1, 13, 14, 59, 60, 729, 730)]
    assert dits == ["aujourd’hui", "1 j", "13 j", "2 sem.", "8 sem.", "2 mois", "24 mois", "2 ans"]
