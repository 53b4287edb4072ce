"""« La diapo du Cadre » on one page: each published figure beside the one of this territory."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from journal_scls.domain.documents.diapo import SOURCE, Diapo
from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.domain.documents.redaction import compteurs
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import Bande, texte
from journal_scls.reports.page.grille import Colonne, Grille, Rangee, Reperee
from journal_scls.reports.page.montage import Cartouche, en_une_page, monter
from journal_scls.reports.page.papier import Feuille
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.typographie import instant_long, periode_longue

_BARRE, _RESULTAT, _PUBLIE = 84.0, 148.0, 66.0
_COMPTEURS = ("interventions", "participations", "references")
_LECTURE = (
    "La barre est le chiffre de ce territoire, le trait vertical est le chiffre publié, sur une "
    "échelle de 0 à 100 %. Une ligne en retrait est une part de la ligne au-dessus."
)


def ecrire_diapo(diapo: Diapo, polices_dir: Path, impression: Impression = ORDINAIRE) -> bytes:
    """The page as a PDF file.

    Args:
        diapo: what it says.
        polices_dir: where the embedded fonts are.
        impression: the paper, and the code of each page.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    provenance, periode = diapo.provenance, periode_longue(diapo.bilan.periode)
    cartouche = Cartouche(
        titre=f"Les chiffres du Cadre, {periode}, {diapo.territoire}",
        auteur=provenance.profil.titre,
        gauche=provenance.profil.titre,
        droite=f"Les chiffres du Cadre, {periode}",
        etabli_le=provenance.etabli_le,
        demo=provenance.profil.demo,
        pied=provenance.completude,
        impression=impression,
    )
    feuille = Feuille.de(impression.papier)
    return monter(en_une_page(_contenu(diapo), feuille), cartouche)


def _contenu(diapo: Diapo) -> Iterator[Flowable]:
    bilan, provenance = diapo.bilan, diapo.provenance
    yield texte("Les chiffres du Cadre, refaits ici", styles.SURTITRE)
    periode = periode_longue(bilan.periode)
    yield texte(periode[0].upper() + periode[1:], styles.TITRE)
    yield texte(f"{provenance.profil.titre} · {diapo.territoire}", styles.SOUS_TITRE_FORT)
    if provenance.completude:
        yield texte(f"Reçu : {provenance.completude}.", styles.SOUS_TITRE)
    yield Spacer(1, 8)
    yield Bande([(v, nom.lower()) for id_, nom, v in compteurs(bilan) if id_ in _COMPTEURS])
    yield Spacer(1, 8)
    yield _tableau(diapo)
    yield Spacer(1, 8)
    yield texte(_LECTURE, styles.NOTE)
    yield texte(f"Publié : {SOURCE}.", styles.NOTE)
    yield texte(f"Ici : chiffres arrêtés le {instant_long(provenance.arrete_le)}.", styles.NOTE)


def _tableau(diapo: Diapo) -> Grille:
    colonnes = (
        Colonne("Chiffre"),
        Colonne("", _BARRE, barre=True),
        Colonne("Ici", _RESULTAT, chiffres=True),
        Colonne("Publié", _PUBLIE, chiffres=True),
    )
    rangees = []
    for base, groupe in groupby(diapo.lignes, key=lambda ligne: ligne.base):
        rangees.append(Rangee((f"Base : {base}",), forte=True))
        for ligne in groupe:
            barre = Reperee(ligne.part, ligne.publie_pourcent / 100)
            cellules = (ligne.libelle, barre, ligne.affiche, ligne.publie)
            rangees.append(Rangee(cellules, niveau=ligne.niveau))
    return Grille("", "", colonnes, rangees)
