"""Whose journal a dossier is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.regles import TEXTE_COURT_MAX


class Role(StrEnum):
    """What a dossier is for."""

    INTERVENANT = "intervenant"
    COORDINATION = "coordination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """The owner of a dossier; `code` signs the entries, `nom_affiche` is printed on documents."""

    id: UUID
    role: Role
    code: str
    cree_le: datetime
    employeur_type: str = ""
    nom_affiche: str = ""
    demo: bool = False

    def __post_init__(self) -> None:
        """Refuse a profile that could not sign an entry."""
        if not self.code.strip() or len(self.code) > TEXTE_COURT_MAX:
            raise RegleMetier(
                "Il faut un code d'intervenant.", "Choisissez-en un, comme INT-01.", champ="code"
            )
        if len(self.nom_affiche) > TEXTE_COURT_MAX:
            raise RegleMetier(
                f"Le nom affiché dépasse {TEXTE_COURT_MAX} caractères.",
                "Raccourcissez-le.",
                champ="nom_affiche",
            )

    @property
    def titre(self) -> str:
        """What to show for the owner."""
        return self.nom_affiche or self.code
