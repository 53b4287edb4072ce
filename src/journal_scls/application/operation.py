"""What a long use case and whoever started it agree on: progress, cancelling, what changed.

Standard library only: the same use case runs in a worker thread of the window, in a command
and in a test, and knows none of them.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields


class Cancelled(Exception):
    """The person pressed « Annuler »; raised by `Progress.etape`, never shown as an error."""


@dataclass(frozen=True)
class Avancement:
    """How far an operation is; `total` is None while nobody can know the end."""

    fait: int
    total: int | None
    libelle: str = ""


@dataclass(frozen=True)
class Changes:
    """What a use case altered, so that only the pages concerned read again."""

    interventions: bool = False
    repertoire: bool = False
    brouillons: bool = False
    lots: bool = False
    reglages: bool = False

    def __or__(self, autre: "Changes") -> "Changes":
        noms = [champ.name for champ in fields(self)]
        return Changes(**{nom: getattr(self, nom) or getattr(autre, nom) for nom in noms})

    def __bool__(self) -> bool:
        return any(getattr(self, champ.name) for champ in fields(self))


class Progress:
    """Handed to an operation; the only two-way link with whoever waits for it.

    The operation chooses its cancellation points by calling `etape`, always outside a
    half-written state. The listener is called in the thread of the operation: it must be quick
    and thread-safe. Whoever only needs the latest value may poll `dernier` instead.
    """

    def __init__(self, listener: Callable[[Avancement], None] | None = None) -> None:
        self._listener = listener
        self._lock = threading.Lock()
        self._dernier: Avancement | None = None
        self._annule = threading.Event()

    def etape(self, fait: int, total: int | None, libelle: str = "") -> None:
        """Report progress; raises Cancelled once somebody asked to stop."""
        self.verifier()
        avancement = Avancement(fait, total, libelle)
        with self._lock:
            self._dernier = avancement
        if self._listener is not None:
            self._listener(avancement)

    def verifier(self) -> None:
        """A cancellation point with nothing to report."""
        if self._annule.is_set():
            raise Cancelled

    def annuler(self) -> None:
        """Ask the operation to stop at its next cancellation point; safe from any thread."""
        self._annule.set()

    @property
    def annule(self) -> bool:
        """Whether somebody asked to stop."""
        return self._annule.is_set()

    @property
    def dernier(self) -> Avancement | None:
        """The latest report, or None before the first one."""
        with self._lock:
            return self._dernier
