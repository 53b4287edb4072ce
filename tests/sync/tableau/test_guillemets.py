"""Quotes: a stray one costs its line, and never what lies below."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.sync.tableau.guillemets import Enregistrement
from journal_scls.sync.tableau.valeurs import LigneBrute
from tests.sync.tableau.tableaux import BONNE, ENTETE, journal, lire, numeros


def test_note_with_everything_in_quotes() -> None:
    note = 'Il dit « oui », puis ; "non"\r\nligne 2, avec, des, virgules, partout, oui'
    lignes = list(journal(f'2025-03-14;45;a;b;c;"{note.replace(chr(34), chr(34) * 2)}"').lignes)
    assert lignes == [LigneBrute(2, ("2025-03-14", "45", "a", "b", "c", note))]


def test_quote_inside_an_unquoted_cell_is_a_character() -> None:
    assert next(lire('a;b\nécran 12";c\n').lignes).cellules == ('écran 12"', "c")


def test_spaces_after_a_closing_quote_are_tolerated() -> None:
    assert next(lire('a;b\n"x" ;"y"  \n').lignes).cellules == ("x", "y")


@pytest.mark.parametrize(
    ("mauvaise", "raison"),
    [
        ('2025-03-14;45;a;b;c;"jamais refermé', Enregistrement.JAMAIS_REFERME),
        ('2025-03-14;45;"a;b;c;d', Enregistrement.JAMAIS_REFERME),
        ('2025-03-14;45;a;b;c;"Le "Phare" a appelé"', Enregistrement.MAL_PLACE),
    ],
)
@pytest.mark.parametrize(
    "suite", [BONNE, f'{BONNE[:-5]}"cité"', f'"{BONNE.replace(";", chr(34) + ";" + chr(34))}"']
)
@pytest.mark.parametrize("nombre", [1, 3_000])
def test_stray_quote_costs_one_line(mauvaise: str, raison: str, suite: str, nombre: int) -> None:
    lignes = list(journal(BONNE, mauvaise, *[suite] * nombre).lignes)
    assert numeros(lignes) == ([2, *range(4, 4 + nombre)], [3])
    assert lignes[1].defaut == raison
    assert lignes[1].cellules[0] == "2025-03-14"


@pytest.mark.parametrize("nombre", [1, 50, 3_000])
def test_two_stray_quotes_do_not_swallow_what_lies_between(nombre: int) -> None:
    entre = [f"2025-03-{1 + i % 28:02};30;a;b;c;n° {i}" for i in range(nombre)]
    tableau = journal('2025-03-14;45;a;b;c;"ouvert', *entre, '2025-04-01;45;a;b;c;fermé"', BONNE)
    lignes = list(tableau.lignes)
    assert numeros(lignes) == (list(range(3, 5 + nombre)), [2])


def test_stray_quote_in_the_first_column() -> None:
    lignes = list(journal('"2025-03-14;45;a;b;c;d', BONNE, BONNE, BONNE + '"', BONNE).lignes)
    assert numeros(lignes) == ([3, 4, 5, 6], [2])


def test_every_line_with_a_stray_quote_is_refused_in_linear_time() -> None:
    debut = time.process_time()
    lignes = list(journal(*['2025-03-14;45;a;b;"c;d'] * 50_000).lignes)
    assert numeros(lignes) == ([], list(range(2, 50_002)))
    assert time.process_time() - debut < 10


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet='a1;,"\n\r \t', max_size=120))
def test_quotes_and_breaks_at_random_lose_no_line(corps: str) -> None:
    """A good line at the end comes out unless a quote above it is still open on purpose."""
    texte = f"{ENTETE}\n{corps}\n{BONNE}\n"
    lignes = list(lire(texte).lignes)
    assert lignes[-1].numero <= len(texte.splitlines())
    assert any("suivi" in str(cellule) for cellule in lignes[-1].cellules)
