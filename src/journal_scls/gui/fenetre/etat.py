"""The sentence at the bottom of the window: what is safe, as text and never as a colour."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from journal_scls.application.operation import Changes
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.jours import jour_proche
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, tr

if TYPE_CHECKING:
    from journal_scls.application.journal import Journal
    from journal_scls.application.lots.envois import CompteEnvois

SAUVEGARDE_EN_COURS = marque("sauvegarde en cours…")
SAUVEGARDE_FAITE = marque("dernière sauvegarde : aujourd’hui")
SAUVEGARDE_AILLEURS = marque("sauvegarde : celle du serveur")
SAUVEGARDE_RATEE = marque("la sauvegarde du jour n’a pas pu se faire")


def heure(instant: datetime) -> str:
    """« 14 h 05 », local time."""
    local = instant.astimezone()
    return tr("{heure} h {minute:02d}", heure=local.hour, minute=local.minute)


def phrase_envois(compte: "CompteEnvois", aujourdhui: date) -> str:
    """« 3 à envoyer · dernier envoi : mardi »; nothing while no region expects anything."""
    if not compte.rattache:
        return ""
    reste = (
        tr("{n} à envoyer", "{n} à envoyer", compte.a_envoyer)
        if compte.a_envoyer
        else tr("rien à envoyer")
    )
    dernier = (
        tr("dernier envoi : {dernier}", dernier=jour_proche(compte.dernier, aujourdhui))
        if compte.dernier
        else ""
    )
    return " · ".join(partie for partie in (reste, dernier) if partie)


def phrase_etat(enregistre: datetime | None, brouillons: int, *suite: str) -> str:
    """« Enregistré à 14 h 05 · 2 brouillons · 3 à envoyer · dernière sauvegarde : … »."""
    parties = [
        tr("Enregistré à {heure}", heure=heure(enregistre))
        if enregistre
        else tr("Tout est enregistré")
    ]
    if brouillons:
        parties.append(tr("{n} brouillon", "{n} brouillons", brouillons))
    return " · ".join([*parties, *(partie for partie in suite if partie)])


class LigneEtat(QLabel):
    """Follows one journal at a time, and makes its copy of the day in the background."""

    def __init__(self, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMargin(4)
        self.setWordWrap(True)
        self._runner = runner
        self._dialogs = dialogs
        self._journal: Journal | None = None
        self._enregistre: datetime | None = None
        self._brouillons = 0
        self._envois = ""
        self._sauvegarde = ""

    def hasHeightForWidth(self) -> bool:
        """A status bar asks it of a width that is not the one it gives."""
        return False

    def sizeHint(self) -> QSize:
        """The lines that it takes."""
        return QSize(self.width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Any width: a label that wraps asks for the height that its longest word would give."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On as many lines as the text takes."""
        super().resizeEvent(event)
        self._tailler()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tailler()

    def _tailler(self) -> None:
        """By the width of the window: its own is not known before it is shown."""
        large = self.window().width() - 2 * self.margin()
        self.setMinimumHeight(0)  # which a label counts in what it asks for
        self.setMinimumHeight(max(0, self.heightForWidth(large)))

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
            self._dire_sauvegarde(tr(SAUVEGARDE_AILLEURS))
            return
        self._dire_sauvegarde(tr(SAUVEGARDE_EN_COURS))
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
        self._dire_sauvegarde(tr(SAUVEGARDE_RATEE if erreur else SAUVEGARDE_FAITE))
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
        self._tailler()
