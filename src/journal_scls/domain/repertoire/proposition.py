"""What a journal asks the region to add to its directory, and what the region answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.fusion import FicheRepertoire

PROPOSITIONS_MAX = 100
RAISON_MAX = 300


class ChoixProposition(StrEnum):
    """What a person of the coordination decided."""

    NOUVELLE = "nouvelle"
    DOUBLON = "doublon"
    REFUSEE = "refusee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One card as a journal describes it; `noms` are those of what it refers to.

    The region does not know the journal's other cards: an organisme or a milieu that the card
    names comes with its name, for the person who decides.
    """

    fiche: FicheRepertoire
    noms: tuple[tuple[UUID, str], ...] = ()

    @property
    def objet(self) -> UUID:
        """The identifier of the card."""
        return self.fiche.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvoiPropositions:
    """What one file of a journal holds; the same content keeps its number."""

    region: UUID
    journal: UUID
    numero: int
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProposition:
    """A decision; `vers` is the card that a duplicate belongs to."""

    choix: ChoixProposition
    raison: str = ""
    vers: UUID | None = None
    le: datetime

    def __post_init__(self) -> None:
        """Refuse a refusal without a reason and a duplicate of nothing."""
        if self.choix is ChoixProposition.REFUSEE and not self.raison.strip():
            raise RegleMetier(
                "Il faut une raison pour refuser.",
                "Écrivez pourquoi ; le journal la lira.",
                champ="raison",
            )
        if len(self.raison) > RAISON_MAX:
            raise RegleMetier(
                f"La raison dépasse {RAISON_MAX} caractères.", "Raccourcissez-la.", champ="raison"
            )
        if (self.choix is ChoixProposition.DOUBLON) != (self.vers is not None):
            raise RegleMetier(
                "Un doublon, et lui seul, dit de quelle fiche.",
                "Donnez la fiche qu'il répète.",
                champ="vers",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionRecue:
    """A proposition as the region received it, with the decision about this very version."""

    journal: UUID
    numero: int
    empreinte: str
    proposition: Proposition
    recue_le: datetime
    decision: DecisionProposition | None = None

    @property
    def objet(self) -> UUID:
        """The identifier of the card."""
        return self.proposition.objet


def dernieres(recues: Iterable[PropositionRecue]) -> tuple[PropositionRecue, ...]:
    """The last version of each card of each journal, oldest first."""
    par_objet: Mapping[tuple[UUID, UUID], PropositionRecue] = {
        (recue.journal, recue.objet): recue
        for recue in sorted(recues, key=lambda r: (r.numero, r.empreinte))
    }
    return tuple(sorted(par_objet.values(), key=lambda r: (r.recue_le, r.objet.int)))
