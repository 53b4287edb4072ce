"""The door: passphrase, recovery code, keyring, patience."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from journal_scls.application.ports_dossiers import Secret
from journal_scls.gui.pages.deverrouillage.page import ESSAIS_LIBRES, DeverrouillagePage
from journal_scls.storage.coffre.trousseau import TrousseauEnMemoire
from journal_scls.storage.verrou import Verrou
from tests.gui.aides import montrer, saisir, sans_nom, touche
from tests.gui.ateliers import PHRASE, SansTrousseau, faire_atelier, faire_dossier
from tests.gui.fakes import InlineRunner

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def trousseau():
    return TrousseauEnMemoire()


@pytest.fixture
def atelier(trousseau):
    return faire_atelier(trousseau)


@pytest.fixture
def dossier(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def code(atelier, dossier):
    return faire_dossier(atelier, dossier)


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def ouverts():
    ouverts = []
    yield ouverts
    for journal, _avis in ouverts:
        journal.fermer()


@pytest.fixture
def faire(qtbot, dossier, code, runner, ouverts):
    def faire(atelier):
        page = DeverrouillagePage(atelier, dossier, runner)
        page.resize(900, 700)
        page.ouvert.connect(lambda journal, avis: ouverts.append((journal, avis)))
        montrer(qtbot, page)
        page.entered()
        return page

    return faire


@pytest.fixture
def page(faire, atelier):
    return faire(atelier)


def essayer(page, phrase):
    page.phrase.champ.edit.clear()
    saisir(page.phrase.champ, phrase)
    touche(page.phrase.champ, Qt.Key.Key_Return)


def test_the_passphrase_and_enter_open(page, ouverts):
    assert page.phrase.champ.edit.hasFocus()
    assert page.phrase.champ.edit.echoMode() is QLineEdit.EchoMode.Password
    essayer(page, PHRASE)
    ((journal, avis),) = ouverts
    assert journal.profil.code == "INT-07"
    assert avis == ""
    assert page.phrase.champ.text() == ""


def test_what_is_typed_can_be_seen(page):
    page.phrase.champ.show_box.click()
    assert page.phrase.champ.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_a_wrong_passphrase_is_told_beside_the_field(page, ouverts):
    essayer(page, "une autre phrase")
    assert "ne convient pas" in page.phrase.ligne.error()
    assert page.phrase.champ.edit.hasFocus()
    assert page.phrase.champ.edit.selectedText() == "une autre phrase"
    saisir(page.phrase.champ, "x")
    assert page.phrase.ligne.error() == ""
    assert not ouverts


def test_nothing_typed_asks_for_it_without_trying(page, runner):
    touche(page.phrase.champ, Qt.Key.Key_Return)
    assert "Entrez" in page.phrase.ligne.error()
    assert runner.libelles == []


def test_opening_is_visible_and_asked_once(page, runner, ouverts):
    runner.pause = True
    essayer(page, PHRASE)
    assert page.phrase.bouton.text() == "Ouverture…"
    assert not page.phrase.bouton.isEnabled()
    touche(page.phrase.champ, Qt.Key.Key_Return)
    runner.liberer()
    assert len(ouverts) == 1


def test_after_five_failures_each_one_waits_longer(page, ouverts):
    for _ in range(ESSAIS_LIBRES - 1):
        essayer(page, "une autre phrase")
        assert page.phrase.bouton.isEnabled()
    essayer(page, "une autre phrase")
    assert not page.phrase.bouton.isEnabled()
    assert "5 secondes" in page.phrase.attente.text()
    essayer(page, PHRASE)
    assert not ouverts
    for _ in range(5):
        page.minuterie.timeout.emit()
    assert page.phrase.bouton.isEnabled()
    assert not page.minuterie.isActive()
    essayer(page, "une autre phrase")
    assert "10 secondes" in page.phrase.attente.text()
    for _ in range(10):
        page.minuterie.timeout.emit()
    essayer(page, PHRASE)
    assert len(ouverts) == 1


def test_the_recovery_code_opens_once_a_new_passphrase_is_chosen(
    page, code, ouverts, atelier, dossier
):
    page.phrase.oubliee.emit()
    assert page.code.champ.hasFocus()
    saisir(page.code.champ, code.lower().replace("-", " "))
    touche(page.code.champ, Qt.Key.Key_Return)
    assert not ouverts, "a new passphrase must be chosen first"
    nouvelle = "cinq autres mots enfin"
    saisir(page.nouvelle.phrases.phrase, nouvelle)
    saisir(page.nouvelle.phrases.encore, nouvelle)
    touche(page.nouvelle.phrases.encore, Qt.Key.Key_Return)
    ((journal, avis),) = ouverts
    assert "nouvelle phrase" in avis
    assert page.code.champ.text() == ""
    journal.fermer()
    ouverts.clear()
    atelier.ouvrir(dossier, Secret(phrase=nouvelle)).fermer()


def test_closing_before_the_new_passphrase_closes_the_journal(page, code, atelier, dossier):
    page.phrase.oubliee.emit()
    saisir(page.code.champ, code)
    touche(page.code.champ, Qt.Key.Key_Return)
    fermee = []
    page.quitter(lambda: fermee.append(True))
    assert fermee
    atelier.ouvrir(dossier, Secret(phrase=PHRASE)).fermer()


def test_a_mistyped_code_is_told_apart_from_a_wrong_one(page, code, ouverts):
    page.phrase.oubliee.emit()
    autre = "1" if code[0] != "1" else "2"
    saisir(page.code.champ, autre + code[1:])
    touche(page.code.champ, Qt.Key.Key_Return)
    assert "faute de frappe" in page.code.ligne.error()
    assert not ouverts
    page.code.annuler.click()
    assert page.phrase.champ.edit.hasFocus()


def test_the_keyring_is_told_to_remember(page, ouverts, atelier, dossier):
    page.phrase.retenir.click()
    essayer(page, PHRASE)
    journal, avis = ouverts.pop()
    journal.fermer()
    assert avis == ""
    assert atelier.dossiers.trousseau_pret(dossier)
    atelier.ouvrir(dossier, Secret(trousseau=True)).fermer()


def test_a_computer_without_a_keyring_says_so_and_opens(faire, ouverts):
    page = faire(faire_atelier(SansTrousseau()))
    page.phrase.retenir.click()
    essayer(page, PHRASE)
    assert "trousseau" in ouverts[0][1]


def test_a_journal_open_elsewhere_is_said_in_plain_words(page, dossier, ouverts):
    with Verrou(dossier):
        essayer(page, PHRASE)
    assert "déjà ouvert dans une autre fenêtre" in page.phrase.ligne.error()
    assert page.phrase.bouton.isEnabled()
    assert not ouverts


def test_a_window_that_closes_meanwhile_leaves_the_journal_closed(page, dossier, atelier):
    runner = page._runner
    runner.pause = True
    essayer(page, PHRASE)
    runner.fermer()
    with Verrou(dossier):
        pass


def test_every_form_has_names(page, code):
    for forme in (page.phrase, page.code, page.nouvelle):
        page._pile.go(forme)
        assert list(sans_nom(page)) == []
