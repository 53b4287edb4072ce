"""The three forms of the door: each one asks for one secret and says what it is told to."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal_scls.gui.pages.phrase_double import PhraseDouble
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import FrontPage, button, row
from journal_scls.gui.widgets.secret_edit import SecretEdit

_OUVERTURE = marque("Ouverture…")


class FormePhrase(FrontPage):
    """The passphrase."""

    submitted = Signal()
    oubliee = Signal()
    restauration_demandee = Signal()

    def __init__(self, dossier: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "Journal SCLS", parent, subtitle=tr("Dossier : {dossier}", dossier=secable(dossier))
        )
        self.body.addWidget(self.message)
        self.champ = SecretEdit()
        self.ligne = FieldRow(tr("&Phrase de passe"), self.champ)
        self.champ.submitted.connect(self.submitted)
        self.champ.text_changed.connect(lambda: self.ligne.set_error(""))
        self.retenir = QCheckBox(tr("&Retenir sur cet ordinateur"))
        self.bouton = button(tr("&Ouvrir le journal"), "primaire")
        self.bouton.clicked.connect(self.submitted)
        self.attente = texte("", "avertissement")
        self.attente.hide()
        carte = Card()
        for widget in (
            self.ligne,
            self.retenir,
            texte(
                tr("Le journal s’ouvrira sans rien demander. À éviter sur un poste partagé."),
                "aide",
            ),
            row(self.bouton),
            self.attente,
        ):
            carte.body.addWidget(widget)
        self.body.addWidget(carte)
        oubli = button(tr("J’ai oub&lié ma phrase…"), "discret")
        oubli.clicked.connect(self.oubliee)
        restaurer = button(tr("Restaurer une &sauvegarde…"), "discret")
        restaurer.clicked.connect(self.restauration_demandee)
        self.autres = row(oubli, restaurer)
        self.body.addWidget(self.autres)

    def first_field(self) -> QWidget:
        """The passphrase."""
        return self.champ.edit

    def refuser(self, raison: str) -> None:
        """Say why, beside the field; what was typed is selected, to be corrected or replaced."""
        self.ligne.set_error(raison)
        self.ligne.focus()
        self.champ.edit.selectAll()

    def occuper(self, occupe: bool) -> None:
        """Wait visibly: the key takes a second or two on an old computer."""
        self.champ.edit.setReadOnly(occupe)
        for widget in (self.champ.show_box, self.retenir, self.autres):
            widget.setEnabled(not occupe)
        self.bouton.setEnabled(not occupe and self.attente.isHidden())
        self.bouton.setText(tr(_OUVERTURE) if occupe else tr("&Ouvrir le journal"))
        if occupe:
            announce(self, tr(_OUVERTURE))

    def retarder(self, phrase: str) -> None:
        """Say how long to wait before another try; an empty text ends the wait."""
        self.attente.setText(phrase)
        self.attente.setVisible(bool(phrase))
        self.bouton.setEnabled(not phrase)

    def effacer(self) -> None:
        """Forget what was typed."""
        self.champ.clear()


class FormeCode(FrontPage):
    """The recovery code of the printed sheet."""

    submitted = Signal()
    retour = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Ouvrir avec le code de secours"),
            parent,
            subtitle=tr(
                "Prenez votre feuille de secours. Vous choisirez ensuite une nouvelle phrase "
                "de passe; rien de votre journal ne change."
            ),
        )
        self.champ = QLineEdit()
        self.ligne = FieldRow(
            tr("&Code de secours"),
            self.champ,
            hint=tr("Huit groupes de quatre. Majuscules, espaces et tirets ne comptent pas."),
        )
        self.champ.returnPressed.connect(self.submitted)
        self.champ.textChanged.connect(lambda _texte: self.ligne.set_error(""))
        self.bouton = button(tr("&Ouvrir le journal"), "primaire")
        self.bouton.clicked.connect(self.submitted)
        self.annuler = button(tr("&Retour"))
        self.annuler.clicked.connect(self.retour)
        carte = Card()
        carte.body.addWidget(self.ligne)
        carte.body.addWidget(row(self.bouton, self.annuler))
        self.body.addWidget(carte)

    def first_field(self) -> QWidget:
        """The code."""
        return self.champ

    def refuser(self, raison: str) -> None:
        """Say why, beside the field."""
        self.ligne.set_error(raison)
        self.ligne.focus()

    def occuper(self, occupe: bool) -> None:
        """Wait visibly."""
        self.champ.setReadOnly(occupe)
        self.bouton.setEnabled(not occupe)
        self.annuler.setEnabled(not occupe)
        self.bouton.setText(tr(_OUVERTURE) if occupe else tr("&Ouvrir le journal"))

    def effacer(self) -> None:
        """Forget what was typed."""
        self.champ.clear()


class FormeNouvelle(FrontPage):
    """The passphrase that replaces the forgotten one."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Votre nouvelle phrase de passe"),
            parent,
            subtitle=tr(
                "Le code de secours est le bon. Choisissez la phrase qui ouvrira le journal "
                "désormais; le code de la feuille reste valable."
            ),
        )
        self.phrases = PhraseDouble()
        self.phrases.submitted.connect(self.submitted)
        self.bouton = button(tr("&Ouvrir le journal"), "primaire")
        self.bouton.clicked.connect(self.submitted)
        carte = Card()
        carte.body.addWidget(self.phrases)
        carte.body.addWidget(row(self.bouton))
        self.body.addWidget(carte)

    def first_field(self) -> QWidget:
        """The first of the two."""
        return self.phrases.phrase.edit

    def reponse(self) -> str | None:
        """The passphrase, or None with the reason beside its field."""
        return self.phrases.reponse()

    def refuser(self, raison: str) -> None:
        """Say why, beside the field."""
        self.phrases.refuser(raison)

    def occuper(self, occupe: bool) -> None:
        """Wait visibly."""
        self.phrases.geler(occupe)
        self.bouton.setEnabled(not occupe)
        self.bouton.setText(tr(_OUVERTURE) if occupe else tr("&Ouvrir le journal"))

    def effacer(self) -> None:
        """Forget what was typed."""
        self.phrases.effacer()
