"""The journals of the region: each gesture is a step of its own, and one comes back to the list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.application.inscription.inscriptions import Presentation
from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.application.operation import Changes, Progress
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.echange.inscription import Inscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.gui.dialogs import FICHIERS
from journal_scls.gui.pages.etapes import PageEtapes
from journal_scls.gui.pages.journaux.demande import EtapeDemande
from journal_scls.gui.pages.journaux.invitation import EtapeInvitation
from journal_scls.gui.pages.journaux.liste import ListeJournaux
from journal_scls.gui.pages.journaux.reconstruction import EtapeReconstruction
from journal_scls.gui.pages.journaux.revocation import EtapeRevocation, consequence
from journal_scls.gui.pages.journaux.secours import EtapeSecours
from journal_scls.gui.pages.page_travail import Contexte, Raccourcis
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.file_drop import FileDrop
from journal_scls.gui.widgets.toast import Toast

_LOTS = Changes(lots=True)


class JournauxPage(PageEtapes):
    """The list is in front unless a step was begun."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._journal, self._runner = contexte.journal, contexte.runner
        self._dialogs = contexte.dialogs
        self._empreinte = ""
        self.liste = ListeJournaux()
        self.invitation = EtapeInvitation(contexte)
        self.demande = EtapeDemande()
        self.revocation = EtapeRevocation()
        self.secours = EtapeSecours()
        self.reconstruction = EtapeReconstruction()
        self.poser(
            self.liste,
            self.invitation,
            self.demande,
            self.revocation,
            self.secours,
            self.reconstruction,
        )
        FileDrop(self.liste, lambda fichiers: self.lire_demande(fichiers[0]))
        self._brancher()
        self._lire_empreinte()
        contexte.region.demander()

    def _brancher(self) -> None:
        liste = self.liste
        self._contexte.region.lu.connect(liste.montrer)
        liste.inviter.clicked.connect(self.inviter)
        liste.demande.clicked.connect(self._choisir_demande)
        liste.changement.clicked.connect(self._choisir_changement)
        liste.revoquer.clicked.connect(self._commencer_revocation)
        liste.secours.clicked.connect(self._commencer_secours)
        liste.refaire.clicked.connect(lambda: self.aller(self.reconstruction))
        self.demande.confirmee.connect(self._choisir_acceptation)
        self.revocation.demandee.connect(self._confirmer_revocation)
        self.secours.demandee.connect(self._choisir_secours)
        self.reconstruction.demandee.connect(self._choisir_reconstruction)

    def entered(self) -> None:
        """The page comes on screen: the step begun, or the list, has the focus."""
        self._contexte.region.demander()
        if self.etape is not None:
            self.etape.entered()
            return
        for vise in (self.liste.table, self.liste.inviter):
            if vise.isVisibleTo(self):
                vise.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return ((tr("Revenir à la liste"), tr("Échap, dans une étape")),)

    def revenir(self) -> None:
        """Back to the list."""
        self.secours.effacer()
        super().revenir()

    def _lire_empreinte(self) -> None:
        def lue(empreinte: str) -> None:
            self._empreinte = empreinte
            self.liste.code.show_groups(empreinte.split())

        self._runner.run(
            self,
            lambda _p: self._journal.identites.ici().empreinte,
            on_success=lue,
            libelle=None,
        )

    # --- invite

    def inviter(self) -> None:
        """Write an invitation, for one journal."""
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer l’invitation"),
            "invitation.scls",
            tr(FICHIERS),
            self._ecrire_invitation,
        )

    def _ecrire_invitation(self, chemin: Path) -> None:
        def op(_progress: Progress) -> tuple[str, Sequence[Sequence[bool]]]:
            self._journal.inscriptions.inviter(chemin)
            contenu = chemin.read_text("utf-8")
            return contenu, self._journal.documents.qr(contenu)

        def ecrite(lue: tuple[str, Sequence[Sequence[bool]]]) -> None:
            contenu, qr = lue
            self.invitation.montrer(chemin, contenu, self._empreinte, qr)
            self.aller(self.invitation)

        self._runner.run(self, op, on_success=ecrite, libelle=tr("Écriture de l’invitation"))

    # --- accept

    def _choisir_demande(self) -> None:
        self._dialogs.choisir_fichier_a_ouvrir(
            self, tr("Choisir la demande"), tr(FICHIERS), self.lire_demande
        )

    def lire_demande(self, fichier: Path) -> None:
        """Show who a demande says it comes from; nothing is kept."""

        def lue(presentation: Presentation) -> None:
            self.demande.presenter(presentation)
            self.aller(self.demande)

        self._runner.run(
            self,
            lambda _p: self._journal.inscriptions.presenter_demande(fichier),
            on_success=lue,
            libelle=tr("Lecture de la demande"),
        )

    def _choisir_acceptation(self, presentation: Presentation, chiffres: str) -> None:
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer l’acceptation"),
            "acceptation.scls",
            tr(FICHIERS),
            lambda chemin: self._accepter(presentation, chiffres, chemin),
        )

    def _accepter(self, presentation: Presentation, chiffres: str, chemin: Path) -> None:
        def op(_progress: Progress) -> Changes:
            self._journal.inscriptions.accepter(presentation.fichier, chiffres, chemin)
            return _LOTS

        def acceptee(_changes: Changes) -> None:
            self.revenir()
            self.liste.say(
                tr(
                    "{nom} est inscrit. Remettez-lui l’acceptation : {chemin}",
                    nom=presentation.nom,
                    chemin=secable(chemin),
                ),
                "reussite",
            )

        self._runner.run(
            self,
            op,
            on_success=acceptee,
            on_error=lambda erreur: self.demande.say(str(erreur), "erreur"),
            libelle=tr("Écriture de l’acceptation"),
        )

    # --- keys

    def _choisir_changement(self) -> None:
        self._dialogs.choisir_fichier_a_ouvrir(
            self, tr("Choisir le changement de clés"), tr(FICHIERS), self._prendre_cles
        )

    def _prendre_cles(self, fichier: Path) -> None:
        def prises(resultat: tuple[Inscription, bool]) -> None:
            inscription, nouvelles = resultat
            phrase = (
                tr("Les nouvelles clés de {code} sont prises.", code=inscription.code)
                if nouvelles
                else tr(
                    "Ces clés de {code} étaient déjà prises : rien n’a changé.",
                    code=inscription.code,
                )
            )
            self.liste.say(phrase, "reussite")

        self._runner.run(
            self,
            lambda _p: self._journal.cles.prendre(fichier),
            on_success=prises,
            libelle=tr("Lecture du changement de clés"),
        )

    def _commencer_revocation(self) -> None:
        journal = self.liste.choisi()
        if journal is not None:
            self.revocation.presenter(journal)
            self.aller(self.revocation)

    def _confirmer_revocation(self, journal: EtatJournal, apres: int, raison: str) -> None:
        self._dialogs.confirmer(
            self,
            tr("Révoquer {code} ?", code=journal.code),
            lambda: self._revoquer(journal, apres, raison),
            action=tr("Révoquer"),
            suite=consequence(journal, apres),
            danger=True,
        )

    def _revoquer(self, journal: EtatJournal, apres: int, raison: str) -> None:
        def op(_progress: Progress) -> Changes:
            self._journal.cles.revoquer(str(journal.journal), apres, raison)
            return _LOTS

        def revoque(_changes: Changes) -> None:
            self.revenir()
            Toast.of(self.window()).show_message(tr("{code} est révoqué", code=journal.code))

        self._runner.run(self, op, on_success=revoque, libelle=tr("Révocation"))

    def _commencer_secours(self) -> None:
        self.secours.effacer()
        self.aller(self.secours)

    def _choisir_secours(self, phrase: str) -> None:
        """The passphrase is checked before anything is asked, and again never kept."""

        def op(_progress: Progress) -> None:
            self._journal.confirmer(Secret(phrase=phrase))

        def confirmee(_rien: None) -> None:
            self._dialogs.choisir_fichier_a_enregistrer(
                self,
                tr("Écrire la clé de secours"),
                "cle-secours.txt",
                tr("Texte (*.txt)"),
                self._ecrire_secours,
            )

        def refusee(erreur: Exception) -> None:
            self.secours.refuser(str(erreur))
            if not isinstance(erreur, RegleMetier):
                self.secours.say(str(erreur), "erreur")

        self._runner.run(
            self,
            op,
            on_success=confirmee,
            on_error=refusee,
            libelle=tr("Vérification de la phrase de passe"),
        )

    def _ecrire_secours(self, chemin: Path) -> None:
        def ecrite(publique: str) -> None:
            self.secours.say(
                tr(
                    "✓ Clé de secours écrite : {chemin}\nElle ouvre ce qui est chiffré pour "
                    "{publique}. Imprimez-la, gardez-la sous clé, puis effacez le fichier.",
                    chemin=secable(chemin),
                    publique=publique,
                ),
                "reussite",
            )

        self._runner.run(
            self,
            lambda _p: self._journal.identites.sortir_cle_secours(chemin),
            on_success=ecrite,
            libelle=tr("Écriture de la clé de secours"),
        )

    # --- rebuild

    def _choisir_reconstruction(self) -> None:
        self._dialogs.choisir_dossier(
            self, tr("Choisir un dossier vide où refaire le dossier"), self._reconstruire
        )

    def _reconstruire(self, place: Path) -> None:
        self.reconstruction.say("")
        self._runner.run(
            self,
            lambda progress: self._journal.reconstruction.reconstruire(place, progress),
            on_success=lambda bilan: self.reconstruction.conclure(bilan, place),
            on_cancelled=lambda: self.reconstruction.say(
                tr("Arrêté. Ce qui était commencé dans le dossier choisi peut être effacé.")
            ),
            libelle=tr("Relecture des lots gardés"),
        )
