"""Inviting, accepting, revoking and rebuilding at the coordination, on real files."""

import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.domain.echange.refus import CodeInscription
from journal_scls.gui.pages.journaux.page import JournauxPage
from tests.gui.aides import dit, montrer, saisir, sans_nom, touche
from tests.gui.ateliers import PHRASE
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import ouvrir_nouveau
from tests.gui.regions import RegionDeTest, faire_contexte

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def region(tmp_path):
    region = RegionDeTest(tmp_path / "region", ("a",))
    yield region
    region.fermer()


@pytest.fixture
def journal(tmp_path):
    """Somebody's journal, not enrolled yet."""
    journal = ouvrir_nouveau(tmp_path / "journal")
    yield journal
    journal.fermer()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def page(qtbot, region, runner, dialogs):
    fenetre = QMainWindow()
    contexte = faire_contexte(region.journal, runner, dialogs)
    page = JournauxPage(contexte)
    fenetre.setCentralWidget(page)
    fenetre.resize(1280, 720)
    montrer(qtbot, fenetre)
    page.entered()
    page.gardee = (fenetre, contexte)
    return page


@pytest.fixture
def demande(page, dialogs, journal, tmp_path):
    """A demande that answers an invitation of this region."""
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "invitation.scls")
    page.inviter()
    page.revenir()
    empreinte = "".join(page.liste.code.groups())
    journal.inscriptions.demander(
        tmp_path / "invitation.scls", empreinte, tmp_path / "demande.scls"
    )
    return tmp_path / "demande.scls"


def codes(page):
    return [j.code for j in page.liste.modele.records()]


def test_the_digits_of_the_region_are_shown_in_groups(page, region):
    attendue = region.journal.identites.ici().empreinte
    assert page.liste.code.groups() == attendue.split()
    assert codes(page) == ["INT-a"]
    assert page.liste.table.hasFocus()


def test_an_invitation_is_written_and_explained(page, dialogs, tmp_path):
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "invitation.scls")
    page.liste.inviter.click()
    etape = page.invitation
    assert page.currentWidget() is etape
    assert (tmp_path / "invitation.scls").is_file()
    assert etape.code.groups() == page.liste.code.groups()
    assert etape.qr.sizeHint().width() > 100
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "marche.pdf")
    etape.procedure.click()
    dite = subprocess.run(
        ["pdftotext", tmp_path / "marche.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "invitation" in dite
    touche(etape.procedure, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.liste


def test_a_demande_is_accepted_once_its_digits_were_heard(
    page, dialogs, demande, journal, tmp_path
):
    dialogs.repondre("choisir_fichier_a_ouvrir", demande)
    page.liste.demande.click()
    etape = page.demande
    assert "INT-07 – Maude Tremblay" in etape.consigne.text()
    assert etape.chiffres.edit.hasFocus()
    saisir(etape.chiffres.edit, journal.identites.ici().empreinte.replace(" ", ""))
    assert "Ce sont bien les chiffres" in etape.chiffres.message.text()
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "acceptation.scls")
    touche(etape.chiffres.edit, Qt.Key.Key_Return)
    assert codes(page) == ["INT-07", "INT-a"]
    assert "Remettez-lui l’acceptation" in page.liste.message.text()
    journal.inscriptions.rejoindre(tmp_path / "acceptation.scls")
    assert journal.inscriptions.region().nom == "Région fictive des Rives"


def test_other_digits_accept_nothing(page, dialogs, demande, region):
    page.lire_demande(demande)
    etape = page.demande
    saisir(etape.chiffres.edit, "12345" * 6)
    assert etape.chiffres.error().startswith("Ces chiffres ne sont pas ceux")
    etape.bouton.click()
    assert etape.chiffres.edit.hasFocus()
    etape.chiffres.edit.set_digits("12345")
    etape.bouton.click()
    assert etape.chiffres.error() == "Il faut les 30 chiffres que l’autre personne vous dicte."
    assert [j.code for j in region.journal.region.etat_region().journaux] == ["INT-a"]
    assert not dialogs.reponses.get("choisir_fichier_a_enregistrer")


def test_a_file_that_is_no_demande_is_told_in_words(page, runner, tmp_path):
    (tmp_path / "x.scls").write_text("rien")
    page.lire_demande(tmp_path / "x.scls")
    assert runner.erreurs[0].code in set(CodeInscription)
    assert page.currentWidget() is page.liste


def test_revoking_says_what_becomes_of_the_lots(page, dialogs, region):
    region.recevoir(region.lot("a", 1), region.lot("a", 2))
    page._contexte.region.relire()
    page.liste.revoquer.click()
    etape = page.revocation
    assert etape.seq.value() == 2
    assert "Les lots 1 à 2 comptent toujours" in etape.consequence.text()
    etape.seq.setFocus()
    etape.seq.selectAll()
    saisir(etape.seq, "1")
    assert "Le lot 2 est déjà reçu : il compte encore" in etape.consequence.text()
    etape.bouton.click()
    assert etape.ligne_raison.error() == "Écrivez pourquoi, en quelques mots."
    etape.raison.setText("portable volé")
    dialogs.repondre("confirmer", False, True)
    etape.bouton.click()
    assert not region.journal.region.etat_region().journaux[0].revoque
    etape.bouton.click()
    assert page.currentWidget() is page.liste
    (journal,) = page.liste.modele.records()
    assert journal.revoque
    assert "Révoqué après le lot 1" in page.liste.details.toPlainText()
    assert "portable volé" in page.liste.details.toPlainText()


def test_the_recovery_key_asks_the_passphrase_again(page, dialogs, region, tmp_path):
    page.liste.secours.click()
    etape = page.secours
    saisir(etape.phrase.edit, "pas la bonne phrase")
    etape.bouton.click()
    assert etape.ligne.error()
    assert etape.phrase.text() == ""
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "cle.txt")
    saisir(etape.phrase.edit, PHRASE)
    touche(etape.phrase.edit, Qt.Key.Key_Return)
    assert "AGE-SECRET-KEY-" in (tmp_path / "cle.txt").read_text()
    assert "Clé de secours écrite" in etape.message.text()
    with region.journal.base.engine.connect() as connexion:
        actes = connexion.exec_driver_sql("SELECT acte FROM evenement").scalars().all()
    assert "cle_secours_sortie" in actes
    touche(etape.bouton, Qt.Key.Key_Escape)
    assert etape.message.text() == ""


def test_the_dossier_is_made_again_and_compared(page, dialogs, region, tmp_path):
    region.recevoir(region.lot("a", 1), region.lot("a", 2))
    page.liste.refaire.click()
    dialogs.repondre("choisir_dossier", tmp_path / "refait")
    page.reconstruction.bouton.click()
    assert dit(page.reconstruction.message).startswith(
        "✓ Identique : 2 fichiers relus, 4 lignes identiques."
    )


def test_after_a_revocation_the_new_dossier_says_what_it_leaves_out(
    page, dialogs, region, tmp_path
):
    region.recevoir(region.lot("a", 1), region.lot("a", 2))
    region.journal.cles.revoquer("INT-a", 1, "vol")
    page.liste.refaire.click()
    dialogs.repondre("choisir_dossier", tmp_path / "refait")
    page.reconstruction.bouton.click()
    assert "Différent : 2 fichiers relus, 2 lignes en moins" in dit(page.reconstruction.message)


@pytest.mark.parametrize("echelle", [100, 200])
def test_every_step_is_named_and_fits(page, demande, theme, qtbot, echelle):
    page.lire_demande(demande)
    theme.apply("sombre", echelle)
    for etape in (None, *page.etapes):
        if etape is not None:
            page.aller(etape)
            qtbot.wait(10)
            assert etape.horizontalScrollBar().maximum() == 0, etape
        assert list(sans_nom(page.currentWidget())) == []
