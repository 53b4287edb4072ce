"""The recovery key of the region: the passphrase again, a file to print, a line in the register."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.secret_edit import SecretEdit

_QUOI = marque(
    "Si ce dossier est perdu, cette clé ouvre encore tous les lots que la région a reçus. Qui la "
    "tient peut donc les lire : imprimez-la, mettez la feuille sous clé hors du bureau, puis "
    "effacez le fichier. Chaque sortie est inscrite au registre."
)


class EtapeSecours(Etape):
    """`demandee(str)` is the passphrase; it is forgotten at once."""

    demandee = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Clé de secours de la région"), "")
        self.phrase = SecretEdit()
        self.ligne = FieldRow(tr("&Phrase de passe de ce dossier"), self.phrase, required=True)
        self.bouton = button(tr("Écri&re la clé de secours…"), "primaire")
        carte = Card()
        for widget in (texte(tr(_QUOI), "aide"), self.ligne, row(self.bouton)):
            carte.body.addWidget(widget)
        self.body.addWidget(carte)
        self.finir()
        self.phrase.submitted.connect(self._demander)
        self.bouton.clicked.connect(self._demander)

    def first_field(self) -> QWidget:
        """The passphrase."""
        return self.phrase.edit

    def refuser(self, raison: str) -> None:
        """It does not fit."""
        self.ligne.set_error(raison)
        self.ligne.focus()

    def effacer(self) -> None:
        """Nothing of the former visit is left."""
        self.phrase.clear()
        self.ligne.set_error("")
        self.say("")

    def _demander(self) -> None:
        phrase = self.phrase.text()
        if not phrase:
            self.refuser(tr("Tapez la phrase de passe qui ouvre ce dossier."))
            return
        self.phrase.clear()
        self.demandee.emit(phrase)
