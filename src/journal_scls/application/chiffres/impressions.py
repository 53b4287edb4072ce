"""What printed documents say besides their figures: whose they are, from when, made of what."""

from collections.abc import Callable, Iterator

from journal_scls.application.chiffres.seances import Seances
from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.application.lots.region import Region
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.documents.affiche import Affiche
from journal_scls.domain.documents.diapo import Diapo, composer_diapo
from journal_scls.domain.documents.document import DocumentBilan, LotsInclus, Provenance
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.vocabulaire import Vocabulaires


class Impressions:
    """Makes the values that documents print; `seances` makes those of projects."""

    def __init__(
        self,
        *,
        profil: Profil,
        lectures: Lectures,
        unite: Callable[[], UnitOfWork],
        region: Region,
        indicateurs: Indicateurs,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        self._profil = profil
        self.seances = Seances(
            profil=profil,
            lectures=lectures,
            unite=unite,
            vocabulaires=vocabulaires,
            horloge=horloge,
        )
        self._region = region
        self._indicateurs = indicateurs
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def provenance(self) -> Provenance:
        """As of now, on the clock of this place."""
        maintenant = self._horloge.maintenant().astimezone()
        if self._profil.role is not Role.COORDINATION:
            return Provenance(profil=self._profil, arrete_le=maintenant)
        etat = self._region.etat_region()
        return Provenance(
            profil=self._profil,
            arrete_le=maintenant,
            completude=etat.phrase,
            lots=tuple(lots_inclus(journal) for journal in etat.journaux),
        )

    def bilan(
        self, bilan: Bilan, provenance: Provenance | None = None, *, avant: Bilan | None = None
    ) -> DocumentBilan:
        """A bilan ready to print; a frozen one brings its own provenance."""
        edition = self._vocabulaires.par_nom.get(bilan.vocabulaire)
        return DocumentBilan(
            bilan=bilan,
            provenance=provenance or self.provenance(),
            vocabulaire=edition.libelle if edition else bilan.vocabulaire,
            avant=avant,
        )

    def diapo(self, bilan: Bilan, provenance: Provenance | None = None) -> Diapo:
        """The published figures again, for the period and the territory of a bilan."""
        return composer_diapo(bilan, self._indicateurs, provenance or self.provenance())

    def affiche(self, *, telephone: str = "", lieu: str = "", heures: str = "") -> Affiche:
        """The poster of this service.

        Raises:
            RegleMetier: a field is too long for a poster.
        """
        return Affiche(
            service=self._profil.titre,
            etablie_le=self._horloge.aujourdhui(),
            telephone=telephone.strip(),
            lieu=lieu.strip(),
            heures=heures.strip(),
            demo=self._profil.demo,
        )


def lots_inclus(journal: EtatJournal) -> LotsInclus:
    """The lots of a journal, in words."""
    nom = f"{journal.code}, {journal.nom}" if journal.nom else journal.code
    return LotsInclus(nom, " · ".join(_plages(journal)) or "aucun")


def _plages(journal: EtatJournal) -> Iterator[str]:
    """One life of a journal after the other; most have only one."""
    for incarnation in journal.incarnations:
        if incarnation.recus:
            yield ", ".join(f"{a} à {b}" if b > a else str(a) for a, b in incarnation.recus)
