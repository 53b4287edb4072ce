"""The charts of paper, shown by Qt."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journal_scls.reports.graphique_svg import ecrire_svg
from tests.reports.outils import POLICES
from tests.reports.test_graphique import colonnes


@pytest.mark.parametrize(("sombre", "teinte"), [(False, "#1f4e6e"), (True, "#cfe3f1")])
def test_qt_dessine_le_svg_dans_ses_couleurs(qapp, sombre, teinte):
    svg = ecrire_svg(colonnes(10, 5), POLICES, largeur=400, sombre=sombre)
    rendu = QSvgRenderer(QByteArray(svg))
    assert rendu.isValid()
    image = QImage(800, 304, QImage.Format.Format_ARGB32)
    image.fill(0)
    peintre = QPainter(image)
    rendu.render(peintre)
    peintre.end()
    pixels = [image.pixelColor(x, y) for x in range(0, 800, 4) for y in range(0, 304, 4)]
    assert sum(p.alpha() == 0 for p in pixels) > len(pixels) / 3  # no black sheet over all
    assert sum(proche(p, QColor(teinte)) for p in pixels) > 200


def proche(une: QColor, autre: QColor) -> bool:
    """The same but for the percents that SVG rounds to."""
    paires = zip(une.getRgb(), autre.getRgb(), strict=True)
    return all(abs(a - b) <= 3 for a, b in paires)
