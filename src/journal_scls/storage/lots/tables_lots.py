"""The tables of the lots: what a journal hands over, what a coordination receives.

A coordination keeps two append-only sets, receptions (by manifest) and versions (by content);
everything else it says (current entries, conflicts, forks, breaks, gaps) is a view over them, so
that any order, any duplicate and any interruption of the lots end in the same state. Pinned keys
never change in place: a rotation adds a row. Identifiers of journals and incarnations are 16 bytes.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
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


# Our own keys; the newest row signs, the older ones still open what was sealed for them.
identite = Table(
    "identite",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cle_signature", LargeBinary,
           CheckConstraint("length(cle_signature) IN (32, 60)", "cle"), nullable=False),
    _obligatoire("cle_age", Text),
    # At a coordination: the recovery recipient's identity, printed and locked away.
    _texte("cle_secours"),
    # The first lot these keys sign, so that the file that announces them can be made again.
    _obligatoire("epoque", Integer),
    _obligatoire("depuis_seq", Integer),
    _obligatoire("creee_le", Text),
)  # fmt: skip

# The region this journal belongs to (one row); at the coordination, nothing: it is the region.
region = Table(
    "region",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", "une_seule"), primary_key=True),
    _obligatoire("uuid", LargeBinary),
    _obligatoire("nom", Text),
    _obligatoire("cle_signature", LargeBinary),
    _obligatoire("destinataires", Text),
    _obligatoire("politique", Text),
    _obligatoire("nonce", LargeBinary),
    _obligatoire("demandee_le", Text),
    Column("acceptee_le", Text),
)

invitation = Table(
    "invitation",
    metadata,
    Column("nonce", LargeBinary, primary_key=True),
    _obligatoire("creee_le", Text),
    Column("journal", LargeBinary),
    sqlite_with_rowid=False,
)

# A journal of the region, with the keys that were compared by telephone. Immutable (triggers).
inscription = Table(
    "inscription",
    metadata,
    Column("journal", LargeBinary, primary_key=True),
    _obligatoire("code", Text),
    _texte("nom"),
    _obligatoire("acceptee_le", Text),
    sqlite_with_rowid=False,
)

# The keys a journal may sign with: the first from lot 1, another from the lot its rotation names.
cle_journal = Table(
    "cle_journal",
    metadata,
    Column("cle", LargeBinary, CheckConstraint("length(cle) = 32", "cle"), primary_key=True),
    Column("journal", ForeignKey("inscription.journal"), nullable=False),
    _obligatoire("rang", Integer),
    # Where it is written to from then on: both keys of a journal change together.
    _obligatoire("cle_age", Text),
    # An epoch and not an incarnation: what came before a rotation must be told from what came
    # after, even in a life of the journal that the region has not seen yet.
    _obligatoire("epoque", Integer),
    _obligatoire("depuis_seq", Integer),
    _obligatoire("acceptee_le", Text),
    UniqueConstraint("cle_age"),
    UniqueConstraint("journal", "rang"),
    sqlite_with_rowid=False,
)

# `incarnation` NULL: every life of the journal that no other row names.
revocation = Table(
    "revocation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("journal", ForeignKey("inscription.journal"), nullable=False),
    Column("incarnation", LargeBinary),
    _obligatoire("apres_seq", Integer),
    _obligatoire("le", Text),
    _obligatoire("raison", Text),
)

# A life of this journal on one machine; a restored copy starts another, with the next epoch.
incarnation = Table(
    "incarnation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", LargeBinary, nullable=False, unique=True),
    Column("epoque", Integer, CheckConstraint("epoque > 0", "epoque"), nullable=False, unique=True),
    _texte("remplace"),
    _obligatoire("ouverte_le", Text),
)

# The outbox: the exact plaintext container of every lot, taken with its seq in one transaction.
envoi = Table(
    "envoi",
    metadata,
    Column("incarnation_id", ForeignKey("incarnation.id"), nullable=False),
    Column("seq", Integer, CheckConstraint("seq > 0", "seq"), nullable=False),
    _obligatoire("genre", Text),
    _obligatoire("empreinte", Text),
    _obligatoire("conteneur", LargeBinary),
    _obligatoire("ecritures", Integer),
    _obligatoire("cree_le", Text),
    # Set once the file was read back equal on its medium; never before.
    Column("ecrit_le", Text),
    Column("accuse", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("incarnation_id", "seq"),
    UniqueConstraint("empreinte"),
)

# The files that were read back equal on their medium: we cannot open them, but we know them.
fichier_ecrit = Table(
    "fichier_ecrit",
    metadata,
    Column("fichier", Text, primary_key=True),
    _obligatoire("incarnation_id", Integer),
    _obligatoire("seq", Integer),
    _obligatoire("le", Text),
    ForeignKeyConstraint(["incarnation_id", "seq"], ["envoi.incarnation_id", "envoi.seq"]),
    sqlite_with_rowid=False,
)

# The last version of each entry that was ever put in a lot; `seq` is the lot that first held it.
partage = Table(
    "partage",
    metadata,
    Column("entree", LargeBinary, primary_key=True),
    _obligatoire("epoque", Integer),
    _obligatoire("rev", Integer),
    _obligatoire("seq", Integer),
    Column("retiree", Boolean, nullable=False),
    # SHA-256 of what it says, epoch and revision apart: it moves only when a shared field does.
    _obligatoire("contenu", LargeBinary),
    _obligatoire("ligne", LargeBinary),
    sqlite_with_rowid=False,
)

# Append-only. `manifeste` is kept as signed; what is beside it was read in it.
reception = Table(
    "reception",
    metadata,
    Column("empreinte", Text, primary_key=True),
    Column("journal", ForeignKey("inscription.journal"), nullable=False),
    _obligatoire("incarnation", LargeBinary),
    _obligatoire("epoque", Integer),
    _obligatoire("seq", Integer),
    Column("precedente", Text),
    _obligatoire("genre", Text),
    _obligatoire("depuis_accuse", Integer),
    _obligatoire("etat_nombre", Integer),
    _obligatoire("etat_condense", Text),
    _obligatoire("manifeste", LargeBinary),
    # SHA-256 of the file kept in `quarantaine/`, from which everything can be rebuilt.
    _obligatoire("fichier", Text),
    _obligatoire("recue_le", Text),
    sqlite_with_rowid=False,
)

version = Table(
    "version",
    metadata,
    _obligatoire("journal", LargeBinary),
    _obligatoire("entree", LargeBinary),
    _obligatoire("epoque", Integer),
    _obligatoire("rev", Integer),
    _obligatoire("empreinte", LargeBinary),
    Column("retiree", Boolean, nullable=False),
    _obligatoire("ligne", LargeBinary),
    # The lot that brought it first; any other is in `apport`.
    _obligatoire("incarnation", LargeBinary),
    _obligatoire("seq", Integer),
    PrimaryKeyConstraint("journal", "entree", "epoque", "rev", "empreinte"),
    sqlite_with_rowid=False,
)

# The other lots that brought a version: what a revocation takes back is told from what stays.
apport = Table(
    "apport",
    metadata,
    _obligatoire("journal", LargeBinary),
    _obligatoire("entree", LargeBinary),
    _obligatoire("epoque", Integer),
    _obligatoire("rev", Integer),
    _obligatoire("empreinte", LargeBinary),
    _obligatoire("incarnation", LargeBinary),
    _obligatoire("seq", Integer),
    PrimaryKeyConstraint("journal", "entree", "epoque", "rev", "empreinte", "incarnation", "seq"),
    sqlite_with_rowid=False,
)

# Files that were seen and not applied, with the reason; a later try may settle them.
fichier_recu = Table(
    "fichier_recu",
    metadata,
    Column("fichier", Text, primary_key=True),
    _obligatoire("resultat", Text),
    _obligatoire("code", Text),
    _texte("journal"),
    Column("seq", Integer),
    _obligatoire("vu_le", Text),
    sqlite_with_rowid=False,
)

# What a person decided about a conflict or a fork: recorded beside it, never an erasure.
decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    _obligatoire("journal", LargeBinary),
    _obligatoire("objet", Text),
    _obligatoire("choix", Text),
    _obligatoire("raison", Text),
    _obligatoire("le", Text),
)

# What the region said it has, newest `numero` first; the union of all of them counts.
accuse_recu = Table(
    "accuse_recu",
    metadata,
    Column("empreinte", Text, primary_key=True),
    _obligatoire("numero", Integer),
    _obligatoire("contenu", Text),
    _obligatoire("recu_le", Text),
    sqlite_with_rowid=False,
)

accuse_emis = Table(
    "accuse_emis",
    metadata,
    Column("journal", ForeignKey("inscription.journal"), nullable=False),
    _obligatoire("numero", Integer),
    _obligatoire("empreinte", Text),
    _obligatoire("contenu", Text),
    _obligatoire("emis_le", Text),
    PrimaryKeyConstraint("journal", "numero"),
    sqlite_with_rowid=False,
)

VUES: tuple[str, ...] = (
    # Taken back by a revocation, the strictest that names its life, or else all lives.
    """CREATE VIEW lot_ecarte AS
SELECT l.journal, l.incarnation, l.seq, l.empreinte FROM reception l
WHERE l.seq > COALESCE(
  (SELECT MIN(r.apres_seq) FROM revocation r
    WHERE r.journal = l.journal AND r.incarnation = l.incarnation),
  (SELECT MIN(r.apres_seq) FROM revocation r
    WHERE r.journal = l.journal AND r.incarnation IS NULL),
  l.seq)""",
    # What a lot brought that counts: versions are never taken away, they only stop counting.
    """CREATE VIEW version_comptee AS
SELECT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.retiree, v.ligne FROM version v
WHERE NOT EXISTS (SELECT 1 FROM revocation r WHERE r.journal = v.journal)
  OR NOT EXISTS (SELECT 1 FROM lot_ecarte e WHERE e.journal = v.journal
    AND e.incarnation = v.incarnation AND e.seq = v.seq)
  OR EXISTS (SELECT 1 FROM apport a WHERE a.journal = v.journal AND a.entree = v.entree
    AND a.epoque = v.epoque AND a.rev = v.rev AND a.empreinte = v.empreinte
    AND NOT EXISTS (SELECT 1 FROM lot_ecarte e WHERE e.journal = a.journal
      AND e.incarnation = a.incarnation AND e.seq = a.seq))""",
    # Highest epoch, then revision, then digest: the same for everybody, whatever came first.
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
    # coalesce: looked for by its digest, each lot before would be read whole, manifest included.
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

REFUS: tuple[Refus, ...] = (
    *(
        refus
        for table in (
            "identite", "inscription", "cle_journal", "revocation", "incarnation", "reception",
            "version", "apport", "decision", "accuse_recu", "accuse_emis",
        )
        for refus in immuable(table)
    ),
    # Only the acceptance may be added to the region that was pinned by telephone, once; before it
    # a person may still turn to another region, afterwards never.
    Refus("region_immuable", "UPDATE OF id, uuid, nom, cle_signature, destinataires, politique, "
          "nonce, demandee_le", "region"),
    Refus("region_acceptee", "UPDATE OF acceptee_le", "region", si="OLD.acceptee_le IS NOT NULL"),
    Refus("region_indelebile", "DELETE", "region", si="OLD.acceptee_le IS NOT NULL"),
    # An invitation serves one journal, once.
    Refus("invitation_immuable", "UPDATE", "invitation", si="OLD.journal IS NOT NULL "
          "OR NEW.nonce <> OLD.nonce OR NEW.creee_le <> OLD.creee_le"),
    Refus("invitation_indelebile", "DELETE", "invitation"),
    Refus("envoi_immuable", "UPDATE OF incarnation_id, seq, genre, empreinte, conteneur, "
          "ecritures, cree_le", "envoi"),
    Refus("envoi_indelebile", "DELETE", "envoi"),
)  # fmt: skip

# No private key stands on a server but sealed under the key of the dossier (ADR 0010).
POSTGRESQL_DDL: tuple[str, ...] = (
    """ALTER TABLE identite ADD CONSTRAINT ck_identite_scellee CHECK (
  length(cle_signature) = 60 AND starts_with(cle_age, 'scelle:') AND
  (cle_secours = '' OR starts_with(cle_secours, 'scelle:')))""",
)
