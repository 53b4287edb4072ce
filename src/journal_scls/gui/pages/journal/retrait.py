"""Cancelling an entry: one key for the usual reasons, then Ctrl+Z rather than a confirmation."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.operation import Changes, Progress
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import en_francais, marque, tr
from journal_scls.gui.widgets.toast import Toast

RAISONS = (marque("Erreur de saisie"), marque("Doublon"), marque("N’a pas eu lieu"))
AUTRE = marque("Autre raison…")
_QUESTION = marque("Pourquoi annuler cette intervention ? Elle reste lisible, sans compter.")
_SANS_RAISON = marque("Écrivez pourquoi, en quelques mots.")


class Retrait(QObject):
    """`fait` follows every cancellation and every return."""

    fait = Signal()

    def __init__(
        self, interventions: Interventions, runner: Runner, dialogs: Dialogs, page: QWidget
    ) -> None:
        super().__init__(page)
        self._interventions = interventions
        self._runner = runner
        self._dialogs = dialogs
        self._page = page

    def demander(self, id_: UUID) -> None:
        """Ask why, then cancel."""
        self._dialogs.choisir(
            self._page,
            tr(_QUESTION),
            tuple(map(tr, (*RAISONS, AUTRE))),
            partial(self._repondre, id_),
            titre=tr("Annuler l’intervention"),
        )

    def retablir(self, id_: UUID) -> None:
        """Count it again."""
        self._ecrire(id_, None)

    def _repondre(self, id_: UUID, rang: int) -> None:
        if rang < len(RAISONS):
            self._ecrire(id_, en_francais(RAISONS[rang]))
            return
        self._dialogs.demander_texte(
            self._page,
            tr(_QUESTION),
            lambda raison: self._ecrire(id_, raison),
            titre=tr("Annuler l’intervention"),
            valider=lambda raison: "" if raison.strip() else tr(_SANS_RAISON),
        )

    def _ecrire(self, id_: UUID, raison: str | None) -> None:
        """Cancel for a reason, or bring back without one; the toast offers the contrary."""

        def op(_progress: Progress) -> Changes:
            if raison is None:
                self._interventions.retablir(id_)
            else:
                self._interventions.annuler(id_, raison)
            return Changes(interventions=True)

        def fini(_changes: Changes) -> None:
            toast = Toast.of(self._page.window())
            if raison is None:
                toast.show_message(tr("Intervention rétablie"))
            else:
                toast.show_message(
                    tr("Intervention annulée"),
                    lambda: self._ecrire(id_, None),
                    action=tr("Rétablir"),
                )
            self.fait.emit()

        self._runner.run(self._page, op, on_success=fini)
