"""The door of a journal: the passphrase, or the recovery code and then a new passphrase."""

from collections.abc import Callable
from functools import cached_property
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
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.front_page import FrontStack

ESSAIS_LIBRES = 5
DELAI_S, DELAI_MAX_S = 5, 60
PAS_DE_TROUSSEAU = marque(
    "Cet ordinateur n’a pas de trousseau sûr : la phrase de passe restera demandée."
)
_Forme = FormePhrase | FormeCode | FormeNouvelle


class DeverrouillagePage(QWidget):
    """`ouvert(Journal, avis)`: the journal, and a sentence to show in it, mostly empty."""

    aide = "deverrouillage"
    ouvert = Signal(object, str)
    restauration_demandee = Signal()

    def __init__(
        self, atelier: Atelier, dossier: Path, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Verrouillé"))
        self._atelier = atelier
        self._dossier = dossier
        self._runner = runner
        self._journal: Journal | None = None
        self._code = ""
        self._echecs = 0
        self._reste = 0
        self._occupe = False
        self.phrase = FormePhrase(dossier)
        self._formes: list[_Forme] = [self.phrase]
        self._pile = FrontStack(self.phrase)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self._pile)
        self.minuterie = QTimer(self)
        self.minuterie.setInterval(1000)
        self.minuterie.timeout.connect(self._decompter)
        self.phrase.submitted.connect(self.ouvrir)
        self.phrase.oubliee.connect(lambda: self._pile.go(self.code))
        self.phrase.restauration_demandee.connect(self.restauration_demandee)

    @cached_property
    def code(self) -> FormeCode:
        """Made when it is asked for, as the next one: most people know their passphrase."""
        forme = FormeCode()
        forme.submitted.connect(self.ouvrir_par_code)
        forme.retour.connect(lambda: self._pile.go(self.phrase))
        self._ajouter(forme)
        return forme

    @cached_property
    def nouvelle(self) -> FormeNouvelle:
        """What replaces a forgotten passphrase."""
        forme = FormeNouvelle()
        forme.submitted.connect(self.changer_phrase)
        self._ajouter(forme)
        return forme

    def _ajouter(self, forme: _Forme) -> None:
        self._formes.append(forme)
        self._pile.add(forme)

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
            self.phrase.refuser(tr("Entrez votre phrase de passe."))
            return
        retenir = self.phrase.retenir.isChecked()

        def op(progress: Progress) -> tuple[Journal, str]:
            secret = Secret(phrase=phrase)
            journal = voulu(progress, self._atelier.ouvrir(self._dossier, secret))
            tenu = not retenir or self._atelier.dossiers.retenir(self._dossier, secret)
            return journal, "" if tenu else tr(PAS_DE_TROUSSEAU)

        self._lancer(self.phrase, op, self._ouvert, self._refus_phrase)

    def ouvrir_par_code(self) -> None:
        """Try the recovery code; a new passphrase must follow."""
        code = self.code.champ.text()
        if not code.strip():
            self.code.refuser(tr("Tapez les huit groupes de la feuille de secours."))
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
        forme: _Forme,
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
            self.ouvert.emit(journal, tr("Votre nouvelle phrase de passe est en place."))

    def _oublier(self) -> None:
        """Keep no secret in the widgets."""
        self._code, self._echecs = "", 0
        for forme in self._formes:
            forme.effacer()

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
        self.phrase.retarder(
            tr(
                "Vous pourrez réessayer dans {n} seconde.",
                "Vous pourrez réessayer dans {n} secondes.",
                self._reste,
            )
            if self._reste
            else ""
        )
