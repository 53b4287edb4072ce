"""The received files in one, for a backup: an ordinary `tar` of what `quarantaine/` keeps.

Each is named by its digest and encrypted by whoever sent it, so the file gives nothing away, and
nothing in it is believed by its name.
"""

import io
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journal_scls.domain.errors import Environnement
from journal_scls.storage.fichiers import en_phrases, nouveau, synchroniser
from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
from journal_scls.storage.sql import par_paquets

_TAILLE_MAX = 32 * 1024 * 1024
_GROUPE = 32


def empaqueter(dossier: Path, vers: Path) -> bool:
    """Write the tar of a dossier's kept files; False, and no file, when there is none.

    One that is damaged is left out: the backup of the others must not depend on it, and whoever
    needs it will be told that it is missing.
    """
    quarantaine = QuarantaineFichiers(dossier)
    noms = quarantaine.noms()
    if not noms:
        return False
    with en_phrases(vers), nouveau(vers) as sortie:
        with tarfile.open(fileobj=sortie, mode="w|", format=tarfile.USTAR_FORMAT) as paquet:
            for nom in noms:
                with suppress(Environnement):
                    octets = quarantaine.lire(nom)
                    entree = tarfile.TarInfo(nom)  # neither date nor owner
                    entree.size, entree.mode = len(octets), 0o600
                    paquet.addfile(entree, io.BytesIO(octets))
        sortie.flush()
        synchroniser(sortie.fileno())
    return True


def depaqueter(paquet: Path, dossier: Path) -> int:
    """Keep its files in a dossier, beside those that are there; gives how many it holds.

    Raises:
        Environnement: it holds anything but kept files, or the disk refuses.
    """
    quarantaine = QuarantaineFichiers(dossier)
    nombre = 0
    for groupe in par_paquets(_lire(paquet), _GROUPE):
        quarantaine.garder([octets for _, octets in groupe])
        nombre += len(groupe)
    return nombre


def compter(paquet: Path) -> int:
    """How many files it holds, each read and compared with its name.

    Raises:
        Environnement: it holds anything but kept files.
    """
    return sum(1 for _ in _lire(paquet))


def _lire(paquet: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with tarfile.open(paquet, mode="r:") as ouvert:
            for entree in ouvert:
                flux = ouvert.extractfile(entree) if entree.isreg() else None
                if flux is None or entree.size > _TAILLE_MAX:
                    raise _refus()
                octets = flux.read()
                if QuarantaineFichiers.nom_de(octets) != entree.name:
                    raise _refus()
                yield entree.name, octets
    except tarfile.TarError as erreur:
        raise _refus() from erreur


def _refus() -> Environnement:
    return Environnement(
        "Les lots reçus de cette sauvegarde ne sont pas ceux qui y ont été mis.",
        "Reprenez le fichier d'origine, ou choisissez une autre sauvegarde.",
    )
