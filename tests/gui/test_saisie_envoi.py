"""Saving, undoing and correcting, without ever losing what is typed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal_scls.application.lectures import Filtre
from journal_scls.domain.errors import Environnement
from journal_scls.domain.journal.intervention import Reference, Statut, Volet
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import contenu
from tests.gui import saisies
from tests.gui.journaux import milieu_nomme
from tests.gui.saisies import annuler_par_le_toast, remplir, seule

CTRL, MAJ = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

journal, runner = saisies.journal, saisies.runner
page, clavier = saisies.page, saisies.clavier


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

    def test_ctrl_enter_twice_blames_nobody_for_an_empty_form(self, page, clavier, journal):
        remplir(page)
        page.formulaire.note.edit.setFocus()
        for _ in range(2):
            clavier.touche(Qt.Key.Key_Return, CTRL)
        assert journal.lectures.compter(Filtre()) == 1
        assert page.message.text() == "Rien de nouveau à enregistrer."
        assert page.formulaire.rangs["duree_min"].message.text() == ""
        page.formulaire.note.set_text("une autre")
        page.enregistrer()
        assert "champs à corriger" in page.message.text()

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
        assert QApplication.focusWidget() is f.ligne.edit

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
