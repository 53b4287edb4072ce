"""The sentence at the bottom of the window: what is safe, as text and never as a colour."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from journal_scls.application.operation import Changes
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.texte import grouper
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.jours import jour_proche
from journal_scls.gui.task_runner import Runner

if TYPE_CHECKING:
    from journal_scls.application.journal import Journal
    from journal_scls.application.lots.envois import CompteEnvois

SAUVEGARDE_EN_COURS = "sauvegarde en cours…"
SAUVEGARDE_FAITE = "dernière sauvegarde : aujourd’hui"
SAUVEGARDE_AILLEURS = "sauvegarde : celle du serveur"
SAUVEGARDE_RATEE = "la sauvegarde du jour n’a pas pu se faire"


def heure(instant: datetime) -> str:
    """« 14 h 05 », local time."""
    local = instant.astimezone()
    return f"{local.hour} h {local.minute:02d}"


def phrase_envois(compte: "CompteEnvois", aujourdhui: date) -> str:
    """« 3 à envoyer · dernier envoi : mardi »; nothing while no region expects anything."""
    if not compte.rattache:
        return ""
    reste = f"{grouper(compte.a_envoyer)} à envoyer" if compte.a_envoyer else "rien à envoyer"
    dernier = f"dernier envoi : {jour_proche(compte.dernier, aujourdhui)}" if compte.dernier else ""
    return " · ".join(partie for partie in (reste, dernier) if partie)


def phrase_etat(enregistre: datetime | None, brouillons: int, *suite: str) -> str:
    """« Enregistré à 14 h 05 · 2 brouillons · 3 à envoyer · dernière sauvegarde : … »."""
    parties = [f"Enregistré à {heure(enregistre)}" if enregistre else "Tout est enregistré"]
    if brouillons:
        parties.append(f"{brouillons} brouillon{'s' if brouillons > 1 else ''}")
    return " · ".join([*parties, *(partie for partie in suite if partie)])


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
        self._envois = ""
        self._sauvegarde = ""

    def suivre(self, journal: "Journal") -> None:
        """Start with a journal that was just opened."""
        self._journal = journal
        self._enregistre, self._brouillons, self._envois = None, 0, ""
        self._sauvegarder(journal)
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
        if changes.brouillons or changes.interventions or changes.lots:
            self._compter(journal)

    def _sauvegarder(self, journal: "Journal") -> None:
        if not journal.sauvegardes.locales(journal.base):
            self._dire_sauvegarde(SAUVEGARDE_AILLEURS)
            return
        self._dire_sauvegarde(SAUVEGARDE_EN_COURS)
        self._runner.run(
            self,
            lambda _p: journal.sauvegardes.du_jour(journal.base),
            on_success=lambda _copie: self._sauve(journal, None),
            on_error=lambda erreur: self._sauve(journal, erreur),
            libelle=None,
        )

    def _sauve(self, journal: "Journal", erreur: ErreurJournal | None) -> None:
        if journal is not self._journal:
            return
        self._dire_sauvegarde(SAUVEGARDE_RATEE if erreur else SAUVEGARDE_FAITE)
        if erreur is not None:
            self._dialogs.erreur(self.window(), erreur)

    def _compter(self, journal: "Journal") -> None:
        def compte(lu: "tuple[int, CompteEnvois]") -> None:
            if journal is self._journal:
                self._brouillons = lu[0]
                self._envois = phrase_envois(lu[1], journal.horloge.aujourdhui())
                self._ecrire()

        self._runner.run(
            self,
            lambda _p: (len(journal.interventions.brouillons()), journal.envois.compte()),
            on_success=compte,
            libelle=None,
        )

    def _dire_sauvegarde(self, phrase: str) -> None:
        self._sauvegarde = phrase
        self._ecrire()

    def _ecrire(self) -> None:
        self.setText(
            phrase_etat(self._enregistre, self._brouillons, self._envois, self._sauvegarde)
        )
