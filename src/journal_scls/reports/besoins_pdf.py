"""The needs that no service answered, on paper: what a committee of partners looks at."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.domain.journal.suivi import TableauBesoins
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import texte
from journal_scls.reports.page.grille import Colonne, Grille, Rangee
from journal_scls.reports.page.montage import Cartouche, monter
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.typographie import nombre, periode_longue

_TITRE = "Besoins sans réponse"
_METHODE = (
    "Une référence est sans réponse quand la personne l'a refusée, quand elle attend sur une "
    "liste ou quand il n'y a pas eu de suite. La base d'une ligne est le nombre de toutes les "
    "références de la période vers ce service, faites pour des milieux de cette MRC. Les "
    "interventions annulées ne comptent pas. Les petits nombres ne sont pas masqués : cette page "
    "sert au travail, elle n'est pas à publier."
)
_COLONNES = (
    Colonne("Service"),
    Colonne("MRC"),
    Colonne("Refusées", 48.0, chiffres=True),
    Colonne("En attente", 52.0, chiffres=True),
    Colonne("Sans suite", 52.0, chiffres=True),
    Colonne("Sans réponse", 150.0, chiffres=True),
)


def ecrire_besoins(
    tableau: TableauBesoins, polices_dir: Path, impression: Impression = ORDINAIRE
) -> bytes:
    """The table as a PDF file.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    titre = tableau.profil.titre
    cartouche = Cartouche(
        titre=f"{_TITRE}, {titre}",
        auteur=titre,
        gauche=titre,
        droite=f"{_TITRE}, {periode_longue(tableau.periode)}",
        etabli_le=tableau.etabli_le,
        demo=tableau.profil.demo,
        impression=impression,
    )
    return monter(_contenu(tableau), cartouche)


def _contenu(tableau: TableauBesoins) -> Iterator[Flowable]:
    yield texte(_TITRE, styles.TITRE)
    yield texte(periode_longue(tableau.periode), styles.SOUS_TITRE)
    yield texte(f"En tout : {tableau.proportion.affiche}.", styles.CORPS)
    yield Spacer(1, 8)
    rangees = [
        Rangee(
            (
                ligne.service,
                ligne.mrc or "MRC non précisée",
                nombre(ligne.refusees),
                nombre(ligne.attente),
                nombre(ligne.sans_suite),
                ligne.proportion.affiche,
            )
        )
        for ligne in tableau.lignes
    ]
    vide = Rangee(("Rien n'est resté sans réponse", "", "–", "–", "–", "–"))
    base = f"Base : {nombre(tableau.references)} références de la période"
    yield Grille("Par service et par MRC", base, _COLONNES, rangees or [vide])
    yield Spacer(1, 8)
    yield texte(_METHODE, styles.CORPS)
