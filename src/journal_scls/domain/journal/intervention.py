"""An entry of the logbook: what it says, its states and its revisions.

Names, apartment numbers and birth dates of tenants are never fields. Whatever can be recomputed
(a first visit, a total) is never kept.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.lieux import SANS_MILIEU, Lieu

TRANCHES_AGE = ("0-11", "12-17", "18-35", "36-64", "65+")
NOTE_MAX = 2_000
FAIT_MARQUANT_MAX = 300
RAISON_MAX = 300
ACTIVITES_SECONDAIRES_MAX = 2
PROBLEMATIQUES_MAX = 3


class Volet(StrEnum):
    """The three parts of the approach; forms and bases depend on it."""

    INDIVIDUEL = "INDIVIDUEL"
    COLLECTIF = "COLLECTIF"
    MILIEU = "MILIEU"


class Statut(StrEnum):
    """Life of an entry; nothing that was final is ever erased in silence."""

    BROUILLON = "BROUILLON"
    FINALE = "FINALE"
    RECTIFIEE = "RECTIFIEE"
    ANNULEE = "ANNULEE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A referral of somebody to a service."""

    destination: str
    service: str = "AUTRE"
    mode: str = "SIMPLE"
    statut: str = "INCONNU"
    ressource: UUID | None = None
    date_relance: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contenu:
    """What an entry says, complete enough to be final; `regles.verifier` says if it holds.

    `duree_min` is in minutes; `nb_personnes` counts participations, None when an old journal
    did not say; `tranches` follows TRANCHES_AGE; `roles` pairs a role's code with a count.
    `projet` is the code of a project or of a committee; what old entries typed there stays text.
    """

    date_intervention: date
    duree_min: int
    volet: Volet
    activite: str
    categorie: str
    clientele: str
    lieu: Lieu = SANS_MILIEU
    activites_secondaires: tuple[str, ...] = ()
    type_collectif: str = ""
    clienteles_autres: tuple[str, ...] = ()
    problematiques: tuple[str, ...] = ()
    modalite: str = ""
    nb_personnes: int | None = None
    nb_nouvelles: int | None = None
    tranches: tuple[int, ...] = ()
    roles: tuple[tuple[str, int], ...] = ()
    references: tuple[Reference, ...] = ()
    projet: str = ""
    personne: str = ""
    suivi: str = ""
    suivi_le: date | None = None
    source_financement: str = ""
    note: str = ""
    fait_marquant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One revision of an entry. A transition returns the next revision, never changes this one.

    `creee_le` and `saisie_le` (of this revision) are UTC instants, for information only: order
    comes from the revision number.
    """

    id: UUID
    contenu: Contenu
    vocabulaire: str
    auteur: str
    creee_le: datetime
    saisie_le: datetime
    revision: int = 1
    statut: Statut = Statut.FINALE
    raison: str = ""

    @property
    def compte(self) -> bool:
        """Whether the figures count it."""
        return self.statut in (Statut.FINALE, Statut.RECTIFIEE)

    def rectifier(self, contenu: Contenu, *, vocabulaire: str, auteur: str, le: datetime) -> Self:
        """The next revision, with other content.

        Raises:
            RegleMetier: the entry is cancelled.
        """
        if self.statut is Statut.ANNULEE:
            raise RegleMetier(
                "Cette intervention est annulée.", "Rétablissez-la avant de la corriger."
            )
        return replace(
            self,
            contenu=contenu,
            vocabulaire=vocabulaire,
            auteur=auteur,
            saisie_le=le,
            revision=self.revision + 1,
            statut=Statut.RECTIFIEE,
            raison="",
        )

    def annuler(self, raison: str, *, auteur: str, le: datetime) -> Self:
        """The next revision, cancelled for a reason; the content stays readable.

        Raises:
            RegleMetier: no reason, or already cancelled.
        """
        if self.statut is Statut.ANNULEE:
            raise RegleMetier("Cette intervention est déjà annulée.", "Il n'y a rien à faire.")
        raison = raison.strip()
        if not raison:
            raise RegleMetier(
                "Il faut une raison pour annuler.",
                "Écrivez pourquoi, en quelques mots.",
                champ="raison",
            )
        return self._suivante(Statut.ANNULEE, raison[:RAISON_MAX], auteur, le)

    def retablir(self, *, auteur: str, le: datetime) -> Self:
        """The next revision of a cancelled entry, counted again.

        Raises:
            RegleMetier: it is not cancelled.
        """
        if self.statut is not Statut.ANNULEE:
            raise RegleMetier("Cette intervention n'est pas annulée.", "Il n'y a rien à faire.")
        return self._suivante(Statut.RECTIFIEE, "", auteur, le)

    def _suivante(self, statut: Statut, raison: str, auteur: str, le: datetime) -> Self:
        return replace(
            self,
            auteur=auteur,
            saisie_le=le,
            revision=self.revision + 1,
            statut=statut,
            raison=raison,
        )
