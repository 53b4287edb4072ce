"""A document of a hundred pages, as a ratio to naive platypus, WeasyPrint and LibreOffice.

Each competitor writes the same title, chart and rows of eight columns (3 800 of them, about 38 a
page), in a process of its own, imports included, fonts embedded; they take turns in one run. Naive
platypus is one long Table with automatic widths and no structure at all; ours is tagged and
passes PDF/UA-1. WeasyPrint and LibreOffice are measured where they are installed
(`pip install weasyprint`, `apt install libreoffice-writer`).
"""

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RANGEES, COLONNES = 3_800, 8
OBJECTIF, LOIN = 0.6, 0.05
_TITRE = "Cent pages d'interventions fictives"
_MOIS = ("avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.")
_POLICES = Path(__file__).parents[1] / "resources" / "fonts"


def tete() -> list[str]:
    return ["Milieu", "Mois", *(f"Total {rang}" for rang in range(1, COLONNES - 1))]


def rangees() -> list[list[str]]:
    return [
        [
            f"Résidence fictive {rang}",
            _MOIS[rang % len(_MOIS)],
            *(str((rang * 37 + colonne * 101) % 997) for colonne in range(COLONNES - 2)),
        ]
        for rang in range(RANGEES)
    ]


def valeurs() -> list[tuple[str, int]]:
    return [(mois, 20 + 7 * rang) for rang, mois in enumerate(_MOIS)]


def ecrire_nous(sortie: Path) -> None:
    from datetime import date  # noqa: PLC0415 - imports are part of what is measured

    from journal_scls.domain.chiffres.graphique import Barre, Forme, Graphique  # noqa: PLC0415
    from journal_scls.reports.graphique import dessiner  # noqa: PLC0415
    from journal_scls.reports.page import styles  # noqa: PLC0415
    from journal_scls.reports.page.blocs import Figure, texte  # noqa: PLC0415
    from journal_scls.reports.page.grille import Colonne, Grille, Rangee  # noqa: PLC0415
    from journal_scls.reports.page.montage import Cartouche, monter  # noqa: PLC0415
    from journal_scls.reports.polices import enregistrer  # noqa: PLC0415

    enregistrer(_POLICES)
    barres = tuple(Barre(mois, (n,), str(n), mois) for mois, n in valeurs())
    graphique = Graphique("banc", "Par mois", "Interventions", Forme.COLONNES, barres)
    premiere, mois, *nombres = tete()
    colonnes = [
        Colonne(premiere), Colonne(mois, 50), *(Colonne(nom, 56, chiffres=True) for nom in nombres)
    ]  # fmt: skip
    contenu = [
        texte(_TITRE, styles.TITRE),
        Figure(dessiner(graphique), graphique.alt),
        Grille("Par milieu", "", colonnes, [Rangee(r) for r in rangees()], balise="H2"),
    ]
    cartouche = Cartouche(
        titre=_TITRE, auteur="Banc", gauche="Banc", droite="Banc", etabli_le=date(2025, 1, 1)
    )
    sortie.write_bytes(monter(contenu, cartouche))


def ecrire_naif(sortie: Path) -> None:
    from reportlab.graphics.charts.barcharts import VerticalBarChart  # noqa: PLC0415
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415
    from reportlab.lib.colors import grey  # noqa: PLC0415
    from reportlab.lib.pagesizes import LETTER  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    pdfmetrics.registerFont(TTFont("DejaVu", str(_POLICES / "DejaVuSans.ttf")))
    dessin, barres = Drawing(504, 150), VerticalBarChart()
    barres.width, barres.height = 460, 120
    barres.data = [[n for _, n in valeurs()]]
    barres.categoryAxis.categoryNames = [mois for mois, _ in valeurs()]
    barres.categoryAxis.labels.fontName = barres.valueAxis.labels.fontName = "DejaVu"
    dessin.add(barres)
    style = [
        ("FONTNAME", (0, 0), (-1, -1), "DejaVu"),
        ("FONTSIZE", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, grey),
    ]
    titre = Paragraph(_TITRE, ParagraphStyle("titre", fontName="DejaVu", fontSize=20, leading=26))
    table = Table([tete(), *rangees()], repeatRows=1, style=style)
    SimpleDocTemplate(str(sortie), pagesize=LETTER).build([titre, dessin, table])


def html() -> str:
    """The same page for whoever reads HTML."""

    def ligne(mots: list[str], balise: str) -> str:
        return "<tr>" + "".join(f"<{balise}>{mot}</{balise}>" for mot in mots) + "</tr>"

    barres = "".join(
        f'<rect x="{rang * 50}" y="{100 - n}" width="30" height="{n}" fill="#1f4e6e"/>'
        for rang, (_, n) in enumerate(valeurs())
    )
    corps = "".join(ligne(rangee, "td") for rangee in rangees())
    style = (
        "@page{size:letter;margin:54pt}body{font:8pt 'DejaVu Sans'}table{border-collapse:collapse;"
        "width:100%}td,th{padding:2pt 4pt;border-bottom:.4pt solid #999;text-align:left}"
    )
    return (
        f'<html lang="fr"><head><meta charset="utf-8"><title>{_TITRE}</title><style>{style}</style>'
        f'</head><body><h1>{_TITRE}</h1><svg width="460" height="110">{barres}</svg><table><thead>'
        f"{ligne(tete(), 'th')}</thead><tbody>{corps}</tbody></table></body></html>"
    )


def ecrire_weasyprint(sortie: Path) -> None:
    from weasyprint import HTML  # type: ignore[import-not-found]  # noqa: PLC0415 - optional

    HTML(string=html()).write_pdf(str(sortie))


def ecrire_libreoffice(sortie: Path) -> None:
    page = sortie.with_suffix(".html")
    page.write_text(html(), "utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{sortie.parent}/profil",
         "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", sortie.parent, page],
        check=True, capture_output=True,
    )  # fmt: skip
    if not sortie.exists():
        sys.exit("LibreOffice n'a pas de Writer : apt install libreoffice-writer.")


CONCURRENTS: dict[str, Callable[[Path], None]] = {
    "nous": ecrire_nous,
    "platypus naïf": ecrire_naif,
    "WeasyPrint": ecrire_weasyprint,
    "LibreOffice": ecrire_libreoffice,
}


def presents() -> list[str]:
    absents = set()
    if importlib.util.find_spec("weasyprint") is None:
        absents.add("WeasyPrint")
    if not (shutil.which("soffice") and Path("/usr/lib/libreoffice/program/libswlo.so").exists()):
        absents.add("LibreOffice")
    for nom in sorted(absents):
        print(f"{nom} : absent de cette machine, non mesuré.")
    return [nom for nom in CONCURRENTS if nom not in absents]


def pages(fichier: Path) -> int:
    infos = subprocess.run(["pdfinfo", fichier], check=True, capture_output=True, text=True).stdout
    return int(next(li for li in infos.splitlines() if li.startswith("Pages:")).split()[1])


def mesurer(noms: list[str], tours: int) -> dict[str, float]:
    """The median of each, in seconds; they take turns, and the slow ones run only twice."""
    temps: dict[str, list[float]] = {nom: [] for nom in noms}
    with tempfile.TemporaryDirectory(prefix="scls-banc-") as temporaire:
        for tour in range(tours):
            for nom in noms:
                if tour > 1 and nom in {"WeasyPrint", "LibreOffice"}:
                    continue
                sortie = Path(temporaire) / f"{list(CONCURRENTS).index(nom)}.pdf"
                debut = time.perf_counter()
                subprocess.run(
                    [sys.executable, "-m", "bench.documents", "--ecrire", nom, sortie], check=True
                )
                temps[nom].append(time.perf_counter() - debut)
                if tour == 0:
                    taille = sortie.stat().st_size / 1000
                    print(f"  {nom} : {pages(sortie)} pages, {taille:.0f} ko")
    return {nom: statistics.median(durees) for nom, durees in temps.items()}


def main() -> int:
    """Print the ratios; exit 1 when one misses its target."""
    analyse = argparse.ArgumentParser(prog="bench documents")
    analyse.add_argument("--tours", type=int, default=5)
    analyse.add_argument("--ecrire", nargs=2, metavar=("NOM", "FICHIER"), help=argparse.SUPPRESS)
    options = analyse.parse_args()
    if options.ecrire:
        nom, fichier = options.ecrire
        CONCURRENTS[nom](Path(fichier))
        return 0
    print(f"{RANGEES} rangées de {COLONNES} colonnes, processus entier :")
    medianes = mesurer(presents(), options.tours)
    nous, manques = medianes.pop("nous"), 0
    print(f"nous : {nous:.2f} s, structure PDF/UA comprise")
    for nom, eux in medianes.items():
        objectif = OBJECTIF if nom == "platypus naïf" else LOIN
        manques += nous / eux > objectif
        print(f"{nom} : {eux:.2f} s, soit {nous / eux:.2f} fois (objectif {objectif})")
    return 1 if manques else 0


if __name__ == "__main__":
    sys.exit(main())
