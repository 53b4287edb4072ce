"""The backup file: a zip that `unzip` and `sha256sum -c` open, written in one way only.

Three stored members in a fixed order (four at a coordination that received something), every
header a function of their names, sizes and CRC.
Reading rebuilds those headers and demands the same bytes: paths, comments, hidden data, duplicate
or compressed members need no rule of their own, because a file that holds any is not this file.
"""

import hashlib
import os
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import BinaryIO, Self

from journal_scls.domain.errors import Environnement
from journal_scls.storage.coffre import vault
from journal_scls.storage.engine import EN_CLAIR, NOM
from journal_scls.storage.fichiers import (
    en_phrases,
    nouveau,
    renommer,
    synchroniser,
    synchroniser_dossier,
    temporaire_de,
)

SUFFIXE = ".scls-sauvegarde"
SOMMES = "SHA256SUMS"
RECUS = "recus.tar"
MEMBRES = (vault.NOM, NOM, SOMMES)
AVEC_RECUS = (vault.NOM, NOM, RECUS, SOMMES)

_TAILLE_MAX = 2**32 - 2**20
_BLOC = 1 << 20
_DATE = 0x21  # 1 January 1980: the file's name already says when
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_FIN = struct.Struct("<4s4H2LH")


class SauvegardeRefusee(Environnement):
    """The file is not a backup of ours, or not the whole of one."""

    def __init__(self, fichier: Path) -> None:
        super().__init__(
            f"« {fichier.name} » n'est pas une sauvegarde entière du journal.",
            "Reprenez le fichier d'origine, ou choisissez une autre sauvegarde.",
        )


@dataclass(frozen=True, slots=True)
class _Membre:
    nom: str
    crc: int
    taille: int
    debut: int

    @property
    def donnees(self) -> int:
        return self.debut + _LOCAL.size + len(self.nom)

    @property
    def local(self) -> bytes:
        return _LOCAL.pack(
            b"PK\3\4", 20, 0, 0, 0, _DATE, self.crc, self.taille, self.taille, len(self.nom), 0
        ) + self.nom.encode("ascii")  # fmt: skip

    @property
    def central(self) -> bytes:
        return _CENTRAL.pack(
            b"PK\1\2", 0x0314, 20, 0, 0, 0, _DATE, self.crc, self.taille, self.taille,
            len(self.nom), 0, 0, 0, 0, (stat.S_IFREG | 0o600) << 16, self.debut,
        ) + self.nom.encode("ascii")  # fmt: skip


def _disposer(noms: Iterable[str], crcs: Iterable[int], tailles: Iterable[int]) -> list[_Membre]:
    """Where each member goes, one after the other without a gap."""
    noms, tailles = list(noms), list(tailles)
    longueurs = (_LOCAL.size + len(n) + t for n, t in zip(noms, tailles, strict=True))
    debuts = accumulate(longueurs, initial=0)
    # One more start than members: where the last one ends.
    return [_Membre(*m) for m in zip(noms, crcs, tailles, debuts, strict=False)]


def _queue(membres: list[_Membre]) -> bytes:
    central = b"".join(m.central for m in membres)
    fin = membres[-1].donnees + membres[-1].taille
    nombre = len(membres)
    return central + _FIN.pack(b"PK\5\6", 0, 0, nombre, nombre, len(central), fin, 0)


class Archive:
    """A backup file whose form is proved; its contents are checked by `exiger_sommes`."""

    def __init__(self, fichier: Path, membres: list[_Membre]) -> None:
        self.fichier = fichier
        self._coffre, self._base, *recus, self._sommes = membres
        self._recus = recus[0] if recus else None

    @classmethod
    def lire(cls, fichier: Path) -> Self:
        """Check the form of the file; only headers are read.

        Raises:
            SauvegardeRefusee: it is not exactly what `ecrire_archive` writes.
        """
        with en_phrases(fichier):
            if not stat.S_ISREG(fichier.stat().st_mode):
                raise SauvegardeRefusee(fichier)
            with fichier.open("rb") as flux:
                membres = _lire_membres(flux)
        if membres is None or membres[0].taille > vault.TAILLE_MAX:
            raise SauvegardeRefusee(fichier)
        return cls(fichier, membres)

    @property
    def coffre(self) -> bytes:
        """The vault, as it was when the copy was made."""
        return b"".join(self._blocs(self._coffre))

    @property
    def chiffree(self) -> bool:
        """Whether the database starts otherwise than a readable one."""
        return not next(self._blocs(self._base), EN_CLAIR).startswith(EN_CLAIR)

    def exiger_sommes(self) -> None:
        """Read everything and compare with the digests of the file.

        Raises:
            SauvegardeRefusee: a byte has changed.
        """
        contenus = (m for m in (self._coffre, self._base, self._recus) if m is not None)
        calculees = _sommes((m.nom, self._blocs(m)) for m in contenus)
        if b"".join(self._blocs(self._sommes)) != calculees:
            raise SauvegardeRefusee(self.fichier)

    def extraire_base(self, vers: Path) -> None:
        """Copy the database to a new private file, on disk when this returns."""
        self._extraire(self._base, vers)

    def extraire_recus(self, vers: Path) -> bool:
        """Copy the received files to a new private file; False when the backup holds none."""
        if self._recus is not None:
            self._extraire(self._recus, vers)
        return self._recus is not None

    def _extraire(self, membre: _Membre, vers: Path) -> None:
        with en_phrases(vers), nouveau(vers) as sortie:
            for bloc in self._blocs(membre):
                sortie.write(bloc)
            sortie.flush()
            synchroniser(sortie.fileno())

    def _blocs(self, membre: _Membre) -> Iterator[bytes]:
        with en_phrases(self.fichier), self.fichier.open("rb") as flux:
            flux.seek(membre.donnees)
            reste = membre.taille
            while bloc := flux.read(min(_BLOC, reste)):
                reste -= len(bloc)
                yield bloc


def ecrire_archive(fichier: Path, coffre: bytes, base: Path, recus: Path | None = None) -> None:
    """Write the backup of a vault and a closed database under `fichier`: whole or absent.

    `recus` is a tar of the files that were received (recus_tar.py).

    The file is read back before it takes its name and again after: a worn key or a full disk
    can accept what it does not keep.
    """
    temporaire = temporaire_de(fichier)
    with en_phrases(fichier):
        try:
            attendu = _ecrire(temporaire, coffre, base, recus)
            _exiger_relue(temporaire, attendu)
            renommer(temporaire, fichier)
        except BaseException:
            with suppress(OSError):
                temporaire.unlink(missing_ok=True)
            raise
        synchroniser_dossier(fichier.parent)
        try:
            _exiger_relue(fichier, attendu)
        except BaseException:
            with suppress(OSError):
                fichier.unlink()
            raise


def _ecrire(temporaire: Path, coffre: bytes, base: Path, recus: Path | None) -> str:
    """Write the archive in one pass; gives the digest of what was meant to be written."""
    copies = {NOM: base} if recus is None else {NOM: base, RECUS: recus}
    sommes = _sommes(((vault.NOM, [coffre]), *((nom, _lire(f)) for nom, f in copies.items())))
    membres = _disposer(
        (vault.NOM, *copies, SOMMES),
        (zlib.crc32(coffre), *(_crc(_lire(f)) for f in copies.values()), zlib.crc32(sommes)),
        (len(coffre), *(f.stat().st_size for f in copies.values()), len(sommes)),
    )
    if membres[-1].donnees + len(_queue(membres)) + len(sommes) > _TAILLE_MAX:
        raise Environnement(
            "Le journal est trop grand pour une sauvegarde en un seul fichier.",
            "Fermez l'application et copiez son dossier en entier.",
        )
    empreinte = hashlib.sha256()
    contenus = ([coffre], *(_lire(f) for f in copies.values()), [sommes])
    with nouveau(temporaire) as sortie:
        for membre, contenu in zip(membres, contenus, strict=True):
            for bloc in (membre.local, *contenu):
                empreinte.update(bloc)
                sortie.write(bloc)
        empreinte.update(_queue(membres))
        sortie.write(_queue(membres))
        sortie.flush()
        synchroniser(sortie.fileno())
    return empreinte.hexdigest()


def _lire_membres(flux: BinaryIO) -> list[_Membre] | None:
    formes = (_lire_forme(flux, noms) for noms in (MEMBRES, AVEC_RECUS))
    return next((membres for membres in formes if membres), None)


def _lire_forme(flux: BinaryIO, noms: tuple[str, ...]) -> list[_Membre] | None:
    taille = flux.seek(0, os.SEEK_END)
    taille_queue = sum(_CENTRAL.size + len(nom) for nom in noms) + _FIN.size
    if not taille_queue <= taille <= _TAILLE_MAX:
        return None
    flux.seek(taille - taille_queue)
    queue = flux.read()
    positions = accumulate((_CENTRAL.size + len(nom) for nom in noms), initial=0)
    champs = [_CENTRAL.unpack_from(queue, debut) for debut, _ in pairwise(positions)]
    membres = _disposer(noms, (c[7] for c in champs), (c[9] for c in champs))
    fin = membres[-1].donnees + membres[-1].taille
    if fin != taille - len(queue) or queue != _queue(membres):
        return None
    for membre in membres:
        flux.seek(membre.debut)
        if flux.read(len(membre.local)) != membre.local:
            return None
    return membres


def _lire(chemin: Path) -> Iterator[bytes]:
    with chemin.open("rb") as flux:
        if hasattr(os, "posix_fadvise"):
            # Otherwise what is read back comes from memory and says nothing of the medium.
            os.posix_fadvise(flux.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while bloc := flux.read(_BLOC):
            yield bloc


def _crc(blocs: Iterable[bytes]) -> int:
    crc = 0
    for bloc in blocs:
        crc = zlib.crc32(bloc, crc)
    return crc


def _empreinte(blocs: Iterable[bytes]) -> str:
    empreinte = hashlib.sha256()
    for bloc in blocs:
        empreinte.update(bloc)
    return empreinte.hexdigest()


def _sommes(contenus: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    lignes = (f"{_empreinte(blocs)}  {nom}\n" for nom, blocs in contenus)
    return "".join(lignes).encode("ascii")


def _exiger_relue(fichier: Path, attendu: str) -> None:
    if _empreinte(_lire(fichier)) != attendu:
        raise Environnement(
            "La sauvegarde, relue, n'est pas ce qui vient d'être écrit.",
            "Ne vous fiez pas à ce support : recommencez sur un autre disque ou une autre clé.",
        )
