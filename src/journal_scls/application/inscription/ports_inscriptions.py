"""What enrolment and accusés need of the outside; storage and sync provide it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from journal_scls.application.ports_accuses import CalculEtat
from journal_scls.domain.echange.accuse import Accuse
from journal_scls.domain.echange.inscription import (
    Acceptation,
    ChangementCles,
    CleJournal,
    ClesDossier,
    Demande,
    Inscription,
    Invitation,
    PolitiqueRegion,
    Region,
    Revocation,
)
from journal_scls.domain.profil import Role


class IdentiteAnnoncee(Protocol):
    """The public keys of a dossier, known to be safe, and how people compare them."""

    @property
    def role(self) -> Role:
        """What the dossier is for."""
        ...

    @property
    def id(self) -> UUID:
        """Its identifier."""
        ...

    @property
    def cle(self) -> bytes:
        """Its Ed25519 key."""
        ...

    @property
    def destinataire(self) -> str:
        """Its age recipient."""
        ...

    @property
    def empreinte(self) -> str:
        """30 digits in 6 groups of 5."""
        ...

    def confirme(self, tapee: str) -> bool:
        """Whether these typed digits are its own.

        Raises:
            RegleMetier: these are not 30 digits.
        """
        ...


class Cles(Protocol):
    """Makes and names keys."""

    def nouvelles(
        self, creee_le: datetime, *, secours: bool, epoque: int = 1, depuis_seq: int = 1
    ) -> ClesDossier:
        """New secret keys; with `secours`, a recovery identity too."""
        ...

    def annoncer(self, role: Role, id_: UUID, cles: ClesDossier) -> IdentiteAnnoncee:
        """Their public side."""
        ...

    def annoncee(self, role: Role, id_: UUID, cle: bytes, destinataire: str) -> IdentiteAnnoncee:
        """That of somebody else.

        Raises:
            RefusInscription: a key is not safe.
        """
        ...

    def destinataire(self, identite_age: str) -> str:
        """The age recipient (`age1…`) of an identity."""
        ...

    def feuille_secours(self, cles: ClesDossier) -> bytes:
        """The recovery identity as `age -i` reads it."""
        ...


class Plis(Protocol):
    """The small signed files: their bytes from values, and values from hostile bytes.

    Every `lire_…` raises RefusInscription and nothing else; every signature is checked there
    against the key that the message itself names. Whether that key is the right one is judged
    by the use cases.
    """

    def politique(self) -> PolitiqueRegion:
        """The fields that this version of the program shares."""
        ...

    def lire(self, chemin: Path) -> bytes:
        """The bytes of a small file, read once."""
        ...

    def ecrire(self, chemin: Path, octets: bytes) -> None:
        """Write a file for its owner alone, read back and compared."""
        ...

    def tient(self, dossier: Path, nom: str) -> bool:
        """Whether a file of that name is in the folder."""
        ...

    def remplacer(self, dossier: Path, nom: str, octets: bytes, perimes: Iterable[str]) -> Path:
        """Write in a folder, made if missing, then remove the files that it makes useless."""
        ...

    def ecrire_invitation(self, invitation: Invitation, signature: bytes) -> bytes:
        """Signed by the region, in clear."""
        ...

    def lire_invitation(self, octets: bytes) -> Invitation:
        """An invitation that its own key signed."""
        ...

    def ecrire_demande(
        self, demande: Demande, signature: bytes, destinataires: Sequence[str]
    ) -> bytes:
        """Signed by the journal, sealed for the region."""
        ...

    def lire_demande(self, octets: bytes, identites: Sequence[str]) -> Demande:
        """A demande whose own key signed it: the journal holds that key."""
        ...

    def ecrire_acceptation(self, acceptation: Acceptation, signature: bytes) -> bytes:
        """Signed by the region, sealed for the journal."""
        ...

    def lire_acceptation(
        self, octets: bytes, identites: Sequence[str], region: bytes
    ) -> Acceptation:
        """An acceptation that the key `region` signed."""
        ...

    def ecrire_changement(
        self,
        changement: ChangementCles,
        signatures: tuple[bytes, bytes],
        destinataires: Sequence[str],
    ) -> bytes:
        """Signed by the old key and by the new one, sealed for the region."""
        ...

    def lire_changement(self, octets: bytes, identites: Sequence[str]) -> ChangementCles:
        """A change that both the keys it names signed."""
        ...

    def ecrire_accuse(
        self, accuse: Accuse, signature: bytes, destinataire: str
    ) -> tuple[bytes, str]:
        """Signed by the region, sealed for the journal; and the digest of what is signed."""
        ...

    def lire_accuse(
        self, octets: bytes, identites: Sequence[str], region: bytes
    ) -> tuple[Accuse, str]:
        """An accusé that the key `region` signed, and the digest of what is signed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Liaison:
    """All that is needed to write to the others and to read them."""

    cles: Cles
    plis: Plis
    etats: CalculEtat


class DepotInscriptions(Protocol):
    """Keys, region, journals of the region; what is pinned never changes."""

    def cles(self) -> tuple[ClesDossier, ...]:
        """Our own keys, newest first."""
        ...

    def ajouter_cles(self, cles: ClesDossier) -> None:
        """Sign with these from now on."""
        ...

    def prochain_lot(self) -> tuple[int, int]:
        """Epoch and seq of the next lot this journal will make."""
        ...

    def region(self) -> Region | None:
        """The region that was pinned here."""
        ...

    def choisir_region(self, region: Region) -> None:
        """Pin it, instead of one that has not accepted yet."""
        ...

    def rejoindre(self, le: datetime) -> None:
        """The region has accepted."""
        ...

    def ajouter_invitation(self, nonce: bytes, le: datetime) -> None:
        """Remember an invitation given out."""
        ...

    def invitee(self, nonce: bytes) -> tuple[bool, UUID | None]:
        """Whether that invitation was given out here, and which journal used it."""
        ...

    def inscrire(self, inscription: Inscription, cle: CleJournal, nonce: bytes) -> None:
        """Keep a journal with its first keys; its invitation is used."""
        ...

    def inscriptions(self) -> tuple[Inscription, ...]:
        """The journals of the region, by code."""
        ...

    def inscription(self, journal: UUID) -> Inscription | None:
        """One of them."""
        ...

    def cles_de(self, journal: UUID) -> tuple[CleJournal, ...]:
        """All the keys of a journal, by rank."""
        ...

    def journal_de(self, cle: bytes) -> UUID | None:
        """Whose Ed25519 key this is, of any rank."""
        ...

    def cle_age_prise(self, destinataire: str) -> bool:
        """Whether some journal already gave that age recipient."""
        ...

    def ajouter_cle(self, cle: CleJournal) -> None:
        """The next keys of a journal."""
        ...

    def revocations(self, journal: UUID) -> tuple[Revocation, ...]:
        """What was withdrawn from a journal, oldest first."""
        ...

    def revoquer(self, revocations: Iterable[Revocation]) -> None:
        """Withdraw; for ever."""
        ...
