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
    """CREATE VIEW version_courante AS
SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.retiree, v.ligne FROM version v
WHERE NOT EXISTS (SELECT 1 FROM version p WHERE p.journal = v.journal AND p.entree = v.entree
  AND (p.epoque, p.rev, p.empreinte) > (v.epoque, v.rev, v.empreinte))""",
    """CREATE VIEW conflit AS
SELECT journal, entree, epoque, rev, COUNT(*) AS versions FROM version
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
    AND p.incarnation = r.incarnation AND p.seq = r.seq - 1 AND p.empreinte = r.precedente)""",
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

# What may not be rewritten. PostgreSQL says it in its own words, when a coordination moves there.
SQLITE_DDL = (
    """CREATE TRIGGER identite_immuable BEFORE UPDATE ON identite
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER identite_indelebile BEFORE DELETE ON identite
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER inscription_immuable BEFORE UPDATE ON inscription
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER inscription_indelebile BEFORE DELETE ON inscription
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER cle_journal_immuable BEFORE UPDATE ON cle_journal
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER cle_journal_indelebile BEFORE DELETE ON cle_journal
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER revocation_immuable BEFORE UPDATE ON revocation
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER revocation_indelebile BEFORE DELETE ON revocation
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER incarnation_immuable BEFORE UPDATE ON incarnation
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER incarnation_indelebile BEFORE DELETE ON incarnation
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER reception_immuable BEFORE UPDATE ON reception
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER reception_indelebile BEFORE DELETE ON reception
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER version_immuable BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER version_indelebile BEFORE DELETE ON version
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER decision_immuable BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER decision_indelebile BEFORE DELETE ON decision
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER accuse_recu_immuable BEFORE UPDATE ON accuse_recu
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER accuse_recu_indelebile BEFORE DELETE ON accuse_recu
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER accuse_emis_immuable BEFORE UPDATE ON accuse_emis
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER accuse_emis_indelebile BEFORE DELETE ON accuse_emis
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER region_immuable
BEFORE UPDATE OF id, uuid, nom, cle_signature, destinataires, politique, nonce, demandee_le
ON region
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER region_acceptee BEFORE UPDATE OF acceptee_le ON region
WHEN OLD.acceptee_le IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER region_indelebile BEFORE DELETE ON region WHEN OLD.acceptee_le IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER invitation_immuable BEFORE UPDATE ON invitation
WHEN OLD.journal IS NOT NULL OR NEW.nonce <> OLD.nonce OR NEW.creee_le <> OLD.creee_le
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER invitation_indelebile BEFORE DELETE ON invitation
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER envoi_immuable
BEFORE UPDATE OF incarnation_id, seq, genre, empreinte, conteneur, ecritures, cree_le ON envoi
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
    """CREATE TRIGGER envoi_indelebile BEFORE DELETE ON envoi
BEGIN
  SELECT RAISE(ABORT, 'ligne immuable');
END""",
)


def upgrade():
    _journal_qui_envoie()
    _coordination_qui_recoit()
    for ddl in VUES:
        op.execute(ddl)
    if op.get_context().dialect.name == "sqlite":
        for ddl in SQLITE_DDL:
            op.execute(ddl)


def downgrade():
    raise NotImplementedError("a journal goes back by restoring the copy made before it moved")


def _journal_qui_envoie():
    op.create_table(
        "identite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "cle_signature",
            sa.LargeBinary(),
            sa.CheckConstraint("length(cle_signature) = 32", name="ck_identite_cle"),
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
        sa.PrimaryKeyConstraint(
            "journal", "entree", "epoque", "rev", "empreinte", name="pk_version"
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
