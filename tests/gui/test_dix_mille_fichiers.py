"""T115: ten thousand files nobody wanted lie in the share; the window stays a window."""

import time
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from journal_scls.gui.pages.reception.resultats import Recu
from tests.gui.test_reception_page import ouvrir, region  # noqa: F401 - fixtures

pytestmark = pytest.mark.usefixtures("theme")
NOMBRE, GROUPE = 10_000, 250
RALENTI_MAX = 3
"""How many times slower than the first groups the last ones may be."""


def test_ten_thousand_lines_cost_no_widget_and_no_wait(ouvrir):  # noqa: F811
    page = ouvrir()
    page.ajouter([_refuse(-1)])
    widgets = len(page.findChildren(QWidget))
    attentes = []
    for debut in range(0, NOMBRE, GROUPE):
        depart = time.process_time()
        page.ajouter([_refuse(n) for n in range(debut, min(NOMBRE, debut + GROUPE))])
        QApplication.processEvents()
        attentes.append(time.process_time() - depart)
    page.conclure()
    assert len(page.lignes()) == NOMBRE + 1
    assert len(page.findChildren(QWidget)) == widgets
    premiers, derniers = attentes[:10], attentes[-10:]
    assert median(derniers) < RALENTI_MAX * median(premiers)  # whatever it holds already


def _refuse(n: int) -> Recu:
    return Recu(
        fichier=f"{n}.scls", resultat="refuse", journal="", seq=None,
        message="Ce fichier n’est pas un envoi.", suite="Choisissez un autre fichier.",
    )  # fmt: skip
