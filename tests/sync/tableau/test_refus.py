"""The refused lines go out safe and come back the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.ouverture import ouvrir_tableau
from journal_scls.sync.tableau.refus import COLONNES_REFUS, ecrire_refus
from journal_scls.sync.tableau.valeurs import LigneBrute, LigneRefusee, deproteger, proteger
from tests.sync.tableau.tableaux import journal

_TEXTE = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\x1a"),
    max_size=20,
)


@given(_TEXTE | st.text(alphabet="'=+-@\t\r\na", max_size=6))
def test_formula_protection_is_undone_exactly(texte: str) -> None:
    protege = proteger(texte)
    assert not protege.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert deproteger(protege) == texte


def test_refused_lines_come_back(tmp_path: Path) -> None:
    mauvaises = ["=1+1;;;;;d", "-5;'=x;;;;@note", '1;2;3;4;5;"ligne 1\r\n+ligne 2"']
    tableau = journal(*mauvaises)
    lignes = list(tableau.lignes)
    chemin = tmp_path / "refus.csv"
    refus = [LigneRefusee(ligne, "date", "La date est illisible.") for ligne in lignes]
    assert ecrire_refus(chemin, tableau.entetes, refus) == 3
    assert "'=1+1;" in chemin.read_text(encoding="utf-8-sig")
    assert chemin.stat().st_mode & 0o077 == 0
    revenu = ouvrir_tableau(chemin)
    assert revenu.entetes == (*tableau.entetes, *COLONNES_REFUS)
    for ligne, originale in zip(revenu.lignes, lignes, strict=True):
        assert ligne.cellules[:-3] == originale.cellules
        assert ligne.cellules[-3:] == (str(originale.numero), "date", "La date est illisible.")


def test_refused_again_does_not_grow_columns_and_excess_stays_refused(tmp_path: Path) -> None:
    chemin = tmp_path / "refus.csv"
    entetes: tuple[str, ...] = ("a", "b")
    ligne = LigneBrute(7, ("1", "2", "3"), "trop")
    for _ in range(3):
        ecrire_refus(chemin, entetes, [LigneRefusee(ligne, "", "trop")])
        revenu = ouvrir_tableau(chemin)
        entetes = revenu.entetes
        ligne = next(revenu.lignes)
        assert entetes == ("a", "b", *COLONNES_REFUS)
        assert ligne.defaut
        assert ligne.cellules[0] == "1"
        assert ligne.cellules[-1] == "3"


def test_refused_file_is_whole_or_untouched(tmp_path: Path) -> None:
    chemin = tmp_path / "refus.csv"
    chemin.write_text("corrections en cours")
    with pytest.raises(AttributeError):
        ecrire_refus(chemin, ("a",), [None])  # type: ignore[list-item]
    assert chemin.read_text() == "corrections en cours"
    assert list(tmp_path.iterdir()) == [chemin]
    with pytest.raises(Environnement, match="ne peut pas être écrit"):
        ecrire_refus(tmp_path / "absent" / "refus.csv", ("a",), [])
