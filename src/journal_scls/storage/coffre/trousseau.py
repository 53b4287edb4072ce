"""The system's keyring as a convenience: it spares a passphrase, it never is the only key.

Three measured accidents rule this module: with `keyrings.alt` installed the library chooses a
file in clear, a null backend accepts a secret and forgets it, and an environment variable or a
`keyringrc.cfg` can have any code receive the secret. So the library's own choice is never asked
for: allow-listed backends are built here, and a secret counts as stored once it was read back.
"""

import importlib
import logging
import secrets
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Protocol, TypeVar

DELAI = 5.0
"""Seconds given to the keyring, which may be waiting on a prompt nobody sees."""

SERVICE = "Journal SCLS"
UTILISATEUR = "coffre"
TAILLE_CLE = 32

_journal = logging.getLogger(__name__)
_T = TypeVar("_T")


class Trousseau(Protocol):
    """A place where the system keeps one key per vault; every failure is a None."""

    def lire(self, identifiant: str) -> bytes | None:
        """Give the key kept for this vault, or None for any reason at all."""

    def deposer(self, identifiant: str, cle: bytes) -> str | None:
        """Keep the key, read it back, and name the place; None when it did not hold."""

    def effacer(self, identifiant: str) -> None:
        """Forget the key, if it can be."""


class Moteur(Protocol):
    """The part of a `keyring` backend that is used."""

    def get_password(self, service: str, username: str) -> str | None:
        """Read a secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete a secret."""


@dataclass(frozen=True, slots=True)
class Candidat:
    """A backend that may be tried: its name, and how to build it (raising when it cannot)."""

    nom: str
    ouvrir: Callable[[], Moteur]


@dataclass
class TrousseauEnMemoire:
    """A keyring for tests and demonstrations: forgets everything with the process."""

    cles: dict[str, bytes] = field(default_factory=dict)

    def lire(self, identifiant: str) -> bytes | None:
        """See `Trousseau`."""
        return self.cles.get(identifiant)

    def deposer(self, identifiant: str, cle: bytes) -> str | None:
        """See `Trousseau`."""
        self.cles[identifiant] = cle
        return "memoire"

    def effacer(self, identifiant: str) -> None:
        """See `Trousseau`."""
        self.cles.pop(identifiant, None)


class TrousseauSysteme:
    """The keyring of this session, asked in a thread of its own and never waited for long.

    The thread is a daemon, and one that hangs is left alone: while it lives every other call is
    refused at once, so that prompts do not pile up on the screen.
    """

    def __init__(self, candidats: Sequence[Candidat] | None = None, delai: float = DELAI) -> None:
        self._candidats = tuple(candidats_permis() if candidats is None else candidats)
        self._delai = delai
        self._fil: threading.Thread | None = None

    def lire(self, identifiant: str) -> bytes | None:
        """See `Trousseau`."""
        return self._premier(lambda _, moteur: _lire(moteur, identifiant))

    def deposer(self, identifiant: str, cle: bytes) -> str | None:
        """See `Trousseau`."""
        return self._premier(
            lambda nom, moteur: nom if _deposer(moteur, identifiant, cle) else None
        )

    def effacer(self, identifiant: str) -> None:
        """See `Trousseau`; every backend is asked, since the desktop may have changed since."""
        self._premier(lambda _, moteur: _effacer(moteur, identifiant))

    def _premier(self, action: Callable[[str, Moteur], _T | None]) -> _T | None:
        """Give the first answer that is not None, within the delay."""
        if self._fil is not None and self._fil.is_alive():
            return None
        reponses: list[_T] = []
        self._fil = threading.Thread(
            target=_parcourir, args=(self._candidats, action, reponses), daemon=True
        )
        self._fil.start()
        self._fil.join(self._delai)
        return reponses[0] if reponses else None


def candidats_permis() -> tuple[Candidat, ...]:
    """List the backends of this system that keep secrets encrypted, by preference."""
    noms = {"win32": ("windows",), "darwin": ("macos",)}.get(sys.platform, ("secret", "kwallet"))
    return tuple(Candidat(nom, partial(_construire, *_PERMIS[nom])) for nom in noms)


_PERMIS: Mapping[str, tuple[str, str, Mapping[str, str | None]]] = {
    "secret": ("keyring.backends.SecretService", "Keyring", {"appid": SERVICE}),
    "kwallet": ("keyring.backends.kwallet", "DBusKeyring", {"appid": SERVICE}),
    # The default persistence, "enterprise", sends the secret to other machines of the domain.
    "windows": ("keyring.backends.Windows", "WinVaultKeyring", {"persist": "local machine"}),
    "macos": ("keyring.backends.macOS", "Keyring", {"keychain": None}),
}


def _construire(module: str, classe: str, reglages: Mapping[str, str | None]) -> Moteur:
    fermee = _sans_environnement(module, classe)
    if fermee.priority <= 0:  # a property that raises when the system has no such keyring
        raise LookupError(classe)
    moteur: Moteur = fermee()
    for nom, valeur in reglages.items():
        setattr(moteur, nom, valeur)
    return moteur


@cache
def _sans_environnement(module: str, classe: str) -> Any:
    """Derive the backend so that KEYRING_PROPERTY_* variables cannot redirect it."""
    origine: Any = getattr(importlib.import_module(module), classe)
    return type(origine)(classe, (origine,), {"set_properties_from_env": lambda _: None})


def _parcourir(
    candidats: Sequence[Candidat],
    action: Callable[[str, Moteur], _T | None],
    reponses: list[_T],
) -> None:
    for candidat in candidats:
        try:
            reponse = action(candidat.nom, candidat.ouvrir())
        except Exception as erreur:  # noqa: BLE001 - any failure of a keyring means "ask the passphrase"
            _journal.info("keyring %s: %s", candidat.nom, type(erreur).__name__)
            continue
        if reponse is not None:
            reponses.append(reponse)
            return


def _service(identifiant: str) -> str:
    """One service per vault: on Windows two users of one service displace each other."""
    return f"{SERVICE} {identifiant}"


def _lire(moteur: Moteur, identifiant: str) -> bytes | None:
    texte = moteur.get_password(_service(identifiant), UTILISATEUR)
    if texte is None:
        return None
    cle = bytes.fromhex(texte)
    return cle if len(cle) == TAILLE_CLE else None


def _deposer(moteur: Moteur, identifiant: str, cle: bytes) -> bool:
    moteur.set_password(_service(identifiant), UTILISATEUR, cle.hex())
    relue = _lire(moteur, identifiant)
    return relue is not None and secrets.compare_digest(relue, cle)


def _effacer(moteur: Moteur, identifiant: str) -> None:
    moteur.delete_password(_service(identifiant), UTILISATEUR)
