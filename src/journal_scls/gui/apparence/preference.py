"""The size of the text, the colours and the language of a person, kept on this computer.

Not in the journal: somebody who needs large text needs it to type the passphrase too.
"""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from journal_scls.gui.apparence.choix import ECHELLES, NomTheme, garder_choix, lire_choix
from journal_scls.gui.theme import Theme
from journal_scls.gui.traduction import Marque, garder_langue, langue_gardee, marque, tr

THEMES: tuple[tuple[NomTheme, Marque], ...] = (
    ("systeme", marque("Couleurs du s&ystème")),
    ("clair", marque("Couleurs &claires")),
    ("sombre", marque("Couleurs som&bres")),
    ("contraste", marque("C&ontraste élevé")),
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
        """Put on what was kept."""
        self._theme.apply(*lire_choix(self._reglages))

    def changer(self, nom: NomTheme | None = None, echelle: int | None = None) -> None:
        """Change one or both, now and for the next times."""
        self._theme.apply(nom, echelle)
        garder_choix(self._reglages, self._theme.nom, self._theme.echelle)

    @property
    def langue(self) -> str:
        """The language kept for the next start, by its code."""
        return langue_gardee(self._reglages)

    def changer_de_langue(self, code: str) -> None:
        """Keep another language: the next start will speak it."""
        garder_langue(code, self._reglages)

    def agrandir(self, pas: int) -> None:
        """Larger or smaller text, one step of the scale."""
        rang = min(range(len(ECHELLES)), key=lambda i: abs(ECHELLES[i] - self._theme.echelle))
        self.changer(echelle=ECHELLES[min(len(ECHELLES) - 1, max(0, rang + pas))])

    def remplir(self, menu: QMenu) -> None:
        """The actions, with their shortcuts."""
        plus = menu.addAction(tr("Texte plus &grand"), lambda: self.agrandir(1))
        plus.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        moins = menu.addAction(tr("Texte plus &petit"), lambda: self.agrandir(-1))
        moins.setShortcut(QKeySequence("Ctrl+-"))
        normal = menu.addAction(tr("Texte &normal"), lambda: self.changer(echelle=100))
        normal.setShortcut(QKeySequence("Ctrl+0"))
        menu.addSeparator()
        groupe = QActionGroup(menu)
        for nom, libelle in THEMES:
            groupe.addAction(self._choix(menu, nom, tr(libelle)))

    def _choix(self, menu: QMenu, nom: NomTheme, libelle: str) -> QAction:
        action = menu.addAction(libelle)
        action.setCheckable(True)
        action.setChecked(self._theme.nom == nom)
        action.triggered.connect(lambda: self.changer(nom))
        return action
