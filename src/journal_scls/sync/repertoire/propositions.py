"""Propositions of a journal: a sealed file of one line, like those of enrolment.

The line is what the preview shows. An organisme or a milieu that a card names comes with its
name, since the region may not know it.
"""

import hashlib
from collections.abc import Sequence
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, ValidationError, model_validator

from journal_scls.domain.echange.partage import texte_sur
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.proposition import (
    PROPOSITIONS_MAX,
    EnvoiPropositions,
    Proposition,
)
from journal_scls.sync.inscription import pli
from journal_scls.sync.inscription.messages import Message
from journal_scls.sync.inscription.refus import en_inscription
from journal_scls.sync.lot import enveloppe, json_canonique
from journal_scls.sync.lot.champs import Identifiant, Modele, Rang, TexteCourt
from journal_scls.sync.lot.sshsig import Espace
from journal_scls.sync.repertoire.lignes import LigneFiche, ligne_fiche

_NOMS_MAX = 50


class NomCite(Modele):
    """How the journal calls something that its card names."""

    id: Identifiant
    nom: TexteCourt


class LigneProposition(Modele):
    """One card."""

    fiche: Annotated[LigneFiche, Field(discriminator="genre")]
    noms: Annotated[tuple[NomCite, ...], Field(min_length=1, max_length=_NOMS_MAX)] | None = None

    @classmethod
    def de(cls, p: Proposition) -> Self:
        """From the value."""
        noms = tuple(NomCite(id=str(id_), nom=texte_sur(nom)) for id_, nom in p.noms)
        return cls(fiche=ligne_fiche(p.fiche), noms=noms or None)

    def valeur(self) -> Proposition:
        """To the value; what a journal adds is always to be verified."""
        noms = tuple((UUID(n.id), n.nom) for n in self.noms or ())
        return Proposition(fiche=self.fiche.valeur(), noms=noms)


class MessagePropositions(Message):
    """Everything a journal proposes at once."""

    format: Literal["scls-proposition"] = "scls-proposition"
    region: Identifiant
    journal: Identifiant
    number: Rang
    cards: Annotated[tuple[LigneProposition, ...], Field(min_length=1, max_length=PROPOSITIONS_MAX)]

    @model_validator(mode="after")
    def _en_ordre(self) -> Self:
        ids = [carte.fiche.id for carte in self.cards]
        if ids != sorted(set(ids)):
            raise ValueError("cards are sorted, each one once")
        return self

    @classmethod
    def de(cls, e: EnvoiPropositions) -> Self:
        """From the value."""
        ordonnees = sorted(e.propositions, key=lambda p: p.objet.int)
        return cls(
            region=str(e.region),
            journal=str(e.journal),
            number=e.numero,
            cards=tuple(LigneProposition.de(p) for p in ordonnees),
        )

    def valeur(self) -> EnvoiPropositions:
        """To the value."""
        return EnvoiPropositions(
            region=UUID(self.region),
            journal=UUID(self.journal),
            numero=self.number,
            propositions=tuple(carte.valeur() for carte in self.cards),
        )


class PlisPropositions:
    """ports_repertoire.FormatPropositions."""

    def lignes(self, envoi: EnvoiPropositions) -> Sequence[bytes]:
        """The very bytes of each card that would leave, in their order."""
        return [_ligne(carte) for carte in _message(envoi).cards]

    def sceller(
        self, envoi: EnvoiPropositions, signature: bytes, destinataires: Sequence[str]
    ) -> bytes:
        """The file: signed by the journal, encrypted to the region."""
        clair = pli.composer(_message(envoi), Espace.PROPOSITION, [signature])
        with en_inscription():
            return enveloppe.sceller(clair, destinataires)

    def ouvrir(self, octets: bytes, identites: Sequence[str]) -> tuple[EnvoiPropositions, bytes]:
        """What a file holds, and the key that signed it: whose it is, the caller judges.

        Raises:
            RefusInscription: not for us, forged, or badly made.
        """
        clair = pli.ouvrir(octets, identites)
        message, (cle,) = pli.lire(clair, MessagePropositions, Espace.PROPOSITION)
        try:
            return message.valeur(), cle
        except (RegleMetier, ValueError):
            raise RefusInscription(CodeInscription.MAL_FAIT, "cards") from None

    def ecrire(self, proposition: Proposition) -> str:
        """One card as the file has it, to be kept."""
        return _ligne(LigneProposition.de(proposition)).decode()

    def lire(self, texte: str) -> Proposition:
        """The inverse of `ecrire`."""
        return LigneProposition.model_validate_json(texte).valeur()

    def empreinte(self, proposition: Proposition) -> str:
        """SHA-256 of the card: the identity of this version of it."""
        return hashlib.sha256(self.ecrire(proposition).encode()).hexdigest()


def _message(envoi: EnvoiPropositions) -> MessagePropositions:
    """Our own values fit, but for a name in which a person put nothing that prints."""
    try:
        return MessagePropositions.de(envoi)
    except (ValidationError, ValueError):
        raise RefusInscription(CodeInscription.NOM_IMPROPRE) from None


def _ligne(carte: LigneProposition) -> bytes:
    return json_canonique.ecrire(carte.model_dump(mode="json", exclude_none=True))
