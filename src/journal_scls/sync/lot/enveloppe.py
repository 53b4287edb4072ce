"""The age envelope: encryption to X25519 recipients, and the bounds put before decrypting.

The age library spends quadratic time on the header (241 s for a hostile one of 478 KiB) and
would run a passphrase function as costly as the file asks. Hence the header is judged here
first. What is left is bounded: at most 32 key agreements (20 ms) and a payload that never
expands, decrypted in memory by a memory-safe library. A child process would add half a second a
file on Windows and would bound nothing more.
"""

import io
import re
from collections.abc import Sequence

import pyrage

from journal_scls.sync.lot.cles import verifier_destinataire
from journal_scls.sync.lot.refus import Code, RefusLot

TAILLE_MAX = 32 * 1024 * 1024
ENTETE_MAX = 16 * 1024
STANZAS_MAX = 32

_VERSION = b"age-encryption.org/v1\n"
_STANZA = re.compile(rb"-> ([!-~]+)((?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)")
_MAC = re.compile(rb"--- [A-Za-z0-9+/]{43}\n")
_ARGUMENT_X25519 = re.compile(rb" [A-Za-z0-9+/]{43}")
_CORPS_X25519 = re.compile(rb"[A-Za-z0-9+/]{43}\n")
_GREASE = b"-grease"


def sceller(octets: bytes, destinataires: Sequence[str]) -> bytes:
    """Encrypt to age recipients (`age1…`); two calls never give the same bytes.

    Raises:
        RefusLot: a recipient is not a safe key, or the result would be too large to be read.
    """
    if not destinataires:
        raise ValueError("at least one recipient")
    for destinataire in destinataires:
        verifier_destinataire(destinataire)
    cles = [pyrage.x25519.Recipient.from_str(destinataire) for destinataire in destinataires]
    scelle: bytes = pyrage.encrypt(octets, cles)
    verifier_entete(scelle)
    return scelle


def ouvrir(octets: bytes, identites: Sequence[str]) -> bytes:
    """Decrypt with any of the age identities (`AGE-SECRET-KEY-1…`).

    Raises:
        RefusLot: not an envelope of ours, not for these identities, or damaged.
    """
    verifier_entete(octets)
    cles = [pyrage.x25519.Identity.from_str(identite) for identite in identites]
    clair = io.BytesIO()
    try:
        pyrage.decrypt_io(io.BytesIO(octets), clair, cles)
    except (pyrage.DecryptError, OSError) as erreur:
        # OSError is how it reports a damaged payload. The header has one exception for all its
        # troubles: only the sentence tells them apart, and an unknown one means damaged.
        autre = str(erreur).startswith("No matching keys")
        raise RefusLot(Code.PAS_POUR_NOUS if autre else Code.AGE_ABIME) from None
    return clair.getvalue()


def en_a_l_air(octets: bytes) -> bool:
    """Whether the bytes begin as an encrypted file does, whatever else is wrong with them."""
    return octets.startswith(_VERSION)


def verifier_entete(octets: bytes) -> None:
    """Judge the size and the header, in time that the file cannot choose.

    Raises:
        RefusLot: too large, not binary age v1, or a header that no lot has.
    """
    if len(octets) > TAILLE_MAX:
        raise RefusLot(Code.TROP_GRAND)
    if not octets.startswith(_VERSION):
        raise RefusLot(Code.PAS_UN_LOT)
    position = len(_VERSION)
    x25519 = graisse = 0
    while stanza := _STANZA.match(octets, position, ENTETE_MAX):
        genre, arguments, corps = stanza.groups()
        if genre == b"X25519":
            x25519 += 1
            if not _ARGUMENT_X25519.fullmatch(arguments) or not _CORPS_X25519.fullmatch(corps):
                raise RefusLot(Code.AGE_ENTETE)
        elif genre.endswith(_GREASE):
            # Noise that our library adds to each file so that readers stay tolerant; no key is
            # ever tried on it. One only, as the library does.
            graisse += 1
        else:
            raise RefusLot(Code.AGE_DESTINATAIRE)
        position = stanza.end()
    if not 1 <= x25519 <= STANZAS_MAX - graisse or graisse > 1:
        raise RefusLot(Code.AGE_ENTETE)
    if not _MAC.match(octets, position, ENTETE_MAX):
        raise RefusLot(Code.AGE_ENTETE)
