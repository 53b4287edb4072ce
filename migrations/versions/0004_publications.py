"""Published documents and frozen periods.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.LargeBinary(), nullable=False),
        sa.Column("serie", sa.Text(), nullable=False),
        sa.Column("du", sa.Text(), nullable=False),
        sa.Column("au", sa.Text(), nullable=False),
        sa.Column("filtres", sa.Text(), nullable=False),
        sa.Column("parametres", sa.Text(), nullable=False),
        sa.Column("vocabulaire", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("coupure", sa.Text(), nullable=False),
        sa.Column("ecritures", sa.Integer(), nullable=False),
        sa.Column("condense", sa.Text(), nullable=False),
        sa.Column("timbre", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("releve", sa.LargeBinary(), nullable=False),
        sa.Column("comptes", sa.LargeBinary(), nullable=False),
        sa.Column("masque", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publication"),
        sa.UniqueConstraint("uuid", name="uq_publication_uuid"),
        sa.UniqueConstraint("code", name="uq_publication_code"),
    )
    op.create_table(
        "periode_close",
        sa.Column("publication_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("serie", sa.Text(), nullable=False),
        sa.Column("du", sa.Text(), nullable=False),
        sa.Column("au", sa.Text(), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("publication_id", name="pk_periode_close"),
        sa.UniqueConstraint("serie", "du", "au", name="uq_periode_close_serie_du_au"),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name="fk_periode_close_publication_id"
        ),
    )
    for table in ("publication", "periode_close"):
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
