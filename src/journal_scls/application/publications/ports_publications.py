"""What publishing needs of the outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from journal_scls.domain.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationGardee:
    """A publication as it is kept, and never changed.

    `document`, `comptes` and `masque` are the bytes of archive.py; `releve` those of
    domain.publication.Releve. The counts are not masked: they stay inside the dossier. While
    `timbre` is that of the source, nothing changed since.
    """

    id: UUID
    serie: str
    periode: Periode
    filtres: str
    parametres: str
    vocabulaire: str
    code: str
    coupure: datetime
    ecritures: int
    condense: str
    timbre: str
    provenance: str
    document: bytes
    releve: bytes
    comptes: bytes
    masque: bytes
    figee_le: datetime | None = None


class DepotPublications(Protocol):
    """Publications and closed periods; append-only."""

    def ajouter(self, publication: PublicationGardee) -> None:
        """Keep a publication (`figee_le` apart)."""
        ...

    def figer(self, id_: UUID, le: datetime) -> None:
        """Close the period of a publication with it."""
        ...

    def chercher(
        self, *, serie: str = "", code: str = "", figees: bool = False
    ) -> Sequence[PublicationGardee]:
        """Those of a series, of a code, of closed periods, or all of them; oldest first."""
        ...
