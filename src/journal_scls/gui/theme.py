"""Colours, font and sizes of the whole application, changed live.

Fusion with our own palette is the same on every system; the defaults fail WCAG AA (selected
text 3.69:1). Pages set a role on a widget (widgets/design.py) and name no colour.
"""

import os
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from journal_scls.gui.palettes import CLAIR, CONTRASTE, SOMBRE, Couleurs, couleurs_de, palette_de
from journal_scls.gui.style_sheet import feuille
from journal_scls.gui.widgets.design import Mesures

NomTheme = Literal["systeme", "clair", "sombre", "contraste"]
NOMS_THEMES: tuple[NomTheme, ...] = ("systeme", "clair", "sombre", "contraste")
ECHELLES = (100, 125, 150, 175, 200)
FAMILLE_LIVREE = "DejaVu Sans"
POINTS = 10.0
# Screenshots and tests ask for the bundled font, so that a picture is the same everywhere.
VARIABLE_POLICE = "JOURNAL_SCLS_POLICE"


class Theme(QObject):
    """One for the application. `changed` follows every `apply`, for widgets that paint."""

    changed = Signal()

    def __init__(self, app: QApplication, ressources: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._icones = ressources / "icons" / "controles" if ressources else None
        self._origine = QPalette(app.palette())
        self._police = _police_de_base(charger_polices(ressources))
        self.nom: NomTheme = "systeme"
        self.echelle = 100
        self.couleurs: Couleurs = CLAIR
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._suivre_systeme)

    @property
    def mesures(self) -> Mesures:
        """The lengths of the design at the present size of the text."""
        return Mesures.de(self._app.font())

    def apply(self, nom: NomTheme | None = None, echelle: int | None = None) -> None:
        """Change the theme, the size of the text (100 to 200 %), or both, at once."""
        self.nom = nom or self.nom
        self.echelle = min(200, max(100, echelle or self.echelle))
        self.couleurs = self._resoudre()
        police = QFont(self._police)
        police.setPointSizeF(self._police.pointSizeF() * self.echelle / 100)
        self._app.setPalette(palette_de(self.couleurs))
        self._app.setFont(police)
        self._app.setStyleSheet(
            feuille(self.couleurs, Mesures.de(police), police.pointSizeF(), self._icones)
        )
        self.changed.emit()

    def _resoudre(self) -> Couleurs:
        if self.nom == "clair":
            return CLAIR
        if self.nom == "sombre":
            return SOMBRE
        if self.nom == "contraste":
            return CONTRASTE
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return couleurs_de(self._origine)
        return SOMBRE if hints.colorScheme() == Qt.ColorScheme.Dark else CLAIR

    def _suivre_systeme(self) -> None:
        if self.nom == "systeme":
            self.apply()


def charger_polices(ressources: Path | None) -> bool:
    """Make the bundled fonts known to Qt; False when the folder holds none."""
    dossier = ressources / "fonts" if ressources else None
    fichiers = sorted(dossier.glob("DejaVuSans*.ttf")) if dossier else []
    numeros = [QFontDatabase.addApplicationFont(str(fichier)) for fichier in fichiers]
    return any(numero >= 0 for numero in numeros)


def _police_de_base(livree: bool) -> QFont:
    """The system's own interface font where there is a desktop, ours where there is none.

    People who chose a font that they read well keep it; a bare X display, the offscreen
    platform and whoever asks for reproducible pictures get DejaVu Sans.
    """
    systeme = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    exigee = os.environ.get(VARIABLE_POLICE) == "livree"
    bureau = QApplication.platformName() not in ("offscreen", "minimal")
    nue = systeme.family() in ("", "Sans", "Sans Serif", "Helvetica")
    if livree and (exigee or nue or not bureau):
        systeme = QFont(FAMILLE_LIVREE)
        systeme.setPointSizeF(POINTS)
    if systeme.pointSizeF() <= 0:
        systeme.setPointSizeF(POINTS)
    return systeme
