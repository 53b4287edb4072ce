"""The accusé: what the region says it has of a journal, and what the journal may conclude.

A region never lists thousands of digests: lots of an incarnation are chained by the digest of the
one before, so the digest of the last lot of an unbroken run vouches for the whole run. What is
concluded only grows: an old accusé, one taken twice or in another order changes nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

INCARNATIONS_MAX = 32
SUITES_MAX = 128
"""Runs, gaps and forks listed per accusé; leaving some out only says less."""

Plage = tuple[int, int]
CleLot = tuple[UUID, int]
"""An incarnation and a seq."""


class DemandeAccuse(StrEnum):
    """What the region asks of the journal."""

    RIEN = ""
    COMPLET = "complet"


@dataclass(frozen=True, slots=True, kw_only=True)
class LotAccuse:
    """A lot of a journal, as the region received it."""

    incarnation: UUID
    epoque: int
    seq: int
    empreinte: str
    precedente: str | None
    etat_nombre: int
    etat_condense: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteRecue:
    """Lots `du` to `au`, each the predecessor of the next; `empreinte` is that of the last."""

    du: int
    au: int
    empreinte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncarnationAccusee:
    """One life of the journal, as the region knows it."""

    id: UUID
    epoque: int
    recus: tuple[SuiteRecue, ...]
    manquants: tuple[Plage, ...] = ()
    bifurcations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuse:
    """All that a region says to one journal; `numero` grows, and orders nothing but display."""

    region: UUID
    journal: UUID
    numero: int
    incarnations: tuple[IncarnationAccusee, ...]
    etat_nombre: int
    etat_condense: str
    demande: DemandeAccuse = DemandeAccuse.RIEN
    revoque: bool = False

    @property
    def dit(self) -> tuple[object, ...]:
        """What it says, its number apart: two accusés that say the same are the same."""
        return (
            self.incarnations,
            self.etat_nombre,
            self.etat_condense,
            self.demande,
            self.revoque,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvoiConnu:
    """A lot that this journal made."""

    incarnation: UUID
    epoque: int
    seq: int
    empreinte: str
    complet: bool
    accuse: bool


class Contradiction(StrEnum):
    """Why the region cannot be speaking of this copy of the journal, or of this one alone."""

    INCARNATION_INCONNUE = "incarnation_inconnue"
    LOT_JAMAIS_FAIT = "lot_jamais_fait"
    LOT_DIFFERENT = "lot_different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One contradiction between an accusé and this copy; a person must decide (`cle`)."""

    genre: Contradiction
    incarnation: UUID
    seq: int
    empreinte: str

    @property
    def cle(self) -> str:
        """What a decision is recorded about."""
        return f"{self.incarnation} {self.seq} {self.empreinte}"


def dresser(lots: Iterable[LotAccuse]) -> tuple[IncarnationAccusee, ...]:
    """What the region has of a journal, newest epochs first; the same for any order of arrival."""
    par_vie: dict[UUID, list[LotAccuse]] = {}
    for lot in lots:
        par_vie.setdefault(lot.incarnation, []).append(lot)
    ordre = sorted(par_vie.values(), key=lambda v: (-max(i.epoque for i in v), v[0].incarnation))
    gardees = ordre[:INCARNATIONS_MAX]
    return tuple(_dresser_vie(recus, SUITES_MAX // len(gardees)) for recus in gardees)


def _dresser_vie(recus: Iterable[LotAccuse], limite: int) -> IncarnationAccusee:
    """One life; of too long a list, what is told is the latest."""
    lots = sorted(recus, key=lambda lot: (lot.seq, lot.empreinte))
    parents = {(lot.seq - 1, lot.precedente) for lot in lots}
    debuts: dict[tuple[int, str | None], int] = {}
    for lot in lots:
        debuts[lot.seq, lot.empreinte] = debuts.get((lot.seq - 1, lot.precedente), lot.seq)
    suites = [
        SuiteRecue(du=debuts[lot.seq, lot.empreinte], au=lot.seq, empreinte=lot.empreinte)
        for lot in lots
        if (lot.seq, lot.empreinte) not in parents
    ]
    seqs = [lot.seq for lot in lots]
    doubles = sorted({b for a, b in pairwise(seqs) if a == b})
    return IncarnationAccusee(
        id=lots[0].incarnation,
        epoque=max(lot.epoque for lot in lots),
        recus=tuple(suites[-limite:]),
        manquants=_trous(seqs)[-limite:],
        bifurcations=tuple(doubles[-limite:]),
    )


def _trous(seqs: Sequence[int]) -> tuple[Plage, ...]:
    return tuple((a + 1, b - 1) for a, b in pairwise((0, *seqs)) if b > a + 1)


def lots_accuses(accuse: Accuse, envois: Iterable[EnvoiConnu]) -> set[CleLot]:
    """Which of this journal's lots the region has: a run counts if its last digest is ours."""
    connus = {(e.incarnation, e.seq): e.empreinte for e in envois}
    prouvees = [
        (vie.id, suite)
        for vie in accuse.incarnations
        for suite in vie.recus
        if connus.get((vie.id, suite.au)) == suite.empreinte
    ]
    # Our lots are walked through, not the run: its length is a number read in a file.
    return {
        (id_, seq)
        for id_, seq in connus
        for vie, suite in prouvees
        if vie == id_ and suite.du <= seq <= suite.au
    }


def objections(
    accuse: Accuse, envois: Iterable[EnvoiConnu], incarnations: Sequence[UUID]
) -> tuple[Objection, ...]:
    """What shows another copy of this journal, or that this one is an old backup.

    Args:
        accuse: what the region says.
        envois: what this copy made.
        incarnations: its lives, oldest first. Only the last can still be contradicted: the
            others were closed by a person who knew that they went on elsewhere.
    """
    connus = {(e.incarnation, e.seq): e.empreinte for e in envois}
    fermees = set(incarnations[:-1])
    return tuple(
        objection
        for vie in accuse.incarnations
        if vie.id not in fermees
        for suite in vie.recus
        if (objection := _objecter(vie.id, suite, connus, connue=vie.id in incarnations))
    )


def _objecter(
    vie: UUID, suite: SuiteRecue, connus: dict[CleLot, str], *, connue: bool
) -> Objection | None:
    notre = connus.get((vie, suite.au))
    if notre == suite.empreinte:
        return None
    if not connue:
        genre = Contradiction.INCARNATION_INCONNUE
    elif notre is None:
        genre = Contradiction.LOT_JAMAIS_FAIT
    else:
        genre = Contradiction.LOT_DIFFERENT
    return Objection(genre=genre, incarnation=vie, seq=suite.au, empreinte=suite.empreinte)


def en_plages(seqs: Collection[int]) -> tuple[Plage, ...]:
    """Whole numbers as ranges, in order: 1, 2, 3, 8 gives (1, 3), (8, 8)."""
    plages: list[Plage] = []
    for seq in sorted(set(seqs)):
        if plages and plages[-1][1] == seq - 1:
            plages[-1] = (plages[-1][0], seq)
        else:
            plages.append((seq, seq))
    return tuple(plages)


def dire_lots(seqs: Collection[int]) -> str:
    """« vos lots 1 à 12 et 14 », « votre lot 3 »."""
    dites: list[str] = []
    for du, au in en_plages(seqs):
        dites += [f"{du} à {au}"] if au > du + 1 else [str(seq) for seq in range(du, au + 1)]
    *debut, fin = dites
    if debut:
        return f"vos lots {', '.join(debut)} et {fin}"
    return f"votre lot {fin}" if fin.isdigit() else f"vos lots {fin}"
