"""The use cases of the figures ask the journal the right question."""

from datetime import date

import pytest

from journal_scls.application.chiffres.rapports import ParametresBilan, Rapports
from journal_scls.application.lectures import Filtre
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from tests.domain.outils_bilan import (
    ANNEE,
    JOUR,
    FausseHorloge,
    FauxJournal,
    collectif,
    fait,
    indicateurs,
    vocabulaires,
)


class JournalDeFaits(FauxJournal):
    def __init__(self, *faits):
        super().__init__()
        self._faits = faits

    def faits(self, filtre):
        super().faits(filtre)
        return iter(self._faits)


def rapports(*faits):
    journal = JournalDeFaits(*faits)
    return Rapports(journal, vocabulaires(), indicateurs(), FausseHorloge()), journal


def test_the_period_replaces_the_dates_of_the_filter_and_filters_are_printed():
    cas, journal = rapports(fait())
    filtre = Filtre(du=date(1999, 1, 1), mrc="La Vallée", tenure="OH")
    bilan = cas.bilan(ANNEE, filtre, ParametresBilan(masquage_k=5))
    assert journal.filtres == [Filtre(du=ANNEE.du, au=ANNEE.au, mrc="La Vallée", tenure="OH")]
    assert dict(bilan.filtres) == {"mrc": "La Vallée", "tenure": "OH"}
    assert (bilan.etabli_le, bilan.vocabulaire, bilan.periode) == (JOUR, "2022", ANNEE)
    assert bilan.parametres == ParametresBilan(milieu_dans_la_base=True, masquage_k=5)


def test_a_threshold_that_hides_nothing_is_refused_before_anything_is_read():
    cas, _ = rapports()
    with pytest.raises(RegleMetier):
        cas.bilan(ANNEE, None, ParametresBilan(masquage_k=1))


def test_the_series_has_twelve_months_that_end_with_the_asked_one():
    cas, journal = rapports(
        fait(date="2024-03-31"),
        fait(date="2024-04-01", duree_min=45),
        collectif(date="2025-03-31", nb_personnes=30),
    )
    serie = cas.serie_mensuelle(Periode(date(2025, 3, 1), date(2025, 3, 10)), Filtre(volet="X"))
    assert [point.mois for point in serie] == list(
        Periode(date(2024, 4, 1), date(2025, 3, 31)).liste_mois()
    )
    assert (serie[0].interventions, serie[0].minutes) == (1, 45)
    assert (serie[-1].interventions, serie[-1].participations) == (1, 30)
    assert sum(point.interventions for point in serie) == 2
    assert journal.filtres == [Filtre(du=date(2024, 4, 1), au=date(2025, 3, 31), volet="X")]
