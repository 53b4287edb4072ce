"""A half-typed card of the directory, project or committee survives a lock, a close, a crash."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.application.lectures import Filtre
from journal_scls.domain.errors import Environnement
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import Projet, ServicePartenaire
from journal_scls.gui.pages.projets.page import ProjetsPage
from journal_scls.gui.pages.repertoire.page import RepertoirePage
from journal_scls.gui.pages.saisie.gardien import DELAI_MS
from tests.fabriques import HorlogeFixe
from tests.gui.aides import montrer, saisir, touche
from tests.gui.deux_dossiers import contexte
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def ouvrir(qtbot, journal):
    """A page as it is made when a journal opens."""
    fenetres = []

    def faire(genre):
        fenetre, runner = QMainWindow(), InlineRunner()
        page = genre(contexte(journal, runner, FakeDialogs()))
        fenetre.setCentralWidget(page)
        fenetre.resize(1100, 700)
        montrer(qtbot, fenetre)
        page.entered()
        fenetres.append((fenetre, runner))
        return page

    return faire


def gardee(journal, page):
    return journal.preference(f"formulaire:{page}")


def test_a_new_card_comes_back_as_it_was_typed_and_is_saved_once(ouvrir, journal):
    page = ouvrir(RepertoirePage)
    page.ajouter()
    forme = page.currentWidget()
    assert forme is page.organisme
    forme.nom.setText("Office de l’Île")
    forme.tenure.set_value("OH")
    forme.du.line.set_text("31-0")
    page.mettre_de_cote()

    encore = ouvrir(RepertoirePage)
    forme = encore.currentWidget()
    assert forme is encore.organisme
    assert (forme.nom.text(), forme.tenure.value()) == ("Office de l’Île", "OH")
    assert forme.du.line.text() == "31-0"
    assert "commencé" in forme.message.text()
    forme.du.set_value(None)
    forme.valider()
    assert encore.currentWidget() is encore.liste
    assert [o.nom for o in journal.repertoire.organismes()].count("Office de l’Île") == 1
    assert not gardee(journal, "repertoire")
    assert ouvrir(RepertoirePage).currentWidget().__class__.__name__ == "ListeRepertoire"


def test_a_card_that_was_being_changed_is_the_one_that_comes_back(ouvrir, journal):
    erables = milieu_nomme(journal, "Tour des Érables")
    page = ouvrir(RepertoirePage)
    page.garde.ouvrir(page.milieu, erables, page._lecture)
    page.aller(page.milieu)
    page.milieu.nom.setText("Tour des Érables nord")
    page.milieu.etat.logements.set_text("1?")
    page.mettre_de_cote()

    encore = ouvrir(RepertoirePage)
    assert encore.currentWidget() is encore.milieu
    assert encore.milieu.etat.logements.text() == "1?"
    encore.milieu.etat.logements.set_value(30)
    encore.milieu.valider()
    nomme = milieu_nomme(journal, "Tour des Érables nord")
    assert (nomme.id, nomme.etats[-1].nb_logements) == (erables.id, 30)


def test_every_field_of_a_project_comes_back(ouvrir, journal):
    service = ServicePartenaire(
        id=nouvel_identifiant(), nom="Banque L’Exemple", destination="OC", service="AUTRE"
    )
    journal.repertoire.enregistrer(services=[service])
    page = ouvrir(ProjetsPage)
    page.liste.projet.click()
    forme, milieu = page.projet, milieu_nomme(journal, "La Montée")
    forme.titre.setText("Jardin")
    forme.debut.set_value(date(2025, 3, 1))
    forme.type.set_value("ANIMATION")
    forme.statut.set_value("PREVU")
    forme.milieux.poser([str(milieu.id)])
    forme.partenaires.poser([str(service.id)])
    forme.objectif.setText("Axe 2")
    page.mettre_de_cote()

    encore = ouvrir(ProjetsPage)
    assert encore.currentWidget() is encore.projet
    encore.projet.valider()
    (projet,) = journal.repertoire.vue().projets
    assert (projet.titre, projet.debut, projet.type) == ("Jardin", date(2025, 3, 1), "ANIMATION")
    assert (projet.statut, projet.objectif) == ("PREVU", "Axe 2")
    assert (projet.milieux, projet.partenaires) == ((milieu.id,), (service.id,))
    assert not gardee(journal, "projets")


def test_the_members_of_a_committee_come_back_half_a_number_included(ouvrir):
    page = ouvrir(ProjetsPage)
    page.liste.comite.click()
    page.comite.membres.set_texts([("LOCATAIRE", "8"), ("GESTIONNAIRE", "x")])
    page.mettre_de_cote()
    encore = ouvrir(ProjetsPage)
    assert encore.comite.membres.texts() == {"LOCATAIRE": "8", "GESTIONNAIRE": "x"}


def test_it_is_kept_a_moment_after_a_key_and_forgotten_with_escape(ouvrir, journal, qtbot):
    page = ouvrir(RepertoirePage)
    page.ajouter()
    assert not gardee(journal, "repertoire")
    saisir(page.organisme.nom, "Coop")
    qtbot.waitUntil(lambda: "Coop" in gardee(journal, "repertoire"), timeout=DELAI_MS + 1500)
    touche(page.organisme.nom, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.liste
    assert not gardee(journal, "repertoire")


def test_a_form_that_nobody_touched_is_not_kept(ouvrir, journal):
    page = ouvrir(RepertoirePage)
    page.ajouter()
    page.mettre_de_cote()
    assert not gardee(journal, "repertoire")


def test_a_card_that_is_gone_or_another_version_s_form_stays_away(ouvrir, journal):
    disparue = Projet(id=nouvel_identifiant(), code="L_X", titre="Parti")
    for contenu in (
        {"etape": "EtapeProjet", "fiche": str(disparue.id), "champs": {"titre": "a"}},
        {"etape": "EtapeDAvant", "fiche": "", "champs": {}},
        {"etape": "EtapeCloture", "fiche": "", "champs": {"le": "2025-01-01"}},
    ):
        journal.enregistrer_preference("formulaire:projets", json.dumps(contenu))
        page = ouvrir(ProjetsPage)
        assert page.currentWidget() is page.liste


def test_a_disk_that_refuses_stops_the_lock(ouvrir, journal, monkeypatch):
    page = ouvrir(RepertoirePage)
    page.ajouter()
    page.organisme.nom.setText("À ne pas perdre")

    def refuser(_nom, _valeur):
        raise Environnement("Le disque est plein.", "Faites de la place.")

    monkeypatch.setattr(page.garde._carnet, "_ecrire", refuser)
    with pytest.raises(Environnement):
        page.mettre_de_cote()
    assert page.organisme.nom.text() == "À ne pas perdre"


def test_it_is_no_entry_and_no_draft_of_one(ouvrir, journal):
    page = ouvrir(RepertoirePage)
    page.ajouter()
    page.organisme.nom.setText("Coop")
    page.mettre_de_cote()
    assert journal.interventions.brouillons() == ()
    assert journal.lectures.compter(Filtre(annulees=True)) == 0
