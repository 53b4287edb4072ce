"""Following referrals: what is open, what became of it, and the needs left without an answer."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.interventions.ports_suivis import LecturesSuivis
from journal_scls.application.operation import Changes
from journal_scls.application.ports import Horloge
from journal_scls.domain.journal.intervention import Contenu, Intervention
from journal_scls.domain.journal.suivi import (
    ReferenceSuivie,
    TableauBesoins,
    besoins_sans_reponse,
    noter_suite,
    par_urgence,
    suites_ouvertes,
)
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.vocabulaire import Vocabulaires


@dataclass(frozen=True)
class SuiteNotee:
    """A revision that is on disk, and what the entry said before it."""

    avant: Contenu
    faite: Intervention
    changes: Changes = field(default_factory=partial(Changes, interventions=True))


class Suivis:
    """The referrals of one journal. An outcome is a correction: the revisions before stay."""

    def __init__(
        self,
        profil: Profil,
        lectures: LecturesSuivis,
        interventions: Interventions,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        self._profil = profil
        self._lectures = lectures
        self._interventions = interventions
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def ouvertes(self) -> tuple[ReferenceSuivie, ...]:
        """The referrals that still wait, those to call back first."""
        trouvees = self._lectures.references(suites_ouvertes(self._vocabulaires))
        return par_urgence(trouvees, self._horloge.aujourdhui())

    def noter(
        self, suivie: ReferenceSuivie, statut: str, *, relance: date | None = None
    ) -> SuiteNotee:
        """Write what became of a referral; `relance` is the day to call back, if any.

        Raises:
            RegleMetier: the entry changed meanwhile, or is cancelled.
        """
        avant = self._interventions.lire(suivie.intervention)
        contenu = noter_suite(avant.contenu, suivie, statut, relance=relance)
        faite = self._interventions.corriger(avant.id, contenu, revision=suivie.revision)
        return SuiteNotee(avant.contenu, faite)

    def defaire(self, notee: SuiteNotee) -> SuiteNotee:
        """Say again what was said before, as one more revision.

        Raises:
            RegleMetier: the entry changed since.
        """
        faite = self._interventions.corriger(
            notee.faite.id, notee.avant, revision=notee.faite.revision
        )
        return SuiteNotee(notee.faite.contenu, faite)

    def besoins(self, periode: Periode) -> TableauBesoins:
        """The needs of the period that no service answered, by service and MRC."""
        comptes = self._lectures.suites(periode)
        return TableauBesoins(
            profil=self._profil,
            periode=periode,
            etabli_le=self._horloge.aujourdhui(),
            references=sum(compte.nombre for compte in comptes),
            lignes=besoins_sans_reponse(comptes, self._vocabulaires),
        )
