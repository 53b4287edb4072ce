"""An open encrypted file."""

from collections.abc import Callable

from sqlalchemy import Engine

from journal_scls.application.lots.ports_receptions import EcritureRegion
from journal_scls.application.ports import Horloge
from journal_scls.storage.engine import fermer_engine
from journal_scls.storage.lots.lectures_region import SqlLecturesRegion
from journal_scls.storage.queries import SqlLectures
from journal_scls.storage.unit_of_work import SqlUnitOfWork


class SqlBase:
    """ports.Base: what may be done with the engine of an open dossier, until it is closed."""

    def __init__(self, engine: Engine, horloge: Horloge) -> None:
        self._engine: Engine | None = engine
        self._horloge = horloge

    @property
    def lectures(self) -> SqlLectures:
        """Its read side."""
        return SqlLectures(self._ouvert)

    def lectures_region(self, lire: Callable[[bytes], EcritureRegion]) -> SqlLecturesRegion:
        """The entries of a whole region."""
        return SqlLecturesRegion(self._ouvert, lire)

    def unite(self) -> SqlUnitOfWork:
        """A new transaction."""
        return SqlUnitOfWork(self._ouvert, self._horloge)

    def fermer(self) -> None:
        """Close it and forget the key, which only the engine's connector holds."""
        engine, self._engine = self._engine, None
        if engine is not None:
            fermer_engine(engine)

    @property
    def _ouvert(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("this file is closed")
        return self._engine
