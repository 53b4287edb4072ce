"""Every screen, at 100 % and 200 %, light, dark and contrast, at 1280×720: nothing cut, covered or
out of reach; every text can be read and every focus seen, in the colours that are really painted.

Two windows of the twelve are looked at each time, the others with the long searches (-m lent).
"""

from itertools import product

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journal_scls.domain.profil import Role
from journal_scls.gui.apparence.palettes import THEMES
from tests.gui import scenes
from tests.gui.encres import foyers_caches, textes_pales
from tests.gui.geometrie import defauts
from tests.gui.scenes import (
    avant_un_journal,
    etats,
)

ASPECTS = list(product(THEMES, (100, 200)))
EXTREMES = [("clair", 100), ("contraste", 200)]
_PASSES = 12
QUOTIDIENS = {Role.INTERVENANT: ("contraste", 200), Role.COORDINATION: ("sombre", 200)}

ouvrir = scenes.ouvrir


class Eclairs(QObject):
    """Parts shown before they have a parent: windows for an instant, that take the keys."""

    def __init__(self):
        super().__init__()  # without a parent: it stops looking when its test ends
        self.vus = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, vu, event):  # noqa: N802 - Qt's name
        if (
            event.type() == QEvent.Type.Show
            and isinstance(vu, QWidget)
            and vu.windowType() is Qt.WindowType.Window
            and not vu.windowTitle()
        ):
            self.vus.append(f"{type(vu).__name__} devient une fenêtre un instant")
        return False


class Regard:
    """The defects of each screen, once each, with the first screen that shows it."""

    def __init__(self):
        self.fautes, self._foyers, self._eclairs = {}, set(), Eclairs()

    def poser(self, nom, vue, aspect=()):
        """`aspect` is what it is dressed in, when that changes on the way."""
        vue.show()
        eclairs, self._eclairs.vus = self._eclairs.vus, []
        trouves = (
            *eclairs,
            *_poses(vue),
            *textes_pales(vue),
            *foyers_caches(vue, self._foyers, aspect),
        )
        for defaut in trouves:
            self.fautes.setdefault(defaut, f"{nom} {aspect or ''}")

    def juger(self):
        """Nothing was seen."""
        lignes = (f"{ou} | {faute}" for faute, ou in self.fautes.items())
        assert not self.fautes, "\n".join(["", *lignes])


def _poses(vue):
    """The defects of the layout once it rests: what is laid out in a layout is asked again."""
    for _ in range(_PASSES):
        QApplication.processEvents()
        if not (trouves := list(defauts(vue))):
            break
    return trouves


@pytest.mark.parametrize(
    ("role", "aspect"),
    [
        pytest.param(
            role,
            aspect,
            id="-".join((role.value, *map(str, aspect))),
            marks=() if QUOTIDIENS[role] == aspect else pytest.mark.lent,
        )
        for role in Role
        for aspect in ASPECTS
    ],
)
def test_every_page_and_dialog_of_an_open_journal(ouvrir, theme, role, aspect):
    """And the last one again once its looks have changed under it."""
    theme.apply(*aspect)
    regard, fenetre = Regard(), ouvrir(role)
    for nom, vue in etats(fenetre):
        regard.poser(nom, vue)
    autre = ("clair", 100) if aspect != ("clair", 100) else ("sombre", 200)
    theme.apply(*autre)
    regard.poser("changée", fenetre, autre)
    regard.juger()


@pytest.mark.parametrize(
    "aspects", [EXTREMES, pytest.param(ASPECTS, marks=pytest.mark.lent)], ids=["extremes", "tous"]
)
def test_every_screen_before_a_journal(qtbot, theme, tmp_path, aspects):
    regard = Regard()
    for nom, fenetre in avant_un_journal(theme, tmp_path):
        qtbot.addWidget(fenetre)
        for aspect in aspects:
            theme.apply(*aspect)
            regard.poser(nom, fenetre, aspect)
    regard.juger()


class TestTheMeasuresSee:
    """What they are for, each on a screen that has that defect."""

    @pytest.fixture
    def fenetre(self, qtbot, theme):
        fenetre = QWidget(windowTitle="Essai")
        QVBoxLayout(fenetre)
        fenetre.resize(400, 200)
        qtbot.addWidget(fenetre)
        return fenetre

    def vus(self, fenetre, *widgets):
        for widget in widgets:
            fenetre.layout().addWidget(widget)
        regard = Regard()
        regard.poser("ici", fenetre)
        return list(regard.fautes)

    def test_a_sound_screen(self, fenetre):
        assert not self.vus(fenetre, QLabel("Un mot"), QLineEdit(), QPushButton("Faire"))

    @pytest.mark.parametrize("couleur", ["#a0a0a0", "#ffffff"])
    def test_a_pale_text(self, fenetre, couleur):
        pale = QLabel("Un mot")
        pale.setStyleSheet(f"color: {couleur}")
        (faute,) = self.vus(fenetre, pale)
        assert "« Un mot » :" in faute

    def test_a_cut_text(self, fenetre):
        bouton = QPushButton("Un bouton dont le texte est trop long")
        bouton.setFixedWidth(80)
        assert any("large de 80" in faute for faute in self.vus(fenetre, bouton))

    def test_a_cut_sentence(self, fenetre):
        phrase = QLabel("Une phrase qui prend plusieurs lignes. " * 6)
        phrase.setWordWrap(True)
        phrase.setFixedHeight(30)
        assert any("haut de 30" in faute for faute in self.vus(fenetre, phrase))

    def test_what_covers_something(self, fenetre):
        dessous = QLabel("Dessous")
        dessus = QPushButton("Dessus", fenetre)
        self.vus(fenetre, dessous)
        dessus.move(dessous.pos() + QPoint(2, 2))
        dessus.show()
        assert any("se couvrent" in faute for faute in self.vus(fenetre))

    def test_what_is_out_of_reach(self, fenetre):
        loin = QPushButton("Loin", fenetre)
        loin.move(390, 10)
        assert any("déborde de" in faute for faute in self.vus(fenetre))

    def test_a_focus_that_does_not_show(self, fenetre):
        bouton = QPushButton("Faire")
        bouton.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid #7f8894; }")
        assert any("pixels changent" in faute for faute in self.vus(fenetre, bouton))
