"""Projects and committees as lines of one list, read in a worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_scls.application.chiffres.seances import Demarche
from journal_scls.application.journal import Journal
from journal_scls.application.preferences import nom_embuches
from journal_scls.domain.documents.bilan_projet import HorsProjet
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import nom_de
from journal_scls.domain.repertoire.partenaires import Comite, Projet, StatutProjet
from journal_scls.domain.texte import replier
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire, lire
from journal_scls.gui.pages.repertoire.mots import STATUTS, duree
from journal_scls.gui.traduction import tr


class Montrer(StrEnum):
    """Which ones the list shows."""

    EN_COURS = "en_cours"
    HORS_PROJET = "hors_projet"
    TOUS = "tous"
    FINIS = "finis"


@dataclass(frozen=True)
class Action:
    """A project, a committee, or the collective activities of a type that are of neither.

    `fiche` is the card of the first two; the last one is none's, and has no card.
    """

    quoi: Demarche
    fiche: Projet | Comite | None
    titre: str
    genre: str
    type: str
    periode: str
    statut: str
    fini: bool = False

    @property
    def cle(self) -> object:
        """What tells it from the others, from one reading to the next."""
        return self.fiche.id if self.fiche else ("hors projet", self._type)

    @property
    def nom_fichier(self) -> str:
        """What its document is called."""
        return self.fiche.code if self.fiche else f"hors-projet-{self._type}"

    @property
    def embuches(self) -> str:
        """Under which name its pitfalls are kept."""
        return nom_embuches(self.fiche.id if self.fiche else self._type)

    @property
    def _type(self) -> str:
        return self.quoi.type if isinstance(self.quoi, HorsProjet) else ""

    def repond(self, montrer: Montrer, mots: Sequence[str]) -> bool:
        """Whether it is asked for; each word searched starts one of its own."""
        if montrer is Montrer.HORS_PROJET and self.fiche is not None:
            return False
        if montrer in (Montrer.EN_COURS, Montrer.FINIS) and self.fini is not (
            montrer is Montrer.FINIS
        ):
            return False
        code = self.fiche.code.replace("_", " ") if self.fiche else ""
        siens = replier(f"{self.titre} {code} {self.type} {self.genre}").split()
        return all(any(sien.startswith(mot) for sien in siens) for mot in mots)


@dataclass(frozen=True)
class LectureProjets:
    """The lines, and the directory that their forms name things of."""

    actions: tuple[Action, ...]
    repertoire: LectureRepertoire


def lire_projets(journal: Journal) -> LectureProjets:
    """Read everything; to be verified first, what goes on, what is over, then what is of none."""
    aujourdhui = journal.horloge.aujourdhui()
    lecture = lire(journal)
    fiches: tuple[Projet | Comite, ...] = (*lecture.vue.projets, *lecture.vue.comites)
    rangees = sorted(fiches, key=lambda fiche: (not fiche.a_verifier, replier(nom_de(fiche))))
    actions = [_action(fiche, lecture, aujourdhui) for fiche in rangees]
    actions.sort(key=lambda a: (bool(a.fiche and not a.fiche.a_verifier), a.fini))
    if journal.profil.role is Role.INTERVENANT:
        actions += [
            _hors_projet(activites) for activites in journal.impressions.seances.hors_projet()
        ]
    return LectureProjets(tuple(actions), lecture)


def _action(fiche: Projet | Comite, lecture: LectureRepertoire, aujourdhui: date) -> Action:
    passe = fiche.fin is not None and fiche.fin < aujourdhui
    if isinstance(fiche, Projet):
        fini = passe or fiche.statut in (StatutProjet.TERMINE, StatutProjet.ABANDONNE)
        statut = tr(STATUTS[fiche.statut])
    else:
        fini, statut = passe, tr("dissous") if passe else tr("en activité")
    return Action(
        quoi=fiche.code,
        fiche=fiche,
        titre=nom_de(fiche),
        genre=tr("Projet") if isinstance(fiche, Projet) else tr("Comité"),
        type=lecture.mots.genre_d_action(fiche),
        periode=duree(fiche.debut, fiche.fin),
        statut=tr("à vérifier") if fiche.a_verifier else statut,
        fini=fini,
    )


def _hors_projet(activites: HorsProjet) -> Action:
    return Action(
        quoi=activites,
        fiche=None,
        titre=activites.libelle,
        genre=tr("Hors projet"),
        type=tr("Activités collectives"),
        periode="",
        statut=tr("{n} séance", "{n} séances", activites.seances),
    )
