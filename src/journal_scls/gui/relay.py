"""How any thread gets something done on the main one."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Relay(QObject):
    """Runs closures on the thread it lives in, in the order they were posted from any thread."""

    _reveil = Signal()

    def __init__(
        self, sur_bogue: Callable[[BaseException], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sur_bogue = sur_bogue
        self._lock = threading.Lock()
        self._attente: deque[Callable[[], None]] = deque()
        self._reveil.connect(self.drain, Qt.ConnectionType.QueuedConnection)

    def post(self, closure: Callable[[], None]) -> None:
        """Queue a closure; from any thread."""
        with self._lock:
            self._attente.append(closure)
            # Dropped inside the lock: the main thread must hold the last reference, because a
            # closure may own widgets, and widgets must not die in a worker.
            del closure
        self._reveil.emit()

    @Slot()
    def drain(self) -> None:
        """One at a time, so that a callback which opens an event loop keeps the order."""
        while True:
            with self._lock:
                if not self._attente:
                    return
                closure = self._attente.popleft()
            try:
                closure()
            except Exception as exc:  # noqa: BLE001 - one of the two catch points
                self._sur_bogue(exc)
