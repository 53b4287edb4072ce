"""The dossier, its directory, the journal and its search.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Full-text search and immutability of a journal, as SQLite writes them.
SQLITE_DDL = (
    """CREATE VIRTUAL TABLE recherche USING fts5(note, fait_marquant, content='revision',
  content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')""",
    "INSERT INTO recherche(recherche, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER revision_indexee AFTER INSERT ON revision
  WHEN NEW.courante = 1 AND (NEW.note <> '' OR NEW.fait_marquant <> '')
BEGIN
  INSERT INTO recherche(rowid, note, fait_marquant)
  VALUES (NEW.id, NEW.note, NEW.fait_marquant);
END""",
    """CREATE TRIGGER revision_remplacee AFTER UPDATE OF courante ON revision
  WHEN OLD.courante = 1 AND NEW.courante = 0 AND (NEW.note <> '' OR NEW.fait_marquant <> '')
BEGIN
  INSERT INTO recherche(recherche, rowid, note, fait_marquant)
  VALUES ('delete', OLD.id, OLD.note, OLD.fait_marquant);
END""",
    """CREATE TRIGGER revision_purgee AFTER DELETE ON revision
  WHEN OLD.courante = 1 AND (OLD.note <> '' OR OLD.fait_marquant <> '')
BEGIN
  INSERT INTO recherche(recherche, rowid, note, fait_marquant)
  VALUES ('delete', OLD.id, OLD.note, OLD.fait_marquant);
END""",
    """CREATE TRIGGER revision_immuable BEFORE UPDATE OF id, intervention_id, numero, statut,
  raison, vocabulaire, auteur, saisie_le, date_intervention, duree_min, milieu_id, organisme_id,
  tenure, mrc, categorie_immeuble, volet, activite, categorie, type_collectif, clientele, modalite,
  nb_personnes, nb_nouvelles, age_0_11, age_12_17, age_18_35, age_36_64, age_65, projet,
  personne, suivi, suivi_le, source_financement, note, fait_marquant ON revision
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    """CREATE TRIGGER revision_remise BEFORE UPDATE OF courante ON revision
  WHEN NEW.courante = 1
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    """CREATE TRIGGER revision_indelebile BEFORE DELETE ON revision
  WHEN NOT EXISTS (SELECT 1 FROM purge p JOIN intervention i ON i.uuid = p.intervention
  WHERE i.id = OLD.intervention_id)
BEGIN
  SELECT RAISE(ABORT, 'revision sans purge');
END""",
    """CREATE TRIGGER revision_code_immuable BEFORE UPDATE ON revision_code
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    """CREATE TRIGGER revision_code_indelebile BEFORE DELETE ON revision_code
  WHEN NOT EXISTS (SELECT 1 FROM purge p
  JOIN intervention i ON i.uuid = p.intervention
  JOIN revision r ON r.intervention_id = i.id
  WHERE r.id = OLD.revision_id)
BEGIN
  SELECT RAISE(ABORT, 'revision sans purge');
END""",
    """CREATE TRIGGER reference_immuable BEFORE UPDATE ON reference
BEGIN
  SELECT RAISE(ABORT, 'revision immuable');
END""",
    """CREATE TRIGGER reference_indelebile BEFORE DELETE ON reference
  WHEN NOT EXISTS (SELECT 1 FROM purge p
  JOIN intervention i ON i.uuid = p.intervention
  JOIN revision r ON r.intervention_id = i.id
  WHERE r.id = OLD.revision_id)
BEGIN
  SELECT RAISE(ABORT, 'revision sans purge');
END""",
)


# A server holds the same tables for a coordination, which receives lots and types nothing: no note
# ever stands there, because the database refuses it.
POSTGRESQL_DDL = (
    """CREATE FUNCTION refuser() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
END $$""",
    """CREATE TRIGGER intervention_absente BEFORE INSERT ON intervention FOR EACH ROW
  EXECUTE FUNCTION refuser('aucune saisie sur un serveur')""",
    """CREATE TRIGGER revision_absente BEFORE INSERT ON revision FOR EACH ROW
  EXECUTE FUNCTION refuser('aucune saisie sur un serveur')""",
    """CREATE TRIGGER brouillon_absente BEFORE INSERT ON brouillon FOR EACH ROW
  EXECUTE FUNCTION refuser('aucune saisie sur un serveur')""",
)


def upgrade():
    _dossier()
    _repertoire()
    _journal()
    _saisie()
    sqlite = op.get_context().dialect.name == "sqlite"
    for ddl in SQLITE_DDL if sqlite else POSTGRESQL_DDL:
        op.get_bind().exec_driver_sql(ddl)
    for registre in ("purge", "evenement"):
        _refuser(f"{registre}_immuable", "UPDATE", registre, "registre immuable")
        _refuser(f"{registre}_indelebile", "DELETE", registre, "registre immuable")


def downgrade():
    raise NotImplementedError("a journal goes back by restoring the copy made before it moved")


def _refuser(nom, quand, table, message="ligne immuable", si=""):
    """A trigger that refuses a write, in the words of each dialect (CONTRIBUTING.md)."""
    debut = f"CREATE TRIGGER {nom} BEFORE {quand} ON {table}"
    if op.get_context().dialect.name == "sqlite":
        si = f"\nWHEN {si}" if si else ""
        op.execute(f"{debut}{si}\nBEGIN\n  SELECT RAISE(ABORT, '{message}');\nEND")
        return
    si = f" WHEN ({si})" if si else ""
    refuser = f"EXECUTE FUNCTION refuser('{message}')"
    op.execute(f"{debut} FOR EACH ROW{si} {refuser}")
    if quand == "DELETE":
        op.execute(
            f"CREATE TRIGGER {nom}_vide BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuser}"
        )


def _dossier():
    op.create_table(
        "dossier",
        sa.Column(
            "id",
            sa.Integer(),
            sa.CheckConstraint("id = 1", name="ck_dossier_un_seul"),
            nullable=False,
        ),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_dossier_uuid"),
            nullable=False,
        ),
        sa.Column(
            "role",
            sa.Text(),
            sa.CheckConstraint("role IN ('intervenant', 'coordination')", name="ck_dossier_role"),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("employeur_type", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("nom_affiche", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("demo", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("cree_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dossier"),
        sa.UniqueConstraint("uuid", name="uq_dossier_uuid"),
    )
    op.create_table(
        "preference",
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("valeur", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("nom", name="pk_preference"),
    )
    op.create_table(
        "evenement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.Column("acte", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.PrimaryKeyConstraint("id", name="pk_evenement"),
    )


def _repertoire():
    op.create_table(
        "organisme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_organisme_uuid"),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("cle", sa.Text(), nullable=False),
        sa.Column("tenure", sa.Text(), nullable=False),
        sa.Column("valide_du", sa.Text()),
        sa.Column("valide_au", sa.Text()),
        sa.Column("successeur_id", sa.Integer()),
        sa.Column("a_verifier", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_organisme"),
        sa.UniqueConstraint("uuid", name="uq_organisme_uuid"),
        sa.ForeignKeyConstraint(
            ["successeur_id"], ["organisme.id"], name="fk_organisme_successeur_id"
        ),
    )
    op.create_index("ix_organisme_cle", "organisme", ["cle"], unique=False)
    op.create_table(
        "milieu",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_milieu_uuid"),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("cle", sa.Text(), nullable=False),
        sa.Column("a_verifier", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_milieu"),
        sa.UniqueConstraint("uuid", name="uq_milieu_uuid"),
    )
    op.create_index("ix_milieu_cle", "milieu", ["cle"], unique=False)
    op.create_table(
        "milieu_etat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milieu_id", sa.Integer(), nullable=False),
        sa.Column("depuis", sa.Text()),
        sa.Column("organisme_id", sa.Integer()),
        sa.Column("tenure", sa.Text(), nullable=False),
        sa.Column("mrc", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("categorie_immeuble", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column(
            "nb_logements",
            sa.Integer(),
            sa.CheckConstraint("nb_logements > 0", name="ck_milieu_etat_nb_logements"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_milieu_etat"),
        sa.UniqueConstraint("milieu_id", "depuis", name="uq_milieu_etat_milieu_id_depuis"),
        sa.ForeignKeyConstraint(["milieu_id"], ["milieu.id"], name="fk_milieu_etat_milieu_id"),
        sa.ForeignKeyConstraint(
            ["organisme_id"], ["organisme.id"], name="fk_milieu_etat_organisme_id"
        ),
    )
    op.create_index(
        "uq_milieu_etat_origine",
        "milieu_etat",
        ["milieu_id"],
        unique=True,
        sqlite_where=sa.text("depuis IS NULL"),
        postgresql_where=sa.text("depuis IS NULL"),
    )
    op.create_table(
        "ressource",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_ressource_uuid"),
            nullable=False,
        ),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("cle", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.PrimaryKeyConstraint("id", name="pk_ressource"),
        sa.UniqueConstraint("uuid", name="uq_ressource_uuid"),
    )
    op.create_index("ix_ressource_cle", "ressource", ["cle"], unique=False)


def _journal():
    op.create_table(
        "intervention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_intervention_uuid"),
            nullable=False,
        ),
        sa.Column("creee_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intervention"),
        sa.UniqueConstraint("uuid", name="uq_intervention_uuid"),
    )
    op.create_table(
        "origine",
        sa.Column("cle", sa.LargeBinary(16), nullable=False),
        sa.Column("intervention_id", sa.Integer(), nullable=False),
        sa.Column("id_externe", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.PrimaryKeyConstraint("cle", name="pk_origine"),
        sa.ForeignKeyConstraint(
            ["intervention_id"], ["intervention.id"], name="fk_origine_intervention_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_origine_intervention_id", "origine", ["intervention_id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("intervention_id", sa.Integer(), nullable=False),
        sa.Column(
            "numero",
            sa.Integer(),
            sa.CheckConstraint("numero > 0", name="ck_revision_numero"),
            nullable=False,
        ),
        sa.Column("courante", sa.Boolean(), nullable=False),
        sa.Column(
            "statut",
            sa.Text(),
            sa.CheckConstraint(
                "statut IN ('FINALE', 'RECTIFIEE', 'ANNULEE')", name="ck_revision_statut"
            ),
            nullable=False,
        ),
        sa.Column("raison", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("vocabulaire", sa.Text(), nullable=False),
        sa.Column("auteur", sa.Text(), nullable=False),
        sa.Column("saisie_le", sa.Text(), nullable=False),
        sa.Column(
            "date_intervention",
            sa.Text(),
            sa.CheckConstraint(
                "length(date_intervention) = 10", name="ck_revision_date_intervention"
            ),
            nullable=False,
        ),
        sa.Column(
            "duree_min",
            sa.Integer(),
            sa.CheckConstraint("duree_min BETWEEN 1 AND 1440", name="ck_revision_duree_min"),
            nullable=False,
        ),
        sa.Column("milieu_id", sa.Integer()),
        sa.Column("organisme_id", sa.Integer()),
        sa.Column("tenure", sa.Text(), nullable=False),
        sa.Column("mrc", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("categorie_immeuble", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("volet", sa.Text(), nullable=False),
        sa.Column("activite", sa.Text(), nullable=False),
        sa.Column("categorie", sa.Text(), nullable=False),
        sa.Column("type_collectif", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("clientele", sa.Text(), nullable=False),
        sa.Column("modalite", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column(
            "nb_personnes",
            sa.Integer(),
            sa.CheckConstraint("nb_personnes >= 0", name="ck_revision_nb_personnes"),
        ),
        sa.Column("nb_nouvelles", sa.Integer()),
        sa.Column("age_0_11", sa.Integer()),
        sa.Column("age_12_17", sa.Integer()),
        sa.Column("age_18_35", sa.Integer()),
        sa.Column("age_36_64", sa.Integer()),
        sa.Column("age_65", sa.Integer()),
        sa.Column("projet", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("personne", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("suivi", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("suivi_le", sa.Text()),
        sa.Column("source_financement", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("note", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("fait_marquant", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("intervention_id", "numero", name="uq_revision_intervention_id_numero"),
        sa.ForeignKeyConstraint(
            ["intervention_id"], ["intervention.id"], name="fk_revision_intervention_id"
        ),
        sa.ForeignKeyConstraint(["milieu_id"], ["milieu.id"], name="fk_revision_milieu_id"),
        sa.ForeignKeyConstraint(
            ["organisme_id"], ["organisme.id"], name="fk_revision_organisme_id"
        ),
    )
    op.create_index(
        "ix_revision_courante_date",
        "revision",
        ["date_intervention", "intervention_id", "statut", "duree_min", "nb_personnes"],
        unique=False,
        sqlite_where=sa.text("courante = 1"),
        postgresql_where=sa.text("courante"),
    )
    op.create_index(
        "ix_revision_courante_milieu",
        "revision",
        ["milieu_id", "date_intervention"],
        unique=False,
        sqlite_where=sa.text("courante = 1"),
        postgresql_where=sa.text("courante"),
    )
    op.create_index(
        "uq_revision_courante",
        "revision",
        ["intervention_id"],
        unique=True,
        sqlite_where=sa.text("courante = 1"),
        postgresql_where=sa.text("courante"),
    )
    op.create_table(
        "revision_code",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("liste", sa.Text(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("nombre", sa.Integer()),
        sa.PrimaryKeyConstraint("revision_id", "liste", "rang", name="pk_revision_code"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_revision_code_revision_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reference",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("statut", sa.Text(), nullable=False),
        sa.Column("ressource_id", sa.Integer()),
        sa.Column("date_relance", sa.Text()),
        sa.PrimaryKeyConstraint("revision_id", "rang", name="pk_reference"),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name="fk_reference_revision_id"),
        sa.ForeignKeyConstraint(
            ["ressource_id"], ["ressource.id"], name="fk_reference_ressource_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reference_statut", "reference", ["statut"], unique=False)


def _saisie():
    op.create_table(
        "brouillon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_brouillon_uuid"),
            nullable=False,
        ),
        sa.Column("intervention", sa.LargeBinary(16)),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.Column("modifie_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brouillon"),
        sa.UniqueConstraint("uuid", name="uq_brouillon_uuid"),
    )
    op.create_table(
        "purge",
        sa.Column("intervention", sa.LargeBinary(16), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.Column("raison", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("intervention", name="pk_purge"),
        sqlite_with_rowid=False,
    )
