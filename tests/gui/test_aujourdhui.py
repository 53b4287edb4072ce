"""The page of the day: the quick line, the week, what comes back, habits, templates, advice."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Changes
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Reference, Volet
from journal_scls.domain.repertoire.partenaires import ServicePartenaire
from journal_scls.gui.pages.aujourdhui.page import AujourdhuiPage
from journal_scls.gui.pages.saisie.modeles import ModelesDialog
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.aides import montrer, sans_nom
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau
from tests.gui.saisies import Clavier, annuler_par_le_toast, remplir, seule

CTRL, MAJ = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
JOUR = date(2025, 3, 14)


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def ouvrir(qtbot, theme, journal):
    fenetres = []

    def ouvrir():
        runner = InlineRunner()
        fenetre = QMainWindow()
        page = AujourdhuiPage(journal, runner, FakeDialogs())
        runner.changed.connect(page.changer)
        fenetre.setCentralWidget(page)
        fenetre.resize(1280, 720)
        montrer(qtbot, fenetre)
        page.entered()
        fenetres.append(fenetre)
        return page

    return ouvrir


@pytest.fixture
def page(ouvrir):
    page = ouvrir()
    yield page
    page.mettre_de_cote()


@pytest.fixture
def clavier(page):
    return Clavier(page)


@pytest.fixture
def formulaire(page):
    return page.saisie.formulaire


def chez(journal, nom, **champs):
    jour = champs.get("date_intervention", JOUR)
    return contenu(lieu=milieu_nomme(journal, nom).lieu_le(jour), **champs)


class TestLine:
    def test_a_whole_entry_in_one_line(self, page, clavier, journal, formulaire):
        clavier.taper("hier 30 min tél érables conflit familles réf clsc santé mentale")
        assert [p.text() for p in formulaire.ligne.puces if p.isVisible()] == [
            "Date : jeudi 13 mars 2025",
            "Durée : 30 min",
            "Modalité : Au téléphone",
            "Milieu : Tour des Érables",
            "Activité : Gestion de conflits entre locataires",
            "Clientèle : Familles",
            "Référence : CISSS ou CIUSSS – Santé mentale",
        ]
        clavier.enregistrer()
        c = seule(journal).contenu
        assert (c.date_intervention, c.duree_min, c.modalite) == (
            date(2025, 3, 13),
            30,
            "TELEPHONE",
        )
        assert (c.activite, c.categorie, c.clientele) == ("CONFLIT", "C1", "FAMILLES")
        assert c.lieu.milieu == milieu_nomme(journal, "Tour des Érables").id
        assert c.references == (
            Reference(destination="CISSS", service="SANTE_MENTALE", mode="SIMPLE", statut="FAITE"),
        )
        assert formulaire.ligne.text() == ""

    def test_nothing_is_saved_while_something_is_missing(self, page, clavier, journal, formulaire):
        clavier.taper("érables écoute réf clsc")
        clavier.enregistrer()
        assert journal.lectures.compter(Filtre()) == 0
        assert formulaire.rangs["clientele"].error()
        assert formulaire.references.rangs[0].rangs["service"].error()

    def test_enter_leads_to_what_is_missing_and_never_saves(self, page, clavier, journal):
        clavier.taper("érables écoute 30 aînés")
        clavier.touche(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is page.saisie.formulaire.note.edit
        assert journal.lectures.compter(Filtre()) == 0
        page.saisie.formulaire.ligne.edit.setText("érables écoute 30")
        page.saisie.formulaire.ligne.edit.setFocus()
        clavier.touche(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is page.saisie.formulaire.clientele

    def test_what_was_typed_wins_over_the_line(self, clavier, formulaire):
        formulaire.duree.setFocus()
        clavier.taper("45")
        clavier.tab()
        formulaire.ligne.edit.setFocus()
        clavier.taper("écoute 30 min")
        assert (formulaire.duree.text(), formulaire.activite.value()) == ("45 min", "ECOUTE")
        assert formulaire.ligne.puces[1].text() == "Durée : 30 min (non : champ déjà rempli)"

    def test_words_taken_back_are_taken_out_of_the_form(self, clavier, formulaire):
        avant = formulaire.etat()
        clavier.taper("écoute érables 30 isolement réf moisson")
        assert formulaire.problematiques.codes() == ("ISOLEMENT",)
        formulaire.ligne.edit.clear()
        assert formulaire.etat() == avant

    def test_a_chip_is_removed_by_delete_and_changed_by_its_menu(self, clavier, formulaire):
        clavier.taper("jardin 2h écoute")
        clavier.touche(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is formulaire.ligne.puces[0]
        clavier.touche(Qt.Key.Key_Delete)
        assert formulaire.type_collectif.value() is None
        assert "jardin" in formulaire.ligne.reste.text()
        formulaire.ligne.edit.setText("atelier")
        puce = formulaire.ligne.puces[0]
        puce._offrir()
        puce.menu_sens.actions()[0].trigger()
        puce.menu_sens.close()
        assert formulaire.type_collectif.value() == "FORMATION_CONF"
        assert formulaire.activite.value() is None

    def test_words_that_mean_nothing_are_told_before_they_are_lost(self, page, clavier, journal):
        clavier.taper("érables écoute 30 aînés rappeler")
        clavier.enregistrer()
        assert "« rappeler »" in page.saisie.message.text()
        assert journal.lectures.compter(Filtre()) == 0
        clavier.enregistrer()
        assert journal.lectures.compter(Filtre()) == 1

    def test_the_line_is_kept_in_the_draft(self, page, ouvrir, clavier):
        clavier.taper("érables écoute 30 réf clsc zzz")
        page.mettre_de_cote()
        autre = ouvrir()
        f = autre.saisie.formulaire
        assert (f.ligne.text(), f.activite.value()) == ("érables écoute 30 réf clsc zzz", "ECOUTE")
        f.ligne.edit.setText("érables visite 30")
        assert f.activite.value() == "VISITE"  # still the line's, not the person's
        assert f.references.lire() == ()


class TestDay:
    def test_what_is_saved_is_listed_and_opens_with_enter(self, page, clavier, journal):
        remplir(page.saisie, note="à relire")
        page.saisie.enregistrer()
        assert "1 intervention, 45 min" in page._rang_lignes.label.text()
        assert "« à relire »" in page.lignes.item(0).text()
        page.lignes.setFocus()
        clavier.touche(Qt.Key.Key_Return)
        assert page.saisie.formulaire.note.text() == "à relire"
        assert page.saisie.titre.text() == "Correction d’une intervention"

    def test_arrows_move_the_day_and_the_panel_with_it(self, page, clavier, journal, formulaire):
        journal.interventions.saisir(contenu(date_intervention=date(2025, 3, 11)))
        page.changer(Changes(interventions=True), journal)
        assert page.semaine.buttons[1].text() == "mar. 11 · 1"
        page.semaine.setFocus()
        for _ in range(3):
            clavier.touche(Qt.Key.Key_Left)
        assert formulaire.date.value() == date(2025, 3, 11)
        assert page.saisie.titre.text() == "Mardi 11 mars"
        assert page.lignes.count() == 1
        clavier.touche(Qt.Key.Key_Up)
        assert formulaire.date.value() == date(2025, 3, 4)
        assert QApplication.focusWidget() is page.semaine.buttons[1]

    def test_a_follow_up_is_marked_done_and_put_back(self, page, clavier, journal):
        faite = journal.interventions.saisir(
            contenu(suivi="rappeler", suivi_le=date(2025, 3, 12), note="x")
        )
        page.changer(Changes(interventions=True), journal)
        assert page.rappels.item(0).text().startswith("En retard (mercredi 12 mars) : rappeler")
        page.rappels.setFocus()
        clavier.touche(Qt.Key.Key_Delete)
        assert journal.interventions.lire(faite.id).contenu.suivi_le is None
        assert journal.interventions.lire(faite.id).contenu.suivi == "rappeler"
        annuler_par_le_toast(page)
        assert journal.interventions.lire(faite.id).contenu.suivi_le == date(2025, 3, 12)

    def test_everything_that_takes_the_focus_has_a_name(self, page, clavier, formulaire):
        clavier.taper("atelier érables 30 réf moisson")
        formulaire.detailler(True)
        formulaire.note.set_text("Mme Gagnon")
        formulaire.avis_note.chercher()
        assert list(sans_nom(page.window())) == []


class TestAgain:
    def test_the_last_entry_again_in_four_keys(self, page, clavier, journal, formulaire):
        avant = journal.interventions.saisir(
            chez(journal, "La Montée", date_intervention=date(2025, 3, 3), note="à taire")
        )
        page.saisie.repeter()
        assert formulaire.note.text() == ""
        clavier.enregistrer()
        ligne = journal.lectures.lister(Filtre())[0]
        c = journal.interventions.lire(ligne.id).contenu
        assert (ligne.date, c.lieu, c.note) == (JOUR, avant.contenu.lieu, "")
        assert (c.activite, c.duree_min) == (avant.contenu.activite, avant.contenu.duree_min)

    def test_the_one_that_is_chosen_is_the_one_repeated(self, page, journal):
        premiere = journal.interventions.saisir(contenu())
        journal.interventions.saisir(contenu(activite="VISITE"))
        page.changer(Changes(interventions=True), journal)
        page.lignes.setFocus()
        page.lignes.setCurrentRow(1)
        assert page.a_repeter() == premiere.id

    def test_what_was_being_typed_is_a_draft(self, page, clavier, journal, formulaire):
        journal.interventions.saisir(contenu())
        clavier.taper("visite quai")
        page.saisie.repeter()
        assert "visite quai" in {
            str(b.contenu["ligne"]) for b in journal.interventions.brouillons()
        }

    def test_a_collective_form_has_its_own_fields(self, page, clavier, journal, formulaire):
        page.saisie.nouvelle(Volet.COLLECTIF)
        assert formulaire.rangs["tranches"].isVisible()
        assert not formulaire.rangs["personne"].isVisible()
        remplir(
            page.saisie, volet="COLLECTIF", activite="PROJET", categorie="C3", nb_personnes="12",
            type_collectif="PROJET_DEMARCHE", nb_nouvelles="3",
            tranches={"0-11": "4", "65+": "2"}, roles={"LOCATAIRE": "10", "BENEVOLE": "2"},
        )  # fmt: skip
        clavier.enregistrer()
        c = seule(journal).contenu
        assert (c.nb_nouvelles, c.tranches) == (3, (4, 0, 0, 0, 2))
        assert c.roles == (("LOCATAIRE", 10), ("BENEVOLE", 2))

    def test_what_says_something_is_never_out_of_sight(self, page, formulaire):
        formulaire.poser(
            {"volet": "INDIVIDUEL", "source_financement": "PSL", "tranches": {"65+": "1"}}
        )
        assert formulaire.rangs["source_financement"].isVisible()
        assert formulaire.rangs["tranches"].isVisible()
        assert not formulaire.rangs["fait_marquant"].isVisible()


class TestHabits:
    @pytest.fixture
    def habitue(self, journal, ouvrir):
        for jour in (3, 4, 5):
            journal.interventions.saisir(
                chez(
                    journal,
                    "La Montée",
                    date_intervention=date(2025, 3, jour),
                    activite="VISITE",
                    categorie="C4",
                    duree_min=25,
                    clientele="AINES",
                )
            )
        page = ouvrir()
        yield page
        page.mettre_de_cote()

    def test_they_are_proposed_and_say_so(self, habitue):
        f = habitue.saisie.formulaire
        assert (f.milieu.currentText(), f.clientele.value()) == ("La Montée", "AINES")
        assert "proposé" in f.rangs["milieu"].label.text()
        f.activite.set_value("VISITE")
        assert (f.duree.text(), f.rangs["duree_min"].label.text()[-7:]) == ("25 min", "proposé")

    def test_they_never_replace_what_is_typed(self, habitue):
        f = habitue.saisie.formulaire
        clavier = Clavier(habitue)
        f.duree.setFocus()
        clavier.taper("40")
        f.activite.set_value("VISITE")
        assert f.duree.text() == "40"
        assert "proposé" not in f.rangs["duree_min"].label.text()

    def test_the_line_confirms_them(self, habitue):
        f = habitue.saisie.formulaire
        f.ligne.edit.setText("aînés")
        assert "proposé" not in f.rangs["clientele"].label.text()
        f.ligne.edit.clear()
        assert "proposé" in f.rangs["clientele"].label.text()

    def test_a_draft_that_came_back_is_no_guess(self, habitue):
        f = habitue.saisie.formulaire
        f.poser({"milieu": "SANS_MILIEU", "clientele": "AINES"})
        assert "proposé" not in f.rangs["clientele"].label.text()

    def test_partners_come_by_frequency_and_say_where_they_are(self, journal, ouvrir):
        rare, usuel = (
            ServicePartenaire(id=nouvel_identifiant(), nom=nom, destination="OC", service="BUDGET")
            for nom in ("ACEF", "Comptoir")
        )
        journal.repertoire.enregistrer(services=(rare, usuel))
        usage = Reference(destination="OC", service="BUDGET", ressource=usuel.id)
        journal.interventions.saisir(contenu(references=(usage,)))
        page = ouvrir()
        rang = page.saisie.formulaire.references.rangs[0]
        partenaires = [c.value for c in rang.destination.choices() if c.group]
        assert partenaires == [str(usuel.id), str(rare.id)]
        rang.destination.set_value(str(rare.id))
        lue = rang.lire()
        assert (lue.destination, lue.service, lue.ressource) == ("OC", "BUDGET", rare.id)
        page.mettre_de_cote()

    def test_alone_they_are_no_draft(self, habitue, journal):
        habitue.mettre_de_cote()
        assert journal.interventions.brouillons() == ()


class TestTemplates:
    def test_keep_apply_rename_throw_away(self, page, journal, formulaire):
        remplir(page.saisie, note="jamais dans un modèle", personne="P-014")
        page.saisie.modeles()
        boite = page.findChild(ModelesDialog)
        boite.nom.setText("Tournée du mardi")
        boite.bouton_garder.click()
        (modele,) = journal.journees.modeles()
        assert not {"note", "personne", "date"} & set(modele.contenu)
        boite.nom.setText("Tournée")
        boite.bouton_renommer.click()
        assert [m.nom for m in journal.journees.modeles()] == ["Tournée"]
        boite.liste.setCurrentRow(0)
        boite.bouton_appliquer.click()
        assert (formulaire.activite.value(), formulaire.note.text()) == ("ECOUTE", "")
        page.saisie.modeles()
        boite = page.findChildren(ModelesDialog)[-1]
        boite.liste.setCurrentRow(0)
        boite.bouton_jeter.click()
        assert journal.journees.modeles() == ()
        annuler_par_le_toast(page)
        assert [m.nom for m in journal.journees.modeles()] == ["Tournée"]
        boite.reject()


class TestAdvice:
    def test_names_are_shown_with_their_words_and_replaced_on_demand(self, page, formulaire):
        formulaire.note.set_text("Appel de Mme Gagnon, app. 12 😀 418-555-0134")
        formulaire.avis_note.chercher()
        avis = formulaire.avis_note
        assert avis.isVisible()
        assert "« Mme Gagnon » (nom)" in avis.phrase.text()
        avis.bouton.click()
        assert formulaire.note.text() == "Appel de [une personne], [logement] 😀 [téléphone]"
        assert not avis.isVisible()

    def test_it_never_blocks(self, page, journal):
        remplir(page.saisie, note="Vu Mme Gagnon")
        page.saisie.enregistrer()
        assert seule(journal).contenu.note == "Vu Mme Gagnon"


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_needs_scrolling_sideways(qtbot, theme, journal, ouvrir, echelle):
    for jour in (10, 11):
        chez(journal, "La Montée", date_intervention=date(2025, 3, jour), suivi_le=JOUR)
    page = ouvrir()
    theme.apply("clair", echelle)
    f = page.saisie.formulaire
    f.ligne.edit.setText("hier 30 min tél érables conflit familles réf clsc santé mentale zzz")
    f.note.set_text("Mme Gagnon, app. 12, 418-555-0134")
    f.avis_note.chercher()
    f.volet.set_value("COLLECTIF")
    f.detailler(True)
    QApplication.processEvents()
    barre = page.saisie.zone.horizontalScrollBar()
    assert barre.maximum() == 0
    page.mettre_de_cote()
