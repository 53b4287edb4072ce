"""The program itself, on a day that never changes: the same pictures whenever they are taken."""

import sys
from datetime import UTC, date, datetime

from journal_scls import bootstrap

MAINTENANT = datetime(2026, 10, 15, 18, 5, tzinfo=UTC)  # a Thursday, early in the afternoon


class HorlogeArretee(bootstrap.HorlogeSysteme):
    """A clock that stands still."""

    def maintenant(self) -> datetime:
        return MAINTENANT

    def aujourdhui(self) -> date:
        return MAINTENANT.astimezone().date()


def arreter_l_horloge() -> None:
    """From now on in this process."""
    bootstrap.HorlogeSysteme = HorlogeArretee


if __name__ == "__main__":
    arreter_l_horloge()
    sys.exit(bootstrap.executer(sys.argv[1:]))
