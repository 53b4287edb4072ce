"""Colours, font and sizes of the whole application, changed live.

Fusion with our own palette is the same on every system; the defaults fail WCAG AA (selected
text 3.69:1). Pages set a role on a widget (widgets/design.py) and name no colour.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from journal_scls.gui.apparence.choix import NomTheme
from journal_scls.gui.apparence.palettes import (
    CLAIR,
    CONTRASTE,
    SOMBRE,
    Couleurs,
    couleurs_de,
    palette_de,
)
from journal_scls.gui.apparence.police import a_l_echelle, charger_polices, police_de_base
from journal_scls.gui.apparence.style_sheet import feuille
from journal_scls.gui.widgets.design import Mesures


class Theme(QObject):
    """One for the application. `changed` follows every `apply`, for widgets that paint."""

    changed = Signal()

    def __init__(self, app: QApplication, ressources: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._icones = ressources / "icons" / "controles" if ressources else None
        self._origine = QPalette(app.palette())
        charger_polices(ressources)  # what is printed needs them, whatever the window is written in
        self._police = police_de_base(ressources)
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
        police = a_l_echelle(self._police, self.echelle)
        # Taken off first: Qt replaces a sheet widget by widget, eight times slower than none.
        self._app.setStyleSheet("")
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
