"""What helps typing needs of the file; storage provides it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from journal_scls.domain.journal.modele import Modele


@dataclass(frozen=True, slots=True, kw_only=True)
class Rappel:
    """Something to do for an entry: its follow-up, or a referral to ask about.

    `destination` and `service` are codes when it is a referral, else ''; `partenaire` is the
    service of the directory, when somebody named one.
    """

    intervention: UUID
    pour_le: date
    du: date
    milieu: str
    activite: str = ""
    suivi: str = ""
    destination: str = ""
    service: str = ""
    partenaire: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habitudes:
    """What this journal usually says; learned from its own entries each time, kept nowhere.

    Minutes by activity, clientele by milieu, partner services from the most to the least used.
    """

    milieu: UUID | None = None
    durees: Mapping[str, int] = field(default_factory=dict)
    clienteles: Mapping[UUID, str] = field(default_factory=dict)
    services: tuple[UUID, ...] = ()


class DepotSaisie(Protocol):
    """Templates, and the questions that typing asks."""

    def modeles(self) -> tuple[Modele, ...]:
        """All of them, by name."""
        ...

    def enregistrer_modele(self, modele: Modele) -> None:
        """Insert or replace, by identifier."""
        ...

    def supprimer_modele(self, id_: UUID) -> None:
        """Forget a template; nothing happens when there is none."""
        ...

    def suivis_dus(self, jusquau: date) -> tuple[Rappel, ...]:
        """The follow-ups of entries that are due by that day."""
        ...

    def habitudes(self, depuis: date) -> Habitudes:
        """What entries since that day say most."""
        ...
