"""The entry form by keyboard alone, on a real encrypted journal."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Changes
from journal_scls.domain.errors import Environnement
from journal_scls.domain.intervention import Reference, Statut, Volet
from journal_scls.domain.repertoire import Tenure
from journal_scls.gui.pages.saisie_nom import ressemble_a_un_nom
from journal_scls.gui.pages.saisie_page import SaisiePage
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import HorlogeFixe, contenu
from tests.gui import aides
from tests.gui.aides import cible, montrer, ordre_tab, sans_nom
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau

CTRL, MAJ = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MENUS = "JDIE"  # the letters of the menus of the main window


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def page(qtbot, theme, journal, runner):
    fenetre = QMainWindow()
    page = SaisiePage(journal, runner, FakeDialogs())
    fenetre.setCentralWidget(page)
    fenetre.resize(1280, 720)
    montrer(qtbot, fenetre)
    page.entered()
    yield page
    page.mettre_de_cote()


class Clavier:
    """Counts the keys; a chord is one key and its modifiers."""

    def __init__(self, page):
        self.page = page
        self.touches = 0

    def taper(self, texte):
        self.touches += len(texte)
        aides.saisir(QApplication.focusWidget() or self.page, texte)

    def tab(self, fois=1):
        for _ in range(fois):
            self.touche(Qt.Key.Key_Tab)

    def touche(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.touches += 1 + modifier.value.bit_count()
        aides.touche(QApplication.focusWidget() or self.page, key, modifier)

    def enregistrer(self):
        self.touche(Qt.Key.Key_Return, CTRL)


@pytest.fixture
def clavier(page):
    return Clavier(page)


def seule(journal):
    lignes = journal.lectures.lister(Filtre(annulees=True))
    assert len(lignes) == 1
    return journal.interventions.lire(lignes[0].id)


def remplir(page, **champs):
    """A form that could be saved, but for what the test says."""
    page.formulaire.vider()
    etat = {
        "milieu": "SANS_MILIEU",
        "activite": "ECOUTE",
        "clientele": "AINES",
        "duree_min": "45",
        "categorie": "C4",
    }
    page.formulaire.poser({**page.formulaire.etat(), **etat, **champs})


def erreur(page, champ):
    if champ == "references":
        return page.formulaire.references._erreur.text()
    return page.formulaire.rangs[champ].error()


def annuler_par_le_toast(page):
    return Toast.of(page.window()).trigger()


class TestKeyboard:
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
            f.nb_personnes, f.categorie, f.modalite, f.problematiques.liste, f.personne, f.suivi,
            f.suivi_le.line, f.note.edit, f.fait_marquant.edit, page.bouton, page.bouton_suivante,
            page.bouton_cote, f.milieu,
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
        assert ordre_tab(page, 3) == [*f.problematiques.pastilles, f.personne]

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
        page.formulaire.volet.set_value("COLLECTIF")
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


class TestSave:
    def test_the_toast_undoes_and_the_words_come_back(self, page, journal, qtbot):
        remplir(page, note="Écoute à sa demande", duree_min="1h05")
        with qtbot.waitSignal(page.enregistree) as recu:
            page.enregistrer()
        assert recu.args[0].contenu.duree_min == 65
        assert page._gardien.intact
        toast = Toast.of(page.window())
        assert toast.label.text() == "Intervention enregistrée"
        assert toast.button.text() == "Annuler (Ctrl+Z)"
        assert annuler_par_le_toast(page)
        faite = seule(journal)
        assert (faite.statut, faite.raison) == (Statut.ANNULEE, "Annulée juste après la saisie")
        assert page.formulaire.note.text() == "Écoute à sa demande"
        assert page.formulaire.clientele.value() == "AINES"
        page.enregistrer()
        assert journal.lectures.compter(Filtre()) == 1

    def test_undoing_keeps_what_was_begun_meanwhile(self, page, journal):
        remplir(page, note="première")
        page.enregistrer()
        page.formulaire.note.set_text("seconde, en cours")
        annuler_par_le_toast(page)
        assert page.formulaire.note.text() == "première"
        notes = [b.contenu["note"] for b in journal.interventions.brouillons()]
        assert "seconde, en cours" in notes

    def test_ctrl_shift_enter_keeps_date_and_milieu(self, page, clavier, journal):
        remplir(page, milieu="La Montée", date="2025-03-10")
        page.formulaire.note.edit.setFocus()
        clavier.touche(Qt.Key.Key_Return, CTRL | MAJ)
        assert journal.lectures.compter(Filtre()) == 1
        f = page.formulaire
        assert (f.milieu.currentText(), f.date.value()) == ("La Montée", date(2025, 3, 10))
        assert (f.duree.text(), f.activite.value()) == ("", None)
        assert page._gardien.intact
        assert QApplication.focusWidget() is f.milieu

    def test_what_is_typed_during_a_save_stays(self, page, journal, runner):
        remplir(page, note="envoyée")
        runner.pause = True
        page.enregistrer()
        page.formulaire.note.set_text("déjà la suivante")
        runner.liberer()
        assert page.formulaire.note.text() == "déjà la suivante"
        assert seule(journal).contenu.note == "envoyée"

    def test_a_refused_save_puts_everything_back(self, page, journal, monkeypatch):
        def plein(*_mots, **_noms):
            raise Environnement("Le disque est plein.", "Faites de la place.")

        remplir(page, note="à ne pas perdre", duree_min="1 h 15")
        monkeypatch.setattr(type(journal.interventions), "saisir", plein)
        page.enregistrer()
        assert page.formulaire.note.text() == "à ne pas perdre"
        assert page.formulaire.duree.text() == "1 h 15"
        assert "Le disque est plein" in page.message.text()
        assert page._dialogs.dits == []

    def test_a_refused_save_becomes_a_draft_when_the_next_one_is_begun(
        self, page, journal, runner, monkeypatch
    ):
        def plein(*_mots, **_noms):
            raise Environnement("Le disque est plein.")

        remplir(page, note="à ne pas perdre")
        monkeypatch.setattr(type(journal.interventions), "saisir", plein)
        runner.pause = True
        page.enregistrer()
        page.formulaire.note.set_text("la suivante")
        runner.pause = False
        runner.liberer()
        assert page.formulaire.note.text() == "la suivante"
        assert "à ne pas perdre" in [b.contenu["note"] for b in journal.interventions.brouillons()]


class TestCorrection:
    @pytest.fixture
    def faite(self, journal):
        lieu = milieu_nomme(journal, "La Montée").lieu_le(date(2025, 3, 1))
        return journal.interventions.saisir(
            contenu(
                date_intervention=date(2025, 3, 1),
                lieu=lieu,
                note="avant",
                tranches=(0, 0, 0, 1, 0),
                activites_secondaires=("VISITE",),
                references=(Reference(destination="CISSS", service="SAPA", statut="PROPOSEE"),),
            )
        )

    def test_it_makes_the_next_revision_and_keeps_what_it_does_not_show(
        self, page, journal, faite, clavier
    ):
        page.corriger(faite.id)
        assert "samedi 1er mars 2025 (révision 1)" in page.avis.text()
        assert page.formulaire.duree.text() == "45 min"
        page.formulaire.duree.setFocus()
        page.formulaire.duree.selectAll()
        clavier.taper("1h30")
        clavier.enregistrer()
        lue = journal.interventions.lire(faite.id)
        assert (lue.revision, lue.statut) == (2, Statut.RECTIFIEE)
        assert lue.contenu.duree_min == 90
        assert lue.contenu.tranches == (0, 0, 0, 1, 0)
        assert lue.contenu.activites_secondaires == ("VISITE",)
        assert lue.contenu.references == faite.contenu.references
        assert lue.contenu.lieu == faite.contenu.lieu
        assert page.titre.text() == "Nouvelle intervention"
        assert page.avis.isHidden()
        assert annuler_par_le_toast(page)
        assert journal.interventions.lire(faite.id).contenu == faite.contenu

    def test_a_correction_of_nothing_makes_no_revision(self, page, journal, faite):
        page.corriger(faite.id)
        page.enregistrer()
        assert journal.interventions.lire(faite.id).revision == 1

    def test_the_saved_version_can_come_back(self, page, journal, faite):
        page.corriger(faite.id)
        page.formulaire.note.set_text("changé d’idée")
        page.mettre_de_cote()
        page.bouton_revenir.click()
        assert page.formulaire.note.text() == "avant"
        assert journal.interventions.brouillons() == ()
        annuler_par_le_toast(page)
        assert page.formulaire.note.text() == "changé d’idée"

    def test_what_was_being_typed_comes_back_after(self, page, journal, faite):
        page.formulaire.note.set_text("en cours quand le téléphone a sonné")
        page.corriger(faite.id)
        page.formulaire.note.set_text("corrigée")
        page.enregistrer()
        assert journal.interventions.lire(faite.id).contenu.note == "corrigée"
        assert page.formulaire.note.text() == "en cours quand le téléphone a sonné"

    def test_a_correction_left_is_found_again(self, page, journal, faite):
        page.corriger(faite.id)
        page.formulaire.note.set_text("à moitié")
        page.bouton_quitter.click()
        assert page.formulaire.note.text() == ""
        page.corriger(faite.id)
        assert page.formulaire.note.text() == "à moitié"
        page.enregistrer()
        assert journal.interventions.lire(faite.id).contenu.note == "à moitié"
        assert journal.interventions.brouillons() == ()

    def test_a_revision_made_meanwhile_is_not_overwritten(self, page, journal, faite):
        page.corriger(faite.id)
        journal.interventions.corriger(faite.id, contenu(note="ailleurs"))
        page.formulaire.note.set_text("ici")
        page.enregistrer()
        assert "modifiée entre-temps" in page.message.text()
        assert page.formulaire.note.text() == "ici"
        assert journal.interventions.lire(faite.id).contenu.note == "ailleurs"
        page.bouton_revenir.click()
        assert page.formulaire.note.text() == "ailleurs"

    def test_a_cancelled_entry_is_not_corrected(self, page, journal, faite):
        journal.interventions.annuler(faite.id, "erreur")
        page.corriger(faite.id)
        assert "Rétablissez-la" in page.message.text()
        assert page.titre.text() == "Nouvelle intervention"

    def test_an_old_entry_without_a_number_of_people_asks_for_none(self, page, journal):
        ancienne = journal.interventions.saisir(
            contenu(volet=Volet.MILIEU, activite="CONCERT", categorie="C3", nb_personnes=None)
        )
        page.corriger(ancienne.id)
        page.formulaire.note.set_text("complétée")
        page.enregistrer()
        lue = journal.interventions.lire(ancienne.id)
        assert (lue.revision, lue.contenu.nb_personnes) == (2, None)


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
