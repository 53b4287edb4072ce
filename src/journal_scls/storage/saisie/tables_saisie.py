"""Templates, and the ways to what is due; habits are read from the entries and kept nowhere."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text, text

from journal_scls.storage.regles import SANS_JOURNAL, Refus
from journal_scls.storage.tables import metadata, reference, revision

# A form's state as typed, by field; without date, person or free text (domain/journal/modele.py).
modele = Table(
    "modele",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", LargeBinary(16), CheckConstraint("length(uuid) = 16", "uuid"),
           nullable=False, unique=True),
    Column("nom", Text, nullable=False),
    Column("contenu", Text, nullable=False),
)  # fmt: skip

_SUIVI = "courante = 1 AND suivi_le IS NOT NULL"
Index("ix_revision_suivi_le", revision.c.suivi_le, sqlite_where=text(_SUIVI),
      postgresql_where=text("courante AND suivi_le IS NOT NULL"))  # fmt: skip
_RELANCE = text("date_relance IS NOT NULL")
Index("ix_reference_date_relance", reference.c.date_relance, sqlite_where=_RELANCE,
      postgresql_where=_RELANCE)  # fmt: skip

POSTGRESQL_DDL: tuple[str, ...] = tuple(
    Refus("modele_absente", "INSERT", "modele", SANS_JOURNAL).ddl("postgresql")
)
