"""What the window shows while nothing can be asked yet, or when something stands in the way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.front_page import FrontPage, button, row


class AttentePage(FrontPage):
    """One calm sentence; the first thing painted."""

    def __init__(self, phrase: str, parent: QWidget | None = None) -> None:
        super().__init__("Journal SCLS", parent, subtitle=phrase)


class EmpechementPage(FrontPage):
    """Why the journal does not open, what to do, and the ways out."""

    reessayer = Signal()
    restauration_demandee = Signal()

    def __init__(
        self, erreur: ErreurJournal, parent: QWidget | None = None, *, restaurable: bool
    ) -> None:
        super().__init__(tr("Le journal ne s’ouvre pas"), parent)
        self.setWindowTitle(tr("Empêchement"))
        self.body.addWidget(self.message)
        self.say(str(erreur), "erreur")
        self.bouton = button(tr("&Réessayer"), "primaire")
        self.bouton.clicked.connect(self.reessayer)
        boutons: list[QPushButton] = [self.bouton]
        if restaurable:
            self.restaurer = button(tr("Restaurer une &sauvegarde…"))
            self.restaurer.clicked.connect(self.restauration_demandee)
            boutons.append(self.restaurer)
        self.body.addWidget(row(*boutons))

    def first_field(self) -> QWidget:
        """Most often the obstacle went away."""
        return self.bouton
