"""The region's directory: partner services, projects, committees, packages.

The column `projet` of a revision now holds the code of a project or of a committee. Nothing that
was typed there moves: it is text that no code matches, still read and never shared.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

AJOUT_SEUL = ("edition_repertoire", "proposition_faite", "proposition", "decision_proposition")


def upgrade():
    _services()
    _projets()
    _comites()
    _region()
    _propositions()
    for table in AJOUT_SEUL:
        _refuser(f"{table}_immuable", "UPDATE", table)
        _refuser(f"{table}_indelebile", "DELETE", table)


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


def _uuid(table):
    return sa.Column(
        "uuid",
        sa.LargeBinary(16),
        sa.CheckConstraint("length(uuid) = 16", name=f"ck_{table}_uuid"),
        nullable=False,
    )


def _texte(nom):
    return sa.Column(nom, sa.Text(), server_default=sa.text("''"), nullable=False)


def _obligatoire(nom, type_):
    return sa.Column(nom, type_, nullable=False)


def _a_verifier():
    return sa.Column("a_verifier", sa.Boolean(), server_default=sa.false(), nullable=False)


def _services():
    """The table is made anew, with its rows: SQLite adds columns after the constraints only."""
    serveur = op.get_context().dialect.name == "postgresql"
    op.execute("CREATE TABLE ressource_avant AS SELECT * FROM ressource")
    if serveur:
        op.drop_constraint("fk_reference_ressource_id", "reference", type_="foreignkey")
    op.drop_table("ressource")
    op.create_table(
        "ressource",
        sa.Column("id", sa.Integer(), nullable=False),
        _uuid("ressource"),
        _obligatoire("nom", sa.Text()),
        _obligatoire("cle", sa.Text()),
        _obligatoire("destination", sa.Text()),
        _obligatoire("service", sa.Text()),
        _texte("mrc"),
        sa.Column("valide_du", sa.Text(), nullable=True),
        sa.Column("valide_au", sa.Text(), nullable=True),
        _a_verifier(),
        sa.PrimaryKeyConstraint("id", name="pk_ressource"),
        sa.UniqueConstraint("uuid", name="uq_ressource_uuid"),
    )
    op.create_index("ix_ressource_cle", "ressource", ["cle"], unique=False)
    op.execute(
        "INSERT INTO ressource (id, uuid, nom, cle, destination, service) "
        "SELECT id, uuid, nom, cle, destination, service FROM ressource_avant"
    )
    op.drop_table("ressource_avant")
    if serveur:
        op.create_foreign_key(
            "fk_reference_ressource_id", "reference", "ressource", ["ressource_id"], ["id"]
        )


def _projets():
    op.create_table(
        "projet",
        sa.Column("id", sa.Integer(), nullable=False),
        _uuid("projet"),
        _obligatoire("code", sa.Text()),
        _texte("anciens_codes"),
        _obligatoire("titre", sa.Text()),
        _obligatoire("type", sa.Text()),
        _obligatoire("statut", sa.Text()),
        sa.Column("debut", sa.Text(), nullable=True),
        sa.Column("fin", sa.Text(), nullable=True),
        _texte("objectif"),
        _texte("source_financement"),
        _a_verifier(),
        sa.PrimaryKeyConstraint("id", name="pk_projet"),
        sa.UniqueConstraint("uuid", name="uq_projet_uuid"),
    )
    op.create_table(
        "projet_lien",
        sa.Column("projet_id", sa.Integer(), nullable=False),
        _obligatoire("liste", sa.Text()),
        _obligatoire("rang", sa.Integer()),
        _obligatoire("objet", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("projet_id", "liste", "rang", name="pk_projet_lien"),
        sa.ForeignKeyConstraint(["projet_id"], ["projet.id"], name="fk_projet_lien_projet_id"),
        sqlite_with_rowid=False,
    )


def _comites():
    op.create_table(
        "comite",
        sa.Column("id", sa.Integer(), nullable=False),
        _uuid("comite"),
        _obligatoire("code", sa.Text()),
        _texte("anciens_codes"),
        _obligatoire("titre", sa.Text()),
        _obligatoire("instance", sa.Text()),
        sa.Column("debut", sa.Text(), nullable=True),
        sa.Column("fin", sa.Text(), nullable=True),
        _a_verifier(),
        sa.PrimaryKeyConstraint("id", name="pk_comite"),
        sa.UniqueConstraint("uuid", name="uq_comite_uuid"),
    )
    op.create_table(
        "comite_role",
        sa.Column("comite_id", sa.Integer(), nullable=False),
        _obligatoire("rang", sa.Integer()),
        _obligatoire("role", sa.Text()),
        sa.Column(
            "nombre",
            sa.Integer(),
            sa.CheckConstraint("nombre > 0", name="ck_comite_role_nombre"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("comite_id", "rang", name="pk_comite_role"),
        sa.ForeignKeyConstraint(["comite_id"], ["comite.id"], name="fk_comite_role_comite_id"),
        sqlite_with_rowid=False,
    )


def _region():
    op.create_table(
        "fusion",
        _obligatoire("de", sa.LargeBinary()),
        _obligatoire("regionale", sa.Boolean()),
        _obligatoire("genre", sa.Text()),
        _obligatoire("vers", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("de", "regionale", name="pk_fusion"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "avis_region",
        _obligatoire("objet", sa.LargeBinary()),
        _obligatoire("publie", sa.Boolean()),
        _texte("raison"),
        sa.PrimaryKeyConstraint("objet", name="pk_avis_region"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edition_repertoire",
        _obligatoire("empreinte", sa.Text()),
        sa.Column(
            "numero",
            sa.Integer(),
            sa.CheckConstraint("numero > 0", name="ck_edition_repertoire_numero"),
            nullable=False,
        ),
        _texte("precedente"),
        _obligatoire("condense", sa.Text()),
        _obligatoire("du", sa.Text()),
        _obligatoire("paquet", sa.LargeBinary()),
        _obligatoire("le", sa.Text()),
        sa.PrimaryKeyConstraint("empreinte", name="pk_edition_repertoire"),
        sa.UniqueConstraint("numero", name="uq_edition_repertoire_numero"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "vocabulaire_region",
        _obligatoire("edition", sa.Text()),
        _obligatoire("contenu", sa.Text()),
        sa.PrimaryKeyConstraint("edition", name="pk_vocabulaire_region"),
        sqlite_with_rowid=False,
    )


def _propositions():
    op.create_table(
        "proposition_faite",
        sa.Column(
            "numero",
            sa.Integer(),
            sa.CheckConstraint("numero > 0", name="ck_proposition_faite_numero"),
            nullable=False,
        ),
        _obligatoire("contenu", sa.Text()),
        _obligatoire("le", sa.Text()),
        sa.PrimaryKeyConstraint("numero", name="pk_proposition_faite"),
    )
    op.create_table(
        "proposition",
        _obligatoire("journal", sa.LargeBinary()),
        _obligatoire("objet", sa.LargeBinary()),
        _obligatoire("empreinte", sa.Text()),
        _obligatoire("numero", sa.Integer()),
        _obligatoire("contenu", sa.Text()),
        _obligatoire("recue_le", sa.Text()),
        sa.ForeignKeyConstraint(
            ["journal"], ["inscription.journal"], name="fk_proposition_journal"
        ),
        sa.PrimaryKeyConstraint("journal", "objet", "empreinte", name="pk_proposition"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision_proposition",
        sa.Column("id", sa.Integer(), nullable=False),
        _obligatoire("journal", sa.LargeBinary()),
        _obligatoire("objet", sa.LargeBinary()),
        _obligatoire("empreinte", sa.Text()),
        _obligatoire("choix", sa.Text()),
        _texte("raison"),
        sa.Column("vers", sa.LargeBinary(), nullable=True),
        _obligatoire("le", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_decision_proposition"),
    )
