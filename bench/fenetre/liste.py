"""The journal of 100 000 entries on screen: its first paint, and each time it is asked otherwise.

Beside a QTableWidget filled with the same texts, which is what one writes without thinking.
"""

import os
import statistics
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractItemModel, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QTableWidget, QTableWidgetItem, QWidget

from bench.fenetre.grand_journal import grand_journal
from bench.fenetre.tableau import Mesure
from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Filtre
from journal_scls.gui.app import JournalApplication
from journal_scls.gui.dialogs import QtDialogs
from journal_scls.gui.models.journal_model import COLONNES, JournalModel
from journal_scls.gui.pages.journal.criteres import Criteres
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.theme import Theme
from journal_scls.paths import data_root

TITRE = "Liste de 100 000 interventions"
CIBLE_PEINTURE, CIBLE_RAFRAICHIR_MS = 0.05, 33.0
_TOURS = 5
_REVEIL_MS = 4
_CALME_S = 0.3  # the totals of the last question are over when the next one comes
_DEMANDES = (
    Criteres(texte="santé"),
    Criteres(texte="voisin bruit"),
    Criteres(texte="sol"),
    Criteres(choisis={"volet": "COLLECTIF"}),
    Criteres(choisis={"milieu": "La Montée", "clientele": "FAMILLES"}),
    Criteres(periode="annee"),
    Criteres(),
)


class _Peintre(QObject):
    """Knows when a list was painted after its rows last changed."""

    def __init__(self, surveille: QWidget, modele: QAbstractItemModel) -> None:
        super().__init__(surveille)
        self.change = self.peint = False
        surveille.installEventFilter(self)
        modele.modelReset.connect(self._noter)

    def oublier(self) -> None:
        """Wait for other rows."""
        self.change = self.peint = False

    def eventFilter(self, _objet: QObject, evenement: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.peint |= self.change and evenement.type() == QEvent.Type.Paint
        return False

    def _noter(self) -> None:
        self.change = True


def mesurer() -> list[Mesure]:
    """The page from nothing, then asked otherwise; last, the table that holds everything."""
    app = JournalApplication.instance() or JournalApplication(["bench"])
    Theme(app, data_root() / "resources").apply("clair", 100)
    runner = TaskRunner(_lever, _lever_bogue)
    with grand_journal() as journal:
        try:
            notre = statistics.median(_premiere(app, journal, runner) for _ in range(_TOURS))
            temps = _rafraichir(app, journal, runner)
        finally:
            runner.fermer()
        naif = _naif(app, journal)
    return [
        Mesure("première peinture, QTableWidget", naif, "ms"),
        Mesure("première peinture, Journal SCLS", notre, "ms"),
        Mesure("Journal SCLS ÷ QTableWidget", notre / naif, cible=CIBLE_PEINTURE),
        Mesure("rafraîchie, médiane", statistics.median(temps), "ms", CIBLE_RAFRAICHIR_MS),
        Mesure("rafraîchie, meilleur dixième", statistics.quantiles(temps, n=10)[0], "ms"),
        Mesure("rafraîchie, pire", max(temps), "ms"),
    ]


def _lever(_parent: QObject, erreur: Exception) -> None:
    raise erreur


def _lever_bogue(bogue: BaseException) -> None:
    raise bogue


def _attendre(app: JournalApplication, fini: Callable[[], bool]) -> None:
    """Sleep between events as the real loop does: turning in circles would starve the worker."""
    reveil = QTimer()
    reveil.start(_REVEIL_MS)
    while not fini():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    reveil.stop()


def _premiere(app: JournalApplication, journal: Journal, runner: TaskRunner) -> float:
    """From nothing to the first rows on screen, the page and its fields included."""
    depart = time.perf_counter()
    fenetre, _page, peintre = _ouvrir(journal, runner)
    _attendre(app, lambda: peintre.peint)
    duree = 1000 * (time.perf_counter() - depart)
    _fermer(app, fenetre, runner)
    return duree


def _rafraichir(app: JournalApplication, journal: Journal, runner: TaskRunner) -> list[float]:
    """From the moment that something else is asked to the paint of its rows."""
    fenetre, page, peintre = _ouvrir(journal, runner)
    temps = []
    for criteres in _DEMANDES * _TOURS:
        _laisser_finir(app, _CALME_S)
        _attendre(app, lambda: not runner.occupe)
        peintre.oublier()
        depart = time.perf_counter()
        page.filtres.demander(criteres)
        _attendre(app, lambda: peintre.peint)
        temps.append(1000 * (time.perf_counter() - depart))
    _fermer(app, fenetre, runner)
    return temps


def _ouvrir(journal: Journal, runner: TaskRunner) -> tuple[QMainWindow, JournalPage, _Peintre]:
    fenetre = QMainWindow()
    page = JournalPage(journal, runner, QtDialogs())
    peintre = _Peintre(page.table.viewport(), page.modele)
    fenetre.setCentralWidget(page)
    fenetre.resize(1280, 720)
    fenetre.show()
    return fenetre, page, peintre


def _laisser_finir(app: JournalApplication, secondes: float) -> None:
    fin = time.perf_counter() + secondes
    _attendre(app, lambda: time.perf_counter() > fin)


def _fermer(app: JournalApplication, fenetre: QMainWindow, runner: TaskRunner) -> None:
    _attendre(app, lambda: not runner.occupe)
    fenetre.close()
    fenetre.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _naif(app: JournalApplication, journal: Journal) -> float:
    """All the entries read, then an item made for each cell."""
    depart = time.perf_counter()
    lignes = journal.lectures.lister(Filtre())
    modele = JournalModel(journal.lectures, journal.vocabulaires, _SANS_RUNNER)
    textes = [modele.textes(ligne) for ligne in lignes]
    table = QTableWidget(len(textes), len(COLONNES))
    for rang, rangee in enumerate(textes):
        _remplir(table, rang, rangee)
    table.resize(1280, 720)
    table.show()
    peintre = _Peintre(table.viewport(), table.model())
    peintre.change = True
    _attendre(app, lambda: peintre.peint)
    duree = 1000 * (time.perf_counter() - depart)
    table.close()
    return duree


def _remplir(table: QTableWidget, rang: int, rangee: Sequence[str]) -> None:
    for colonne, texte in enumerate(rangee):
        table.setItem(rang, colonne, QTableWidgetItem(texte))


class _SansRunner:
    def run(self, *_args: object, **_noms: object) -> None:
        raise NotImplementedError


_SANS_RUNNER = _SansRunner()
