"""How a document chooses between two layouts."""

import io
from datetime import date

import pypdfium2
import pytest
from reportlab.platypus import Flowable

from journal_scls.paths import resource
from journal_scls.reports.page.montage import Cartouche, monter_court
from journal_scls.reports.polices import enregistrer

CARTOUCHE = Cartouche(titre="T", auteur="A", gauche="", droite="", etabli_le=date(2025, 1, 1))


class Bloc(Flowable):
    def __init__(self, hauteur):
        super().__init__()
        self._hauteur = hauteur

    def wrap(self, *_place):
        return 10, self._hauteur

    def draw(self):
        pass


@pytest.fixture(scope="module", autouse=True)
def polices():
    enregistrer(resource("fonts"))


def pages(octets):
    return len(pypdfium2.PdfDocument(io.BytesIO(octets)))


def blocs(*hauteurs):
    return [Bloc(hauteur) for hauteur in hauteurs]


def test_a_nearly_empty_last_page_is_spared():
    assert pages(monter_court([blocs(600, 100), blocs(500, 100)], CARTOUCHE)) == 1
    assert pages(monter_court([blocs(600, 100), blocs(590, 100)], CARTOUCHE)) == 2


def test_a_last_page_worth_its_paper_is_not_laid_out_again():
    def variantes():
        yield blocs(600, 400)
        raise AssertionError("laid out twice")

    assert pages(monter_court(variantes(), CARTOUCHE)) == 2
