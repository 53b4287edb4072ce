"""A region in the encrypted file, and one on a server."""

import pytest

from journal_scls.storage.coffre.sceau import SceauDossier
from tests.journaux_simules import JournalSimule, RegionSimulee
from tests.storage.segments.regions import NOMS


@pytest.fixture
def journaux():
    return [JournalSimule(nom) for nom in NOMS]


@pytest.fixture
def region(base_vide, base_fermee, journaux):
    return RegionSimulee(base_vide, base_fermee.dossier).preparer(journaux)


@pytest.fixture
def region_serveur(postgres, tmp_path, journaux):
    dossier = tmp_path / "serveur"
    dossier.mkdir()
    with postgres.pretee() as engine:
        sceau = SceauDossier(b"k" * 32)
        yield RegionSimulee(engine, dossier, sceau=sceau).preparer(journaux)
