"""The digits that one hears, against the file that says whom it comes from: the same both ways."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.inscription.inscriptions import Presentation
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.fingerprint_edit import FingerprintRow
from journal_scls.gui.widgets.front_page import button, row


class Verification(QWidget):
    """`confirmee(Presentation, str)`: all the digits were typed, and they are those of the file.

    They are judged as soon as the last one is there; nothing is kept here.
    """

    confirmee = Signal(object, str)

    def __init__(
        self, etiquette: str, action: str, differente: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._differente = differente
        self._presentation: Presentation | None = None
        self.consigne = texte("", "aide")
        self.chiffres = FingerprintRow(etiquette)
        self.bouton = button(action, "primaire")
        boite = QVBoxLayout(self)
        for widget in (self.consigne, self.chiffres, row(self.bouton)):
            boite.addWidget(widget)
        espacer(boite, self, espace="m")
        self.chiffres.edit.digits_changed.connect(lambda _chiffres: self._juger())
        self.chiffres.edit.returnPressed.connect(self._confirmer)
        self.bouton.clicked.connect(self._confirmer)

    def presenter(self, presentation: Presentation, consigne: str) -> None:
        """Another file: what was typed for the one before is forgotten."""
        self._presentation = presentation
        self.consigne.setText(consigne)
        self.effacer()

    def effacer(self) -> None:
        """The digits served: they are not left on screen."""
        self.chiffres.edit.set_digits("")

    def _juger(self) -> bool:
        presentation = self._presentation
        if presentation is None or not self.chiffres.edit.complete():
            return False
        if not presentation.identite.confirme(self.chiffres.edit.digits()):
            self.chiffres.set_error(self._differente)
            return False
        self.chiffres.set_hint(
            tr("✓ Ce sont bien les chiffres de « {nom} ».", nom=presentation.nom)
        )
        announce(self.chiffres.edit, tr("Ce sont les bons chiffres"))
        return True

    def _confirmer(self) -> None:
        if self.chiffres.answer() is None:
            return
        if self._juger():
            self.confirmee.emit(self._presentation, self.chiffres.edit.text())
        else:
            self.chiffres.focus()
