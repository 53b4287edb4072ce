"""Dates and durations as people type them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal_scls.gui.jours import decrire_date
from tests.gui.aides import nom_accessible, saisir, touche
from tests.gui.formulaire import VENDREDI

ALT = Qt.KeyboardModifier.AltModifier


class TestDateEdit:
    @pytest.mark.parametrize(
        ("texte", "attendue"),
        [
            ("2025-03-01", date(2025, 3, 1)),
            ("14/02/2025", date(2025, 2, 14)),
            ("14-03", VENDREDI),
            ("15-03", date(2024, 3, 15)),
            ("hier", date(2025, 3, 13)),
            ("-1", date(2025, 3, 13)),
            ("lu", date(2025, 3, 10)),
            ("ve", VENDREDI),
            ("aujourd’hui", VENDREDI),
            ("", VENDREDI),
        ],
    )
    def test_it_understands_what_people_type(self, form, texte, attendue):
        form.date.set_value(date(2020, 1, 1))
        form.date.line.clear()
        form.date.line._touch()
        saisir(form.date, texte)
        touche(form.date, Qt.Key.Key_Return)
        assert form.date.value() == attendue
        assert form.date.line.text() == attendue.isoformat()
        assert form.date.note.text() == decrire_date(attendue)

    def test_a_refused_text_stays_and_its_reason_is_shown(self, form):
        form.date.set_value(VENDREDI)
        form.date.line.selectAll()
        form.date.setFocus()
        saisir(form.date, "blabla")
        touche(form.date, Qt.Key.Key_Tab)
        assert form.date.value() is None
        assert form.date.line.text() == "blabla"
        assert "n'est pas une date" in form.rangs[1].message.text()
        form.date.set_value(VENDREDI)
        assert form.rangs[1].error() == ""

    def test_the_value_is_read_even_before_the_field_is_left(self, form):
        form.date.setFocus()
        form.date.line.selectAll()
        saisir(form.date, "hier")
        assert form.date.value() == date(2025, 3, 13)

    def test_arrows_move_by_a_day(self, form):
        recus = []
        form.date.value_changed.connect(recus.append)
        form.date.set_value(VENDREDI)
        touche(form.date, Qt.Key.Key_Up)
        touche(form.date, Qt.Key.Key_Down)
        touche(form.date, Qt.Key.Key_Down)
        assert recus == [VENDREDI, date(2025, 3, 15), VENDREDI, date(2025, 3, 13)]

    def test_the_calendar_opens_from_the_keyboard_and_gives_a_date(self, form):
        form.date.set_value(VENDREDI)
        form.date.setFocus()
        touche(form.date, Qt.Key.Key_Down, ALT)
        popup = form.date.popup
        assert popup.isVisible()
        assert popup.calendar.selectedDate().toPython() == VENDREDI
        touche(form, Qt.Key.Key_Left)
        touche(form, Qt.Key.Key_Return)
        assert not popup.isVisible()
        assert form.date.value() == date(2025, 3, 13)
        assert QApplication.focusWidget() is form.date.line

    def test_escape_closes_the_calendar_and_keeps_the_date(self, form):
        form.date.set_value(VENDREDI)
        form.date.open_calendar()
        touche(form, Qt.Key.Key_Left)
        touche(form, Qt.Key.Key_Escape)
        assert not form.date.popup.isVisible()
        assert form.date.value() == VENDREDI

    def test_the_button_is_large_enough_and_named(self, form):
        assert min(form.date.button.width(), form.date.button.height()) >= 24
        assert nom_accessible(form.date.button) == "Ouvrir le calendrier"

    def test_a_new_theme_makes_a_new_calendar(self, form, theme):
        form.date.open_calendar()
        form.date.popup.hide()
        theme.apply("sombre")
        assert form.date.popup is None
        form.date.open_calendar()
        form.date.popup.hide()


def test_the_first_of_the_month_is_written_1er():
    assert decrire_date(date(2025, 8, 1)) == "vendredi 1er août 2025"


class TestDurationEdit:
    @pytest.mark.parametrize(
        ("texte", "minutes", "montre"),
        [("45", 45, "45 min"), ("1h30", 90, "1 h 30"), ("1:05", 65, "1 h 05"), ("2 h", 120, "2 h")],
    )
    def test_it_is_shown_in_one_form(self, form, texte, minutes, montre):
        form.duree.setFocus()
        saisir(form.duree, texte)
        touche(form.duree, Qt.Key.Key_Return)
        assert (form.duree.value(), form.duree.text()) == (minutes, montre)

    def test_empty_is_no_value_and_no_error(self, form):
        assert (form.duree.value(), form.duree.error()) == (None, "")

    def test_arrows_go_to_the_next_five(self, form):
        form.duree.set_value(62)
        touche(form.duree, Qt.Key.Key_Up)
        assert form.duree.value() == 65
        form.duree.set_value(62)
        touche(form.duree, Qt.Key.Key_Down)
        assert form.duree.value() == 60
        form.duree.set_value(2)
        touche(form.duree, Qt.Key.Key_Down)
        assert form.duree.value() == 1

    def test_out_of_bounds_is_refused_in_french(self, form):
        form.duree.setFocus()
        saisir(form.duree, "9999")
        assert not form.duree.commit()
        assert "hors limites" in form.duree.error()
