"""The manifest: what the signature covers, and through its digests the whole lot."""

import hashlib
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, ValidationError, field_validator, model_validator

from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.champs import Code, Identifiant, Modele, Nombre, Rang, Sha256
from journal_scls.sync.lot.refus import Code as CodeRefus
from journal_scls.sync.lot.refus import RefusLot

FORMAT: Final = "scls-lot"
VERSION: Final = 1
OPTIONS_CONNUES: frozenset[str] = frozenset()
"""Names of required features this reader knows; version 1 has none."""

CHARGE_MAX = 32 * 1024 * 1024
BRUT_MAX = 128 * 1024 * 1024
LIGNES_MAX = 250_000

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_Option = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,39}$")]
_Options = Annotated[tuple[_Option, ...], Field(max_length=16)]
_Jour = Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
_Instant = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9T:-]{14}Z$")]


class Genre(StrEnum):
    """What the lines are: the changes since the last accusé, everything, or the last word."""

    DELTA = "delta"
    COMPLET = "complet"
    CLOTURE = "cloture"


class PeriodeLot(Modele):
    """First and last day."""

    du: _Jour
    au: _Jour

    @model_validator(mode="after")
    def _en_ordre(self) -> Self:
        if datetime.fromisoformat(self.du) > datetime.fromisoformat(self.au):
            raise ValueError("the period ends before it starts")
        return self


class Remplacement(Modele):
    """The incarnation that this one continues, after a restored copy or a lost laptop."""

    incarnation: Identifiant
    seq: Nombre
    digest: Sha256 | None = None
    reason: Code


class Comptes(Modele):
    """Lines that say something, and lines that take something back."""

    ecritures: Nombre
    retraits: Nombre


class Etat(Modele):
    """All that the journal shares, so that both ends can see that they agree (`etat.py`)."""

    count: Nombre
    digest: Sha256


class Politique(Modele):
    """Which fields were allowed to leave, so that a change of the rules can be seen."""

    id: Code
    digest: Sha256


class Fichier(Modele):
    """The member that holds the lines, before and after compression."""

    name: Literal["records.jsonl.gz"] = "records.jsonl.gz"
    size: Annotated[int, Field(ge=1, le=CHARGE_MAX)]
    sha256: Sha256
    raw_size: Annotated[int, Field(ge=0, le=BRUT_MAX)]
    raw_sha256: Sha256
    lines: Annotated[int, Field(ge=0, le=LIGNES_MAX)]


class Entete(Modele):
    """What the journal decides; `ecrivain` adds what follows from the lines."""

    format: Literal["scls-lot"] = FORMAT
    version: Literal[1] = VERSION
    min_reader: Literal[1] = VERSION
    features_required: _Options = ()
    features_optional: _Options = ()
    journal: Identifiant
    incarnation: Identifiant
    epoch: Rang
    seq: Rang
    prev: Sha256 | None = None
    supersedes: Remplacement | None = None
    kind: Genre
    since_ack: Nombre
    to: Identifiant
    period: PeriodeLot | None = None
    created_at: _Instant
    state: Etat
    policy: Politique
    app: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./+_-]{0,59}$")]

    @field_validator("kind", mode="before")
    @classmethod
    def _genre(cls, valeur: Any) -> Any:
        """Strict mode wants the enum itself, JSON has its text."""
        return Genre(valeur) if isinstance(valeur, str) else valeur

    @field_validator("created_at")
    @classmethod
    def _instant(cls, valeur: str) -> str:
        datetime.strptime(valeur, _INSTANT).replace(tzinfo=UTC)
        return valeur

    @field_validator("features_required", "features_optional")
    @classmethod
    def _en_ordre(cls, valeur: tuple[str, ...]) -> tuple[str, ...]:
        if list(valeur) != sorted(set(valeur)):
            raise ValueError("features are sorted, each one once")
        return valeur

    @model_validator(mode="after")
    def _chaine(self) -> Self:
        if (self.prev is None) != (self.seq == 1):
            raise ValueError("only the first lot of an incarnation has no previous one")
        if self.since_ack >= self.seq:
            raise ValueError("a lot not made yet cannot be acknowledged")
        if self.kind is Genre.CLOTURE and self.period is None:
            raise ValueError("a closing lot says what it closes")
        return self


class Manifeste(Entete):
    """The whole manifest of a version 1 lot."""

    counts: Comptes
    files: Annotated[tuple[Fichier, ...], Field(min_length=1, max_length=1)]

    @property
    def charge(self) -> Fichier:
        """The only file."""
        return self.files[0]

    @property
    def journal_id(self) -> UUID:
        """The journal, as everywhere else in the application."""
        return UUID(self.journal)

    def octets(self) -> bytes:
        """The canonical bytes: what is signed."""
        return json_canonique.ecrire_sur(self.model_dump(mode="json", exclude_none=True))


def lire(octets: bytes) -> Manifeste | None:
    """The manifest, or None when it was written for a later version of the application.

    Raises:
        RefusLot: it is not a manifest.
    """
    valeur = json_canonique.lire(octets)
    if not isinstance(valeur, dict):
        raise RefusLot(CodeRefus.MANIFESTE_TYPE)
    if _plus_recent(valeur):
        return None
    try:
        manifeste = Manifeste.model_validate_json(octets)
    except ValidationError as erreur:
        raise _refus(erreur) from None
    if manifeste.octets() != octets:  # a null where the field should be left out
        raise RefusLot(CodeRefus.MANIFESTE_CHAMP)
    return manifeste


def empreinte(octets: bytes) -> str:
    """The identity of a lot: the file around it changes at each encryption, this never does."""
    return hashlib.sha256(octets).hexdigest()


def _plus_recent(valeur: dict[str, Any]) -> bool:
    """Judge by the four keys that no later version may rename; the rest may have changed."""
    version, lecteur = valeur.get("version"), valeur.get("min_reader")
    requises = valeur.get("features_required")
    if valeur.get("format") != FORMAT or not isinstance(requises, list):
        raise RefusLot(CodeRefus.MANIFESTE_CHAMP, "format")
    if not all(isinstance(nom, str) for nom in requises):
        raise RefusLot(CodeRefus.MANIFESTE_CHAMP, "features_required")
    # type() and not isinstance: true is an int for Python, and is no version.
    if type(version) is not int or type(lecteur) is not int or not 1 <= lecteur <= version:
        raise RefusLot(CodeRefus.MANIFESTE_CHAMP, "version")
    return version > VERSION or lecteur > VERSION or not OPTIONS_CONNUES.issuperset(requises)


def _refus(erreur: ValidationError) -> RefusLot:
    lieu = erreur.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    champ = str(lieu[0]) if lieu else ""
    if champ == "counts":
        return RefusLot(CodeRefus.COMPTES)
    return RefusLot(CodeRefus.MANIFESTE_CHAMP, champ if champ in Manifeste.model_fields else "")
