"""The dossiers of the tests that run commands."""

from tests.e2e.dossiers import *  # noqa: F403 - fixtures are named in __all__
from tests.e2e.fenetres import *  # noqa: F403 - the same
