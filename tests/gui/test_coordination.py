"""The window of a coordination: its own rubriques, what waits in their titles, its commands."""

from collections import Counter

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction

from journal_scls.application.operation import Changes
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.cles import DECISIONS, JOURNAUX, RECEPTION, REGION
from journal_scls.gui.fenetre.work_area import WorkArea
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.fingerprint_edit import FingerprintRow
from tests.gui.aides import dit, montrer, saisir, sans_nom
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.regions import RegionDeTest
from tests.gui.test_main_window import mnemoniques

PROPRES = (REGION, RECEPTION, DECISIONS, JOURNAUX)


@pytest.fixture
def region(tmp_path):
    """One journal in two copies: a fork and a conflict wait."""
    region = RegionDeTest(tmp_path / "region", ("a",))
    copie = region["a"].copie()
    un = region.lot("a", 1, duree_min=30)
    region["a"].restaurer(copie, remarque=False)
    region.recevoir(un, region.lot("a", 1, duree_min=90))
    return region


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def fenetre(qtbot, theme, region, runner, tmp_path):
    reglages = QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat)
    apparence = Apparence(theme, reglages)
    fenetre = MainWindow()
    fenetre.equiper(runner, FakeDialogs(), apparence)
    fenetre.resize(1280, 720)
    montrer(qtbot, fenetre)
    fenetre.ouvrir(region.journal)
    yield fenetre
    fenetre.close()
    apparence.deleteLater()


def titres(travail: WorkArea):
    return [travail.volet.item(rang).text() for rang in range(travail.volet.count())]


def test_a_coordination_has_its_own_pages_and_counts_what_waits(fenetre):
    travail = fenetre.travail
    assert travail.courante == REGION
    assert [r.cle for r in travail.rubriques if r.cle in PROPRES] == list(PROPRES)
    assert {"Région", "Réception", "À décider (2)", "Journaux"} <= set(titres(travail))


def test_every_page_opens_by_its_key(fenetre):
    travail = fenetre.travail
    actions = {a.text(): a for a in fenetre.findChildren(QAction) if a.shortcut().toString()}
    for rubrique in travail.rubriques:
        actions[rubrique.titre].trigger()
        assert travail.courante == rubrique.cle
        assert list(sans_nom(fenetre)) == []


@pytest.mark.parametrize("etape", [None, 0, 1, 2, 3, 4])
def test_no_letter_of_a_page_fights_another(fenetre, etape):
    for cle in PROPRES:
        page = fenetre.travail.aller(cle)
        if cle == JOURNAUX and etape is not None:
            page.aller(page.etapes[etape])
        lettres = Counter(mnemoniques(fenetre))
        assert {k: n for k, n in lettres.items() if n > 1} == {}, cle


def test_a_decision_changes_the_title_at_once(fenetre, runner, region):
    travail = fenetre.travail
    affaire = travail._contexte.region.situation.a_decider[0]
    region.journal.region.decider(affaire.objet, "a_eclaircir", "à voir")
    runner.changed.emit(Changes(lots=True), fenetre)
    assert "À décider (1)" in titres(travail)
    travail.aller(DECISIONS)
    assert travail.bouton.text() == "☰  À décider (1)"


def test_the_commands_of_an_entry_are_not_there(fenetre):
    visibles = {a.text() for a in fenetre.findChildren(QAction) if a.isVisible()}
    assert "&Nouvelle intervention" not in visibles
    assert "&Sauvegarder une copie…" in visibles


def test_the_digits_of_a_telephone_call_are_counted_as_they_come(qtbot, theme):
    rang = FingerprintRow("Chiffres")
    assert isinstance(rang, FieldRow)
    montrer(qtbot, rang)
    assert dit(rang.message) == "Groupe 1 sur 6 : encore 30 chiffres."
    saisir(rang.edit, "1234567")
    assert rang.edit.text() == "12345 67"
    assert dit(rang.message) == "Groupe 2 sur 6 : encore 23 chiffres."
    assert rang.answer() is None
    assert rang.error() == "Il faut les 30 chiffres que l’autre personne vous dicte."
    saisir(rang.edit, "8")
    assert rang.error() == ""
    rang.edit.set_digits("12345-12345 12345/12345 12345 12345")
    assert rang.message.text() == "✓ Les 30 chiffres y sont."
    assert rang.answer() == " ".join(["12345"] * 6)
