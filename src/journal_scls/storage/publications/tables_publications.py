"""The tables of published documents: nothing in them ever changes."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text, UniqueConstraint

from journal_scls.storage.regles import Refus, immuable
from journal_scls.storage.tables import metadata


def _obligatoire(nom: str, type_: type[Text | LargeBinary | Integer]) -> Column[object]:
    return Column(nom, type_, nullable=False)


publication = Table(
    "publication",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", LargeBinary, nullable=False, unique=True),
    _obligatoire("serie", Text),
    _obligatoire("du", Text),
    _obligatoire("au", Text),
    # Canonical JSON, like `provenance` (whose figures, the cut-off instant, the lots included).
    _obligatoire("filtres", Text),
    _obligatoire("parametres", Text),
    _obligatoire("vocabulaire", Text),
    Column("code", Text, nullable=False, unique=True),
    _obligatoire("coupure", Text),
    _obligatoire("ecritures", Integer),
    _obligatoire("condense", Text),
    # As long as the entries have the same one, none of them changed.
    _obligatoire("timbre", Text),
    _obligatoire("provenance", Text),
    # The document as published, with what it hides: the bytes that `code` is the digest of.
    _obligatoire("document", LargeBinary),
    # Twelve bytes an entry: a digest of which one, a digest of which version.
    _obligatoire("releve", LargeBinary),
    # Compressed: the counts month by month, which later documents are protected from.
    _obligatoire("comptes", LargeBinary),
    _obligatoire("masque", LargeBinary),
)

periode_close = Table(
    "periode_close",
    metadata,
    Column("publication_id", ForeignKey("publication.id"), primary_key=True, autoincrement=False),
    _obligatoire("serie", Text),
    _obligatoire("du", Text),
    _obligatoire("au", Text),
    _obligatoire("le", Text),
    # A period is closed once in a series.
    UniqueConstraint("serie", "du", "au"),
)

REFUS: tuple[Refus, ...] = (*immuable("publication"), *immuable("periode_close"))
