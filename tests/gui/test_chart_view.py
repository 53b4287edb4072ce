"""A drawing that is made again for its width, and a bar in a cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.gui.widgets.chart_view import ChartView
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.scale_delegate import SCALE_ROLE
from tests.gui.aides import montrer, nom_accessible, pixels_differents

pytestmark = pytest.mark.usefixtures("theme")


def carre(demandes):
    def draw(largeur, sombre):
        demandes.append((largeur, sombre))
        encre = "#ffffff" if sombre else "#000000"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{largeur}" height="{largeur / 2}" '
            f'viewBox="0 0 {largeur} {largeur / 2}"><rect width="{largeur}" height="40" '
            f'fill="{encre}"/></svg>'
        ).encode()

    return draw


@pytest.fixture
def vue(qtbot):
    fenetre = QMainWindow()
    vue = ChartView()
    fenetre.setCentralWidget(vue)
    fenetre.resize(600, 400)
    montrer(qtbot, fenetre)
    vue.fenetre = fenetre
    return vue


def test_a_drawing_follows_the_width_the_text_and_the_colours(vue, theme, qtbot):
    demandes = []
    vue.show_drawing(carre(demandes), name="Par mois", words="Barres : mars, 3.")
    assert demandes == [(450.0, False)]
    assert vue.heightForWidth(600) == 300
    vue.fenetre.resize(800, 500)
    qtbot.waitUntil(lambda: demandes[-1] == (600.0, False))
    theme.apply("sombre", 200)
    qtbot.waitUntil(lambda: demandes[-1] == (300.0, True))


def test_it_says_what_it_shows_and_shows_nothing_when_told(vue):
    vue.show_drawing(carre([]), name="Par mois", words="Barres : mars, 3.")
    assert nom_accessible(vue) == "Par mois"
    assert vue.accessibleDescription() == "Barres : mars, 3."
    assert pixels_differents(vue, lambda: vue.show_drawing(None)) > 1000
    assert vue.accessibleName() == ""


def test_a_share_is_a_bar_with_a_mark_and_a_hidden_one_has_only_the_mark(qtbot):
    colonnes = (
        Column("Nom", lambda x: x[0], 10),
        Column("Part", lambda _x: "", 20, scale=lambda x: x[1]),
    )
    modele = RecordModel(colonnes)
    table = RecordTable(modele, "Parts", rows=3)
    modele.setParent(table)
    table.resize(500, 200)
    montrer(qtbot, table)
    modele.replace([("a", (0.1, 0.5))])
    table.setCurrentIndex(modele.index(-1, -1))
    assert modele.data(modele.index(0, 1), SCALE_ROLE) == (0.1, 0.5)
    assert modele.data(modele.index(0, 0), SCALE_ROLE) is None
    assert modele.data(modele.index(0, 1), Qt.ItemDataRole.DisplayRole) == ""
    longue = pixels_differents(table, lambda: modele.replace([("a", (0.9, 0.5))]))
    assert longue > 300
    assert pixels_differents(table, lambda: modele.replace([("a", (None, 0.5))])) > 300
    assert table.minimumHeight() >= 4 * 24


def test_other_columns_may_be_shown_of_the_same_records(qtbot):
    modele = RecordModel((Column("Nom", str, 10),))
    table = RecordTable(modele, "Noms")
    modele.setParent(table)
    qtbot.addWidget(table)
    modele.replace(["b", "a"])
    table.sort_by(0)
    modele.set_columns((Column("Nom", str, 10), Column("Longueur", lambda x: str(len(x)), 10)))
    assert modele.columnCount() == 2
    assert modele.records() == ["a", "b"]
