"""Lots: the outbox of a journal, the receptions and versions of a coordination.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Standard SQL: the same on SQLite and PostgreSQL.
VUES = (
    """CREATE VIEW lot_ecarte AS
SELECT l.journal, l.incarnation, l.seq, l.empreinte FROM reception l
WHERE l.seq > COALESCE(
  (SELECT MIN(r.apres_seq) FROM revocation r
    WHERE r.journal = l.journal AND r.incarnation = l.incarnation),
  (SELECT MIN(r.apres_seq) FROM revocation r
    WHERE r.journal = l.journal AND r.incarnation IS NULL),
  l.seq)""",
    """CREATE VIEW version_comptee AS
SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.retiree, v.ligne FROM version v
WHERE NOT EXISTS (SELECT 1 FROM revocation r WHERE r.journal = v.journal)
  OR NOT EXISTS (SELECT 1 FROM lot_ecarte e WHERE e.journal = v.journal
    AND e.incarnation = v.incarnation AND e.seq = v.seq)
  OR EXISTS (SELECT 1 FROM apport a WHERE a.journal = v.journal AND a.entree = v.entree
    AND a.epoque = v.epoque AND a.rev = v.rev AND a.empreinte = v.empreinte
    AND NOT EXISTS (SELECT 1 FROM lot_ecarte e WHERE e.journal = a.journal
      AND e.incarnation = a.incarnation AND e.seq = a.seq))""",
    """CREATE VIEW version_courante AS
SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.retiree, v.ligne
FROM version_comptee v
WHERE NOT EXISTS (SELECT 1 FROM version_comptee p
  WHERE p.journal = v.journal AND p.entree = v.entree
  AND (p.epoque, p.rev, p.empreinte) > (v.epoque, v.rev, v.empreinte))""",
    """CREATE VIEW conflit AS
SELECT journal, entree, epoque, rev, COUNT(*) AS versions FROM version_comptee
GROUP BY journal, entree, epoque, rev HAVING COUNT(*) > 1""",
    """CREATE VIEW bifurcation AS
SELECT journal, incarnation, seq, COUNT(*) AS lots FROM reception
GROUP BY journal, incarnation, seq HAVING COUNT(*) > 1""",
    """CREATE VIEW rupture AS
SELECT r.journal, r.incarnation, r.seq, r.empreinte FROM reception r
WHERE r.seq > 1
  AND EXISTS (SELECT 1 FROM reception p WHERE p.journal = r.journal
    AND p.incarnation = r.incarnation AND p.seq = r.seq - 1)
  AND NOT EXISTS (SELECT 1 FROM reception p WHERE p.journal = r.journal
    AND p.incarnation = r.incarnation AND p.seq = r.seq - 1
    AND coalesce(p.empreinte, '') = r.precedente)""",
    """CREATE VIEW trou AS
SELECT bornes.journal, bornes.incarnation, bornes.debut, MIN(suivant.seq) - 1 AS fin FROM (
  SELECT i.journal, i.incarnation, 1 AS debut FROM reception i
  GROUP BY i.journal, i.incarnation HAVING MIN(i.seq) > 1
  UNION
  SELECT a.journal, a.incarnation, a.seq + 1 AS debut FROM reception a
  WHERE NOT EXISTS (SELECT 1 FROM reception s WHERE s.journal = a.journal
    AND s.incarnation = a.incarnation AND s.seq = a.seq + 1)
) bornes JOIN reception suivant ON suivant.journal = bornes.journal
  AND suivant.incarnation = bornes.incarnation AND suivant.seq > bornes.debut
GROUP BY bornes.journal, bornes.incarnation, bornes.debut""",
)

# Tables whose rows never change once written.
IMMUABLES = ("identite", "inscription", "cle_journal", "revocation", "incarnation", "reception",
             "version", "apport", "decision", "accuse_recu", "accuse_emis")  # fmt: skip


def upgrade():
    _journal_qui_envoie()
    _coordination_qui_recoit()
    for ddl in VUES:
        op.execute(ddl)
    for table in IMMUABLES:
        _refuser(f"{table}_immuable", "UPDATE", table)
        _refuser(f"{table}_indelebile", "DELETE", table)
    _refuser(
        "region_immuable",
        "UPDATE OF id, uuid, nom, cle_signature, destinataires, politique, nonce, demandee_le",
        "region",
    )
    _refuser("region_acceptee", "UPDATE OF acceptee_le", "region", si="OLD.acceptee_le IS NOT NULL")
    _refuser("region_indelebile", "DELETE", "region", si="OLD.acceptee_le IS NOT NULL")
    _refuser(
        "invitation_immuable",
        "UPDATE",
        "invitation",
        si="OLD.journal IS NOT NULL OR NEW.nonce <> OLD.nonce OR NEW.creee_le <> OLD.creee_le",
    )
    _refuser("invitation_indelebile", "DELETE", "invitation")
    _refuser(
        "envoi_immuable",
        "UPDATE OF incarnation_id, seq, genre, empreinte, conteneur, ecritures, cree_le",
        "envoi",
    )
    _refuser("envoi_indelebile", "DELETE", "envoi")
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "ALTER TABLE identite ADD CONSTRAINT ck_identite_scellee CHECK ("
            "length(cle_signature) = 60 AND starts_with(cle_age, 'scelle:') AND "
            "(cle_secours = '' OR starts_with(cle_secours, 'scelle:')))"
        )


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


def _journal_qui_envoie():
    op.create_table(
        "identite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "cle_signature",
            sa.LargeBinary(),
            sa.CheckConstraint("length(cle_signature) IN (32, 60)", name="ck_identite_cle"),
            nullable=False,
        ),
        sa.Column("cle_age", sa.Text(), nullable=False),
        sa.Column("cle_secours", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("depuis_seq", sa.Integer(), nullable=False),
        sa.Column("creee_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identite"),
    )
    op.create_table(
        "region",
        sa.Column(
            "id",
            sa.Integer(),
            sa.CheckConstraint("id = 1", name="ck_region_une_seule"),
            nullable=False,
        ),
        sa.Column("uuid", sa.LargeBinary(), nullable=False),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("cle_signature", sa.LargeBinary(), nullable=False),
        sa.Column("destinataires", sa.Text(), nullable=False),
        sa.Column("politique", sa.Text(), nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("demandee_le", sa.Text(), nullable=False),
        sa.Column("acceptee_le", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_region"),
    )
    op.create_table(
        "incarnation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.LargeBinary(), nullable=False),
        sa.Column(
            "epoque",
            sa.Integer(),
            sa.CheckConstraint("epoque > 0", name="ck_incarnation_epoque"),
            nullable=False,
        ),
        sa.Column("remplace", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("ouverte_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incarnation"),
        sa.UniqueConstraint("uuid", name="uq_incarnation_uuid"),
        sa.UniqueConstraint("epoque", name="uq_incarnation_epoque"),
    )
    op.create_table(
        "envoi",
        sa.Column("incarnation_id", sa.Integer(), nullable=False),
        sa.Column(
            "seq", sa.Integer(), sa.CheckConstraint("seq > 0", name="ck_envoi_seq"), nullable=False
        ),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("conteneur", sa.LargeBinary(), nullable=False),
        sa.Column("ecritures", sa.Integer(), nullable=False),
        sa.Column("cree_le", sa.Text(), nullable=False),
        sa.Column("ecrit_le", sa.Text(), nullable=True),
        sa.Column("accuse", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("incarnation_id", "seq", name="pk_envoi"),
        sa.UniqueConstraint("empreinte", name="uq_envoi_empreinte"),
        sa.ForeignKeyConstraint(
            ["incarnation_id"], ["incarnation.id"], name="fk_envoi_incarnation_id"
        ),
    )
    op.create_table(
        "fichier_ecrit",
        sa.Column("fichier", sa.Text(), nullable=False),
        sa.Column("incarnation_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fichier", name="pk_fichier_ecrit"),
        sa.ForeignKeyConstraint(
            ["incarnation_id", "seq"],
            ["envoi.incarnation_id", "envoi.seq"],
            name="fk_fichier_ecrit_incarnation_id_seq",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "partage",
        sa.Column("entree", sa.LargeBinary(), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("retiree", sa.Boolean(), nullable=False),
        sa.Column("contenu", sa.LargeBinary(), nullable=False),
        sa.Column("ligne", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entree", name="pk_partage"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "accuse_recu",
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.Column("recu_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("empreinte", name="pk_accuse_recu"),
        sqlite_with_rowid=False,
    )


def _coordination_qui_recoit():
    op.create_table(
        "invitation",
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("creee_le", sa.Text(), nullable=False),
        sa.Column("journal", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("nonce", name="pk_invitation"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inscription",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("nom", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("acceptee_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("journal", name="pk_inscription"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cle_journal",
        sa.Column(
            "cle",
            sa.LargeBinary(),
            sa.CheckConstraint("length(cle) = 32", name="ck_cle_journal_cle"),
            nullable=False,
        ),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.Column("cle_age", sa.Text(), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("depuis_seq", sa.Integer(), nullable=False),
        sa.Column("acceptee_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("cle", name="pk_cle_journal"),
        sa.UniqueConstraint("cle_age", name="uq_cle_journal_cle_age"),
        sa.UniqueConstraint("journal", "rang", name="uq_cle_journal_journal_rang"),
        sa.ForeignKeyConstraint(
            ["journal"], ["inscription.journal"], name="fk_cle_journal_journal"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "revocation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(), nullable=True),
        sa.Column("apres_seq", sa.Integer(), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.Column("raison", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["journal"], ["inscription.journal"], name="fk_revocation_journal"),
        sa.PrimaryKeyConstraint("id", name="pk_revocation"),
    )
    op.create_table(
        "reception",
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("precedente", sa.Text(), nullable=True),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("depuis_accuse", sa.Integer(), nullable=False),
        sa.Column("etat_nombre", sa.Integer(), nullable=False),
        sa.Column("etat_condense", sa.Text(), nullable=False),
        sa.Column("manifeste", sa.LargeBinary(), nullable=False),
        sa.Column("fichier", sa.Text(), nullable=False),
        sa.Column("recue_le", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["journal"], ["inscription.journal"], name="fk_reception_journal"),
        sa.PrimaryKeyConstraint("empreinte", name="pk_reception"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "version",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("entree", sa.LargeBinary(), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("empreinte", sa.LargeBinary(), nullable=False),
        sa.Column("retiree", sa.Boolean(), nullable=False),
        sa.Column("ligne", sa.LargeBinary(), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "journal", "entree", "epoque", "rev", "empreinte", name="pk_version"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "apport",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("entree", sa.LargeBinary(), nullable=False),
        sa.Column("epoque", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("empreinte", sa.LargeBinary(), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "journal",
            "entree",
            "epoque",
            "rev",
            "empreinte",
            "incarnation",
            "seq",
            name="pk_apport",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fichier_recu",
        sa.Column("fichier", sa.Text(), nullable=False),
        sa.Column("resultat", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("journal", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("vu_le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fichier", name="pk_fichier_recu"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("objet", sa.Text(), nullable=False),
        sa.Column("choix", sa.Text(), nullable=False),
        sa.Column("raison", sa.Text(), nullable=False),
        sa.Column("le", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_table(
        "accuse_emis",
        sa.Column("journal", sa.LargeBinary(), nullable=False),
        sa.Column("numero", sa.Integer(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.Column("emis_le", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["journal"], ["inscription.journal"], name="fk_accuse_emis_journal"
        ),
        sa.PrimaryKeyConstraint("journal", "numero", name="pk_accuse_emis"),
        sqlite_with_rowid=False,
    )
