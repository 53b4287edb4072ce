"""What taking over a journal kept elsewhere needs: foreign tables, read and written back."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from journal_scls.application.reprise.colonnes import Correspondance

# What stands for the rest of a text that was too long to be shown back.
TEXTE_COUPE = "… [texte coupé]"


class LigneLue(Protocol):
    """A record of a foreign table; `defaut` is a French reason when it could not be read."""

    @property
    def numero(self) -> int:
        """The line number a person sees in the file."""
        ...

    @property
    def cellules(self) -> Sequence[object]:
        """Its cells, in the order of the headers."""
        ...

    @property
    def defaut(self) -> str | None:
        """Why the record cannot be read, None when it can."""
        ...


class TableauLu(Protocol):
    """A foreign table, read once from first to last record."""

    @property
    def entetes(self) -> Sequence[str]:
        """The headers as written."""
        ...

    @property
    def lignes(self) -> Iterator[LigneLue]:
        """The records."""
        ...

    @property
    def total(self) -> int | None:
        """How many records at most, None when unknown."""
        ...


class Tableaux(Protocol):
    """Reads journals kept elsewhere, and writes back what was refused."""

    def ouvrir(self, chemin: Path) -> TableauLu:
        """Open a CSV or XLSX by its content.

        Raises:
            Environnement: it is neither, or it cannot be read.
        """
        ...

    def ecrire_refus(
        self, chemin: Path, entetes: Sequence[str], refusees: Iterable[tuple[LigneLue, str, str]]
    ) -> None:
        """Write the refused records as they were, each with its column and reason."""
        ...

    def correspondance(self, chemin: Path) -> Correspondance:
        """Read other names for columns and values (TOML, tables `colonnes` and `valeurs`).

        Raises:
            Environnement: it cannot be read.
            RegleMetier: it names a column that does not exist.
        """
        ...
