"""What is kept so that a region need not be read line by line again: caches, and nothing else.

Receptions, versions and revocations are append-only, so what was drawn from those of a journal is
true for as long as there is no other: each cache says how many there were (`actes`), and nobody has
to remember to invalidate it. Emptying these tables loses nothing but time.
"""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from journal_scls.storage.lots.tables_lots import reception
from journal_scls.storage.tables import metadata

# The codes that stand for what entries say, shared by all journals; `valeur` is JSON.
segment_code = Table(
    "segment_code",
    metadata,
    Column("groupe", Text, nullable=False),
    Column("code", Integer, nullable=False),
    Column("valeur", Text, nullable=False),
    PrimaryKeyConstraint("groupe", "code"),
    UniqueConstraint("groupe", "valeur"),
    sqlite_with_rowid=False,
)

# The entries of a journal that count in a month, as records (forme.py). `empreintes`, which only
# making them again asks for, is last: a file reads a row no further than it must.
segment = Table(
    "segment",
    metadata,
    Column("mois", Text, nullable=False),
    Column("journal", LargeBinary, nullable=False),
    Column("lignes", LargeBinary, nullable=False),
    Column("empreintes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("mois", "journal"),
)

# The journals whose segments are made, from how much, in which form.
segment_journal = Table(
    "segment_journal",
    metadata,
    Column("journal", LargeBinary, primary_key=True),
    Column("actes", Integer, nullable=False),
    Column("forme", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What the region holds of each journal: the digest of its entries, and how many of them count.
etat_tenu = Table(
    "etat_tenu",
    metadata,
    Column("journal", LargeBinary, primary_key=True),
    Column("actes", Integer, nullable=False),
    Column("nombre", Integer, nullable=False),
    Column("condense", Text, nullable=False),
    Column("ecritures", Integer, nullable=False),
    Column("conflits", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# How many lots and revocations the journal `i` has now.
ACTES = """(SELECT COUNT(*) FROM reception r WHERE r.journal = i.journal)
  + (SELECT COUNT(*) FROM revocation v WHERE v.journal = i.journal)"""

CACHES = (segment_code, segment, segment_journal, etat_tenu)

# Every question about lots but one is answered without reading their manifests.
Index("ix_reception_journal", *(reception.c[nom] for nom in (
    "journal", "incarnation", "seq", "epoque", "precedente", "genre", "etat_nombre",
    "etat_condense", "fichier", "recue_le")))  # fmt: skip
