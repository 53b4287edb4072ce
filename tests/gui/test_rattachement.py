"""Attaching a journal: the assistant, on two real dossiers."""

import subprocess

import pytest
from PySide6.QtCore import Qt

from journal_scls.gui.pages.rattachement.etapes import DIFFERENTE
from tests.gui.aides import deposer, dit, montrer, saisir, sans_nom
from tests.gui.ateliers import PHRASE, profil
from tests.gui.deux_dossiers import REGION, Banc, inscrire

pytestmark = pytest.mark.usefixtures("theme")
FAUX = "00000 11111 22222 33333 44444 55555"


@pytest.fixture
def banc(qtbot, separes, tmp_path):
    banc = Banc(separes, tmp_path)
    montrer(qtbot, banc.rubrique)
    banc.rubrique.entered()
    return banc


@pytest.fixture
def invitation(banc):
    return banc.inviter()


def ouvertes(page):
    return [e.ouverte for e in (page.invitation, page.region, page.reconnaissance)]


def demander(banc, invitation, demande):
    page = banc.rubrique.rattachement
    banc.dialogs.repondre("choisir_fichier_a_ouvrir", invitation)
    page.invitation.bouton.click()
    saisir(page.region.chiffres.edit, banc.empreinte)
    banc.dialogs.repondre("choisir_fichier_a_enregistrer", demande)
    page.region.bouton.click()


def test_from_the_invitation_to_the_first_lot(banc, invitation):
    page = banc.rubrique.rattachement
    assert dit(page.message) == "Ce journal n’est rattaché à aucune région : rien n’en sort."
    assert ouvertes(page) == [True, False, False]
    assert page.invitation.bouton.hasFocus()
    demander(banc, invitation, banc.place / "demande.scls")
    assert ouvertes(page) == [False, False, True]
    assert page.reconnaissance.code.groups() == banc.journal.identites.ici().empreinte.split()
    assert page.region.chiffres.edit.text() == ""
    banc.region.inscriptions.accepter(
        banc.place / "demande.scls", " ".join(page.reconnaissance.code.groups()), banc.place / "acc"
    )
    banc.dialogs.repondre("choisir_fichier_a_ouvrir", banc.place / "acc")
    page.reconnaissance.bouton.click()
    assert banc.rubrique.currentWidget() is banc.rubrique.envoi
    assert banc.rubrique.envoi.sujet.text() == f"Ce journal est rattaché à « {REGION} »."


def test_the_digits_are_judged_as_soon_as_they_are_whole(banc, invitation):
    page = banc.rubrique.rattachement
    deposer(page, invitation)
    champ = page.region.chiffres
    assert page.region.verification.consigne.text().startswith(
        f"L’invitation dit venir de « {REGION} »."
    )
    assert champ.edit.hasFocus()
    saisir(champ.edit, banc.empreinte[:-1])
    assert dit(champ.message) == "Groupe 6 sur 6 : encore 1 chiffre."
    saisir(champ.edit, banc.empreinte[-1])
    assert dit(champ.message) == f"✓ Ce sont bien les chiffres de « {REGION} »."
    assert champ.edit.text() == banc.empreinte


def test_wrong_digits_write_and_keep_nothing(banc, invitation):
    page = banc.rubrique.rattachement
    deposer(page, invitation)
    saisir(page.region.chiffres.edit, FAUX)
    assert page.region.chiffres.error() == DIFFERENTE
    page.region.bouton.click()
    assert banc.dialogs.dits == []
    assert banc.journal.inscriptions.region() is None
    page.region.chiffres.edit.set_digits("123")
    page.region.bouton.click()
    assert (
        page.region.chiffres.error() == "Il faut les 30 chiffres que l’autre personne vous dicte."
    )


def test_a_file_that_is_no_invitation_is_refused_beside_the_button(banc):
    page = banc.rubrique.rattachement
    (banc.place / "autre.scls").write_text("bonjour")
    assert deposer(page, banc.place / "autre.scls")
    assert page.invitation.erreur.text().startswith("Ce n'est pas le fichier attendu")
    assert page.invitation.erreur.isVisible()
    assert ouvertes(page) == [True, False, False]
    assert not deposer(page, banc.place)


def test_another_journal_s_acceptation_is_refused_and_said(banc, invitation):
    page = banc.rubrique.rattachement
    autre = banc.deux.atelier.creer(banc.place / "autre", profil(), PHRASE)[0]
    inscrire(autre, banc.region, banc.place)
    autre.fermer()
    demander(banc, invitation, banc.place / "demande.scls")
    assert deposer(page, banc.place / "acc")
    assert page.reconnaissance.erreur.text().startswith("Ce fichier n'est pas adressé")
    assert banc.journal.inscriptions.region().acceptee_le is None


def test_one_may_begin_again_with_another_invitation(banc, invitation):
    page = banc.rubrique.rattachement
    demander(banc, invitation, banc.place / "demande.scls")
    banc.region.inscriptions.inviter(banc.place / "seconde.scls")
    assert deposer(page, banc.place / "seconde.scls")
    assert ouvertes(page) == [False, True, False]
    saisir(page.region.chiffres.edit, banc.empreinte)
    banc.dialogs.repondre("choisir_fichier_a_enregistrer", banc.place / "autre.scls")
    page.region.bouton.click()
    assert ouvertes(page) == [False, False, True]
    assert (banc.place / "autre.scls").exists()


def test_a_demande_made_yesterday_waits_for_its_acceptation(banc, qtbot, invitation):
    banc.journal.inscriptions.demander(invitation, banc.empreinte, banc.place / "demande.scls")
    rubrique = banc.ouvrir()
    montrer(qtbot, rubrique)
    rubrique.entered()
    assert ouvertes(rubrique.rattachement) == [False, False, True]
    assert rubrique.rattachement.reconnaissance.bouton.hasFocus()


def test_a_full_disk_is_said_in_the_step(banc, invitation):
    page = banc.rubrique.rattachement
    (banc.place / "fichier").write_text("")
    demander(banc, invitation, banc.place / "fichier" / "demande.scls")
    assert page.region.erreur.isVisible()
    assert page.region.ouverte


def test_the_procedure_is_printed_without_anybody_s_digits(banc):
    page = banc.rubrique.rattachement
    banc.dialogs.repondre("choisir_fichier_a_enregistrer", banc.place / "p.pdf")
    page.procedure.click()
    lire = ["pdftotext", banc.place / "p.pdf", "-"]
    texte = subprocess.run(lire, capture_output=True, text=True, check=True).stdout
    assert "marche à suivre" in texte
    assert banc.journal.identites.ici().empreinte[:5] not in texte


class TestKeys:
    @pytest.fixture
    def detail(self, banc):
        inscrire(banc.journal, banc.region, banc.place)
        banc.rubrique.entered()
        banc.rubrique.envoi.rattachement.click()
        assert banc.rubrique.currentWidget() is banc.rubrique.detail
        return banc.rubrique.detail

    def test_it_says_the_region_and_ones_own_digits(self, banc, detail):
        assert detail.region.text() == f"Rattaché à « {REGION} », depuis le vendredi 14 mars 2025."
        assert detail.code.groups() == banc.journal.identites.ici().empreinte.split()
        assert detail.refaire.isHidden()

    def test_new_keys_are_announced_and_can_be_announced_again(self, banc, detail):
        avant = detail.code.groups()
        banc.dialogs.repondre("confirmer", True)
        banc.dialogs.repondre("choisir_fichier_a_enregistrer", banc.place / "cles.scls")
        detail.changer.click()
        assert detail.message.text().startswith("Nouvelles clés à partir du lot 1.")
        assert detail.code.groups() != avant
        banc.dialogs.repondre("choisir_fichier_a_enregistrer", banc.place / "encore.scls")
        detail.refaire.click()
        assert banc.region.cles.prendre(banc.place / "encore.scls")[1]
        assert not banc.region.cles.prendre(banc.place / "cles.scls")[1]

    def test_escape_goes_back(self, banc, detail, qtbot):
        qtbot.keyClick(detail, Qt.Key.Key_Escape)
        assert banc.rubrique.currentWidget() is banc.rubrique.envoi


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_cut_and_everything_is_named(banc, theme, echelle, qtbot, invitation):
    page = banc.rubrique.rattachement
    theme.apply("clair", echelle)
    deposer(page, invitation)
    qtbot.wait(50)
    assert page.horizontalScrollBar().maximum() == 0
    assert list(sans_nom(page)) == []
    saisir(page.region.chiffres.edit, banc.empreinte)
    banc.dialogs.repondre("choisir_fichier_a_enregistrer", banc.place / "demande.scls")
    page.region.bouton.click()
    qtbot.wait(50)
    assert page.horizontalScrollBar().maximum() == 0
    assert list(sans_nom(page)) == []
