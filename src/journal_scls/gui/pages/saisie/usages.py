"""What comes back in the form: the last entry again, a template, what is usual."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.application.operation import Progress
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.domain.journal.modele import Modele, repetable
from journal_scls.gui.pages.saisie.correction import SaisieCorrection
from journal_scls.gui.pages.saisie.etat import etat_de
from journal_scls.gui.pages.saisie.gardien import Sujet
from journal_scls.gui.pages.saisie.modeles import ModelesDialog
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.toast import Toast

_REPETEE = marque("Comme la dernière fois : changez ce qui diffère, puis Ctrl+Entrée.")


class SaisieUsages(SaisieCorrection):
    """Filling the form from something else than the keys."""

    def repeter(self, id_: UUID | None = None) -> None:
        """Type an entry again at the day shown: the one given, else the last one typed."""
        self._runner.run(
            self,
            lambda _p: self._a_repeter(id_),
            on_success=self._repeter,
            on_error=lambda erreur: self.dire(str(erreur)),
            libelle=None,
        )

    def modeles(self) -> None:
        """Ctrl+M: the templates."""
        journees = self._journal.journees
        self._runner.run(
            self, lambda _p: journees.modeles(), on_success=self._ouvrir_modeles, libelle=None
        )

    def _apprendre_encore(self) -> None:
        """An entry was just kept: habits may have changed."""
        self._runner.run(
            self,
            lambda _p: self._journal.journees.habitudes(),
            on_success=lambda habitudes: self._apprendre(
                habitudes, neuve=self._gardien.intact and self._base is None
            ),
            libelle=None,
        )

    def _a_repeter(self, id_: UUID | None) -> Intervention | None:
        """For a worker."""
        voulue = id_ or self._journal.journees.derniere()
        return self._journal.interventions.lire(voulue) if voulue else None

    def _repeter(self, intervention: Intervention | None) -> None:
        if intervention is None:
            self.dire(tr("Il n’y a encore rien à répéter."), "aide")
            return
        self._remplir(
            repetable(etat_de(intervention.contenu)), tr(_REPETEE), self.formulaire.milieu
        )

    def _remplir(self, etat: Mapping[str, object], avis: str, champ: QWidget) -> None:
        """A new entry that says this; what was being typed is set aside."""
        self._ranger()
        self._nouvelle_saisie(etat)
        self._gardien.suivre({}, Sujet())  # worth a draft, though nobody typed it
        self.aviser(avis)
        self._gardien.garder()
        self._relire_brouillons()
        champ.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- templates

    def _ouvrir_modeles(self, modeles: tuple[Modele, ...]) -> None:
        boite = ModelesDialog(modeles, self)
        journees = self._journal.journees
        boite.appliquer.connect(self._appliquer)
        boite.garder.connect(
            lambda nom: self._changer_modeles(
                boite,
                partial(journees.enregistrer_modele, nom, self.formulaire.etat()),
                tr("Modèle « {nom} » gardé", nom=nom),
            )
        )
        boite.renommer.connect(
            lambda modele, nom: self._changer_modeles(
                boite, lambda: journees.renommer_modele(modele, nom), tr("Modèle renommé")
            )
        )
        boite.jeter.connect(
            lambda modele: self._changer_modeles(
                boite,
                lambda: journees.jeter_modele(modele.id),
                tr("Modèle jeté"),
                lambda: journees.remettre_modele(modele),
            )
        )
        boite.open()

    def _appliquer(self, modele: Modele) -> None:
        self._remplir(
            modele.contenu,
            tr("D’après le modèle « {nom} ».", nom=modele.nom),
            self.formulaire.duree,
        )

    def _changer_modeles(
        self,
        boite: ModelesDialog,
        faire: Callable[[], object],
        fait: str,
        defaire: Callable[[], object] | None = None,
    ) -> None:
        journees = self._journal.journees

        def op(_progress: Progress) -> tuple[Modele, ...]:
            faire()
            return journees.modeles()

        def montrer(modeles: tuple[Modele, ...]) -> None:
            boite.montrer(modeles)
            Toast.of(self.window()).show_message(fait, remettre if defaire else None)

        def remettre() -> None:
            self._runner.run(
                self, lambda _p: defaire() if defaire else None, on_success=lambda _rien: None
            )

        def refuser(erreur: ErreurJournal) -> None:
            boite.dire(str(erreur))

        self._runner.run(boite, op, on_success=montrer, on_error=refuser, libelle=None)
