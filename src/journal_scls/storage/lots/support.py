"""Putting a file on a medium that may be full, worn, read-only or pulled out at any moment.

A file of a final name is whole or absent, and is only said to be there once it was read back from
the medium and not from memory. Nothing is ever overwritten: two lots of one name are two lots.
"""

import errno
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from journal_scls.domain.errors import Environnement
from journal_scls.storage.fichiers import (
    SUFFIXE_TEMPORAIRE,
    comparer,
    ecrire_et_synchroniser,
    en_phrases,
    renommer_sans_remplacer,
    synchroniser_dossier,
)

_ESSAIS = 20
_VIEUX = 24 * 3600.0


class SupportFichiers:
    """ports_lots.Support, on the system's files."""

    def deposer(self, dossier: Path, nommer: Callable[[], str], octets: bytes) -> Path:
        """Put a new file there, and return once it was read back equal from the medium."""
        _exiger_dossier(dossier)
        _oublier_les_restes(dossier)
        temporaire = dossier / f".SCLS-{secrets.token_hex(6)}{SUFFIXE_TEMPORAIRE}"
        chemin = temporaire
        with en_phrases(dossier):
            try:
                ecrire_et_synchroniser(temporaire, octets)
                comparer(temporaire, octets)
                chemin = _nommer(temporaire, dossier, nommer)
                synchroniser_dossier(dossier)
                comparer(chemin, octets)
            except BaseException:
                for reste in (temporaire, chemin):
                    with suppress(OSError):
                        reste.unlink(missing_ok=True)
                raise
        return chemin


def _exiger_dossier(dossier: Path) -> None:
    """At most the last folder is made: more would fill the place of a key that was pulled out."""
    if dossier.is_dir():
        return
    if dossier.exists() or not dossier.parent.is_dir():
        raise Environnement(
            f"« {dossier} » n'est pas un dossier accessible : rien n'a été écrit.",
            "Vérifiez que la clé ou le dossier partagé est branché, puis recommencez.",
        )
    with en_phrases(dossier):
        dossier.mkdir(mode=0o700)
        synchroniser_dossier(dossier.parent)


def _nommer(temporaire: Path, dossier: Path, nommer: Callable[[], str]) -> Path:
    for _ in range(_ESSAIS):
        chemin = dossier / nommer()
        try:
            renommer_sans_remplacer(temporaire, chemin)
        except FileExistsError:
            continue
        return chemin
    raise FileExistsError(errno.EEXIST, "no free name")


def _oublier_les_restes(dossier: Path) -> None:
    """What a killed export left, a day ago or more: another may be at work in the same folder."""
    with suppress(OSError):
        limite = time.time() - _VIEUX
        for reste in dossier.glob(f".SCLS-*{SUFFIXE_TEMPORAIRE}"):
            with suppress(OSError):
                if reste.stat().st_mtime < limite:
                    reste.unlink()
