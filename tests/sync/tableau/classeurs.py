"""Workbooks made, and unmade, for the tests of the XLSX reader."""

import io
import zipfile
from collections.abc import Callable, Sequence

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from journal_scls.sync.tableau.lecture_xlsx import lire_xlsx
from journal_scls.sync.tableau.valeurs import LigneBrute, TableauBrut

FEUILLE = "xl/worksheets/sheet1.xml"


def classeur(remplir: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> bytes:
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, {"in_memory": True}) as livre:
        remplir(livre, livre.add_worksheet())
    return flux.getvalue()


def rangees(*lignes: Sequence[object], haut: int = 0, gauche: int = 0) -> bytes:
    def remplir(_: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        for rang, ligne in enumerate(lignes):
            feuille.write_row(haut + rang, gauche, ligne)

    return classeur(remplir)


def lire(octets: bytes) -> TableauBrut:
    return lire_xlsx(octets, "journal.xlsx")


def lignes_de(octets: bytes) -> list[LigneBrute]:
    return list(lire(octets).lignes)


def modifier(octets: bytes, membre: str, avant: bytes, apres: bytes) -> bytes:
    """Change one member of the archive, the way another program would have written it."""
    sortie = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(octets)) as source,
        zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as copie,
    ):
        for info in source.infolist():
            contenu = source.read(info)
            if info.filename == membre:
                assert avant in contenu
                contenu = contenu.replace(avant, apres)
            copie.writestr(info.filename, contenu)
    return sortie.getvalue()


def archive_de(**membres: bytes) -> bytes:
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, contenu in membres.items():
            archive.writestr(nom, contenu)
    return flux.getvalue()
