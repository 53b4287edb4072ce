"""From an empty window to an open journal: which page comes in front, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from journal_scls.application.operation import Progress
from journal_scls.domain.errors import Environnement, ErreurJournal, RegleMetier
from journal_scls.gui.depart.chargement import Etapes, paquets_pas_a_pas, pas_a_pas, sans_ramassage
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.pages.attente_page import AttentePage, EmpechementPage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.traduction import marque, tr

if TYPE_CHECKING:
    from journal_scls.application.journal import Atelier, Journal
    from journal_scls.application.ports_dossiers import Secret

_FILTRE = marque("Sauvegardes de Journal SCLS (*.scls-sauvegarde);;Tous les fichiers (*)")
_FRONTALES = (
    "journal_scls.gui.pages.deverrouillage.page",
    "journal_scls.gui.feuille_secours",
    "journal_scls.gui.pages.accueil.page",
)
# The pages of a journal, loaded while somebody looks for its passphrase.
_TRAVAIL = (
    "journal_scls.gui.widgets",
    "journal_scls.gui.models",
    "journal_scls.gui.pages.saisie",
    "journal_scls.gui.pages",
)
_SANS_QT = "babel.dates"
T = TypeVar("T")


@dataclass(frozen=True)
class Etat:
    """What was found in the dossier: is a journal there, is it open already, what to say."""

    existe: bool
    journal: "Journal | None" = None
    avis: str = ""


class Ouverture(QObject):
    """The workshop is made, and every secret tried, in the workers of the runner."""

    def __init__(
        self,
        fenetre: MainWindow,
        runner: TaskRunner,
        dialogs: Dialogs,
        *,
        fabrique: "Callable[[], Atelier]",
        dossier: Path,
        secret: "Secret | None",
    ) -> None:
        super().__init__(fenetre)
        self._fenetre = fenetre
        self._runner = runner
        self._dialogs = dialogs
        self._fabrique = fabrique
        self._dossier = dossier
        self._secret = secret
        self._atelier: Atelier | None = None
        self._frontales = Etapes(pas_a_pas(*_FRONTALES), self)
        self._travail = Etapes(paquets_pas_a_pas(*_TRAVAIL), self)
        fenetre.verrouille.connect(lambda: self.deverrouiller(""))
        fenetre.restauration_voulue.connect(self.restaurer)

    def demarrer(self) -> None:
        """Make the workshop, then look into the dossier."""
        self._tenter(self._preparer, self._prepare)

    def _tenter(self, op: Callable[[Progress], T], reussi: Callable[[T], None]) -> None:
        """Run a step of the start; whatever happens, the window never stays on « un instant »."""
        attente = self._fenetre.devant
        if not isinstance(attente, AttentePage):
            attente = AttentePage(tr("Un instant, le journal se prépare…"))
            self._fenetre.montrer(attente)

        def fini() -> None:
            occupe = self._runner.occupe or self._frontales.en_cours
            if self._fenetre.devant is attente and not occupe:
                self._empeche(_imprevu())

        self._runner.run(
            self._fenetre,
            op,
            on_success=reussi,
            on_error=self._empeche,
            on_done=fini,
            libelle=None,
        )

    def _preparer(self, _progress: Progress) -> "Atelier":
        with sans_ramassage():
            atelier = self._fabrique()
            atelier.vocabulaires()
        return atelier

    def _prepare(self, atelier: "Atelier") -> None:
        self._atelier = atelier
        self._frontales.suivre(self._chercher_et_charger, self._rater)

    def _chercher_et_charger(self) -> None:
        self.chercher()
        self._travail.suivre(lambda: None, self._rater)
        self._runner.run(
            self._fenetre,
            lambda _p: import_module(_SANS_QT),
            on_success=lambda _module: None,
            libelle=None,
        )

    def _rater(self, echec: BaseException) -> None:
        """A page is missing: the person is not left waiting, and the bug is told."""
        self._empeche(_imprevu())
        raise echec

    def chercher(self) -> None:
        """Open what opens without a question; otherwise ask the right one."""
        atelier = self._atelier
        if atelier is None:
            self.demarrer()
            return
        secret = self._secret
        self._tenter(
            lambda progress: chercher(progress, atelier, self._dossier, secret), self._trouve
        )

    def deverrouiller(self, avis: str) -> None:
        """Ask the passphrase. After a lock the keyring is not asked: it would undo the lock."""
        if self._atelier is None:
            return
        from journal_scls.gui.pages.deverrouillage.page import DeverrouillagePage

        page = DeverrouillagePage(self._atelier, self._dossier, self._runner)
        page.ouvert.connect(self._ouvrir)
        page.restauration_demandee.connect(self.restaurer)
        page.dire(avis)
        self._fenetre.montrer(page)
        self._fenetre.rendre_frappes(page.phrase.champ.edit)

    def _ouvrir(self, journal: "Journal", avis: str = "") -> None:
        self._travail.finir()
        self._fenetre.ouvrir(journal, avis)

    def accueillir(self) -> None:
        """Make a new journal."""
        if self._atelier is None:
            return
        from journal_scls.gui.pages.accueil.page import AccueilPage

        page = AccueilPage(self._atelier, self._dossier, self._runner, self._dialogs)
        page.termine.connect(self._ouvrir)
        page.restauration_demandee.connect(self.restaurer)
        self._fenetre.montrer(page)

    def restaurer(self) -> None:
        """Put a backup in the place of whatever stands in the dossier, which is kept aside."""
        self._dialogs.choisir_fichier_a_ouvrir(
            self._fenetre, tr("Choisir la sauvegarde à restaurer"), tr(_FILTRE), self._confirmer
        )

    def _confirmer(self, fichier: Path) -> None:
        self._dialogs.confirmer(
            self._fenetre,
            tr("Restaurer « {fichier} » ?", fichier=fichier.name),
            lambda: self._fenetre.laisser(lambda: self._restaurer(fichier)),
            action=tr("Restaurer"),
            suite=tr(
                "Ce que le journal contient depuis cette sauvegarde n’y sera plus. S’il y a un "
                "journal en place, il est gardé à côté : rien n’est effacé."
            ),
        )

    def _restaurer(self, fichier: Path) -> None:
        atelier = self._atelier
        if atelier is None:
            return
        self._runner.run(
            self._fenetre,
            lambda _p: atelier.sauvegardes.restaurer(fichier, self._dossier),
            on_success=self._restaure,
            on_error=self._non_restauree,
            libelle=tr("Restauration de la sauvegarde"),
        )

    def _non_restauree(self, erreur: ErreurJournal) -> None:
        """The journal that was there is still there; a window that left it asks for it again."""
        self._dialogs.erreur(self._fenetre, erreur)
        if isinstance(self._fenetre.devant, AttentePage):
            self.chercher()

    def _restaure(self, ancien: Path | None) -> None:
        garde = (
            tr(" L’ancien journal est gardé dans « {fichier} ».", fichier=ancien.name)
            if ancien
            else ""
        )
        self.deverrouiller(
            tr(
                "La sauvegarde est en place.{garde} Entrez la phrase de passe qu’elle avait.",
                garde=garde,
            )
        )

    def _trouve(self, etat: Etat) -> None:
        self._secret = None
        if etat.journal is not None or not etat.existe:
            self._fenetre.rendre_frappes(None)
        if etat.journal is not None:
            self._ouvrir(etat.journal)
        elif etat.existe:
            self.deverrouiller(etat.avis)
        else:
            self.accueillir()

    def _empeche(self, erreur: ErreurJournal) -> None:
        self._fenetre.rendre_frappes(None)
        page = EmpechementPage(erreur, restaurable=self._atelier is not None)
        page.reessayer.connect(self.chercher)
        page.restauration_demandee.connect(self.restaurer)
        self._fenetre.montrer(page)


def _imprevu() -> Environnement:
    return Environnement(
        tr("Le journal n’a pas pu être préparé."),
        tr("Réessayez; vos saisies ne sont pas touchées."),
    )


def chercher(
    progress: Progress, atelier: "Atelier", dossier: Path, secret: "Secret | None"
) -> Etat:
    """In a worker: a secret that does not fit is a question, anything else is an obstacle."""
    from journal_scls.application.ports_dossiers import Secret
    from journal_scls.gui.pages.ouvrir import voulu

    if not atelier.dossiers.existe(dossier):
        return Etat(existe=False)
    if secret is None and atelier.dossiers.trousseau_pret(dossier):
        secret = Secret(trousseau=True)
    if secret is None:
        return Etat(existe=True)
    try:
        return Etat(existe=True, journal=voulu(progress, atelier.ouvrir(dossier, secret)))
    except RegleMetier as refus:
        return Etat(existe=True, avis="" if secret.trousseau else str(refus))
