"""Charts: the table's numbers, inside their frame, told apart without colour."""

import re
from itertools import pairwise

import pytest
from reportlab.graphics.shapes import Group, Rect
from reportlab.lib.colors import Color

from journal_scls.domain.chiffres.graphique import Barre, Forme, Graphique, graphiques_du_bilan
from journal_scls.domain.texte import grouper
from journal_scls.reports.graphique import CLAIRES, SOMBRES, dessiner
from journal_scls.reports.graphique_svg import ecrire_svg
from journal_scls.reports.polices import enregistrer
from tests.reports.outils import POLICES, document_bilan, faits_aleatoires, provenance

ECART_CLARTE = 20.0
"""In L* (0 to 100): twice what tells two greys apart on a poor printer."""
# Machado, Oliveira and Fernandes (2009), whole severity, on linear RGB.
VISIONS = {
    "deutéranopie": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopie": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "gris et vision ordinaire": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


@pytest.fixture(autouse=True)
def _polices():
    enregistrer(POLICES)


def lineaire(couleur: Color) -> list[float]:
    rgb = (couleur.red, couleur.green, couleur.blue)
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]


def luminance(couleur: Color, vision: str = "gris et vision ordinaire") -> float:
    lin = lineaire(couleur)
    vu = [sum(m * c for m, c in zip(ligne, lin, strict=True)) for ligne in VISIONS[vision]]
    return sum(p * min(max(c, 0), 1) for p, c in zip((0.2126, 0.7152, 0.0722), vu, strict=True))


def clarte(couleur: Color, vision: str) -> float:
    y = luminance(couleur, vision)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def contraste(une: Color, autre: Color) -> float:
    claire, sombre = sorted((luminance(une), luminance(autre)), reverse=True)
    return (claire + 0.05) / (sombre + 0.05)


def formes(noeud, genre):
    """Every shape of a kind, with what its groups move it by."""
    for enfant in noeud.contents:
        if isinstance(enfant, Group):
            dx, dy = enfant.transform[4:]
            for forme, x, y in formes(enfant, genre):
                yield forme, x + dx, y + dy
        elif isinstance(enfant, genre):
            yield enfant, 0, 0


def colonnes(*valeurs: int | None, series: tuple[str, ...] = ()) -> Graphique:
    barres = tuple(
        Barre(f"mois {rang}", (v,), "< 5" if v is None else grouper(v), f"m{rang}", "2025")
        for rang, v in enumerate(valeurs)
    )
    return Graphique("essai", "Essai", "Interventions", Forme.COLONNES, barres, series)


@pytest.mark.parametrize("teintes", [CLAIRES, SOMBRES], ids=["claires", "sombres"])
@pytest.mark.parametrize("vision", VISIONS)
def test_les_parts_se_distinguent_sans_la_couleur(teintes, vision):
    clartes = [clarte(part, vision) for part in teintes.parts]
    assert all(abs(a - b) >= ECART_CLARTE for a, b in pairwise(clartes)), clartes


@pytest.mark.parametrize(
    ("teintes", "fond"), [(CLAIRES, Color(1, 1, 1)), (SOMBRES, Color(0.09, 0.12, 0.15))]
)
def test_ce_qui_est_ecrit_se_lit(teintes, fond):
    assert contraste(teintes.encre, fond) >= 4.5
    assert contraste(teintes.gris, fond) >= 4.5
    assert contraste(teintes.contour, fond) >= 3
    for part, encre in zip(teintes.parts, teintes.dans_les_parts, strict=True):
        assert contraste(part, encre) >= 4.5


@pytest.mark.parametrize("k", [None, 5])
def test_les_graphiques_d_un_bilan_disent_les_nombres_de_leurs_tableaux(k):
    bilan = document_bilan(faits_aleatoires(120), provenance(), k=k).bilan
    graphiques = graphiques_du_bilan(bilan)
    assert [g.id for g in graphiques] == ["par_mois", "par_volet", "par_activite", "references"]
    for graphique in graphiques:
        lignes = [li for li in bilan.tableau(graphique.id).lignes if not li.niveau]
        assert [b.valeurs for b in graphique.barres] == [li.nombres[:1] for li in lignes]
        for barre, ligne in zip(graphique.barres, lignes, strict=True):
            nombre = ligne.nombres[0]
            ecrit = ligne.masque if nombre is None else grouper(nombre)
            assert barre.affiche.startswith(ecrit)
            assert f"{barre.libelle}, {barre.affiche}" in graphique.alt


def test_un_bilan_vide_n_a_pas_de_graphique():
    assert graphiques_du_bilan(document_bilan([], provenance()).bilan) == ()


@pytest.mark.parametrize("largeur", [240.0, 504.0])
@pytest.mark.parametrize("k", [None, 5])
def test_tout_tient_dans_le_cadre(largeur, k):
    bilan = document_bilan(faits_aleatoires(200), provenance(), k=k).bilan
    for graphique in graphiques_du_bilan(bilan):
        dessin = dessiner(graphique, largeur=largeur)
        x1, y1, x2, y2 = dessin.getBounds()
        assert x1 >= -0.5, graphique.id
        assert y1 >= -0.5, graphique.id
        assert x2 <= largeur + 0.5, graphique.id
        assert y2 <= dessin.height + 0.5, graphique.id


@pytest.mark.parametrize("maximum", [0, 1, 5, 6, 47, 100, 101, 99_999])
def test_les_colonnes_suivent_leur_valeur(maximum):
    dessin = dessiner(colonnes(maximum, maximum // 2))
    hauteurs = [r.height for r, _, _ in formes(dessin, Rect)]
    assert len(hauteurs) == (maximum > 0) + (maximum // 2 > 0)
    if len(hauteurs) == 2:
        assert hauteurs[1] / hauteurs[0] == pytest.approx((maximum // 2) / maximum)
    assert all(h <= dessin.height for h in hauteurs)


def test_un_nombre_cache_ne_se_mesure_pas():
    """Two hidden numbers look the same, whatever else is drawn."""

    def talons(dessin) -> set[tuple[float, float]]:
        return {(r.width, r.height) for r, _, _ in formes(dessin, Rect) if r.fillColor is None}

    assert len(talons(dessiner(colonnes(None, 12, None)))) == 1
    hauteurs = [{h for _, h in talons(dessiner(colonnes(None, n)))} for n in (6, 900, 90_000)]
    assert hauteurs[0] == hauteurs[1] == hauteurs[2]
    for forme in (Forme.BARRES, Forme.PARTS):
        tailles = []
        for connu in (12, 900):
            barres = (Barre("a", (None,), "< 5"), Barre("b", (connu,), str(connu)),
                      Barre("c", (None,), "< 5"))  # fmt: skip
            dessin = dessiner(Graphique("x", "X", "Interventions", forme, barres))
            tailles.append(talons(dessin))
        assert tailles[0] == tailles[1]


def test_un_long_historique_garde_ses_annees():
    barres = tuple(
        Barre(f"mois {m} {a}", (m,), str(m), "m", str(a)) for a in range(2016, 2026)
        for m in range(1, 13)
    )  # fmt: skip
    graphique = Graphique("long", "Dix ans", "Interventions", Forme.COLONNES, barres)
    dessin = dessiner(graphique)
    svg = ecrire_svg(graphique, POLICES, largeur=504).decode()
    assert all(f">{annee}<" in svg for annee in range(2016, 2026))
    assert dessin.getBounds()[2] <= 504.5


def test_le_svg_se_passe_de_decoupe_et_de_polices_d_ailleurs():
    bilan = document_bilan(faits_aleatoires(60), provenance()).bilan
    for graphique in graphiques_du_bilan(bilan):
        svg = ecrire_svg(graphique, POLICES, largeur=400).decode()
        assert "clip" not in svg
        assert not re.search(r"font-family: (Journal|Times|Helvetica;)", svg)
        assert "DejaVu Sans" in svg
        assert f"<title>{graphique.titre}</title>" in svg
        assert "<desc>...</desc>" not in svg
