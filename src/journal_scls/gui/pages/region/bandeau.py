"""What a region's figures lack, in the sentence that goes with every one of them."""

from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.domain.profil import Role
from journal_scls.gui.fenetre.cles import REGION
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import role, texte
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.front_page import button


class BandeauRegion(QWidget):
    """Put it above figures (« Ces chiffres reposent sur 7 journaux sur 9, 1 trou. »).

    Nothing is shown in a journal, whose figures are its own. It reads when first asked to.
    """

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._concerne = contexte.journal.profil.role is Role.COORDINATION
        self.phrase = texte("", "etiquette", self)
        self.phrase.setWordWrap(False)
        self.voir = button(tr("Voir la région"), "discret")
        self.voir.clicked.connect(lambda: contexte.aller(REGION))
        flux = FlowLayout(self)
        flux.addWidget(self.phrase)
        flux.addWidget(self.voir)
        self.hide()
        contexte.region.lu.connect(self._montrer)

    def demander(self) -> None:
        """The page that holds it came on screen."""
        if self._concerne:
            self._contexte.region.demander()

    def _montrer(self, situation: SituationRegion) -> None:
        etat = situation.etat
        self.phrase.setText(
            tr("Ces chiffres reposent sur {phrase}.", phrase=apostrophes(etat.phrase))
        )
        role(self.phrase, "etiquette" if etat.complet else "avertissement")
        self.setVisible(self._concerne)
