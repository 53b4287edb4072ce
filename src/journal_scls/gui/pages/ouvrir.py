"""Opening a journal from a worker: what every page that asks for a secret needs."""

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Cancelled, Progress


def voulu(progress: Progress, journal: Journal) -> Journal:
    """The journal, unless the window closed while it was opening: nobody would close it then.

    Raises:
        Cancelled: nobody wants it any more; it is closed.
    """
    if progress.annule:
        journal.fermer()
        raise Cancelled
    return journal
