"""What leaves the encrypted journal for a spreadsheet, or for the person it is about.

These files are in clear: each one made is written in the journal's register, without content.
"""

from collections.abc import Callable

from journal_scls.application.lectures import DossierPersonne, Filtre, LigneJournal
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.texte import accorder

_INTROUVABLE = (
    "Vérifiez-le, majuscules comprises : « lister --json » montre la colonne « personne »."
)


class Exportations:
    """Entries in clear, and what is held about one person (A-2.1, art. 63.5)."""

    def __init__(
        self, lectures: Lectures, unite: Callable[[], UnitOfWork], horloge: Horloge
    ) -> None:
        self._lectures = lectures
        self._unite = unite
        self._horloge = horloge

    def entrees(self, filtre: Filtre, *, confidentiel: bool = False) -> tuple[LigneJournal, ...]:
        """Entries to write in clear, oldest first; `confidentiel` when notes go with them.

        Raises:
            RegleMetier: there is nothing to export.
        """
        lignes = tuple(self._lectures.parcourir(filtre))
        if not lignes:
            raise RegleMetier(
                "Aucune intervention ne répond à ces critères : rien n'a été exporté.",
                "Élargissez la période ou retirez un critère.",
            )
        notes = ", notes comprises" if confidentiel else ""
        self._noter(f"{accorder(len(lignes), 'intervention')}{notes}")
        return lignes

    def personne(self, code: str) -> DossierPersonne:
        """All that is held about a local code; the journal never knows whose it is.

        Raises:
            RegleMetier: nothing is held under this code.
        """
        code = code.strip()
        filtre = Filtre(personne=code, annulees=True)
        lignes = tuple(self._lectures.parcourir(filtre)) if code else ()
        if not lignes:
            raise RegleMetier(
                f"Aucune intervention ne porte le code de personne « {code} ».", _INTROUVABLE
            )
        with self._unite() as unite:
            ecritures = tuple((li, unite.interventions.revisions(li.id)) for li in lignes)
        self._noter(f"dossier d'une personne, {accorder(len(lignes), 'intervention')}")
        return DossierPersonne(code=code, etabli_le=self._horloge.aujourdhui(), ecritures=ecritures)

    def _noter(self, detail: str) -> None:
        with self._unite() as unite:
            unite.noter("exportation en clair", detail)
            unite.commit()
