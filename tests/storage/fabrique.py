"""The two bases that keep the same contract: a real encrypted file, and the one in memory."""

import pytest

from journal_scls.application.ports import Base
from journal_scls.storage.base import SqlBase
from tests.fabriques import HorlogeFixe
from tests.fakes import FakeBase

BASES = ("sql", "fake")


def base_de(request: pytest.FixtureRequest) -> Base:
    """An empty base of the kind that a fixture is parametrised with."""
    if request.param == "fake":
        return FakeBase(HorlogeFixe())
    return SqlBase(request.getfixturevalue("base_vide"), HorlogeFixe())
