"""Saving in the background: what was sent, how it went, and how to undo it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Brouillon
from journal_scls.application.operation import Changes, Progress
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.application.saisie.ports_saisie import Habitudes
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.journal.detecteur import Detecteur
from journal_scls.domain.journal.intervention import Contenu, Intervention
from journal_scls.domain.ligne_rapide.lexique import FicheNommee, Lexique
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.gui.pages.saisie.choix import ChoixRepertoire
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr

RAISON = "Annulée juste après la saisie"
_RECENTS = 5
_ECRITURE = Changes(interventions=True, brouillons=True)


class RunnerQuiAttend(Runner, Protocol):
    """The entry page must know that a save is over before the journal closes."""

    def attendre_fin(self, delai_s: float | None = None) -> bool: ...


@dataclass(frozen=True)
class Depart:
    """What the form needs of the journal."""

    repertoire: ChoixRepertoire
    brouillons: tuple[Brouillon, ...]
    lexique: Lexique
    detecteur: Detecteur
    habitudes: Habitudes
    changes: Changes = field(default_factory=Changes)


def charger(journal: Journal, changes: Changes | None = None) -> Depart:
    """Read it; for a worker."""
    vue, habitudes = journal.repertoire.vue(), journal.journees.habitudes()
    rangs = {vue.fusions.courant(id_): rang for rang, id_ in enumerate(habitudes.services)}
    repertoire = ChoixRepertoire(
        vue.milieux,
        vue.organismes,
        journal.lectures.derniers_milieux(_RECENTS),
        vue.fusions,
        services=sorted(vue.services, key=lambda s: rangs.get(s.id, len(rangs))),
        projets=(*vue.projets, *vue.comites),
    )
    return Depart(
        repertoire,
        journal.interventions.brouillons(),
        _lexique(journal, vue),
        journal.detecteur(),
        habitudes,
        changes or Changes(),
    )


def _lexique(journal: Journal, vue: VueRepertoire) -> Lexique:
    """The words of a line, with the names of this directory."""
    projets: tuple[Projet | Comite, ...] = (*vue.projets, *vue.comites)
    services = [
        FicheNommee(str(s.id), s.nom, parent=f"{s.destination}:{s.service}") for s in vue.services
    ]
    return (
        journal.lexique()
        .avec("milieu", [FicheNommee(str(m.id), m.nom, m.code) for m in vue.milieux])
        .avec("projet", [FicheNommee(p.code, p.titre, p.code) for p in projets])
        .avec("ressource", services)
    )


@dataclass(frozen=True)
class Envoi:
    """What the form said when it was saved, enough to put everything back."""

    contenu: Contenu
    etat: Etat
    brouillon: UUID | None
    base: Intervention | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Enregistrement:
    """A revision that is on disk."""

    intervention: Intervention
    changes: Changes = _ECRITURE


class Envois(QObject):
    """`reussi(Envoi, Intervention)`, `refuse(Envoi, ErreurJournal or None)`, `defait(Envoi)`."""

    reussi = Signal(object, object)
    refuse = Signal(object, object)
    defait = Signal(object)
    empeche = Signal(object)

    def __init__(self, interventions: Interventions, runner: Runner, page: QWidget) -> None:
        super().__init__(page)
        self._interventions = interventions
        self._runner = runner
        self._page = page
        self.en_cours = 0

    def enregistrer(self, envoi: Envoi) -> None:
        """A new entry, or a revision of the one it corrects."""
        self.en_cours += 1
        self._runner.run(
            self._page,
            self._op(envoi),
            on_success=lambda fait: self.reussi.emit(envoi, fait.intervention),
            on_error=lambda erreur: self.refuse.emit(envoi, erreur),
            on_cancelled=lambda: self.refuse.emit(envoi, None),
            on_done=self._fini,
            libelle=tr("Enregistrement"),
        )

    def defaire(self, envoi: Envoi, faite: Intervention) -> None:
        """A new entry is cancelled with its reason; a correction says again what was before."""
        base = envoi.base

        def op(_progress: Progress) -> Enregistrement:
            if base is None:
                return Enregistrement(self._interventions.annuler(faite.id, RAISON))
            return Enregistrement(
                self._interventions.corriger(faite.id, base.contenu, revision=faite.revision)
            )

        self._runner.run(
            self._page,
            op,
            on_success=lambda _fait: self.defait.emit(envoi),
            on_error=self._empecher,
            libelle=tr("Annulation"),
        )

    def _op(self, envoi: Envoi) -> Callable[[Progress], Enregistrement]:
        if envoi.base is None:
            faire = partial(self._interventions.saisir, envoi.contenu, brouillon=envoi.brouillon)
        else:
            faire = partial(
                self._interventions.corriger,
                envoi.base.id,
                envoi.contenu,
                revision=envoi.revision,
                brouillon=envoi.brouillon,
            )
        return lambda _progress: Enregistrement(faire())

    def _fini(self) -> None:
        self.en_cours -= 1

    def _empecher(self, erreur: ErreurJournal) -> None:
        self.empeche.emit(erreur)
