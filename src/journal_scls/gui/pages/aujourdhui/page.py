"""Today: the panel to type in, and under it what was done and what waits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes, Progress
from journal_scls.application.saisie.journees import Journee, sans_suivi
from journal_scls.application.saisie.ports_saisie import Rappel
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.pages.aujourdhui.phrases import (
    decrire_ligne,
    decrire_rappel,
    jour_court,
    jour_long,
    titre_du_jour,
    total,
)
from journal_scls.gui.pages.page_travail import PageTravail, Raccourcis
from journal_scls.gui.pages.saisie.envoi import RunnerQuiAttend
from journal_scls.gui.pages.saisie.page import SaisiePage
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.action_list import ActionList
from journal_scls.gui.widgets.day_strip import DayStrip
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.toast import Toast

_LARGEUR_LISTE = 50
_RACCOURCIS = (
    (marque("Corriger l’intervention choisie"), marque("Entrée")),
    (marque("Marquer fait le suivi choisi"), marque("Suppr")),
    (marque("Changer de jour"), marque("flèches, sur la semaine")),
)


@dataclass(frozen=True)
class _SuiviFait:
    """A follow-up that is done, and the entry as it was before."""

    avant: Intervention
    apres: Intervention
    changes: Changes


class AujourdhuiPage(QWidget, PageTravail):
    """`saisie` is the panel; the week above it and the lists below belong to the day shown."""

    def __init__(
        self,
        journal: Journal,
        runner: RunnerQuiAttend,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._jour = self._aujourdhui = journal.horloge.aujourdhui()
        self.saisie = SaisiePage(journal, runner, dialogs, self)
        self.semaine = DayStrip(jour_court, jour_long, self)
        self.lignes = ActionList(tr("Rien encore : ce que vous enregistrez se retrouve ici."), self)
        self.rappels = ActionList(tr("Aucun suivi d’ici une semaine."), self)
        self._rang_lignes = FieldRow(tr("Ce jour-là"), self.lignes, self)
        self._rang_rappels = FieldRow(
            tr("À suivre"), self.rappels, self, hint=tr("Entrée ouvre; Suppr marque un suivi fait.")
        )
        self._disposer()
        self.semaine.picked.connect(self.montrer_jour)
        self.lignes.opened.connect(self.saisie.corriger)
        self.rappels.opened.connect(lambda rappel: self.saisie.corriger(rappel.intervention))
        self.rappels.removed.connect(self._marquer_fait)
        self._montrer(Journee(self._jour, self._semaine_vide(), (), ()))
        self._relire()

    # --- what the window asks

    def entered(self) -> None:
        """The panel has the focus; a day that ended leaves its place to the new one."""
        aujourdhui = self._journal.horloge.aujourdhui()
        if aujourdhui != self._aujourdhui:
            suivait = self._jour == self._aujourdhui
            self._aujourdhui = aujourdhui
            if suivait:
                self._jour = aujourdhui
            self._relire()
        self.saisie.entered()

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written, here or elsewhere."""
        self.saisie.changer(changes, source)
        if changes.interventions or changes.repertoire:
            self._relire()

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return (*self.saisie.raccourcis(), *_RACCOURCIS)

    def mettre_de_cote(self) -> None:
        """Keep what is being typed, before returning.

        Raises:
            ErreurJournal: the disk refuses; nothing may be closed yet.
        """
        self.saisie.mettre_de_cote()

    def a_repeter(self) -> UUID | None:
        """The entry chosen in the list of the day, for Ctrl+D."""
        value = self.lignes.value() if self.lignes.hasFocus() else None
        return value if isinstance(value, UUID) else None

    # --- the day

    def montrer_jour(self, jour: date) -> None:
        """Another day: its entries, and the panel at its date."""
        self._jour = jour
        self.saisie.dater(jour)
        self._relire()

    def _relire(self) -> None:
        jour = self._jour
        self._runner.run(
            self,
            lambda _p: self._journal.journees.journee(jour),
            on_success=self._montrer,
            libelle=None,
        )

    def _montrer(self, journee: Journee) -> None:
        if journee.jour != self._jour:
            return
        aujourdhui, termes = self._journal.horloge.aujourdhui(), self._journal.vocabulaires
        self.saisie.intituler(titre_du_jour(journee.jour, aujourdhui))
        self.semaine.show_days(journee.comptes, journee.jour)
        self._rang_lignes.label.setText(total(journee.lignes))
        self.lignes.setAccessibleName(total(journee.lignes))
        self.lignes.show_lines([(li.id, decrire_ligne(li, termes)) for li in journee.lignes])
        rappels = journee.rappels
        self.rappels.show_lines([(r, decrire_rappel(r, aujourdhui, termes)) for r in rappels])

    def _semaine_vide(self) -> tuple[tuple[date, int], ...]:
        lundi = self._jour.toordinal() - self._jour.weekday()
        return tuple((date.fromordinal(lundi + n), 0) for n in range(7))

    # --- follow-ups

    def _marquer_fait(self, rappel: Rappel) -> None:
        if rappel.destination:
            Toast.of(self.window()).show_message(
                tr("Une référence se ferme par sa suite : Entrée l’ouvre.")
            )
            return
        interventions = self._journal.interventions

        def op(_progress: Progress) -> _SuiviFait:
            avant = interventions.lire(rappel.intervention)
            apres = interventions.corriger(avant.id, sans_suivi(avant.contenu))
            return _SuiviFait(avant, apres, Changes(interventions=True))

        def fait(suivi: _SuiviFait) -> None:
            Toast.of(self.window()).show_message(
                tr("Suivi marqué fait"), lambda: self._executer(self._remise(suivi))
            )

        self._runner.run(self, op, on_success=fait)

    def _remise(self, suivi: _SuiviFait) -> Callable[[Progress], Changes]:
        def op(_progress: Progress) -> Changes:
            self._journal.interventions.corriger(
                suivi.avant.id, suivi.avant.contenu, revision=suivi.apres.revision
            )
            return Changes(interventions=True)

        return op

    def _executer(self, op: Callable[[Progress], Changes]) -> None:
        self._runner.run(self, op, on_success=lambda _changes: None)

    def _disposer(self) -> None:
        listes = FieldGrid(self, columns=2, min_chars=_LARGEUR_LISTE)
        listes.add(self._rang_lignes)
        listes.add(self._rang_rappels)
        self.saisie.poser_dessus(self.semaine)
        self.saisie.poser_dessous(listes)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self.saisie)
