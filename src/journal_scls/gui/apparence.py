"""The size of the text and the colours that a person chose, kept on this computer.

Not in the journal: somebody who needs large text needs it to type the passphrase too.
"""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from journal_scls.gui.theme import ECHELLES, NOMS_THEMES, NomTheme, Theme

THEMES: tuple[tuple[NomTheme, str], ...] = (
    ("systeme", "Couleurs du s&ystème"),
    ("clair", "Couleurs &claires"),
    ("sombre", "Couleurs som&bres"),
    ("contraste", "C&ontraste élevé"),
)


class Apparence(QObject):
    """Applies, keeps, and offers in a menu. `change` follows what the theme puts on."""

    change = Signal()

    def __init__(self, theme: Theme, reglages: QSettings | None = None) -> None:
        super().__init__(theme)
        self._theme = theme
        theme.changed.connect(self.change)
        self._reglages = reglages or QSettings(self)

    @property
    def nom(self) -> NomTheme:
        """The theme chosen."""
        return self._theme.nom

    @property
    def echelle(self) -> int:
        """The size of the text, in percents."""
        return self._theme.echelle

    def appliquer(self) -> None:
        """Put on what was kept; anything that is not a choice we offer is as if never kept."""
        voulu = str(self._reglages.value("theme", ""))
        nom: NomTheme = next((n for n in NOMS_THEMES if n == voulu), "systeme")
        taille = str(self._reglages.value("echelle", ""))
        self._theme.apply(nom, int(taille) if taille in map(str, ECHELLES) else 100)

    def changer(self, nom: NomTheme | None = None, echelle: int | None = None) -> None:
        """Change one or both, now and for the next times."""
        self._theme.apply(nom, echelle)
        self._reglages.setValue("theme", self._theme.nom)
        self._reglages.setValue("echelle", self._theme.echelle)

    def agrandir(self, pas: int) -> None:
        """Larger or smaller text, one step of the scale."""
        rang = min(range(len(ECHELLES)), key=lambda i: abs(ECHELLES[i] - self._theme.echelle))
        self.changer(echelle=ECHELLES[min(len(ECHELLES) - 1, max(0, rang + pas))])

    def remplir(self, menu: QMenu) -> None:
        """The actions, with their shortcuts."""
        plus = menu.addAction("Texte plus &grand", lambda: self.agrandir(1))
        plus.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        moins = menu.addAction("Texte plus &petit", lambda: self.agrandir(-1))
        moins.setShortcut(QKeySequence("Ctrl+-"))
        normal = menu.addAction("Texte &normal", lambda: self.changer(echelle=100))
        normal.setShortcut(QKeySequence("Ctrl+0"))
        menu.addSeparator()
        groupe = QActionGroup(menu)
        for nom, libelle in THEMES:
            groupe.addAction(self._choix(menu, nom, libelle))

    def _choix(self, menu: QMenu, nom: NomTheme, libelle: str) -> QAction:
        action = menu.addAction(libelle)
        action.setCheckable(True)
        action.setChecked(self._theme.nom == nom)
        action.triggered.connect(lambda: self.changer(nom))
        return action
