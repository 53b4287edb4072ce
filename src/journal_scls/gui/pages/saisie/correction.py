"""Correcting an entry: its last revision in the form, and the way back to what was typed."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Brouillon
from journal_scls.domain.journal.intervention import Intervention, Statut
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.pages.saisie import gardien as saisie_gardien
from journal_scls.gui.pages.saisie.envoi import RunnerQuiAttend
from journal_scls.gui.pages.saisie.etat import etat_de
from journal_scls.gui.pages.saisie.gardee import SaisieGardee
from journal_scls.gui.pages.saisie.gardien import Sujet
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.toast import Toast

_MODIFIEE_DEPUIS = marque(
    "Elle a changé depuis le début de votre correction : revenez à la version enregistrée."
)


class SaisieCorrection(SaisieGardee):
    """A correction has its own draft; what was being typed is set aside and comes back after."""

    def __init__(
        self,
        journal: Journal,
        runner: RunnerQuiAttend,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(journal, runner, dialogs, parent)
        self._retour: UUID | None = None
        self.bouton_revenir.clicked.connect(self._revenir)
        self.bouton_quitter.clicked.connect(self._quitter_correction)

    def corriger(self, id_: UUID) -> None:
        """Load an entry to correct it; what was being typed is set aside and comes back after."""
        self._runner.run(
            self,
            lambda _p: (
                self._journal.interventions.lire(id_),
                self._journal.interventions.brouillons(),
            ),
            on_success=lambda lu: self._ouvrir_correction(*lu),
            on_error=lambda erreur: self.dire(str(erreur)),
        )

    def _ouvrir_correction(
        self, intervention: Intervention, brouillons: tuple[Brouillon, ...]
    ) -> None:
        if self._base is not None and self._base.id == intervention.id:
            self._viser()
            return
        if intervention.statut is Statut.ANNULEE:
            self.dire(tr("Cette intervention est annulée. Rétablissez-la avant de la corriger."))
            return
        self._ranger()
        if self._base is None:
            self._retour = self._gardien.id
        connus = (*self._orphelins.values(), *brouillons)
        siens = (b for b in connus if b.intervention == intervention.id)
        self._commencer_correction(intervention, next(siens, None))
        self._relire_brouillons()
        self._viser()

    def _commencer_correction(
        self, intervention: Intervention, brouillon: Brouillon | None
    ) -> None:
        self._base = intervention
        self._revision = intervention.revision
        phrase = tr(
            "Vous corrigez l’intervention du {jour} (révision {revision}).",
            jour=decrire_date(intervention.contenu.date_intervention),
            revision=intervention.revision,
        )
        self.formulaire.poser(etat_de(intervention.contenu))
        if brouillon is None:
            self._gardien.suivre(
                self.formulaire.etat(), Sujet(intervention.id, intervention.revision)
            )
        else:
            self._revision = saisie_gardien.revision_vue(brouillon) or intervention.revision
            perimee = self._revision != intervention.revision
            phrase += (
                f" {tr(_MODIFIEE_DEPUIS)}" if perimee else tr(" Votre correction commencée est là.")
            )
            self._poser(saisie_gardien.sans_marques(brouillon.contenu), brouillon.id)
        self.dire("")
        self.aviser(phrase, correction=True)

    def _revenir(self) -> None:
        base = self._base
        if base is None:
            return
        self._runner.run(
            self,
            lambda _p: self._journal.interventions.lire(base.id),
            on_success=self._remettre,
        )

    def _remettre(self, intervention: Intervention) -> None:
        if self._base is None or self._base.id != intervention.id:
            return
        avant = self.formulaire.etat()
        self.formulaire.poser(etat_de(intervention.contenu))
        self._gardien.oublier()
        self._commencer_correction(intervention, None)

        def refaire() -> None:
            if self._base is not None and self._base.id == intervention.id:
                self.formulaire.poser(avant)

        Toast.of(self.window()).show_message(tr("La version enregistrée est revenue"), refaire)

    def _quitter_correction(self) -> None:
        self._ranger()
        self._apres_correction()
        self._relire_brouillons()

    def _apres_correction(self) -> None:
        """Back to what was being typed before, else to a new entry."""
        retour, self._retour = self._retour, None
        self._nouvelle_saisie()
        if retour is not None:
            self._runner.run(
                self,
                lambda _p: self._journal.interventions.brouillons(),
                on_success=lambda tous: self._reprendre_id(retour, tous),
                libelle=None,
            )

    def _reprendre_id(self, id_: UUID, brouillons: tuple[Brouillon, ...]) -> None:
        connus = (*self._orphelins.values(), *brouillons)
        laisse = next((b for b in connus if b.id == id_), None)
        if laisse is not None and self._gardien.intact:
            self._reprendre(laisse)
