"""The colours and the size of the text that may be chosen, and what was kept on this computer.

Imports little: the first window is painted with them before anything else is there.
"""

from typing import Literal

from PySide6.QtCore import QSettings

NomTheme = Literal["systeme", "clair", "sombre", "contraste"]
NOMS_THEMES: tuple[NomTheme, ...] = ("systeme", "clair", "sombre", "contraste")
ECHELLES = (100, 125, 150, 175, 200)
_THEME, _ECHELLE = "theme", "echelle"


def lire_choix(reglages: QSettings) -> tuple[NomTheme, int]:
    """The theme and the percents kept; what is not a choice we offer is as if never kept."""
    voulu = str(reglages.value(_THEME, ""))
    nom: NomTheme = next((n for n in NOMS_THEMES if n == voulu), "systeme")
    taille = str(reglages.value(_ECHELLE, ""))
    return nom, int(taille) if taille in map(str, ECHELLES) else 100


def garder_choix(reglages: QSettings, nom: NomTheme, echelle: int) -> None:
    """Keep them for the next times."""
    reglages.setValue(_THEME, nom)
    reglages.setValue(_ECHELLE, echelle)
