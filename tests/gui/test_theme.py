"""Colours that can be read, text that can grow, focus that can be seen."""

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.apparence.palettes import (
    AA_CONTOUR,
    AA_TEXTE,
    CLAIR,
    THEMES,
    contraste,
    couleurs_de,
    palette_de,
)
from journal_scls.gui.apparence.police import FAMILLE_LIVREE
from journal_scls.gui.apparence.style_sheet import feuille
from journal_scls.gui.theme import Theme
from journal_scls.gui.widgets.design import CIBLE_MIN, Mesures, role
from tests.gui.aides import montrer, pixels_differents, touche
from tests.gui.conftest import RESSOURCES

FONDS = ("fenetre", "base", "alterne")
TEXTES = [
    *product(("texte", "attenue", "danger", "reussite", "avertissement"), FONDS),
    *product(("lien", "lien_visite"), ("fenetre", "base")),
    *product(("texte",), ("bouton", "bouton_survol")),
    *product(("sur_accent",), ("accent", "accent_survol")),
    ("sur_danger", "danger"),
    ("lien", "bouton"),
]
CONTOURS = [*product(("anneau", "bordure", "accent"), FONDS)]


def test_the_ratio_is_the_one_of_wcag():
    assert contraste("#000000", "#ffffff") == pytest.approx(21)
    assert contraste("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("nom", THEMES)
@pytest.mark.parametrize(("encre", "fond"), TEXTES)
def test_text_can_be_read(nom, encre, fond):
    couleurs = THEMES[nom]
    assert contraste(getattr(couleurs, encre), getattr(couleurs, fond)) >= AA_TEXTE


@pytest.mark.parametrize("nom", THEMES)
@pytest.mark.parametrize(("trait", "fond"), CONTOURS)
def test_outlines_and_focus_can_be_seen(nom, trait, fond):
    couleurs = THEMES[nom]
    assert contraste(getattr(couleurs, trait), getattr(couleurs, fond)) >= AA_CONTOUR


def test_the_contrast_theme_aims_higher():
    couleurs = THEMES["contraste"]
    assert all(
        contraste(getattr(couleurs, encre), getattr(couleurs, fond)) >= 7 for encre, fond in TEXTES
    )


@pytest.mark.parametrize("nom", THEMES)
def test_the_palette_of_qt_can_be_read_too(nom):
    palette = palette_de(THEMES[nom])
    paires = [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
        (QPalette.ColorRole.LinkVisited, QPalette.ColorRole.Base),
    ]
    for groupe in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for encre, fond in paires:
            noms = (palette.color(groupe, encre).name(), palette.color(groupe, fond).name())
            assert contraste(*noms) >= AA_TEXTE, (encre, fond)


def test_a_system_in_high_contrast_keeps_its_own_colours():
    systeme = QPalette(QColor("#101010"), QColor("#202000"))
    systeme.setColor(QPalette.ColorRole.WindowText, QColor("#00ff00"))
    systeme.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    couleurs = couleurs_de(systeme)
    assert (couleurs.texte, couleurs.fenetre, couleurs.sombre) == ("#00ff00", "#000000", True)


def test_the_style_sheet_names_only_colours_of_the_theme():
    sans_icone = feuille(CLAIR, Mesures.de(QFont()), 10, None)
    hexa = set(re.findall(r"#[0-9a-f]{6}\b", sans_icone))
    assert hexa <= set(vars(CLAIR).values())


def test_icons_exist_in_the_two_inks():
    noms = {p.name for p in (RESSOURCES / "icons" / "controles").glob("*.svg")}
    assert {f"{n}-{e}.svg" for n, e in product(("chevron", "coche"), ("clair", "fonce"))} <= noms


def test_every_change_is_live(qtbot, theme):
    fenetre = QWidget()
    qtbot.addWidget(fenetre)
    fenetre.show()
    assert fenetre.palette().window().color().name() == "#f4f5f7"
    avant = fenetre.font().pointSizeF()
    with qtbot.waitSignal(theme.changed):
        theme.apply("sombre", 200)
    assert fenetre.palette().window().color().name() == "#1e2227"
    assert fenetre.font().pointSizeF() == pytest.approx(avant * 2)
    assert theme.mesures.cible > 1.8 * CIBLE_MIN


def test_the_scale_is_bounded(theme):
    theme.apply(echelle=900)
    assert theme.echelle == 200
    theme.apply(echelle=10)
    assert theme.echelle == 100


def test_pictures_are_made_with_the_bundled_font(theme):
    assert QApplication.font().family() == FAMILLE_LIVREE


def test_the_system_theme_follows_the_system(qapp, theme, monkeypatch):
    theme.apply("systeme")
    assert theme.couleurs is CLAIR  # offscreen knows no scheme
    monkeypatch.setattr(theme, "_resoudre", lambda: THEMES["sombre"])
    theme._suivre_systeme()
    assert qapp.palette().window().color().name() == "#1e2227"
    theme.nom = "clair"
    qapp.setPalette(palette_de(CLAIR))
    theme._suivre_systeme()
    assert qapp.palette().window().color().name() == "#f4f5f7"


def test_without_resources_the_theme_still_works(qapp, theme):
    depouille = Theme(qapp, None)
    depouille.apply("sombre", 125)
    assert "none" in qapp.styleSheet()
    depouille.deleteLater()
    theme.apply("clair", 100)


def roles() -> list:
    def bouton(nom):
        widget = QPushButton("Enregistrer")
        role(widget, nom)
        return widget

    return [
        QLineEdit,
        QPlainTextEdit,
        QComboBox,
        QCheckBox,
        QRadioButton,
        QPushButton,
        lambda: bouton("primaire"),
        lambda: bouton("danger"),
        lambda: bouton("discret"),
        lambda: QTableWidget(2, 2),
        outil,
    ]


def outil() -> QToolButton:
    widget = QToolButton()
    widget.setText("x")
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


@pytest.mark.parametrize("nom", THEMES)
@pytest.mark.parametrize("fabrique", roles())
def test_the_focus_is_visible_on_everything(qtbot, theme, nom, fabrique):
    theme.apply(nom)
    fenetre = QWidget()
    boite = QVBoxLayout(fenetre)
    premier, widget = QLineEdit(), fabrique()
    boite.addWidget(premier)
    boite.addWidget(widget)
    montrer(qtbot, fenetre)
    premier.setFocus()
    assert pixels_differents(widget, lambda: touche(premier, Qt.Key.Key_Tab)) >= 100
    assert widget.hasFocus()


@pytest.mark.parametrize("echelle", [100, 200])
@pytest.mark.parametrize("fabrique", roles())
def test_targets_are_large_enough(qtbot, theme, echelle, fabrique):
    theme.apply(echelle=echelle)
    widget = fabrique()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    if isinstance(widget, QToolButton):
        return  # its icon gives its size: see DateEdit
    assert widget.sizeHint().height() >= CIBLE_MIN * echelle / 100
