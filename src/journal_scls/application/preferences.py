"""What a person chose for a journal; it lives inside the encrypted file and moves with it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

DELAIS_MIN = (1, 2, 5, 10, 15, 30, 60)
_VERROUILLAGE, _ORTHOGRAPHE = "verrouillage_min", "orthographe"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Minutes without a gesture before the journal locks itself; whether spelling is watched."""

    verrouillage_min: int = 10
    orthographe: bool = True


def lire_preferences(preference: Callable[[str], str]) -> Preferences:
    """What was kept; anything that is not offered is as if never kept."""
    defaut = Preferences()
    delai = preference(_VERROUILLAGE)
    return Preferences(
        verrouillage_min=int(delai) if delai in map(str, DELAIS_MIN) else defaut.verrouillage_min,
        orthographe=preference(_ORTHOGRAPHE) != "non",
    )


def enregistrer_preferences(
    enregistrer: Callable[[str, str], None], preferences: Preferences
) -> None:
    """Keep all of them."""
    enregistrer(_VERROUILLAGE, str(preferences.verrouillage_min))
    enregistrer(_ORTHOGRAPHE, "oui" if preferences.orthographe else "non")


def nom_embuches(quoi: UUID | str) -> str:
    """Under which name pitfalls are kept, of a card or of a type of activities; they stay here."""
    return f"embuches:{quoi}"
