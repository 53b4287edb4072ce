"""A template: what a form says each week, without what belongs to one day or to somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from journal_scls.domain.errors import RegleMetier

NOM_MAX = 60
PROPRES = frozenset(
    {"date", "personne", "suivi", "suivi_le", "note", "fait_marquant", "nouveau_milieu", "ligne"}
)
"""The fields that are never repeated: they say one day, one person, or free text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modele:
    """A named state of the entry form; `contenu` maps its fields to what was typed."""

    id: UUID
    nom: str
    contenu: Mapping[str, object]

    def __post_init__(self) -> None:
        """Refuse one without a name."""
        if not self.nom.strip():
            raise RegleMetier("Le modèle doit avoir un nom.", "Écrivez son nom.", champ="nom")
        if len(self.nom) > NOM_MAX:
            raise RegleMetier(
                f"Le nom du modèle dépasse {NOM_MAX} caractères.", "Raccourcissez-le.", champ="nom"
            )


def repetable(etat: Mapping[str, object]) -> dict[str, object]:
    """What of a form's state may be said again another day; references start anew."""
    garde = {nom: valeur for nom, valeur in etat.items() if nom not in PROPRES and valeur}
    references = garde.get("references")
    if isinstance(references, list):
        garde["references"] = [_reference(r) for r in references if isinstance(r, dict)]
    return garde


def _reference(etat: Mapping[str, object]) -> dict[str, object]:
    """Neither its outcome nor its date: the next referral has its own."""
    return {nom: v for nom, v in etat.items() if nom not in ("statut", "date_relance")}
