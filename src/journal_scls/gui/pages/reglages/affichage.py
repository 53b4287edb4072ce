"""Size of the text and colours."""

from PySide6.QtWidgets import QWidget

from journal_scls.gui.apparence import THEMES, Apparence
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.theme import ECHELLES
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow


class Affichage(Card):
    """Shows at once what is chosen; it also follows the menu."""

    def __init__(self, apparence: Apparence, parent: QWidget | None = None) -> None:
        super().__init__("Affichage", parent)
        self._apparence = apparence
        self.taille = champ_choix([Choice(e, f"{e} %") for e in ECHELLES])
        self.couleurs = champ_choix(
            [Choice(nom, libelle.replace("&", "")) for nom, libelle in THEMES]
        )
        self.body.addWidget(
            FieldRow("Taille du &texte", self.taille, hint="Aussi : Ctrl++, Ctrl+- et Ctrl+0.")
        )
        self.body.addWidget(FieldRow("&Couleurs", self.couleurs))
        self.taille.chosen.connect(lambda echelle: apparence.changer(echelle=echelle))
        self.couleurs.chosen.connect(apparence.changer)
        apparence.change.connect(self._suivre)
        self._suivre()

    def _suivre(self) -> None:
        self.taille.set_value(self._apparence.echelle)
        self.couleurs.set_value(self._apparence.nom)
