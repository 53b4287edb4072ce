"""The content of each kind of file: exactly these fields, of exactly these types.

Nothing here has room for a note, an entry or a tenant; the only free text is the name under which
a dossier presents itself.
"""

import base64
import hashlib
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from journal_scls.domain.echange.inscription import (
    Acceptation,
    ChangementCles,
    Demande,
    Invitation,
    PolitiqueRegion,
)
from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.champs import (
    Code,
    Identifiant,
    Modele,
    Rang,
    Sha256,
    TexteCourt,
)
from journal_scls.sync.lot.cles import (
    CLE_TAILLE,
    ligne_openssh,
    verifier_cle_signature,
    verifier_destinataire,
)
from journal_scls.sync.lot.refus import Code as CodeRefus
from journal_scls.sync.lot.refus import RefusLot

_Cle = Annotated[str, StringConstraints(pattern=r"^ssh-ed25519 [A-Za-z0-9+/]{68}$")]
_Destinataire = Annotated[str, StringConstraints(pattern=r"^age1[02-9ac-hj-np-z]{58}$")]
_Champ = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
_Nonce = Sha256


class Message(Modele):
    """What every kind has: a format and its version."""

    version: Literal[1] = 1

    @classmethod
    def nom_format(cls) -> str:
        """The value of `format`, from the model itself."""
        return str(cls.model_fields["format"].default)

    def octets(self) -> bytes:
        """The canonical line, without its line break."""
        return json_canonique.ecrire(self.model_dump(mode="json", exclude_none=True))


class MessagePolitique(Modele):
    """The fields a journal of this region shares; the digest is that of the list."""

    id: Code
    fields: Annotated[tuple[_Champ, ...], Field(min_length=1, max_length=64)]
    digest: Sha256

    @model_validator(mode="after")
    def _concorder(self) -> Self:
        if list(self.fields) != sorted(set(self.fields)) or self.digest != condense(self.fields):
            raise ValueError("the fields are sorted, each one once, and the digest is theirs")
        return self


class MessageInvitation(Message):
    """The region presents itself."""

    format: Literal["scls-invitation"] = "scls-invitation"
    region: Identifiant
    name: TexteCourt
    key: _Cle
    age: _Destinataire
    recovery: _Destinataire
    policy: MessagePolitique
    nonce: _Nonce

    @classmethod
    def de(cls, i: Invitation) -> Self:
        """From the value."""
        return cls(
            region=str(i.region),
            name=i.nom,
            key=ligne_openssh(i.cle),
            age=i.destinataire,
            recovery=i.secours,
            policy=MessagePolitique(
                id=i.politique.id, fields=i.politique.champs, digest=i.politique.condense
            ),
            nonce=i.nonce.hex(),
        )

    def valeur(self) -> Invitation:
        """To the value.

        Raises:
            RefusLot: a key is not safe.
        """
        if self.age == self.recovery:
            raise RefusLot(CodeRefus.CLE_FAIBLE)
        return Invitation(
            region=UUID(self.region),
            nom=self.name,
            cle=lire_cle(self.key),
            destinataire=lire_destinataire(self.age),
            secours=lire_destinataire(self.recovery),
            politique=PolitiqueRegion(
                id=self.policy.id, condense=self.policy.digest, champs=self.policy.fields
            ),
            nonce=bytes.fromhex(self.nonce),
        )


class MessageDemande(Message):
    """A journal presents itself to the region that invited it."""

    format: Literal["scls-demande"] = "scls-demande"
    region: Identifiant
    nonce: _Nonce
    journal: Identifiant
    code: TexteCourt
    name: TexteCourt | None = None
    key: _Cle
    age: _Destinataire

    @classmethod
    def de(cls, d: Demande) -> Self:
        """From the value."""
        return cls(
            region=str(d.region),
            nonce=d.nonce.hex(),
            journal=str(d.journal),
            code=d.code,
            name=d.nom or None,
            key=ligne_openssh(d.cle),
            age=d.destinataire,
        )

    def valeur(self) -> Demande:
        """To the value.

        Raises:
            RefusLot: a key is not safe.
        """
        return Demande(
            region=UUID(self.region),
            nonce=bytes.fromhex(self.nonce),
            journal=UUID(self.journal),
            code=self.code,
            nom=self.name or "",
            cle=lire_cle(self.key),
            destinataire=lire_destinataire(self.age),
        )


class MessageAcceptation(Message):
    """The region answers one demande and repeats the keys it has pinned."""

    format: Literal["scls-acceptation"] = "scls-acceptation"
    region: Identifiant
    nonce: _Nonce
    journal: Identifiant
    key: _Cle
    age: _Destinataire

    @classmethod
    def de(cls, a: Acceptation) -> Self:
        """From the value."""
        return cls(
            region=str(a.region),
            nonce=a.nonce.hex(),
            journal=str(a.journal),
            key=ligne_openssh(a.cle),
            age=a.destinataire,
        )

    def valeur(self) -> Acceptation:
        """To the value.

        Raises:
            RefusLot: a key is not safe.
        """
        return Acceptation(
            region=UUID(self.region),
            nonce=bytes.fromhex(self.nonce),
            journal=UUID(self.journal),
            cle=lire_cle(self.key),
            destinataire=lire_destinataire(self.age),
        )


class MessageCles(Message):
    """A journal changes its keys from one lot on; the old key and the new one sign."""

    format: Literal["scls-cles"] = "scls-cles"
    region: Identifiant
    journal: Identifiant
    old_key: _Cle
    key: _Cle
    age: _Destinataire
    epoch: Rang
    since_seq: Rang

    @classmethod
    def de(cls, c: ChangementCles) -> Self:
        """From the value."""
        return cls(
            region=str(c.region),
            journal=str(c.journal),
            old_key=ligne_openssh(c.ancienne),
            key=ligne_openssh(c.cle),
            age=c.destinataire,
            epoch=c.epoque,
            since_seq=c.depuis_seq,
        )

    def valeur(self) -> ChangementCles:
        """To the value.

        Raises:
            RefusLot: a key is not safe.
        """
        return ChangementCles(
            region=UUID(self.region),
            journal=UUID(self.journal),
            ancienne=lire_cle(self.old_key),
            cle=lire_cle(self.key),
            destinataire=lire_destinataire(self.age),
            epoque=self.epoch,
            depuis_seq=self.since_seq,
        )


def condense(champs: tuple[str, ...]) -> str:
    """SHA-256 of the list of fields, as canonical JSON."""
    return hashlib.sha256(json_canonique.ecrire(list(champs))).hexdigest()


def lire_cle(texte: str) -> bytes:
    """The 32 bytes of a `ssh-ed25519 …` line, safe to be pinned.

    Raises:
        RefusLot: another spelling, or a key under which anybody can sign.
    """
    cle = base64.b64decode(texte.partition(" ")[2])[-CLE_TAILLE:]
    if ligne_openssh(cle) != texte:
        raise RefusLot(CodeRefus.CLE_FAIBLE)
    verifier_cle_signature(cle)
    return cle


def lire_destinataire(texte: str) -> str:
    """The same recipient, safe to be written to.

    Raises:
        RefusLot: it is not one.
    """
    verifier_destinataire(texte)
    return texte
