"""Passphrase, recovery code, keyring: the three ways into a journal."""

from PySide6.QtWidgets import QCheckBox, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.ports_dossiers import CodeImprime
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.pages.reglages.code import CodeDialog
from journal_scls.gui.pages.reglages.phrase import PhraseDialog
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.toast import Toast

_CONFIRMER = marque("Votre phrase de passe, pour confirmer que c’est bien vous")
_PAS_DE_TROUSSEAU = marque(
    "Cet ordinateur n’a pas de trousseau sûr : la phrase de passe restera demandée."
)


class Protection(Card):
    """Every change that opens a way in asks for the passphrase; closing one never does."""

    def __init__(
        self, journal: Journal, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Protection"), parent)
        self._journal = journal
        self._runner = runner
        self._dialogs = dialogs
        self.phrase = button(tr("Changer la &phrase de passe…"))
        self.code = button(tr("Refaire le code de sec&ours…"))
        self.trousseau = QCheckBox(tr("Ouvrir sans &question quand ma session est ouverte"))
        self.body.addWidget(row(self.phrase, self.code))
        self.body.addWidget(self.trousseau)
        self.body.addWidget(
            texte(
                tr(
                    "Le trousseau de la session garde alors la clé. Après un verrouillage, la "
                    "phrase est toujours demandée."
                ),
                "aide",
            )
        )
        self.phrase.clicked.connect(self.changer_phrase)
        self.code.clicked.connect(self.refaire_code)
        self.trousseau.clicked.connect(self._regler_trousseau)

    def montrer(self, trousseau: bool) -> None:
        """Whether the keyring holds the key."""
        self.trousseau.setChecked(trousseau)

    def changer_phrase(self) -> None:
        """Ask both, and change."""
        PhraseDialog(
            self,
            self._journal.securite,
            self._runner,
            lambda: self._dire(tr("Votre nouvelle phrase de passe est en place")),
        ).open()

    def refaire_code(self) -> None:
        """Ask the passphrase, then show the new code."""
        self._dialogs.demander_texte(
            self, tr(_CONFIRMER), self._refaire, titre=tr("Refaire le code de secours"), secret=True
        )

    def _refaire(self, phrase: str) -> None:
        self._runner.run(
            self,
            lambda _p: self._journal.securite.renouveler_code(phrase),
            on_success=self._montrer_code,
            libelle=None,
        )

    def _montrer_code(self, code: CodeImprime) -> None:
        journal = self._journal
        CodeDialog(
            self,
            code,
            journal.profil.titre,
            journal.horloge.aujourdhui(),
            runner=self._runner,
            dialogs=self._dialogs,
            documents=journal.documents,
        ).open()

    def _regler_trousseau(self, voulu: bool) -> None:
        self.trousseau.setChecked(not voulu)  # as it is, until it is done
        if voulu:
            self._dialogs.demander_texte(
                self,
                tr(_CONFIRMER),
                self._retenir,
                titre=tr("Trousseau de la session"),
                secret=True,
            )
            return
        self._runner.run(
            self,
            lambda _p: self._journal.securite.oublier(),
            on_success=lambda _rien: self._regle(False),
            libelle=None,
        )

    def _retenir(self, phrase: str) -> None:
        def fait(retenu: bool) -> None:
            if retenu:
                self._regle(True)
            else:
                self._dialogs.informer(self, tr(_PAS_DE_TROUSSEAU))

        self._runner.run(
            self,
            lambda _p: self._journal.securite.retenir(phrase),
            on_success=fait,
            libelle=None,
        )

    def _regle(self, retenu: bool) -> None:
        self.trousseau.setChecked(retenu)
        self._dire(
            tr("Le journal s’ouvrira sans question") if retenu else tr("La phrase sera demandée")
        )

    def _dire(self, phrase: str) -> None:
        Toast.of(self.window()).show_message(phrase)
