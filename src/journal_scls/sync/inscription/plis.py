"""ports_inscriptions.Plis: the files themselves."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from pydantic import ValidationError

from journal_scls.domain.echange.accuse import Accuse
from journal_scls.domain.echange.inscription import (
    Acceptation,
    ChangementCles,
    Demande,
    Invitation,
    PolitiqueRegion,
)
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.sync.inscription import pli
from journal_scls.sync.inscription.messages import (
    Message,
    MessageAcceptation,
    MessageCles,
    MessageDemande,
    MessageInvitation,
    condense,
)
from journal_scls.sync.inscription.messages_accuse import MessageAccuse
from journal_scls.sync.inscription.refus import en_inscription
from journal_scls.sync.lot import conteneur as conteneurs
from journal_scls.sync.lot import enveloppe, manifeste
from journal_scls.sync.lot.enregistrement import Enregistrement
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.sshsig import Espace

POLITIQUE = "CHAMPS_1"


class PlisFichiers:
    """Small files of one line of JSON and its signatures, in clear or sealed."""

    def __init__(
        self, ecrire: Callable[[Path, bytes], None], dossier_prive: Callable[[Path], Path]
    ) -> None:
        """Take what writes.

        Args:
            ecrire: puts bytes on disk whole or not at all, and reads them back.
            dossier_prive: makes a folder for its owner alone.
        """
        self._ecrire = ecrire
        self._dossier_prive = dossier_prive

    def politique(self) -> PolitiqueRegion:
        """The fields that this version of the program shares."""
        champs = tuple(sorted(Enregistrement.model_fields))
        return PolitiqueRegion(id=POLITIQUE, condense=condense(champs), champs=champs)

    # --- the disk

    def lire(self, chemin: Path) -> bytes:
        """The bytes of a small file, read once."""
        with en_inscription():
            return lire_fichier_borne(chemin)

    def ecrire(self, chemin: Path, octets: bytes) -> None:
        """Write a file for its owner alone, read back and compared."""
        self._ecrire(chemin, octets)

    def tient(self, dossier: Path, nom: str) -> bool:
        """Whether a file of that name is there; ours are whole or absent."""
        return (dossier / nom).is_file()

    def remplacer(self, dossier: Path, nom: str, octets: bytes, perimes: Iterable[str]) -> Path:
        """Write under a name that says nothing, then remove what it makes useless."""
        self._dossier_prive(dossier)
        chemin = dossier / nom
        self._ecrire(chemin, octets)
        for perime in perimes:
            with suppress(OSError):  # one file too many does no harm
                (dossier / perime).unlink(missing_ok=True)
        return chemin

    # --- enrolment

    def ecrire_invitation(self, invitation: Invitation, signature: bytes) -> bytes:
        """Signed by the region, in clear."""
        message = _message(MessageInvitation.de, invitation)
        return pli.composer(message, Espace.INVITATION, [signature])

    def lire_invitation(self, octets: bytes) -> Invitation:
        """An invitation that its own key signed."""
        message, (cle,) = pli.lire(octets, MessageInvitation, Espace.INVITATION)
        with en_inscription():
            invitation: Invitation = message.valeur()
        _exiger(cle == invitation.cle, CodeInscription.SIGNATURE_INVALIDE)
        return invitation

    def ecrire_demande(
        self, demande: Demande, signature: bytes, destinataires: Sequence[str]
    ) -> bytes:
        """Signed by the journal, sealed for the region."""
        message = _message(MessageDemande.de, demande)
        return _sceller(pli.composer(message, Espace.DEMANDE, [signature]), destinataires)

    def lire_demande(self, octets: bytes, identites: Sequence[str]) -> Demande:
        """A demande whose own key signed it: the journal holds that key."""
        clair = pli.ouvrir(octets, identites)
        message, (cle,) = pli.lire(clair, MessageDemande, Espace.DEMANDE)
        with en_inscription():
            demande: Demande = message.valeur()
        _exiger(cle == demande.cle, CodeInscription.SIGNATURE_INVALIDE)
        return demande

    def ecrire_acceptation(self, acceptation: Acceptation, signature: bytes) -> bytes:
        """Signed by the region, sealed for the journal."""
        message = _message(MessageAcceptation.de, acceptation)
        clair = pli.composer(message, Espace.ACCEPTATION, [signature])
        return _sceller(clair, [acceptation.destinataire])

    def lire_acceptation(
        self, octets: bytes, identites: Sequence[str], region: bytes
    ) -> Acceptation:
        """An acceptation that the key `region` signed."""
        clair = pli.ouvrir(octets, identites)
        message, (cle,) = pli.lire(clair, MessageAcceptation, Espace.ACCEPTATION)
        _exiger(cle == region, CodeInscription.SIGNATAIRE_ETRANGER)
        with en_inscription():
            acceptation: Acceptation = message.valeur()
        return acceptation

    # --- keys

    def ecrire_changement(
        self,
        changement: ChangementCles,
        signatures: tuple[bytes, bytes],
        destinataires: Sequence[str],
    ) -> bytes:
        """Signed by the old key and by the new one, sealed for the region."""
        message = _message(MessageCles.de, changement)
        return _sceller(pli.composer(message, Espace.CLES, signatures), destinataires)

    def lire_changement(self, octets: bytes, identites: Sequence[str]) -> ChangementCles:
        """A change that both the keys it names signed."""
        clair = pli.ouvrir(octets, identites)
        message, cles = pli.lire(clair, MessageCles, Espace.CLES, signataires=2)
        with en_inscription():
            changement: ChangementCles = message.valeur()
        attendues = (changement.ancienne, changement.cle)
        _exiger(
            cles == attendues and attendues[0] != attendues[1],
            CodeInscription.SIGNATURE_INVALIDE,
        )
        return changement

    # --- accusés

    def ecrire_accuse(
        self, accuse: Accuse, signature: bytes, destinataire: str
    ) -> tuple[bytes, str]:
        """Signed by the region, sealed for the journal; and the digest of what is signed."""
        message = _message(MessageAccuse.de, accuse)
        clair = pli.composer(message, Espace.ACCUSE, [signature])
        return _sceller(clair, [destinataire]), _condense(message)

    def lire_accuse(
        self, octets: bytes, identites: Sequence[str], region: bytes
    ) -> tuple[Accuse, str]:
        """An accusé that the key `region` signed, and the digest of what is signed."""
        clair = pli.ouvrir(octets, identites)
        message, (cle,) = pli.lire(clair, MessageAccuse, Espace.ACCUSE)
        _exiger(cle == region, CodeInscription.SIGNATAIRE_ETRANGER)
        return message.valeur(), _condense(message)


class EtatsLots:
    """ports_accuses.CalculEtat."""

    def etat(self, versions: Iterable[tuple[UUID, int, bytes]]) -> tuple[int, str]:
        """Of versions (entry, revision, SHA-256 of the line) by increasing entry."""
        cumul = CumulEtat()
        for entree, rev, empreinte in versions:
            cumul.ajouter(str(entree), rev, empreinte)
        return cumul.etat.count, cumul.etat.digest

    def etat_du_lot(self, conteneur: bytes) -> tuple[int, str]:
        """The one that a lot of ours announced."""
        lu = manifeste.lire(conteneurs.lire(conteneur).manifeste)
        if lu is None:
            raise ValueError("a lot of ours that this program cannot read")
        return lu.state.count, lu.state.digest


def _message(faire: Callable[..., Message], valeur: object) -> Message:
    """Our own values fit, but for a name in which a person put an invisible character."""
    try:
        message = faire(valeur)
        message.octets()
    except (ValidationError, ValueError):
        raise RefusInscription(CodeInscription.NOM_IMPROPRE) from None
    return message


def _sceller(clair: bytes, destinataires: Sequence[str]) -> bytes:
    with en_inscription():
        return enveloppe.sceller(clair, destinataires)


def _condense(message: Message) -> str:
    return hashlib.sha256(message.octets()).hexdigest()


def _exiger(vrai: bool, code: CodeInscription) -> None:
    if not vrai:
        raise RefusInscription(code)
