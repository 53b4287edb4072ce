"""What the directory needs of the outside; storage and sync provide it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from journal_scls.domain.repertoire.edition import EditionRepertoire, RefusProposition
from journal_scls.domain.repertoire.fusion import Fusion, Fusions
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.repertoire.proposition import (
    DecisionProposition,
    EnvoiPropositions,
    Proposition,
)
from journal_scls.domain.vocabulaire import Vocabulaire


class DepotRepertoire(Protocol):
    """Organismes and milieux, those folded into others included."""

    def organismes(self) -> tuple[Organisme, ...]:
        """All of them, by name."""
        ...

    def milieux(self) -> tuple[Milieu, ...]:
        """All of them, by name."""
        ...

    def enregistrer_organismes(self, organismes: Iterable[Organisme]) -> None:
        """Insert or replace, by identifier."""
        ...

    def enregistrer_milieux(self, milieux: Iterable[Milieu]) -> None:
        """Insert or replace with their history, by identifier; their organismes must exist."""
        ...


class DepotPartenaires(Protocol):
    """Partner services, projects and committees, those folded into others included."""

    def services(self) -> tuple[ServicePartenaire, ...]:
        """All of them, by name."""
        ...

    def projets(self) -> tuple[Projet, ...]:
        """All of them, by code."""
        ...

    def comites(self) -> tuple[Comite, ...]:
        """All of them, by code."""
        ...

    def enregistrer_services(self, services: Iterable[ServicePartenaire]) -> None:
        """Insert or replace, by identifier."""
        ...

    def enregistrer_projets(self, projets: Iterable[Projet]) -> None:
        """Insert or replace, by identifier."""
        ...

    def enregistrer_comites(self, comites: Iterable[Comite]) -> None:
        """Insert or replace, by identifier."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionGardee:
    """An edition as it was published or taken in; `condense` is the SHA-256 of its lines."""

    numero: int
    empreinte: str
    precedente: str
    condense: str
    du: date
    paquet: bytes = field(repr=False)
    le: datetime


class DepotEditions(Protocol):
    """Fusions, what the region said, editions."""

    def fusions(self) -> Fusions:
        """Those that hold: the region's, then ours on cards that it says nothing of."""
        ...

    def fusionner(self, fusion: Fusion) -> None:
        """Keep a fusion of ours; one of the same card is replaced."""
        ...

    def defusionner(self, carte: UUID) -> None:
        """Forget our fusion of a card."""
        ...

    def publies(self) -> frozenset[UUID]:
        """The cards of the last edition taken in; none at a coordination."""
        ...

    def refus(self) -> tuple[RefusProposition, ...]:
        """What the last edition taken in refuses."""
        ...

    def remplacer_avis(
        self,
        publies: Iterable[UUID],
        fusions: Iterable[Fusion],
        refus: Iterable[RefusProposition],
    ) -> None:
        """What the last edition says, in place of what the one before said."""
        ...

    def derniere(self) -> EditionGardee | None:
        """The highest edition, None before the first."""
        ...

    def edition(self, numero: int) -> EditionGardee | None:
        """One of them."""
        ...

    def garder(self, edition: EditionGardee) -> None:
        """Keep an edition, for ever."""
        ...

    def vocabulaires(self) -> Mapping[str, Mapping[str, Any]]:
        """The editions of the vocabulary that the program does not ship, by name."""
        ...

    def enregistrer_vocabulaire(self, edition: str, donnees: Mapping[str, Any]) -> None:
        """Insert or replace one of them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneProposition:
    """A version of a card as it was received, `contenu` being its line; and what was decided."""

    journal: UUID
    objet: UUID
    empreinte: str
    numero: int
    contenu: str
    recue_le: datetime
    decision: DecisionProposition | None = None


class DepotPropositions(Protocol):
    """What a journal proposed, what a region received."""

    def derniere_faite(self) -> tuple[int, str] | None:
        """Number and content of the last file made."""
        ...

    def noter_faite(self, numero: int, contenu: str, le: datetime) -> None:
        """Keep what left, for ever."""
        ...

    def recevoir(self, ligne: LigneProposition) -> bool:
        """Keep a version of a card; False when it was already there."""
        ...

    def recues(self) -> tuple[LigneProposition, ...]:
        """Every version of every card, with the last decision about it."""
        ...

    def decider(self, ligne: LigneProposition, decision: DecisionProposition) -> None:
        """Record a person's decision, for ever."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLue:
    """An edition that is authentic and whole, with the digests of its manifest and lines."""

    edition: EditionRepertoire
    empreinte: str
    condense: str


class FormatRepertoire(Protocol):
    """Editions as files. Every reader raises RefusRepertoire and nothing else."""

    def lire_fichier(self, chemin: Path) -> bytes:
        """The bytes of a file, read once."""
        ...

    def ecrire(self, chemin: Path, octets: bytes) -> None:
        """Write a file, read back and compared."""
        ...

    def composer(self, edition: EditionRepertoire, cle_secrete: bytes) -> tuple[bytes, EditionLue]:
        """The signed file of an edition, and what a journal will read in it."""
        ...

    def lire(self, octets: bytes, region: UUID, cle: bytes) -> EditionLue:
        """The edition in these bytes, signed by that key for that region."""
        ...

    def ecrire_vocabulaire(self, vocabulaire: Vocabulaire) -> Mapping[str, Any]:
        """An edition of the vocabulary as it is kept."""
        ...

    def lire_vocabulaire(self, donnees: Mapping[str, Any]) -> Vocabulaire:
        """The inverse."""
        ...


class FormatPropositions(Protocol):
    """Propositions as files. Every reader raises RefusInscription and nothing else."""

    def lignes(self, envoi: EnvoiPropositions) -> Sequence[bytes]:
        """The very bytes of each card that would leave, in their order."""
        ...

    def sceller(
        self, envoi: EnvoiPropositions, signature: bytes, destinataires: Sequence[str]
    ) -> bytes:
        """The file: signed by the journal, encrypted to the region."""
        ...

    def ouvrir(self, octets: bytes, identites: Sequence[str]) -> tuple[EnvoiPropositions, bytes]:
        """What a file holds, and the key that signed it."""
        ...

    def ecrire(self, proposition: Proposition) -> str:
        """One card as the file has it."""
        ...

    def lire(self, texte: str) -> Proposition:
        """The inverse."""
        ...

    def empreinte(self, proposition: Proposition) -> str:
        """The identity of this version of the card."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutilsRepertoire:
    """All that the directory is given, wired by bootstrap."""

    editions: FormatRepertoire
    propositions: FormatPropositions
