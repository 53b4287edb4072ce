"""The use cases of one dossier, and the workshop that opens dossiers.

The window and the commands are given an `Atelier` by bootstrap and know nothing behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.interventions import Interventions
from journal_scls.application.ports import (
    Base,
    CodeImprime,
    Documents,
    Dossiers,
    Horloge,
    Lectures,
    Sauvegardes,
    Secret,
    Tableaux,
)
from journal_scls.application.rapports import Rapports
from journal_scls.application.repertoire import Repertoire
from journal_scls.application.reprise import Reprise
from journal_scls.application.resumes import Resumes
from journal_scls.domain.indicateurs import Indicateurs
from journal_scls.domain.profil import Profil
from journal_scls.domain.vocabulaire import Vocabulaires


@dataclass(frozen=True, kw_only=True)
class Journal:
    """An open dossier: what can be done with it. Close it when done."""

    dossier: Path
    profil: Profil
    vocabulaires: Vocabulaires
    horloge: Horloge
    base: Base
    lectures: Lectures
    interventions: Interventions
    repertoire: Repertoire
    reprise: Reprise
    rapports: Rapports
    resumes: Resumes
    documents: Documents
    sauvegardes: Sauvegardes

    def preference(self, nom: str) -> str:
        """A preference of this journal, '' when never set."""
        with self.base.unite() as unite:
            return unite.preference(nom)

    def enregistrer_preference(self, nom: str, valeur: str) -> None:
        """Set a preference of this journal."""
        with self.base.unite() as unite:
            unite.enregistrer_preference(nom, valeur)
            unite.commit()

    def fermer(self) -> None:
        """Close the dossier and forget its key."""
        self.base.fermer()


@dataclass(frozen=True, kw_only=True)
class Atelier:
    """Everything the product can do before a dossier is open; made by bootstrap.

    `vocabulaires` and `indicateurs` are functions because reading them can wait for the first
    use, and the first window cannot.
    """

    horloge: Horloge
    dossiers: Dossiers
    sauvegardes: Sauvegardes
    documents: Documents
    tableaux: Tableaux
    vocabulaires: Callable[[], Vocabulaires]
    indicateurs: Callable[[], Indicateurs]

    def creer(self, dossier: Path, profil: Profil, phrase: str) -> tuple[Journal, CodeImprime]:
        """Make a dossier and open it; the recovery code is shown once."""
        base, code = self.dossiers.creer(dossier, profil, phrase)
        return self._journal(dossier, base), code

    def ouvrir(self, dossier: Path, secret: Secret) -> Journal:
        """Open a dossier."""
        return self._journal(dossier, self.dossiers.ouvrir(dossier, secret))

    def _journal(self, dossier: Path, base: Base) -> Journal:
        vocabulaires = self.vocabulaires()
        with base.unite() as unite:
            profil = unite.profil()
        return Journal(
            dossier=dossier,
            profil=profil,
            vocabulaires=vocabulaires,
            horloge=self.horloge,
            base=base,
            lectures=base.lectures,
            interventions=Interventions(base.unite, vocabulaires, self.horloge),
            repertoire=Repertoire(base.unite),
            reprise=Reprise(base.unite, self.tableaux, vocabulaires, self.horloge),
            rapports=Rapports(base.lectures, vocabulaires, self.indicateurs(), self.horloge),
            resumes=Resumes(base.lectures, vocabulaires, self.horloge),
            documents=self.documents,
            sauvegardes=self.sauvegardes,
        )
