"""What a document hides, number by number."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from journal_scls.domain.chiffres.masquage import Masquage, Signe
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.protection.chiffres import Adresse

INTERVENTIONS, PARTICIPATIONS, MINUTES = "interventions", "participations", "minutes"
REFERENCES = "references"


def compte_de(mesure: Mesure) -> str:
    """What a measure counts, as signs are kept: mentions are interventions that mention."""
    return INTERVENTIONS if mesure is Mesure.MENTIONS else mesure.value


@dataclass(frozen=True, slots=True)
class Masque:
    """The hidden numbers of a document.

    Attributes:
        k: the threshold.
        signes: by what is counted and where it is read, why a number is hidden.
        retires: the tables that lost all their rows, or the columns (table, what is counted) that
            lost all their numbers, with the level that their rows were brought up to ('' when
            they were not).
        totaux: the hidden grand totals, by what is counted.
    """

    k: int
    signes: Mapping[tuple[str, Adresse], Signe] = field(default_factory=dict)
    retires: Mapping[tuple[str, str], str] = field(default_factory=dict)
    totaux: Mapping[str, Signe] = field(default_factory=dict)

    @property
    def masquage(self) -> Masquage:
        """Its threshold."""
        return Masquage(self.k)

    def signe(self, mesure: str, adresse: Adresse) -> Signe | None:
        """Why that number is hidden, None when it is not."""
        return self.signes.get((mesure, adresse))

    def retire(self, tableau: str, mesure: str = INTERVENTIONS) -> bool:
        """Whether the table shows no number of that kind at all."""
        return tableau in tables_sans(self.retires, mesure)


def tables_sans(retires: Collection[tuple[str, str]], mesure: str) -> frozenset[str]:
    """The tables that show none of this: one without rows shows nothing of anything."""
    rangees = (mesure, INTERVENTIONS) if mesure in (PARTICIPATIONS, MINUTES) else (mesure,)
    return frozenset(tableau for tableau, quoi in retires if quoi in rangees)
