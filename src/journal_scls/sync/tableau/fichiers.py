"""ports.Tableaux: the tables of other journals, read and written back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from journal_scls.application.reprise.colonnes import Correspondance
from journal_scls.application.reprise.ports_tableaux import LigneLue, TableauLu
from journal_scls.sync.tableau.correspondance import lire_correspondance
from journal_scls.sync.tableau.ouverture import ouvrir_tableau
from journal_scls.sync.tableau.refus import ecrire_refus
from journal_scls.sync.tableau.valeurs import LigneBrute, LigneRefusee


class TableauxFichiers:
    """Files on this computer."""

    def ouvrir(self, chemin: Path) -> TableauLu:
        """Open a CSV or XLSX by its content."""
        return ouvrir_tableau(chemin)

    def ecrire_refus(
        self, chemin: Path, entetes: Sequence[str], refusees: Iterable[tuple[LigneLue, str, str]]
    ) -> None:
        """Write the refused records as they were, each with its column and reason."""
        lignes = (
            LigneRefusee(cast("LigneBrute", ligne), colonne, raison)
            for ligne, colonne, raison in refusees
        )
        ecrire_refus(chemin, entetes, lignes)

    def correspondance(self, chemin: Path) -> Correspondance:
        """Read other names for columns and values."""
        return lire_correspondance(chemin)
