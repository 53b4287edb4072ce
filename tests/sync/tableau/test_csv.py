"""CSV files as people really have them: every good line read, every bad one named."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_scls.domain.errors import Environnement, ErreurJournal
from journal_scls.sync.tableau.ouverture import ouvrir_tableau
from journal_scls.sync.tableau.valeurs import LigneBrute, proteger
from tests.sync.tableau.tableaux import BONNE, ENTETE, journal, lire, numeros

# --- The encoding, the separator and the line breaks find themselves ---------------------------


@pytest.mark.parametrize(
    ("encodage", "prefixe", "attendu"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf" * 3, "utf-8"),
        ("windows-1252", b"", "windows-1252"),
        ("utf-16", b"", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
    ],
)
def test_encoding(encodage: str, prefixe: bytes, attendu: str) -> None:
    tableau = lire(prefixe + "date;été\r\n2025;œuvre à Montréal".encode(encodage))
    assert tableau.encodage == attendu
    assert tableau.entetes == ("date", "été")
    assert list(tableau.lignes) == [LigneBrute(2, ("2025", "œuvre à Montréal"))]


def test_utf8_file_with_one_windows_1252_line_stays_utf8() -> None:
    octets = "date;lieu\n1;Montréal\n2;Gaspé\n".encode() + b"3;Lava\xe9\n" + "4;Lévis\n".encode()
    lignes = list(lire(octets).lignes)
    assert numeros(lignes) == ([2, 3, 5], [4])
    assert "illisibles" in (lignes[2].defaut or "")
    assert lignes[2].colonne == 1


def test_byte_unknown_to_windows_1252_refuses_its_line_only() -> None:
    tableau = lire(b"date;lieu\n1;\xe9t\xe9\n2;\x81\n3;ao\xfbt\n")
    assert tableau.encodage == "windows-1252"
    assert numeros(list(tableau.lignes)) == ([2, 4], [3])


def test_truncated_utf16_refuses_the_last_line_only() -> None:
    tableau = lire("date;lieu\n1;été\n2;août".encode("utf-16")[:-1])
    assert numeros(list(tableau.lignes)) == ([2], [3])


@pytest.mark.parametrize("separateur", [";", ",", "\t"])
def test_separator(separateur: str) -> None:
    lignes = [["date", "titre; avec, un\tpiège", "note"], ["1", "a;b,c\td", "1,5 h; oui"]]
    texte = "\n".join(separateur.join(f'"{c}"' for c in ligne) for ligne in lignes)
    tableau = lire(texte)
    assert tableau.separateur == separateur
    assert tableau.entetes == tuple(lignes[0])
    assert list(tableau.lignes) == [LigneBrute(2, tuple(lignes[1]))]


def test_separator_is_not_fooled_by_commas_in_the_cells() -> None:
    assert lire("Date;Durée (h,min);Note\n1;1,5;a, b, c\n2;2,5;d, e, f\n").separateur == ";"


def test_excel_separator_line_is_obeyed_and_counted() -> None:
    tableau = lire("sep=,\na,b\n1,2\n")
    assert (tableau.separateur, tableau.entetes, tableau.ligne_entetes) == (",", ("a", "b"), 2)
    assert list(tableau.lignes) == [LigneBrute(3, ("1", "2"))]


def test_single_column() -> None:
    assert list(lire("date\n2025-03-14\n").lignes) == [LigneBrute(2, ("2025-03-14",))]


@pytest.mark.parametrize("fin", ["\r\n", "\n", "\r"])
def test_line_breaks(fin: str) -> None:
    tableau = journal(BONNE, f'2025-03-15;30;a;b;c;"deux{fin}lignes{fin}{fin}"', BONNE, fin=fin)
    lignes = list(tableau.lignes)
    assert [ligne.numero for ligne in lignes] == [2, 3, 7]
    assert lignes[1].cellules[5] == f"deux{fin}lignes{fin}{fin}"
    assert tableau.total == 7


def test_mixed_line_breaks_keep_exact_numbers() -> None:
    tableau = lire('a;b\r1;"x\ny"\r\n2;z\n\n3;"p\rq\r\nr"\r4;w')
    assert [ligne.numero for ligne in tableau.lignes] == [2, 4, 6, 9]
    assert tableau.total == 9


def test_last_line_without_break() -> None:
    tableau = lire("a;b\n1;2")
    assert (len(list(tableau.lignes)), tableau.total) == (1, 2)


# --- The shape of the records ------------------------------------------------------------------


def test_blank_lines_are_skipped_and_counted() -> None:
    tableau = lire("\n\na;b;;\n\n1;2\n;;;;;;\n \n3\n")
    assert tableau.entetes == ("a", "b")
    assert tableau.ligne_entetes == 3
    assert list(tableau.lignes) == [LigneBrute(5, ("1", "2")), LigneBrute(8, ("3", ""))]


def test_too_many_cells_refuse_the_line() -> None:
    lignes = list(lire("a;b\n1;2;;;\n1;2;3\n4;5\n").lignes)
    assert numeros(lignes) == ([2, 4], [3])
    assert "3 cellules pour 2 titres" in (lignes[1].defaut or "")
    assert lignes[1].cellules == ("1", "2", "3")


def test_null_byte_refuses_the_line() -> None:
    lignes = list(journal(BONNE, BONNE.replace("suivi", "su\0ivi"), BONNE).lignes)
    assert numeros(lignes) == ([2, 4], [3])
    assert "octet nul" in (lignes[1].defaut or "")
    assert lignes[1].colonne == 5


def test_block_of_null_bytes_left_by_a_crash_is_one_refusal() -> None:
    assert numeros(list(journal(BONNE, "\0" * 10_000, BONNE).lignes)) == ([2, 4], [3])


@pytest.mark.parametrize("texte", ["x" * 32_768, '"' + "x" * 10_000_000 + '"', "x" * 10_000_000])
def test_huge_cell_refuses_the_line_and_keeps_little(texte: str) -> None:
    lignes = list(journal(BONNE, f"2025-03-14;45;a;b;c;{texte}", BONNE).lignes)
    assert numeros(lignes) == ([2, 4], [3])
    assert "cellule de plus de 32 767 caractères" in (lignes[1].defaut or "")
    assert sum(len(str(cellule)) for cellule in lignes[1].cellules) < 2_000


def test_huge_cell_of_many_lines_is_one_refusal() -> None:
    geante = "une ligne de note\n" * 100_000
    lignes = list(journal(BONNE, f'2025-03-14;45;a;b;c;"{geante}"', BONNE).lignes)
    assert numeros(lignes) == ([2, 100_004], [3])


def test_longest_allowed_cell_is_kept() -> None:
    lignes = list(journal(f"1;2;3;4;5;{'x' * 32_767}", f"{'y' * 32_767};;;;;z").lignes)
    assert numeros(lignes) == ([2, 3], [])


# --- What condemns the whole file --------------------------------------------------------------


@pytest.mark.parametrize(
    ("octets", "mot"),
    [
        (b"", "vide"),
        (b"\xef\xbb\xbf", "vide"),
        (b"\r\n \r\n;;;\r\n", "vide"),
        (ENTETE.encode(), "titres"),
        (ENTETE.encode() + b'\r\n;;;\r\n""\r\n', "titres"),
        (b'"date;note\n1;2\n', "première ligne"),
        (b"da\0te;note\n1;2\n", "première ligne"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "mot de passe",
        ),
        (b"<!DOCTYPE html><html></html>", "Web"),
        (bytes(range(32)) * 100, "pas un tableau"),
        ("date;note\n1;été".encode("utf-16-le"), "pas un tableau"),
    ],
)
def test_unusable_file_is_one_sentence(octets: bytes, mot: str) -> None:
    with pytest.raises(Environnement, match=mot) as refus:
        lire(octets)
    assert refus.value.suite


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for chemin in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(Environnement, match="introuvable"):
            ouvrir_tableau(chemin)


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"a;b\n", b"\xef\xbb\xbfa,b\r\n", b"\xff\xfe", ENTETE.encode() + b"\n"]),
)
def test_any_bytes_give_lines_or_a_sentence(octets: bytes, debut: bytes) -> None:
    try:
        tableau = lire(debut + octets)
        lignes = list(tableau.lignes)
    except ErreurJournal as erreur:
        assert erreur.suite  # noqa: PT017 - either outcome is right
        return
    suite = [ligne.numero for ligne in lignes]
    assert suite == sorted(set(suite))
    assert all(tableau.ligne_entetes < numero <= tableau.total for numero in suite)
    assert all(ligne.defaut or len(ligne.cellules) == len(tableau.entetes) for ligne in lignes)


# --- There and back ----------------------------------------------------------------------------

_TEXTE = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\x1a"),
    max_size=20,
)
# A letter keeps the line from being blank, and each cell from being trimmed as empty.
_CELLULE = _TEXTE.map(lambda texte: f"{texte}x")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(_CELLULE, _CELLULE, _CELLULE), min_size=1, max_size=8),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_round_trip(
    rangees: list[tuple[str, ...]], separateur: str, fin: str, encodage: str
) -> None:
    class Flux(list[str]):
        write = list.append

    flux = Flux()
    sortie = csv.writer(
        flux,
        delimiter=separateur,
        lineterminator=fin,
        # Left to itself the writer does not quote a lone CR when lines end with LF.
        quoting=csv.QUOTE_MINIMAL if fin == "\r\n" else csv.QUOTE_ALL,
    )
    sortie.writerows([("un", "deux", "trois"), *[map(proteger, r) for r in rangees]])
    tableau = lire("".join(flux).encode(encodage))
    assert tableau.separateur == separateur
    assert [ligne.cellules for ligne in tableau.lignes] == rangees


def test_speed() -> None:
    """Loose on purpose, for slow machines: it is there to catch the quadratic."""
    octets = (ENTETE + "\r\n" + (BONNE + "\r\n") * 20_000).encode()
    debut = time.process_time()
    assert sum(1 for _ in lire(octets).lignes) == 20_000
    assert time.process_time() - debut < 1
