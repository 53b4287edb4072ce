"""What accusés need of the outside; storage and sync provide it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from journal_scls.domain.echange.accuse import Accuse, CleLot, EnvoiConnu, LotAccuse


class CalculEtat(Protocol):
    """The state digest, on both sides of the exchange."""

    def etat(self, versions: Iterable[tuple[UUID, int, bytes]]) -> tuple[int, str]:
        """Of versions (entry, revision, SHA-256 of the line) by increasing entry."""
        ...

    def etat_du_lot(self, conteneur: bytes) -> tuple[int, str]:
        """The one that a lot of ours announced."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AccuseEmis:
    """An accusé this region made; the same words give the same number again."""

    accuse: Accuse
    empreinte: str


class DepotAccuses(Protocol):
    """What the region has, what it said, and what this journal concluded."""

    def incarnations(self) -> tuple[UUID, ...]:
        """The lives of this journal, oldest first."""
        ...

    def envois(self) -> tuple[EnvoiConnu, ...]:
        """The lots this journal made, oldest first."""
        ...

    def conteneur(self, lot: CleLot) -> bytes | None:
        """The exact container of one of them."""
        ...

    def marquer(self, lots: Iterable[CleLot]) -> None:
        """These were received; a mark is never taken back."""
        ...

    def recus(self) -> tuple[Accuse, ...]:
        """The accusés taken in, highest number first."""
        ...

    def prendre(self, accuse: Accuse, empreinte: str, le: datetime) -> bool:
        """Keep an accusé; False when this very one was already taken in."""
        ...

    def lots_recus(self, journal: UUID) -> Iterator[LotAccuse]:
        """Every lot the region received of a journal, in no promised order."""
        ...

    def versions_courantes(self, journal: UUID) -> Iterator[tuple[UUID, int, bytes]]:
        """Current versions (entry, revision, digest) by increasing entry, tombstones included."""
        ...

    def dernier_emis(self, journal: UUID) -> AccuseEmis | None:
        """The last accusé made for a journal."""
        ...

    def emettre(self, emis: AccuseEmis, le: datetime) -> None:
        """Keep an accusé that was made."""
        ...

    def decisions(self, journal: UUID) -> frozenset[str]:
        """What was already decided about (keys of objections)."""
        ...

    def decider(
        self, journal: UUID, objets: Iterable[str], choix: str, raison: str, le: datetime
    ) -> None:
        """Record a person's decision, for ever."""
        ...
