"""The pages of an open journal: which one is in front, and what they tell each other."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.application.operation import Changes
from journal_scls.application.preferences import Preferences
from journal_scls.domain.journal.intervention import Volet
from journal_scls.gui.correction import Correction
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.fenetre.cles import ENVOI, JOURNAL, RESUME, SAISIE, touches_de
from journal_scls.gui.fenetre.poste import Poste
from journal_scls.gui.fenetre.rubriques import Rubrique, rubriques_de
from journal_scls.gui.pages.aujourdhui.page import AujourdhuiPage
from journal_scls.gui.pages.envoi.decision import verifier_copie
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.pages.page_travail import Contexte, PageTravail, Raccourcis
from journal_scls.gui.pages.resume_page import ResumePage
from journal_scls.gui.pages.saisie.page import SaisiePage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.design import Mesures
from journal_scls.gui.widgets.side_bar import JumpButton, SideBar
from journal_scls.gui.widgets.tab_order import follow_layout
from journal_scls.gui.widgets.toast import Toast

_LARGEUR_VOLET = 52  # heights of a line under which the pane leaves its place to the page


class WorkArea(QWidget):
    """One page at a time, made when first wanted; Ctrl+1 and so on, F6 between pane and page."""

    def __init__(
        self,
        journal: Journal,
        runner: TaskRunner,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        *,
        poste: Poste | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(journal.profil.titre)
        self.rubriques: Sequence[Rubrique] = rubriques_de(journal.profil.role)
        self._contexte = Contexte(
            journal,
            runner,
            dialogs,
            self.aller,
            self._corriger,
            self.nouvelle,
            self.repeter,
            poste=poste or Poste(),
        )
        self._contexte.region.setParent(self)
        self._contexte.region.lu.connect(self._compter)
        self._correction = Correction(journal.correcteur, runner, self)
        self._pages: dict[str, QWidget] = {}
        self._pile = QStackedWidget()
        entrees = [
            (r.cle, tr(r.titre), r.touches or touches_de(rang))
            for rang, r in enumerate(self.rubriques)
        ]
        self.volet = SideBar(entrees)
        self.bouton = JumpButton(entrees)
        self.volet.chosen.connect(self._montrer)
        self.volet.accepted.connect(self.entered)
        self.bouton.chosen.connect(self.aller)
        self._poser()
        self._montrer(self.rubriques[0].cle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._garder_le_foyer)

    def _poser(self) -> None:
        droite = QVBoxLayout()
        droite.setContentsMargins(0, 0, 0, 0)
        droite.setSpacing(0)
        droite.addWidget(self.bouton)
        droite.addWidget(self._pile, 1)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addWidget(self.volet)
        boite.addLayout(droite, 1)

    # --- where one is

    @property
    def courante(self) -> str:
        """The key of the rubrique in front."""
        return next(c for c, p in self._pages.items() if p is self._pile.currentWidget())

    def page(self, cle: str) -> QWidget:
        """The page of a rubrique, made now if it was never shown."""
        if cle not in self._pages:
            rubrique = next(r for r in self.rubriques if r.cle == cle)
            self._pages[cle] = rubrique.page(self._contexte)
            self._pile.addWidget(self._pages[cle])
            follow_layout(self._pages[cle])
            self._correction.suivre(self._pages[cle])
        return self._pages[cle]

    def _montrer(self, cle: str) -> None:
        self._pile.setCurrentWidget(self.page(cle))
        self.volet.select(cle)
        self.bouton.select(cle)

    def aller(self, cle: str) -> QWidget:
        """Bring a page in front, with the focus in it."""
        self._montrer(cle)
        self.entered()
        return self.page(cle)

    def entered(self) -> None:
        """The page in front came on screen."""
        page = self._pile.currentWidget()
        if isinstance(page, PageTravail):
            page.entered()

    def _garder_le_foyer(self, avant: QWidget | None, apres: QWidget | None) -> None:
        """A page that ends something out of sight does not take the keys of the one in front."""
        devant = self._pile.currentWidget()
        if apres is None or not self._pile.isAncestorOf(apres):
            return
        if devant is None or devant.isAncestorOf(apres):
            return
        if avant is not None and avant.isVisible():
            avant.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            apres.clearFocus()

    def changer_de_volet(self) -> None:
        """F6: from the page to the pane, and back."""
        navigation = self.bouton if self.volet.isHidden() else self.volet
        if navigation.hasFocus():
            self.entered()
        else:
            navigation.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a small window: the page takes the whole width."""
        super().resizeEvent(event)
        etroit = self.width() < Mesures.de(self.font()).ligne * _LARGEUR_VOLET
        self.volet.setHidden(etroit)
        self.bouton.setVisible(etroit)

    def _compter(self, situation: SituationRegion) -> None:
        """A title says how much waits on its page."""
        for rubrique in self.rubriques:
            if rubrique.compte is not None:
                nombre = rubrique.compte(situation)
                titre = tr(rubrique.titre)
                titre = f"{titre} ({nombre})" if nombre else titre
                self.volet.set_title(rubrique.cle, titre)
                self.bouton.set_title(rubrique.cle, titre)

    # --- what the window asks of all pages

    def _travaillees(self) -> list[PageTravail]:
        return [page for page in self._pages.values() if isinstance(page, PageTravail)]

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: those concerned read again."""
        self._contexte.region.changer(changes)
        for page in self._travaillees():
            page.changer(changes, source)

    def mettre_de_cote(self) -> None:
        """Keep what is being typed, before returning.

        Raises:
            ErreurJournal: the disk refuses; nothing may be closed yet.
        """
        for page in self._travaillees():
            page.mettre_de_cote()

    def raccourcis(self) -> list[tuple[str, Raccourcis]]:
        """The keys of the page in front, for F1."""
        titre = next(tr(r.titre) for r in self.rubriques if r.cle == self.courante)
        page = self._pile.currentWidget()
        lignes = page.raccourcis() if isinstance(page, PageTravail) else ()
        return [(titre, lignes)] if lignes else []

    # --- gestures that belong to no page

    @property
    def saisie(self) -> SaisiePage:
        """Where entries are typed."""
        return cast("AujourdhuiPage", self.page(SAISIE)).saisie

    def nouvelle(self) -> None:
        """A new entry."""
        self._montrer(SAISIE)
        self.saisie.nouvelle()

    def collective(self) -> None:
        """A new collective action."""
        self._montrer(SAISIE)
        self.saisie.nouvelle(Volet.COLLECTIF)

    def modeles(self) -> None:
        """The templates, for the entry."""
        self._montrer(SAISIE)
        self.saisie.modeles()

    def repeter(self) -> None:
        """The entry chosen in front, else the last one, again at the date of the panel."""
        devant = self._pile.currentWidget()
        id_ = devant.a_repeter() if isinstance(devant, PageTravail) else None
        self._montrer(SAISIE)
        self.saisie.repeter(id_)

    def _corriger(self, id_: UUID) -> None:
        self.aller(SAISIE)
        self.saisie.corriger(id_)

    def enregistrer(self) -> None:
        """Ctrl+S always answers; elsewhere than in the entry, everything is saved already."""
        if self.courante == SAISIE:
            self.saisie.enregistrer()
        else:
            Toast.of(self.window()).show_message(tr("Tout est enregistré"))

    def rechercher(self) -> None:
        """Search the list."""
        cast("JournalPage", self.aller(JOURNAL)).rechercher()

    def envoyer(self) -> None:
        """What goes to the region."""
        self.aller(ENVOI)

    def regler(self, preferences: Preferences) -> None:
        """What the person chose for this journal."""
        self._correction.activer(preferences.orthographe)

    def ouverte(self) -> None:
        """The journal was just opened: ask what cannot wait."""
        if ENVOI in {rubrique.cle for rubrique in self.rubriques}:
            verifier_copie(self._contexte, self)

    def faire_pdf(self) -> None:
        """The month's summary, from anywhere."""
        cast("ResumePage", self.aller(RESUME)).faire_pdf()
