"""What a coordination must decide and may conclude: values drawn from the state of its region."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from journal_scls.application.lots.etat_region import EtatJournal, EtatRegion
from journal_scls.application.lots.ports_receptions import Bifurcation, Conflit, Decision
from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import accorder

RETIREE = ""
"""The choice of a decision that takes the former one back: nothing recorded is ever erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRivale:
    """One content of an entry in conflict, by the names of the lot's format."""

    empreinte: str
    retiree: bool
    champs: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Affaire:
    """A conflict or a fork with all that was ever decided about it, oldest first."""

    journal: EtatJournal
    objet: Conflit | Bifurcation
    decisions: tuple[Decision, ...] = ()

    @property
    def nom(self) -> str:
        """What a decision calls it."""
        return nom_objet(self.objet)

    @property
    def decision(self) -> Decision | None:
        """The one that stands: the last, unless it was taken back."""
        derniere = self.decisions[-1] if self.decisions else None
        return None if derniere is None or derniere.choix == RETIREE else derniere

    @property
    def corrigee(self) -> bool:
        """Whether the journal itself settled it, by a later version of the entry."""
        return isinstance(self.objet, Conflit) and self.objet.depasse


@dataclass(frozen=True, kw_only=True)
class Completude:
    """What may be concluded for a month: who is expected, and who has sent since it ended.

    The clock of this computer decides, so it is information on which no figure depends.
    """

    mois: Periode
    attendus: tuple[EtatJournal, ...]
    lacunes: tuple[str, ...]

    @property
    def en_retard(self) -> tuple[EtatJournal, ...]:
        """Those whose last lot came before the month was over."""
        return tuple(j for j in self.attendus if not self.couvre(j))

    def couvre(self, journal: EtatJournal) -> bool:
        """Whether a lot of it came after the month."""
        return journal.a_envoye_depuis(self.mois.au + timedelta(days=1))

    @property
    def phrase(self) -> str:
        """« 7 journaux sur 9 pour octobre 2025, 1 trou »."""
        total = len(self.attendus)
        recus = accorder(total - len(self.en_retard), "journal", "journaux")
        return ", ".join([f"{recus} sur {total} pour {self.nom_du_mois}", *self.lacunes])

    @property
    def nom_du_mois(self) -> str:
        """« octobre 2025 »."""
        return f"{MOIS[self.mois.du.month - 1]} {self.mois.du.year}"


@dataclass(frozen=True, kw_only=True)
class SituationRegion:
    """All that the coordinator's window shows, from one reading."""

    etat: EtatRegion
    affaires: tuple[Affaire, ...]
    completude: Completude

    @property
    def a_decider(self) -> tuple[Affaire, ...]:
        """What waits for a person."""
        return tuple(a for a in self.affaires if a.decision is None and not a.corrigee)

    def a_relancer(self, journal: EtatJournal) -> bool:
        """Whether to call this journal: late for the month, or short of something."""
        if journal.revoque:
            return False
        incomplet = journal.trous_ouverts or journal.concorde is False
        return bool(incomplet) or not self.completude.couvre(journal)


def nom_objet(objet: Conflit | Bifurcation) -> str:
    """How a decision names what it is about."""
    if isinstance(objet, Conflit):
        return f"conflit {objet.entree} {objet.epoque} {objet.rev}"
    return f"bifurcation {objet.incarnation} {objet.seq}"


def conclure(etat: EtatRegion, aujourdhui: date) -> Completude:
    """For the last month that is over; a revoked journal is no longer expected."""
    veille = aujourdhui.replace(day=1) - timedelta(days=1)
    return Completude(
        mois=Periode.mois(veille.year, veille.month),
        attendus=tuple(j for j in etat.journaux if not j.revoque),
        lacunes=etat.lacunes,
    )


def dresser_affaires(etat: EtatRegion, decisions: Sequence[Decision]) -> tuple[Affaire, ...]:
    """Every conflict and fork of the region, by journal, each with its decisions."""
    prises: dict[tuple[UUID, str], list[Decision]] = {}
    for decision in decisions:
        prises.setdefault((decision.journal, decision.objet), []).append(decision)
    return tuple(
        Affaire(
            journal=journal,
            objet=objet,
            decisions=tuple(prises.get((journal.journal, nom_objet(objet)), ())),
        )
        for journal in etat.journaux
        for objet in _objets(journal)
    )


def _objets(journal: EtatJournal) -> Sequence[Bifurcation | Conflit]:
    return [*journal.bifurcations, *journal.conflits, *journal.conflits_depasses]
