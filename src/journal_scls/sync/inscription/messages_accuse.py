"""The content of an accusé: lists that a hostile journal cannot make long."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from journal_scls.domain.echange.accuse import (
    INCARNATIONS_MAX,
    SUITES_MAX,
    Accuse,
    DemandeAccuse,
    IncarnationAccusee,
    SuiteRecue,
)
from journal_scls.sync.inscription.messages import Message
from journal_scls.sync.lot.champs import Identifiant, Modele, Nombre, Rang, Sha256


class MessageSuite(Modele):
    """An unbroken run of lots and the digest of the last manifest."""

    first: Rang
    last: Rang
    digest: Sha256

    @model_validator(mode="after")
    def _en_ordre(self) -> Self:
        if self.first > self.last:
            raise ValueError("the run ends before it starts")
        return self


_Trou = Annotated[tuple[Rang, ...], Field(min_length=2, max_length=2)]


class MessageIncarnation(Modele):
    """One life of the journal."""

    id: Identifiant
    epoch: Rang
    have: Annotated[tuple[MessageSuite, ...], Field(min_length=1, max_length=SUITES_MAX)]
    missing: Annotated[tuple[_Trou, ...], Field(max_length=SUITES_MAX)] = ()
    forks: Annotated[tuple[Rang, ...], Field(max_length=SUITES_MAX)] = ()


class MessageEtat(Modele):
    """The state digest of what the region holds of the journal."""

    count: Nombre
    digest: Sha256


class MessageAccuse(Message):
    """What the region has of a journal."""

    format: Literal["scls-accuse"] = "scls-accuse"
    region: Identifiant
    journal: Identifiant
    number: Rang
    incarnations: Annotated[tuple[MessageIncarnation, ...], Field(max_length=INCARNATIONS_MAX)] = ()
    state: MessageEtat
    request: Literal["complet"] | None = None
    revoked: Literal[True] | None = None

    @classmethod
    def de(cls, a: Accuse) -> Self:
        """From the value."""
        return cls(
            region=str(a.region),
            journal=str(a.journal),
            number=a.numero,
            incarnations=tuple(_vie(vie) for vie in a.incarnations),
            state=MessageEtat(count=a.etat_nombre, digest=a.etat_condense),
            request="complet" if a.demande is DemandeAccuse.COMPLET else None,
            revoked=True if a.revoque else None,
        )

    def valeur(self) -> Accuse:
        """To the value."""
        return Accuse(
            region=UUID(self.region),
            journal=UUID(self.journal),
            numero=self.number,
            incarnations=tuple(_lire_vie(vie) for vie in self.incarnations),
            etat_nombre=self.state.count,
            etat_condense=self.state.digest,
            demande=DemandeAccuse(self.request or ""),
            revoque=self.revoked is True,
        )


def _vie(vie: IncarnationAccusee) -> MessageIncarnation:
    return MessageIncarnation(
        id=str(vie.id),
        epoch=vie.epoque,
        have=tuple(MessageSuite(first=s.du, last=s.au, digest=s.empreinte) for s in vie.recus),
        missing=vie.manquants,
        forks=vie.bifurcations,
    )


def _lire_vie(lue: MessageIncarnation) -> IncarnationAccusee:
    return IncarnationAccusee(
        id=UUID(lue.id),
        epoque=lue.epoch,
        recus=tuple(SuiteRecue(du=s.first, au=s.last, empreinte=s.digest) for s in lue.have),
        manquants=tuple((trou[0], trou[-1]) for trou in lue.missing),
        bifurcations=lue.forks,
    )
