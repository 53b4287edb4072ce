"""The welcome assistant: from nothing to an open journal and a recovery code on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.operation import Progress
from journal_scls.application.ports_dossiers import CodeImprime
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.domain.profil import Profil
from journal_scls.gui.dialogs import Dialogs, Rappel
from journal_scls.gui.feuille_secours import feuille_secours
from journal_scls.gui.pages.accueil.etapes import (
    EtapeCode,
    EtapeIdentite,
    EtapePhrase,
    EtapeVerification,
)
from journal_scls.gui.pages.ouvrir import voulu
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.front_page import FrontPage, FrontStack, bar, button

_CREATION = marque("Création du journal… Cela prend quelques secondes.")


class AccueilPage(QWidget):
    """`termine(Journal)` comes last. Nothing is written on disk before the passphrase is chosen.

    A stack and two buttons, not a QWizard: its buttons and titles are not read in order.
    """

    aide = "accueil"
    termine = Signal(object)
    restauration_demandee = Signal()

    def __init__(
        self,
        atelier: Atelier,
        dossier: Path,
        runner: Runner,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        *,
        ouvrir_fichier: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Bienvenue"))
        self._atelier = atelier
        self._dossier = dossier
        self._runner = runner
        self._dialogs = dialogs
        self._ouvrir_fichier = ouvrir_fichier
        self._occupe = False
        self._profil: Profil | None = None
        self._journal: Journal | None = None
        termes = atelier.vocabulaires().courant.termes("employeur_type")
        self.identite = EtapeIdentite({code: terme.libelle for code, terme in termes.items()})
        self.identite.restauration_demandee.connect(self.restauration_demandee)
        self.phrase = EtapePhrase()
        self.phrase.submitted.connect(self.avancer)
        self.code: EtapeCode | None = None
        self.verification: EtapeVerification | None = None
        self._pile = FrontStack(self.identite, self.phrase)
        self._poser_boutons()
        self._rafraichir()

    def _poser_boutons(self) -> None:
        self.precedent = button(tr("&Précédent"))
        self.suivant = button(tr("&Suivant"), "primaire")
        self.precedent.clicked.connect(self.reculer)
        self.suivant.clicked.connect(self.avancer)
        self._bas = bar(self.precedent, self.suivant)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self._pile)
        self.identite.body.addWidget(self._bas)

    @property
    def etape(self) -> FrontPage:
        """The step on screen."""
        return self._pile.page()

    def entered(self) -> None:
        """The page came on screen."""
        self.etape.entered()

    def avancer(self) -> None:
        """The button « Suivant », or Enter in the last field of a step."""
        etape = self.etape
        if self._occupe:
            return
        if etape is self.identite:
            self._profil = self.identite.profil(self._atelier.horloge)
            if self._profil is not None:
                self._aller(self.phrase)
        elif etape is self.phrase:
            self._creer()
        elif etape is self.code and self.verification is not None:
            self._aller(self.verification)
        elif self.verification is not None and self.verification.confirmee():
            journal, self._journal = self._journal, None
            self.termine.emit(journal)

    def reculer(self) -> None:
        """The button « Précédent »; what was typed is kept."""
        if not self._occupe:
            self._pile.back()
            self._rafraichir()
            self.etape.body.addWidget(self._bas)

    def quitter(self, suite: Rappel) -> None:
        """Call `suite` when the window may close; the journal, once made, stays and opens."""
        if self._journal is None:
            suite()
            return
        self._dialogs.confirmer(
            self,
            tr("Fermer sans avoir vérifié le code de secours ?"),
            lambda: self._abandonner(suite),
            action=tr("Fermer"),
            suite=tr(
                "Votre journal est créé et s’ouvrira avec votre phrase de passe. Mais sans ce "
                "code, une phrase oubliée est un journal perdu, et il ne sera plus montré."
            ),
            danger=True,
        )

    def _abandonner(self, suite: Rappel) -> None:
        journal, self._journal = self._journal, None
        if journal is None:
            suite()
            return
        self._runner.run(
            self, lambda _p: journal.fermer(), on_success=lambda _rien: suite(), libelle=None
        )

    def _creer(self) -> None:
        phrase, profil = self.phrase.phrases.reponse(), self._profil
        if phrase is None or profil is None:
            return
        self._occuper(True)
        self._runner.run(
            self,
            lambda progress: self._fabriquer(progress, profil, phrase),
            on_success=self._cree,
            on_error=self._refuse,
            on_done=lambda: self._occuper(False),
            libelle=None,
        )

    def _fabriquer(
        self, progress: Progress, profil: Profil, phrase: str
    ) -> tuple[Journal, CodeImprime]:
        journal, code = self._atelier.creer(self._dossier, profil, phrase)
        return voulu(progress, journal), code

    def _cree(self, fait: tuple[Journal, CodeImprime]) -> None:
        self._journal, code = fait
        self.phrase.phrases.effacer()
        self.code = EtapeCode(code)
        self.code.feuille_demandee.connect(self._enregistrer_feuille)
        self.verification = EtapeVerification(code)
        self.verification.submitted.connect(self.avancer)
        self._pile.add(self.code, self.verification)
        self._aller(self.code)

    def _refuse(self, erreur: ErreurJournal) -> None:
        if isinstance(erreur, RegleMetier):
            self.phrase.phrases.refuser(str(erreur))
        else:
            self._dialogs.erreur(self, erreur)

    def _enregistrer_feuille(self) -> None:
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer la feuille de secours"),
            "feuille-de-secours.pdf",
            tr("Document PDF (*.pdf)"),
            self._ecrire_feuille,
        )

    def _ecrire_feuille(self, chemin: Path) -> None:
        etape, profil = self.code, self._profil
        if etape is None or profil is None:
            return
        contenu = feuille_secours(etape.code, profil.titre, self._atelier.horloge.aujourdhui())

        def dire(_rien: None) -> None:
            etape.say(
                tr("La feuille est enregistrée. Imprimez-la, puis supprimez le fichier."),
                "reussite",
            )
            self._ouvrir_fichier(QUrl.fromLocalFile(str(chemin)))

        self._runner.run(
            self,
            lambda _p: self._atelier.documents.ecrire(chemin, contenu),
            on_success=dire,
            base=False,
        )

    def _aller(self, etape: FrontPage) -> None:
        self._pile.go(etape)
        self._rafraichir()
        etape.body.addWidget(self._bas)  # under what was just filled, not at the far end

    def _occuper(self, occupe: bool) -> None:
        self._occupe = occupe
        self.phrase.phrases.geler(occupe)
        self.phrase.say(tr(_CREATION) if occupe else "")
        self._rafraichir()

    def _rafraichir(self) -> None:
        etape = self.etape
        # Once the journal exists, what made it is no longer a question.
        self.precedent.setVisible(etape is self.phrase or etape is self.verification)
        self.precedent.setEnabled(not self._occupe)
        self.suivant.setEnabled(not self._occupe)
        self.suivant.setText(tr("&Terminer") if etape is self.verification else tr("&Suivant"))
