"""The folders that hold journals, the secrets that open them, their copies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from journal_scls.domain.profil import Profil

if TYPE_CHECKING:
    from journal_scls.application.ports import Base

LONGUEUR_MIN_PHRASE = 10
"""The shortest passphrase a journal takes; said while it is typed, enforced by the vault."""


@dataclass(frozen=True, slots=True)
class Secret:
    """How a dossier is opened: exactly one of the three."""

    phrase: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    trousseau: bool = False


@dataclass(frozen=True, slots=True)
class CodeImprime:
    """A new recovery code, shown once and never kept: its groups of four characters."""

    groupes: tuple[str, ...] = field(repr=False)

    @property
    def texte(self) -> str:
        """The whole code as it is printed."""
        return "-".join(self.groupes)


@dataclass(frozen=True, slots=True)
class Controle:
    """One line of a diagnosis."""

    controle: str
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class Copie:
    """One of the dossier's own backups: the local time it was made, its size in bytes."""

    quand: datetime
    fichier: Path
    octets: int


class Dossiers(Protocol):
    """The folders that hold one journal each, and the ways to open them."""

    def existe(self, dossier: Path) -> bool:
        """Whether a journal lives there.

        Raises:
            Environnement: half of one does; nothing is created over it.
        """
        ...

    def creer(self, dossier: Path, profil: Profil, phrase: str) -> "tuple[Base, CodeImprime]":
        """Make an encrypted journal.

        Raises:
            RegleMetier: the passphrase is too weak.
            Environnement: the folder already holds something, or the disk refuses.
        """
        ...

    def ouvrir(self, dossier: Path, secret: Secret) -> "Base":
        """Open a journal, migrating it when the program is newer.

        Raises:
            RegleMetier: the secret does not fit.
            Environnement: nothing there, damaged, newer than the program, already open.
        """
        ...

    def trousseau_pret(self, dossier: Path) -> bool:
        """Whether the session's keyring may open it without a question."""
        ...

    def confirmer(self, dossier: Path, secret: Secret) -> None:
        """Check a secret once more, before an act that deserves it; the journal may be open.

        Raises:
            RegleMetier: the secret does not fit.
        """
        ...

    def changer_phrase(self, dossier: Path, secret: Secret, nouvelle: str) -> None:
        """Replace a passphrase, the journal being closed or open.

        Raises:
            RegleMetier: the secret does not fit or the new passphrase is too weak.
        """
        ...

    def renouveler_code(self, dossier: Path, secret: Secret) -> CodeImprime:
        """Make the printed recovery code void and give the new one, to be shown only once.

        Raises:
            RegleMetier: the secret does not fit.
        """
        ...

    def retenir(self, dossier: Path, secret: Secret) -> bool:
        """Let the session's keyring open the journal; False when it cannot hold a secret."""
        ...

    def oublier(self, dossier: Path) -> None:
        """Take the journal out of the session's keyring: its passphrase is asked again."""
        ...


class Sauvegardes(Protocol):
    """Encrypted copies of one dossier."""

    def creer(self, base: "Base", destination: Path | None = None) -> Path:
        """Copy an open journal, check the copy, and say where it is."""
        ...

    def verifier(self, fichier: Path, secret: Secret | None = None) -> Sequence[Controle]:
        """Check a copy; with a secret, down to its rows."""
        ...

    def restaurer(self, fichier: Path, dossier: Path) -> Path | None:
        """Put a copy back; returns where the journal that stood there was moved, if any."""
        ...

    def locales(self, base: "Base") -> bool:
        """Whether its copies are made here; those of a base on a server are made there."""
        ...

    def du_jour(self, base: "Base") -> Path | None:
        """The day's copy if it is not made yet, old ones rotated away."""
        ...

    def copies(self, base: "Base") -> Sequence[Copie]:
        """The copies that the dossier keeps of itself, newest first; none on a server."""
        ...

    def diagnostiquer(self, base: "Base") -> Sequence[Controle]:
        """Check an open journal: encryption, integrity, schema, permissions, disk."""
        ...
