"""The forms of a page, kept while they are typed: a lock, a crash, and they are there again."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from journal_scls.application.journal import Journal
from journal_scls.application.saisie.carnet import CarnetFormulaire
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import FicheRepertoire
from journal_scls.gui.etat_champs import lire_champ, poser_champ
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFiche, EtapeFormulaire
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.pages.saisie.gardien import DELAI_MS, Gardien, Sujet
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr

_ETAPE, _FICHE, _CHAMPS = "etape", "fiche", "champs"


class GardeFormulaires(QObject):
    """`ouvrir` a form, `clore` it when it is saved or left; `offrir` brings back what was lost."""

    def __init__(
        self,
        nom: str,
        etapes: Iterable[EtapeFormulaire],
        journal: Journal,
        runner: Runner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._etapes = {type(etape).__name__: etape for etape in etapes}
        self._aujourdhui = journal.horloge.aujourdhui
        self._runner = runner
        self._carnet = CarnetFormulaire(nom, journal.preference, journal.enregistrer_preference)
        self._devant: EtapeFormulaire | None = None
        self._offert = False
        self._gardien = Gardien(self._carnet, runner, self._etat, self)
        self._gardien.empeche.connect(self._dire)
        self._minuterie = QTimer(self)
        self._minuterie.setInterval(DELAI_MS)
        self._minuterie.timeout.connect(self._gardien.garder)

    def ouvrir(
        self,
        etape: EtapeFormulaire,
        fiche: FicheRepertoire | None,
        lecture: LectureRepertoire,
    ) -> None:
        """Show a card in its form, None for a new one, and keep what is typed from now on."""
        etape.ouvrir(fiche, lecture)
        self._devant = etape
        self._gardien.suivre(self._etat(), Sujet())
        self._minuterie.start()

    def clore(self) -> None:
        """The form is saved, or left: its draft goes."""
        self._minuterie.stop()
        id_, self._devant = self._gardien.detacher(), None
        self._gardien.suivre({}, Sujet())
        if id_ is not None:
            self._runner.run(
                self,
                lambda _p: self._carnet.jeter_brouillon(id_),
                on_success=lambda _rien: None,
                libelle=None,
            )

    def mettre_de_cote(self) -> None:
        """Keep it before returning: the window locks or closes.

        Raises:
            ErreurJournal: the disk refuses.
        """
        self._gardien.garder_tout_de_suite()

    def offrir(
        self, lecture: LectureRepertoire, montrer: Callable[[EtapeFormulaire], None]
    ) -> None:
        """Open again what was being typed, once; `montrer` brings its form in front."""
        if self._offert:
            return
        self._offert = True

        def reprendre(garde: Mapping[str, object] | None) -> None:
            etape = self._reprendre(garde, lecture) if garde and self._devant is None else None
            if etape is not None:
                montrer(etape)
                etape.say(tr("Voici ce que vous aviez commencé."), "aide")

        self._runner.run(
            self, lambda _p: self._carnet.brouillon(), on_success=reprendre, libelle=None
        )

    def _reprendre(
        self, garde: Mapping[str, object], lecture: LectureRepertoire
    ) -> EtapeFormulaire | None:
        """None when its card is gone, or when it comes from another version."""
        etape, champs = self._etapes.get(str(garde.get(_ETAPE))), garde.get(_CHAMPS)
        id_ = str(garde.get(_FICHE) or "")
        fiche = lecture.vue.toutes.get(UUID(id_)) if id_ else None
        if etape is None or not isinstance(champs, Mapping):
            return None
        if fiche is None and (id_ or not isinstance(etape, EtapeFiche)):
            return None
        self.ouvrir(etape, fiche, lecture)
        self._gardien.suivre(self._etat(), Sujet(), nouvel_identifiant())
        for nom, rang in etape.rangs.items():
            if nom in champs:
                poser_champ(rang.field, champs[nom])
        return etape

    def _etat(self) -> Etat:
        etape, jour = self._devant, self._aujourdhui()
        if etape is None:
            return {}
        return {
            _ETAPE: type(etape).__name__,
            _FICHE: str(etape.en_main.id) if etape.en_main else "",
            _CHAMPS: {nom: lire_champ(r.field, jour) for nom, r in etape.rangs.items()},
        }

    def _dire(self, erreur: object) -> None:
        if self._devant is not None:
            self._devant.say(str(erreur), "erreur")
