"""What makes a whole schema without the migrations, dialect by dialect."""

from collections.abc import Iterator

from sqlalchemy import Connection

from journal_scls.storage import tables
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.publications import tables_publications
from journal_scls.storage.regles import Dialecte
from journal_scls.storage.repertoire import tables_repertoire
from journal_scls.storage.saisie import tables_saisie
from journal_scls.storage.segments import tables_segments

# A new module of tables goes here, in the order of its revision.
MODULES = (
    tables,
    tables_lots,
    tables_repertoire,
    tables_publications,
    tables_segments,
    tables_saisie,
)


def instructions(dialecte: Dialecte) -> Iterator[str]:
    """Views, rules and what else metadata cannot say."""
    for module in MODULES:
        yield from getattr(module, f"{dialecte.upper()}_DDL", ())
        yield from getattr(module, "VUES", ())
        for refus in getattr(module, "REFUS", ()):
            yield from refus.ddl(dialecte)


def creer_directement(connexion: Connection, dialecte: Dialecte) -> None:
    """The tables of the program, as its own metadata makes them."""
    tables.metadata.create_all(connexion)
    for texte in instructions(dialecte):
        connexion.exec_driver_sql(texte)
