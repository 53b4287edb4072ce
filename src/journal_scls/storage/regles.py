"""What a database refuses whoever asks, said once and written in the words of each dialect.

SQLite and PostgreSQL read the same tables and views; triggers alone are written twice. The
migrations hold their own copy of these few lines, because they are frozen; a test compares.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SANS_JOURNAL = "aucune saisie sur un serveur"
"""What a server answers to an entry or a draft: a journal's notes never stand there."""

Dialecte = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True)
class Refus:
    """A write that is refused, by a trigger of that name.

    `quand` is INSERT, DELETE, UPDATE or UPDATE OF columns; `si` a condition on OLD and NEW that
    both dialects read (a question to another table is not one). What may not be deleted may not
    be truncated either, which only PostgreSQL tells from deleting.
    """

    nom: str
    quand: str
    table: str
    message: str = "ligne immuable"
    si: str = ""

    def ddl(self, dialecte: Dialecte) -> Iterator[str]:
        """The statements that make the rule."""
        debut = f"CREATE TRIGGER {self.nom} BEFORE {self.quand} ON {self.table}"
        if dialecte == "sqlite":
            si = f"\nWHEN {self.si}" if self.si else ""
            yield f"{debut}{si}\nBEGIN\n  SELECT RAISE(ABORT, '{self.message}');\nEND"
            return
        si = f" WHEN ({self.si})" if self.si else ""
        refuser = f"EXECUTE FUNCTION refuser('{self.message}')"
        yield f"{debut} FOR EACH ROW{si} {refuser}"
        if self.quand == "DELETE":
            yield (
                f"CREATE TRIGGER {self.nom}_vide BEFORE TRUNCATE ON {self.table} "
                f"FOR EACH STATEMENT {refuser}"
            )


def immuable(table: str, message: str = "ligne immuable") -> tuple[Refus, Refus]:
    """Rows that never change once written."""
    return (
        Refus(f"{table}_immuable", "UPDATE", table, message),
        Refus(f"{table}_indelebile", "DELETE", table, message),
    )
