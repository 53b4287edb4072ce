"""SSHSIG signatures (OpenSSH PROTOCOL.sshsig): Ed25519, SHA-512, one namespace per kind of file.

For one namespace the whole blob has a fixed layout, so it is not parsed: the key and the
signature are taken at their places, the blob is made again from them and must be the same.
"""

import base64
import hashlib
import re
import struct
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from journal_scls.sync.lot.cles import cle_ssh, verifier_cle_signature
from journal_scls.sync.lot.refus import Code, RefusLot


class Espace(StrEnum):
    """What is signed; a signature made for one kind of file never holds for another."""

    LOT = "lot.v1@scls"
    INVITATION = "invitation.v1@scls"
    DEMANDE = "demande.v1@scls"
    ACCEPTATION = "acceptation.v1@scls"
    ACCUSE = "accuse.v1@scls"
    CLES = "cles.v1@scls"
    REPERTOIRE = "repertoire.v1@scls"
    PROPOSITION = "proposition.v1@scls"


_DEBUT = b"-----BEGIN SSH SIGNATURE-----\n"
_FIN = b"-----END SSH SIGNATURE-----\n"
_COLONNES = 70
_BASE64 = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_MAGIE = b"SSHSIG"
_CLE_TAILLE, _SIGNATURE_TAILLE = 32, 64


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says to have signed, and the 64 bytes that must prove it."""

    cle: bytes
    octets: bytes
    espace: Espace

    def exiger(self, message: bytes) -> None:
        """Check the message.

        Raises:
            RefusLot: it is not what that key signed, or anybody could have signed with that key.
        """
        verifier_cle_signature(self.cle)
        try:
            # OpenSSL refuses S >= L, hence the second signature anybody can derive from a first.
            Ed25519PublicKey.from_public_bytes(self.cle).verify(
                self.octets, _a_signer(message, self.espace)
            )
        except InvalidSignature as erreur:
            raise RefusLot(Code.SIGNATURE_INVALIDE) from erreur


def signer(message: bytes, espace: Espace, cle_secrete: bytes) -> bytes:
    """Armored signature, the bytes `ssh-keygen -Y sign` writes."""
    secrete = Ed25519PrivateKey.from_private_bytes(cle_secrete)
    octets = secrete.sign(_a_signer(message, espace))
    return _armer(_blob(secrete.public_key().public_bytes_raw(), octets, espace))


def lire(armure: bytes, espace: Espace) -> Signature:
    """Read an armored signature; nothing is proved before `Signature.exiger`.

    Raises:
        RefusLot: another shape, another algorithm or another namespace.
    """
    corps = armure.removeprefix(_DEBUT).removesuffix(_FIN).replace(b"\n", b"")
    modele = _blob(bytes(_CLE_TAILLE), bytes(_SIGNATURE_TAILLE), espace)
    if len(corps) > 2 * len(modele) or not _BASE64.fullmatch(corps) or len(corps) % 4:
        raise RefusLot(Code.SIGNATURE_INVALIDE)
    blob = base64.b64decode(corps)
    debut_cle = len(_MAGIE) + 4 + 4 + len(cle_ssh(b""))
    cle = blob[debut_cle : debut_cle + _CLE_TAILLE]
    octets = blob[-_SIGNATURE_TAILLE:]
    if len(blob) != len(modele) or _armer(_blob(cle, octets, espace)) != armure:
        raise RefusLot(Code.SIGNATURE_INVALIDE)
    return Signature(cle, octets, espace)


def _chaine(octets: bytes) -> bytes:
    return struct.pack(">I", len(octets)) + octets


def _a_signer(message: bytes, espace: Espace) -> bytes:
    condense = hashlib.sha512(message).digest()
    return b"".join(
        (_MAGIE, _chaine(espace.encode()), _chaine(b""), _chaine(b"sha512"), _chaine(condense))
    )


def _blob(cle: bytes, signature: bytes, espace: Espace) -> bytes:
    return b"".join(
        (
            _MAGIE,
            struct.pack(">I", 1),
            _chaine(cle_ssh(cle)),
            _chaine(espace.encode()),
            _chaine(b""),  # reserved
            _chaine(b"sha512"),
            _chaine(_chaine(b"ssh-ed25519") + _chaine(signature)),
        )
    )


def _armer(blob: bytes) -> bytes:
    texte = base64.b64encode(blob)
    lignes = (texte[i : i + _COLONNES] + b"\n" for i in range(0, len(texte), _COLONNES))
    return _DEBUT + b"".join(lignes) + _FIN
