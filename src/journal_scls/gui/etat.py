"""The sentence at the bottom of the window: what is safe, as text and never as a colour."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.task_runner import Runner

SAUVEGARDE_EN_COURS = "sauvegarde en cours…"
SAUVEGARDE_FAITE = "dernière sauvegarde : aujourd’hui"
SAUVEGARDE_RATEE = "la sauvegarde du jour n’a pas pu se faire"


def heure(instant: datetime) -> str:
    """« 14 h 05 », local time."""
    local = instant.astimezone()
    return f"{local.hour} h {local.minute:02d}"


def phrase_etat(enregistre: datetime | None, brouillons: int, sauvegarde: str) -> str:
    """« Enregistré à 14 h 05 · 2 brouillons · dernière sauvegarde : aujourd’hui »."""
    parties = [f"Enregistré à {heure(enregistre)}" if enregistre else "Tout est enregistré"]
    if brouillons:
        parties.append(f"{brouillons} brouillon{'s' if brouillons > 1 else ''}")
    if sauvegarde:
        parties.append(sauvegarde)
    return " · ".join(parties)


class LigneEtat(QLabel):
    """Follows one journal at a time, and makes its copy of the day in the background."""

    def __init__(self, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMargin(4)
        self._runner = runner
        self._dialogs = dialogs
        self._journal: Journal | None = None
        self._enregistre: datetime | None = None
        self._brouillons = 0
        self._sauvegarde = ""

    def suivre(self, journal: Journal) -> None:
        """Start with a journal that was just opened."""
        self._journal = journal
        self._enregistre, self._brouillons = None, 0
        self._dire_sauvegarde(SAUVEGARDE_EN_COURS)
        self._runner.run(
            self,
            lambda _p: journal.sauvegardes.du_jour(journal.base),
            on_success=lambda _copie: self._sauve(journal, None),
            on_error=lambda erreur: self._sauve(journal, erreur),
            libelle=None,
        )
        self._compter(journal)

    def oublier(self) -> None:
        """The journal is closing."""
        self._journal = None
        self.clear()

    def changement(self, changes: Changes) -> None:
        """Something was written."""
        journal = self._journal
        if journal is None:
            return
        self._enregistre = journal.horloge.maintenant()
        self._ecrire()
        if changes.brouillons or changes.interventions:
            self._compter(journal)

    def _sauve(self, journal: Journal, erreur: ErreurJournal | None) -> None:
        if journal is not self._journal:
            return
        self._dire_sauvegarde(SAUVEGARDE_RATEE if erreur else SAUVEGARDE_FAITE)
        if erreur is not None:
            self._dialogs.erreur(self.window(), erreur)

    def _compter(self, journal: Journal) -> None:
        def compte(nombre: int) -> None:
            if journal is self._journal:
                self._brouillons = nombre
                self._ecrire()

        self._runner.run(
            self,
            lambda _p: len(journal.interventions.brouillons()),
            on_success=compte,
            libelle=None,
        )

    def _dire_sauvegarde(self, phrase: str) -> None:
        self._sauvegarde = phrase
        self._ecrire()

    def _ecrire(self) -> None:
        self.setText(phrase_etat(self._enregistre, self._brouillons, self._sauvegarde))
