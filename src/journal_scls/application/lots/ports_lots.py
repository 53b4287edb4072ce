"""What making lots needs of the outside: keys, a format, an outbox, a medium, a high-water mark."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol
from uuid import UUID

from journal_scls.application.lots.ports_receptions import Ecarte, Etat
from journal_scls.domain.echange.partage import EcriturePartagee, GenreLot, InterventionAPartager
from journal_scls.domain.periode import Periode

if TYPE_CHECKING:
    from journal_scls.application.ports import Base, UnitOfWork


class PolitiqueLot(NamedTuple):
    """The fields that may leave: a name, and the SHA-256 that shows when they change."""

    id: str
    condense: str


class CleSignature(NamedTuple):
    """A secret signing key, and the first lot it signs."""

    secrete: bytes
    epoque: int
    depuis_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Expediteur:
    """Who writes, to whom, what is asked (None: the whole allow-list); `cles` newest first."""

    journal: UUID
    region: UUID
    cles: Sequence[CleSignature] = field(repr=False)
    destinataires: Sequence[str]
    politique: PolitiqueLot
    champs: frozenset[str] | None = None

    def cle_du_lot(self, epoque: int, seq: int) -> bytes:
        """The key that must sign that lot."""
        place = (epoque, seq)
        return next(c.secrete for c in self.cles if (c.epoque, c.depuis_seq) <= place)


TrouverExpediteur = Callable[["UnitOfWork"], Expediteur]
"""Reads who this journal is; refuses with a sentence while it is not enrolled."""


class Marque(NamedTuple):
    """How far a journal has exported."""

    incarnation: UUID
    epoque: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Temoignage:
    """What the folder says; `marque` is None when it is missing or another journal's.

    `ailleurs`: it was made in another place. `restaure`: a backup was put back.
    """

    marque: Marque | None = None
    ailleurs: bool = False
    restaure: bool = False


class Temoins(Protocol):
    """The high-water mark of a dossier, kept beside its database and not inside it."""

    def lire(self, base: "Base") -> Temoignage:
        """What it says; a mark that cannot be trusted is missing."""
        ...

    def ecrire(self, base: "Base", marque: Marque) -> None:
        """Move the mark, here and now; what was said of a restoration is settled.

        Raises:
            Environnement: the disk refuses.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Remplacement:
    """The life of the journal that another one continues."""

    incarnation: UUID
    seq: int
    empreinte: str = ""
    raison: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incarnation:
    """A life of this journal on one machine."""

    uuid: UUID
    epoque: int
    remplace: Remplacement | None = None
    ouverte_le: datetime


class Partage(NamedTuple):
    """The last version of an entry that left: `seq` is the first lot of this life that held it.

    `contenu` is the SHA-256 of what it says, epoch and revision apart.
    """

    epoque: int
    rev: int
    seq: int
    retiree: bool
    contenu: bytes
    ligne: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envoi:
    """A lot of the outbox, without its bytes; `ecrit_le` is set once a file was read back equal."""

    incarnation: UUID
    epoque: int
    seq: int
    genre: GenreLot
    empreinte: str
    ecritures: int
    cree_le: datetime
    ecrit_le: datetime | None = None
    accuse: bool = False


class DepotEnvois(Protocol):
    """The outbox and what was shared."""

    def incarnation(self) -> Incarnation | None:
        """The present life, None before the first lot."""
        ...

    def ouvrir_incarnation(self, incarnation: Incarnation) -> None:
        """Begin another."""
        ...

    def a_partager(self, *, faits_marquants: bool) -> Iterator[InterventionAPartager]:
        """Every entry that was ever final; faits marquants are not even read unless asked for."""
        ...

    def partages(self) -> dict[UUID, Partage]:
        """What was shared of each entry, by increasing identifier."""
        ...

    def enregistrer_partages(self, partages: Mapping[UUID, Partage]) -> None:
        """Insert or replace."""
        ...

    def tout_rattacher(self, seq: int) -> None:
        """Every shared version belongs to that lot: the first of a new incarnation."""
        ...

    def envois(self) -> Sequence[Envoi]:
        """The lots of the present incarnation, by number."""
        ...

    def modifiees_depuis(self, debut: datetime | None) -> int:
        """How many entries were written since, of those that leave or have left; None: ever."""
        ...

    def conteneur(self, seq: int) -> bytes:
        """The exact plaintext of a lot of the present incarnation.

        Raises:
            RegleMetier: there is no such lot.
        """
        ...

    def ajouter(self, envoi: Envoi, conteneur: bytes) -> None:
        """Keep a new lot."""
        ...

    def noter_ecrit(self, seq: int, fichier: str, le: datetime) -> None:
        """A file of that lot, known by its SHA-256, was read back equal on its medium."""
        ...

    def lot_du_fichier(self, fichier: str) -> tuple[Envoi, bytes] | None:
        """The lot, and its plaintext, of a file that was once written here."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteteEnvoi:
    """What the journal decides of a manifest."""

    journal: UUID
    region: UUID
    incarnation: UUID
    epoque: int
    seq: int
    precedente: str | None
    remplace: Remplacement | None
    genre: GenreLot
    depuis_accuse: int
    periode: Periode | None
    cree_le: datetime
    etat: Etat
    politique: PolitiqueLot


class LotCompose(NamedTuple):
    """A lot in clear, and the digest of its manifest."""

    conteneur: bytes
    empreinte: str


class FormatLot(Protocol):
    """How lots are written."""

    def contenu(self, ecriture: EcriturePartagee) -> bytes:
        """Its only spelling, which says whether two contents are the same."""
        ...

    def ligne(self, id_: UUID, epoque: int, rev: int, contenu: bytes | None) -> bytes:
        """The canonical line of a version, of a withdrawal when there is no content.

        Raises:
            Environnement: the content has a code that no lot may hold.
        """
        ...

    def lire_ligne(self, ligne: bytes) -> Mapping[str, object]:
        """The fields of a line."""
        ...

    def etat(self, partages: Iterable[tuple[UUID, Partage]]) -> Etat:
        """The digest of all that is shared, given by increasing identifier."""
        ...

    def composer(
        self, entete: EnteteEnvoi, lignes: Sequence[bytes], retraits: int, cle_secrete: bytes
    ) -> LotCompose:
        """The plaintext container of lines given by increasing identifier.

        Raises:
            Environnement: it would be too large for anybody to read.
        """
        ...  # fmt: skip

    def lignes(self, conteneur: bytes) -> Sequence[bytes]:
        """The lines of a container of ours."""
        ...

    def periode(self, conteneur: bytes) -> Periode | None:
        """The period that a container of ours closes."""
        ...

    def sceller(self, conteneur: bytes, destinataires: Sequence[str]) -> bytes:
        """Encrypt it for the region."""
        ...

    def nom_neutre(self) -> str:
        """A file name that says nothing."""
        ...

    def verifier_enveloppe(self, octets: bytes) -> Ecarte | None:
        """Judge an encrypted file without its key; None when nothing can be held against it."""
        ...

    def verifier_conteneur(self, conteneur: bytes, expediteur: Expediteur) -> Ecarte | None:
        """Read one of our containers as the region will; None when it is good."""
        ...

    def inconnu(self) -> Ecarte:
        """What is said of a file that cannot be opened here, and was not written here."""
        ...


class Support(Protocol):
    """A folder of a medium that may be full, worn, read-only or pulled out at any moment."""

    def deposer(self, dossier: Path, nommer: Callable[[], str], octets: bytes) -> Path:
        """Put a new file there, whole, and return once it was read back equal from the medium.

        Raises:
            Environnement: it was not; no file of a final name is left incomplete.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutilsLots:
    """All that making lots is given, wired by bootstrap."""

    format: FormatLot
    support: Support
    temoins: Temoins
    expediteur: TrouverExpediteur
