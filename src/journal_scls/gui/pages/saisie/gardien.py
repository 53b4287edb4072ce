"""Keeps what is being typed, in the encrypted file, a second at most after it was typed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from journal_scls.application.lectures import Brouillon
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.task_runner import Runner

DELAI_MS = 800  # not restarted by the next key: with the write, within the second
OUVERT = "ouvert"  # the draft that was on screen, and comes back by itself
REVISION = "revision"


@dataclass(frozen=True)
class Sujet:
    """Whose draft it is: a new entry, or the correction of one from a revision seen."""

    intervention: UUID | None = None
    revision: int = 0


class Carnet(Protocol):
    """Where drafts are kept: Interventions those of entries, others those of their forms."""

    def garder_brouillon(
        self, contenu: Etat, *, id_: UUID | None = None, intervention: UUID | None = None
    ) -> object: ...

    def jeter_brouillon(self, id_: UUID) -> None: ...


class Gardien(QObject):
    """One draft at a time. `garde` follows each write, with the drafts that are set aside."""

    garde = Signal()
    empeche = Signal(object)

    def __init__(
        self,
        depot: Carnet,
        runner: Runner,
        lire: Callable[[], Etat],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._depot = depot
        self._runner = runner
        self._lire = lire
        self._verrou = threading.Lock()
        self._tours = 0
        self._ecrits: dict[UUID, int] = {}
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(DELAI_MS)
        self._minuterie.timeout.connect(self.garder)
        self.suivre({}, Sujet())

    @property
    def id(self) -> UUID | None:
        """The draft's identifier, None while nothing was worth keeping."""
        return self._id

    @property
    def intact(self) -> bool:
        """Whether nothing was typed since `suivre`."""
        return self._lire() == self._neuf

    def suivre(self, neuf: Etat, sujet: Sujet, brouillon: UUID | None = None) -> None:
        """Begin with a form that says `neuf`, which alone is not worth a draft."""
        self._minuterie.stop()
        self._neuf = neuf
        self._sujet = sujet
        self._id = brouillon
        self._dernier: Etat | None = None

    def toucher(self) -> None:
        """Something changed."""
        if not self._minuterie.isActive():
            self._minuterie.start()

    def garder(self) -> None:
        """Write it now, by the database's worker."""
        self._minuterie.stop()
        ecrire = self._preparer()
        if ecrire is not None:
            self._runner.run(
                self,
                lambda _progress: ecrire(),
                on_success=lambda _rien: self.garde.emit(),
                on_error=self._sur_erreur,
                libelle=None,
            )

    def garder_tout_de_suite(self) -> None:
        """Write it here, before returning: the window closes or locks.

        What already waits in the queue is written again, because the queue is about to be
        emptied.

        Raises:
            ErreurJournal: the disk refuses.
        """
        self._minuterie.stop()
        self._dernier = None
        ecrire = self._preparer()
        if ecrire is not None:
            ecrire()
            self.garde.emit()

    def ceder(self, quand: datetime) -> Brouillon | None:
        """Let go of what is typed, to be set aside by whoever asks; None when there is nothing.

        The form then belongs to what comes next, which `suivre` says.
        """
        self._minuterie.stop()
        etat = self._lire()
        if etat == self._neuf:
            self.oublier()
            return None
        self._id = self._id or nouvel_identifiant()
        contenu = {**etat, OUVERT: False, REVISION: self._sujet.revision}
        return Brouillon(
            id=self._id, contenu=contenu, modifie_le=quand, intervention=self._sujet.intervention
        )

    def rediger(self, id_: UUID, contenu: Etat, intervention: UUID | None) -> Callable[[], None]:
        """The write of a draft, for any thread; void once something later was written of it."""
        tour = self._suivant()

        def ecrire() -> None:
            with self._verrou:
                if tour > self._ecrits.get(id_, 0):
                    self._depot.garder_brouillon(contenu, id_=id_, intervention=intervention)
                    self._ecrits[id_] = tour

        return ecrire

    def detacher(self) -> UUID | None:
        """Forget the draft without erasing it: the save that starts will."""
        self._minuterie.stop()
        id_, self._id = self._id, None
        if id_ is not None:
            self._ecrits[id_] = self._suivant()  # a write still waiting in the queue is void
        return id_

    def oublier(self) -> None:
        """The form says again what it began with: erase the draft now."""
        self._dernier = None
        self.garder()

    def _preparer(self) -> Callable[[], None] | None:
        """The write to do, without the widgets; None when there is nothing new."""
        etat = self._lire()
        if etat == self._dernier:
            return None
        self._dernier = etat
        if etat == self._neuf:
            id_, self._id = self._id, None
            return None if id_ is None else self._effacement(id_)
        if self._id is None:
            self._id = nouvel_identifiant()
        contenu = {**etat, OUVERT: True, REVISION: self._sujet.revision}
        return self.rediger(self._id, contenu, self._sujet.intervention)

    def _effacement(self, id_: UUID) -> Callable[[], None]:
        tour = self._suivant()

        def effacer() -> None:
            with self._verrou:
                self._ecrits[id_] = tour
                self._depot.jeter_brouillon(id_)

        return effacer

    def _suivant(self) -> int:
        self._tours += 1
        return self._tours

    def _sur_erreur(self, erreur: ErreurJournal) -> None:
        self._dernier = None  # to be tried again at the next change
        self.empeche.emit(erreur)


def ouvert(brouillons: tuple[Brouillon, ...]) -> Brouillon | None:
    """The draft that was on screen when the program stopped."""
    return next((b for b in brouillons if b.contenu.get(OUVERT)), None)


def revision_vue(brouillon: Brouillon) -> int:
    """The revision that was on screen when a correction was typed."""
    revision = brouillon.contenu.get(REVISION)
    return revision if isinstance(revision, int) else 0


def sans_marques(contenu: Etat) -> Etat:
    """What was typed, without what the keeper wrote beside it."""
    return {nom: valeur for nom, valeur in contenu.items() if nom not in (OUVERT, REVISION)}
