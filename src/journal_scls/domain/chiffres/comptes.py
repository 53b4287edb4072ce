"""What the facts of a period add up to: everything a bilan needs, whoever did the adding.

Fields that go together (a place, an act, a public) are added up together, and each field is drawn
from its group: a group has few distinct values, so that adding up millions of facts asks for a
handful of sums a fact. `compter` does it from facts; a store that keeps coded columns does it from
codes, and gives the same sums.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.periode import Periode

MOIS = ("mois",)
LIEU = ("tenure", "mrc", "categorie_immeuble", "organisme", "milieu")
ACTE = ("volet", "activite", "categorie", "type_collectif")
PUBLIC = ("clientele", "modalite")
GROUPES = (MOIS, LIEU, ACTE, PUBLIC)
TYPE_COLLECTIF = "type_collectif"
AVEC_REFERENCE, OUI, NON = "avec_reference", "OUI", "NON"
LONGUEUR_MOIS = len("2025-03")
_PAR_LOT = 10_000
_VOLET, _COLLECTIF = ACTE.index("volet"), Volet.COLLECTIF.value

Codes = tuple[str, ...]
_T = TypeVar("_T")


class Totaux(NamedTuple):
    """What some codes add up to."""

    interventions: int = 0
    participations: int = 0
    minutes: int = 0


class Cellule(NamedTuple):
    """The interventions, or references, that share the same codes."""

    codes: Mapping[str, str]
    effectif: int
    participations: int = 0


class Comptes:
    """The sums of a period.

    Args:
        champs: the fields that indicators cross.
        groupes: for each of `GROUPES`, the totals by its codes.
        croisement: the interventions and participations by the codes of `champs`.
        references: how many interventions have these references, none included.
        problematiques: how many interventions have these needs, none included.
        personnes: the local codes of persons, '' for interventions that have none.
        non_placees: interventions whose month, all that is known of their date, is cut by the
            period: they are in no other sum.
    """

    def __init__(
        self,
        champs: Sequence[str],
        *,
        groupes: Mapping[Codes, Mapping[Codes, Totaux]],
        croisement: Mapping[Codes, tuple[int, int]],
        references: Mapping[tuple[ReferenceFait, ...], int],
        problematiques: Mapping[Codes, int],
        personnes: Iterable[str] = (),
        non_placees: int = 0,
    ) -> None:
        self._champs = tuple(champs)
        self._groupes = groupes
        self._croisement = croisement
        self._references = references
        self._problematiques = problematiques
        self._personnes = frozenset(personnes)
        self.non_placees = non_placees

    @cached_property
    def totaux(self) -> Totaux:
        """The whole period."""
        return additionner(self._groupes[ACTE].values())

    @property
    def personnes_distinctes(self) -> int:
        """The local codes met; entries without one say nothing of who it was."""
        return len(self._personnes - {""})

    def axe(self, nom: str) -> Mapping[str, Totaux]:
        """The totals by code of one field; of `type_collectif`, among collective actions."""
        groupe = next(groupe for groupe in GROUPES if nom in groupe)
        rang, partout = groupe.index(nom), nom != TYPE_COLLECTIF
        parties: defaultdict[str, list[Totaux]] = defaultdict(list)
        for codes, totaux in self._groupes[groupe].items():
            if partout or codes[_VOLET] == _COLLECTIF:
                parties[codes[rang]].append(totaux)
        return {code: additionner(totaux) for code, totaux in parties.items()}

    def groupe(self, champs: Codes) -> Mapping[Codes, Totaux]:
        """The totals by the codes of one of `GROUPES`."""
        return self._groupes[champs]

    @property
    def mentions(self) -> Mapping[Codes, int]:
        """How many interventions mention these needs together, none included."""
        return self._problematiques

    @cached_property
    def cellules(self) -> Sequence[Cellule]:
        """The interventions by crossed codes."""
        return [
            Cellule(dict(zip(self._champs, codes, strict=True)), *somme)
            for codes, somme in self._croisement.items()
        ]

    @cached_property
    def references(self) -> Counter[ReferenceFait]:
        """Each kind of reference; several in one intervention are several references."""
        return _repartir(self._references)

    @cached_property
    def cellules_references(self) -> Sequence[Cellule]:
        """The references by codes."""
        return [Cellule(r._asdict(), effectif) for r, effectif in self.references.items()]

    @cached_property
    def problematiques(self) -> Counter[str]:
        """The interventions that mention each need; a need said twice in one is one mention."""
        uniques: Counter[Codes] = Counter()
        for codes, fois in self._problematiques.items():
            uniques[tuple(dict.fromkeys(codes))] += fois
        return _repartir(uniques)

    @property
    def sans_problematique(self) -> int:
        """The interventions that mention none."""
        return self._problematiques.get((), 0)


def additionner(totaux: Iterable[Totaux]) -> Totaux:
    """Their sum."""
    return Totaux(*(sum(colonne) for colonne in zip(*totaux, strict=True)))


def _repartir(groupes: Mapping[tuple[_T, ...], int]) -> Counter[_T]:
    """How many times each element occurs, in groups that each occur so many times."""
    compte: Counter[_T] = Counter()
    for groupe, fois in groupes.items():
        for element in groupe:
            compte[element] += fois
    return compte


def compter(faits: Iterable[Fait], periode: Periode, champs: Sequence[str]) -> Comptes:
    """Count the facts whose date of intervention, day or whole month, is in the period."""
    cumul = _Cumul(champs)
    retenus = cumul.retenir(faits, periode)
    while lot := list(islice(retenus, _PAR_LOT)):
        cumul.ajouter(lot)
    return cumul.comptes()


class _Cumul:
    """Facts are turned into columns, batch by batch, and columns are counted whole.

    Counting so runs at the interpreter's native speed where a loop by fact would take seconds.
    """

    def __init__(self, champs: Sequence[str]) -> None:
        self._champs = tuple(champs)
        self._groupes: dict[Codes, Counter[tuple[Any, ...]]] = {g: Counter() for g in GROUPES}
        self._croisement: Counter[tuple[Any, ...]] = Counter()
        self._references: Counter[tuple[ReferenceFait, ...]] = Counter()
        self._problematiques: Counter[Codes] = Counter()
        self._personnes: set[str] = set()
        self._non_placees = 0

    def retenir(self, faits: Iterable[Fait], periode: Periode) -> Iterator[Fait]:
        """A month is in the period when all its days are; one that is cut cannot be placed."""
        du, au = periode.du.isoformat(), periode.au.isoformat()
        du_mois, au_mois = du[:LONGUEUR_MOIS], au[:LONGUEUR_MOIS]
        coupes = periode.mois_coupes
        for fait in faits:
            jour = fait.date
            if len(jour) > LONGUEUR_MOIS:
                if du <= jour <= au:
                    yield fait
            elif jour in coupes:
                self._non_placees += 1
            elif du_mois <= jour <= au_mois:
                yield fait

    def ajouter(self, lot: Sequence[Fait]) -> None:
        """Count these facts too."""
        colonnes: dict[str, Sequence[Any]] = dict(
            zip(Fait._fields, zip(*lot, strict=True), strict=True)
        )
        colonnes["mois"] = [jour[:LONGUEUR_MOIS] for jour in colonnes["date"]]
        colonnes[AVEC_REFERENCE] = [OUI if r else NON for r in colonnes["references"]]
        personnes, minutes = colonnes["nb_personnes"], colonnes["duree_min"]
        for champs, compte in self._groupes.items():
            codes = (colonnes[champ] for champ in champs)
            compte.update(zip(personnes, minutes, *codes, strict=True))
        croisees = (colonnes[champ] for champ in self._champs)
        self._croisement.update(zip(personnes, *croisees, strict=True))
        self._references.update(colonnes["references"])
        self._problematiques.update(colonnes["problematiques"])
        self._personnes.update(colonnes["personne"])

    def comptes(self) -> Comptes:
        """The sums of what was added."""
        return Comptes(
            self._champs,
            groupes={champs: _sommer(compte) for champs, compte in self._groupes.items()},
            croisement=_croiser(self._croisement),
            references=self._references,
            problematiques=self._problematiques,
            personnes=self._personnes,
            non_placees=self._non_placees,
        )


def _sommer(compte: Mapping[tuple[Any, ...], int]) -> Mapping[Codes, Totaux]:
    sommes: defaultdict[Codes, list[int]] = defaultdict(lambda: [0, 0, 0])
    for (personnes, minutes, *codes), fois in compte.items():
        somme = sommes[tuple(codes)]
        somme[0] += fois
        somme[1] += personnes * fois
        somme[2] += minutes * fois
    return {codes: Totaux(*somme) for codes, somme in sommes.items()}


def _croiser(compte: Mapping[tuple[Any, ...], int]) -> Mapping[Codes, tuple[int, int]]:
    sommes: defaultdict[Codes, list[int]] = defaultdict(lambda: [0, 0])
    for (personnes, *codes), fois in compte.items():
        somme = sommes[tuple(codes)]
        somme[0] += fois
        somme[1] += personnes * fois
    return {codes: (fois, personnes) for codes, (fois, personnes) in sommes.items()}
