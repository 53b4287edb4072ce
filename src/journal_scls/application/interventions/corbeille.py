"""The bin: cancelled entries, the day from which each may be destroyed, and their destruction.

Nothing is destroyed unasked. An entry that already left for the region stays: its withdrawal is
what the region counts on, and both ends compare all that was sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Changes
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.domain.journal.conservation import ANNULEE, Conservation
from journal_scls.domain.journal.intervention import Statut
from journal_scls.domain.texte import accorder

RAISON = "conservation échue"
_FILTRE = Filtre(statut=Statut.ANNULEE.value, annulees=True)


@dataclass(frozen=True, slots=True)
class EtatCorbeille:
    """What may be destroyed today, what stays because it left, and the next day that comes."""

    echues: tuple[UUID, ...]
    parties: int
    prochaine: date | None


@dataclass(frozen=True, slots=True)
class Destruction:
    """How many entries are no more."""

    nombre: int
    changes: Changes


class Corbeille:
    """The cancelled entries of one journal."""

    def __init__(
        self,
        lectures: Callable[[], Lectures],
        unite: Callable[[], UnitOfWork],
        conservation: Conservation,
        horloge: Horloge,
    ) -> None:
        self._lectures = lectures
        self._unite = unite
        self._conservation = conservation
        self._horloge = horloge

    def echeance(self, annulee_le: date) -> date | None:
        """From when an entry cancelled that day may be destroyed."""
        return self._conservation.echeance(ANNULEE, annulee_le)

    def etat(self) -> EtatCorbeille:
        """What the bin holds today."""
        with self._unite() as unite:
            return self._etat(unite)

    def detruire(self, ids: tuple[UUID, ...]) -> Destruction:
        """Destroy those of these entries that may be, for ever; how many, written in the register.

        What became something else since it was shown (brought back, sent) is left alone.
        """
        with self._unite() as unite:
            permises = set(self._etat(unite).echues)
            retenues = [id_ for id_ in ids if id_ in permises]
            if retenues:
                unite.interventions.detruire(retenues, RAISON, self._horloge.maintenant())
                nombre = accorder(len(retenues), "intervention annulée", "interventions annulées")
                unite.noter("destruction", f"{nombre}, {RAISON}")
                unite.commit()
        return Destruction(len(retenues), Changes(interventions=bool(retenues)))

    def _etat(self, unite: UnitOfWork) -> EtatCorbeille:
        aujourdhui, parties = self._horloge.aujourdhui(), unite.envois.partages()
        lignes = self._lectures().lister(_FILTRE)
        ici = [ligne for ligne in lignes if ligne.id not in parties]
        dates = {
            ligne.id: echeance
            for ligne in ici
            if (echeance := self.echeance(ligne.saisie_le.astimezone().date())) is not None
        }
        return EtatCorbeille(
            echues=tuple(id_ for id_, echeance in dates.items() if echeance <= aujourdhui),
            parties=len(lignes) - len(ici),
            prochaine=min((e for e in dates.values() if e > aujourdhui), default=None),
        )
