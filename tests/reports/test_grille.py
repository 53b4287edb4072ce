"""Where a table is cut from one page to the next."""

import pytest

from journal_scls.paths import resource
from journal_scls.reports.page.grille import Colonne, Grille, Rangee
from journal_scls.reports.polices import enregistrer

LARGEUR = 504.0
COLONNES = (Colonne("Indicateur"), Colonne("Résultat", 100, chiffres=True))
RANGEES = [
    Rangee((f"Base : {n}",), forte=True) if n % 4 == 0 else Rangee((f"Ligne {n}", f"{n}"))
    for n in range(40)
]


@pytest.fixture(scope="module", autouse=True)
def polices():
    enregistrer(resource("fonts"))


def rangees(grille):
    return grille._plan.rangees[grille._debut : grille._fin]


@pytest.mark.parametrize("hauteur", range(80, 480, 7))
def test_no_heading_ends_a_page_and_no_row_begins_one_alone(hauteur):
    morceaux = Grille("Titre", "", COLONNES, RANGEES).split(LARGEUR, hauteur)
    assert len(morceaux) in (0, 2)
    if morceaux:
        haut, bas = map(rangees, morceaux)
        assert [*haut, *bas] == RANGEES
        assert len(haut[-1].cellules) > 1
        assert len(bas) >= 3


def test_a_page_of_its_own_always_takes_something():
    (haut, bas) = Grille("", "", COLONNES, RANGEES[:3] * 30).split(LARGEUR, 600.0)
    assert rangees(haut)
    assert rangees(bas)
