"""The container: one line of canonical JSON, then the SSHSIG armors of those who sign it.

The signature covers the line with its line break, so that `head -n 1` gives what
`ssh-keygen -Y verify` reads and `sed 1d` gives the signature. Sealed in an age envelope when it
is meant for one reader.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.sync.inscription.messages import Message
from journal_scls.sync.inscription.refus import en_inscription
from journal_scls.sync.lot import enveloppe, json_canonique, sshsig
from journal_scls.sync.lot.sshsig import Espace

TAILLE_MAX = 68 * 1024
"""The largest JSON and two signatures; with the envelope, hardly more."""

_SCELLE_MAX = TAILLE_MAX + enveloppe.ENTETE_MAX
_FIN_ARMURE = b"-----END SSH SIGNATURE-----\n"
_M = TypeVar("_M", bound=Message)


def composer(message: Message, espace: Espace, cles_secretes: Sequence[bytes]) -> bytes:
    """The signed lines, in clear."""
    ligne = message.octets() + b"\n"
    return ligne + b"".join(sshsig.signer(ligne, espace, cle) for cle in cles_secretes)


def ouvrir(octets: bytes, identites: Sequence[str]) -> bytes:
    """The signed lines of a sealed file.

    Raises:
        RefusInscription: not sealed, not for us, damaged.
    """
    if len(octets) > _SCELLE_MAX:
        raise RefusInscription(CodeInscription.AUTRE_FICHIER)
    with en_inscription():
        return enveloppe.ouvrir(octets, identites)


def lire(octets: bytes, modele: type[_M], espace: Espace, signataires: int = 1) -> tuple[_M, Any]:
    """A message and the keys that signed it, in the order of the signatures.

    Raises:
        RefusInscription: another kind of file, a signature that does not hold, or a content that
            this version would not have written.
    """
    ligne, armures = _separer(octets)
    # Said before the signature, for the person who chose the wrong file; it proves nothing.
    if f'"format":"{modele.nom_format()}"'.encode() not in ligne:
        raise RefusInscription(CodeInscription.AUTRE_FICHIER)
    if len(armures) != signataires:
        raise RefusInscription(CodeInscription.SIGNATURE_INVALIDE)
    with en_inscription():
        signatures = [sshsig.lire(armure, espace) for armure in armures]
        for signature in signatures:
            signature.exiger(ligne)
    return _lire_message(ligne[:-1], modele), tuple(s.cle for s in signatures)


def _separer(octets: bytes) -> tuple[bytes, list[bytes]]:
    ligne, coupe, reste = octets.partition(b"\n")
    *armures, fin = reste.split(_FIN_ARMURE)
    if len(octets) > TAILLE_MAX or not coupe or not ligne.startswith(b"{"):
        raise RefusInscription(CodeInscription.AUTRE_FICHIER)
    if fin:
        raise RefusInscription(CodeInscription.SIGNATURE_INVALIDE)
    return ligne + coupe, [armure + _FIN_ARMURE for armure in armures]


def _lire_message(ligne: bytes, modele: type[_M]) -> _M:
    with en_inscription():
        valeur = json_canonique.lire(ligne)
    if not isinstance(valeur, dict):
        raise RefusInscription(CodeInscription.MAL_FAIT)
    version = valeur.get("version")
    # type() and not isinstance: true is an int for Python, and is no version.
    if type(version) is int and version > 1:
        raise RefusInscription(CodeInscription.VERSION_RECENTE)
    try:
        message = modele.model_validate_json(ligne)
    except ValidationError as erreur:
        raise RefusInscription(CodeInscription.MAL_FAIT, _champ(erreur, modele)) from None
    if message.octets() != ligne:  # a null where the field should be left out
        raise RefusInscription(CodeInscription.MAL_FAIT)
    return message


def _champ(erreur: ValidationError, modele: type[Message]) -> str:
    """The name of the field at fault; a name that the file invented is not repeated."""
    lieu = erreur.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    champ = str(lieu[0]) if lieu else ""
    return champ if champ in modele.model_fields else ""
