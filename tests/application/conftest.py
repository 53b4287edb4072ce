"""Dossiers that write to each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.liaison import Poste, Postes, faire_modele


@pytest.fixture(scope="session")
def modele_liaison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return faire_modele(tmp_path_factory.mktemp("liaison"))


@pytest.fixture
def postes(tmp_path: Path, modele_liaison: Path) -> Iterator[Postes]:
    faits = Postes(tmp_path, modele_liaison)
    yield faits
    faits.fermer()


@pytest.fixture
def region(postes: Postes) -> Poste:
    return postes.region()


@pytest.fixture
def journal(postes: Postes) -> Poste:
    return postes.faire("journal")


@pytest.fixture
def inscrit(postes: Postes, region: Poste, journal: Poste) -> Poste:
    """A journal that has joined the region."""
    postes.inscrire(journal, region)
    return journal
