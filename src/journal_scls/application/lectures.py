"""The read side: what lists show and what they can be asked, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from journal_scls.domain.journal.intervention import Intervention, Reference, Statut


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtre:
    """Which entries; None and '' ask nothing. Names are compared folded.

    `organisme` and `milieu` are names or codes; `organismes` are those of all that became one
    (`VueRepertoire.lignee`); `projets` are all the codes that one project or committee ever had
    (`VueRepertoire.codes`); `texte` is searched, accents folded, by word
    starts, in notes, faits marquants and the names of milieux. `statut` is one of `Statut`;
    cancelled entries are left out unless `annulees`.
    """

    du: date | None = None
    au: date | None = None
    mrc: str = ""
    organisme: str = ""
    organismes: frozenset[str] = frozenset()
    milieu: str = ""
    tenure: str = ""
    volet: str = ""
    activite: str = ""
    clientele: str = ""
    personne: str = ""
    projets: frozenset[str] = frozenset()
    texte: str = ""
    statut: str = ""
    annulees: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TotauxListe:
    """What the entries of a list add up to; cancelled ones are shown beside and never added.

    `minutes` is their time, `participations` the sum of nb_personnes.
    """

    interventions: int
    participations: int
    minutes: int
    references: int
    annulees: int = 0

    @property
    def lignes(self) -> int:
        """How many rows the list has."""
        return self.interventions + self.annulees


class LigneJournal(NamedTuple):
    """One entry in a list: its last revision, with names instead of identifiers.

    A tuple, which is made four times faster: a screen shows 48 of them at each key of a search.
    """

    id: UUID
    revision: int
    statut: Statut
    date: date
    duree_min: int
    milieu: str
    organisme: str
    tenure: str
    mrc: str
    categorie_immeuble: str
    volet: str
    activite: str
    categorie: str
    type_collectif: str
    clientele: str
    problematiques: tuple[str, ...]
    modalite: str
    nb_personnes: int | None
    references: tuple[Reference, ...]
    personne: str
    note: str
    fait_marquant: str
    saisie_le: datetime
    projet: str = ""
    id_externe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brouillon:
    """What was being typed: field names and texts, exactly as typed."""

    id: UUID
    contenu: dict[str, object]
    modifie_le: datetime
    intervention: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPersonne:
    """All that is held about a local code, and nothing of anybody else.

    `ecritures` are the entries, cancelled ones included, oldest first, each as those of its
    revisions that bear the code: what a correction took away from the person, or gave, is another
    person's. `noms` calls the milieux, organismes and services that they name.
    """

    code: str
    etabli_le: date
    ecritures: tuple[tuple[Intervention, ...], ...]
    brouillons: tuple[Brouillon, ...] = ()
    noms: Mapping[UUID, str] = field(default_factory=dict)
