"""Keys and fingerprints: what two people compare by telephone before they trust each other.

Each dossier has an Ed25519 key to sign and an age X25519 key to be written to; neither is
derived from the other. Keys under which anybody can sign, or from which anybody can compute the
shared secret, are refused wherever a key comes in.
"""

import base64
import hashlib
import hmac
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.sync.lot import bech32
from journal_scls.sync.lot.refus import Code, RefusLot

CLE_TAILLE = 32
_P = 2**255 - 19
_BIT_DE_SIGNE = 1 << 255
# y of the 8 points whose order divides 8, and u of the same points on Curve25519: with them a
# signature proves nothing and a shared secret is known to all. Non-canonical spellings (>= p)
# are refused before, so these lists and the sign bit cover the 14 known encodings.
_Y_PETIT_ORDRE = {
    0,
    1,
    _P - 1,
    int("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
    int("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
}
_U_PETIT_ORDRE = {
    0,
    1,
    _P - 1,
    int("00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0", 16),
    int("57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5f", 16),
}
_ESPACES = re.compile(r"\s+")
_TRENTE_CHIFFRES = re.compile(r"[0-9]{30}")
_GROUPES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitePublique:
    """What the others know of a dossier; a weak key cannot be held at all."""

    role: Role
    id: UUID
    cle: bytes
    destinataire: str

    def __post_init__(self) -> None:
        """Refuse keys that are not safe."""
        verifier_cle_signature(self.cle)
        verifier_destinataire(self.destinataire)

    @property
    def empreinte(self) -> str:
        """30 digits in 6 groups of 5, to be read aloud (99 bits).

        Both keys are covered, or else an impostor could keep one and change the other. The
        pieces have fixed lengths but the role, and no role is the beginning of another.
        """
        age = verifier_destinataire(self.destinataire)
        role = self.role.value.encode("ascii")
        condense = hashlib.sha256(b"scls-fp-1" + role + self.id.bytes + self.cle + age).digest()
        nombres = (int.from_bytes(condense[5 * i : 5 * i + 5], "big") for i in range(_GROUPES))
        return " ".join(f"{nombre % 100_000:05}" for nombre in nombres)

    def confirme(self, tapee: str) -> bool:
        """Whether the digits typed by the person who listens are these; spaces do not count.

        Raises:
            RegleMetier: these are not 30 digits: an oversight, to be told from a wrong key.
        """
        chiffres = _ESPACES.sub("", tapee)
        if not _TRENTE_CHIFFRES.fullmatch(chiffres):
            raise RegleMetier(
                "Une empreinte a 30 chiffres.",
                "Tapez les 6 groupes de 5 chiffres que vous entendez.",
                champ="empreinte",
            )
        return hmac.compare_digest(chiffres, self.empreinte.replace(" ", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteSecrete:
    """The two secret keys of a dossier; kept in its encrypted base and nowhere else."""

    role: Role
    id: UUID
    cle_secrete: bytes = field(repr=False)
    identite_age: str = field(repr=False)

    @property
    def publique(self) -> IdentitePublique:
        """What may be given away."""
        secrete = Ed25519PrivateKey.from_private_bytes(self.cle_secrete)
        age = pyrage.x25519.Identity.from_str(self.identite_age)
        return IdentitePublique(
            role=self.role,
            id=self.id,
            cle=secrete.public_key().public_bytes_raw(),
            destinataire=str(age.to_public()),
        )


def nouvelle_identite(role: Role, identifiant: UUID) -> IdentiteSecrete:
    """Two new keys from the system's randomness."""
    return IdentiteSecrete(
        role=role,
        id=identifiant,
        cle_secrete=Ed25519PrivateKey.generate().private_bytes_raw(),
        identite_age=str(pyrage.x25519.Identity.generate()),
    )


def verifier_cle_signature(cle: bytes) -> None:
    """Refuse an Ed25519 key of small order or spelt in a non-canonical way.

    Raises:
        RefusLot: anybody can sign with it, or it has a second spelling.
    """
    y = int.from_bytes(cle, "little") & ~_BIT_DE_SIGNE
    if len(cle) != CLE_TAILLE or y >= _P or y in _Y_PETIT_ORDRE:
        raise RefusLot(Code.CLE_FAIBLE)


def verifier_destinataire(destinataire: str) -> bytes:
    """The 32 bytes of an age recipient `age1…`.

    Raises:
        RefusLot: not an X25519 recipient, or one whose secret anybody knows.
    """
    try:
        octets = bech32.decoder("age", destinataire)
    except ValueError as erreur:
        raise RefusLot(Code.CLE_FAIBLE) from erreur
    u = int.from_bytes(octets, "little")
    if len(octets) != CLE_TAILLE or u >= _P or u in _U_PETIT_ORDRE:
        raise RefusLot(Code.CLE_FAIBLE)
    return octets


def cle_ssh(cle: bytes) -> bytes:
    """The key as OpenSSH packs it; with no key, what comes before it."""
    genre = b"ssh-ed25519"
    return struct.pack(">I", len(genre)) + genre + struct.pack(">I", CLE_TAILLE) + cle


def ligne_openssh(cle: bytes) -> str:
    """The public key as in an `.pub` file."""
    return "ssh-ed25519 " + base64.b64encode(cle_ssh(cle)).decode("ascii")


def ligne_allowed_signers(identifiant: str, cle: bytes, espaces: Iterable[str]) -> str:
    """A line for `ssh-keygen -Y verify -f`: this key, and only for these namespaces."""
    return f'{identifiant} namespaces="{",".join(espaces)}" {ligne_openssh(cle)}\n'
