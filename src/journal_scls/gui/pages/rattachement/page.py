"""The assistant of the journal that no region knows yet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.inscription.inscriptions import Presentation
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.echange.inscription import Region
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.dialogs import FICHIERS
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.rattachement.etape import Etape
from journal_scls.gui.pages.rattachement.etapes import (
    EtapeInvitation,
    EtapeReconnaissance,
    EtapeRegion,
)
from journal_scls.gui.pages.rattachement.procedure import enregistrer_procedure
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.file_drop import FileDrop
from journal_scls.gui.widgets.front_page import FrontPage, button, row

NOM_DEMANDE = "demande.scls"
_SEUL = marque("Ce journal n’est rattaché à aucune région : rien n’en sort.")


class RattachementPage(FrontPage):
    """`rattache` follows the acceptation. The step in hand is what the journal and the page know.

    An invitation is read in memory only: nothing of it is kept before the digits agree.
    """

    rattache = Signal()

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rattacher ce journal à sa région"), parent)
        self._journal = contexte.journal
        self._runner = contexte.runner
        self._dialogs = contexte.dialogs
        self._region: Region | None = None
        self._presentation: Presentation | None = None
        self.invitation = EtapeInvitation()
        self.region = EtapeRegion()
        self.reconnaissance = EtapeReconnaissance()
        self.autre = button(tr("Prendre une a&utre invitation…"), "discret")
        self.procedure = button(tr("&Marche à suivre à imprimer (PDF)…"), "discret")
        self.body.addWidget(self.message)
        for etape in (self.invitation, self.region, self.reconnaissance):
            self.body.addWidget(etape)
        self.body.addWidget(row(self.procedure, self.autre))
        self.invitation.bouton.clicked.connect(self._choisir_invitation)
        self.autre.clicked.connect(self._choisir_invitation)
        self.region.confirmee.connect(self._demander)
        self.reconnaissance.bouton.clicked.connect(self._choisir_acceptation)
        self.procedure.clicked.connect(lambda: enregistrer_procedure(self, contexte))
        FileDrop(self, lambda fichiers: self._deposer(fichiers[0]))

    def montrer(self, region: Region | None, empreinte: str) -> None:
        """What the journal says now: no region, or one that was asked and has not answered."""
        self._region = region
        self.reconnaissance.code.show_groups(empreinte.split())
        self._avancer()

    def first_field(self) -> QWidget:
        """What the step in hand asks for."""
        if self.region.ouverte:
            return self.region.chiffres.edit
        if self.reconnaissance.ouverte:
            return self.reconnaissance.bouton
        return self.invitation.bouton

    def _avancer(self) -> None:
        presentation, region = self._presentation, self._region
        demandee = region is not None and presentation is None
        nom = presentation.nom if presentation else region.nom if region else ""
        self.invitation.ouvrir(ouverte=not nom)
        self.invitation.dire_fait(tr("Invitation de « {nom} »", nom=nom) if nom else "")
        self.region.ouvrir(ouverte=presentation is not None)
        self.region.dire_fait(tr("Demande faite à « {nom} »", nom=nom) if demandee else "")
        self.reconnaissance.ouvrir(ouverte=demandee)
        self.autre.setVisible(bool(nom))
        if demandee:
            self.say(tr("Il manque l’acceptation de « {nom} » : rien ne sort avant.", nom=nom))
        else:
            self.say(tr(_SEUL))

    # --- the invitation

    def _choisir_invitation(self) -> None:
        self._dialogs.choisir_fichier_a_ouvrir(
            self, tr("Choisir l’invitation"), tr(FICHIERS), self._lire_invitation
        )

    def _lire_invitation(self, fichier: Path) -> None:
        etape: Etape = self.reconnaissance if self.reconnaissance.ouverte else self.invitation

        def lue(presentation: Presentation) -> None:
            self._presentation = presentation
            self.region.presenter(presentation)
            self._avancer()
            self.entered()

        self._runner.run(
            self,
            lambda _p: self._journal.inscriptions.presenter(fichier),
            on_success=lue,
            on_error=lambda erreur: etape.refuser(str(erreur)),
            base=False,
            libelle=tr("Lecture de l’invitation"),
        )

    # --- the demande

    def _demander(self, presentation: Presentation, chiffres: str) -> None:
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer la demande"),
            NOM_DEMANDE,
            tr(FICHIERS),
            lambda chemin: self._ecrire_demande(presentation, chiffres, chemin),
        )

    def _ecrire_demande(self, presentation: Presentation, chiffres: str, chemin: Path) -> None:
        def demandee(region: Region) -> None:
            self._region, self._presentation = region, None
            self.region.verification.effacer()
            if region.acceptee_le is not None:
                self.rattache.emit()
                return
            self._avancer()
            self.say(tr("Demande écrite : {chemin}", chemin=secable(chemin)), "reussite")
            self.entered()

        self._runner.run(
            self,
            lambda _p: self._journal.inscriptions.demander(presentation.fichier, chiffres, chemin),
            on_success=demandee,
            on_error=lambda erreur: self.region.refuser(str(erreur)),
            libelle=tr("Écriture de la demande"),
        )

    # --- the acceptation

    def _choisir_acceptation(self) -> None:
        self._dialogs.choisir_fichier_a_ouvrir(
            self, tr("Choisir l’acceptation"), tr(FICHIERS), self._prendre_acceptation
        )

    def _prendre_acceptation(self, fichier: Path, *, deposee: bool = False) -> None:
        def op(_progress: Progress) -> Changes:
            self._journal.inscriptions.rejoindre(fichier)
            return Changes(lots=True)

        def refusee(erreur: ErreurJournal) -> None:
            autre = isinstance(erreur, RefusInscription) and erreur.code in _PEUT_ETRE_INVITATION
            if deposee and autre:
                self._lire_invitation(fichier)
            else:
                self.reconnaissance.refuser(str(erreur))

        self._runner.run(
            self,
            op,
            on_success=lambda _changes: self.rattache.emit(),
            on_error=refusee,
            libelle=tr("Lecture de l’acceptation"),
        )

    def _deposer(self, fichier: Path) -> None:
        """A file let go on the page is the one that the step in hand waits for."""
        if self.reconnaissance.ouverte:
            self._prendre_acceptation(fichier, deposee=True)
        else:
            self._lire_invitation(fichier)


# An invitation is in clear: read as an acceptation, it is no envelope at all.
_PEUT_ETRE_INVITATION = (CodeInscription.AUTRE_FICHIER, CodeInscription.FICHIER_ABIME)
