"""Taking a file into memory, once: what is checked is then what is imported."""

import os
import stat
from pathlib import Path

from journal_scls.sync.lot.enveloppe import TAILLE_MAX
from journal_scls.sync.lot.refus import Code, RefusLot

_EN_COPIE = (".part", ".partial", ".crdownload", ".download", ".tmp", ".scls-tmp")


def lire_fichier_borne(chemin: Path) -> bytes:
    """Read an ordinary file of at most 32 MB; wait on nothing, follow nothing.

    Raises:
        RefusLot: a folder, a link, a pipe, a copy under way, too large, or unreadable.
    """
    if chemin.name.casefold().endswith(_EN_COPIE):
        raise RefusLot(Code.FICHIER_INCOMPLET)
    try:
        _exiger_ordinaire(chemin.lstat().st_mode)
        # The name may have changed hands since: what was opened is judged again.
        drapeaux = os.O_RDONLY
        for nom in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
            drapeaux |= getattr(os, nom, 0)
        with os.fdopen(os.open(chemin, drapeaux), "rb") as fichier:
            etat = os.fstat(fichier.fileno())
            _exiger_ordinaire(etat.st_mode)
            if etat.st_size > TAILLE_MAX:
                raise RefusLot(Code.TROP_GRAND)
            octets = fichier.read(TAILLE_MAX + 1)
    except OSError as erreur:
        raise RefusLot(Code.FICHIER_ILLISIBLE) from erreur
    if len(octets) > TAILLE_MAX:  # it grew while it was read
        raise RefusLot(Code.TROP_GRAND)
    return octets


def _exiger_ordinaire(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise RefusLot(Code.FICHIER_LIEN)
    if stat.S_ISDIR(mode):
        raise RefusLot(Code.FICHIER_DOSSIER)
    if not stat.S_ISREG(mode):
        raise RefusLot(Code.FICHIER_SPECIAL)
