"""A new passphrase, typed twice, with its rule said while it is typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal_scls.application.ports_dossiers import LONGUEUR_MIN_PHRASE
from journal_scls.gui.widgets.design import espacer
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.secret_edit import SecretEdit


class PhraseDouble(QWidget):
    """`submitted` follows Enter in the second field; in the first it goes to the second."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, nom: str = "P&hrase de passe") -> None:
        super().__init__(parent)
        self.voir = QCheckBox("&Afficher ce que je tape")
        self.phrase = SecretEdit(shown_by=self.voir)
        self.encore = SecretEdit(shown_by=self.voir)
        self.ligne = FieldRow(nom, self.phrase, required=True)
        self.ligne_encore = FieldRow("Encore une &fois", self.encore, required=True)
        self._boite = QVBoxLayout(self)
        for widget in (self.ligne, self.ligne_encore, self.voir):
            self._boite.addWidget(widget)
        espacer(self._boite, self, espace="m")
        self.phrase.submitted.connect(self.ligne_encore.focus)
        self.encore.submitted.connect(self.submitted)
        for champ in (self.phrase, self.encore):
            champ.text_changed.connect(self._regle)
        self._regle()

    def reponse(self) -> str | None:
        """The passphrase, or None with the reason beside its field."""
        phrase = self.phrase.text()
        if len(phrase) < LONGUEUR_MIN_PHRASE:
            self.refuser(f"Il faut au moins {LONGUEUR_MIN_PHRASE} caractères.")
            return None
        if phrase != self.encore.text():
            self.ligne_encore.set_error("Ce n’est pas la même phrase : retapez-la.")
            self.ligne_encore.focus()
            return None
        return phrase

    def refuser(self, raison: str) -> None:
        """Say why, beside the first field."""
        self.ligne.set_error(raison)
        self.ligne.focus()

    def geler(self, gele: bool) -> None:
        """While it is being used: still there, still focused, not to be changed."""
        for champ in (self.phrase, self.encore):
            champ.edit.setReadOnly(gele)

    def effacer(self) -> None:
        """Forget what was typed."""
        for champ in (self.phrase, self.encore):
            champ.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_boite"):
            espacer(self._boite, self, espace="m")

    def _regle(self) -> None:
        """Say where the rule stands at each letter, without scolding before the end."""
        phrase, encore = self.phrase.text(), self.encore.text()
        manque = LONGUEUR_MIN_PHRASE - len(phrase)
        self.ligne.set_error("")
        self.ligne_encore.set_error("")
        if not phrase:
            self.ligne.set_hint(f"Au moins {LONGUEUR_MIN_PHRASE} caractères, espaces compris.")
        elif manque > 0:
            self.ligne.set_hint(f"Encore {manque} caractère{'s' if manque > 1 else ''}.")
        else:
            self.ligne.set_hint("✓ Assez longue")
        pareille = "✓ Identique" if phrase == encore else "Pas encore identique"
        self.ligne_encore.set_hint(pareille if encore else "La même, pour être sûr.")
