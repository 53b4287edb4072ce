"""What the use cases need of the outside; storage, sync and reports provide it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from journal_scls.application.lectures import Brouillon, Filtre, LigneJournal
from journal_scls.domain.faits import Fait
from journal_scls.domain.intervention import Intervention
from journal_scls.domain.profil import Profil
from journal_scls.domain.repertoire import Milieu, Organisme


class Horloge(Protocol):
    """The time, injected so that tests decide it."""

    def maintenant(self) -> datetime:
        """The instant, in UTC."""
        ...

    def aujourdhui(self) -> date:
        """The local date."""
        ...


class DepotInterventions(Protocol):
    """Entries and their revisions; append-only."""

    def ajouter(self, intervention: Intervention) -> None:
        """Keep the first revision of a new entry."""
        ...

    def ajouter_reprises(self, lignes: Iterable[tuple[Intervention, bytes, str]]) -> None:
        """Keep first revisions in bulk: entry, 16-byte digest of its origin, key of the old journal."""
        ...

    def reviser(self, intervention: Intervention) -> None:
        """Add the next revision.

        Raises:
            RegleMetier: somebody revised the entry meanwhile (its revision is not the next one).
        """
        ...

    def lire(self, id_: UUID) -> Intervention | None:
        """The last revision, None when there is no such entry."""
        ...

    def revisions(self, id_: UUID) -> tuple[Intervention, ...]:
        """Every revision, oldest first."""
        ...

    def origines_connues(self, cles: Collection[bytes]) -> set[bytes]:
        """Which of these digests were already taken over."""
        ...


class DepotRepertoire(Protocol):
    """The directory of organismes and milieux."""

    def organismes(self) -> tuple[Organisme, ...]:
        """All of them, by name."""
        ...

    def milieux(self) -> tuple[Milieu, ...]:
        """All of them, by name."""
        ...

    def enregistrer_organismes(self, organismes: Iterable[Organisme]) -> None:
        """Insert or replace, by identifier."""
        ...

    def enregistrer_milieux(self, milieux: Iterable[Milieu]) -> None:
        """Insert or replace with their history, by identifier; their organismes must exist."""
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
    def interventions(self) -> DepotInterventions: ...
    @property
    def repertoire(self) -> DepotRepertoire: ...
    @property
    def brouillons(self) -> DepotBrouillons: ...
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

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        """The facts of every counted entry, in no promised order (`annulees` has no effect)."""
        ...

    def derniers_milieux(self, limite: int) -> Sequence[UUID]:
        """The milieux of the latest entries, most recent first, without repetition."""
        ...


class Base(Protocol):
    """An open encrypted file."""

    @property
    def lectures(self) -> Lectures:
        """Its read side."""
        ...

    def unite(self) -> UnitOfWork:
        """A new transaction."""
        ...

    def fermer(self) -> None:
        """Close it and forget the key."""
        ...
