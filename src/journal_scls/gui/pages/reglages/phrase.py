"""A new passphrase for whoever knows the present one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal_scls.application.securite import Securite
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.gui.pages.phrase_double import PhraseDouble
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Page
from journal_scls.gui.widgets.design import espacer
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import bar, button
from journal_scls.gui.widgets.secret_edit import SecretEdit

_LARGEUR, _HAUTEUR = 34, 30  # heights of a line


class PhraseDialog(QDialog):
    """`sur_fait` follows the change; a refusal stays beside its field."""

    def __init__(
        self, parent: QWidget, securite: Securite, runner: Runner, sur_fait: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Changer la phrase de passe"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._securite = securite
        self._runner = runner
        self._sur_fait = sur_fait
        self.phrases = PhraseDouble(nom=tr("Nouvelle p&hrase de passe"))
        self.actuelle = SecretEdit(shown_by=self.phrases.voir)
        self.ligne = FieldRow(tr("Phrase act&uelle"), self.actuelle, required=True)
        page = Page(
            tr("Changer la phrase de passe"),
            subtitle=tr("Les copies déjà faites s’ouvrent encore avec la phrase qu’elles avaient."),
        )
        page.body.addWidget(self.ligne)
        page.body.addWidget(self.phrases)
        self.changer = button(tr("&Changer la phrase"), "primaire")
        self.annuler = button(tr("A&nnuler"))
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="m")
        boite.addWidget(page)
        boite.addWidget(bar(self.annuler, self.changer))
        self.changer.clicked.connect(self.valider)
        self.annuler.clicked.connect(self.reject)
        self.actuelle.submitted.connect(self.phrases.ligne.focus)
        self.phrases.submitted.connect(self.valider)
        ligne, place = self.fontMetrics().height(), self.screen().availableGeometry()
        self.resize(min(_LARGEUR * ligne, place.width()), min(_HAUTEUR * ligne, place.height()))
        self.ligne.focus()

    def valider(self) -> None:
        """Change it in a worker."""
        nouvelle = self.phrases.reponse()
        if nouvelle is None or not self.changer.isEnabled():
            return
        actuelle = self.actuelle.text()
        self.ligne.set_error("")
        self._occuper(True)
        self._runner.run(
            self,
            lambda _p: self._securite.changer_phrase(actuelle, nouvelle),
            on_success=lambda _rien: self._fait(),
            on_error=self._refuser,
            on_done=lambda: self._occuper(False),
            libelle=None,
        )

    def done(self, resultat: int) -> None:
        """Keep no secret in the widgets, however the dialog ends."""
        self.actuelle.clear()
        self.phrases.effacer()
        super().done(resultat)

    def _fait(self) -> None:
        self.accept()
        self._sur_fait()

    def _refuser(self, erreur: ErreurJournal) -> None:
        if isinstance(erreur, RegleMetier) and erreur.champ == "nouvelle":
            self.phrases.refuser(str(erreur))
        else:
            self.ligne.set_error(str(erreur))
            self.ligne.focus()

    def _occuper(self, occupe: bool) -> None:
        self.changer.setEnabled(not occupe)
        self.actuelle.edit.setReadOnly(occupe)
        self.phrases.geler(occupe)
