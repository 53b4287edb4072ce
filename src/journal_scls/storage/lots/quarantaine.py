"""The files received, kept as they came beside the base, each under the SHA-256 of its bytes.

They are encrypted to the region by whoever made them, so the folder needs no key of its own; and
from it alone everything received can be read again.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from journal_scls.domain.errors import Environnement
from journal_scls.storage.fichiers import dossier_prive, ecrire_tous, en_phrases

NOM = "quarantaine"
_EMPREINTE = re.compile(r"[0-9a-f]{64}")


class QuarantaineFichiers:
    """ports_receptions.Quarantaine, in a folder."""

    def __init__(self, dossier: Path) -> None:
        self._dossier = dossier / NOM

    def garder(self, fichiers: Sequence[bytes]) -> Sequence[str]:
        """Keep the bytes of some files: on the disk for good when this returns."""
        noms = [self.nom_de(octets) for octets in fichiers]
        if noms:
            dossier_prive(self._dossier)
            # Also when nothing is missing: a killed import may have left names that would not last.
            ecrire_tous(
                self._dossier,
                {
                    nom: octets
                    for nom, octets in zip(noms, fichiers, strict=True)
                    if not self._tient(self._dossier / nom, octets)
                },
            )
        return noms

    def noms(self) -> Sequence[str]:
        """All of them, sorted; what a killed writer left is not one."""
        if not self._dossier.is_dir():
            return ()
        with en_phrases(self._dossier):
            return sorted(f.name for f in self._dossier.iterdir() if _EMPREINTE.fullmatch(f.name))

    def lire(self, nom: str) -> bytes:
        """The bytes of a kept file, which must still be what its name says."""
        if not _EMPREINTE.fullmatch(nom):
            raise ValueError("not the name of a kept file")
        with en_phrases(self._dossier / nom):
            octets = (self._dossier / nom).read_bytes()
        if self.nom_de(octets) != nom:
            raise Environnement(
                "Un fichier gardé dans le dossier « quarantaine » est endommagé.",
                "Importez de nouveau le fichier d'origine, qui le remplacera, ou redemandez-le.",
            )
        return octets

    @staticmethod
    def nom_de(octets: bytes) -> str:
        """What a file is kept under."""
        return hashlib.sha256(octets).hexdigest()

    @staticmethod
    def _tient(chemin: Path, octets: bytes) -> bool:
        """Whether it is there and whole; a damaged one is written again."""
        try:
            return chemin.stat().st_size == len(octets) and chemin.read_bytes() == octets
        except OSError:
            return False
