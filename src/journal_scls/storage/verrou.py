"""One open window per folder, held by the system so that no crash can leave it locked."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from journal_scls.domain.errors import Environnement
from journal_scls.storage.fichiers import en_phrases

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NOM = "verrou"

_OCCUPE = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class DossierDejaOuvert(Environnement):
    """Another process holds the folder; a type of its own so that the window can be brought up."""

    def __init__(self) -> None:
        super().__init__(
            "Ce dossier est déjà ouvert dans une autre fenêtre de Journal SCLS.",
            "Continuez dans cette fenêtre, ou fermez-la puis recommencez.",
        )


class Verrou:
    """The lock of one folder, kept from `prendre` to `liberer`.

    The file stays in place when freed: removing it would let two processes lock two different
    files of the same name. Its presence means nothing, only the kernel's lock does.
    """

    def __init__(self, dossier: Path) -> None:
        self._chemin = dossier / NOM
        self._descripteur: int | None = None

    @property
    def tenu(self) -> bool:
        """Whether this object holds the folder."""
        return self._descripteur is not None

    def prendre(self) -> None:
        """Take the folder now or say who may have it; waiting would look like a freeze."""
        if self.tenu:
            return
        with en_phrases(self._chemin):
            descripteur = os.open(self._chemin, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _verrouiller(descripteur)
        except OSError as erreur:
            os.close(descripteur)
            raise _refus(erreur) from erreur
        self._descripteur = descripteur

    def liberer(self) -> None:
        """Give the folder back; closing the descriptor is what frees it, on every system."""
        if self._descripteur is not None:
            os.close(self._descripteur)
            self._descripteur = None

    def __enter__(self) -> Self:
        self.prendre()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.liberer()


def _verrouiller(descripteur: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descripteur, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descripteur, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _refus(erreur: OSError) -> Environnement:
    if erreur.errno in _OCCUPE:
        return DossierDejaOuvert()
    return Environnement(
        "Ce disque ne permet pas de réserver le dossier : c'est souvent un dossier réseau.",
        "Placez le dossier sur le disque de l'ordinateur.",
    )
