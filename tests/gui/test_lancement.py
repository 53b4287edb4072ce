"""The start: something on screen at once, then the page that the dossier calls for."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import Environnement
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.depart.ouverture import Ouverture
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.pages.accueil.page import AccueilPage
from journal_scls.gui.pages.attente_page import EmpechementPage
from journal_scls.gui.pages.deverrouillage.page import DeverrouillagePage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.widgets.front_page import FrontPage
from journal_scls.storage.verrou import Verrou
from tests.gui.ateliers import PHRASE, faire_atelier, faire_dossier
from tests.gui.fakes import FakeDialogs, InlineRunner


@pytest.fixture
def atelier():
    return faire_atelier()


@pytest.fixture
def dossier(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def demarrer(qtbot, theme, tmp_path, dossier, dialogs):
    """Start a window on the dossier with this workshop; it is closed at the end."""

    def demarrer(fabrique, secret=None, runner=None, frappes=""):
        runner = runner or InlineRunner()
        reglages = QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat)
        fenetre = MainWindow()
        fenetre.show()
        taille = fenetre.size()
        QTest.keyClicks(fenetre, frappes[: len(frappes) // 2])
        fenetre.equiper(runner, dialogs, Apparence(theme, reglages))
        qtbot.addWidget(fenetre, before_close_func=lambda f: f.close())
        fenetre.ouverture = Ouverture(
            fenetre, runner, dialogs, fabrique=fabrique, dossier=dossier, secret=secret
        )
        QTest.keyClicks(fenetre, frappes[len(frappes) // 2 :])
        fenetre.ouverture.demarrer()
        assert fenetre.size() == taille
        return fenetre

    return demarrer


def test_no_journal_welcomes(demarrer, atelier):
    assert isinstance(demarrer(lambda: atelier).devant, AccueilPage)


def test_a_journal_asks_its_passphrase(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    fenetre = demarrer(lambda: atelier)
    assert isinstance(fenetre.devant, DeverrouillagePage)
    fenetre.devant.phrase.champ.edit.setText(PHRASE)
    fenetre.devant.ouvrir()
    assert fenetre.devant is fenetre.travail


def test_a_secret_given_opens_at_once(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier, demo=True)
    fenetre = demarrer(lambda: atelier, Secret(phrase=PHRASE))
    assert fenetre.devant is fenetre.travail
    assert fenetre.bandeau.isVisible()


def test_a_secret_that_does_not_fit_becomes_a_question(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    page = demarrer(lambda: atelier, Secret(phrase="une autre phrase")).devant
    assert isinstance(page, DeverrouillagePage)
    assert "ne convient pas" in page.phrase.message.text()


def test_the_keyring_opens_at_the_start_but_not_after_a_lock(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    assert atelier.dossiers.retenir(dossier, Secret(phrase=PHRASE))
    fenetre = demarrer(lambda: atelier)
    assert fenetre.devant is fenetre.travail
    fenetre.verrouiller()
    assert isinstance(fenetre.devant, DeverrouillagePage)


def test_a_keyring_that_forgot_just_asks(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    assert atelier.dossiers.retenir(dossier, Secret(phrase=PHRASE))
    page = demarrer(faire_atelier).devant
    assert isinstance(page, DeverrouillagePage)
    assert page.phrase.message.text() == ""


def test_two_windows_on_one_dossier_say_so_and_try_again(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    with Verrou(dossier):
        fenetre = demarrer(lambda: atelier, Secret(phrase=PHRASE))
        assert isinstance(fenetre.devant, EmpechementPage)
        assert "déjà ouvert dans une autre fenêtre" in fenetre.devant.message.text()
    fenetre.devant.bouton.click()
    assert fenetre.devant is fenetre.travail


def test_a_passphrase_typed_before_its_field_comes_is_in_it(demarrer, atelier, dossier):
    faire_dossier(atelier, dossier)
    fenetre = demarrer(lambda: atelier, frappes=f"{PHRASE}!")
    champ = fenetre.devant.phrase.champ.edit
    assert champ.text() == f"{PHRASE}!"
    assert fenetre.focusWidget() is champ
    QTest.keyClick(champ, Qt.Key.Key_Backspace)
    assert champ.text() == PHRASE


def test_keys_typed_early_go_nowhere_but_in_the_passphrase(demarrer, atelier, dossier, qtbot):
    page = demarrer(lambda: atelier, frappes="un secret").devant
    assert isinstance(page, AccueilPage)
    assert not any(champ.text() for champ in page.findChildren(QLineEdit))
    faire_dossier(atelier, dossier)
    fenetre = demarrer(lambda: atelier, Secret(phrase=PHRASE), frappes="un secret")
    assert not any("secret" in champ.text() for champ in fenetre.findChildren(QLineEdit))
    QTest.keyClicks(fenetre, "autre")
    fenetre.verrouiller()
    assert fenetre.devant.phrase.champ.text() == ""


def test_a_bug_while_preparing_never_leaves_the_person_waiting(demarrer, atelier):
    essais = []

    def fabrique():
        essais.append(True)
        if len(essais) == 1:
            raise ZeroDivisionError
        return atelier

    bogues = []
    runner = TaskRunner(lambda _parent, erreur: bogues.append(erreur), bogues.append)
    fenetre = demarrer(fabrique, runner=runner)
    assert runner.attendre_fin(10)
    assert isinstance(fenetre.devant, EmpechementPage)
    assert isinstance(bogues[0], ZeroDivisionError)
    fenetre.devant.bouton.click()
    assert runner.attendre_fin(10)
    assert isinstance(fenetre.devant, AccueilPage)
    runner.fermer()
    runner.deleteLater()


def test_half_a_dossier_offers_its_backup(demarrer, atelier, dossier, dialogs):
    faire_dossier(atelier, dossier)
    journal = atelier.ouvrir(dossier, Secret(phrase=PHRASE))
    copie = journal.sauvegardes.creer(journal.base)
    journal.fermer()
    (dossier / "vault.json").unlink()
    fenetre = demarrer(lambda: atelier)
    assert isinstance(fenetre.devant, EmpechementPage)
    assert "vault.json" in fenetre.devant.message.text()
    dialogs.repondre("choisir_fichier_a_ouvrir", copie)
    dialogs.repondre("confirmer", True)
    fenetre.devant.restaurer.click()
    assert isinstance(fenetre.devant, DeverrouillagePage)
    assert "La sauvegarde est en place" in fenetre.devant.phrase.message.text()
    atelier.ouvrir(dossier, Secret(phrase=PHRASE)).fermer()


def test_a_new_computer_starts_from_a_backup(demarrer, atelier, dossier, dialogs, tmp_path):
    faire_dossier(atelier, tmp_path / "ancien")
    journal = atelier.ouvrir(tmp_path / "ancien", Secret(phrase=PHRASE))
    copie = journal.sauvegardes.creer(journal.base)
    journal.fermer()
    fenetre = demarrer(lambda: atelier)
    dialogs.repondre("choisir_fichier_a_ouvrir", copie)
    dialogs.repondre("confirmer", True)
    fenetre.devant.restauration_demandee.emit()
    assert isinstance(fenetre.devant, DeverrouillagePage)
    atelier.ouvrir(dossier, Secret(phrase=PHRASE)).fermer()


def test_a_workshop_that_cannot_be_made_is_said_and_tried_again(demarrer, atelier):
    essais = []

    def fabrique():
        essais.append(True)
        if len(essais) == 1:
            raise Environnement("Une ressource manque.", "Réinstallez l'application.")
        return atelier

    fenetre = demarrer(fabrique)
    assert fenetre.devant.message.text() == "Une ressource manque. Réinstallez l'application."
    fenetre.devant.bouton.click()
    assert isinstance(fenetre.devant, AccueilPage)


@pytest.mark.parametrize("existe", [False, True])
def test_large_text_on_a_small_screen_only_scrolls_down(demarrer, atelier, dossier, theme, existe):
    theme.apply("sombre", 200)
    if existe:
        faire_dossier(atelier, dossier, demo=True)
    fenetre = demarrer(lambda: atelier)
    fenetre.resize(1280, 680)
    QTest.qWait(50)
    for zone in fenetre.findChildren(FrontPage):
        zone.resize(fenetre.width(), 400)
        assert zone.horizontalScrollBar().maximum() == 0, type(zone).__name__
    assert fenetre.minimumSizeHint().width() <= 1280


PROGRAMME = """
import sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from journal_scls.domain.errors import Environnement
from journal_scls.gui import app
from journal_scls.gui.depart.demarrage import Demarrage

LOURDS = [
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "babel", "pydantic", "cryptography",
    "keyring", "python_calamine", "click", "PySide6.QtNetwork", "PySide6.QtSvg", "ssl", "asyncio",
]
commencer = Demarrage.commencer

def peinte(demarrage):
    print(*(m.removeprefix("journal_scls.") for m in sys.modules if m.startswith("journal_scls.")))
    print("Qt" in vars(QtCore))
    if casse := sys.argv[2:]:
        sys.modules[casse[0]] = None
    commencer(demarrage)

def fabrique():
    fenetres = QApplication.topLevelWidgets()
    print([m for m in LOURDS if m in sys.modules], any(f.isVisible() for f in fenetres))
    QtCore.QMetaObject.invokeMethod(QApplication.instance(), "quit", QtCore.Qt.QueuedConnection)
    raise Environnement("Fini.")

Demarrage.commencer = peinte
print(app.lancer(fabrique, lambda: Path(sys.argv[1]), None))
"""
PEINTES = {
    "domain", "domain.errors", "gui", "gui.app", "gui.main_window",
    "gui.apparence", "gui.apparence.choix", "gui.apparence.palettes", "gui.apparence.police",
    "gui.depart", "gui.depart.chargement", "gui.depart.demarrage",
}  # fmt: skip


def lancer_programme(*arguments, dossier):
    return subprocess.run(
        [sys.executable, "-c", PROGRAMME, dossier / "journal", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "XDG_CONFIG_HOME": str(dossier)},
    )


def test_something_is_painted_before_anything_heavy_is_imported(tmp_path):
    fini = lancer_programme(dossier=tmp_path)
    importes, enumerations, *suite = fini.stdout.splitlines()
    assert set(importes.split()) == PEINTES
    assert enumerations == "False", "something before the first paint makes Qt's enumerations"
    assert suite == ["[] True", "0"]
    assert not (tmp_path / "journal").exists()


@pytest.mark.parametrize(
    "casse",
    [
        "journal_scls.gui.task_runner",  # on the main thread, before there are workers
        "journal_scls.gui.fenetre.menus",  # in a worker
    ],
)
def test_a_module_that_is_missing_ends_the_program_and_says_so(tmp_path, casse):
    fini = lancer_programme(casse, dossier=tmp_path)
    assert fini.returncode == 1
    assert f"import of {casse} halted" in fini.stderr
    assert "[] True" not in fini.stdout
