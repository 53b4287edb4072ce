"""What helps typing: templates, and the ways to what is due.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "modele",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uuid",
            sa.LargeBinary(16),
            sa.CheckConstraint("length(uuid) = 16", name="ck_modele_uuid"),
            nullable=False,
        ),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_modele"),
        sa.UniqueConstraint("uuid", name="uq_modele_uuid"),
    )
    op.create_index(
        "ix_revision_suivi_le",
        "revision",
        ["suivi_le"],
        sqlite_where=sa.text("courante = 1 AND suivi_le IS NOT NULL"),
        postgresql_where=sa.text("courante AND suivi_le IS NOT NULL"),
    )
    op.create_index(
        "ix_reference_date_relance",
        "reference",
        ["date_relance"],
        sqlite_where=sa.text("date_relance IS NOT NULL"),
        postgresql_where=sa.text("date_relance IS NOT NULL"),
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER modele_absente BEFORE INSERT ON modele FOR EACH ROW "
            "EXECUTE FUNCTION refuser('aucune saisie sur un serveur')"
        )


def downgrade():
    raise NotImplementedError("a journal goes back by restoring the copy made before it moved")
