"""Published values as bytes that are read back the same for ever.

A document is canonical JSON (sorted keys, no spaces): the same value has the same bytes, so its
digest is the document's. Counts and masks are only read by this program, and are compressed.
"""

import json
import types
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from journal_scls.application.lectures import Filtre
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.comptes import GROUPES, Comptes, Totaux
from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.chiffres.masquage import Signe
from journal_scls.domain.documents.document import Provenance
from journal_scls.domain.protection.masque import Masque
from journal_scls.domain.protection.serie import ComptesParMois

_DATES = ("du", "au")
_V = TypeVar("_V", Bilan, Provenance)


def ecrire_valeur(valeur: Bilan | Provenance) -> bytes:
    """A document, or where it comes from."""
    return canonique(_ecrire(valeur)).encode()


def lire_valeur(type_: type[_V], octets: bytes) -> _V:
    """The inverse of `ecrire_valeur`."""
    valeur: _V = _lire(type_, json.loads(octets))
    return valeur


def canonique(valeur: object) -> str:
    """The only spelling of a JSON value."""
    return json.dumps(valeur, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _ecrire(valeur: Any) -> Any:
    if is_dataclass(valeur):
        return {champ.name: _ecrire(getattr(valeur, champ.name)) for champ in fields(valeur)}
    if isinstance(valeur, tuple):
        return [_ecrire(element) for element in valeur]
    if isinstance(valeur, date):  # and so an instant
        return valeur.isoformat()
    if isinstance(valeur, UUID):
        return str(valeur)
    if isinstance(valeur, float):
        raise TypeError("a document holds whole numbers")
    return valeur


def _lire(type_: Any, valeur: Any) -> Any:
    origine, types_ = get_origin(type_), get_args(type_)
    if valeur is None:
        return None
    if origine in (Union, types.UnionType):
        return _lire(next(t for t in types_ if t is not type(None)), valeur)
    if origine is tuple:
        if types_[-1] is Ellipsis:
            types_ = (types_[0],) * len(valeur)
        return tuple(_lire(t, v) for t, v in zip(types_, valeur, strict=True))
    if is_dataclass(type_):
        indices = get_type_hints(type_)
        return type_(**{nom: _lire(indices[nom], v) for nom, v in valeur.items()})  # type: ignore[operator]
    if issubclass(type_, date):
        return type_.fromisoformat(valeur)
    return type_(valeur) if issubclass(type_, (StrEnum, UUID)) else valeur


def filtre_en_clair(filtre: Filtre) -> str:
    """What a filter asks besides dates: the same text for the same question."""
    voulus = {champ.name: getattr(filtre, champ.name) for champ in fields(filtre)}
    return canonique(
        {
            nom: sorted(valeur) if isinstance(valeur, frozenset) else valeur
            for nom, valeur in voulus.items()
            if valeur and nom not in _DATES
        }
    )


def lire_filtre(texte: str) -> Filtre:
    """The inverse of `filtre_en_clair`."""
    voulus: dict[str, Any] = {
        nom: frozenset(valeur) if isinstance(valeur, list) else valeur
        for nom, valeur in json.loads(texte).items()
    }
    return Filtre(**voulus)


def ecrire_comptes(releve: ComptesParMois) -> bytes:
    """The counts of a document, month by month; who the persons were is not kept."""
    return _comprimer({mois: _comptes_en_clair(comptes) for mois, comptes in releve.items()})


def lire_comptes(octets: bytes) -> ComptesParMois:
    """The inverse of `ecrire_comptes`."""
    return {mois: _lire_comptes(clair) for mois, clair in _decomprimer(octets).items()}


def _comptes_en_clair(comptes: Comptes) -> Mapping[str, Any]:
    cellules = comptes.cellules
    return {
        "champs": list(cellules[0].codes) if cellules else [],
        "groupes": [
            [[*codes, *totaux] for codes, totaux in sorted(comptes.groupe(groupe).items())]
            for groupe in GROUPES
        ],
        "croisement": [[*c.codes.values(), c.effectif, c.participations] for c in cellules],
        "references": [[*r, n] for r, n in sorted(comptes.references.items())],
        "problematiques": [[*codes, n] for codes, n in sorted(comptes.mentions.items())],
    }


def _lire_comptes(clair: Mapping[str, Any]) -> Comptes:
    champs = clair["champs"]
    groupes = {
        groupe: {tuple(li[: len(groupe)]): Totaux(*li[len(groupe) :]) for li in lignes}
        for groupe, lignes in zip(GROUPES, clair["groupes"], strict=True)
    }
    return Comptes(
        champs,
        groupes=groupes,
        croisement={
            tuple(codes): (effectif, participations)
            for *codes, effectif, participations in clair["croisement"]
        },
        references={(ReferenceFait(*codes),): n for *codes, n in clair["references"]},
        problematiques={tuple(codes): n for *codes, n in clair["problematiques"]},
    )


def ecrire_masque(masque: Masque | None) -> bytes:
    """What a document hides; nothing when it hides nothing."""
    if masque is None:
        return b""
    return _comprimer(
        {
            "k": masque.k,
            "signes": sorted([m, *adresse, s] for (m, adresse), s in masque.signes.items()),
            "retires": sorted([*cle, niveau] for cle, niveau in masque.retires.items()),
            "totaux": dict(masque.totaux),
        }
    )


def lire_masque(octets: bytes) -> Masque | None:
    """The inverse of `ecrire_masque`."""
    if not octets:
        return None
    clair = _decomprimer(octets)
    return Masque(
        clair["k"],
        {(m, (ou, code)): Signe(signe) for m, ou, code, signe in clair["signes"]},
        {(tableau, mesure): niveau for tableau, mesure, niveau in clair["retires"]},
        {mesure: Signe(signe) for mesure, signe in clair["totaux"].items()},
    )


def _comprimer(valeur: object) -> bytes:
    return zlib.compress(canonique(valeur).encode(), 9)


def _decomprimer(octets: bytes) -> Any:
    return json.loads(zlib.decompress(octets))
