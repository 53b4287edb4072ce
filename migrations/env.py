"""Runs the revisions on the connection it is given, inside the transaction it finds there.

The caller (journal_scls.storage.schema) opened the file, holds one BEGIN IMMEDIATE with foreign
keys off, checks them before it commits, and rolls everything back otherwise. Nothing here opens
a database: this folder knows no key.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=None,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
