"""Importing behind a window that must stay alive.

What makes classes of Qt is imported on the main thread, a module at a time between two events:
PySide6 keeps its types in tables that Qt reads without Python's lock, and a worker that adds to
them while a page is painted ends the program (seen once in 150 starts). The rest has a worker.
"""

import builtins
import gc
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_REPIT_MS = 1  # zero would let the steps follow one another before the keys that wait


class Etapes(QObject):
    """Goes through the steps of a generator, and lets the window live at each `yield`."""

    def __init__(self, etapes: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._etapes = etapes
        self._fini: Callable[[], object] = lambda: None
        self._rate: Callable[[BaseException], object] | None = None
        self.en_cours = False
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_REPIT_MS)
        self._minuterie.timeout.connect(self._avancer)

    def suivre(self, fini: Callable[[], object], rate: Callable[[BaseException], object]) -> None:
        """Start, at once for the first step; then one of the two is called."""
        self._fini, self._rate = fini, rate
        self.en_cours = True
        self._avancer()

    def finir(self) -> None:
        """Go through what is left without waiting: it is needed now."""
        self._minuterie.stop()
        self.en_cours = False
        for _ in self._etapes:
            pass

    def _avancer(self) -> None:
        try:
            next(self._etapes)
        except StopIteration:
            self.en_cours = False
            self._fini()
        except BaseException as echec:  # noqa: BLE001 - whoever started the steps decides
            self.en_cours = False
            if self._rate is not None:
                self._rate(echec)
        else:
            self._minuterie.start()


def pas_a_pas(*modules: str) -> Iterator[None]:
    """Import modules, one a step; those that are there already make no step."""
    for module in modules:
        if module not in sys.modules:
            import_module(module)
            yield


def paquets_pas_a_pas(*paquets: str) -> Iterator[None]:
    """The same for all that is in packages; the collector then leaves them alone."""
    for paquet in paquets:
        chemins = import_module(paquet).__path__
        noms = [m.name for m in pkgutil.walk_packages(chemins, f"{paquet}.")]
        yield from pas_a_pas(*noms)
    gc.freeze()


def rendre_import() -> None:
    """Give Python its own `import` back, once PySide6 is there.

    PySide6 reads the source of every module imported after it and keeps it (25 MB), in case one
    says `from __feature__ import …`. None does.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def sans_ramassage() -> Iterator[None]:
    """Load what stays until the end without the collector of cycles, which is then told so.

    A full collection of a thousand modules stops every thread for 100 ms, several times.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
