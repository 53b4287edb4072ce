"""The font of the window: the system's own where there is a desktop, ours where there is none.

Imports little: the first window is painted with it before anything else is there.
"""

import os
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILLE_LIVREE = "DejaVu Sans"
POINTS = 10.0
# Screenshots and tests ask for the bundled font, so that a picture is the same everywhere.
VARIABLE_POLICE = "JOURNAL_SCLS_POLICE"


@cache
def charger_polices(ressources: Path | None) -> bool:
    """Make the bundled fonts known to Qt, once; False when the folder holds none."""
    dossier = ressources / "fonts" if ressources else None
    fichiers = sorted(dossier.glob("DejaVuSans*.ttf")) if dossier else []
    numeros = [QFontDatabase.addApplicationFont(str(fichier)) for fichier in fichiers]
    return any(numero >= 0 for numero in numeros)


def police_de_base(ressources: Path | None) -> QFont:
    """The font of the body at 100 %.

    People who chose a font that they read well keep it; a bare X display, the offscreen
    platform and whoever asks for reproducible pictures get DejaVu Sans.
    """
    systeme = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    exigee = os.environ.get(VARIABLE_POLICE) == "livree"
    bureau = QApplication.platformName() not in ("offscreen", "minimal")
    nue = systeme.family() in ("", "Sans", "Sans Serif", "Helvetica")
    if (exigee or nue or not bureau) and charger_polices(ressources):
        systeme = QFont(FAMILLE_LIVREE)
        systeme.setPointSizeF(POINTS)
    if systeme.pointSizeF() <= 0:
        systeme.setPointSizeF(POINTS)
    return systeme


def a_l_echelle(police: QFont, echelle: int) -> QFont:
    """The same font, larger; `echelle` in percents."""
    agrandie = QFont(police)
    agrandie.setPointSizeF(police.pointSizeF() * echelle / 100)
    return agrandie
