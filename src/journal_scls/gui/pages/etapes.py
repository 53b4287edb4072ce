"""A list, and the steps that leave it for a moment and lead back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal_scls.gui.pages.page_travail import PageTravail
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.front_page import FrontPage, button


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


class PageEtapes(QStackedWidget, PageTravail):
    """Say `poser` once they are made; `revenir` follows the way back of each step."""

    def poser(self, liste: QWidget, *etapes: Etape) -> None:
        """The list, which is in front at first, and what leaves it."""
        self.addWidget(liste)
        for etape in etapes:
            self.addWidget(etape)
            etape.retour.connect(self.revenir)

    @property
    def etapes(self) -> tuple[Etape, ...]:
        """All of them."""
        pages = (self.widget(rang) for rang in range(self.count()))
        return tuple(page for page in pages if isinstance(page, Etape))

    @property
    def etape(self) -> Etape | None:
        """The step begun, None on the list."""
        devant = self.currentWidget()
        return devant if isinstance(devant, Etape) else None

    def aller(self, etape: Etape) -> None:
        """Begin a step."""
        etape.say("")
        self.setCurrentWidget(etape)
        etape.entered()

    def revenir(self) -> None:
        """Back to the list."""
        self.setCurrentIndex(0)
        self.entered()
