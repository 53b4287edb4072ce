"""The counts behind one or several documents, cut into atoms of a system.

Interventions are divided several ways that nothing published crosses: by month, by place, by kind
of act, by public. Each division is a part of its own; a world where a part changes and the others
do not is possible as long as the totals stay, because entries can always be dealt out to fit. The
crossings that indicators do publish are one more part, tied to the others by the codes they share.

Documents that overlap share the atoms of the months they share. Where those months changed between
two documents, what both have is shared and each has the rest for itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal_scls.domain.chiffres.comptes import ACTE, LIEU, MOIS, PUBLIC, Codes, Comptes
from journal_scls.domain.protection.systeme import Systeme

CROISE, PROBLEMATIQUES, REFERENCES = "croise", "problematiques", "references"
CHAMPS: Mapping[str, Codes] = {
    "mois": MOIS,
    "lieu": LIEU,
    "acte": ACTE,
    **{champ: (champ,) for champ in PUBLIC},
    REFERENCES: ("destination", "service", "mode", "statut"),
}
COMMUNES = ("mois", "lieu", "acte", *PUBLIC)
"""The parts that interventions, participations and minutes all have."""

Compte = Mapping[Codes, int]
Coefs = dict[int, int]


class Parcelle(NamedTuple):
    """An atom as one document counts it."""

    atome: int
    segment: int
    codes: Codes


def compter_partie(comptes: Comptes, partie: str, mesure: str, croises: Codes = ()) -> Compte:
    """A part's counts by codes; `croises` are the fields of the crossing."""
    sommes: defaultdict[Codes, int] = defaultdict(int)
    if partie == REFERENCES:
        return {tuple(r): n for r, n in comptes.references.items()}
    if partie == PROBLEMATIQUES:
        for codes, n in comptes.mentions.items():
            sommes[tuple(sorted(set(codes)))] += n
    elif partie == CROISE:
        for cellule in comptes.cellules:
            n = cellule.effectif if mesure == "interventions" else cellule.participations
            sommes[tuple(cellule.codes[champ] for champ in croises)] += n
    else:
        groupe = PUBLIC if partie in PUBLIC else CHAMPS[partie]
        rangs = [groupe.index(champ) for champ in CHAMPS[partie]]
        for codes, totaux in comptes.groupe(groupe).items():
            sommes[tuple(codes[rang] for rang in rangs)] += getattr(totaux, mesure)
    return sommes


@dataclass(slots=True)
class Partie:
    """A part of a system: for each document, the atoms that it counts."""

    champs: Codes
    parcelles: list[list[Parcelle]]

    @classmethod
    def creer(
        cls, systeme: Systeme, champs: Codes, documents: Sequence[Mapping[int, Compte]]
    ) -> "Partie":
        """Make the atoms; each document gives its counts by segment."""
        parcelles: list[list[Parcelle]] = [[] for _ in documents]
        comptes_tous = [compte for document in documents for compte in document.values()]
        codes = sorted({code for compte in comptes_tous for code in compte})
        for segment in sorted({s for document in documents for s in document}):
            couvrent = [d for d, document in enumerate(documents) if segment in document]
            comptes = [documents[d][segment] for d in couvrent]
            change = any(compte != comptes[0] for compte in comptes[1:])
            # A month is in its segment and in no other; anything else could be in any of them.
            possibles = (
                sorted({c for compte in comptes for c in compte}) if champs == MOIS else codes
            )
            for code in possibles:
                valeurs = [compte.get(code, 0) for compte in comptes]
                commun = systeme.atome(min(valeurs), (champs, segment, code))
                for d, valeur in zip(couvrent, valeurs, strict=True):
                    parcelles[d].append(Parcelle(commun, segment, code))
                    if change:
                        reste = valeur - min(valeurs)
                        a_lui = systeme.atome(reste, (champs, segment, code, d))
                        parcelles[d].append(Parcelle(a_lui, segment, code))
        return cls(champs, parcelles)

    def somme(self, document: int, combien: Callable[[Codes], int]) -> Coefs:
        """The number that counts each atom of a document as often as `combien` says."""
        return {p.atome: n for p in self.parcelles[document] if (n := combien(p.codes))}

    def par_code(self, document: int, *champs: str, si: Callable[[Codes], bool] = lambda _: True
                 ) -> Mapping[Codes, Coefs]:  # fmt: skip
        """The numbers that these fields divide a document in, by their codes."""
        rangs = [self.champs.index(champ) for champ in champs]
        sommes: defaultdict[Codes, Coefs] = defaultdict(dict)
        for p in self.parcelles[document]:
            if si(p.codes):
                sommes[tuple(p.codes[rang] for rang in rangs)][p.atome] = 1
        return sommes

    def par_segment(self, document: int) -> Mapping[int, list[Parcelle]]:
        """The atoms of a document, segment by segment."""
        sommes: defaultdict[int, list[Parcelle]] = defaultdict(list)
        for p in self.parcelles[document]:
            sommes[p.segment].append(p)
        return sommes


def fixer_totaux(systeme: Systeme, partie: Partie) -> None:
    """A part alone never moves what its document counts in a segment: the others have it too."""
    faits = set()
    for document in range(len(partie.parcelles)):
        for parcelles in partie.par_segment(document).values():
            atomes = frozenset(p.atome for p in parcelles)
            if atomes not in faits:
                faits.add(atomes)
                systeme.nombre(dict.fromkeys(atomes, 1))


def lier(systeme: Systeme, croise: Partie, autre: Partie) -> None:
    """Two parts count the same things wherever their shared fields say the same."""
    communs = [champ for champ in autre.champs if champ in croise.champs]
    if not communs:
        return
    faits = set()
    for document in range(len(croise.parcelles)):
        for coefs in _differences(croise, autre, communs, document):
            qui = frozenset(coefs.items())
            if qui not in faits:
                faits.add(qui)
                systeme.nombre(coefs, bornes=(0, 0))


def _differences(
    croise: Partie, autre: Partie, communs: Sequence[str], document: int
) -> Iterator[Coefs]:
    sommes: defaultdict[tuple[int, Codes], Coefs] = defaultdict(dict)
    for partie, signe in ((autre, 1), (croise, -1)):
        rangs = [partie.champs.index(champ) for champ in communs]
        for p in partie.parcelles[document]:
            codes = tuple(p.codes[rang] for rang in rangs)
            sommes[p.segment, codes][p.atome] = signe
    yield from sommes.values()
