"""Columns of figures kept per journal and month, a cache of what was received.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "segment_code",
        sa.Column("groupe", sa.Text(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("valeur", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("groupe", "code", name="pk_segment_code"),
        sa.UniqueConstraint("groupe", "valeur", name="uq_segment_code_groupe_valeur"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "segment",
        sa.Column("mois", sa.Text(), nullable=False),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("lignes", sa.LargeBinary(), nullable=False),
        sa.Column("empreintes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("mois", "journal", name="pk_segment"),
    )
    op.create_table(
        "segment_journal",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("actes", sa.Integer(), nullable=False),
        sa.Column("forme", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("journal", name="pk_segment_journal"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "etat_tenu",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("actes", sa.Integer(), nullable=False),
        sa.Column("nombre", sa.Integer(), nullable=False),
        sa.Column("condense", sa.Text(), nullable=False),
        sa.Column("ecritures", sa.Integer(), nullable=False),
        sa.Column("conflits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("journal", name="pk_etat_tenu"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_reception_journal",
        "reception",
        [
            "journal",
            "incarnation",
            "seq",
            "epoque",
            "precedente",
            "genre",
            "etat_nombre",
            "etat_condense",
            "fichier",
            "recue_le",
        ],
        unique=False,
    )


def downgrade():
    raise NotImplementedError("a journal goes back by restoring the copy made before it moved")
