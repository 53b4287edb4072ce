"""The manifest of an edition: what the region signs, and through its digests the whole of it."""

import hashlib
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire
from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.champs import Identifiant, Modele, Rang, Sha256
from journal_scls.sync.lot.manifeste import Fichier

FORMAT: Final = "scls-repertoire"
VERSION: Final = 1
BRUT_MAX = 32 * 1024 * 1024
LIGNES_MAX = 50_000


class Manifeste(Modele):
    """The whole manifest of a version 1 edition; `date` is for information only."""

    format: Literal["scls-repertoire"] = FORMAT
    version: Literal[1] = VERSION
    min_reader: Literal[1] = VERSION
    region: Identifiant
    edition: Rang
    prev: Sha256 | None = None
    date: Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
    files: Annotated[tuple[Fichier, ...], Field(min_length=1, max_length=1)]

    @field_validator("date")
    @classmethod
    def _jour(cls, valeur: str) -> str:
        date.fromisoformat(valeur)
        return valeur

    @model_validator(mode="after")
    def _bornes(self) -> Self:
        if (self.prev is None) != (self.edition == 1):
            raise ValueError("only the first edition has no previous one")
        if self.charge.raw_size > BRUT_MAX or self.charge.lines > LIGNES_MAX:
            raise ValueError("larger than any directory")
        return self

    @property
    def charge(self) -> Fichier:
        """The only file."""
        return self.files[0]

    def octets(self) -> bytes:
        """The canonical bytes: what is signed."""
        return json_canonique.ecrire(self.model_dump(mode="json", exclude_none=True))


def lire(octets: bytes) -> Manifeste:
    """The manifest of bytes whose signature holds.

    Raises:
        RefusRepertoire: another format, or a later version of this one.
        RefusLot, ValidationError: it is no manifest.
    """
    valeur = json_canonique.lire(octets)
    if not isinstance(valeur, dict) or valeur.get("format") != FORMAT:
        raise RefusRepertoire(CodeRepertoire.AUTRE_FICHIER, "format")
    if any(_plus_recent(valeur.get(nom)) for nom in ("version", "min_reader")):
        raise RefusRepertoire(CodeRepertoire.VERSION_RECENTE)
    manifeste = Manifeste.model_validate_json(octets)
    if manifeste.octets() != octets:  # a null where the field should be left out
        raise RefusRepertoire(CodeRepertoire.MAL_FAIT)
    return manifeste


def empreinte(octets: bytes) -> str:
    """The identity of an edition: SHA-256 of its manifest."""
    return hashlib.sha256(octets).hexdigest()


def _plus_recent(version: Any) -> bool:
    # type() and not isinstance: true is an int for Python, and is no version.
    return type(version) is int and version > VERSION
