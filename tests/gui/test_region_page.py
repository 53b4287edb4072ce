"""The coordinator's home: one sentence, what waits, the journals, on real received lots."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.application.operation import Changes
from journal_scls.gui.fenetre.cles import DECISIONS, JOURNAUX, RECEPTION, REGION
from journal_scls.gui.pages.region.bandeau import BandeauRegion
from journal_scls.gui.pages.region.filtres import A_RELANCER, DOUTEUX, REVOQUES
from journal_scls.gui.pages.region.page import RegionPage
from tests.gui.aides import montrer, saisir, sans_nom, touche
from tests.gui.fakes import InlineRunner
from tests.gui.journaux import ouvrir_nouveau
from tests.gui.regions import RegionDeTest, faire_contexte
from tests.journaux_simules import JournalSimule

pytestmark = pytest.mark.usefixtures("theme")
NOMS = ("a", "b", "c", "d")


@pytest.fixture
def region(tmp_path):
    """Received in March: everything of « a », a gap in « b », nothing of « c », a fork of « d »."""
    region = RegionDeTest(tmp_path / "region", NOMS)
    region.recevoir(region.lot("a", 1, 2))
    region.recevoir(region.lot("b", 1))
    region.lot("b", 2)
    region.recevoir(region.lot("b", 3))
    copie = region["d"].copie()
    un = region.lot("d", 1, duree_min=30)
    region["d"].restaurer(copie, remarque=False)
    region.recevoir(un, region.lot("d", 1, duree_min=60))
    yield region
    region.fermer()


@pytest.fixture
def vide(tmp_path):
    region = RegionDeTest(tmp_path / "region")
    yield region
    region.fermer()


@pytest.fixture
def ouvrir(qtbot):
    gardees = []

    def faire(region):
        fenetre = QMainWindow()
        contexte = faire_contexte(region.journal, InlineRunner(fenetre))
        page = RegionPage(contexte)
        gardees.append((fenetre, contexte))
        fenetre.setCentralWidget(page)
        fenetre.resize(1280, 720)
        montrer(qtbot, fenetre)
        page.entered()
        return page

    return faire


def codes(page):
    return [ligne.journal.code for ligne in page.modele.records()]


def cellules(page, code):
    rang = codes(page).index(code)
    return {c.title: c.text(page.modele.record(rang)) for c in page.modele.columns}


def test_one_sentence_concludes_for_the_last_month(region, ouvrir):
    page = ouvrir(region)
    assert page.conclusion.text() == (
        "3 journaux sur 4 pour février 2025, 1 trou, 1 bifurcation, 1 conflit."
    )
    region.horloge.avancer(days=40)
    page._contexte.region.changer(Changes(lots=True))
    assert page.conclusion.text().startswith("0 journal sur 4 pour mars 2025, 1 trou")


def test_each_journal_has_its_state_and_its_next_step(region, ouvrir):
    page = ouvrir(region)
    complet, troue = cellules(page, "INT-a"), cellules(page, "INT-b")
    assert (complet["Lot"], complet["Trous"], complet["État"]) == ("1", "–", "accord")
    assert complet["Prochaine étape"] == "Rien à faire"
    assert (troue["Lot"], troue["Trous"], troue["État"]) == ("3", "1", "désaccord")
    assert troue["Prochaine étape"] == "Redemandez le lot 2, ou un lot complet."
    jamais = cellules(page, "INT-c")
    assert (jamais["Lot"], jamais["Reçu il y a"], jamais["État"]) == ("aucun", "jamais", "inconnu")


def test_what_there_is_to_do_comes_first(region, ouvrir):
    page = ouvrir(region)
    assert codes(page) == ["INT-b", "INT-d", "INT-c", "INT-a"]
    page.filtres.tri.set_value(1)
    assert codes(page) == ["INT-a", "INT-b", "INT-c", "INT-d"]
    page.filtres.tri.set_value(2)
    assert codes(page)[0] == "INT-c"  # the one that never sent is the most silent


def test_a_row_stays_in_hand_when_the_list_is_sorted_or_read_again(region, ouvrir):
    page = ouvrir(region)
    page.table.seek(lambda ligne: ligne.journal.code == "INT-d")
    page.filtres.tri.set_value(1)
    assert page.table.current().journal.code == "INT-d"
    page._contexte.region.relire()
    assert page.table.current().journal.code == "INT-d"


@pytest.mark.parametrize(
    ("quoi", "attendus"),
    [(A_RELANCER, {"INT-b", "INT-c"}), (DOUTEUX, {"INT-b", "INT-d"}), (REVOQUES, set())],
)
def test_filters(region, ouvrir, quoi, attendus):
    page = ouvrir(region)
    page.filtres.demander(quoi)
    assert set(codes(page)) == attendus
    assert page.vide.isVisibleTo(page) == (not attendus)


def test_a_search_goes_down_to_the_list_by_key(region, ouvrir):
    page = ouvrir(region)
    page.filtres.recherche.setFocus()
    saisir(page.filtres.recherche, "int-c")
    assert codes(page) == ["INT-c"]
    touche(page.filtres.recherche, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_what_waits_is_counted_and_leads_there(region, ouvrir):
    inconnu = JournalSimule("inconnu")
    region.recevoir(inconnu.exporter())
    page = ouvrir(region)
    contexte = page._contexte
    assert page.a_decider.text() == "2 choses à décider"
    page.a_decider.click()
    assert page.douteux.text() == "2 journaux avec un doute"
    page.douteux.click()
    assert set(codes(page)) == {"INT-b", "INT-d"}
    assert page.a_relancer.text() == "2 journaux à relancer"
    assert page.mis_de_cote.text() == "1 fichier mis de côté"
    page.mis_de_cote.click()
    page.recevoir.click()
    assert contexte.visitees == [DECISIONS, RECEPTION, RECEPTION]


def test_the_details_say_what_was_received_and_what_is_missing(region, ouvrir):
    page = ouvrir(region)
    page.table.seek(lambda ligne: ligne.journal.code == "INT-b")
    dit = page.details.toPlainText()
    assert "lots 1 et 3; il manque 2" in dit
    assert "il en déclare 3 écritures, la région en tient 2" in dit
    page.table.seek(lambda ligne: ligne.journal.code == "INT-d")
    assert "en double : 1" in page.details.toPlainText()


def test_names_are_never_markup(tmp_path, ouvrir):
    region = RegionDeTest(tmp_path / "r", ("<b>x</b>" * 20,))
    page = ouvrir(region)
    assert "<b>x</b>" in page.details.toPlainText()
    region.fermer()


def test_a_revoked_journal_is_no_longer_expected(region, ouvrir):
    region.journal.cles.revoquer("INT-c", 0, "départ")
    page = ouvrir(region)
    assert page.conclusion.text().startswith("3 journaux sur 3 pour")
    assert cellules(page, "INT-c")["Prochaine étape"] == "Révoqué : rien à attendre"
    page.filtres.demander(REVOQUES)
    assert "départ" in page.details.toPlainText()


def test_an_empty_region_guides_to_the_first_invitation(vide, ouvrir):
    page = ouvrir(vide)
    assert page.conclusion.text() == "Aucun journal n’est encore inscrit dans votre région."
    assert page.vide.button.hasFocus()
    page.vide.button.click()
    assert page._contexte.visitees == [JOURNAUX]


def test_the_banner_goes_with_figures_and_hides_in_a_journal(region, ouvrir, qtbot, tmp_path):
    page = ouvrir(region)
    bandeau = BandeauRegion(page._contexte)
    qtbot.addWidget(bandeau)
    bandeau.demander()
    assert bandeau.phrase.text() == (
        "Ces chiffres reposent sur 3 journaux sur 4, 1 trou, 1 bifurcation, 1 conflit."
    )
    bandeau.voir.click()
    assert page._contexte.visitees == [REGION]
    journal = ouvrir_nouveau(tmp_path / "journal")
    muet = BandeauRegion(faire_contexte(journal, InlineRunner()))
    qtbot.addWidget(muet)
    muet.demander()
    assert muet.isHidden()
    journal.fermer()


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_cut_and_everything_is_named(region, ouvrir, theme, qtbot, echelle):
    page = ouvrir(region)
    theme.apply("sombre", echelle)
    qtbot.wait(50)
    assert list(sans_nom(page)) == []
    assert page.horizontalScrollBar().maximum() == 0
    assert page.partage.toggle.isVisibleTo(page) == (echelle == 200)
    if echelle == 200:
        page.partage.toggle.click()
        assert page.details.isVisibleTo(page)
        assert not page.table.isVisibleTo(page)
