"""The state digest: both ends compute it from what they hold and see at once if they agree."""

import hashlib

from journal_scls.sync.lot.manifeste import Etat


class CumulEtat:
    """SHA-256 over the sorted lines `id rev sha256(line)`, each with its line break.

    Fed with the current version of each entry, tombstones included (a lost one must be seen),
    by increasing id: nothing is kept, so a journal of any size costs no memory.
    """

    def __init__(self) -> None:
        self._condense = hashlib.sha256()
        self._nombre = 0
        self._dernier = ""

    def ajouter(self, identifiant: str, rev: int, empreinte: bytes) -> None:
        """Take one version; `empreinte` is the SHA-256 of its line.

        Raises:
            ValueError: the ids do not increase: the digest would say nothing.
        """
        if identifiant <= self._dernier:
            raise ValueError("ids must increase")
        self._dernier = identifiant
        self._nombre += 1
        self._condense.update(f"{identifiant} {rev} {empreinte.hex()}\n".encode("ascii"))

    @property
    def etat(self) -> Etat:
        """The digest so far."""
        return Etat(count=self._nombre, digest=self._condense.hexdigest())
