"""Use cases of the figures: a bilan, and the series behind a chart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, SourceFaits
from journal_scls.domain.chiffres.bilan import Bilan, ParametresBilan, Reserves, dresser_bilan
from journal_scls.domain.chiffres.calendrier import Recul
from journal_scls.domain.chiffres.comparaison import exiger_comparables
from journal_scls.domain.chiffres.comptes import Totaux
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.masque import Masque
from journal_scls.domain.vocabulaire import Vocabulaires

__all__ = ["ParametresBilan", "PointMensuel", "Rapports", "sans_reserves"]

# Said elsewhere on a bilan, or without effect on facts.
_HORS_FILTRES = ("du", "au", "annulees")


def protection_en_cours(progress: Progress) -> None:
    """Small numbers are being protected; nobody can know for how long."""
    progress.etape(0, None, "Protection des petits nombres")


def sans_reserves(_progress: Progress | None) -> Reserves:
    """What one's own journal lacks: nothing."""
    return Reserves()


@dataclass(frozen=True, slots=True)
class PointMensuel:
    """One month of a series."""

    mois: Periode
    interventions: int
    participations: int
    minutes: int


class Rapports:
    """Figures of the open dossier.

    `reserves` says what its facts are known to lack, `lire_filtre` what a filter is in words.
    """

    def __init__(
        self,
        lectures: SourceFaits,
        vocabulaires: Vocabulaires,
        indicateurs: Indicateurs,
        horloge: Horloge,
        reserves: Callable[[Progress | None], Reserves] = sans_reserves,
        *,
        lire_filtre: Callable[[Filtre], Mapping[str, str]] = lambda _: {},
    ) -> None:
        self._lectures = lectures
        self._vocabulaires = vocabulaires
        self._indicateurs = indicateurs
        self._horloge = horloge
        self._reserves = reserves
        self._lire_filtre = lire_filtre
        self.notes: Callable[[Periode, Filtre], Sequence[str]] = lambda *_: ()
        """What is to be said of the closed periods that a bilan covers again."""

    def bilan(
        self,
        periode: Periode,
        filtre: Filtre | None = None,
        parametres: ParametresBilan | None = None,
        progress: Progress | None = None,
        *,
        masque: Masque | None = None,
    ) -> Bilan:
        """The bilan of a period; the period replaces the dates of the filter.

        `masque` is what it must hide, when more is known of it than its own figures tell.

        Raises:
            Cancelled: somebody asked to stop.
            RegleMetier: a masking threshold that hides nothing.
        """
        filtre = _dater(filtre, periode)
        return dresser_bilan(
            self._lectures.comptes(filtre, periode, self._indicateurs.champs, progress),
            periode,
            vocabulaires=self._vocabulaires,
            indicateurs=self._indicateurs,
            etabli_le=self._horloge.aujourdhui(),
            parametres=parametres,
            filtres=_imprimables(filtre),
            libelles_filtres=self._lire_filtre(filtre),
            reserves=self._avec_notes(periode, filtre, progress),
            masque=masque,
            jalon=partial(protection_en_cours, progress or Progress()),
        )

    def bilan_avant(
        self,
        recul: Recul,
        periode: Periode,
        filtre: Filtre,
        parametres: ParametresBilan,
        progress: Progress | None,
    ) -> Bilan:
        """The bilan of the period that one is put beside, counted the same way.

        Raises:
            Cancelled: somebody asked to stop.
            RegleMetier: masked periods that overlap; a threshold that hides nothing.
        """
        avant = recul.depuis(periode)
        exiger_comparables(periode, avant, parametres.masquage_k)
        return self.bilan(avant, filtre, parametres, progress)

    def _avec_notes(self, periode: Periode, filtre: Filtre, progress: Progress | None) -> Reserves:
        reserves = self._reserves(progress)
        notes = self.notes(periode, replace(filtre, du=None, au=None))
        return replace(reserves, avertissements=(*reserves.avertissements, *notes))

    def serie_mensuelle(
        self, jusqua: Periode, filtre: Filtre | None = None
    ) -> Sequence[PointMensuel]:
        """The twelve months that end with the last month of the period, empty ones included."""
        periode = jusqua.douze_mois()
        comptes = self._lectures.comptes(_dater(filtre, periode), periode, ())
        par_mois = comptes.axe("mois")
        return tuple(
            PointMensuel(mois, *par_mois.get(f"{mois.du:%Y-%m}", Totaux()))
            for mois in periode.liste_mois()
        )


def _dater(filtre: Filtre | None, periode: Periode) -> Filtre:
    return replace(filtre or Filtre(), du=periode.du, au=periode.au)


def _imprimables(filtre: Filtre) -> dict[str, str]:
    noms = (champ.name for champ in fields(filtre) if champ.name not in _HORS_FILTRES)
    return {nom: _imprimable(getattr(filtre, nom)) for nom in noms}


def _imprimable(valeur: str | frozenset[str]) -> str:
    return valeur if isinstance(valeur, str) else " ou ".join(sorted(valeur))
