"""One rubrique: the assistant until the journal is attached, then what is sent every day."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.operation import Changes
from journal_scls.domain.echange.inscription import IdentiteLocale, Region
from journal_scls.gui.pages.envoi.apercu import ApercuPage
from journal_scls.gui.pages.envoi.page import EnvoiPage
from journal_scls.gui.pages.page_travail import Contexte, PageTravail, Raccourcis
from journal_scls.gui.pages.rattachement.detail import DetailPage
from journal_scls.gui.pages.rattachement.page import RattachementPage
from journal_scls.gui.traduction import marque

RACCOURCIS = (
    (marque("Écrire le lot"), marque("Ctrl+Entrée")),
    (marque("Revenir à l’envoi, depuis les lignes ou le rattachement"), marque("Échap")),
    (
        marque("Prendre une invitation, une acceptation, un accusé"),
        marque("déposer le fichier sur la page"),
    ),
)


class EnvoiRubrique(QStackedWidget, PageTravail):
    """Which page is in front depends on the region, read again each time one comes."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self.rattachement = RattachementPage(contexte)
        self.envoi = EnvoiPage(contexte)
        self.detail = DetailPage(contexte)
        self._region: Region | None = None
        self._identite: IdentiteLocale | None = None
        for page in (self.rattachement, self.envoi, self.detail):
            self.addWidget(page)
        self.rattachement.rattache.connect(lambda: self._lire(arriver=True))
        self.envoi.detail.connect(self._montrer_detail)
        self.envoi.voir.connect(self._montrer_lignes)
        self.detail.revenir.connect(self._revenir)

    def entered(self) -> None:
        """Read where the journal stands; what is in hand elsewhere stays in front."""
        self._lire(arriver=True)

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: a page out of sight reads when it comes back, and once."""
        ailleurs = source not in (self.envoi, self.rattachement, self.detail)
        if self.isVisible() and ailleurs and (changes.interventions or changes.lots):
            self._lire(arriver=False)

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def _lire(self, *, arriver: bool) -> None:
        journal = self._contexte.journal
        self._contexte.runner.run(
            self,
            lambda _p: (journal.inscriptions.region(), journal.identites.ici()),
            on_success=lambda lu: self._montrer(*lu, arriver=arriver),
            libelle=None,
        )

    def _montrer(self, region: Region | None, identite: IdentiteLocale, *, arriver: bool) -> None:
        self._region, self._identite = region, identite
        if region is None or region.acceptee_le is None:
            self.rattachement.montrer(region, identite.empreinte)
            devant: QWidget = self.rattachement
        else:
            self.envoi.montrer(region)
            devant = self.envoi
        if self.currentWidget() in (self.rattachement, self.envoi):
            self.setCurrentWidget(devant)
        if arriver and self.isVisible():
            self._entrer()

    def _entrer(self) -> None:
        page = self.currentWidget()
        if isinstance(page, RattachementPage | EnvoiPage | DetailPage | ApercuPage):
            page.entered()

    def _montrer_detail(self) -> None:
        if self._region is not None and self._identite is not None:
            self.detail.montrer(self._region, self._identite)
            self.setCurrentWidget(self.detail)
            self._entrer()

    def _montrer_lignes(self, apercu: Apercu) -> None:
        page = ApercuPage(apercu)
        page.revenir.connect(self._revenir)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.entered()

    def _revenir(self) -> None:
        page = self.currentWidget()
        self.setCurrentWidget(self.envoi)
        if isinstance(page, ApercuPage):
            self.removeWidget(page)
            page.deleteLater()
        self._lire(arriver=True)
