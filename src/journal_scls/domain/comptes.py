"""One pass over the facts: everything a bilan needs, in memory bounded by distinct values.

Facts are turned into columns, batch by batch, and each column is counted whole: counting runs at
the interpreter's native speed where a loop with a test per indicator would take seconds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress, islice, repeat
from typing import Any, NamedTuple

from journal_scls.domain.faits import Fait, ReferenceFait
from journal_scls.domain.intervention import Volet
from journal_scls.domain.periode import Periode

AXES = (
    "mois",
    "activite",
    "categorie",
    "organisme",
    "mrc",
    "milieu",
    "clientele",
    "tenure",
    "volet",
    "modalite",
)
TYPE_COLLECTIF = "type_collectif"
AVEC_REFERENCE, OUI, NON = "avec_reference", "OUI", "NON"
# The bare text: comparing with the member itself is six times slower.
_COLLECTIF = Volet.COLLECTIF.value
_PAR_LOT = 10_000
_LONGUEUR_MOIS = len("2025-03")


class Totaux(NamedTuple):
    """What one code adds up to."""

    interventions: int = 0
    participations: int = 0
    minutes: int = 0


class Cellule(NamedTuple):
    """The interventions, or references, that share the same codes."""

    codes: Mapping[str, str]
    effectif: int
    participations: int = 0


class Comptes:
    """The counts of a period; `champs` are the fields that indicators cross."""

    def __init__(self, champs: Sequence[str]) -> None:
        self._champs = tuple(champs)
        self._axes: dict[str, Counter[tuple[str, int, int]]] = {
            axe: Counter() for axe in (*AXES, TYPE_COLLECTIF)
        }
        self._croisement: Counter[tuple[Any, ...]] = Counter()
        self._references: Counter[tuple[ReferenceFait, ...]] = Counter()
        self._problematiques: Counter[tuple[str, ...]] = Counter()
        self._personnes: set[str] = set()
        self.non_placees = 0
        """Interventions whose month, all that is known of their date, is cut by the period."""

    def ajouter(self, lot: Sequence[Fait]) -> None:
        """Count these facts too, before anything is asked."""
        colonnes: dict[str, Sequence[Any]] = dict(
            zip(Fait._fields, zip(*lot, strict=True), strict=True)
        )
        colonnes["mois"] = [jour[:_LONGUEUR_MOIS] for jour in colonnes["date"]]
        colonnes[AVEC_REFERENCE] = [OUI if r else NON for r in colonnes["references"]]
        personnes, minutes = colonnes["nb_personnes"], colonnes["duree_min"]
        for axe in AXES:
            self._axes[axe].update(zip(colonnes[axe], personnes, minutes, strict=True))
        types = zip(colonnes[TYPE_COLLECTIF], personnes, minutes, strict=True)
        collectifs = [volet == _COLLECTIF for volet in colonnes["volet"]]
        self._axes[TYPE_COLLECTIF].update(compress(types, collectifs))
        croisees = (colonnes[champ] for champ in self._champs)
        self._croisement.update(zip(personnes, *croisees, strict=True))
        self._references.update(colonnes["references"])
        self._problematiques.update(colonnes["problematiques"])
        self._personnes.update(colonnes["personne"])

    @cached_property
    def totaux(self) -> Totaux:
        """The whole period."""
        totaux = self.axe("volet").values()
        return Totaux(*(sum(colonne) for colonne in zip(*totaux, strict=True)))

    @property
    def personnes_distinctes(self) -> int:
        """The local codes met; entries without one say nothing of who it was."""
        return len(self._personnes - {""})

    def axe(self, nom: str) -> Mapping[str, Totaux]:
        """The totals by code of one field."""
        sommes: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for (code, personnes, minutes), fois in self._axes[nom].items():
            somme = sommes[code]
            somme[0] += fois
            somme[1] += personnes * fois
            somme[2] += minutes * fois
        return {code: Totaux(*somme) for code, somme in sommes.items()}

    @cached_property
    def cellules(self) -> Sequence[Cellule]:
        """The interventions by crossed codes."""
        sommes: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
        for (personnes, *codes), fois in self._croisement.items():
            somme = sommes[tuple(codes)]
            somme[0] += fois
            somme[1] += personnes * fois
        return [
            Cellule(dict(zip(self._champs, codes, strict=True)), *somme)
            for codes, somme in sommes.items()
        ]

    @cached_property
    def references(self) -> Counter[ReferenceFait]:
        """Each kind of reference; several in one intervention are several references."""
        return Counter(_deplier(self._references))

    @cached_property
    def cellules_references(self) -> Sequence[Cellule]:
        """The references by codes."""
        return [Cellule(r._asdict(), effectif) for r, effectif in self.references.items()]

    @cached_property
    def problematiques(self) -> Counter[str]:
        """The interventions that mention each need; a need said twice in one is one mention."""
        uniques: Counter[tuple[str, ...]] = Counter()
        for codes, fois in self._problematiques.items():
            uniques[tuple(dict.fromkeys(codes))] += fois
        return Counter(_deplier(uniques))

    @property
    def sans_problematique(self) -> int:
        """The interventions that mention none."""
        return self._problematiques[()]


def _deplier(groupes: Mapping[tuple[Any, ...], int]) -> Iterator[Any]:
    return chain.from_iterable(
        chain.from_iterable(repeat(groupe, fois)) for groupe, fois in groupes.items()
    )


def compter(faits: Iterable[Fait], periode: Periode, champs: Sequence[str]) -> Comptes:
    """Count the facts whose date of intervention, day or whole month, is in the period."""
    comptes = Comptes(champs)
    retenus = _retenir(faits, periode, comptes)
    while lot := list(islice(retenus, _PAR_LOT)):
        comptes.ajouter(lot)
    return comptes


def _retenir(faits: Iterable[Fait], periode: Periode, comptes: Comptes) -> Iterator[Fait]:
    """A month is in the period when all its days are; one that is cut cannot be placed."""
    du, au = periode.du.isoformat(), periode.au.isoformat()
    du_mois, au_mois = du[:_LONGUEUR_MOIS], au[:_LONGUEUR_MOIS]
    coupes = periode.mois_coupes
    for fait in faits:
        jour = fait.date
        if len(jour) > _LONGUEUR_MOIS:
            if du <= jour <= au:
                yield fait
        elif jour in coupes:
            comptes.non_placees += 1
        elif du_mois <= jour <= au_mois:
            yield fait
