"""What the use cases need of the outside; storage, sync and reports provide it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from journal_scls.application.inscription.ports_inscriptions import DepotInscriptions
from journal_scls.application.interventions.ports_suivis import LecturesSuivis
from journal_scls.application.lectures import Brouillon, Filtre, LigneJournal, TotauxListe
from journal_scls.application.lots.ports_lots import DepotEnvois
from journal_scls.application.lots.ports_receptions import DepotReceptions, EcritureRegion
from journal_scls.application.operation import Progress
from journal_scls.application.ports_accuses import DepotAccuses
from journal_scls.application.publications.ports_publications import DepotPublications
from journal_scls.application.repertoire.ports_repertoire import (
    DepotEditions,
    DepotPartenaires,
    DepotPropositions,
    DepotRepertoire,
)
from journal_scls.application.saisie.ports_saisie import DepotSaisie
from journal_scls.domain.chiffres.comptes import Comptes
from journal_scls.domain.chiffres.faits import Fait
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil


class Horloge(Protocol):
    """The time, injected so that tests decide it."""

    def maintenant(self) -> datetime:
        """The instant, in UTC."""
        ...

    def aujourdhui(self) -> date:
        """The local date."""
        ...


@dataclass(frozen=True, slots=True)
class Acte:
    """One line of the register: when (UTC), what, and about which thing, never any content."""

    quand: datetime
    acte: str
    detail: str


class DepotInterventions(Protocol):
    """Entries and their revisions; append-only."""

    def ajouter(self, intervention: Intervention) -> None:
        """Keep the first revision of a new entry."""
        ...

    def ajouter_reprises(self, lignes: Iterable[tuple[Intervention, bytes, str]]) -> None:
        """Keep first revisions in bulk: entry, 16-byte digest of its origin, old journal's key."""
        ...

    def reviser(self, intervention: Intervention) -> None:
        """Add the next revision.

        Raises:
            RegleMetier: somebody revised the entry meanwhile (its revision is not the next one).
        """
        ...

    def detruire(self, ids: Collection[UUID], raison: str, le: datetime) -> None:
        """Erase entries and all their revisions; each one is written in the register of purges."""
        ...

    def lire(self, id_: UUID) -> Intervention | None:
        """The last revision, None when there is no such entry."""
        ...

    def revisions(self, id_: UUID) -> tuple[Intervention, ...]:
        """Every revision, oldest first."""
        ...

    def de_personne(self, code: str) -> tuple[UUID, ...]:
        """The entries of which any revision, the last one or not, bears this local code."""
        ...

    def origines_connues(self, cles: Collection[bytes]) -> set[bytes]:
        """Which of these digests were already taken over."""
        ...


class DepotBrouillons(Protocol):
    """Drafts; kept inside the encrypted file like everything else."""

    def enregistrer(self, brouillon: Brouillon) -> None:
        """Insert or replace, by identifier."""
        ...

    def supprimer(self, id_: UUID) -> None:
        """Forget a draft; nothing happens when there is none."""
        ...

    def tous(self) -> tuple[Brouillon, ...]:
        """All the drafts, newest first."""
        ...


class UnitOfWork(Protocol):
    """One transaction: rolled back unless committed."""

    @property
    def interventions(self) -> DepotInterventions:
        """The entries."""
        ...

    @property
    def repertoire(self) -> DepotRepertoire:
        """The directory."""
        ...

    @property
    def partenaires(self) -> DepotPartenaires:
        """Partner services, projects and committees."""
        ...

    @property
    def editions(self) -> DepotEditions:
        """Fusions, and the editions of the directory."""
        ...

    @property
    def propositions(self) -> DepotPropositions:
        """What was proposed for the directory."""
        ...

    @property
    def brouillons(self) -> DepotBrouillons:
        """The drafts."""
        ...

    @property
    def saisie(self) -> DepotSaisie:
        """What helps typing."""
        ...

    @property
    def envois(self) -> DepotEnvois:
        """The outbox of a journal."""
        ...

    @property
    def receptions(self) -> DepotReceptions:
        """What a coordination received."""
        ...

    @property
    def inscriptions(self) -> DepotInscriptions:
        """Keys, the region, the journals of the region."""
        ...

    @property
    def accuses(self) -> DepotAccuses:
        """What the region has, and what the journal concluded."""
        ...

    @property
    def publications(self) -> DepotPublications:
        """Published documents and closed periods."""
        ...

    def profil(self) -> Profil:
        """Whose dossier this is."""
        ...

    def enregistrer_profil(self, profil: Profil) -> None:
        """Replace the profile."""
        ...

    def preference(self, nom: str) -> str:
        """A preference's value, '' when never set."""
        ...

    def enregistrer_preference(self, nom: str, valeur: str) -> None:
        """Set a preference."""
        ...

    def noter(self, acte: str, detail: str = "") -> None:
        """Write a sensitive act in the dossier's register (never any content)."""
        ...

    def actes(self, *, limite: int) -> tuple[Acte, ...]:
        """The register, newest first."""
        ...

    def commit(self) -> None:
        """Make it last: returns once the disk has it."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        type_: type[BaseException] | None,
        valeur: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Lectures(Protocol):
    """Questions to the journal; each one reads in its own short transaction."""

    def lister(
        self, filtre: Filtre, *, limite: int | None = None, decalage: int = 0
    ) -> Sequence[LigneJournal]:
        """Entries newest first (by date, then by entry)."""
        ...

    def parcourir(self, filtre: Filtre) -> Iterator[LigneJournal]:
        """The same entries oldest first, in bounded memory."""
        ...

    def compter(self, filtre: Filtre) -> int:
        """How many entries `lister` would give."""
        ...

    def totaliser(self, filtre: Filtre) -> TotauxListe:
        """What the entries that `lister` would give add up to."""
        ...

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        """The facts of every counted entry, in no promised order (`annulees` has no effect)."""
        ...

    def comptes(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Comptes:
        """What these facts add up to in the period (SourceFaits)."""
        ...

    def versions(self, filtre: Filtre) -> Iterator[tuple[bytes, bytes]]:
        """The identifier of each counted entry, and what tells its version from the others.

        The dates of the filter are whole months.
        """
        ...

    def timbre(self) -> str:
        """What cannot stay the same when an entry changes; known without reading any."""
        ...

    def derniers_milieux(self, limite: int) -> Sequence[UUID]:
        """The milieux of the latest entries, most recent first, without repetition."""
        ...


class SourceFaits(Protocol):
    """Where figures come from: the entries of this journal, or those of a whole region."""

    def comptes(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Comptes:
        """What the counted entries of the period add up to; `champs` are the fields crossed.

        Raises:
            Cancelled: somebody asked to stop.
        """
        ...

    def versions(self, filtre: Filtre) -> Iterator[tuple[bytes, bytes]]:
        """The identifier of each counted entry, and what tells its version from the others.

        The dates of the filter are whole months.
        """
        ...

    def timbre(self) -> str:
        """What cannot stay the same when an entry changes; known without reading any."""
        ...


class SourceRegion(SourceFaits, Protocol):
    """The entries of a whole region, which know their journal."""

    def comptes_par_journal(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Mapping[UUID, Comptes]:
        """The same sums, journal by journal; one that counts nothing may be absent.

        Raises:
            Cancelled: somebody asked to stop.
        """
        ...


class Base(Protocol):
    """An open encrypted file, or the base of a coordination on a server."""

    @property
    def lectures(self) -> Lectures:
        """Its read side."""
        ...

    @property
    def suivis(self) -> LecturesSuivis:
        """Its read side for what is followed up."""
        ...

    def unite(self) -> UnitOfWork:
        """A new transaction."""
        ...

    def unite_de_lecture(self) -> UnitOfWork:
        """One snapshot, never committed, for which no writer waits."""
        ...

    def lectures_region(self, lire: Callable[[bytes], EcritureRegion]) -> SourceRegion:
        """The entries of a whole region, each line understood by `lire`."""
        ...

    def fermer(self) -> None:
        """Close it and forget the key."""
        ...
