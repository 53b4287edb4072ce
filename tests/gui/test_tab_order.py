"""Tab follows the layouts, whatever the order in which widgets were made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.widgets.action_list import ActionList
from journal_scls.gui.widgets.tab_order import follow_layout
from tests.gui.aides import montrer, ordre_tab


def groupe(*champs):
    """A field of several parts, the first of which stands for it."""
    groupe = QWidget()
    boite = QHBoxLayout(groupe)
    for champ in champs:
        boite.addWidget(champ)
    groupe.setFocusProxy(champs[0])
    return groupe


def noms(visites):
    return [w.objectName() for w in visites]


def faire(nom, genre=QLineEdit):
    widget = genre()
    widget.setObjectName(nom)
    return widget


def test_every_kind_of_layout_is_read_in_its_order(qtbot, theme):
    faits = {nom: faire(nom) for nom in "jihgfedcba"}  # made backwards
    fenetre, dedans = QWidget(), QWidget()
    zone, partage, onglets, grille = QScrollArea(), QSplitter(), QTabWidget(), QGridLayout()
    onglets.setFocusProxy(None)
    onglets.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    onglets.tabBar().setObjectName("barre")
    partage.addWidget(faits["d"])
    partage.addWidget(faits["e"])
    onglets.addTab(faits["f"], "Un")
    grille.addWidget(faits["b"], 0, 0)
    grille.addWidget(faits["c"], 0, 1)
    interieur = QVBoxLayout(dedans)
    interieur.addWidget(groupe(faits["g"], faits["h"]))
    interieur.addWidget(faits["i"])
    zone.setWidget(dedans)
    zone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    boite = QVBoxLayout(fenetre)
    boite.addWidget(faits["a"])
    boite.addLayout(grille)
    for widget in (partage, onglets, zone, faits["j"]):
        boite.addWidget(widget)
    follow_layout(fenetre)
    montrer(qtbot, fenetre)
    faits["a"].setFocus()
    attendus = ["b", "c", "d", "e", "barre", "f", "g", "h", "i", "j", "a"]
    assert noms(ordre_tab(fenetre, len(attendus))) == attendus


def test_a_list_that_was_empty_has_its_place(qtbot, theme):
    apres, liste, avant = faire("après"), ActionList("Rien."), faire("avant")
    liste.setObjectName("liste")
    fenetre = QWidget()
    boite = QVBoxLayout(fenetre)
    for widget in (avant, liste, apres, faire("bouton", QPushButton)):
        boite.addWidget(widget)
    follow_layout(fenetre)
    montrer(qtbot, fenetre)
    avant.setFocus()
    assert noms(ordre_tab(fenetre, 1)) == ["après"]
    liste.show_lines([(1, "Une ligne")])
    avant.setFocus()
    assert noms(ordre_tab(fenetre, 2)) == ["liste", "après"]
