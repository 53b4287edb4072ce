"""The directory: organismes and milieux, with what was true when.

Offices merge and buildings change hands, so an organisme has validity dates and a successor, and
what a milieu is (owner, tenure, MRC, category, dwellings) is a dated history, never one value.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from journal_scls.domain.errors import RegleMetier


class Tenure(StrEnum):
    """Tenure of the milieu; not the employer's kind."""

    OH = "OH"
    OBNL = "OBNL"
    COOP = "COOP"
    AUTRE = "AUTRE"
    SANS_MILIEU = "SANS_MILIEU"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisme:
    """An owner of social housing: an office, an OBNL, a cooperative."""

    id: UUID
    nom: str
    code: str = ""
    tenure: Tenure = Tenure.AUTRE
    valide_du: date | None = None
    valide_au: date | None = None
    successeur: UUID | None = None
    a_verifier: bool = False

    def __post_init__(self) -> None:
        """Refuse an organisme without a name, or that ends before it starts."""
        if not self.nom.strip():
            raise RegleMetier("L'organisme doit avoir un nom.", "Écrivez son nom.", champ="nom")
        if self.valide_du and self.valide_au and self.valide_au < self.valide_du:
            raise RegleMetier(
                "L'organisme finit avant de commencer.", "Corrigez ses dates.", champ="valide_au"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatMilieu:
    """What a milieu is from `depuis` on, until the next state; None means since always."""

    depuis: date | None = None
    organisme: UUID | None = None
    tenure: Tenure
    mrc: str = ""
    categorie_immeuble: str = ""
    nb_logements: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieu:
    """Where an intervention took place, as of its date; what the figures count."""

    tenure: Tenure
    milieu: UUID | None = None
    organisme: UUID | None = None
    mrc: str = ""
    categorie_immeuble: str = ""


SANS_MILIEU = Lieu(tenure=Tenure.SANS_MILIEU)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milieu:
    """A building or a group of buildings where tenants live.

    `etats` is ordered by `depuis`; there is always at least one.
    """

    id: UUID
    nom: str
    etats: tuple[EtatMilieu, ...]
    code: str = ""
    a_verifier: bool = False

    def __post_init__(self) -> None:
        """Refuse a milieu without a name or a history that is not in order."""
        if not self.nom.strip():
            raise RegleMetier("Le milieu doit avoir un nom.", "Écrivez son nom.", champ="nom")
        debuts = [etat.depuis or date.min for etat in self.etats]
        if not debuts or debuts != sorted(set(debuts)):
            raise RegleMetier(
                "L'historique du milieu doit avoir des dates différentes, en ordre.",
                "Corrigez les dates de changement.",
                champ="etats",
            )

    def etat_le(self, jour: date) -> EtatMilieu:
        """The state in force that day; before the first known state, the first one."""
        debuts = [etat.depuis or date.min for etat in self.etats]
        return self.etats[max(bisect_right(debuts, jour) - 1, 0)]

    def lieu_le(self, jour: date) -> Lieu:
        """What an intervention of that day is counted under."""
        etat = self.etat_le(jour)
        return Lieu(
            tenure=etat.tenure,
            milieu=self.id,
            organisme=etat.organisme,
            mrc=etat.mrc,
            categorie_immeuble=etat.categorie_immeuble,
        )
