"""Making the base of a coordination again from the files it kept, and comparing.

What was received can be read again from the quarantine folder alone; what people decided (keys,
revocations, decisions) is copied. After a revocation this is also how lots received too early
stop counting: nothing is ever erased in the base they came to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.lots.receptions import Receptions, ResultatFichier
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Base
from journal_scls.domain.profil import Profil


@dataclass(frozen=True, slots=True, kw_only=True)
class BilanReconstruction:
    """What came of it: lines of the dump that are the same, missing or new."""

    fichiers: Sequence[ResultatFichier]
    communes: int
    manquantes: int
    nouvelles: int

    @property
    def identique(self) -> bool:
        """Whether the new base holds exactly what the old one does."""
        return not self.manquantes and not self.nouvelles


class Reconstruction:
    """Rebuilds the open dossier in another folder; the open one does not change."""

    def __init__(
        self,
        base: Base,
        profil: Profil,
        receptions: Receptions,
        ouvrir: Callable[[Path, Base, Profil], Receptions],
        vierge: Callable[[Base, Path, str], Base],
    ) -> None:
        self._base = base
        self._profil = profil
        self._receptions = receptions
        self._ouvrir = ouvrir
        self._vierge = vierge

    def reconstruire(
        self, dossier: Path, progress: Progress | None = None, *, vers: str = ""
    ) -> BilanReconstruction:
        """Make a dossier whose receptions and versions come from the kept files.

        With `vers`, the address of a server, its base is there instead of in a file.

        Raises:
            Cancelled: somebody asked to stop; what was made may be thrown away.
            Environnement: the folder is not empty, a kept file is damaged, the disk refuses.
            RegleMetier: this dossier is not a coordination's.
        """
        base = self._vierge(self._base, dossier, vers)
        try:
            nouvelles = self._ouvrir(dossier, base, self._profil)
            fichiers = nouvelles.rejouer(progress)
            avant = set(self._receptions.vidage().splitlines())
            apres = set(nouvelles.vidage().splitlines())
        finally:
            base.fermer()
        return BilanReconstruction(
            fichiers=fichiers,
            communes=len(avant & apres),
            manquantes=len(avant - apres),
            nouvelles=len(apres - avant),
        )
