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
    domain.publication.Releve. The counts are not masked: they stay inside the dossier.
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

    def toutes(self) -> Sequence[PublicationGardee]:
        """All of them, oldest first."""
        ...
