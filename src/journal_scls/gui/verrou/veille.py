"""Nobody there any more: the journal locks itself, after a warning.

Gestures are seen on the windows that have the focus, not on the application: a filter there
would put every paint of every widget through Python.
"""

import math
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

AVERTIR_S = 30
# Between two looks, one second apart, nothing that long happens in a computer that is awake.
ABSENCE_S = 20
_GESTES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


def _horloge() -> Callable[[], float]:
    """Seconds that also pass while the computer sleeps, whatever is done to its date."""
    numero = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC_RAW", None))
    return time.monotonic if numero is None else partial(time.clock_gettime, numero)


class Veille(QObject):
    """`avertie(seconds)` comes each second of the last thirty, `rassuree` when a gesture follows.

    `echue` says that nobody is there, or that the computer slept; it comes again each second
    until `arreter`, for whoever could not lock at once.
    """

    avertie = Signal(int)
    rassuree = Signal()
    echue = Signal()

    def __init__(
        self, parent: QObject | None = None, horloge: Callable[[], float] | None = None
    ) -> None:
        super().__init__(parent)
        self._horloge = horloge or _horloge()
        self._delai = 0.0
        self._geste = self._regard = self._horloge()
        self._avertie = False
        self._minuterie = QTimer(self)
        self._minuterie.setInterval(1000)
        self._minuterie.timeout.connect(self.regarder)

    def surveiller(self, delai_s: float) -> None:
        """Lock after that long without a gesture; may be called again with another delay."""
        self._delai = delai_s
        self._regard = self._horloge()
        app = QGuiApplication.instance()
        if not self._minuterie.isActive() and isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._suivre)
            self._suivre(app.focusWindow())
        self._minuterie.start()
        self.toucher()

    def arreter(self) -> None:
        """Nothing to lock any more."""
        app = QGuiApplication.instance()
        if self._minuterie.isActive() and isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._suivre)
        self._minuterie.stop()
        self._avertie = False

    def toucher(self) -> None:
        """Somebody is there."""
        self._geste = self._horloge()
        if self._avertie:
            self._avertie = False
            self.rassuree.emit()

    def regarder(self) -> None:
        """Each second: how long since the last gesture, and since the last look."""
        maintenant = self._horloge()
        absence, self._regard = maintenant - self._regard, maintenant
        if absence > ABSENCE_S:
            self._geste = -math.inf
        reste = self._delai - (maintenant - self._geste)
        if reste <= 0:
            self.echue.emit()
        elif reste <= AVERTIR_S:
            self._avertie = True
            self.avertie.emit(math.ceil(reste))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the gestures, and let them go on."""
        if event.type() in _GESTES:
            self.toucher()
        return super().eventFilter(watched, event)

    def _suivre(self, fenetre: QWindow | None) -> None:
        if fenetre is not None:
            fenetre.installEventFilter(self)
