"""The errors a user can cause, each one plain French sentence and a next step.

Anything else that is raised is a bug and ends in the crash dialog.
"""


class ErreurJournal(Exception):
    """Root of what may be shown to a user: `message` says what happened, `suite` what to do."""

    def __init__(self, message: str, suite: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.suite = suite

    def __str__(self) -> str:
        return f"{self.message} {self.suite}".strip()


class RegleMetier(ErreurJournal):
    """A rule of the domain refuses a value; `champ` names the field it belongs beside."""

    def __init__(self, message: str, suite: str = "", *, champ: str = "") -> None:
        super().__init__(message, suite)
        self.champ = champ


class Environnement(ErreurJournal):
    """The disk, a lock, a key or a version stands in the way; no rule was broken."""
