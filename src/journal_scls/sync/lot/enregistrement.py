"""One line of a lot: the fields that may leave a laptop, and no others.

This is the allow-list of contracts.md section 5. A note, a name, an address or an hour has no
field here, so no mistake elsewhere can send one.
"""

import datetime as dt
import hashlib
import unicodedata
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from journal_scls.domain.journal.intervention import TRANCHES_AGE
from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.champs import (
    Code,
    Identifiant,
    Modele,
    Rang,
    TexteCourt,
    TexteMarquant,
)
from journal_scls.sync.lot.refus import Code as CodeRefus
from journal_scls.sync.lot.refus import RefusLot

LIGNE_MAX = 64 * 1024
"""Bytes, the line break not counted."""

_Personnes = Annotated[int, Field(ge=0, le=100_000)]
_Jour = Annotated[dt.date, Field(ge=dt.date(1970, 1, 1), le=dt.date(2199, 12, 31))]
_Mois = Annotated[str, StringConstraints(pattern=r"^(19[7-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])$")]


class Repere(Modele):
    """A milieu or an organisme as the directory calls it, never where it is."""

    code: TexteCourt | None = None
    nom: TexteCourt


class ReferenceLot(Modele):
    """A referral, without the organisme nor the date of the reminder."""

    destination: Code
    mode: Code
    service: Code
    statut: Code


class Retrait(Modele):
    """A tombstone: the entry no longer counts; why is nobody else's business."""

    deleted: Literal[True] = True
    ep: Rang
    id: Identifiant
    rev: Rang


# The fields of each model are in alphabetical order: it is the order they are written in, hence
# the canonical one. A test keeps it.
class Enregistrement(Modele):
    """A version of an entry, coded and generalised.

    The milieu is named only when it has 20 dwellings or more, and only then is the day known;
    otherwise the month. Both ends check it, so that a faulty exporter cannot point at a person.
    """

    activite: Code
    categorie: Code
    categorie_immeuble: Code | None = None
    clientele: Code
    comite: Code | None = None
    date: _Jour | None = None
    deleted: Literal[False] = False
    duree_min: Annotated[int, Field(ge=1, le=1440)]
    ep: Rang
    fait_marquant: TexteMarquant | None = None
    id: Identifiant
    milieu: Repere | None = None
    modalite: Code | None = None
    mois: _Mois | None = None
    mrc: TexteCourt | None = None
    nb_personnes: _Personnes | None = None
    organisme: Repere | None = None
    problematiques: Annotated[tuple[Code, ...], Field(min_length=1, max_length=10)] | None = None
    projet: Code | None = None
    references: Annotated[tuple[ReferenceLot, ...], Field(min_length=1, max_length=50)] | None = (
        None
    )
    rev: Rang
    tenure: Code
    tranches: (
        Annotated[
            tuple[_Personnes, ...],
            Field(min_length=len(TRANCHES_AGE), max_length=len(TRANCHES_AGE)),
        ]
        | None
    ) = None
    type_collectif: Code | None = None
    vocabulaire: Code
    volet: Code


Version = Enregistrement | Retrait
_LECTEUR: TypeAdapter[Version] = TypeAdapter(Annotated[Version, Field(discriminator="deleted")])


def encoder(version: Version) -> bytes:
    """The canonical line, without its line break.

    Raises:
        RefusLot: a text is not NFC, or the line is too long: it could not be read back.
    """
    ligne = version.model_dump_json(exclude_none=True).encode("utf-8")
    decoder(ligne)
    return ligne


def decoder(ligne: bytes) -> Version:
    """The version that a line says.

    The line is written again from what was understood and must be the same: this is the test of
    canonical JSON, made by pydantic in half the time of the standard library's parser;
    `json_canonique` is only asked why when the answer is no.

    Raises:
        RefusLot: too long, not canonical, or not one of the two models.
    """
    if len(ligne) > LIGNE_MAX:
        raise RefusLot(CodeRefus.LIGNE_LONGUE)
    try:
        version = _LECTEUR.validate_json(ligne)
    except ValidationError as erreur:
        json_canonique.lire(ligne)
        raise RefusLot(CodeRefus.SCHEMA, _champ(erreur)) from None
    if version.model_dump_json(exclude_none=True).encode("utf-8") != ligne or not _nfc(ligne):
        json_canonique.lire(ligne)
        # Canonical JSON, then, but not how we write it: null for an absent field, 0 for false.
        raise RefusLot(CodeRefus.SCHEMA)
    if isinstance(version, Enregistrement) and not _generalise(version):
        raise RefusLot(CodeRefus.SCHEMA, "date")
    return version


def empreinte(ligne: bytes) -> bytes:
    """SHA-256 of the line without its line break: the identity of a version."""
    return hashlib.sha256(ligne).digest()


def _generalise(version: Enregistrement) -> bool:
    """The day goes with a named milieu, the month without; never both, never neither.

    Here and not in the model, where a Python validator would cost half the time of a line.
    """
    if version.milieu is None:
        return version.date is None and version.mois is not None
    return version.date is not None and version.mois is None


def _nfc(ligne: bytes) -> bool:
    return ligne.isascii() or unicodedata.is_normalized("NFC", ligne.decode("utf-8"))


def _champ(erreur: ValidationError) -> str:
    """The name of the field at fault; a name that the file invented is not repeated."""
    lieux = erreur.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    return next((str(lieu) for lieu in lieux if lieu in Enregistrement.model_fields), "")
