"""The one window: what is in front, the menus, the sentence of state. It holds no business."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from journal_scls.application.operation import Changes
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.aide import Aide
from journal_scls.gui.apparence import Apparence
from journal_scls.gui.dialogs import Dialogs, Rappel
from journal_scls.gui.etat import LigneEtat
from journal_scls.gui.menus import Menus, raccourcis
from journal_scls.gui.pages.attente_page import AttentePage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.shortcuts_dialog import ShortcutsDialog
from journal_scls.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from journal_scls.application.journal import Journal
    from journal_scls.application.preferences import Preferences
    from journal_scls.gui.autoverrou import AutoVerrou
    from journal_scls.gui.work_area import WorkArea

TITRE = "Journal SCLS"
_DEMO = "DÉMO : journal fictif. Rien de ce qu’il contient n’est réel."


@runtime_checkable
class Quittable(Protocol):
    """A front page that has something to put away, or to ask, before the window closes."""

    def quitter(self, suite: Rappel) -> None: ...


class MainWindow(QMainWindow):
    """`verrouille` follows a lock: the journal is closed and its widgets are gone."""

    peinte = Signal()
    verrouille = Signal()
    restauration_voulue = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        dialogs: Dialogs,
        apparence: Apparence,
        *,
        aide: Aide | None = None,
    ) -> None:
        super().__init__()
        self._apparence = apparence
        self._aide = aide or Aide(None)
        self._runner = runner
        self._dialogs = dialogs
        self._peinte = self._fermable = self._sortie = False
        self._journal: Journal | None = None
        self._retour: tuple[Path, str] | None = None
        self.travail: WorkArea | None = None
        self.autoverrou: AutoVerrou | None = None
        self._poser_centre()
        self._menus = Menus(self, apparence)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._dimensionner()
        runner.changed.connect(self._sur_changement)
        self.montrer(AttentePage("Un instant, le journal se prépare…"))

    def _poser_centre(self) -> None:
        self.bandeau = texte(_DEMO, "bandeau")
        self.bandeau.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bandeau.setMargin(4)
        self.bandeau.hide()
        self._pile = QStackedWidget()
        centre = QWidget()
        boite = QVBoxLayout(centre)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addWidget(self.bandeau)
        boite.addWidget(self._pile, 1)
        self.setCentralWidget(centre)
        self.etat = LigneEtat(self._runner, self._dialogs)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.etat, 1)
        self.statusBar().hide()

    def _dimensionner(self) -> None:
        ligne = Mesures.de(self.font()).ligne
        place = self.screen().availableGeometry()
        self.resize(min(ligne * 72, place.width()), min(ligne * 50, place.height() - 2 * ligne))

    def montrer(self, page: QWidget) -> None:
        """Put a page in front of everything; the former one is gone."""
        ancienne = self._pile.currentWidget()
        if ancienne is not None:
            self._pile.removeWidget(ancienne)
            ancienne.hide()
            ancienne.deleteLater()
        self._pile.addWidget(page)
        self._pile.setCurrentWidget(page)
        nom = page.windowTitle()
        self.setWindowTitle(f"{nom} – {TITRE}" if nom else TITRE)
        entree = getattr(page, "entered", None)
        if entree is not None:
            entree()

    @property
    def devant(self) -> QWidget | None:
        """The page in front."""
        return self._pile.currentWidget()

    def ouvrir(self, journal: "Journal", avis: str = "") -> None:
        """Show a journal, and make the day's copy behind it."""
        from journal_scls.gui.autoverrou import AutoVerrou
        from journal_scls.gui.poste import Poste
        from journal_scls.gui.work_area import WorkArea

        if self.autoverrou is None:
            self.autoverrou = AutoVerrou(self, self._runner, self.verrouiller)
        self._journal = journal
        poste = Poste(
            self._apparence, self._regler, self.restauration_voulue.emit, self.sauvegarder
        )
        self.travail = WorkArea(journal, self._runner, self._dialogs, poste=poste)
        self.bandeau.setVisible(journal.profil.demo)
        self.statusBar().show()
        self._menus.ouvrir(self.travail)
        self.montrer(self.travail)
        self.etat.suivre(journal)
        self.travail.ouverte()
        self._reprendre(journal)
        if avis:
            Toast.of(self).show_message(avis)

    def _reprendre(self, journal: "Journal") -> None:
        """Back to the page that a lock hid, with what the person chose for this journal."""
        from journal_scls.application.preferences import lire_preferences

        retour, self._retour = self._retour, None
        if self.travail is not None and retour is not None and retour[0] == journal.dossier:
            self.travail.aller(retour[1])
        self._runner.run(
            self,
            lambda _p: lire_preferences(journal.preference),
            on_success=lambda lues: self._regler(lues) if journal is self._journal else None,
            libelle=None,
        )

    def _regler(self, preferences: "Preferences") -> None:
        if self.autoverrou is not None and self.travail is not None:
            self.autoverrou.regler(preferences)
            self.travail.regler(preferences)

    def laisser(self, suite: Rappel) -> None:
        """Call `suite` once no journal is open."""
        if self._journal is None:
            suite()
        else:
            self._sortir(suite)

    def verrouiller(self) -> None:
        """Put the draft aside, close the journal, forget what the widgets show."""
        if self.travail is not None and self._journal is not None:
            self._retour = (self._journal.dossier, self.travail.courante)
        self._sortir(self.verrouille.emit)

    def _sortir(self, suite: Rappel) -> None:
        """Leave the journal, unless what is being typed cannot be kept: then nothing moves."""
        travail, journal = self.travail, self._journal
        if travail is None or journal is None or self._sortie:
            return
        try:
            travail.mettre_de_cote()
        except ErreurJournal as erreur:
            self._dialogs.erreur(self, erreur)
            return
        self._sortie = True
        self._runner.annuler_tout()
        self._menus.fermer()
        self._fermer_journal(journal, suite)

    def _fermer_journal(self, journal: "Journal", suite: Rappel) -> None:
        from journal_scls.gui.presse_papiers import vider_le_notre

        if self.autoverrou is not None:
            self.autoverrou.finir()
        surgie = QApplication.activePopupWidget()
        if surgie is not None:
            surgie.close()
        for boite in self.findChildren(QDialog):
            boite.close()
        QToolTip.hideText()
        vider_le_notre()
        Toast.of(self).dismiss()
        self.travail = self._journal = None
        self.etat.oublier()
        self.montrer(AttentePage("Fermeture du journal…"))
        self.bandeau.hide()
        self.statusBar().hide()

        def fini() -> None:
            self._sortie = False
            suite()

        self._runner.run(
            self,
            lambda _p: journal.fermer(),
            on_success=lambda _rien: None,
            on_done=fini,
            libelle=None,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: the window goes once everything is put away."""
        if self._fermable:
            event.accept()
            return
        event.ignore()
        devant = self.devant
        if self._journal is not None:
            self._sortir(self._fermer_pour_de_bon)
        elif isinstance(devant, Quittable):
            devant.quitter(self._fermer_pour_de_bon)
        elif not self._sortie:
            self._fermer_pour_de_bon()

    def _fermer_pour_de_bon(self) -> None:
        self._fermable = True
        QTimer.singleShot(0, self.close)  # Qt ignores a close() called inside a closeEvent

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the person sees something: heavy work may begin."""
        super().paintEvent(event)
        if not self._peinte:
            self._peinte = True
            self.peinte.emit()

    def sauvegarder(self) -> None:
        """A copy where the person wants it, on a USB key for instance."""
        journal = self._journal
        if journal is None:
            return

        def copier(place: Path) -> None:
            self._runner.run(
                self,
                lambda _p: journal.sauvegardes.creer(journal.base, place),
                on_success=lambda copie: self._dialogs.informer(
                    self, "La copie est faite et vérifiée.", suite=str(copie)
                ),
                libelle="Sauvegarde",
            )

        self._dialogs.choisir_dossier(self, "Où mettre la copie ?", copier)

    def montrer_aide(self) -> None:
        """The guide of the page in front, its keys, those of the menus."""
        travail = self.travail
        sujet = travail.courante if travail is not None else str(getattr(self.devant, "aide", ""))
        pages = travail.raccourcis() if travail is not None else []
        groupes = [*pages, ("Dans les menus", raccourcis(self))]
        ShortcutsDialog(groupes, self, guide=self._aide.texte(sujet)).open()

    def montrer_version(self) -> None:
        """Name, version, licence."""
        self._dialogs.informer(
            self,
            f"{TITRE} {QApplication.applicationVersion()}",
            suite="Journal de bord du soutien communautaire en logement social. Logiciel libre, "
            "licence LiLiQ-P 1.1.",
        )

    def dans_le_journal(self, geste: "Callable[[WorkArea], None]") -> None:
        """Ask something of the pages, if a journal is open."""
        if self.travail is not None:
            geste(self.travail)

    def _sur_changement(self, changes: Changes, source: QObject) -> None:
        self.etat.changement(changes)
        if self.travail is not None:
            self.travail.changer(changes, source)
