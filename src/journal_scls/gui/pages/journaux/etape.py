"""A step that leaves the list of journals for a moment, and leads back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.front_page import FrontPage, button

FICHIERS = marque("Fichiers du Journal SCLS (*.scls);;Tous les fichiers (*)")


class Etape(FrontPage):
    """`retour` follows the button and Escape; fill `body`, the message and the button are last."""

    retour = Signal()

    def __init__(self, titre: str, sous_titre: str, parent: QWidget | None = None) -> None:
        super().__init__(titre, parent, subtitle=sous_titre)
        self.bouton_retour = button(tr("Retour à la &liste (Échap)"))
        self.bouton_retour.clicked.connect(self.retour)
        echap = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        echap.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        echap.activated.connect(self.retour)

    def finir(self, *boutons: QWidget) -> None:
        """Put the message and the way back under everything."""
        self.body.addWidget(self.message)
        for bouton in boutons:
            self.body.addWidget(bouton, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.bouton_retour, 0, Qt.AlignmentFlag.AlignLeft)
