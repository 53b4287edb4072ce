"""What following referrals needs of the read side; storage provides it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from journal_scls.domain.journal.suivi import CompteSuites, ReferenceSuivie
from journal_scls.domain.periode import Periode


class LecturesSuivis(Protocol):
    """Questions about the referrals of the counted entries."""

    def references(
        self, statuts: Collection[str], *, relance_au: date | None = None
    ) -> Sequence[ReferenceSuivie]:
        """Every referral that has one of these statuts, in no promised order.

        With a day, only those that somebody meant to call back by then.
        """
        ...

    def suites(self, periode: Periode) -> Sequence[CompteSuites]:
        """How many referrals of the period by service, MRC and statut."""
        ...
