"""A revocation leaves the same figures whenever it comes: before, between or after the lots."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.journaux_simules import JournalSimule
from tests.storage.test_receptions_proprietes import REGLAGES, histoires, tenu


@settings(REGLAGES, max_examples=12)
@given(lots=histoires(), donnees=st.data())
def test_what_counts_is_what_no_revocation_takes_back(regions_fichier, lots, donnees):
    journal = JournalSimule("A")
    vies = sorted({lot.incarnation for lot in lots if lot.journal == journal.id}, key=str)
    bornes = {vie: donnees.draw(st.integers(0, 4)) for vie in vies}
    bornes[None] = donnees.draw(st.integers(0, 2))
    gardees = [
        lot for lot in lots if lot.journal != journal.id or lot.seq <= bornes[lot.incarnation]
    ]
    quand = donnees.draw(st.integers(0, len(lots)))
    ordre = donnees.draw(st.permutations(lots))
    with regions_fichier() as region, regions_fichier() as attendue:
        attendue.importer(*gardees)
        region.importer(*ordre[:quand])
        for vie, borne in bornes.items():
            region.revoquer(journal, borne, vie)
        region.importer(*ordre[quand:])
        vu, voulu = tenu(region), tenu(attendue)
        assert vu["courantes"] == voulu["courantes"]
        assert vu["conflits"] == voulu["conflits"]
        comptees = {j.code: j.ecritures for j in region.region.etat_region().journaux}
        assert comptees == {j.code: j.ecritures for j in attendue.region.etat_region().journaux}


@pytest.mark.parametrize("ordre", [(0, 1), (1, 0)])
def test_what_a_kept_lot_brought_too_counts_whichever_came_first(regions_fichier, ordre):
    journal = JournalSimule("A")
    journal.saisir(1)
    lots = [journal.exporter()]
    journal.saisir(2)
    lots.append(journal.exporter(complet=True))
    with regions_fichier() as region:
        region.importer(*(lots[i] for i in ordre))
        region.revoquer(journal, 1)
        (etat,) = (j for j in region.region.etat_region().journaux if j.journal == journal.id)
        assert (etat.ecritures, etat.recus_revoques) == (1, 1)
