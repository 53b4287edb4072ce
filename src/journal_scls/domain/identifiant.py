"""Identifiers made on the laptop: UUID version 7 (RFC 9562 section 5.7)."""

import secrets
import threading
import time
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANTE = 0b10 << 62
_SUITE_MAX = (1 << 12) - 1

_verrou = threading.Lock()
_dernier = (0, 0)


def nouvel_identifiant() -> UUID:
    """A time-ordered identifier, strictly increasing within the process.

    Ordered keys keep the index of a growing journal flat where random ones slow every insert.
    The 12 bits after the millisecond count identifiers of that millisecond; when they run out
    the next millisecond is borrowed.
    """
    global _dernier  # noqa: PLW0603 - one clock per process is the point
    with _verrou:
        instant, suite = time.time_ns() // 1_000_000, secrets.randbits(11)
        if instant <= _dernier[0]:
            instant, suite = _dernier[0], _dernier[1] + 1
            if suite > _SUITE_MAX:
                instant, suite = instant + 1, 0
        _dernier = (instant, suite)
    return UUID(int=instant << 80 | _VERSION_7 | suite << 64 | _VARIANTE | secrets.randbits(62))
