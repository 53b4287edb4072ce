"""French for what Qt says by itself: standard buttons, file dialogs, context menus, dates."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def installer_traduction(app: QApplication) -> bool:
    """Québec formats and Qt's own French texts; False when the bundle lost qtbase_fr.qm.

    Whatever the language of the system: the product speaks French.
    """
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.Canada))
    traducteur = QTranslator(app)
    dossier = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not traducteur.load("qtbase_fr", dossier):
        return False
    return app.installTranslator(traducteur)
