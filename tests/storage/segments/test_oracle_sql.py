"""Every indicator and every row of every table equals plain SQL over the received lines."""

import random
from contextlib import closing

import pytest

from journal_scls.application.chiffres.rapports import ParametresBilan
from journal_scls.domain.periode import Periode
from tests.storage.segments.oracle_sql import OracleSql
from tests.storage.segments.outils import (
    CHAMPS,
    FILTRES,
    dits,
    lectures,
    lentement,
    nombres,
    periode_au_hasard,
    rapports,
)
from tests.storage.segments.regions import arrivees, pieges, vivre

PETITES, TOUTES = range(3), range(3, 53)


def comparer(region, hasard, periodes=2):
    """Whatever the period, the filter and the switch: three ways to the same numbers."""
    with closing(OracleSql(region.engine)) as oracle:
        for sql, filtre in FILTRES.items():
            for _ in range(periodes):
                periode, avec = periode_au_hasard(hasard), hasard.random() < 0.5
                bilan = rapports(region).bilan(
                    periode, filtre, ParametresBilan(milieu_dans_la_base=avec)
                )
                attendu = oracle.bilan(periode.du, periode.au, filtre=sql, avec_milieu=avec)
                assert nombres(bilan) == attendu, (sql, periode, avec)
                vite = lectures(region).comptes(filtre, periode, CHAMPS)
                assert dits(vite) == dits(lentement(region, filtre, periode, CHAMPS))


def region_au_hasard(region, journaux, graine):
    """The lots come in several times, figures being asked for in between."""
    hasard = random.Random(graine)
    lots = pieges(journaux[0]) + list(vivre(journaux, hasard, 150))
    venus = arrivees(lots, hasard)
    moitie = len(venus) // 2
    region.importer(*venus[:moitie])
    comparer(region, hasard, periodes=1)
    region.importer(*venus[moitie:])
    with region.base.unite() as unite:
        assert unite.receptions.conflits()
    comparer(region, hasard)
    journal = hasard.choice(journaux)
    region.revoquer(journal, 3, hasard.choice((None, journal.incarnation)))
    comparer(region, hasard, periodes=1)


@pytest.mark.parametrize("graine", PETITES)
def test_the_figures_of_a_random_region_equal_plain_sql(region, journaux, graine):
    region_au_hasard(region, journaux, graine)


@pytest.mark.lent
@pytest.mark.parametrize("graine", TOUTES)
def test_the_figures_of_fifty_random_regions_equal_plain_sql(region, journaux, graine):
    region_au_hasard(region, journaux, graine)


def test_a_region_on_a_server_has_the_same_figures(region_serveur, journaux):
    region_au_hasard(region_serveur, journaux, 100)


def test_the_traps_count_as_the_method_says(region, journaux):
    region.importer(*pieges(journaux[0])[::-1])
    bilan = rapports(region).bilan(Periode.annee(2025))
    assert (bilan.compteurs.interventions, bilan.compteurs.references) == (6, 4)
    offices = {li.code: li.nombres[0] for li in bilan.tableau("par_organisme").lignes}
    assert (offices["Ancien"], offices["Nouveau"], offices[""]) == (1, 1, 1)
    assert bilan.indicateur("J12b").proportion.n == 30
    assert bilan.indicateur("J10").proportion.affiche == "s. o."
    assert bilan.indicateur("J02").proportion.n == 1
