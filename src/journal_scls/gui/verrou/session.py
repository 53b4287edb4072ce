"""The session is locked or the computer is about to sleep, as Linux desktops say it on D-Bus.

Elsewhere nothing is heard, and the watch (veille.py) locks when the computer wakes up.
"""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

# A locker says true when the screen locks; logind says that the computer falls asleep.
_SIGNAUX = (
    ("systeme", "org.freedesktop.login1.Manager", "PrepareForSleep", "_dite(bool)"),
    ("systeme", "org.freedesktop.login1.Session", "Lock", "_verrouillee()"),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged", "_dite(bool)"),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged", "_dite(bool)"),
)


class Session(QObject):
    """`quittee` follows either; `ecouter` costs 5 ms and is called once a journal is open."""

    quittee = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ecoute = False

    def ecouter(self) -> None:
        """Listen from now on; a computer without D-Bus says nothing, and that is all."""
        if self._ecoute or not sys.platform.startswith("linux"):
            return
        self._ecoute = True
        from PySide6.QtDBus import QDBusConnection

        bus = {"systeme": QDBusConnection.systemBus(), "session": QDBusConnection.sessionBus()}
        for nom, interface, signal, methode in _SIGNAUX:
            if bus[nom].isConnected():
                # The stubs want bytes, which PySide6 6.11 refuses when it runs.
                bus[nom].connect("", "", interface, signal, self, SLOT(methode))  # type: ignore[call-overload]

    @Slot(bool)
    def _dite(self, commence: bool) -> None:
        if commence:
            self.quittee.emit()

    @Slot()
    def _verrouillee(self) -> None:
        self.quittee.emit()
