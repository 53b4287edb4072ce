"""The entry form by keyboard alone, on a real encrypted journal."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from journal_scls.application.operation import Changes
from journal_scls.domain.journal.intervention import Reference, Statut, Volet
from journal_scls.domain.repertoire.lieux import Tenure
from tests.fabriques import contenu
from tests.gui import saisies
from tests.gui.aides import cible, ordre_tab, sans_nom
from tests.gui.journaux import milieu_nomme
from tests.gui.saisies import Clavier, erreur, ouvrir_page, remplir, seule

CTRL, MAJ = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MENUS = "JDIE"  # the letters of the menus of the main window
journal, runner = saisies.journal, saisies.runner
page, clavier = saisies.page, saisies.clavier


class TestKeyboard:
    def test_a_place_typed_before_the_directory_came_is_found(self, qtbot, theme, journal, runner):
        runner.pause = True
        _fenetre, page = ouvrir_page(qtbot, journal, runner)
        clavier = Clavier(page)
        clavier.taper("era")
        clavier.tab()
        clavier.taper("eco")
        clavier.tab()
        assert page.formulaire.milieu.currentText() == "Tour des Érables"
        assert page.formulaire.activite.value() == "ECOUTE"
        runner.pause = False
        page.mettre_de_cote()

    def test_an_individual_entry_with_one_reference(self, page, clavier, journal):
        clavier.taper("era")
        clavier.tab()
        clavier.taper("eco")
        clavier.tab()
        clavier.taper("fa")
        clavier.tab()
        clavier.taper("30")
        clavier.tab()
        clavier.taper("ci")
        clavier.tab()
        clavier.taper("san")
        clavier.enregistrer()  # also takes « Santé mentale » in the list that is open
        faite = seule(journal)
        c = faite.contenu
        assert faite.statut is Statut.FINALE
        assert c.lieu.milieu == milieu_nomme(journal, "Tour des Érables").id
        assert (c.lieu.tenure, c.lieu.mrc) == (Tenure.OH, "La Matanie")
        assert (c.activite, c.categorie, c.clientele) == ("ECOUTE", "C4", "FAMILLES")
        assert (c.duree_min, c.volet, c.nb_personnes) == (30, Volet.INDIVIDUEL, 1)
        assert c.date_intervention == date(2025, 3, 14)
        assert c.references == (
            Reference(destination="CISSS", service="SANTE_MENTALE", mode="SIMPLE", statut="FAITE"),
        )
        assert clavier.touches == 22

    def test_a_collective_entry(self, page, clavier, journal):
        clavier.taper("mon")
        clavier.tab()
        clavier.taper("soutien a des p")
        clavier.tab()
        assert page.formulaire.volet.value() == "COLLECTIF"
        clavier.taper("to")
        clavier.tab()
        clavier.taper("2h")
        clavier.touche(Qt.Key.Key_P, ALT)
        clavier.taper("12")
        clavier.tab()
        clavier.taper("proj")
        clavier.tab()
        clavier.enregistrer()
        c = seule(journal).contenu
        assert (c.activite, c.categorie, c.volet) == ("PROJET", "C3", Volet.COLLECTIF)
        assert (c.type_collectif, c.nb_personnes, c.duree_min) == ("PROJET_DEMARCHE", 12, 120)
        assert c.lieu.tenure is Tenure.COOP

    def test_tab_follows_the_reading_order_and_comes_round(self, page):
        f = page.formulaire
        rang = f.references.rangs[0]
        f.milieu.setFocus()
        attendus = [
            f.activite, f.clientele, f.duree, rang.destination, f.date.line, f.volet,
            f.nb_personnes, f.problematiques.liste, f.note.edit, f.plus, page.bouton,
            page.bouton_suivante, page.bouton_cote, f.ligne.edit, f.milieu,
        ]  # fmt: skip
        assert ordre_tab(page, len(attendus)) == attendus

    def test_tab_goes_through_what_is_rare_once_it_is_shown(self, page, clavier):
        f = page.formulaire
        f.plus.setFocus()
        clavier.touche(Qt.Key.Key_Space)
        attendus = [
            f.modalite, f.categorie, f.personne, f.suivi, f.suivi_le.line,
            f.activites_secondaires.liste, f.clienteles_autres.liste, f.source_financement,
            f.fait_marquant.edit, page.bouton,
        ]  # fmt: skip
        assert ordre_tab(page, len(attendus)) == attendus

    def test_tab_goes_through_a_collective_form(self, page):
        f = page.formulaire
        f.volet.set_value("COLLECTIF")
        f.nb_personnes.setFocus()
        attendus = [
            f.type_collectif, f.projet, f.problematiques.liste, f.nb_nouvelles,
            *f.tranches.fields.values(), *f.roles.fields.values(), f.note.edit,
        ]  # fmt: skip
        assert ordre_tab(page, len(attendus)) == attendus

    def test_a_reference_and_needs_take_their_place_in_the_tab_order(self, page, clavier):
        f = page.formulaire
        f.references.rangs[0].destination.setFocus()
        clavier.taper("org")
        clavier.tab()
        premier, second = f.references.rangs
        assert QApplication.focusWidget() is premier.service
        suite = [premier.mode, premier.statut, premier.retirer, second.destination, f.date.line]
        assert ordre_tab(page, 5) == suite
        f.problematiques.liste.setFocus()
        clavier.taper("iso")
        clavier.touche(Qt.Key.Key_Return)
        clavier.taper("vois")
        clavier.touche(Qt.Key.Key_Return)
        assert f.problematiques.codes() == ("ISOLEMENT", "VOISINAGE")
        assert ordre_tab(page, 3) == [*f.problematiques.pastilles, f.note.edit]

    def test_ctrl_delete_removes_a_reference(self, page, clavier):
        references = page.formulaire.references
        references.poser([{"destination": "CISSS", "service": "SAPA", "mode": "SIMPLE"}])
        references.rangs[0].mode.setFocus()
        clavier.touche(Qt.Key.Key_Delete, CTRL)
        assert references.lire() == ()
        assert QApplication.focusWidget() is references.rangs[0].destination

    def test_a_need_is_removed_by_delete(self, page, clavier):
        needs = page.formulaire.problematiques
        needs.offrir(page.formulaire._choix.liste("problematique", date(2025, 3, 14)))
        needs.poser(["ISOLEMENT", "VIOLENCE"])
        needs.pastilles[0].setFocus()
        clavier.touche(Qt.Key.Key_Delete)
        assert needs.codes() == ("VIOLENCE",)
        assert QApplication.focusWidget() is needs.liste

    def test_every_field_answers_to_a_letter_of_its_own(self, page):
        page.formulaire.poser({"volet": "COLLECTIF", "personne": "P-014"})
        page.formulaire.detailler(True)
        page.formulaire.panneau.show()
        lettres = []
        for label in page.findChildren(QLabel):
            trouve = re.search(r"&(\w)", label.text())
            if label.buddy() is not None and label.isVisibleTo(page) and trouve:
                lettres.append(trouve[1].upper())
        assert len(lettres) == len(set(lettres)) >= 23
        assert not set(MENUS) & set(lettres)

    def test_alt_goes_to_the_references(self, page, clavier):
        clavier.touche(Qt.Key.Key_R, ALT)
        assert QApplication.focusWidget() is page.formulaire.references.rangs[0].destination

    def test_escape_changes_nothing(self, page, clavier):
        remplir(page, note="Déjà écrit", duree_min="1h3")
        avant = page.formulaire.etat()
        for champ in (page.formulaire.note.edit, page.formulaire.duree, page.formulaire.milieu):
            champ.setFocus()
            clavier.touche(Qt.Key.Key_Escape)
        assert page.formulaire.note.text() == "Déjà écrit"
        page.formulaire.duree.set_text("1h3")
        assert page.formulaire.etat() == avant

    def test_every_field_has_a_name(self, page):
        page.formulaire.volet.set_value("COLLECTIF")
        page.formulaire.references.poser([{"destination": "CISSS", "service": "SAPA"}])
        page.formulaire.panneau.show()
        assert list(sans_nom(page)) == []


class TestMilieu:
    @pytest.mark.parametrize("frappe", ["quai", "140", "hlm 140", "RÉSIDENCE"])
    def test_it_is_found_by_name_or_code(self, page, clavier, frappe):
        clavier.taper(frappe)
        clavier.tab()
        assert page.formulaire.milieu.currentText() == "Résidence du Quai"

    def test_the_latest_places_come_first(self, page, journal):
        quai = milieu_nomme(journal, "Résidence du Quai")
        journal.interventions.saisir(contenu(lieu=quai.lieu_le(date(2025, 3, 1))))
        page.changer(Changes(repertoire=True), None)
        premier = page.formulaire.milieu.choices()[0]
        assert (premier.label, premier.group) == ("Résidence du Quai", "Récents")

    def test_a_new_one_is_added_without_leaving_the_form(self, page, clavier, journal):
        clavier.taper("nouv")
        clavier.tab()
        clavier.taper("Les Cèdres")
        clavier.tab()
        clavier.taper("ob")
        clavier.tab()
        clavier.taper("Habitations neuves")
        clavier.tab()
        clavier.taper("La Mitis")
        clavier.tab()
        clavier.taper("fam")
        clavier.tab()
        clavier.taper("18")
        clavier.tab()
        clavier.touche(Qt.Key.Key_Space)
        assert QApplication.focusWidget() is page.formulaire.activite
        assert page.formulaire.milieu.currentText() == "Les Cèdres"
        etat = milieu_nomme(journal, "Les Cèdres").etats[0]
        assert (etat.tenure, etat.mrc, etat.categorie_immeuble) == (Tenure.OBNL, "La Mitis", "FAM")
        assert etat.nb_logements == 18
        organismes = {o.id: o.nom for o in journal.repertoire.organismes()}
        assert organismes[etat.organisme] == "Habitations neuves"

    def test_it_must_be_complete_and_new(self, page):
        page.formulaire.milieu.set_value("NOUVEAU_MILIEU")
        panneau = page.formulaire.panneau
        panneau.ouvrir()
        panneau.nom.setText("tour des erables")
        panneau.bouton.click()
        assert "déjà au répertoire" in panneau.rangs["nom"].error()
        assert panneau.rangs["tenure"].error() == "Choisissez la tenure."
        assert QApplication.focusWidget() is panneau.nom
        page.enregistrer()
        assert "nouveau milieu" in erreur(page, "milieu")


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_needs_scrolling_sideways(page, theme, echelle):
    theme.apply("clair", echelle)
    remplir(page, volet="COLLECTIF", note="x", references=[{"destination": "CISSS"}])
    page.enregistrer()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert page.zone.horizontalScrollBar().maximum() == 0
    assert cible(page) is not None


def test_a_form_left_open_overnight_starts_today(page, journal):
    page.formulaire.vider(garder={"milieu": "SANS_MILIEU"})
    page._gardien.suivre(page.formulaire.etat(), page._gardien._sujet)
    page.entered()
    assert page.formulaire.milieu.value() == "SANS_MILIEU"
    journal.horloge.avancer(days=1)
    page.entered()
    assert page.formulaire.date.value() == date(2025, 3, 15)
    assert page.formulaire.milieu.value() is None
