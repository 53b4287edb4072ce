"""The one window: what is in front, the menus, the sentence of state. It holds no business."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QMainWindow

from journal_scls.domain.errors import ErreurJournal

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from journal_scls.application.journal import Journal
    from journal_scls.application.operation import Changes
    from journal_scls.application.preferences import Preferences
    from journal_scls.gui.apparence.palettes import Couleurs
    from journal_scls.gui.apparence.preference import Apparence
    from journal_scls.gui.dialogs import Dialogs, Rappel
    from journal_scls.gui.fenetre.aide import Aide
    from journal_scls.gui.fenetre.centre import Centre
    from journal_scls.gui.fenetre.etat import LigneEtat
    from journal_scls.gui.fenetre.menus import Menus
    from journal_scls.gui.fenetre.work_area import WorkArea
    from journal_scls.gui.task_runner import TaskRunner
    from journal_scls.gui.verrou.autoverrou import AutoVerrou

TITRE = "Journal SCLS"


@runtime_checkable
class Quittable(Protocol):
    """A front page that has something to put away, or to ask, before the window closes."""

    def quitter(self, suite: "Rappel") -> None: ...


class MainWindow(QMainWindow):
    """Painted bare at first, with its name alone; `equiper` makes it the window of the program.

    What this module imports delays that first paint: the rest is imported where it is used.
    `verrouille` follows a lock: the journal is closed and its widgets are gone.
    """

    peinte = Signal()
    verrouille = Signal()
    restauration_voulue = Signal()

    _apparence: "Apparence"
    _aide: "Aide"
    _runner: "TaskRunner"
    _dialogs: "Dialogs"
    _menus: "Menus"
    centre: "Centre"
    etat: "LigneEtat"

    def __init__(self, couleurs: "Couleurs | None" = None) -> None:
        super().__init__()
        self._peinte = self._equipee = self._fermable = self._sortie = False
        self._frappes: list[QEvent] | None = []
        self._journal: Journal | None = None
        self._retour: tuple[Path, str] | None = None
        self.travail: WorkArea | None = None
        self.autoverrou: AutoVerrou | None = None
        self.setWindowTitle(TITRE)
        self._dimensionner()
        if couleurs is not None:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(couleurs.fenetre))
            palette.setColor(QPalette.ColorRole.WindowText, QColor(couleurs.texte))
            self.setPalette(palette)

    def _dimensionner(self) -> None:
        ligne = QFontMetrics(self.font()).height()
        place = self.screen().availableGeometry()
        self.resize(min(ligne * 72, place.width()), min(ligne * 50, place.height() - 2 * ligne))

    def equiper(
        self,
        runner: "TaskRunner",
        dialogs: "Dialogs",
        apparence: "Apparence",
        *,
        aide: "Aide | None" = None,
    ) -> None:
        """Give the bare window its menus and its first page; it keeps its place and its size."""
        from PySide6.QtCore import Qt

        from journal_scls.gui.fenetre.aide import Aide
        from journal_scls.gui.fenetre.centre import Centre
        from journal_scls.gui.fenetre.etat import LigneEtat
        from journal_scls.gui.fenetre.menus import Menus
        from journal_scls.gui.pages.attente_page import AttentePage
        from journal_scls.gui.traduction import tr

        self._apparence = apparence
        self._aide = aide or Aide(None)
        self._runner = runner
        self._dialogs = dialogs
        self.setPalette(QPalette())
        self.centre = Centre()
        self._equipee = True
        self.setCentralWidget(self.centre)
        self.centre.show()  # in a window that is on screen, Qt would only do it at the next event
        self.etat = LigneEtat(runner, dialogs)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.etat, 1)
        self.statusBar().hide()
        self._menus = Menus(self, apparence)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        runner.changed.connect(self._sur_changement)
        self.montrer(AttentePage(tr("Un instant, le journal se prépare…")))

    def montrer(self, page: "QWidget") -> None:
        """Put a page in front of everything; the former one is gone."""
        self.centre.montrer(page)
        nom = page.windowTitle()
        self.setWindowTitle(f"{nom} – {TITRE}" if nom else TITRE)
        entree = getattr(page, "entered", None)
        if entree is not None:
            entree()

    @property
    def devant(self) -> "QWidget | None":
        """The page in front; none while the window is bare."""
        return self.centre.devant if self._equipee else None

    @property
    def bandeau(self) -> "QWidget":
        """The banner of the demonstration."""
        return self.centre.bandeau

    def ouvrir(self, journal: "Journal", avis: str = "") -> None:
        """Show a journal, and make the day's copy behind it."""
        from journal_scls.gui.fenetre.poste import Poste
        from journal_scls.gui.fenetre.work_area import WorkArea
        from journal_scls.gui.verrou.autoverrou import AutoVerrou
        from journal_scls.gui.widgets.toast import Toast

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

    def laisser(self, suite: "Rappel") -> None:
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

    def _sortir(self, suite: "Rappel") -> None:
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

    def _fermer_journal(self, journal: "Journal", suite: "Rappel") -> None:
        from journal_scls.gui.fenetre.surgies import ranger
        from journal_scls.gui.pages.attente_page import AttentePage
        from journal_scls.gui.traduction import tr

        if self.autoverrou is not None:
            self.autoverrou.finir()
        ranger(self)
        self.travail = self._journal = None
        self.etat.oublier()
        self.montrer(AttentePage(tr("Fermeture du journal…")))
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

    def closeEvent(self, event: "QCloseEvent") -> None:
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

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Say once that the person sees something: heavy work may begin."""
        super().paintEvent(event)
        if not self._equipee:
            self._peindre_nom()
        if not self._peinte:
            self._peinte = True
            QTimer.singleShot(0, self.peinte.emit)  # once this is on screen

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """While no page can be typed in, nothing typed is lost."""
        super().keyPressEvent(event)
        if self._frappes is not None:
            self._frappes.append(event.clone())

    def rendre_frappes(self, champ: "QWidget | None") -> None:
        """Type in a field what was typed before it came, or forget it; nothing is kept any more.

        Only a field that hides its text may be given it: most often it is a passphrase.
        """
        from PySide6.QtWidgets import QApplication

        frappes, self._frappes = self._frappes or [], None
        if champ is not None:
            for frappe in frappes:
                QApplication.sendEvent(champ, frappe)

    def _peindre_nom(self) -> None:
        """The name of the product, where the first page will have it.

        Only with calls that do not need Qt's hundred enumerations (40 ms).
        """
        peintre = QPainter(self)
        police = QFont(self.font())
        police.setPointSizeF(police.pointSizeF() * 1.6)
        police.setBold(True)
        peintre.setFont(police)
        ligne = QFontMetrics(self.font()).height()
        gauche = max(round(ligne * 1.25), (self.width() - ligne * 42) // 2)
        peintre.drawText(gauche, round(ligne * 4.75), TITRE)
        peintre.end()

    def sauvegarder(self) -> None:
        """A copy where the person wants it, on a USB key for instance."""
        from journal_scls.gui.traduction import tr

        journal = self._journal
        if journal is None:
            return

        def copier(place: Path) -> None:
            self._runner.run(
                self,
                lambda _p: journal.sauvegardes.creer(journal.base, place),
                on_success=lambda copie: self._dialogs.informer(
                    self, tr("La copie est faite et vérifiée."), suite=str(copie)
                ),
                libelle=tr("Sauvegarde"),
            )

        self._dialogs.choisir_dossier(self, tr("Où mettre la copie ?"), copier)

    def montrer_aide(self) -> None:
        """The guide of the page in front, its keys, those of the menus."""
        from journal_scls.gui.fenetre.menus import raccourcis
        from journal_scls.gui.traduction import tr
        from journal_scls.gui.widgets.shortcuts_dialog import ShortcutsDialog

        travail = self.travail
        sujet = travail.courante if travail is not None else str(getattr(self.devant, "aide", ""))
        pages = travail.raccourcis() if travail is not None else []
        groupes = [*pages, (tr("Dans les menus"), raccourcis(self))]
        ShortcutsDialog(groupes, self, guide=self._aide.texte(sujet)).open()

    def montrer_version(self) -> None:
        """Name, version, licence."""
        from PySide6.QtWidgets import QApplication

        from journal_scls.gui.traduction import tr

        self._dialogs.informer(
            self,
            f"{TITRE} {QApplication.applicationVersion()}",
            suite=tr(
                "Journal de bord du soutien communautaire en logement social. Logiciel libre, "
                "licence LiLiQ-P 1.1."
            ),
        )

    def dans_le_journal(self, geste: "Callable[[WorkArea], None]") -> None:
        """Ask something of the pages, if a journal is open."""
        if self.travail is not None:
            geste(self.travail)

    def _sur_changement(self, changes: "Changes", source: "QObject") -> None:
        self.etat.changement(changes)
        if self.travail is not None:
            self.travail.changer(changes, source)
