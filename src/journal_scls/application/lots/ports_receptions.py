"""What receiving lots needs of the outside: a reader, a folder of kept files, two append-only sets.

The files of the journals are only known through `LecteurLots`; nothing here says how a lot is made.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from journal_scls.domain.chiffres.faits import Fait


class Resultat(StrEnum):
    """What became of a file."""

    APPLIQUE = "applique"
    DOUBLON = "doublon"
    EN_ATTENTE = "en_attente"
    QUARANTAINE = "quarantaine"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecarte:
    """A file that is not a lot to take now: stable code, what happened, what to do.

    `journal` and `seq` are what the file claims; of an unknown signer they prove nothing.
    """

    resultat: Resultat
    code: str
    message: str
    suite: str
    journal: str = ""
    seq: int | None = None


class VersionRecue(NamedTuple):
    """A line as it was signed, and the few fields that order the versions of an entry."""

    entree: bytes
    epoque: int
    rev: int
    empreinte: bytes
    retiree: bool
    ligne: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LotRecu:
    """A lot that is authentic and whole; `versions` reads its lines again at each call."""

    empreinte: str
    cle: bytes
    journal: UUID
    incarnation: UUID
    epoque: int
    seq: int
    precedente: str | None
    genre: str
    depuis_accuse: int
    etat: "Etat"
    manifeste: bytes
    versions: Callable[[], Iterator[VersionRecue]]


class Etat(NamedTuple):
    """The digest of all that a journal shares, and how many entries it covers."""

    nombre: int
    condense: str


class Courante(NamedTuple):
    """The current version of an entry, without its line."""

    entree: bytes
    rev: int
    empreinte: bytes
    retiree: bool


class EtatTenu(NamedTuple):
    """What is held of a journal after so many lots and revocations; nothing else changes it.

    `ecritures` are those that count, retired ones apart; `conflits` those with rival versions.
    """

    actes: int
    etat: Etat
    ecritures: int
    conflits: int


class EcritureRegion(NamedTuple):
    """What a line says to the figures, and the codes that its milieu and organisme answer to.

    `projets` are the codes of its project and of its committee.
    """

    fait: Fait
    code_milieu: str = ""
    code_organisme: str = ""
    fait_marquant: str = ""
    projets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registre:
    """Who we are and whom we know: our age identities and the pinned signing keys."""

    region: UUID
    identites: Sequence[str] = field(repr=False)
    signataires: Mapping[bytes, UUID]


class LecteurLots(Protocol):
    """Reads the files of the journals, strictly."""

    def fichiers(self, chemins: Iterable[Path]) -> Sequence[Path]:
        """The files given, each folder replaced by what it holds, by name.

        Raises:
            Environnement: a folder cannot be read.
        """
        ...

    def lire_fichier(self, chemin: Path) -> bytes | Ecarte:
        """The bytes of an ordinary file, read once and within bounds."""
        ...

    def chiffre(self, octets: bytes) -> bool:
        """Whether the bytes are an encrypted envelope at all, so that keeping them is safe."""
        ...

    def lire(self, octets: bytes, registre: Registre) -> LotRecu | Ecarte:
        """The lot in these bytes, proved from its envelope to its last line."""
        ...

    def condenser(self, courantes: Iterable[Courante]) -> Etat:
        """The state digest of a journal's current versions, given by increasing entry."""
        ...

    def detailler(self, ligne: bytes) -> Mapping[str, Any]:
        """Every field of a line that was once proved, by the names of the lot's format."""
        ...

    def lire_ligne(self, ligne: bytes) -> EcritureRegion:
        """What a line that was once proved says."""
        ...


class Quarantaine(Protocol):
    """The received files as they came, named by their SHA-256; nothing is ever removed."""

    def garder(self, fichiers: Sequence[bytes]) -> Sequence[str]:
        """Keep the bytes of some files for good and give their names.

        Raises:
            Environnement: the disk refuses.
        """
        ...

    def noms(self) -> Sequence[str]:
        """All of them, sorted."""
        ...

    def lire(self, nom: str) -> bytes:
        """The bytes of a kept file.

        Raises:
            Environnement: it is gone or no longer what was kept.
        """
        ...


class ResumeReception(NamedTuple):
    """A lot that was received, without its lines."""

    empreinte: str
    journal: UUID
    incarnation: UUID
    epoque: int
    seq: int
    genre: str
    etat: Etat
    recue_le: datetime


class Trou(NamedTuple):
    """Lots `debut` to `fin` of an incarnation were never received."""

    journal: UUID
    incarnation: UUID
    debut: int
    fin: int


class Rupture(NamedTuple):
    """A lot whose predecessor, received, is not the one it names."""

    journal: UUID
    incarnation: UUID
    seq: int
    empreinte: str


class Bifurcation(NamedTuple):
    """Different lots that bear the same number of the same incarnation."""

    journal: UUID
    incarnation: UUID
    seq: int
    empreintes: tuple[str, ...]


class Rivale(NamedTuple):
    """One of the versions in conflict."""

    empreinte: bytes
    retiree: bool
    ligne: bytes


class Conflit(NamedTuple):
    """Different contents under the same epoch and revision; the first of `rivales` counts.

    Unless it is `depasse`: a later version of the entry came, and none of them counts any more.
    """

    journal: UUID
    entree: UUID
    epoque: int
    rev: int
    rivales: tuple[Rivale, ...]
    depasse: bool = False


class Decision(NamedTuple):
    """What a person decided about a conflict or a fork."""

    journal: UUID
    objet: str
    choix: str
    raison: str
    le: datetime


class DepotReceptions(Protocol):
    """Receptions and versions, append-only, and their views."""

    def connait(self, empreinte: str) -> bool:
        """Whether the lot was received."""
        ...

    def bifurque(self, lot: LotRecu) -> bool:
        """Whether another lot bears the same number of the same incarnation."""
        ...

    def ajouter(self, lot: LotRecu, fichier: str) -> bool:
        """Receive a lot and its versions; False, and nothing, when it was already received."""
        ...

    def noter_fichier(
        self, fichier: str, resultat: Resultat, code: str, journal: str, seq: int | None
    ) -> None:
        """What became of a file; a later « doublon » does not hide that it was applied."""
        ...  # fmt: skip

    def fichiers(self) -> Mapping[str, Resultat]:
        """What became of each file, by name."""
        ...

    def mis_de_cote(self) -> Mapping[Resultat, int]:
        """How many files are kept and were not applied, by what became of them."""
        ...

    def receptions(self) -> Sequence[ResumeReception]:
        """All the lots received, by journal, incarnation and number."""
        ...

    def lots(self) -> Mapping[UUID, int]:
        """How many lots each journal sent; those that sent none are left out."""
        ...

    def trous(self) -> Sequence[Trou]:
        """Missing lots."""
        ...

    def ruptures(self) -> Sequence[Rupture]:
        """Broken chains."""
        ...

    def bifurcations(self) -> Sequence[Bifurcation]:
        """Forks."""
        ...

    def conflits(self, du: UUID | None = None) -> Sequence[Conflit]:
        """Entries with rival versions, the one that counts first; of one journal or of all."""
        ...

    def courantes(self, journal: UUID) -> Sequence[Courante]:
        """Current versions of a journal by increasing entry, tombstones included."""
        ...

    def tenus(self) -> Mapping[UUID, EtatTenu]:
        """What was last computed of each journal, which may be older than its last lot."""
        ...

    def garder_tenus(self, tenus: Mapping[UUID, EtatTenu]) -> None:
        """Keep what was computed, so that it need not be again."""
        ...

    def decider(self, journal: UUID, objet: str, choix: str, raison: str) -> None:
        """Record a decision beside what it is about."""
        ...

    def decisions(self) -> Sequence[Decision]:
        """All of them, oldest first."""
        ...

    def vidage(self) -> Iterator[str]:
        """Receptions and versions as sorted lines of text, without how and when they came."""
        ...
