"""What every printed document says of itself: its paper, where its figures come from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.profil import Profil, Role


class Papier(StrEnum):
    """The paper that a document is laid out for."""

    LETTRE = "lettre"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """How a document is printed; `verification` is the short code of each page, '' for none."""

    papier: Papier = Papier.LETTRE
    verification: str = ""


ORDINAIRE = Impression()
"""On Lettre, without a code."""


@dataclass(frozen=True, slots=True)
class LotsInclus:
    """The lots of one journal that the figures were made of, in words: « 1 à 12, 14 »."""

    journal: str
    lots: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Whose figures they are, and what they were made of.

    `arrete_le` is the cut-off instant, with the offset of the place where it was read;
    `completude` goes with every figure of a region (« 7 journaux sur 9, 1 trou »), '' for one's
    own journal.
    """

    profil: Profil
    arrete_le: datetime
    completude: str = ""
    lots: tuple[LotsInclus, ...] = ()

    @property
    def etabli_le(self) -> date:
        """The day that is printed."""
        return self.arrete_le.date()

    @property
    def regionale(self) -> bool:
        """Whether the figures are those of a region."""
        return self.profil.role is Role.COORDINATION


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBilan:
    """A bilan ready to be printed: the annual one of a journal, or that of a region.

    `avant` is the bilan of the period that it is compared with.
    """

    bilan: Bilan
    provenance: Provenance
    vocabulaire: str
    avant: Bilan | None = None
