"""What every printed document says of itself: its paper, where its figures come from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal_scls.domain.bilan import Bilan
from journal_scls.domain.comptes import AVEC_REFERENCE
from journal_scls.domain.indicateurs import Critere, Indicateur, Indicateurs
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.proportion import Mesure

_NOMS_CHAMPS = {
    "tenure": "tenure",
    "clientele": "clientèle principale",
    "categorie_immeuble": "catégorie d'immeuble",
    "volet": "volet",
    "type_collectif": "type d'action collective",
    "destination": "destination",
    "service": "service",
    "activite": "activité",
    "categorie": "catégorie",
    "modalite": "modalité",
    "mode": "mode",
    "statut": "suite",
}
_TOUT_COMPTE = {
    Mesure.INTERVENTIONS: "interventions",
    Mesure.PARTICIPATIONS: "nombre de personnes",
    Mesure.REFERENCES: "références",
}


class Papier(StrEnum):
    """The paper that a document is laid out for."""

    LETTRE = "lettre"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """How a document is printed; `verification` is the short code of each page, '' for none."""

    papier: Papier = Papier.LETTRE
    verification: str = ""


ORDINAIRE = Impression()
"""On Lettre, without a code."""


@dataclass(frozen=True, slots=True)
class LotsInclus:
    """The lots of one journal that the figures were made of, in words: « 1 à 12, 14 »."""

    journal: str
    lots: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Whose figures they are, and what they were made of.

    `arrete_le` is the cut-off instant, with the offset of the place where it was read;
    `completude` goes with every figure of a region (« 7 journaux sur 9, 1 trou »), '' for one's
    own journal.
    """

    profil: Profil
    arrete_le: datetime
    completude: str = ""
    lots: tuple[LotsInclus, ...] = ()

    @property
    def etabli_le(self) -> date:
        """The day that is printed."""
        return self.arrete_le.date()

    @property
    def regionale(self) -> bool:
        """Whether the figures are those of a region."""
        return self.profil.role is Role.COORDINATION


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator as the method annex explains it."""

    id: str
    libelle: str
    compte: str
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBilan:
    """A bilan ready to be printed: the annual one of a journal, or that of a region."""

    bilan: Bilan
    provenance: Provenance
    definitions: tuple[Definition, ...]
    vocabulaire: str


def definir(indicateurs: Indicateurs, *, avec_milieu: bool) -> Iterator[Definition]:
    """The definitions in words, as their criteria say them."""
    for definition in indicateurs.definitions:
        base = indicateurs.base(definition, avec_milieu=avec_milieu)
        yield Definition(definition.id, definition.libelle, _compte(definition), base)


def _compte(definition: Indicateur) -> str:
    criteres = "; ".join(_critere(critere) for critere in definition.numerateur)
    if definition.mesure is Mesure.INTERVENTIONS:
        return criteres
    return f"{_TOUT_COMPTE[definition.mesure]}, {criteres}"


def _critere(critere: Critere) -> str:
    if critere.champ == AVEC_REFERENCE:
        return "au moins une référence"
    codes = " ou ".join(sorted(critere.codes))
    return f"{_NOMS_CHAMPS[critere.champ]}{' autre que' if critere.sauf else ''} {codes}"
