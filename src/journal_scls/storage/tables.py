"""The tables of a dossier, as they are at the head of the migrations.

Words of the domain name tables and columns. Dates are ISO text (a local date has no time zone),
instants are UTC ISO text ending in Z, identifiers 16 bytes. An optional text is '' and never NULL;
NULL means that nobody said. Rows are not entities: repositories make values of them (ADR 0003).
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from journal_scls.storage.regles import SANS_JOURNAL, Refus, immuable

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _texte(nom: str) -> Column[str]:
    return Column(nom, Text, nullable=False, server_default=text("''"))


def _uuid() -> Column[bytes]:
    return Column("uuid", LargeBinary(16), CheckConstraint("length(uuid) = 16", "uuid"),
                  nullable=False, unique=True)  # fmt: skip


dossier = Table(
    "dossier",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", "un_seul"), primary_key=True),
    _uuid(),
    Column("role", Text, CheckConstraint("role IN ('intervenant', 'coordination')", "role"),
           nullable=False),
    Column("code", Text, nullable=False),
    _texte("employeur_type"),
    _texte("nom_affiche"),
    Column("demo", Boolean, nullable=False, server_default=false()),
    Column("cree_le", Text, nullable=False),
)  # fmt: skip

# What the user chose (text size, theme, delays): inside the dossier, never in clear beside it.
preference = Table(
    "preference",
    metadata,
    Column("nom", Text, primary_key=True),
    Column("valeur", Text, nullable=False),
)

# Sensitive acts, for the privacy officer: recovery code used, purge, restore. No content, ever.
evenement = Table(
    "evenement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("le", Text, nullable=False),
    Column("acte", Text, nullable=False),
    _texte("detail"),
)

organisme = Table(
    "organisme",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    _texte("code"),
    Column("nom", Text, nullable=False),
    Column("cle", Text, nullable=False, index=True),
    Column("tenure", Text, nullable=False),
    Column("valide_du", Text),
    Column("valide_au", Text),
    Column("successeur_id", ForeignKey("organisme.id")),
    Column("a_verifier", Boolean, nullable=False, server_default=false()),
)

milieu = Table(
    "milieu",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    _texte("code"),
    Column("nom", Text, nullable=False),
    Column("cle", Text, nullable=False, index=True),
    Column("a_verifier", Boolean, nullable=False, server_default=false()),
)

milieu_etat = Table(
    "milieu_etat",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("milieu_id", ForeignKey("milieu.id"), nullable=False),
    Column("depuis", Text),
    Column("organisme_id", ForeignKey("organisme.id")),
    Column("tenure", Text, nullable=False),
    _texte("mrc"),
    _texte("categorie_immeuble"),
    Column("nb_logements", Integer, CheckConstraint("nb_logements > 0", "nb_logements")),
    UniqueConstraint("milieu_id", "depuis"),
    # NULL ("as far back as anyone knows") is not equal to itself: it needs its own rule.
    Index("uq_milieu_etat_origine", "milieu_id", unique=True,
          sqlite_where=text("depuis IS NULL"), postgresql_where=text("depuis IS NULL")),
)  # fmt: skip

# A partner service one refers people to; the directory's own list, not a person's address book.
ressource = Table(
    "ressource",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    Column("nom", Text, nullable=False),
    Column("cle", Text, nullable=False, index=True),
    Column("destination", Text, nullable=False),
    Column("service", Text, nullable=False),
    _texte("mrc"),
    Column("valide_du", Text),
    Column("valide_au", Text),
    Column("a_verifier", Boolean, nullable=False, server_default=false()),
)

intervention = Table(
    "intervention",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    Column("creee_le", Text, nullable=False),
)

# Where a taken-over entry came from: the digest that makes a second takeover change nothing.
origine = Table(
    "origine",
    metadata,
    Column("cle", LargeBinary(16), primary_key=True),
    Column("intervention_id", ForeignKey("intervention.id"), nullable=False, index=True),
    _texte("id_externe"),
    sqlite_with_rowid=False,
)

# Append-only: a correction adds a row; only `courante` moves (triggers below forbid the rest).
revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("intervention_id", ForeignKey("intervention.id"), nullable=False),
    Column("numero", Integer, CheckConstraint("numero > 0", "numero"), nullable=False),
    Column("courante", Boolean, nullable=False),
    Column("statut", Text,
           CheckConstraint("statut IN ('FINALE', 'RECTIFIEE', 'ANNULEE')", "statut"),
           nullable=False),
    _texte("raison"),
    Column("vocabulaire", Text, nullable=False),
    Column("auteur", Text, nullable=False),
    Column("saisie_le", Text, nullable=False),
    Column("date_intervention", Text,
           CheckConstraint("length(date_intervention) = 10", "date_intervention"), nullable=False),
    Column("duree_min", Integer, CheckConstraint("duree_min BETWEEN 1 AND 1440", "duree_min"),
           nullable=False),
    Column("milieu_id", ForeignKey("milieu.id")),
    Column("organisme_id", ForeignKey("organisme.id")),
    Column("tenure", Text, nullable=False),
    _texte("mrc"),
    _texte("categorie_immeuble"),
    Column("volet", Text, nullable=False),
    Column("activite", Text, nullable=False),
    Column("categorie", Text, nullable=False),
    _texte("type_collectif"),
    Column("clientele", Text, nullable=False),
    _texte("modalite"),
    Column("nb_personnes", Integer, CheckConstraint("nb_personnes >= 0", "nb_personnes")),
    Column("nb_nouvelles", Integer),
    Column("age_0_11", Integer),
    Column("age_12_17", Integer),
    Column("age_18_35", Integer),
    Column("age_36_64", Integer),
    Column("age_65", Integer),
    _texte("projet"),
    _texte("personne"),
    _texte("suivi"),
    Column("suivi_le", Text),
    _texte("source_financement"),
    _texte("note"),
    _texte("fait_marquant"),
    UniqueConstraint("intervention_id", "numero"),
    Index("uq_revision_courante", "intervention_id", unique=True,
          sqlite_where=text("courante = 1"), postgresql_where=text("courante")),
    # The last two let the totals of a list be read from the index alone.
    Index("ix_revision_courante_date", "date_intervention", "intervention_id", "statut",
          "duree_min", "nb_personnes",
          sqlite_where=text("courante = 1"), postgresql_where=text("courante")),
    Index("ix_revision_courante_milieu", "milieu_id", "date_intervention",
          sqlite_where=text("courante = 1"), postgresql_where=text("courante")),
)  # fmt: skip

# The multi-choice fields: `liste` is activite, clientele, problematique or role (with `nombre`).
revision_code = Table(
    "revision_code",
    metadata,
    Column("revision_id", ForeignKey("revision.id"), nullable=False),
    Column("liste", Text, nullable=False),
    Column("rang", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("nombre", Integer),
    PrimaryKeyConstraint("revision_id", "liste", "rang"),
    sqlite_with_rowid=False,
)

reference = Table(
    "reference",
    metadata,
    Column("revision_id", ForeignKey("revision.id"), nullable=False),
    Column("rang", Integer, nullable=False),
    Column("destination", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("statut", Text, nullable=False, index=True),
    Column("ressource_id", ForeignKey("ressource.id")),
    Column("date_relance", Text),
    PrimaryKeyConstraint("revision_id", "rang"),
    sqlite_with_rowid=False,
)

# What is being typed, exactly as typed; `intervention` is set when an entry is being corrected.
brouillon = Table(
    "brouillon",
    metadata,
    Column("id", Integer, primary_key=True),
    _uuid(),
    Column("intervention", LargeBinary(16)),
    Column("contenu", Text, nullable=False),
    Column("modifie_le", Text, nullable=False),
)

# An entry may be destroyed only after its purge is written here (retention rules, with a reason).
purge = Table(
    "purge",
    metadata,
    Column("intervention", LargeBinary(16), primary_key=True),
    Column("le", Text, nullable=False),
    Column("raison", Text, nullable=False),
    sqlite_with_rowid=False,
)

_INDEXEE = "(NEW.note <> '' OR NEW.fait_marquant <> '')"
_DESINDEXER = """INSERT INTO recherche(recherche, rowid, note, fait_marquant)
  VALUES ('delete', OLD.id, OLD.note, OLD.fait_marquant)"""
_SANS_PURGE = """NOT EXISTS (SELECT 1 FROM purge p JOIN intervention i ON i.uuid = p.intervention
  WHERE i.id = OLD.intervention_id)"""
_ENFANT_SANS_PURGE = """NOT EXISTS (SELECT 1 FROM purge p
  JOIN intervention i ON i.uuid = p.intervention
  JOIN revision r ON r.intervention_id = i.id
  WHERE r.id = OLD.revision_id)"""
_COLONNES_FIXES = ", ".join(c.name for c in revision.columns if c.name != "courante")

# What metadata cannot say. Searching folds accents; `secure-delete` leaves no trace of a purge.
SQLITE_DDL: tuple[str, ...] = (
    """CREATE VIRTUAL TABLE recherche USING fts5(note, fait_marquant, content='revision',
  content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')""",
    "INSERT INTO recherche(recherche, rank) VALUES ('secure-delete', 1)",
    f"""CREATE TRIGGER revision_indexee AFTER INSERT ON revision
  WHEN NEW.courante = 1 AND {_INDEXEE}
BEGIN
  INSERT INTO recherche(rowid, note, fait_marquant)
  VALUES (NEW.id, NEW.note, NEW.fait_marquant);
END""",  # noqa: S608 - nothing but constants of this module
    f"""CREATE TRIGGER revision_remplacee AFTER UPDATE OF courante ON revision
  WHEN OLD.courante = 1 AND NEW.courante = 0 AND {_INDEXEE}
BEGIN
  {_DESINDEXER};
END""",
    f"""CREATE TRIGGER revision_purgee AFTER DELETE ON revision
  WHEN OLD.courante = 1 AND {_INDEXEE.replace("NEW", "OLD")}
BEGIN
  {_DESINDEXER};
END""",
    f"""CREATE TRIGGER revision_immuable BEFORE UPDATE OF {_COLONNES_FIXES} ON revision
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    """CREATE TRIGGER revision_remise BEFORE UPDATE OF courante ON revision
  WHEN NEW.courante = 1
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    f"""CREATE TRIGGER revision_indelebile BEFORE DELETE ON revision
  WHEN {_SANS_PURGE}
BEGIN
  SELECT RAISE(ABORT, 'revision sans purge');
END""",
    *(
        ddl
        for enfant in ("revision_code", "reference")
        for ddl in (
            f"""CREATE TRIGGER {enfant}_immuable BEFORE UPDATE ON {enfant}
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
            f"""CREATE TRIGGER {enfant}_indelebile BEFORE DELETE ON {enfant}
  WHEN {_ENFANT_SANS_PURGE}
BEGIN
  SELECT RAISE(ABORT, 'revision sans purge');
END""",
        )
    ),
)

# The registers; and on a server, where a coordination keeps what it received, no journal at all:
# so what a server's administrator may read holds no note, whatever a program would write.
REFUS: tuple[Refus, ...] = (
    *immuable("purge", "registre immuable"),
    *immuable("evenement", "registre immuable"),
)
_REFUSER = """CREATE FUNCTION refuser() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
END $$"""
POSTGRESQL_DDL: tuple[str, ...] = (
    _REFUSER,
    *(
        ddl
        for table in ("intervention", "revision", "brouillon")
        for ddl in Refus(f"{table}_absente", "INSERT", table, SANS_JOURNAL).ddl("postgresql")
    ),
)
