"""Who may write to whom: the region, its journals, their keys, and what was withdrawn from them.

Keys are only compared by people, by telephone; here they are bytes already known to be safe.
Which key counts for a lot never depends on a clock nor on the order in which files arrive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from journal_scls.domain.profil import Role

NONCE_TAILLE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ClesDossier:
    """The secret keys of a dossier, and the first lot that they sign."""

    signature: bytes = field(repr=False)
    age: str = field(repr=False)
    creee_le: datetime
    secours: str = field(default="", repr=False)
    epoque: int = 1
    depuis_seq: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteLocale:
    """This dossier before the others: newest keys first, older ones only to read."""

    role: Role
    id: UUID
    cles: tuple[ClesDossier, ...] = field(repr=False)
    cle_publique: bytes
    destinataire: str
    empreinte: str
    secours: str = ""
    """The region's recovery recipient (`age1…`); '' for a journal."""

    @property
    def cle_signature(self) -> bytes:
        """The secret Ed25519 key that signs from now on."""
        return self.cles[0].signature

    @property
    def identites_age(self) -> tuple[str, ...]:
        """Every secret age identity, so that a file sealed before a change still opens."""
        return tuple(cles.age for cles in self.cles)

    @property
    def destinataires(self) -> tuple[str, ...]:
        """Where one writes to this dossier, the recovery recipient included."""
        return (self.destinataire, *([self.secours] if self.secours else []))


@dataclass(frozen=True, slots=True, kw_only=True)
class PolitiqueRegion:
    """The fields that the region asks for: a name, the list, and its SHA-256 in hexadecimal."""

    id: str
    condense: str
    champs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a region gives out in clear, so that a journal knows where to write."""

    region: UUID
    nom: str
    cle: bytes
    destinataire: str
    secours: str
    politique: PolitiqueRegion
    nonce: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Demande:
    """A journal asks to be one of the region's."""

    region: UUID
    nonce: bytes
    journal: UUID
    code: str
    nom: str
    cle: bytes
    destinataire: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptation:
    """The region answers one demande, and names the keys it has pinned."""

    region: UUID
    nonce: bytes
    journal: UUID
    cle: bytes
    destinataire: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementCles:
    """A journal changes both its keys, from one lot on."""

    region: UUID
    journal: UUID
    ancienne: bytes
    cle: bytes
    destinataire: str
    epoque: int
    depuis_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The region whose digits were typed here; nothing leaves before it has accepted."""

    uuid: UUID
    nom: str
    cle: bytes
    destinataires: tuple[str, ...]
    politique: PolitiqueRegion
    nonce: bytes
    demandee_le: datetime
    acceptee_le: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inscription:
    """A journal of the region."""

    journal: UUID
    code: str
    nom: str
    acceptee_le: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CleJournal:
    """A key a journal may sign with, from a lot on, until its next key takes over."""

    journal: UUID
    cle: bytes
    destinataire: str
    rang: int
    epoque: int
    depuis_seq: int
    acceptee_le: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """Lots after `apres_seq` no longer count; without an incarnation, in all that are not named."""

    journal: UUID
    incarnation: UUID | None
    apres_seq: int
    le: datetime
    raison: str


class ValiditeCle(StrEnum):
    """Whether a key may sign a given lot; all but the first put the lot in quarantine."""

    VALIDE = "valide"
    INCONNUE = "inconnue"
    TROP_TOT = "trop_tot"
    REMPLACEE = "remplacee"
    REVOQUEE = "revoquee"


def validite_cle(
    cles: Iterable[CleJournal],
    revocations: Iterable[Revocation],
    cle: bytes,
    *,
    incarnation: UUID,
    epoque: int,
    seq: int,
) -> ValiditeCle:
    """Judge the key that signed a lot by what its own manifest says of it.

    A key holds from (epoch, seq) of its rotation to that of the next one; epochs order the lives
    of a journal, so a late lot of an older life keeps its older key. A thief can sign any epoch:
    a revocation therefore goes by incarnation, and closes those nobody has seen yet.

    Args:
        cles: every key of the journal.
        revocations: every revocation of the journal.
        cle: the key that signed.
        incarnation: of the manifest.
        epoque: of the manifest.
        seq: of the manifest.
    """
    connues = sorted(cles, key=lambda c: c.rang)
    rang = next((i for i, connue in enumerate(connues) if connue.cle == cle), None)
    if rang is None:
        return ValiditeCle.INCONNUE
    if revoquee(revocations, incarnation, seq):
        return ValiditeCle.REVOQUEE
    place = (epoque, seq)
    if place < (connues[rang].epoque, connues[rang].depuis_seq):
        return ValiditeCle.TROP_TOT
    if any(place >= (suivante.epoque, suivante.depuis_seq) for suivante in connues[rang + 1 :]):
        return ValiditeCle.REMPLACEE
    return ValiditeCle.VALIDE


def cle_valide(
    cles: Iterable[CleJournal],
    revocations: Iterable[Revocation],
    cle: bytes,
    *,
    incarnation: UUID,
    epoque: int,
    seq: int,
) -> bool:
    """Whether that key may sign that lot."""
    return (
        validite_cle(cles, revocations, cle, incarnation=incarnation, epoque=epoque, seq=seq)
        is ValiditeCle.VALIDE
    )


def revoquee(revocations: Iterable[Revocation], incarnation: UUID, seq: int) -> bool:
    """Among several revocations the strictest counts, and the one that names the incarnation."""
    bornes: dict[UUID | None, int] = {}
    for r in revocations:
        bornes[r.incarnation] = min(r.apres_seq, bornes.get(r.incarnation, r.apres_seq))
    borne = bornes.get(incarnation, bornes.get(None))
    return borne is not None and seq > borne
