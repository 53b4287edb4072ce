"""How an entry stands in a segment: a record of whole numbers, most of them codes of what it says.

Fields that go together share one code (`GROUPES`), for they have few distinct values together and
are added up together: domain/chiffres/comptes.py says which, this module only numbers them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter, itemgetter
from struct import Struct
from typing import Any

from journal_scls import __version__
from journal_scls.application.lots.ports_receptions import EcritureRegion
from journal_scls.domain.chiffres.comptes import (
    ACTE,
    AVEC_REFERENCE,
    LIEU,
    LONGUEUR_MOIS,
    NON,
    OUI,
    PUBLIC,
)
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.periode import Periode

GROUPES: Mapping[str, tuple[str, ...]] = {
    "lieu": (*LIEU, "code_organisme", "code_milieu"),
    "acte": ACTE,
    "public": PUBLIC,
    "problematiques": ("problematiques",),
    "references": ("references",),
    "projets": ("projets",),
}
COLONNES = (*((nom, "<u4") for nom in GROUPES), ("personnes", "<u4"), ("minutes", "<u2"),
            ("jour", "u1"))  # fmt: skip
"""A record's numbers, in order, as numpy names them; `jour` is 0 when only the month is known."""

ENREGISTREMENT = Struct(f"<{len(GROUPES)}IIHB")
EMPREINTE = 8
"""How much of a version's digest tells it from the others of its journal."""

_FORME = repr((COLONNES, tuple(GROUPES.items()), Fait._fields))
FORME = f"{__version__} {sha256(_FORME.encode()).hexdigest()[:16]}"
"""Segments of another form, or that another edition of the program read, are made again."""

Valeur = tuple[Any, ...]
Lire = Callable[[bytes], EcritureRegion]
Condition = Callable[[EcritureRegion], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted; `conditions` are a filter's, by the group of codes that answers them."""

    periode: Periode
    champs: Sequence[str]
    conditions: Mapping[str, Sequence[Condition]]


_LIEU, _ACTE, _PUBLIC = attrgetter(*LIEU), attrgetter(*ACTE), attrgetter(*PUBLIC)
_VIDE = Fait._make(["" for _ in Fait._fields])


def mois(ecriture: EcritureRegion) -> str:
    """The month whose segment it belongs to."""
    return ecriture.fait.date[:LONGUEUR_MOIS]


def enregistrer(ecriture: EcritureRegion, coder: Callable[[str, Valeur], int]) -> bytes:
    """The record of an entry; `coder` numbers the value of a group."""
    fait = ecriture.fait
    valeurs: tuple[Valeur, ...] = (
        (*_LIEU(fait), ecriture.code_organisme, ecriture.code_milieu),
        _ACTE(fait),
        _PUBLIC(fait),
        fait.problematiques,
        fait.references,
        ecriture.projets,
    )
    codes = map(coder, GROUPES, valeurs)
    jour = fait.date[LONGUEUR_MOIS + 1 :]
    return ENREGISTREMENT.pack(*codes, fait.nb_personnes, fait.duree_min, int(jour or 0))


def ecrire(valeur: Valeur) -> str:
    """The value as the dictionary keeps it."""
    return json.dumps(valeur, ensure_ascii=False, separators=(",", ":"))


def lire(groupe: str, textes: Sequence[str]) -> list[Valeur]:
    """The values of a group that `ecrire` wrote."""
    brutes = json.loads(f"[{','.join(textes)}]")
    if groupe == "references":
        return [tuple([ReferenceFait(*r) for r in brute]) for brute in brutes]
    return list(map(tuple, brutes))


def champs(groupe: str) -> Mapping[str, Callable[[Valeur], str]]:
    """The fields of a group that an indicator may cross, and how each is read in a value."""
    if groupe == "references":
        return {AVEC_REFERENCE: lambda valeur: OUI if valeur else NON}
    if groupe in ("problematiques", "projets"):
        return {}
    return {champ: itemgetter(rang) for rang, champ in enumerate(GROUPES[groupe])}


def dire(groupe: str, valeur: Valeur) -> EcritureRegion:
    """An entry that says nothing but this value of a group of fields."""
    if groupe == "projets":
        return EcritureRegion(_VIDE, projets=valeur)
    dits = dict(zip(GROUPES[groupe], valeur, strict=True))
    codes = {nom: dits.pop(nom, "") for nom in ("code_organisme", "code_milieu")}
    return EcritureRegion(_VIDE._replace(**dits), **codes)
