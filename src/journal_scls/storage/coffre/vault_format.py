"""The file of the vault: what its slots hold, how they are read, and how a key is wrapped."""

import hmac
import json
import secrets
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Literal, Self, TypeVar

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from journal_scls.domain.errors import Environnement
from journal_scls.storage.coffre.code_secours import CodeSecours

NOM = "vault.json"
VERSION = 1
TAILLE_CLE = 32

Genre = Literal["code", "phrase", "trousseau"]
_Hex12 = Annotated[str, Field(pattern="^[0-9a-f]{24}$")]
_Hex16 = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
_Hex32 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Hex48 = Annotated[str, Field(pattern="^[0-9a-f]{96}$")]
_Instant = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class CoutArgon2(_Strict):
    """Cost of one passphrase trial: RFC 9106's second choice, between OWASP's floor and 1 GiB.

    A file read from disk goes through these bounds before any memory is reserved for it.
    """

    memory_kib: int = Field(default=64 * 1024, ge=19 * 1024, le=1024 * 1024)
    iterations: int = Field(default=3, ge=2, le=16)
    lanes: int = Field(default=4, ge=1, le=16)


class Slot(_Strict):
    """One way to open the vault: the key, wrapped under another."""

    nonce: _Hex12 = Field(default_factory=lambda: secrets.token_hex(12))
    wrapped: _Hex48 = "00" * 48


class SlotCode(Slot):
    """The slot of the printed recovery code."""

    kind: Literal["code"] = "code"
    kdf: Literal["hkdf-sha256"] = "hkdf-sha256"
    salt: _Hex16 = Field(default_factory=lambda: secrets.token_hex(16))


class SlotPhrase(Slot):
    """The slot of the passphrase."""

    kind: Literal["phrase"] = "phrase"
    kdf: Literal["argon2id"] = "argon2id"
    cost: CoutArgon2
    salt: _Hex16 = Field(default_factory=lambda: secrets.token_hex(16))


class SlotTrousseau(Slot):
    """The slot whose key the session's keyring holds."""

    kind: Literal["trousseau"] = "trousseau"
    backend: Annotated[str, Field(pattern="^[a-z-]{1,32}$")]


ToutSlot = Annotated[SlotCode | SlotPhrase | SlotTrousseau, Field(discriminator="kind")]
_S = TypeVar("_S", bound=Slot)


class _Version(BaseModel):
    """What every version of the file, past or future, can be asked."""

    format: Literal["journal-scls.coffre"]
    version: int = Field(ge=1, strict=True)


class Entete(_Strict):
    """What is bound to every slot, so that none can be moved to another vault."""

    format: Literal["journal-scls.coffre"] = "journal-scls.coffre"
    version: Literal[1] = 1
    id: _Hex16 = Field(default_factory=lambda: secrets.token_hex(16))
    created: _Instant = Field(
        default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    )


class Document(Entete):
    """The whole file. `check` tells whether a key is this vault's before wrapping it again."""

    check: _Hex32 = "00" * 32
    slots: tuple[ToutSlot, ...] = ()

    @model_validator(mode="after")
    def _slots_en_ordre(self) -> Self:
        genres = [slot.kind for slot in self.slots]
        if genres != sorted(set(genres)) or set(genres) <= {"trousseau"}:
            raise ValueError(genres)
        return self


def analyser(octets: bytes) -> Document:
    """Read the file strictly: what was not written by this program is refused."""
    try:
        if _Version.model_validate_json(octets).version > VERSION:
            raise Environnement(
                "Ce dossier vient d'une version plus récente de Journal SCLS.",
                "Installez la dernière version, puis ouvrez-le de nouveau.",
            )
        document = Document.model_validate_json(octets)
    except ValidationError as erreur:
        raise _abime() from erreur
    if canonique(document.model_dump()) != octets:  # duplicate keys, spaces, 1.0 for 1
        raise _abime()
    return document


def _abime() -> Environnement:
    return Environnement(
        f"Le fichier « {NOM} » de ce dossier est abîmé ou a été modifié : rien n'a été changé.",
        "Remettez en place la copie gardée dans une sauvegarde.",
    )


def canonique(valeur: object) -> bytes:
    """Give the only bytes that stand for this value."""
    return json.dumps(valeur, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _entete(entete: Entete) -> dict[str, object]:
    return entete.model_dump(include=set(Entete.model_fields))


def aad(entete: Entete, slot: Slot) -> bytes:
    """Give what the wrapped key is bound to: the header and the slot's own parameters."""
    return canonique({**_entete(entete), "slot": slot.model_dump(exclude={"wrapped"})})


def temoin(entete: Entete, cle: bytes) -> str:
    """Give what proves, without showing it, that a key is this vault's."""
    return hmac.digest(cle, canonique(_entete(entete)), "sha256").hex()


def emballer(entete: Entete, slot: _S, kek: bytes, cle: bytes) -> _S:
    """Wrap `cle` under `kek` into the slot."""
    scelle = AESGCM(kek).encrypt(bytes.fromhex(slot.nonce), cle, aad(entete, slot))
    return slot.model_copy(update={"wrapped": scelle.hex()})


def slot_phrase(entete: Entete, cle: bytes, phrase: str, cout: CoutArgon2 | None) -> SlotPhrase:
    """Make the slot of a passphrase."""
    slot = SlotPhrase(cost=cout or CoutArgon2())
    return emballer(entete, slot, cle_de_phrase(phrase, slot), cle)


def slot_code(entete: Entete, cle: bytes, code: CodeSecours) -> SlotCode:
    """Make the slot of a recovery code."""
    slot = SlotCode()
    return emballer(entete, slot, code.cle(bytes.fromhex(slot.salt)), cle)


def cle_de_phrase(phrase: str, slot: SlotPhrase) -> bytes:
    """Derive slowly, for a phrase can be guessed; NFKC, for keyboards compose differently."""
    texte = unicodedata.normalize("NFKC", phrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=bytes.fromhex(slot.salt),
        length=TAILLE_CLE,
        iterations=slot.cost.iterations,
        lanes=slot.cost.lanes,
        memory_cost=slot.cost.memory_kib,
    ).derive(texte)
