"""The bilan of a project on one page: what was done, with whom, what came of it."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from journal_scls.domain.documents.bilan_projet import BilanProjet, graphique_rythme
from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.domain.documents.resume import TableauResume
from journal_scls.reports.graphique import dessiner
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import (
    Bande,
    CoteACote,
    Figure,
    LignesVides,
    Puces,
    section,
    texte,
)
from journal_scls.reports.page.grille import Colonne, Grille, Rangee
from journal_scls.reports.page.montage import Cartouche, en_une_page, monter
from journal_scls.reports.page.papier import Feuille
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.typographie import (
    date_longue,
    duree,
    nombre,
    periode_longue,
    pluriel,
    pourcentage,
)

_JOUR, _UNE_COLONNE = 110.0, 4
_A_REMPLIR = 3


def ecrire_bilan_projet(
    bilan: BilanProjet, polices_dir: Path, impression: Impression = ORDINAIRE
) -> bytes:
    """The bilan of a project as a PDF file.

    Args:
        bilan: what it says.
        polices_dir: where the embedded fonts are.
        impression: the paper, and the code of each page.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    titre = bilan.profil.titre
    cartouche = Cartouche(
        titre=f"{_genre(bilan)}, {bilan.fiche.titre}, {titre}",
        auteur=titre,
        gauche=titre,
        droite=f"{_genre(bilan)}, {bilan.fiche.code or bilan.fiche.type}",
        etabli_le=bilan.etabli_le,
        demo=bilan.profil.demo,
        impression=impression,
    )
    feuille = Feuille.de(impression.papier)
    return monter(en_une_page(_contenu(bilan, feuille.utile), feuille), cartouche)


def _contenu(bilan: BilanProjet, largeur: float) -> Iterator[Flowable]:
    yield from _tete(bilan)
    if not bilan.vide:
        yield from _essentiel(bilan, largeur)
    if bilan.faits_marquants:
        yield from section("Faits marquants")
        colonnes = (Colonne("Jour", _JOUR), Colonne("Fait"))
        faits = [Rangee((date_longue(f.date), f.texte)) for f in bilan.faits_marquants]
        yield Grille("", "", colonnes, faits)
    yield from section("Embûches et suites")
    if bilan.embuches:
        yield Puces(bilan.embuches, styles.CORPS)
    else:
        yield LignesVides(_A_REMPLIR, "Espace pour écrire les embûches et les suites.")


def _tete(bilan: BilanProjet) -> Iterator[Flowable]:
    fiche = bilan.fiche
    yield texte(f"{_genre(bilan)} · {fiche.type or 'Projet'}", styles.SURTITRE)
    yield texte(fiche.titre, styles.TITRE)
    if fiche.objectif:
        yield texte(fiche.objectif, styles.SOUS_TITRE)
    for nom, valeurs in (("Milieux", fiche.milieux), ("Partenaires", fiche.partenaires)):
        if valeurs:
            yield texte(f"{nom} : {'; '.join(valeurs)}", styles.CORPS)
    if fiche.financement:
        yield texte(f"Financement : {fiche.financement}", styles.CORPS)
    yield texte(_dates(bilan), styles.CORPS)
    yield Spacer(1, 8)


def _genre(bilan: BilanProjet) -> str:
    return "Bilan de projet" if bilan.fiche.code else "Bilan d'activités"


def _dates(bilan: BilanProjet) -> str:
    fiche, phrases = bilan.fiche, []
    if fiche.debut:
        phrases.append(f"commencé le {date_longue(fiche.debut)}")
    if fiche.fin:
        phrases.append(f"terminé le {date_longue(fiche.fin)}")
    if bilan.premiere and bilan.derniere:
        phrases.append(f"première séance le {date_longue(bilan.premiere)}")
        phrases.append(f"dernière le {date_longue(bilan.derniere)}")
    else:
        phrases.append("aucune séance n'a encore été saisie")
    debut, *suite = phrases
    return ", ".join((debut[0].upper() + debut[1:], *suite)) + "."


def _essentiel(bilan: BilanProjet, largeur: float) -> Iterator[Flowable]:
    compteurs = bilan.compteurs
    yield Bande(
        (
            (nombre(compteurs.seances), pluriel(compteurs.seances, "séance").split("\u00a0")[1]),
            (_ou_inconnu(compteurs.participations), "participations"),
            (_ou_inconnu(compteurs.nouvelles), "nouvelles personnes"),
            (duree(compteurs.minutes), "durée totale"),
        )
    )
    graphique = graphique_rythme(bilan)
    yield from section(graphique.titre)
    yield Figure(dessiner(graphique, largeur=largeur, hauteur=96), graphique.alt)
    yield from _rythme(bilan)
    yield CoteACote(_participations(bilan.par_role), _participations(bilan.par_tranche))


def _ou_inconnu(valeur: int | None) -> str:
    return "–" if valeur is None else nombre(valeur)


def _rythme(bilan: BilanProjet) -> Iterator[Flowable]:
    """The same numbers; in two columns when there are many."""
    colonnes = [
        Colonne("Période"),
        *(Colonne(nom, chiffres=True) for nom in ("Séances", "Participations", "Durée")),
    ]
    rangees = [
        Rangee(
            (
                periode_longue(point.periode),
                nombre(point.seances),
                nombre(point.participations),
                duree(point.minutes),
            )
        )
        for point in bilan.rythme
    ]
    titre, moitie = "Les séances en chiffres", -(-len(rangees) // 2)
    if len(rangees) <= _UNE_COLONNE:
        yield Grille(titre, "", colonnes, rangees)
    else:
        gauche = Grille(titre, "", colonnes, rangees[:moitie])
        yield CoteACote(gauche, Grille(f"{titre}, suite", "", colonnes, rangees[moitie:]))


def _participations(donnees: TableauResume) -> Flowable:
    colonnes = (
        Colonne(donnees.colonne),
        Colonne("Nombre", 46.0, chiffres=True),
        Colonne("Part", 40.0, chiffres=True),
    )
    rangees = [
        Rangee((ligne.libelle, nombre(ligne.n), pourcentage(ligne.n, donnees.total)))
        for ligne in donnees.lignes
    ]
    base = f"Base : {nombre(donnees.total)} {donnees.base}"
    return Grille(donnees.titre, base, colonnes, rangees or [Rangee(("Non noté", "–", "–"))])
