"""Choosing by a few letters, by the arrows or by the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from journal_scls.gui.widgets.choice_combo import Choice, ChoiceCombo
from tests.gui.aides import nom_accessible, saisir, touche
from tests.gui.formulaire import LOGEMENTS

ALT, MAJ = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class TestChoiceCombo:
    @pytest.mark.parametrize(
        ("frappe", "valeur"),
        [
            ("era 112", "e112"),
            ("ÉRABLES", "e111"),
            ("112", "e112"),
            ("montee", "coop"),
            ("rimou", "coop"),
            ("oeil", "oeil"),
            ("coop", "coop"),
        ],
    )
    def test_a_few_letters_find_it(self, form, frappe, valeur):
        saisir(form.logement, frappe)
        touche(form, Qt.Key.Key_Return)
        assert form.logement.value() == valeur
        assert QApplication.focusWidget() is form.logement

    def test_shift_tab_takes_it_and_goes_back(self, form):
        form.date.setFocus()
        form.logement.setFocus()
        saisir(form.logement, "coop")
        touche(form, Qt.Key.Key_Backtab, MAJ)
        assert form.logement.value() == "coop"
        assert QApplication.focusWidget() is form.bouton

    def test_a_key_that_comes_to_the_list_once_it_is_closed_goes_where_the_focus_went(self, form):
        """A real window server sent it before it knew; a late program would have lost it."""
        saisir(form.logement, "coop")
        touche(form, Qt.Key.Key_Tab)
        suivant = QApplication.focusWidget()
        assert suivant is not form.logement
        appui = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "4")
        QApplication.sendEvent(form.logement.popup().search, appui)
        assert QApplication.focusWidget().text() == "4"
        assert form.logement.value() == "coop"

    def test_escape_takes_nothing(self, form):
        form.logement.set_value("e111")
        saisir(form.logement, "coop")
        touche(form, Qt.Key.Key_Escape)
        assert form.logement.value() == "e111"
        assert not form.logement.popup().isVisible()

    def test_what_is_not_found_takes_nothing_and_stays(self, form):
        form.logement.set_value("e111")
        saisir(form.logement, "zzz")
        popup = form.logement.popup()
        assert popup.empty.isVisible()
        touche(form, Qt.Key.Key_Tab)
        assert popup.isVisible()
        touche(form, Qt.Key.Key_Escape)
        assert form.logement.value() == "e111"

    def test_choices_that_come_while_it_is_open_are_those_it_takes(self, form):
        """A directory read in a worker: what was first in the list is not first any more."""
        connus = form.logement.choices()
        form.logement.set_choices([Choice("sans", "Sans milieu")])
        saisir(form.logement, "sans")
        form.logement.set_choices([*connus, Choice("sans", "Sans milieu")])
        touche(form, Qt.Key.Key_Tab)
        assert form.logement.value() == "sans"

    def test_a_choice_waits_for_the_choices_that_are_on_their_way(self, form):
        """« au » may be « aucun » in half a list, and a place in the whole one."""
        connus = form.logement.choices()
        form.logement.set_choices([Choice("sans", "Sans milieu", keywords="montagne")])
        form.logement.taking.connect(lambda: form.logement.set_choices(connus))
        saisir(form.logement, "mont")
        touche(form, Qt.Key.Key_Tab)
        assert form.logement.value() == "coop"

    def test_the_line_walked_to_stays_in_hand_when_choices_come(self, form):
        connus = form.logement.choices()
        touche(form.logement, Qt.Key.Key_Down, ALT)
        touche(form, Qt.Key.Key_Down)
        form.logement.set_choices([Choice("sans", "Sans milieu"), *connus])
        touche(form, Qt.Key.Key_Return)
        assert form.logement.value() == connus[1].value

    def test_what_was_typed_too_early_finds_the_choices_that_come(self, form):
        connus = form.logement.choices()
        form.logement.set_choices([])
        saisir(form.logement, "era 112")
        assert form.logement.popup().empty.isVisible()
        form.logement.set_choices(connus)
        touche(form, Qt.Key.Key_Tab)
        assert form.logement.value() == "e112"

    def test_the_list_is_grouped_and_arrows_skip_the_headings(self, form):
        touche(form.logement, Qt.Key.Key_Down, ALT)
        popup = form.logement.popup()
        lignes = [popup.list.item(i).text() for i in range(popup.list.count())]
        assert lignes[0] == "Office"
        assert lignes[3] == "Coopératives"
        for _ in range(2):
            touche(form, Qt.Key.Key_Down)
        touche(form, Qt.Key.Key_Return)
        assert form.logement.value() == "coop"

    def test_the_mouse_works_too(self, qtbot, form):
        qtbot.mouseClick(form.logement, Qt.MouseButton.LeftButton)
        popup = form.logement.popup()
        assert popup.isVisible()
        item = popup.list.item(2)
        centre = popup.list.visualItemRect(item).center()
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        assert form.logement.value() == "e112"

    def test_arrows_walk_the_closed_list(self, form):
        touche(form.logement, Qt.Key.Key_Down)
        touche(form.logement, Qt.Key.Key_Down)
        assert form.logement.value() == "e112"

    def test_only_the_person_chooses(self, form):
        tous, choisis = [], []
        form.logement.value_changed.connect(tous.append)
        form.logement.chosen.connect(choisis.append)
        form.logement.set_value("coop")
        touche(form.logement, Qt.Key.Key_Delete)
        saisir(form.logement, "112")
        touche(form, Qt.Key.Key_Return)
        assert tous == ["coop", None, "e112"]
        assert choisis == [None, "e112"]

    def test_a_new_list_keeps_the_value_when_it_can(self, form):
        recus = []
        form.logement.set_value("e112")
        form.logement.value_changed.connect(recus.append)
        form.logement.set_choices(LOGEMENTS[1:])
        assert form.logement.value() == "e112"
        assert recus == []
        form.logement.set_choices(LOGEMENTS[2:])
        assert form.logement.value() is None
        assert recus == [None]
        assert not form.logement.set_value("absent")

    @pytest.mark.parametrize("focus", [True, False])
    def test_the_wheel_changes_nothing_in_passing(self, form, focus):
        form.logement.set_value("e111")
        (form.logement if focus else form.bouton).setFocus()
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(form.logement, event)
        assert form.logement.value() == ("e112" if focus else "e111")

    def test_enter_on_the_closed_field_is_left_to_the_form(self, form):
        touche(form.logement, Qt.Key.Key_Return)
        assert not form.logement.popup().isVisible()

    def test_the_popup_stays_on_the_screen(self, form, theme):
        theme.apply(echelle=200)
        ecran = form.screen().availableGeometry()
        form.move(ecran.right() - form.width(), ecran.bottom() - 200)
        form.logement.showPopup()
        assert ecran.contains(form.logement.popup().geometry())
        form.logement.hidePopup()

    def test_its_search_line_is_named(self, form):
        form.logement.showPopup()
        assert nom_accessible(form.logement.popup().search) == "Rechercher – Logement"
        form.logement.hidePopup()

    def test_a_long_choice_takes_the_lines_that_it_needs(self, qtbot, form):
        combo = ChoiceCombo(fold=str.casefold)
        qtbot.addWidget(combo)
        combo.set_choices([Choice("c", "Court"), Choice("l", "Un choix dont le libellé est long")])
        combo.setFixedWidth(140)
        combo.show()
        combo.set_value("c")
        une_ligne = combo.minimumHeight()
        combo.set_value("l")
        assert combo.minimumHeight() >= une_ligne + combo.fontMetrics().height()
        combo.setFixedWidth(600)
        assert combo.minimumHeight() == une_ligne
