"""The tables of the region's directory, beside organismes and milieux.

Cards are descriptions and may be described again. What was published, taken in, proposed and
decided is append-only. Fusions and the region's opinions refer to identifiers and not to rows:
a region knows identifiers of cards that only a journal holds.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from journal_scls.storage.regles import Refus, immuable
from journal_scls.storage.tables import metadata


def _texte(nom: str) -> Column[str]:
    return Column(nom, Text, nullable=False, server_default=text("''"))


def _obligatoire(nom: str, type_: type[Text | LargeBinary | Integer]) -> Column[object]:
    return Column(nom, type_, nullable=False)


def _uuid() -> Column[bytes]:
    return Column("uuid", LargeBinary(16), CheckConstraint("length(uuid) = 16", "uuid"),
                  nullable=False, unique=True)  # fmt: skip


def _a_verifier() -> Column[bool]:
    return Column("a_verifier", Boolean, nullable=False, server_default=false())


# Codes are not unique here: two of them may change places in one edition of the region.
projet = Table(
    "projet",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    _obligatoire("code", Text),
    # Those that entries may still hold, separated by a space.
    _texte("anciens_codes"),
    _obligatoire("titre", Text),
    _obligatoire("type", Text),
    _obligatoire("statut", Text),
    Column("debut", Text),
    Column("fin", Text),
    _texte("objectif"),
    _texte("source_financement"),
    _a_verifier(),
)

# `liste` is milieu or partenaire (a service).
projet_lien = Table(
    "projet_lien",
    metadata,
    Column("projet_id", ForeignKey("projet.id"), nullable=False),
    _obligatoire("liste", Text),
    _obligatoire("rang", Integer),
    _obligatoire("objet", LargeBinary),
    PrimaryKeyConstraint("projet_id", "liste", "rang"),
    sqlite_with_rowid=False,
)

comite = Table(
    "comite",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    _obligatoire("code", Text),
    _texte("anciens_codes"),
    _obligatoire("titre", Text),
    _obligatoire("instance", Text),
    Column("debut", Text),
    Column("fin", Text),
    _a_verifier(),
)

# Members are counted, never named.
comite_role = Table(
    "comite_role",
    metadata,
    Column("comite_id", ForeignKey("comite.id"), nullable=False),
    _obligatoire("rang", Integer),
    _obligatoire("role", Text),
    Column("nombre", Integer, CheckConstraint("nombre > 0", "nombre"), nullable=False),
    PrimaryKeyConstraint("comite_id", "rang"),
    sqlite_with_rowid=False,
)

# `de` is the same thing as `vers`; entries keep the identifier they were written with. A person's
# own fusion stays under the region's word, so that what is read never depends on the editions
# that were taken in before the last one.
fusion = Table(
    "fusion",
    metadata,
    _obligatoire("de", LargeBinary),
    Column("regionale", Boolean, nullable=False),
    _obligatoire("genre", Text),
    _obligatoire("vers", LargeBinary),
    PrimaryKeyConstraint("de", "regionale"),
    sqlite_with_rowid=False,
)

# What the last edition taken in says of an identifier: published, or refused with a reason.
avis_region = Table(
    "avis_region",
    metadata,
    Column("objet", LargeBinary, primary_key=True),
    Column("publie", Boolean, nullable=False),
    _texte("raison"),
    sqlite_with_rowid=False,
)

# Editions published (coordination) or taken in (journal), with their exact bytes.
edition_repertoire = Table(
    "edition_repertoire",
    metadata,
    Column("empreinte", Text, primary_key=True),
    Column("numero", Integer, CheckConstraint("numero > 0", "numero"), nullable=False),
    _texte("precedente"),
    # SHA-256 of the lines: tells whether there is anything new to publish.
    _obligatoire("condense", Text),
    _obligatoire("du", Text),
    _obligatoire("paquet", LargeBinary),
    _obligatoire("le", Text),
    UniqueConstraint("numero"),
    sqlite_with_rowid=False,
)

# Editions of the vocabulary that the program does not ship.
vocabulaire_region = Table(
    "vocabulaire_region",
    metadata,
    Column("edition", Text, primary_key=True),
    _obligatoire("contenu", Text),
    sqlite_with_rowid=False,
)

# At a journal: what left, line for line.
proposition_faite = Table(
    "proposition_faite",
    metadata,
    Column("numero", Integer, CheckConstraint("numero > 0", "numero"), primary_key=True),
    _obligatoire("contenu", Text),
    _obligatoire("le", Text),
)

# At the coordination: every version of every card that was proposed.
proposition = Table(
    "proposition",
    metadata,
    Column("journal", ForeignKey("inscription.journal"), nullable=False),
    _obligatoire("objet", LargeBinary),
    _obligatoire("empreinte", Text),
    _obligatoire("numero", Integer),
    _obligatoire("contenu", Text),
    _obligatoire("recue_le", Text),
    PrimaryKeyConstraint("journal", "objet", "empreinte"),
    sqlite_with_rowid=False,
)

# The last one counts; the others stay.
decision_proposition = Table(
    "decision_proposition",
    metadata,
    Column("id", Integer, primary_key=True),
    _obligatoire("journal", LargeBinary),
    _obligatoire("objet", LargeBinary),
    _obligatoire("empreinte", Text),
    _obligatoire("choix", Text),
    _texte("raison"),
    Column("vers", LargeBinary),
    _obligatoire("le", Text),
)

REFUS: tuple[Refus, ...] = tuple(
    refus
    for table in ("edition_repertoire", "proposition_faite", "proposition", "decision_proposition")
    for refus in immuable(table)
)
