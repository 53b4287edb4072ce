"""What several rooms of the tests share."""

import os
from collections.abc import Iterator

import pytest

from tests.bases import bases_rapides
from tests.postgres import Postgres, serveur


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real server. Missing, it is a failure: only a person may do without, and says so."""
    if os.environ.get("JOURNAL_SCLS_SANS_POSTGRES") == "1":
        pytest.skip("JOURNAL_SCLS_SANS_POSTGRES=1")
    with serveur() as ouvert:
        yield ouvert


@pytest.fixture(scope="session", autouse=True)
def _bases_rapides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with bases_rapides(tmp_path_factory.mktemp("modele")):
        yield
