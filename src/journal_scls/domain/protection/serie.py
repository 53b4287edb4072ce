"""The counts of the documents of a series, over the months that they share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

from journal_scls.domain.chiffres.comptes import Codes, Comptes
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.protection.masque import REFERENCES
from journal_scls.domain.protection.parties import CROISE, Compte, compter_partie
from journal_scls.domain.protection.suppression import supprimer
from journal_scls.domain.protection.systeme import ILLIMITE, Systeme

ComptesParMois = Mapping[str, Comptes]
"""The counts of a document, month by month (or under any name where the months do not matter)."""
_PRODUIT_MAX = 64


class ComptesSerie:
    """The counts of some documents, the last one being written.

    Args:
        releves: their counts.
        croises: the fields that indicators cross.
    """

    def __init__(self, releves: Sequence[ComptesParMois], croises: Codes) -> None:
        self.releves = releves
        self.croises = croises
        self._segments = segmenter([list(releve) for releve in releves])

    @property
    def dernier(self) -> ComptesParMois:
        """The counts of the document being written."""
        return self.releves[-1]

    def total(self, mesure: str) -> int:
        """A grand total of that document."""
        return sum(self.totaux(len(self.releves) - 1, mesure).values())

    def totaux(self, document: int, mesure: str) -> Mapping[int, int]:
        """The grand totals of a document, by segment."""
        sommes: defaultdict[int, int] = defaultdict(int)
        for mois, comptes in self.releves[document].items():
            sommes[self._segments[mois]] += _total(comptes, mesure)
        return sommes

    def comptes(self, partie: str, mesure: str) -> list[Mapping[int, Compte]]:
        """What each document counts in a part, by segment."""
        documents: list[Mapping[int, Compte]] = []
        for releve in self.releves:
            sommes: defaultdict[int, defaultdict[Codes, int]] = defaultdict(
                lambda: defaultdict(int)
            )
            for mois, comptes in releve.items():
                somme = sommes[self._segments[mois]]
                for codes, n in compter_partie(comptes, partie, mesure, self.croises).items():
                    somme[codes] += n
            if partie == CROISE:
                for somme in sommes.values():
                    _completer(somme)
            documents.append(sommes)
        return documents

    def emboites(self, document: int) -> bool:
        """Whether one of these two documents, the last being the other, covers all the other's."""
        leurs, siens = self.releves[document].keys(), self.dernier.keys()
        return leurs <= siens or siens <= leurs

    def destinations(self, document: int) -> Mapping[str, int]:
        """How many references a document counts to each destination."""
        sommes: defaultdict[str, int] = defaultdict(int)
        for comptes in self.releves[document].values():
            for reference, n in comptes.references.items():
                sommes[reference.destination] += n
        return sommes


def segmenter(documents: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """The months that the same documents cover, under one number."""
    mois = sorted({m for document in documents for m in document})
    couverture = {m: tuple(m in document for document in documents) for m in mois}
    rangs = {qui: rang for rang, qui in enumerate(dict.fromkeys(couverture.values()))}
    return {m: rangs[couverture[m]] for m in mois}


def total_devine(
    serie: ComptesSerie, mesure: str, masquage: Masquage, visibles: Sequence[int]
) -> bool:
    """Whether the new grand total, beside those that are visible, tells a small one.

    Corrections are no group of their own: how many entries changed is said, and by whom is not.
    """
    systeme = Systeme(masquage.ecart)
    sommes: dict[int, int] = {}
    for document in reversed(range(len(serie.releves))):  # the newest counts win
        sommes = {**serie.totaux(document, mesure), **sommes}
    atomes = {segment: systeme.atome(n) for segment, n in sommes.items()}
    for document in (*visibles, len(serie.releves) - 1):
        systeme.nombre({atomes[segment]: 1 for segment in serie.totaux(document, mesure)})
    for atome in atomes.values():
        sensible = masquage.petit(systeme.atomes[atome])
        systeme.nombre({atome: 1}, bornes=(0, ILLIMITE), sensible=sensible)
    return bool(supprimer(systeme).echecs)


def _total(comptes: Comptes, mesure: str) -> int:
    if mesure == REFERENCES:
        return comptes.references.total()
    total: int = getattr(comptes.totaux, mesure)
    return total


def _completer(somme: defaultdict[Codes, int]) -> None:
    """Crossings that count nothing are possible too, as long as there are few of them."""
    valeurs = [sorted(set(champ)) for champ in zip(*somme, strict=True)]
    if valeurs and prod(map(len, valeurs)) <= _PRODUIT_MAX:
        for codes in product(*valeurs):
            somme[codes] += 0
