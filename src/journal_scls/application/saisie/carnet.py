"""Half-typed forms other than an entry's: kept in the encrypted file, as its draft is.

They stand beside the preferences and not among the drafts: a coordination on a server has no
drafts, and what its directory's forms hold may stand there.
"""

import json
from collections.abc import Callable, Mapping
from uuid import UUID


class CarnetFormulaire:
    """The one form that a page had in front; `lire` and `ecrire` keep a text under a name."""

    def __init__(
        self, page: str, lire: Callable[[str], str], ecrire: Callable[[str, str], None]
    ) -> None:
        self._nom = f"formulaire:{page}"
        self._lire = lire
        self._ecrire = ecrire

    def garder_brouillon(
        self,
        contenu: Mapping[str, object],
        *,
        id_: UUID | None = None,  # noqa: ARG002 - a page has one form, an entry may have many
        intervention: UUID | None = None,  # noqa: ARG002 - the same
    ) -> None:
        """Keep what is typed, in the place of what was."""
        self._ecrire(self._nom, json.dumps(contenu, ensure_ascii=False))

    def jeter_brouillon(self, _id: UUID) -> None:
        """Forget it: it was saved, or left."""
        self._ecrire(self._nom, "")

    def brouillon(self) -> Mapping[str, object] | None:
        """What was being typed when the journal closed, None when nothing was."""
        garde = self._lire(self._nom)
        return json.loads(garde) if garde else None
