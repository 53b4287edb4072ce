"""What the use cases need to make documents; reports provides it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from journal_scls.application.chiffres.ports_imprimes import Imprimes
from journal_scls.application.lectures import DossierPersonne, LigneJournal
from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.echange.procedure import Procedure
from journal_scls.domain.vocabulaire import Vocabulaires


class Documents(Imprimes, Protocol):
    """Makes documents of values, and puts them on disk whole or not at all."""

    def bilan(
        self, bilan: Bilan, format_: str, *, demo: bool = False, avant: Bilan | None = None
    ) -> bytes:
        """The figures in `texte`, `json`, `csv` or `xlsx`; the document of a `demo` says so.

        `avant` is the bilan of another period, that each figure is compared with.
        """
        ...

    def entrees(
        self,
        lignes: Iterable[LigneJournal],
        vocabulaires: Vocabulaires,
        format_: str,
        *,
        confidentiel: bool = False,
    ) -> bytes:
        """Entries in `xlsx` or `csv`; notes and codes of persons only when `confidentiel`."""
        ...

    def personne(self, dossier: DossierPersonne, vocabulaires: Vocabulaires, format_: str) -> bytes:
        """What is held about one person, in `json` or `csv`."""
        ...

    def procedure(self, procedure: Procedure) -> bytes:
        """The page to follow when a journal is attached, a PDF."""
        ...

    def qr(self, texte: str) -> tuple[tuple[bool, ...], ...]:
        """The rows of a QR code, True being black, without the white around.

        Raises:
            ValueError: more than 2 950 bytes in UTF-8.
        """
        ...

    def liste(self, entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> bytes:
        """Words in rows under their headers, as a CSV for a spreadsheet."""
        ...

    def ecrire(self, chemin: Path, contenu: bytes) -> None:
        """Write a document; a reader never sees half of it.

        Raises:
            Environnement: the disk refuses.
        """
        ...

    def controles(self) -> Sequence[Controle]:
        """Check what documents need: fonts, definitions of the figures."""
        ...
