"""The one-page procedure that both ends of the telephone follow to attach a journal."""

from dataclasses import dataclass
from datetime import date

from journal_scls.domain.profil import Profil


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """What is particular to one copy: whose it is, the invitation that goes with it.

    `invitation` is the file itself, in clear; a journal's copy has none.
    """

    profil: Profil
    etablie_le: date
    invitation: str = ""
