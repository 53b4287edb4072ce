"""The poster for tenants: large letters, short sentences, one page."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from journal_scls.domain.documents.affiche import Affiche, TexteAffiche
from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import Puces, Reponses, texte
from journal_scls.reports.page.montage import Cartouche, en_une_page, monter
from journal_scls.reports.page.papier import Feuille
from journal_scls.reports.polices import enregistrer


def ecrire_affiche(
    affiche: Affiche, mots: TexteAffiche, polices_dir: Path, impression: Impression = ORDINAIRE
) -> bytes:
    """The poster as a PDF file.

    Args:
        affiche: whose it is.
        mots: its words.
        polices_dir: where the embedded fonts are.
        impression: the paper, and the code of each page.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    cartouche = Cartouche(
        titre=f"{mots.titre} Le soutien communautaire, {affiche.service}",
        auteur=affiche.service,
        gauche="",
        droite="",
        etabli_le=affiche.etablie_le,
        demo=affiche.demo,
        impression=impression,
        nue=True,
    )
    feuille = Feuille.de(impression.papier)
    return monter(en_une_page(_contenu(affiche, mots), feuille), cartouche)


def _contenu(affiche: Affiche, mots: TexteAffiche) -> Iterator[Flowable]:
    yield texte(mots.titre, styles.AFFICHE_TITRE)
    yield Spacer(1, 6)
    yield texte(mots.accroche, styles.AFFICHE)
    for encadre in mots.encadres:
        yield Spacer(1, 16)
        yield texte(encadre.titre, styles.AFFICHE_SECTION)
        yield Spacer(1, 2)
        yield Puces(encadre.phrases, styles.AFFICHE)
    yield Spacer(1, 18)
    yield texte(mots.appel, styles.AFFICHE_SECTION)
    yield Spacer(1, 4)
    yield Reponses(
        (
            ("Qui", affiche.service),
            ("Téléphone", affiche.telephone),
            ("Où", affiche.lieu),
            ("Quand", affiche.heures),
        ),
        styles.AFFICHE,
    )
    yield Spacer(1, 12)
    yield texte(mots.pied, styles.SOUS_TITRE)
