"""Folders where a database does not belong: shared drives, and those a cloud copies by itself.

A lock of a shared drive is a promise nobody keeps, and a synchroniser copies the file and its
log at different moments: both lose entries sooner or later.
"""

import os
import sys
from pathlib import Path

_SYNCHRONISEURS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "cloudstorage": "un service infonuagique",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "synology": "Synology Drive",
}
_TEMOINS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "ownCloud"}
_RESEAU = {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3"} | {
    "smbfs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs",
}  # fmt: skip
_LECTEUR_RESEAU = 4  # Windows: DRIVE_REMOTE
_MONTAGES = Path("/proc/self/mountinfo")


def risque_emplacement(dossier: Path) -> str | None:
    """Why a dossier should not stay there, as the end of a sentence; None when nothing shows."""
    chemin = Path(os.path.realpath(dossier))
    service = _synchroniseur(chemin)
    if service:
        return (
            f"le dossier est recopié par {service}, qui peut l'abîmer. "
            "Placez-le hors de ce service et confiez-lui plutôt des sauvegardes."
        )
    if _sur_reseau(chemin):
        return (
            "le dossier est sur un disque réseau, où un journal finit par s'abîmer. "
            "Placez-le sur le disque de l'ordinateur."
        )
    return None


def _synchroniseur(chemin: Path) -> str | None:
    for partie in chemin.parts:
        for debut, nom in _SYNCHRONISEURS.items():
            # « OneDrive - CISSS », « Dropbox (Personnel) », but not « dropbox-notes.txt ».
            suite = partie.casefold().removeprefix(debut)
            if suite != partie.casefold() and suite[:1] in ("", " ", "~", "-", "d"):
                return nom
    for parent in (chemin, *chemin.parents):
        for temoin, nom in _TEMOINS.items():
            # ~/.dropbox is the client's own folder: it says nothing of the home around it.
            if parent != Path.home() and (parent / temoin).exists():
                return nom
    return None


def _sur_reseau(chemin: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (Windows only)

        racine = f"{chemin.drive}\\"
        return racine.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(racine) == _LECTEUR_RESEAU
        )
    return _MONTAGES.exists() and type_de_montage(chemin, _MONTAGES.read_text("utf-8")) in _RESEAU


def type_de_montage(chemin: Path, montages: str) -> str:
    """The file system that holds a path, in the words of Linux's mountinfo."""
    trouve, type_ = Path(), ""
    for ligne in montages.splitlines():
        avant, _, apres = ligne.partition(" - ")
        point = Path(avant.split()[4].encode().decode("unicode_escape"))
        # The last of two mounts on one point is the one that is seen.
        if chemin.is_relative_to(point) and len(point.parts) >= len(trouve.parts):
            trouve, type_ = point, apres.split()[0]
    return type_
