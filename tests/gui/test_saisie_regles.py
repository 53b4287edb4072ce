"""What the entry form refuses, proposes and hints, field by field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from journal_scls.application.lectures import Filtre
from journal_scls.gui.pages.saisie.nom import ressemble_a_un_nom
from tests.gui import saisies
from tests.gui.saisies import erreur, remplir

journal, runner = saisies.journal, saisies.runner
page, clavier = saisies.page, saisies.clavier


class TestRules:
    @pytest.mark.parametrize(
        ("champs", "champ", "phrase"),
        [
            ({"milieu": ""}, "milieu", "Choisissez le milieu"),
            ({"activite": "", "categorie": "C4"}, "activite", "Choisissez l’activité"),
            ({"clientele": ""}, "clientele", "Choisissez la clientèle"),
            ({"duree_min": ""}, "duree_min", "Écrivez la durée"),
            ({"duree_min": "0"}, "duree_min", "hors limites"),
            ({"duree_min": "1441"}, "duree_min", "hors limites"),
            ({"duree_min": "tantôt"}, "duree_min", "n'est pas une durée"),
            ({"date": "31-02"}, "date", "n'existe pas"),
            ({"volet": ""}, "volet", "Choisissez le volet"),
            ({"categorie": ""}, "categorie", "Il manque la catégorie"),
            ({"nb_personnes": ""}, "nb_personnes", "nombre de personnes"),
            ({"nb_personnes": "dix"}, "nb_personnes", "nombre entier"),
            ({"volet": "MILIEU", "nb_personnes": ""}, "nb_personnes", "nombre de personnes"),
            (
                {"volet": "COLLECTIF", "nb_personnes": "9"},
                "type_collectif",
                "doit avoir un type",
            ),
            ({"personne": "p" * 121}, "personne", "dépasse"),
            ({"suivi": "s" * 301}, "suivi", "dépasse"),
            ({"suivi_le": "bientôt"}, "suivi_le", "n'est pas une date"),
            ({"note": "é" * 2001}, "note", "de trop"),
            ({"fait_marquant": "é" * 301}, "fait_marquant", "de trop"),
        ],
    )
    def test_each_broken_rule_is_beside_its_field(self, page, journal, champs, champ, phrase):
        remplir(page, **champs)
        page.enregistrer()
        assert phrase in erreur(page, champ)
        autres = [n for n in page.formulaire.rangs if n != champ and erreur(page, n)]
        assert autres == []
        ligne = page.formulaire.rangs[champ]
        assert ligne.isAncestorOf(QApplication.focusWidget())
        assert "un champ" in page.message.text()
        assert journal.lectures.compter(Filtre()) == 0
        assert page._dialogs.dits == []

    def test_a_reference_without_its_service(self, page):
        remplir(page, references=[{"destination": "CISSS", "service": "", "mode": "SIMPLE"}])
        page.enregistrer()
        rang = page.formulaire.references.rangs[0]
        assert rang.rangs["service"].error() == "Choisissez le service."
        assert QApplication.focusWidget() is rang.service

    def test_the_first_field_at_fault_has_the_focus(self, page, clavier):
        clavier.enregistrer()
        assert QApplication.focusWidget() is page.formulaire.milieu
        fautifs = [n for n in page.formulaire.rangs if erreur(page, n)]
        assert fautifs == ["milieu", "activite", "clientele", "duree_min", "categorie"]
        assert "5 champs" in page.message.text()

    def test_an_error_goes_when_its_field_changes(self, page):
        remplir(page, clientele="")
        page.enregistrer()
        page.formulaire.clientele.set_value("AINES")
        assert erreur(page, "clientele") == ""

    def test_the_field_at_fault_is_scrolled_into_sight(self, page):
        remplir(page, note="é" * 2001)
        page.window().resize(700, 420)
        QApplication.sendPostedEvents()
        page.enregistrer()
        QApplication.processEvents()
        note = page.formulaire.note.edit
        place = note.mapTo(page.zone.viewport(), note.rect().topLeft()).y()
        assert 0 <= place < page.zone.viewport().height()


class TestProposals:
    def test_the_activity_proposes_and_the_person_disposes(self, page):
        f = page.formulaire
        f.activite.set_value("CONCERT")
        assert (f.volet.value(), f.categorie.value()) == ("MILIEU", "C3")
        assert f.nb_personnes.text() == ""
        f.activite.set_value("BAIL")
        assert (f.volet.value(), f.categorie.value()) == ("INDIVIDUEL", "C1")
        assert f.nb_personnes.text() == "1"
        f.categorie.set_value("C2")
        f.activite.set_value("ECOUTE")
        assert (f.volet.value(), f.categorie.value()) == ("INDIVIDUEL", "C2")

    def test_only_a_collective_entry_has_a_type(self, page):
        rang = page.formulaire.rangs["type_collectif"]
        vus = []
        for volet in ("INDIVIDUEL", "COLLECTIF", "MILIEU"):
            page.formulaire.volet.set_value(volet)
            vus.append(rang.isVisibleTo(page))
        assert vus == [False, True, False]

    def test_the_edition_is_that_of_the_day(self, page):
        f = page.formulaire
        codes = lambda: {c.value for c in f.activite.choices()}  # noqa: E731
        assert "PONCTUEL" in codes()
        f.date.set_value(date(2019, 5, 1))
        assert "PSYCHOSOC" in codes()
        assert "PONCTUEL" not in codes()

    def test_a_name_is_warned_of_and_never_refused(self, page, journal):
        remplir(page, personne="Élise Ménard")
        assert "un nom" in page.formulaire.rangs["personne"].message.text()
        page.enregistrer()
        assert journal.lectures.compter(Filtre()) == 1

    @pytest.mark.parametrize("code", ["P-014", "ab12", "7", "", "JL", "bleu7"])
    def test_a_code_is_not_taken_for_a_name(self, code):
        assert not ressemble_a_un_nom(code)

    @pytest.mark.parametrize("nom", ["Élise", "M. Tremblay", "Jean Louis", "ménard elise"])
    def test_a_name_is_recognised(self, nom):
        assert ressemble_a_un_nom(nom)

    def test_what_is_out_of_the_cadre_is_a_hint(self, qtbot, page, journal):
        remplir(page, note="Elle reçoit du soutien à domicile.")
        indice = page.formulaire.rangs["note"].message
        assert indice.text() == "Ne nommez personne."
        qtbot.waitUntil(lambda: "CLSC" in indice.text())
        page.enregistrer()
        assert journal.lectures.compter(Filtre()) == 1
