"""XLSX workbooks: the values their author sees."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from journal_scls.sync.tableau.ouverture import ouvrir_tableau
from journal_scls.sync.tableau.valeurs import CelluleEnErreur, LigneBrute
from journal_scls.sync.tableau.xlsx_feuille import lettres
from tests.sync.tableau.classeurs import FEUILLE, classeur, lignes_de, lire, modifier, rangees


def test_values_are_those_a_person_sees() -> None:
    def remplir(livre: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        jour = livre.add_format({"num_format": "yyyy-mm-dd"})
        instant = livre.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        duree = livre.add_format({"num_format": "h:mm"})
        longue = livre.add_format({"num_format": "[h]:mm"})
        feuille.write_row(0, 0, [f"c{i}" for i in range(10)])
        feuille.write_datetime(1, 0, datetime(2025, 3, 14), jour)  # noqa: DTZ001
        feuille.write_datetime(1, 1, datetime(2025, 3, 14, 10, 30), instant)  # noqa: DTZ001
        feuille.write_datetime(1, 2, time(1, 30), duree)
        feuille.write_number(1, 3, 1.0625, longue)
        feuille.write_number(1, 4, 1.0625, duree)
        feuille.write_number(1, 5, 20 / 1440, duree)
        feuille.write_number(1, 6, 30.0)
        feuille.write_number(1, 7, 0.5)
        feuille.write(1, 8, True)
        feuille.write_string(1, 9, "é\n'30")

    (ligne,) = lignes_de(classeur(remplir))
    assert ligne.cellules == (
        date(2025, 3, 14),
        datetime(2025, 3, 14, 10, 30),  # noqa: DTZ001
        "1:30",
        "25:30",
        "25:30",
        "0:20",
        30,
        0.5,
        True,
        "é\n'30",
    )
    assert [type(ligne.cellules[i]) for i in (0, 6)] == [date, int]


def test_every_minute_of_a_day_is_exact() -> None:
    def remplir(livre: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        duree = livre.add_format({"num_format": "h:mm"})
        feuille.write(0, 0, "duree")
        for minute in range(1, 1440):
            feuille.write_number(minute, 0, minute / 1440, duree)

    attendues = [f"{m // 60}:{m % 60:02}" for m in range(1, 1440)]
    assert [ligne.cellules[0] for ligne in lignes_de(classeur(remplir))] == attendues


def test_row_numbers_are_those_of_excel() -> None:
    octets = rangees(["date", "note"], ["1", "x"], [], ["2", ""], ["", " "], haut=3, gauche=2)
    tableau = lire(octets)
    assert (tableau.entetes, tableau.ligne_entetes, tableau.total) == (("date", "note"), 4, 8)
    assert list(tableau.lignes) == [LigneBrute(5, ("1", "x")), LigneBrute(7, ("2", ""))]


def test_too_many_cells_and_too_long() -> None:
    octets = rangees(["a", "b"], [1, 2, 3], [4, 5], ["y", "x"])
    octets = modifier(octets, "xl/sharedStrings.xml", b"<t>x</t>", b"<t>" + b"x" * 10**7 + b"</t>")
    trop, bonne, longue = lignes_de(octets)
    assert "3 cellules pour 2 titres" in (trop.defaut or "")
    assert bonne.cellules == (4, 5)
    assert "cellule de plus de 32 767 caractères" in (longue.defaut or "")
    assert longue.colonne == 1
    assert len(str(longue.cellules[1])) < 2_000


def test_first_visible_sheet_is_read() -> None:
    def remplir(livre: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        feuille.write_column(0, 0, ["listes", "caché"])
        livre.add_chartsheet().set_chart(_graphique(livre))
        visible = livre.add_worksheet("Été & <hiver>")
        visible.write_column(0, 0, ["date", "vu"])
        visible.activate()
        feuille.hide()

    assert lignes_de(classeur(remplir)) == [LigneBrute(2, ("vu",))]


def _graphique(livre: xlsxwriter.Workbook) -> object:
    graphique = livre.add_chart({"type": "bar"})
    graphique.add_series({"values": "=Sheet1!$A$1:$A$2"})
    return graphique


# --- Cells without a value of their own --------------------------------------------------------


def test_formulas_give_their_result_or_say_why_not() -> None:
    def remplir(_: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        feuille.write_row(0, 0, ["a", "b"])
        for rang, valeur in enumerate([2, "texte", "", "#REF!", "jamais"], start=1):
            feuille.write(rang, 0, "x")
            feuille.write_formula(rang, 1, "=A1", None, valeur)

    octets = classeur(remplir)
    octets = modifier(octets, FEUILLE, b' t="str"><f>A1</f><v>jamais</v>', b"><f>A1</f><v/>")
    octets = modifier(octets, FEUILLE, b'r="B4"', b'r="B4" t="str"')
    lignes = lignes_de(octets)
    assert [ligne.cellules[1] for ligne in lignes[:3]] == [2, "texte", ""]
    assert all(ligne.defaut is None for ligne in lignes)
    erreur, absente = (ligne.cellules[1] for ligne in lignes[3:])
    assert isinstance(erreur, CelluleEnErreur)
    assert str(erreur) == "#REF!"
    assert "B5 contient l'erreur #REF!" in erreur.raison
    assert isinstance(absente, CelluleEnErreur)
    assert "B6 n'a pas de résultat" in absente.raison


def test_merged_title_above_the_headers_is_no_refusal() -> None:
    """It becomes the header row; the caller then says which columns are missing."""

    def remplir(_: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        feuille.merge_range("A1:C2", "Journal 2025")
        feuille.write_column(2, 0, ["date", "2025-03-14"])

    tableau = lire(classeur(remplir))
    assert tableau.entetes == ("Journal 2025",)
    assert [ligne.numero for ligne in tableau.lignes] == [3, 4]


def test_merged_rows_refuse_only_the_columns_they_cover() -> None:
    def remplir(_: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        feuille.write_row(1, 1, ["date", "duree", "note", "lieu"])
        for rang in range(2, 8):
            feuille.write_row(rang, 1, ["2025-03-14", 45, "x", "y"])
        feuille.merge_range("B4:B6", "2025-03-15")
        feuille.merge_range("D7:E7", "longue note")
        feuille.write_blank("B5", None)
        feuille.write_blank("B6", None)

    lignes = {ligne.numero: ligne for ligne in lignes_de(classeur(remplir))}
    assert list(lignes) == [3, 4, 5, 6, 7, 8]
    for numero in (4, 5, 6):
        cellule = lignes[numero].cellules[0]
        assert isinstance(cellule, CelluleEnErreur)
        assert f"B{numero}" in cellule.raison
        assert "cellules fusionnées" in cellule.raison
        assert lignes[numero].cellules[1:] == (45, "x", "y")
    assert str(lignes[4].cellules[0]) == "2025-03-15"
    assert lignes[7].cellules[2] == "longue note"
    assert isinstance(lignes[7].cellules[3], CelluleEnErreur)
    for numero in (3, 8):
        assert lignes[numero].cellules == ("2025-03-14", 45, "x", "y")


def test_column_letters() -> None:
    assert [lettres(i) for i in (0, 25, 26, 701, 702, 16_383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(
                st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn"]), max_size=9
            ),
            st.integers(-(10**9), 10**9),
            st.floats(-1e9, 1e9, allow_subnormal=False).filter(lambda x: not x.is_integer()),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_round_trip(lignes: list[tuple[str, int, float]]) -> None:
    def remplir(_: xlsxwriter.Workbook, feuille: Worksheet) -> None:
        feuille.write_row(0, 0, ["texte", "entier", "nombre"])
        for rang, (texte, entier, nombre) in enumerate(lignes, start=1):
            feuille.write_string(rang, 0, f"x{texte}")
            feuille.write_number(rang, 1, entier)
            feuille.write_number(rang, 2, nombre)

    for ligne, (texte, entier, nombre) in zip(lignes_de(classeur(remplir)), lignes, strict=True):
        assert ligne.cellules[:2] == (f"x{texte}", entier)
        assert ligne.cellules[2] == pytest.approx(nombre, rel=1e-14)


def test_content_decides_not_the_extension(tmp_path: Path) -> None:
    chemin = tmp_path / "journal.csv"
    chemin.write_bytes(rangees(["date"], ["2025-03-14"]))
    assert ouvrir_tableau(chemin).encodage == "xlsx"
    chemin = tmp_path / "journal.xlsx"
    chemin.write_text("date;note\n1;2\n")
    assert ouvrir_tableau(chemin).separateur == ";"
