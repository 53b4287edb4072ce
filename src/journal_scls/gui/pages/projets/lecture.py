"""Projects and committees as lines of one list, read in a worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_scls.application.repertoire.repertoire import Repertoire
from journal_scls.domain.fusion import nom_de
from journal_scls.domain.partenaires import Comite, Projet, StatutProjet
from journal_scls.domain.texte import replier
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire, lire
from journal_scls.gui.pages.repertoire.mots import STATUTS, duree


class Montrer(StrEnum):
    """Which ones the list shows."""

    EN_COURS = "en_cours"
    TOUS = "tous"
    FINIS = "finis"


@dataclass(frozen=True)
class Action:
    """A project or a committee as a line."""

    fiche: Projet | Comite
    titre: str
    genre: str
    quoi: str
    periode: str
    statut: str
    fini: bool

    def repond(self, montrer: Montrer, mots: Sequence[str]) -> bool:
        """Whether it is asked for; each word searched starts one of its own."""
        if montrer is not Montrer.TOUS and self.fini is not (montrer is Montrer.FINIS):
            return False
        siens = replier(f"{self.titre} {self.fiche.code.replace('_', ' ')} {self.quoi}").split()
        return all(any(sien.startswith(mot) for sien in siens) for mot in mots)


@dataclass(frozen=True)
class LectureProjets:
    """The lines, and the directory that their forms name things of."""

    actions: tuple[Action, ...]
    repertoire: LectureRepertoire


def lire_projets(
    repertoire: Repertoire, vocabulaires: Vocabulaires, aujourdhui: date
) -> LectureProjets:
    """Read everything; those to be verified first, then what goes on, then by title."""
    lecture = lire(repertoire, vocabulaires, aujourdhui)
    fiches: tuple[Projet | Comite, ...] = (*lecture.vue.projets, *lecture.vue.comites)
    actions = [_action(fiche, lecture, aujourdhui) for fiche in fiches]
    actions.sort(key=lambda a: (not a.fiche.a_verifier, a.fini, replier(a.titre)))
    return LectureProjets(tuple(actions), lecture)


def _action(fiche: Projet | Comite, lecture: LectureRepertoire, aujourdhui: date) -> Action:
    passe = fiche.fin is not None and fiche.fin < aujourdhui
    if isinstance(fiche, Projet):
        fini = passe or fiche.statut in (StatutProjet.TERMINE, StatutProjet.ABANDONNE)
        statut = STATUTS[fiche.statut]
    else:
        fini, statut = passe, "dissous" if passe else "en activité"
    return Action(
        fiche=fiche,
        titre=nom_de(fiche),
        genre="Projet" if isinstance(fiche, Projet) else "Comité",
        quoi=lecture.mots.genre_d_action(fiche),
        periode=duree(fiche.debut, fiche.fin),
        statut="à vérifier" if fiche.a_verifier else statut,
        fini=fini,
    )
