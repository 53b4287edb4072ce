"""Hostile and damaged workbooks: one sentence each, and no trust in what the archive claims."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.errors import Environnement, ErreurJournal
from journal_scls.sync.tableau import xlsx_archive
from tests.sync.tableau.classeurs import FEUILLE, archive_de, lignes_de, lire, modifier, rangees

BON = rangees(["date", "note"], ["2025-03-14", "x"])


@pytest.mark.parametrize(
    ("octets", "mot"),
    [
        (rangees(), "vide"),
        (rangees(["date", "note"]), "que des titres"),
        (archive_de(**{"lisez-moi.txt": b"x"}), "archive ZIP"),
        (archive_de(**{"content.xml": b"x"}), "OpenDocument"),
        (archive_de(**{"xl/workbook.bin": b"x"}), "XLSB"),
        (archive_de(**{"word/document.xml": b"x"}), "Word"),
        (archive_de(**{"xl/workbook.xml": b"x"}), "abîmé"),
        (BON[: len(BON) // 2], "abîmé"),
        (modifier(BON, FEUILLE, b"<sheetData>", b"<sheetData"), "abîmé"),
        (modifier(BON, FEUILLE, b'r="A1"', b'r="A1048576"'), None),
        (modifier(BON, FEUILLE, b'r="B2"', b'r="XFD1048576"'), "trop grand"),
        (modifier(BON, FEUILLE, b'r="B2"', b'r="B99999999999"'), "abîmé"),
        (modifier(BON, FEUILLE, b'r="B2"', b'r="ZZZ1"'), "abîmé"),
        (
            modifier(BON, "xl/sharedStrings.xml", b'uniqueCount="4"', b'uniqueCount="4294967295"'),
            "abîmé",
        ),
        (modifier(BON, FEUILLE, b'r="B2"', b'r="B0"'), "abîmé"),
        (modifier(BON, FEUILLE, b"<worksheet", b"<!DOCTYPE a><x:c/><worksheet"), "abîmé"),
        (modifier(BON, "xl/workbook.xml", b"<sheet ", b"<feuille "), "abîmé"),
        (modifier(BON, "xl/_rels/workbook.xml.rels", b"worksheets/", b"../../etc/"), "abîmé"),
    ],
)
def test_unusable_workbook_is_one_sentence(octets: bytes, mot: str | None) -> None:
    if mot is None:
        list(lire(octets).lignes)
        return
    with pytest.raises(Environnement, match=mot) as refus:
        lire(octets)
    assert refus.value.suite


def test_zip_bomb_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_archive, "TAILLE_DECOMPRESSEE_MAX", 10**7)
    bombe = modifier(BON, FEUILLE, b"</worksheet>", b" " * 10**7 + b"</worksheet>")
    assert len(bombe) < 10**5
    with pytest.raises(Environnement, match="trop grand"):
        lire(bombe)


def test_archive_that_lies_about_its_sizes_is_refused() -> None:
    gros = modifier(BON, FEUILLE, b"</worksheet>", b" " * 10**6 + b"</worksheet>")
    with zipfile.ZipFile(io.BytesIO(gros)) as archive:
        taille = archive.getinfo(FEUILLE).file_size
    menteur = gros.replace(taille.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert menteur != gros
    with pytest.raises(Environnement, match="abîmé"):
        lire(menteur)


def test_one_huge_text_repeated_everywhere_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_archive, "TEXTE_MAX", 10**6)
    octets = rangees(["date"], *[["x"]] * 200)
    longue = b"<t>" + b"x" * 10**4 + b"</t>"
    assert len(lignes_de(modifier(octets, "xl/sharedStrings.xml", b"<t>x</t>", b"<t>y</t>"))) == 200
    with pytest.raises(Environnement, match="512 Mo"):
        lire(modifier(octets, "xl/sharedStrings.xml", b"<t>x</t>", longue))


def test_overlapping_merges_cannot_take_all_the_time() -> None:
    octets = rangees(*[["a", "b"]] * 2_000)
    zones = b'<mergeCells count="1">' + b'<mergeCell ref="A2:B2000"/>' * 50_000 + b"</mergeCells>"
    debut = time.process_time()
    with pytest.raises(Environnement, match="abîmé"):
        lire(modifier(octets, FEUILLE, b"</sheetData>", b"</sheetData>" + zones))
    assert time.process_time() - debut < 5


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_workbook_gives_lines_or_a_sentence(data: st.DataObject) -> None:
    octets = bytearray(BON)
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(4, len(octets) - 1))] = data.draw(st.integers(0, 255))
    try:
        list(lire(bytes(octets)).lignes)
    except ErreurJournal as erreur:
        assert erreur.suite  # noqa: PT017 - either outcome is right


_FRAGMENTS = st.sampled_from(
    [
        b'r="A1"',
        b'r="0"',
        b'r="A0"',
        b't="e"',
        b't="s"',
        b"<v>9</v>",
        b"<f>",
        b"<v>NaN</v>",
        b"</c>",
    ]
)


@settings(max_examples=300, deadline=None)
@given(_FRAGMENTS, _FRAGMENTS | st.binary(max_size=4), st.integers(0, 3))
def test_damaged_sheet_gives_lines_or_a_sentence(avant: bytes, apres: bytes, fois: int) -> None:
    with zipfile.ZipFile(io.BytesIO(BON)) as archive:
        membres = {nom: archive.read(nom) for nom in archive.namelist()}
    membres[FEUILLE] = membres[FEUILLE].replace(b'r="A2"', avant).replace(b"<v>2</v>", apres, fois)
    try:
        list(lire(archive_de(**membres)).lignes)
    except ErreurJournal as erreur:
        assert erreur.suite  # noqa: PT017 - either outcome is right
