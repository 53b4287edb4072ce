"""A new passphrase, typed twice, with its rule said while it is typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal_scls.application.ports_dossiers import LONGUEUR_MIN_PHRASE
from journal_scls.gui.traduction import Marque, marque, tr
from journal_scls.gui.widgets.design import espacer
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.secret_edit import SecretEdit


class PhraseDouble(QWidget):
    """`submitted` follows Enter in the second field; in the first it goes to the second."""

    submitted = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, nom: str | Marque = marque("P&hrase de passe")
    ) -> None:
        super().__init__(parent)
        self.voir = QCheckBox(tr("&Afficher ce que je tape"))
        self.phrase = SecretEdit(shown_by=self.voir)
        self.encore = SecretEdit(shown_by=self.voir)
        self.ligne = FieldRow(tr(nom), self.phrase, required=True)
        self.ligne_encore = FieldRow(tr("Encore une &fois"), self.encore, required=True)
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
            self.refuser(tr("Il faut au moins {minimum} caractères.", minimum=LONGUEUR_MIN_PHRASE))
            return None
        if phrase != self.encore.text():
            self.ligne_encore.set_error(tr("Ce n’est pas la même phrase : retapez-la."))
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
            self.ligne.set_hint(
                tr("Au moins {minimum} caractères, espaces compris.", minimum=LONGUEUR_MIN_PHRASE)
            )
        elif manque > 0:
            self.ligne.set_hint(tr("Encore {n} caractère.", "Encore {n} caractères.", manque))
        else:
            self.ligne.set_hint(tr("✓ Assez longue"))
        pareille = tr("✓ Identique") if phrase == encore else tr("Pas encore identique")
        self.ligne_encore.set_hint(pareille if encore else tr("La même, pour être sûr."))
