"""The printed monthly summary: what a direction reads in five minutes, then signs.

First the month at a glance (counters, chart, faits marquants), then the tables, then references
and what is still open, and last the signatures and how the figures are made.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from journal_scls.domain.proportion import PETIT_EFFECTIF
from journal_scls.domain.resume import ResumeMensuel, TableauResume
from journal_scls.reports import mise_en_page as mep
from journal_scls.reports.graphique import graphique_douze_mois
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.typographie import (
    date_longue,
    duree,
    mois_annee,
    nombre,
    pluriel,
    pourcentage,
)

_BARRE = 74.0
_COLONNES = (246.0, 90.0, 52.0, 46.0, 70.0)
_ETROITES = (146.0, 50.0, 44.0)
_LARGEUR_JOUR = 86.0
# A long list is laid out by pieces: splitting one long table costs the square of its length.
_LIGNES_PAR_LISTE = 40
# Above this number of lines a table may run over two pages.
_LIGNES_SUR_UNE_PAGE = 22


class _Barre(Flowable):  # type: ignore[misc]
    """A share as a length, for the eye that skims; the figure beside it is what counts."""

    def __init__(self, part: float, largeur: float) -> None:
        super().__init__()
        self._part, self.width, self.height = part, largeur, 7.0

    def wrap(self, *_: float) -> tuple[float, float]:
        """The same size whatever the room."""
        return self.width, self.height

    def draw(self) -> None:
        """Drawn from the left edge; a share that exists is always seen."""
        self.canv.setFillColor(mep.ACCENT)
        if self._part:
            self.canv.rect(0, 1, max(self.width * self._part, 0.6), 5, stroke=0, fill=1)


def ecrire_resume(resume: ResumeMensuel, polices_dir: Path) -> bytes:
    """The summary as a PDF file.

    Args:
        resume: what it says.
        polices_dir: where the embedded fonts are.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    mois = mois_annee(resume.mois.du)
    cartouche = mep.Cartouche(
        titre=f"Résumé mensuel, {mois}, {resume.profil.titre}",
        auteur=resume.profil.titre,
        gauche=" · ".join((resume.profil.titre, *_organismes_courts(resume))),
        droite=f"Résumé mensuel, {mois}",
        etabli_le=resume.etabli_le,
        demo=resume.profil.demo,
    )
    return mep.monter(_contenu(resume), cartouche)


def _contenu(resume: ResumeMensuel) -> Iterator[Flowable]:
    yield from _titre(resume)
    yield from _essentiel(resume)
    yield from _serie(resume)
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
    yield mep.paragraphe("Résumé mensuel du soutien communautaire", mep.SURTITRE)
    yield mep.paragraphe(mois[0].upper() + mois[1:], mep.TITRE)
    code = f", code {profil.code}" if profil.code != profil.titre else ""
    yield mep.paragraphe(f"{profil.titre}{code}", mep.SOUS_TITRE_FORT)
    if resume.employeur:
        yield mep.paragraphe(f"Employeur : {resume.employeur}", mep.SOUS_TITRE)
    if resume.organismes:
        mot = "Organismes concernés" if len(resume.organismes) > 1 else "Organisme concerné"
        yield mep.paragraphe(
            f"{mot} : {'; '.join(map(mep.abreger, resume.organismes))}", mep.SOUS_TITRE
        )
    yield Spacer(1, 12)


def _essentiel(resume: ResumeMensuel) -> Iterator[Flowable]:
    c = resume.compteurs
    if resume.vide:
        mois = mois_annee(resume.mois.du)
        de = "d'" if mois[0] in "ao" else "de "
        yield mep.paragraphe(
            f"Aucune intervention n'a été saisie pour le mois {de}{mois}.", mep.ANNONCE
        )
        yield Spacer(1, 10)
    yield mep.bande(
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


def _serie(resume: ResumeMensuel) -> Iterator[Flowable]:
    yield from mep.section("Interventions des douze derniers mois")
    yield graphique_douze_mois(resume.douze_mois)


def _faits_marquants(resume: ResumeMensuel) -> Iterator[Flowable]:
    if not resume.faits_marquants:
        return
    yield from mep.section("Faits marquants")
    for debut in range(0, len(resume.faits_marquants), _LIGNES_PAR_LISTE):
        faits = resume.faits_marquants[debut : debut + _LIGNES_PAR_LISTE]
        yield _liste_datee((_jour(f.date), f.texte) for f in faits)


def _jour(jour: date) -> str:
    return date_longue(jour).rsplit(" ", 1)[0]


def _interventions(resume: ResumeMensuel) -> Iterator[Flowable]:
    yield from mep.section("Les interventions du mois")
    for donnees in (
        resume.par_volet,
        resume.par_categorie,
        resume.par_activite,
        resume.par_clientele,
        resume.par_milieu,
    ):
        table = _tableau_large(donnees)
        court = len(donnees.lignes) <= _LIGNES_SUR_UNE_PAGE
        yield KeepTogether([table]) if court else table


def _base(donnees: TableauResume) -> str:
    petit = ", petit effectif" if 0 < donnees.total < PETIT_EFFECTIF else ""
    return f"Base : {pluriel(donnees.total, donnees.base.removesuffix('s'))}{petit}"


def _tableau_large(donnees: TableauResume) -> Table:
    titres = (donnees.colonne, "", "Nombre", "Part", "Durée")
    colonnes = [
        mep.Colonne(titre, largeur, chiffres=rang > 1)
        for rang, (titre, largeur) in enumerate(zip(titres, _COLONNES, strict=True))
    ]
    lignes: list[list[Any]] = [
        [
            ligne.libelle,
            _Barre(ligne.n / donnees.total if donnees.total else 0, _BARRE),
            nombre(ligne.n),
            pourcentage(ligne.n, donnees.total),
            duree(ligne.minutes or 0),
        ]
        for ligne in donnees.lignes
    ]
    total = ["Total", "", nombre(donnees.total), "", duree(donnees.minutes or 0)]
    return mep.tableau(donnees.titre, _base(donnees), colonnes, lignes, total)


def _tableau_etroit(donnees: TableauResume) -> Table:
    titres = (donnees.colonne, "Nombre", "Part")
    colonnes = [
        mep.Colonne(titre, largeur, chiffres=rang > 0)
        for rang, (titre, largeur) in enumerate(zip(titres, _ETROITES, strict=True))
    ]
    lignes = [
        [ligne.libelle, nombre(ligne.n), pourcentage(ligne.n, donnees.total)]
        for ligne in donnees.lignes
    ]
    total = ["Total", nombre(donnees.total), ""]
    return mep.tableau(donnees.titre, _base(donnees), colonnes, lignes, total)


def _references(resume: ResumeMensuel) -> Iterator[Flowable]:
    yield from mep.section("Références et suivis")
    if resume.compteurs.references:
        gauche = _tableau_etroit(resume.references_destination)
        droite = _tableau_etroit(resume.references_statut)
        yield _cote_a_cote(gauche, droite)
    else:
        yield mep.paragraphe("Aucune référence n'a été faite ce mois-ci.", mep.CORPS)
    yield KeepTogether([*_suivis(resume)])


def _cote_a_cote(gauche: Table, droite: Table) -> Table:
    largeur = sum(_ETROITES)
    largeurs = [largeur, mep.LARGEUR_UTILE - 2 * largeur, largeur]
    table = Table([[[gauche], "", [droite]]], colWidths=largeurs, hAlign="LEFT")
    table.setStyle(TableStyle(mep.SANS_MARGE))
    return table


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
    yield mep.paragraphe(f"Références encore ouvertes au {etabli_le}", mep.INTERTITRE)
    yield Spacer(1, 3)
    yield mep.bande([(nombre(n), libelle) for n, libelle in cases])


def _fin(resume: ResumeMensuel) -> Iterator[Flowable]:
    """The page that is signed always carries at least the last note: never a bare signature."""
    *notes, derniere = (mep.paragraphe(note, mep.NOTE) for note in resume.methode)
    yield from mep.section("Note de méthode")
    yield from notes
    signatures = _signatures(("Intervenant·e", "Direction"))
    yield KeepTogether([derniere, *mep.section("Signatures"), signatures])


def _signatures(roles: Sequence[str]) -> Table:
    """For each role, a line to sign and a line to date."""
    libelles = [[mep.paragraphe(texte, mep.PETIT) for texte in (r, "", "Date")] for r in roles]
    rangees = [rangee for libelle in libelles for rangee in (["", "", ""], libelle)]
    largeurs = [mep.LARGEUR_UTILE * part for part in (0.66, 0.06, 0.28)]
    table = Table(rangees, colWidths=largeurs, rowHeights=[30, 16] * len(roles), hAlign="LEFT")
    lignes = [
        ("LINEABOVE", (colonne, rang), (colonne, rang), 0.6, mep.ENCRE)
        for rang in range(1, 2 * len(roles), 2)
        for colonne in (0, 2)
    ]
    table.setStyle(TableStyle([*mep.SANS_MARGE, ("TOPPADDING", (0, 0), (-1, -1), 3), *lignes]))
    return table


def _liste_datee(lignes: Iterable[tuple[str, str]]) -> Table:
    """A day, then what happened; each line stays whole, the list may run over pages."""
    rangees = [
        [mep.paragraphe(jour, mep.CORPS_GRIS), mep.paragraphe(mep.abreger(texte), mep.CORPS)]
        for jour, texte in lignes
    ]
    largeurs = [_LARGEUR_JOUR, mep.LARGEUR_UTILE - _LARGEUR_JOUR]
    table = Table(rangees, colWidths=largeurs, hAlign="LEFT")
    table.setStyle(TableStyle([*mep.SANS_MARGE, ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5)]))
    return table
