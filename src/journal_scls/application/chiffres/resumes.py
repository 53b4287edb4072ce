"""The monthly summary: read a month and the year behind it, compose, hand over a value."""

from collections.abc import Iterable, Iterator
from datetime import date

from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.application.ports import Horloge, Lectures
from journal_scls.domain.documents.resume import FaitMarquant, ResumeMensuel, composer_resume
from journal_scls.domain.journal.intervention import Statut
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.vocabulaire import Vocabulaires

_COMPTEES = (Statut.FINALE, Statut.RECTIFIEE)


class Resumes:
    """Composes monthly summaries from the journal's read side."""

    def __init__(self, lectures: Lectures, vocabulaires: Vocabulaires, horloge: Horloge) -> None:
        self._lectures = lectures
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def composer(self, profil: Profil, mois: Periode) -> ResumeMensuel:
        """The summary of the month, as of today.

        The figures come from the facts, the same as the bilan's; only what has words or a date to
        come is read from the lines of the month.
        """
        annee = mois.douze_mois()
        lignes = [
            ligne
            for ligne in self._lectures.parcourir(Filtre(du=mois.du, au=mois.au))
            if ligne.statut in _COMPTEES
        ]
        return composer_resume(
            profil=profil,
            mois=mois,
            faits=self._lectures.faits(Filtre(du=annee.du, au=annee.au)),
            vocabulaires=self._vocabulaires,
            aujourdhui=self._horloge.aujourdhui(),
            faits_marquants=_faits_marquants(lignes),
            relances=self._relances(lignes),
        )

    def _relances(self, lignes: Iterable[LigneJournal]) -> Iterator[date]:
        for ligne in lignes:
            for reference in ligne.references:
                terme = self._vocabulaires.terme("statut_reference", reference.statut)
                if terme.ouverte and reference.date_relance is not None:
                    yield reference.date_relance


def _faits_marquants(lignes: Iterable[LigneJournal]) -> Iterator[FaitMarquant]:
    for ligne in lignes:
        if texte := ligne.fait_marquant.strip():
            yield FaitMarquant(ligne.date, texte)
