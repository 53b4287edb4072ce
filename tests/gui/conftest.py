"""One application, no screen, no leak. See aides.py for typing and fakes.py for the doubles."""

import os
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.fabriques import HorlogeFixe

# Before any QApplication. JOURNAL_SCLS_FENETRE=1 shows the widgets on the current display.
if os.environ.get("JOURNAL_SCLS_FENETRE") != "1":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["JOURNAL_SCLS_POLICE"] = "livree"

PATIENCE_MS = 60_000
RESSOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp_cls():
    from journal_scls.gui.app import JournalApplication  # noqa: PLC0415 - after the platform
    from journal_scls.gui.traduction import parler  # noqa: PLC0415 - the same

    class ApplicationFrancaise(JournalApplication):
        """What `lancer` does by steps."""

        def __init__(self, argv: list[str]) -> None:
            super().__init__(argv)
            self.francise = parler(self)

    return ApplicationFrancaise


class QtBotPatient(QtBot):
    """Waits for what must come as long as a busy machine needs; a promise has its own timeout."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)  # noqa: N815 - pytest-qt's name


@pytest.fixture
def qtbot(qapp, request):
    return QtBotPatient(request)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["journal-scls"]


@pytest.fixture(scope="session")
def _theme(qapp):
    from journal_scls.gui.theme import Theme  # noqa: PLC0415 - after the platform

    theme = Theme(qapp, RESSOURCES)
    theme.apply("clair", 100)
    return theme


@pytest.fixture
def theme(_theme):
    """The design as on screen; every test starts from light colours and text at 100 %."""
    yield _theme
    if (_theme.nom, _theme.echelle) != ("clair", 100):
        _theme.apply("clair", 100)


@pytest.fixture(autouse=True)
def _aucune_fenetre_oubliee(qapp):
    """A window left behind crashes some later test: fail the one that left it."""
    yield
    for _ in range(2):  # what is deleted may delete in its turn
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.sendPostedEvents()
    oubliees = [w for w in qapp.topLevelWidgets() if w.parent() is None]
    for w in oubliees:
        w.deleteLater()
    assert not oubliees, [f"{type(w).__name__} {w.windowTitle()!r}" for w in oubliees]


@pytest.fixture
def form(qtbot, theme):
    """A small form on screen, with the focus in its first field."""
    from tests.gui.aides import montrer  # noqa: PLC0415 - after the platform
    from tests.gui.formulaire import Formulaire  # noqa: PLC0415 - after the platform

    form = Formulaire()
    form.resize(900, 500)
    montrer(qtbot, form)
    form.logement.setFocus()
    return form


@pytest.fixture
def bogues() -> list[BaseException]:
    """What the real task runner sent to the crash handler."""
    return []


@pytest.fixture
def erreurs() -> list[Exception]:
    """What the real task runner sent to the dialogs."""
    return []


@pytest.fixture
def runner(qapp, bogues, erreurs):
    """The real task runner, with its threads; pages are tested with InlineRunner."""
    from journal_scls.gui.task_runner import TaskRunner  # noqa: PLC0415 - after the platform

    runner = TaskRunner(lambda parent, erreur: erreurs.append(erreur), bogues.append)
    yield runner
    runner.fermer()


@pytest.fixture
def page(qtbot):
    """An empty parent for operations."""
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - after the platform

    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def dialogs():
    """Questions that a test answers."""
    from tests.gui.fakes import FakeDialogs  # noqa: PLC0415 - after the platform

    return FakeDialogs()


@pytest.fixture
def poser(qtbot, theme):
    """Puts a page on screen: `poser(faire)`, where `faire(fenetre)` makes it."""
    from PySide6.QtWidgets import QMainWindow  # noqa: PLC0415 - after the platform

    from tests.gui.aides import montrer  # noqa: PLC0415 - after the platform

    fenetres = []  # qtbot only holds them weakly

    def poser_(faire):
        fenetre = QMainWindow()
        fenetres.append(fenetre)
        page = faire(fenetre)
        fenetre.setCentralWidget(page)
        fenetre.resize(1280, 720)
        montrer(qtbot, fenetre)
        page.entered()
        return page

    return poser_


@pytest.fixture(scope="session")
def _modele_separe(tmp_path_factory):
    from tests.gui.deux_dossiers import faire_modele  # noqa: PLC0415 - after the platform

    return faire_modele(tmp_path_factory.mktemp("separe"), attache=False)


@pytest.fixture(scope="session")
def _modele_attache(tmp_path_factory):
    from tests.gui.deux_dossiers import faire_modele  # noqa: PLC0415 - after the platform

    return faire_modele(tmp_path_factory.mktemp("attache"), attache=True)


@pytest.fixture
def separes(_modele_separe, tmp_path):
    """A journal and a coordination that do not know each other; their clock moves by hand."""
    from tests.gui.deux_dossiers import copier  # noqa: PLC0415 - after the platform

    deux = copier(_modele_separe, tmp_path / "separes", HorlogeFixe())
    yield deux
    deux.fermer()


@pytest.fixture
def attaches(_modele_attache, tmp_path):
    """A journal that has joined its region; their clock moves by hand."""
    from tests.gui.deux_dossiers import copier  # noqa: PLC0415 - after the platform

    deux = copier(_modele_attache, tmp_path / "attaches", HorlogeFixe())
    yield deux
    deux.fermer()
