"""A list of words as a CSV that Excel opens in French without being asked."""

import csv
import io
from collections.abc import Iterable, Sequence

from journal_scls.reports.bilan_csv import neutraliser


def ecrire_liste(entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark, CRLF; no cell is run as a formula."""
    tampon = io.StringIO()
    table = csv.writer(tampon, delimiter=";", lineterminator="\r\n")
    for ligne in (entetes, *lignes):
        table.writerow([neutraliser(cellule) for cellule in ligne])
    return tampon.getvalue().encode("utf-8-sig")
