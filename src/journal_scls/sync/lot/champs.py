"""Kinds of values that the manifest and the records share, and how a model is read."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ENTIER_MAX = 2**31 - 1

_TEXTE = (
    r"^[^\p{Cc}\p{Cf}\p{Co}\p{Z}]([^\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]*[^\p{Cc}\p{Cf}\p{Co}\p{Z}])?$"
)
"""No control, no invisible and no right-to-left character can make a name look like another."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9_]{1,40}$")]
TexteCourt = Annotated[str, StringConstraints(max_length=120, pattern=_TEXTE)]
TexteMarquant = Annotated[str, StringConstraints(max_length=300, pattern=_TEXTE)]
Identifiant = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Nombre = Annotated[int, Field(ge=0, le=ENTIER_MAX)]
Rang = Annotated[int, Field(ge=1, le=ENTIER_MAX)]


class Modele(BaseModel):
    """Exactly these fields, of exactly these types; an absent field is left out, never null."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
