"""A chart for the window: the paper's drawing, as SVG that Qt can show."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.graphics import renderSVG

from journal_scls.domain.chiffres.graphique import Graphique
from journal_scls.reports.graphique import CLAIRES, SOMBRES, dessiner
from journal_scls.reports.polices import GRASSE, NORMALE, enregistrer

# Qt paints everything black inside the clip that reportlab puts around a drawing.
_DECOUPE = re.compile(r"<clipPath.*?</clipPath>", re.DOTALL)
_STYLE_DECOUPE = re.compile(r"clip-path: url\(#clip\);?\s*")
_FAMILLE = "DejaVu Sans, Segoe UI, Helvetica Neue, sans-serif"


def ecrire_svg(
    graphique: Graphique, polices_dir: Path, *, largeur: float, sombre: bool = False
) -> bytes:
    """The chart as SVG, on no background.

    Args:
        graphique: what it shows.
        polices_dir: where the fonts are, whose widths place the labels.
        largeur: in points.
        sombre: light ink, for a dark window.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    dessin = dessiner(graphique, largeur=largeur, teintes=SOMBRES if sombre else CLAIRES)
    svg: str = renderSVG.drawToString(dessin)
    svg = _STYLE_DECOUPE.sub("", _DECOUPE.sub("", svg))
    svg = svg.replace("<title>...</title>", f"<title>{escape(graphique.titre)}</title>")
    svg = svg.replace("<desc>...</desc>", f"<desc>{escape(graphique.alt)}</desc>")
    svg = svg.replace(f"font-family: {GRASSE}", f"font-weight: bold; font-family: {_FAMILLE}")
    return svg.replace(f"font-family: {NORMALE}", f"font-family: {_FAMILLE}").encode()
