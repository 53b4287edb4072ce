"""What the window holds: the banner of the demonstration, and one page at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import texte


class Centre(QWidget):
    """`bandeau` is shown with a fictional journal; the page that was in front is thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.bandeau = texte(
            tr("DÉMO : journal fictif. Rien de ce qu’il contient n’est réel."), "bandeau"
        )
        self.bandeau.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bandeau.setMargin(4)
        self.bandeau.hide()
        self._pile = QStackedWidget()
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addWidget(self.bandeau)
        boite.addWidget(self._pile, 1)

    @property
    def devant(self) -> QWidget | None:
        """The page in front."""
        return self._pile.currentWidget()

    def montrer(self, page: QWidget) -> None:
        """Put a page in front; the former one is gone."""
        ancienne = self._pile.currentWidget()
        if ancienne is not None:
            self._pile.removeWidget(ancienne)
            ancienne.hide()
            ancienne.deleteLater()
        self._pile.addWidget(page)
        self._pile.setCurrentWidget(page)
