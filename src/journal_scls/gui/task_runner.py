"""The only threads of the window: one worker for the database, a few for the rest.

A use case is a plain function of application/ that takes a Progress. Its outcome comes back
through one long-lived QObject that drains a list of closures on the main thread. QRunnable and
one QObject per job were measured to crash PySide6; this shape (Anki's) did not.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal_scls.application.operation import Avancement, Cancelled, Changes, Progress
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.relay import Relay
from journal_scls.gui.traduction import Marque, dite, marque, tr
from journal_scls.gui.widgets.progress_panel import ProgressPanel

T = TypeVar("T")
DELAI_PANNEAU_S = 0.4
PERIODE_MS = 100  # progress is polled, so reports reach the screen at most ten times a second
LIBELLE = marque("Opération en cours")


@dataclass
class _Job:
    parent: QObject
    op: Callable[[Progress], Any]
    progress: Progress
    libelle: str | None
    on_success: Callable[[Any], None]
    on_error: Callable[[ErreurJournal], None] | None
    on_progress: Callable[[Avancement], None] | None
    on_cancelled: Callable[[], None] | None
    on_done: Callable[[], None] | None
    debut: float
    vu: Avancement | None = None
    panneau: ProgressPanel | None = None


class Runner(Protocol):
    """What pages depend on; tests give them one that runs at once."""

    def run(
        self,
        parent: QObject,
        op: Callable[[Progress], T],
        *,
        on_success: Callable[[T], None],
        on_error: Callable[[ErreurJournal], None] | None = None,
        on_progress: Callable[[Avancement], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_done: Callable[[], None] | None = None,
        base: bool = True,
        libelle: str | Marque | None = LIBELLE,
    ) -> Progress: ...

    @property
    def occupe(self) -> bool: ...


class TaskRunner(QObject):
    """The one door for anything that may take more than a blink.

    `changed(Changes, parent)` follows every success whose result is, or carries as `.changes`,
    what it altered: even when the page that asked is gone, the others must read again.
    """

    changed = Signal(object, object)
    idle = Signal()

    def __init__(
        self,
        sur_erreur: Callable[[QObject, ErreurJournal], None],
        sur_bogue: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sur_erreur = sur_erreur
        self._sur_bogue = sur_bogue
        self._relay = Relay(sur_bogue, self)
        self._db = ThreadPoolExecutor(max_workers=1, thread_name_prefix="base")
        self._io = ThreadPoolExecutor(max_workers=4, thread_name_prefix="io")
        self._jobs: dict[int, _Job] = {}
        self._futures: dict[int, Future[None]] = {}
        self._suivant = 0
        self._fermeture = False
        self._horloge = QTimer(self)
        self._horloge.setInterval(PERIODE_MS)
        self._horloge.timeout.connect(self._regarder)

    def run(
        self,
        parent: QObject,
        op: Callable[[Progress], T],
        *,
        on_success: Callable[[T], None],
        on_error: Callable[[ErreurJournal], None] | None = None,
        on_progress: Callable[[Avancement], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_done: Callable[[], None] | None = None,
        base: bool = True,
        libelle: str | Marque | None = LIBELLE,
    ) -> Progress:
        """Start `op(progress)` in a worker; every callback runs on the main thread.

        `base=True` queues it on the single database worker. `on_done` follows every outcome,
        crashes included, so that a button disabled meanwhile always comes back. `libelle=None`
        never shows the panel (a list that reloads).
        """
        self._suivant += 1
        numero = self._suivant
        progress = Progress()
        if self._fermeture:
            progress.annuler()
        self._jobs[numero] = _Job(
            parent=parent,
            op=op,
            progress=progress,
            libelle=None if libelle is None else tr(libelle),
            on_success=on_success,
            on_error=on_error,
            on_progress=on_progress,
            on_cancelled=on_cancelled,
            on_done=on_done,
            debut=time.monotonic(),
        )
        executor = self._db if base else self._io
        self._futures[numero] = executor.submit(self._travailler, numero)
        if not self._horloge.isActive():
            self._horloge.start()
        return progress

    @property
    def occupe(self) -> bool:
        """Whether an operation is running or waiting."""
        return bool(self._jobs)

    def post(self, closure: Callable[[], None]) -> None:
        """Run a closure on the main thread, from any thread."""
        self._relay.post(closure)

    def annuler_tout(self) -> None:
        """Ask everything that runs or waits to stop at its next safe point."""
        for job in self._jobs.values():
            job.progress.annuler()

    def attendre_fin(self, delai_s: float | None = None) -> bool:
        """Block until nothing is left, callbacks included; False when the delay runs out first.

        The window is frozen meanwhile: for tests, for quitting, and for what was typed before
        the answer to which it speaks had come.
        """
        limite = None if delai_s is None else time.monotonic() + delai_s
        while self._jobs:
            reste = None if limite is None else max(0.0, limite - time.monotonic())
            encore = wait(list(self._futures.values()), timeout=reste).not_done
            self._relay.drain()
            if encore:
                return False
        return True

    def fermer(self) -> None:
        """Cancel, wait, deliver the last outcomes, and stop the threads; the engine comes after."""
        self._fermeture = True
        self.annuler_tout()
        self.attendre_fin()
        self._db.shutdown(wait=True)
        self._io.shutdown(wait=True)
        self._horloge.stop()

    def _travailler(self, numero: int) -> None:
        """In the worker, which knows the job by number and keeps no name for its outcome.

        What these own, widgets perhaps, must be let go by the main thread.
        """
        self._relay.post(self._executer(numero))

    def _executer(self, numero: int) -> Callable[[], None]:
        job = self._jobs[numero]
        try:
            job.progress.verifier()
            resultat = job.op(job.progress)
        except Cancelled:
            return partial(self._terminer, numero, self._apres_annulation)
        except ErreurJournal as erreur:
            return partial(self._terminer, numero, partial(self._apres_erreur, erreur))
        except BaseException as exc:  # noqa: BLE001 - an executor would swallow it
            return partial(self._terminer, numero, partial(self._apres_bogue, exc))
        return partial(self._terminer, numero, partial(self._apres_succes, resultat))

    def _terminer(self, numero: int, suite: Callable[[_Job], None]) -> None:
        job = self._jobs.pop(numero)
        self._futures.pop(numero)
        try:
            self._rapporter(job)
            if job.panneau is not None and shiboken6.isValid(job.panneau):
                job.panneau.finish(id(job))
            suite(job)
        finally:
            if job.on_done is not None and shiboken6.isValid(job.parent):
                job.on_done()
            if not self._jobs:
                self._horloge.stop()
                self.idle.emit()

    def _apres_succes(self, resultat: Any, job: _Job) -> None:
        try:
            if shiboken6.isValid(job.parent):
                job.on_success(resultat)
        finally:
            changes = getattr(resultat, "changes", resultat)
            if isinstance(changes, Changes) and changes:
                self.changed.emit(changes, job.parent)

    def _apres_annulation(self, job: _Job) -> None:
        if job.on_cancelled is not None and shiboken6.isValid(job.parent):
            job.on_cancelled()

    def _apres_erreur(self, erreur: ErreurJournal, job: _Job) -> None:
        if not shiboken6.isValid(job.parent):
            return
        erreur.message, erreur.suite = dite(erreur.message), dite(erreur.suite)
        if job.on_error is not None:
            job.on_error(erreur)
        else:
            self._sur_erreur(job.parent, erreur)

    def _apres_bogue(self, exc: BaseException, _job: _Job) -> None:
        """Shown even when the page is gone: a bug is never silent."""
        self._sur_bogue(exc)

    def _rapporter(self, job: _Job) -> None:
        avancement = job.progress.dernier
        if avancement is None or avancement is job.vu:
            return
        job.vu = avancement
        if job.panneau is not None and shiboken6.isValid(job.panneau):
            job.panneau.report(id(job), avancement.fait, avancement.total, avancement.libelle)
        if job.on_progress is not None and shiboken6.isValid(job.parent):
            job.on_progress(avancement)

    @Slot()
    def _regarder(self) -> None:
        for job in list(self._jobs.values()):
            try:
                self._montrer(job)
                self._rapporter(job)
            except Exception as exc:  # noqa: BLE001 - one of the two catch points
                self._sur_bogue(exc)

    def _montrer(self, job: _Job) -> None:
        attente = time.monotonic() - job.debut
        if job.panneau is not None or job.libelle is None or attente < DELAI_PANNEAU_S:
            return
        if not shiboken6.isValid(job.parent) or not isinstance(job.parent, QWidget):
            return
        if job.parent.window().isVisible():
            job.panneau = ProgressPanel.of(job.parent.window())
            job.panneau.start(id(job), job.libelle, job.progress.annuler)
