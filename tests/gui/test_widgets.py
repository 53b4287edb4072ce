"""The input widgets, by the keyboard and through the accessibility tree."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from journal_scls.gui.champs import champ_duree
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card, Page
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid, FlowLayout
from journal_scls.gui.widgets.progress_panel import ProgressPanel
from journal_scls.gui.widgets.toast import Toast
from tests.gui.aides import (
    etiquettes,
    interface,
    nom_accessible,
    ordre_tab,
    saisir,
    sans_nom,
    touche,
)
from tests.gui.formulaire import Formulaire

ALT = Qt.KeyboardModifier.AltModifier


class TestWholeForm:
    def test_one_field_is_one_tab_stop_and_tab_comes_round(self, form):
        attendus = [form.date.line, form.duree, form.note.edit, form.bouton, form.logement]
        assert ordre_tab(form, 5) == attendus

    def test_alt_goes_to_each_field(self, form):
        touche(form, Qt.Key.Key_U, ALT)
        assert QApplication.focusWidget() is form.duree
        touche(form, Qt.Key.Key_N, ALT)
        assert QApplication.focusWidget() is form.note.edit
        touche(form, Qt.Key.Key_L, ALT)
        assert QApplication.focusWidget() is form.logement

    def test_every_field_has_a_name(self, form):
        assert list(sans_nom(form)) == []
        assert nom_accessible(form.date.line) == "Date"
        assert nom_accessible(form.note.edit) == "Note"
        assert etiquettes(form.logement) == ["Logement *"]

    def test_a_hint_or_an_error_is_the_description(self, form):
        rang = form.rangs[2]
        description = QAccessible.Text.Description
        assert interface(form.duree).text(description) == "En minutes."
        rang.set_error("La durée manque.")
        assert interface(form.duree).text(description) == "La durée manque."
        assert rang.message.text() == "La durée manque."
        assert form.duree.property("invalide") is True
        rang.set_error("")
        assert rang.message.text() == "En minutes."
        assert form.duree.property("invalide") is False
        assert interface(form.logement).text(description) == "obligatoire"

    @pytest.mark.parametrize(
        "raison", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason]
    )
    def test_a_window_that_goes_behind_does_not_read_half_a_duration(self, form, raison):
        form.duree.setFocus()
        saisir(form.duree, "3")
        QApplication.sendEvent(form.duree, QFocusEvent(QEvent.Type.FocusOut, raison))
        saisir(form.duree, "0")
        touche(form.duree, Qt.Key.Key_Tab)
        assert form.duree.text() == "30 min"

    def test_the_commonest_entry_takes_few_keys(self, form):
        saisir(form.logement, "era 112")
        touche(form, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is form.date.line
        saisir(form.date, "-1")
        touche(form.date, Qt.Key.Key_Tab)
        saisir(form.duree, "1h30")
        touche(form.duree, Qt.Key.Key_Tab)
        saisir(form.note, "Visité à l’été")
        assert form.logement.value() == "e112"
        assert form.date.value() == date(2025, 3, 13)
        assert form.duree.value() == 90
        assert form.duree.text() == "1 h 30"
        assert form.note.text() == "Visité à l’été"


class TestTextArea:
    def test_tab_leaves_it(self, form):
        form.note.setFocus()
        touche(form.note, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is form.bouton
        assert form.note.text() == ""

    def test_what_is_too_long_is_counted_and_kept(self, form):
        form.note.set_text("x" * 19)
        assert (form.note.counter.text(), form.note.error()) == ("19 sur 20", "")
        form.note.set_text("é" * 21)
        assert form.note.text() == "é" * 21
        assert form.note.error() == "Le texte compte 1 caractère de trop."
        assert form.rangs[3].error() == form.note.error()
        form.note.set_text("x" * 23)
        assert form.rangs[3].message.text() == "Le texte compte 3 caractères de trop."
        form.note.set_text("")
        assert form.rangs[3].error() == ""


class TestToast:
    def test_it_says_it_and_undoes_it_once(self, qtbot, form):
        faits = []
        toast = Toast.of(form)
        toast.show_message("Intervention enregistrée", lambda: faits.append("annulée"))
        assert Toast.of(form) is toast
        assert toast.isVisible()
        assert toast.button.text() == "Annuler (Ctrl+Z)"
        assert form.rect().contains(toast.geometry())
        assert QApplication.focusWidget() is form.logement
        assert toast.trigger()
        assert not toast.trigger()
        assert faits == ["annulée"]
        assert not toast.isVisible()

    def test_it_leaves_by_itself_and_ctrl_z_still_works(self, qtbot, form):
        faits = []
        toast = Toast.of(form)
        toast.show_message("Fait", lambda: faits.append(1), duration_ms=30)
        qtbot.waitUntil(lambda: not toast.isVisible())
        assert toast.trigger()
        assert faits == [1]

    def test_it_waits_while_it_has_the_focus(self, qtbot, form):
        toast = Toast.of(form)
        toast.show_message("Fait", print, duration_ms=30)
        toast.button.setFocus()
        qtbot.wait(80)
        assert toast.isVisible()
        toast.dismiss()
        assert not toast.trigger()

    def test_without_an_action_it_has_no_button(self, form):
        toast = Toast.of(form)
        toast.show_message("Rien à envoyer, vérifié à 14 h 05")
        assert not toast.button.isVisible()


class TestLargeText:
    def test_a_page_at_200_percent_needs_no_sideways_scrolling(self, qtbot, theme):
        theme.apply(echelle=200)
        page = Page("Saisie", subtitle="Les champs marqués * sont obligatoires.")
        carte = Card("Nouvelle intervention")
        page.body.addWidget(carte)
        form = Formulaire()
        carte.body.addWidget(form)
        boutons = FlowLayout()
        carte.body.addLayout(boutons)
        for nom in ("Enregistrer", "Enregistrer et nouvelle", "Dupliquer la dernière", "Annuler"):
            boutons.addWidget(QPushButton(nom))
        qtbot.addWidget(page)
        for largeur in (1366, 1000):
            page.resize(largeur, 768)
            page.show()
            QApplication.sendPostedEvents()
            qtbot.wait(10)
            assert page.horizontalScrollBar().maximum() == 0, largeur

    def test_nothing_is_smaller_than_it_needs(self, qtbot, form, theme):
        theme.apply(echelle=200)
        form.resize(1366, 768)
        form.rangs[2].set_error("« abc » n'est pas une durée. Écrivez des minutes, ou 1h30. " * 2)
        qtbot.wait(20)
        for w in form.findChildren(QWidget):
            defile = w.inherits("QAbstractScrollArea") or w.parent().inherits("QAbstractScrollArea")
            if defile or not w.isVisibleTo(form) or w.window() is not form:
                continue
            voulu = w.minimumSizeHint()
            assert w.width() >= voulu.width(), w
            assert w.height() >= voulu.height(), w
        message = form.rangs[2].message
        assert message.height() >= message.heightForWidth(message.width())

    def test_columns_become_one_and_come_back(self, qtbot, theme):
        grille = FieldGrid()
        for i in range(4):
            grille.add(FieldRow(f"Champ {i}", champ_duree()))
        qtbot.addWidget(grille)
        grille.resize(1000, 300)
        grille.show()
        qtbot.wait(10)
        haut = [f.y() for f, _ in grille._fields]
        assert haut[0] == haut[1] != haut[2]
        grille.resize(grille.minimumSizeHint().width() + 10, 600)
        qtbot.wait(10)
        haut = [f.y() for f, _ in grille._fields]
        assert len(set(haut)) == 4


class TestSpokenMessages:
    """What is shown without moving the focus is also said."""

    @pytest.fixture
    def dits(self, monkeypatch):
        dits = []
        for module in ("field_row", "toast", "choice_popup", "progress_panel"):
            monkeypatch.setattr(
                f"journal_scls.gui.widgets.{module}.announce",
                lambda w, message, *, assertive=False: dits.append((message, assertive)),
            )
        return dits

    def test_an_error_interrupts(self, form, dits):
        form.rangs[2].set_error("La durée manque.")
        assert dits == [("La durée manque.", True)]

    def test_a_toast_says_how_to_undo(self, form, dits):
        Toast.of(form).show_message("Intervention enregistrée", print)
        assert dits == [("Intervention enregistrée — Annuler (Ctrl+Z)", False)]

    def test_the_line_reached_in_a_list_is_said(self, form, dits):
        saisir(form.logement, "e")
        touche(form, Qt.Key.Key_Down)
        assert dits[-1] == ("Tour des Érables-112", False)
        saisir(form.logement, "zz")
        assert dits[-1] == ("Aucun choix ne correspond.", False)
        touche(form, Qt.Key.Key_Escape)

    def test_the_start_of_long_work_is_said(self, form, dits):
        panneau = ProgressPanel.of(form)
        panneau.start(1, "Importation", lambda: None)
        panneau.rows()[0].cancel()
        assert dits == [("Importation", False), ("Annulation en cours", False)]
        panneau.finish(1)
        assert not panneau.isVisible()

    def test_a_real_announcement_disturbs_nothing(self, form):
        announce(form, "Bonjour", assertive=True)
        announce(form, "")
