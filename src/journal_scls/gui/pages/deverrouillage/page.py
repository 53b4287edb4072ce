"""The door of a journal: the passphrase, or the recovery code and then a new passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.operation import Progress
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.gui.dialogs import Rappel
from journal_scls.gui.pages.deverrouillage.formes import FormeCode, FormeNouvelle, FormePhrase
from journal_scls.gui.pages.ouvrir import voulu
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.widgets.front_page import FrontStack

ESSAIS_LIBRES = 5
DELAI_S, DELAI_MAX_S = 5, 60
PAS_DE_TROUSSEAU = "Cet ordinateur n’a pas de trousseau sûr : la phrase de passe restera demandée."


class DeverrouillagePage(QWidget):
    """`ouvert(Journal, avis)`: the journal, and a sentence to show in it, mostly empty."""

    aide = "deverrouillage"
    ouvert = Signal(object, str)
    restauration_demandee = Signal()

    def __init__(
        self, atelier: Atelier, dossier: Path, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Verrouillé")
        self._atelier = atelier
        self._dossier = dossier
        self._runner = runner
        self._journal: Journal | None = None
        self._code = ""
        self._echecs = 0
        self._reste = 0
        self._occupe = False
        self.phrase = FormePhrase(dossier)
        self.code = FormeCode()
        self.nouvelle = FormeNouvelle()
        self._pile = FrontStack(self.phrase, self.code, self.nouvelle)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self._pile)
        self.minuterie = QTimer(self)
        self.minuterie.setInterval(1000)
        self.minuterie.timeout.connect(self._decompter)
        self._brancher()

    def _brancher(self) -> None:
        self.phrase.submitted.connect(self.ouvrir)
        self.phrase.oubliee.connect(lambda: self._pile.go(self.code))
        self.phrase.restauration_demandee.connect(self.restauration_demandee)
        self.code.submitted.connect(self.ouvrir_par_code)
        self.code.retour.connect(lambda: self._pile.go(self.phrase))
        self.nouvelle.submitted.connect(self.changer_phrase)

    def entered(self) -> None:
        """The page came on screen."""
        self._pile.page().entered()

    def dire(self, message: str) -> None:
        """Say on the first form why the person is here."""
        self.phrase.say(message)

    def ouvrir(self) -> None:
        """Try the passphrase."""
        phrase = self.phrase.champ.text()
        if self._reste:
            return
        if not phrase:
            self.phrase.refuser("Entrez votre phrase de passe.")
            return
        retenir = self.phrase.retenir.isChecked()

        def op(progress: Progress) -> tuple[Journal, str]:
            secret = Secret(phrase=phrase)
            journal = voulu(progress, self._atelier.ouvrir(self._dossier, secret))
            tenu = not retenir or self._atelier.dossiers.retenir(self._dossier, secret)
            return journal, "" if tenu else PAS_DE_TROUSSEAU

        self._lancer(self.phrase, op, self._ouvert, self._refus_phrase)

    def ouvrir_par_code(self) -> None:
        """Try the recovery code; a new passphrase must follow."""
        code = self.code.champ.text()
        if not code.strip():
            self.code.refuser("Tapez les huit groupes de la feuille de secours.")
            return

        def op(progress: Progress) -> Journal:
            return voulu(progress, self._atelier.ouvrir(self._dossier, Secret(code=code)))

        self._lancer(self.code, op, self._ouvert_par_code, self._refus_code)

    def changer_phrase(self) -> None:
        """Replace the forgotten passphrase, then enter."""
        phrase, code = self.nouvelle.reponse(), self._code
        if phrase is None:
            return

        def op(_progress: Progress) -> None:
            self._atelier.dossiers.changer_phrase(self._dossier, Secret(code=code), phrase)

        self._lancer(self.nouvelle, op, lambda _rien: self._entrer(), self._refus_nouvelle)

    def quitter(self, suite: Rappel) -> None:
        """Call `suite` when the window may close: the code may have opened the journal."""
        journal, self._journal = self._journal, None
        if journal is None:
            suite()
            return
        self._runner.run(
            self, lambda _p: journal.fermer(), on_success=lambda _rien: suite(), libelle=None
        )

    def _lancer(
        self,
        forme: FormePhrase | FormeCode | FormeNouvelle,
        op: Callable[[Progress], object],
        reussi: Callable[..., None],
        refuse: Callable[[ErreurJournal], None],
    ) -> None:
        def fini() -> None:
            self._occupe = False
            forme.occuper(False)

        if self._occupe:
            return
        self._occupe = True
        forme.occuper(True)
        self._runner.run(self, op, on_success=reussi, on_error=refuse, on_done=fini, libelle=None)

    def _ouvert(self, fait: tuple[Journal, str]) -> None:
        self._oublier()
        self.ouvert.emit(*fait)

    def _ouvert_par_code(self, journal: Journal) -> None:
        self._journal, self._code = journal, self.code.champ.text()
        self._pile.go(self.nouvelle)

    def _entrer(self) -> None:
        journal, self._journal = self._journal, None
        self._oublier()
        if journal is not None:
            self.ouvert.emit(journal, "Votre nouvelle phrase de passe est en place.")

    def _oublier(self) -> None:
        """Keep no secret in the widgets."""
        self._code, self._echecs = "", 0
        self.phrase.effacer()
        self.code.effacer()
        self.nouvelle.effacer()

    def _refus_phrase(self, erreur: ErreurJournal) -> None:
        if not isinstance(erreur, RegleMetier):
            self.phrase.refuser(str(erreur))
            return
        self._echecs += 1
        self.phrase.refuser(str(erreur))
        if self._echecs >= ESSAIS_LIBRES:
            self._reste = min(DELAI_MAX_S, DELAI_S * 2 ** (self._echecs - ESSAIS_LIBRES))
            self._annoncer_delai()
            self.minuterie.start()

    def _refus_code(self, erreur: ErreurJournal) -> None:
        self.code.refuser(str(erreur))

    def _refus_nouvelle(self, erreur: ErreurJournal) -> None:
        self.nouvelle.refuser(str(erreur))

    def _decompter(self) -> None:
        self._reste -= 1
        if self._reste <= 0:
            self._reste = 0
            self.minuterie.stop()
        self._annoncer_delai()

    def _annoncer_delai(self) -> None:
        s = "s" if self._reste > 1 else ""
        self.phrase.retarder(
            f"Vous pourrez réessayer dans {self._reste} seconde{s}." if self._reste else ""
        )
