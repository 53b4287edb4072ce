"""Conflicts and forks: compared, decided with a reason, taken back, never erased."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.application.operation import Changes
from journal_scls.gui.pages.decisions.page import DecisionsPage
from tests.gui.aides import montrer, sans_nom, touche
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.regions import RegionDeTest, faire_contexte

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def region(tmp_path):
    """A fork of « a », whose two branches also disagree about one entry."""
    region = RegionDeTest(tmp_path / "region", ("a",))
    copie = region["a"].copie()
    un = region.lot("a", 1, duree_min=30, nb_personnes=1)
    region["a"].restaurer(copie, remarque=False)
    region.recevoir(un, region.lot("a", 1, duree_min=90, nb_personnes=4))
    yield region
    region.fermer()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def page(qtbot, region, dialogs):
    fenetre = QMainWindow()
    runner = InlineRunner(fenetre)
    contexte = faire_contexte(region.journal, runner, dialogs)
    page = DecisionsPage(contexte)
    fenetre.setCentralWidget(page)
    fenetre.resize(1280, 720)
    montrer(qtbot, fenetre)
    page.entered()
    page.gardee = (fenetre, contexte)
    return page


def comparer(qtbot, page, quoi):
    page.table.seek(lambda a: quoi in page.modele.columns[1].text(a))
    qtbot.waitUntil(lambda: quoi_montre(page, quoi))
    return {
        champ.name: (champ.values, champ.different) for champ in page.vue.table.model().records()
    }


def quoi_montre(page, quoi):
    mot = "numéro" if "double" in quoi else "versions"
    return mot in page.vue.title.text()


def decider(page, mots, raison):
    bouton = next(b for b in page.vue.boutons if mots in b.text())
    bouton.setChecked(True)
    page.vue.raison.setText(raison)
    page.vue.enregistrer.click()


def test_a_conflict_shows_its_sides_with_the_differences_first(page, qtbot):
    champs = comparer(qtbot, page, "deux versions")
    differents = [nom for nom, (_valeurs, different) in champs.items() if different]
    assert differents == list(champs)[: len(differents)] == ["Durée", "Personnes"]
    assert set(champs["Durée"][0]) == {"30 min", "1 h 30"}
    modele = page.vue.table.model()
    mots = {c.name: modele.columns[-1].text(c) for c in modele.records()}
    assert mots["Durée"] == "≠ différent"
    assert mots["Activité"] == "pareil"
    assert "compte aujourd’hui" in modele.columns[1].title


def test_what_it_changes_in_the_figures_is_said(page, qtbot):
    champs = comparer(qtbot, page, "deux versions")
    compte = champs["Durée"][0][0]
    effet = page.vue.effet.text()
    assert f"la version A compte : {compte}" in effet
    assert "1 h 30, 4 participations" in effet
    assert "n’efface rien et ne change pas les chiffres" in effet


def test_a_fork_shows_its_lots(page, qtbot):
    champs = comparer(qtbot, page, "en double")
    assert page.vue.title.text() == "2 lots différents de INT-a portent le numéro 1"
    assert champs["Empreinte du lot"][1]
    assert not champs["Genre"][1]
    assert "ne change pas les chiffres" in page.vue.effet.text()


def test_a_decision_needs_a_choice_and_a_reason(page, qtbot, region):
    comparer(qtbot, page, "deux versions")
    page.vue.enregistrer.click()
    assert "Choisissez" in page.vue.ligne_raison.error()
    page.vue.boutons[0].setChecked(True)
    page.vue.enregistrer.click()
    assert page.vue.ligne_raison.error() == "Écrivez pourquoi, en quelques mots."
    assert region.journal.region.decisions() == []


def test_a_decision_is_recorded_counted_and_taken_back(page, qtbot, region, dialogs):
    avant = region.journal.receptions.vidage()
    comparer(qtbot, page, "deux versions")
    decider(page, "La version B", "vérifié au téléphone")
    assert page.modele.rowCount() == 1
    (decision,) = region.journal.region.decisions()
    assert decision.raison == "vérifié au téléphone"

    page.prises.setChecked(True)
    assert page.modele.rowCount() == 2
    comparer(qtbot, page, "deux versions")
    qtbot.waitUntil(lambda: page.vue.prise.isVisibleTo(page.vue))
    assert "La version B est la bonne" in page.vue.prise.text()
    assert not page.vue.enregistrer.isVisibleTo(page.vue)

    dialogs.repondre("demander_texte", " ", "elle s’est trompée")
    page.vue.revenir_bouton.click()
    assert dialogs.refus == ["Écrivez pourquoi."]
    assert len(region.journal.region.situation().a_decider) == 2
    comparer(qtbot, page, "deux versions")
    qtbot.waitUntil(lambda: page.vue.historique.isVisibleTo(page.vue))
    assert "vérifié au téléphone" in page.vue.historique.text()
    assert "Décision retirée" in page.vue.historique.text()
    assert region.journal.receptions.vidage() == avant


def test_by_keys_alone(page, qtbot, region):
    comparer(qtbot, page, "en double")
    qtbot.waitUntil(page.vue.boutons[0].isVisible)
    page.table.setFocus()
    touche(page.table, Qt.Key.Key_Return)
    assert page.vue.boutons[0].hasFocus()
    touche(page.vue.boutons[0], Qt.Key.Key_Space)
    touche(page.vue.boutons[0], Qt.Key.Key_Tab)
    assert page.vue.raison.hasFocus()
    page.vue.raison.setText("portable copié")
    touche(page.vue.raison, Qt.Key.Key_Return)
    (decision,) = region.journal.region.decisions()
    assert decision.objet.startswith("bifurcation ")


def test_what_the_journal_corrected_leaves_the_list(page, qtbot, region):
    region["a"].saisir(1, duree_min=45)
    region.recevoir(region["a"].exporter())
    page._contexte.region.changer(Changes(lots=True))
    assert [page.modele.columns[1].text(a) for a in page.modele.records()] == ["Lot 1 en double"]
    assert "conflit" not in region.journal.region.etat_region().phrase
    page.prises.setChecked(True)
    comparer(qtbot, page, "deux versions")
    assert page.vue.prise.text() == "Réglé : le journal a corrigé cette écriture depuis."
    assert not page.vue.enregistrer.isVisibleTo(page.vue)


def test_nothing_to_decide_is_said(page, qtbot, region):
    for quoi in ("deux versions", "en double"):
        comparer(qtbot, page, quoi)
        decider(page, "personne", "à revoir")
    assert page.vide.isVisibleTo(page)
    assert page.vide.label.text().startswith("Rien à décider")


@pytest.mark.parametrize("echelle", [100, 200])
def test_everything_is_named_and_fits(page, qtbot, theme, echelle):
    comparer(qtbot, page, "deux versions")
    theme.apply("sombre", echelle)
    qtbot.wait(50)
    assert list(sans_nom(page)) == []
    assert page.horizontalScrollBar().maximum() == 0
