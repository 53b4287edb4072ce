"""An open encrypted file."""

from collections.abc import Callable

from sqlalchemy import Engine

from journal_scls.application.lots.ports_receptions import EcritureRegion
from journal_scls.application.ports import Horloge, Lectures
from journal_scls.storage.coffre.sceau import SansSceau, Sceau
from journal_scls.storage.engine import en_lecture, fermer_engine
from journal_scls.storage.interventions.queries import SqlLectures
from journal_scls.storage.interventions.suivis import SqlSuivis
from journal_scls.storage.lots.lectures_region import SqlLecturesRegion
from journal_scls.storage.unit_of_work import SqlUnitOfWork


class SqlBase:
    """ports.Base: what may be done with the engine of an open dossier, until it is closed."""

    genre_unite = SqlUnitOfWork

    def __init__(self, engine: Engine, horloge: Horloge, sceau: Sceau | None = None) -> None:
        self._engine: Engine | None = engine
        self._horloge = horloge
        self._sceau = sceau or SansSceau()

    @property
    def sceau(self) -> Sceau:
        """How private keys are kept there."""
        return self._sceau

    @property
    def lectures(self) -> Lectures:
        """Its read side."""
        return SqlLectures(self.engine)

    @property
    def suivis(self) -> SqlSuivis:
        """Its read side for what is followed up."""
        return SqlSuivis(self.engine)

    def lectures_region(self, lire: Callable[[bytes], EcritureRegion]) -> SqlLecturesRegion:
        """The entries of a whole region."""
        return SqlLecturesRegion(self.engine, lire)

    def unite(self) -> SqlUnitOfWork:
        """A new transaction."""
        return self.genre_unite(self.engine, self._horloge, self._sceau)

    def unite_de_lecture(self) -> SqlUnitOfWork:
        """One snapshot of everything, for which no writer waits."""
        return self.genre_unite(en_lecture(self.engine), self._horloge, self._sceau)

    def fermer(self) -> None:
        """Close it and forget the key, which only the engine's connector holds."""
        engine, self._engine = self._engine, None
        if engine is not None:
            fermer_engine(engine)

    @property
    def engine(self) -> Engine:
        """Its engine, while it is open."""
        if self._engine is None:
            raise RuntimeError("this file is closed")
        return self._engine
