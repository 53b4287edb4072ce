"""The printed monthly summary: what a direction reads in five minutes, then signs.

First the month at a glance (counters, chart, faits marquants), then the tables, then references
and what is still open, and last the signatures and how the figures are made.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, Spacer

from journal_scls.domain.chiffres.graphique import graphique_mensuel
from journal_scls.domain.chiffres.proportion import PETIT_EFFECTIF
from journal_scls.domain.documents.document import ORDINAIRE, Impression
from journal_scls.domain.documents.resume import ResumeMensuel, TableauResume
from journal_scls.reports.graphique import HAUTEUR, dessiner
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import Bande, CoteACote, Figure, Signatures, section, texte
from journal_scls.reports.page.grille import Colonne, Grille, Rangee
from journal_scls.reports.page.montage import Cartouche, monter_court
from journal_scls.reports.page.papier import Feuille
from journal_scls.reports.page.toile import abreger
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.typographie import (
    date_longue,
    duree,
    mois_annee,
    nombre,
    pluriel,
    pourcentage,
)

_BARRE, _NOMBRE, _PART, _DUREE = 90.0, 52.0, 46.0, 70.0
_ETROITE = 48.0
_LARGEUR_JOUR = 86.0
_HAUTEURS = (HAUTEUR, 0.7 * HAUTEUR)
"""Of the chart: a lower one is worth a last page that would hold signatures alone."""


def ecrire_resume(
    resume: ResumeMensuel, polices_dir: Path, impression: Impression = ORDINAIRE
) -> bytes:
    """The summary as a PDF file.

    Args:
        resume: what it says.
        polices_dir: where the embedded fonts are.
        impression: the paper, and the code of each page.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    mois = mois_annee(resume.mois.du)
    cartouche = Cartouche(
        titre=f"Résumé mensuel, {mois}, {resume.profil.titre}",
        auteur=resume.profil.titre,
        gauche=" · ".join((resume.profil.titre, *_organismes_courts(resume))),
        droite=f"Résumé mensuel, {mois}",
        etabli_le=resume.etabli_le,
        demo=resume.profil.demo,
        impression=impression,
    )
    largeur = Feuille.de(impression.papier).utile
    variantes = (_contenu(resume, largeur, hauteur) for hauteur in _HAUTEURS)
    return monter_court(variantes, cartouche)


def _contenu(resume: ResumeMensuel, largeur: float, hauteur: float) -> Iterator[Flowable]:
    yield from _titre(resume)
    yield from _essentiel(resume)
    yield from _serie(resume, largeur, hauteur)
    yield from _faits_marquants(resume)
    if not resume.vide:
        yield from _interventions(resume)
        yield from _references(resume)
    yield from _fin(resume)


def _organismes_courts(resume: ResumeMensuel) -> Iterator[str]:
    autres = len(resume.organismes) - 1
    if resume.organismes:
        suite = f" et {autres} autre{'s' if autres > 1 else ''}" if autres else ""
        yield f"{resume.organismes[0]}{suite}"


def _titre(resume: ResumeMensuel) -> Iterator[Flowable]:
    profil = resume.profil
    mois = mois_annee(resume.mois.du)
    yield texte("Résumé mensuel du soutien communautaire", styles.SURTITRE)
    yield texte(mois[0].upper() + mois[1:], styles.TITRE)
    code = f", code {profil.code}" if profil.code != profil.titre else ""
    yield texte(f"{profil.titre}{code}", styles.SOUS_TITRE_FORT)
    if resume.employeur:
        yield texte(f"Employeur : {resume.employeur}", styles.SOUS_TITRE)
    if resume.organismes:
        mot = "Organismes concernés" if len(resume.organismes) > 1 else "Organisme concerné"
        yield texte(f"{mot} : {'; '.join(map(abreger, resume.organismes))}", styles.SOUS_TITRE)
    yield Spacer(1, 12)


def _essentiel(resume: ResumeMensuel) -> Iterator[Flowable]:
    c = resume.compteurs
    if resume.vide:
        mois = mois_annee(resume.mois.du)
        de = "d'" if mois[0] in "ao" else "de "
        yield texte(f"Aucune intervention n'a été saisie pour le mois {de}{mois}.", styles.ANNONCE)
        yield Spacer(1, 10)
    yield Bande(
        (
            (nombre(c.interventions), _mot(c.interventions, "intervention")),
            (nombre(c.participations), _mot(c.participations, "participation")),
            (nombre(c.personnes_distinctes), _mot(c.personnes_distinctes, "personne distincte")),
            (nombre(c.references), _mot(c.references, "référence")),
            (duree(c.minutes), "durée totale"),
        )
    )


def _mot(compte: int, singulier: str) -> str:
    mots = singulier.split()
    return " ".join(f"{mot}s" for mot in mots) if compte > 1 else singulier


def _serie(resume: ResumeMensuel, largeur: float, hauteur: float) -> Iterator[Flowable]:
    """The chart, and the same numbers for whoever cannot or will not read a chart."""
    graphique = graphique_mensuel(resume.douze_mois)
    yield from section("Interventions des douze derniers mois")
    yield Figure(dessiner(graphique, largeur=largeur, hauteur=hauteur), graphique.alt)


def _faits_marquants(resume: ResumeMensuel) -> Iterator[Flowable]:
    if not resume.faits_marquants:
        return
    yield from section("Faits marquants")
    colonnes = (Colonne("Jour", _LARGEUR_JOUR), Colonne("Fait"))
    faits = [Rangee((_jour(f.date), f.texte)) for f in resume.faits_marquants]
    yield Grille("", "", colonnes, faits)


def _jour(jour: date) -> str:
    return date_longue(jour).rsplit(" ", 1)[0]


def _interventions(resume: ResumeMensuel) -> Iterator[Flowable]:
    premier = _tableau_large(resume.par_volet)
    yield from section("Les interventions du mois", premier)
    yield premier
    for donnees in (
        resume.par_categorie,
        resume.par_activite,
        resume.par_clientele,
        resume.par_milieu,
    ):
        yield _tableau_large(donnees)


def _base(donnees: TableauResume) -> str:
    petit = ", petit effectif" if 0 < donnees.total < PETIT_EFFECTIF else ""
    return f"Base : {pluriel(donnees.total, donnees.base.removesuffix('s'))}{petit}"


def _tableau_large(donnees: TableauResume) -> Grille:
    colonnes = (
        Colonne(donnees.colonne),
        Colonne("", _BARRE, barre=True),
        Colonne("Nombre", _NOMBRE, chiffres=True),
        Colonne("Part", _PART, chiffres=True),
        Colonne("Durée", _DUREE, chiffres=True),
    )
    rangees = [
        Rangee(
            (
                ligne.libelle,
                ligne.n / donnees.total if donnees.total else None,
                nombre(ligne.n),
                pourcentage(ligne.n, donnees.total),
                duree(ligne.minutes or 0),
            )
        )
        for ligne in donnees.lignes
    ]
    total = ("Total", None, nombre(donnees.total), "", duree(donnees.minutes or 0))
    return Grille(donnees.titre, _base(donnees), colonnes, rangees, total=total)


def _tableau_etroit(donnees: TableauResume) -> Grille:
    colonnes = (
        Colonne(donnees.colonne),
        Colonne("Nombre", _ETROITE, chiffres=True),
        Colonne("Part", _ETROITE, chiffres=True),
    )
    rangees = [
        Rangee((ligne.libelle, nombre(ligne.n), pourcentage(ligne.n, donnees.total)))
        for ligne in donnees.lignes
    ]
    total = ("Total", nombre(donnees.total), "")
    return Grille(donnees.titre, _base(donnees), colonnes, rangees, total=total)


def _references(resume: ResumeMensuel) -> Iterator[Flowable]:
    if resume.compteurs.references:
        gauche = _tableau_etroit(resume.references_destination)
        droite = _tableau_etroit(resume.references_statut)
        bloc: Flowable = CoteACote(gauche, droite)
    else:
        bloc = texte("Aucune référence n'a été faite ce mois-ci.", styles.CORPS)
    yield from section("Références et suivis", bloc)
    yield bloc
    yield KeepTogether([*_suivis(resume)])


def _suivis(resume: ResumeMensuel) -> Iterator[Flowable]:
    suivis = resume.suivis
    cases = (
        (suivis.ouvertes, "parmi celles du mois"),
        (suivis.ouvertes_douze_mois, "parmi celles des douze derniers mois"),
        (suivis.relances_echues, "du mois, dont la relance est en retard"),
        (suivis.relances_a_venir, "du mois, dont la relance est à venir"),
    )
    etabli_le = date_longue(resume.etabli_le)
    yield Spacer(1, 14)
    yield texte(f"Références encore ouvertes au {etabli_le}", styles.INTERTITRE)
    yield Spacer(1, 3)
    yield Bande([(nombre(n), libelle) for n, libelle in cases])


def _fin(resume: ResumeMensuel) -> Iterator[Flowable]:
    """The page that is signed always carries at least the last note: never a bare signature."""
    *notes, derniere = (texte(note, styles.NOTE) for note in resume.methode)
    yield from section("Note de méthode")
    yield from notes
    signatures = Signatures(("Intervenant·e", "Direction"))
    yield KeepTogether([derniere, *section("Signatures"), signatures])
