"""One door for every table: what a file holds decides, never its extension."""

from pathlib import Path

from journal_scls.sync.tableau.lecture_csv import lire_csv
from journal_scls.sync.tableau.lecture_xlsx import lire_xlsx
from journal_scls.sync.tableau.texte import lire_octets
from journal_scls.sync.tableau.valeurs import TableauBrut
from journal_scls.sync.tableau.xlsx_archive import SIGNATURE_ZIP


def ouvrir_tableau(chemin: Path) -> TableauBrut:
    """Open a CSV or an XLSX; raises `Environnement` when the whole file is unusable."""
    octets = lire_octets(chemin)
    if octets.startswith(SIGNATURE_ZIP):
        return lire_xlsx(octets, chemin.name)
    return lire_csv(octets, chemin.name)
