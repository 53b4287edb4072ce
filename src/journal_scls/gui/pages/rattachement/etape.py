"""One step of an assistant whose steps are all on one page: to do, being done, done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import espacer, texte


class Etape(Card):
    """Only the step in hand shows its fields; fill `champs`. A refusal is told under them."""

    def __init__(self, titre: str, parent: QWidget | None = None) -> None:
        super().__init__(titre, parent)
        self.fait = texte("", "reussite", self)
        self._place = QWidget(self)
        self.champs = QVBoxLayout(self._place)
        espacer(self.champs, self, espace="m")
        self.erreur = texte("", "erreur", self)
        for widget in (self.fait, self._place, self.erreur):
            self.body.addWidget(widget)
        self.dire_fait("")
        self.refuser("")

    def ouvrir(self, *, ouverte: bool) -> None:
        """Show its fields, or only its title."""
        self._place.setVisible(ouverte)
        if not ouverte:
            self.refuser("")

    @property
    def ouverte(self) -> bool:
        """Whether its fields are on screen."""
        return self._place.isVisibleTo(self)

    def dire_fait(self, phrase: str) -> None:
        """What was done here; an empty sentence takes it away."""
        self.fait.setText(f"✓ {phrase}" if phrase else "")
        self.fait.setVisible(bool(phrase))

    def refuser(self, raison: str) -> None:
        """Say why it cannot be; an empty sentence takes it away."""
        self.erreur.setText(raison)
        self.erreur.setVisible(bool(raison))
        announce(self.erreur, raison, assertive=True)
