"""Private keys at rest: in clear inside the encrypted file, sealed on a server.

The seal's key comes from the key of the dossier, which never leaves the vault: whoever
administers the server, or steals its disk, reads no private key and can put none of his own.
"""

import base64
import binascii
import hmac
import secrets
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal_scls.domain.errors import Environnement

_USAGE = b"journal-scls identite v1"
_NONCE = 12
_MARQUE = "scelle:"


class Sceau(Protocol):
    """How a private key is written in a column; `quoi` names the only place where it opens."""

    def sceller(self, clair: bytes, quoi: str) -> bytes:
        """As it is kept."""
        ...

    def ouvrir(self, garde: bytes, quoi: str) -> bytes:
        """The inverse of `sceller`.

        Raises:
            Environnement: it was sealed by another dossier, for another place, or altered.
        """
        ...

    def sceller_texte(self, clair: str, quoi: str) -> str:
        """The same for a text; '' stays ''."""
        ...

    def ouvrir_texte(self, garde: str, quoi: str) -> str:
        """The inverse of `sceller_texte`."""
        ...


class SansSceau:
    """Inside the encrypted file, which is a seal already."""

    def sceller(self, clair: bytes, quoi: str) -> bytes:  # noqa: ARG002 - the protocol's
        """As it is."""
        return clair

    def ouvrir(self, garde: bytes, quoi: str) -> bytes:  # noqa: ARG002 - the protocol's
        """As it is."""
        return garde

    def sceller_texte(self, clair: str, quoi: str) -> str:  # noqa: ARG002 - the protocol's
        """As it is."""
        return clair

    def ouvrir_texte(self, garde: str, quoi: str) -> str:  # noqa: ARG002 - the protocol's
        """As it is."""
        return garde


class SceauDossier:
    """AES-256-GCM under a key that only the vault of the dossier gives."""

    def __init__(self, cle_dossier: bytes) -> None:
        self._aes = AESGCM(hmac.digest(cle_dossier, _USAGE, "sha256"))

    def sceller(self, clair: bytes, quoi: str) -> bytes:
        """Nonce, then what only this dossier opens."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._aes.encrypt(nonce, clair, quoi.encode())

    def ouvrir(self, garde: bytes, quoi: str) -> bytes:
        """The inverse of `sceller`."""
        try:
            return self._aes.decrypt(garde[:_NONCE], garde[_NONCE:], quoi.encode())
        except (InvalidTag, ValueError):
            raise _autre_cle() from None

    def sceller_texte(self, clair: str, quoi: str) -> str:
        """The same, told from a key in clear by its first letters."""
        if not clair:
            return ""
        return _MARQUE + base64.b64encode(self.sceller(clair.encode(), quoi)).decode()

    def ouvrir_texte(self, garde: str, quoi: str) -> str:
        """The inverse of `sceller_texte`."""
        if not garde:
            return ""
        try:
            octets = base64.b64decode(garde.removeprefix(_MARQUE), validate=True)
        except binascii.Error:
            raise _autre_cle() from None
        return self.ouvrir(octets, quoi).decode()


def _autre_cle() -> Environnement:
    return Environnement(
        "Les clés de la coordination ne s'ouvrent pas : la base a été changée sur le serveur, ou "
        "ce dossier n'est pas le sien.",
        "N'importez rien et appelez la personne qui s'occupe du serveur.",
    )
