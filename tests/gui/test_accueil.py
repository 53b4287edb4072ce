"""The welcome assistant, by keyboard, on a real folder."""

import subprocess

import pytest
from PySide6.QtCore import Qt

from journal_scls.application.ports_dossiers import CodeImprime, Secret
from journal_scls.domain.errors import Environnement
from journal_scls.domain.profil import Role
from journal_scls.gui.feuille_secours import feuille_secours
from journal_scls.gui.pages.accueil.etapes import normaliser
from journal_scls.gui.pages.accueil.page import AccueilPage
from tests.fabriques import MAINTENANT
from tests.gui.aides import montrer, saisir, sans_nom, touche
from tests.gui.ateliers import PHRASE, faire_atelier
from tests.gui.fakes import FakeDialogs, InlineRunner

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def atelier():
    return faire_atelier()


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def page(qtbot, tmp_path, atelier, runner, dialogs):
    ouverts = []
    page = AccueilPage(
        atelier,
        tmp_path / "journal",
        runner,
        dialogs,
        ouvrir_fichier=lambda url: bool(ouverts.append(url.toLocalFile())) or True,
    )
    page.resize(900, 700)
    montrer(qtbot, page)
    page.entered()
    finis = []
    page.termine.connect(finis.append)
    page.finis, page.ouverts = finis, ouverts
    yield page
    for journal in finis:
        journal.fermer()
    page.quitter(lambda: None) if page._journal is None else page._abandonner(lambda: None)


def jusqu_a_la_phrase(page):
    saisir(page.identite.code, "INT-07")
    page.suivant.click()
    assert page.etape is page.phrase


def jusqu_au_code(page, phrase=PHRASE):
    jusqu_a_la_phrase(page)
    saisir(page.phrase.phrases.phrase, phrase)
    touche(page.phrase.phrases.phrase, Qt.Key.Key_Return)
    saisir(page.phrase.phrases.encore, phrase)
    touche(page.phrase.phrases.encore, Qt.Key.Key_Return)
    assert page.etape is page.code


def repondre(page, rang, texte):
    champ = page.verification.champs[rang]
    champ.clear()
    saisir(champ, texte)


def test_the_buttons_have_keys(qtbot, page):
    saisir(page.identite.code, "INT-07")
    touche(page.identite.code, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(page.precedent.isVisible)  # a layout shows what it is given one turn later
    assert page.etape is page.phrase
    touche(page.phrase.phrases.phrase, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: page.etape is page.identite)


def test_from_nothing_to_an_open_journal(page, atelier, tmp_path):
    assert page.identite.code.hasFocus()
    page.identite.employeur.set_value("OFFICE")
    saisir(page.identite.nom, "Maude Tremblay")
    jusqu_au_code(page)
    code = page.code.code
    assert len(code.groupes) == 8
    page.suivant.click()
    a, b = page.verification.rangs
    assert a < b
    repondre(page, 0, code.groupes[a].lower())
    repondre(page, 1, f" {code.groupes[b]}-")
    touche(page.verification.champs[1], Qt.Key.Key_Return)
    (journal,) = page.finis
    assert (journal.profil.code, journal.profil.role) == ("INT-07", Role.INTERVENANT)
    assert (journal.profil.employeur_type, journal.profil.nom_affiche) == (
        "OFFICE",
        "Maude Tremblay",
    )
    journal.fermer()
    page.finis.clear()
    for secret in (Secret(phrase=PHRASE), Secret(code=code.texte)):
        atelier.ouvrir(tmp_path / "journal", secret).fermer()


def test_nothing_is_written_before_the_passphrase_is_chosen(page, tmp_path):
    jusqu_a_la_phrase(page)
    saisir(page.phrase.phrases.phrase, PHRASE)
    page.precedent.click()
    assert page.etape is page.identite
    assert page.identite.code.text() == "INT-07"
    assert not (tmp_path / "journal").exists()
    fermee = []
    page.quitter(lambda: fermee.append(True))
    assert fermee


def test_a_profile_without_a_code_stays_with_its_reason(page):
    page.suivant.click()
    assert page.etape is page.identite
    assert "code d'intervenant" in page.identite.ligne_code.error()
    assert page.identite.code.hasFocus()


def test_the_rule_is_said_while_typing(page):
    jusqu_a_la_phrase(page)
    phrases = page.phrase.phrases
    dire = phrases.ligne.message.text
    saisir(phrases.phrase, "neuf mots")
    assert dire() == "Encore 1 caractère."
    saisir(phrases.phrase, "!")
    assert dire() == "✓ Assez longue"
    saisir(phrases.encore, "neuf mots")
    assert phrases.ligne_encore.message.text() == "Pas encore identique"
    touche(phrases.encore, Qt.Key.Key_Return)
    assert page.etape is page.phrase
    assert "pas la même" in phrases.ligne_encore.error()
    saisir(phrases.encore, "!")
    assert phrases.ligne_encore.message.text() == "✓ Identique"


def test_a_short_passphrase_is_refused_beside_its_field(page, tmp_path):
    jusqu_a_la_phrase(page)
    saisir(page.phrase.phrases.phrase, "courte")
    page.suivant.click()
    assert "10 caractères" in page.phrase.phrases.ligne.error()
    assert not (tmp_path / "journal").exists()


def test_while_it_is_made_the_page_waits_and_then_forgets_the_passphrase(page, runner):
    jusqu_a_la_phrase(page)
    runner.pause = True
    for champ in (page.phrase.phrases.phrase, page.phrase.phrases.encore):
        saisir(champ, PHRASE)
    page.avancer()
    assert not page.suivant.isEnabled()
    assert "Création" in page.phrase.message.text()
    page.avancer()
    page.reculer()
    assert page.etape is page.phrase
    runner.liberer()
    assert page.etape is page.code
    assert page.suivant.isEnabled()
    assert page.phrase.phrases.phrase.text() == page.phrase.phrases.encore.text() == ""
    assert page.precedent.isHidden()


def test_a_folder_that_refuses_leaves_the_answers(page, dialogs, tmp_path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "photo.jpg").write_bytes(b"x")
    jusqu_a_la_phrase(page)
    for champ in (page.phrase.phrases.phrase, page.phrase.phrases.encore):
        saisir(champ, PHRASE)
    page.avancer()
    assert isinstance(dialogs.erreurs[0], Environnement)
    assert page.etape is page.phrase
    assert page.phrase.phrases.phrase.text() == PHRASE


def test_a_wrong_group_is_told_and_the_code_can_be_seen_again(page):
    jusqu_au_code(page)
    page.avancer()
    rangs, groupes = page.verification.rangs, page.code.code.groupes
    repondre(page, 0, groupes[rangs[0]])
    repondre(page, 1, "ZZZZ" if groupes[rangs[1]] != "ZZZZ" else "YYYY")
    touche(page.verification.champs[1], Qt.Key.Key_Return)
    assert page.verification.lignes[0].error() == ""
    assert str(rangs[1] + 1) in page.verification.lignes[1].error()
    assert page.verification.champs[1].hasFocus()
    assert not page.finis
    page.precedent.click()
    assert page.etape is page.code


def test_closing_after_the_creation_asks_and_the_journal_stays(page, dialogs, atelier, tmp_path):
    jusqu_au_code(page)
    fermee = []
    dialogs.repondre("confirmer", False)
    page.quitter(lambda: fermee.append(True))
    assert not fermee
    dialogs.repondre("confirmer", True)
    page.quitter(lambda: fermee.append(True))
    assert fermee
    atelier.ouvrir(tmp_path / "journal", Secret(phrase=PHRASE)).fermer()


def test_the_sheet_is_written_and_shown(page, dialogs, tmp_path):
    jusqu_au_code(page)
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "feuille.pdf")
    page.code.feuille.click()
    assert (tmp_path / "feuille.pdf").read_bytes().startswith(b"%PDF")
    assert page.ouverts == [str(tmp_path / "feuille.pdf")]
    assert "supprimez le fichier" in page.code.message.text()


def test_the_sheet_is_one_page_that_says_the_code(tmp_path):
    code = CodeImprime(tuple(f"{i}A{i}B" for i in range(8)))
    pdf = tmp_path / "feuille.pdf"
    pdf.write_bytes(feuille_secours(code, "Maude Tremblay", MAINTENANT.date()))
    sortie = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    pages = sortie.stdout.split("\f")[:-1]
    assert len(pages) == 1
    assert all(groupe in pages[0] for groupe in code.groupes)
    assert "Maude Tremblay" in pages[0]
    assert "14 mars 2025" in pages[0]


def test_what_people_type_is_read_as_printed():
    assert normaliser(" o1-il ") == "0111"


def test_every_field_has_a_name_and_a_restored_journal_is_offered(page):
    demandes = []
    page.restauration_demandee.connect(lambda: demandes.append(True))
    page.identite.restaurer.click()
    assert demandes
    assert list(sans_nom(page)) == []
    jusqu_a_la_phrase(page)
    assert list(sans_nom(page)) == []
