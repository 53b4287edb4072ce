"""What leaves the encrypted journal for a spreadsheet, or for the person it is about.

These files are in clear: each one made is written in the journal's register, without content.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

from journal_scls.application.lectures import Brouillon, DossierPersonne, Filtre, LigneJournal
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.application.repertoire.vues import VueRepertoire
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
        with self._unite() as unite:
            entieres = [unite.interventions.revisions(id_) for id_ in _ids(unite, code)]
            brouillons = tuple(b for b in unite.brouillons.tous() if _est_de(b, code))
            noms = VueRepertoire.lire(unite).noms
        siennes = (tuple(r for r in toutes if r.contenu.personne == code) for toutes in entieres)
        ecritures = sorted(siennes, key=lambda revisions: revisions[-1].contenu.date_intervention)
        if not ecritures and not brouillons:
            raise RegleMetier(
                f"Aucune intervention ne porte le code de personne « {code} ».", _INTROUVABLE
            )
        self._noter(f"dossier d'une personne, {accorder(len(ecritures), 'intervention')}")
        return DossierPersonne(
            code=code,
            etabli_le=self._horloge.aujourdhui(),
            ecritures=tuple(ecritures),
            brouillons=brouillons,
            noms=noms,
        )

    def _noter(self, detail: str) -> None:
        with self._unite() as unite:
            unite.noter("exportation en clair", detail)
            unite.commit()


def _ids(unite: UnitOfWork, code: str) -> Iterable[UUID]:
    return unite.interventions.de_personne(code) if code else ()


def _est_de(brouillon: Brouillon, code: str) -> bool:
    """A draft is as it was typed; the field may have spaces around."""
    return bool(code) and str(brouillon.contenu.get("personne") or "").strip() == code
