"""A restored backup, a copied folder: a person decides, and it is recorded."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal_scls.application.lots.incarnations import Situation
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import RegleMetier
from journal_scls.gui.fenetre.cles import ENVOI
from journal_scls.gui.fenetre.work_area import WorkArea
from journal_scls.gui.pages.envoi.decision import DecisionDialog, en_suspens, verifier_copie
from journal_scls.gui.pages.envoi.rubrique import EnvoiRubrique
from tests.fabriques import contenu
from tests.gui.aides import montrer, sans_nom
from tests.gui.ateliers import PHRASE
from tests.gui.deux_dossiers import contexte
from tests.gui.fakes import FakeDialogs, InlineRunner

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def copie(attaches, tmp_path):
    """The folder of a journal that has sent a lot, copied elsewhere."""
    attaches.journal.interventions.saisir(contenu())
    lot = attaches.journal.envois.exporter(tmp_path / "cle").fichier
    attaches.importer(lot)
    attaches.journal.fermer()
    shutil.copytree(attaches.journal.dossier, tmp_path / "copie")
    copie = attaches.atelier.ouvrir(tmp_path / "copie", Secret(phrase=PHRASE))
    yield copie
    copie.fermer()


@pytest.fixture
def rubrique(qtbot, copie, runner):
    rubrique = EnvoiRubrique(contexte(copie, runner, FakeDialogs()))
    runner.changed.connect(rubrique.changer)
    rubrique.resize(1000, 700)
    montrer(qtbot, rubrique)
    rubrique.entered()
    return rubrique


@pytest.fixture
def page(rubrique):
    return rubrique.envoi


def dialogue():
    dialogues = [w for w in QApplication.topLevelWidgets() if isinstance(w, DecisionDialog)]
    (ouvert,) = [w for w in dialogues if w.isVisible()]
    return ouvert


def registre(journal):
    with journal.base.engine.begin() as connexion:
        return [a for (a,) in connexion.exec_driver_sql("SELECT acte FROM evenement ORDER BY id")]


def test_nothing_can_be_written_before_it_is_decided(page, copie):
    assert copie.envois.situation() is Situation.RECOPIEE
    assert page.arret.isVisible()
    assert page.prochain.isHidden()
    assert not page.faits.bouton.isEnabled()
    assert page.decider.hasFocus()
    assert "recopié" in page.arret_phrase.text()


def test_going_on_here_sends_everything_again(page, copie, attaches, tmp_path):
    page.decider.click()
    dialogue().ici.click()
    assert registre(copie)[-1] == "nouvelle_incarnation"
    assert page.arret.isHidden()
    assert page.prochain.annonce.text() == "1 intervention à envoyer, dans le lot 1."
    assert page.prochain.bouton.hasFocus()
    lot = copie.envois.exporter(tmp_path / "cle")
    assert lot.genre == "complet"
    attaches.importer(lot.fichier)


def test_going_on_elsewhere_is_recorded_and_may_be_taken_back(page, copie):
    page.decider.click()
    dialogue().ailleurs.click()
    assert registre(copie)[-1] == "copie_en_lecture"
    assert copie.envois.en_lecture()
    assert page.arret_phrase.text().startswith("Vous avez décidé")
    assert page.prochain.isHidden()
    assert en_suspens(copie) is None
    page.decider.click()
    dialogue().ici.click()
    assert not copie.envois.en_lecture()
    assert page.prochain.isVisible()


def test_deciding_later_changes_nothing(page, copie, qtbot):
    avant = registre(copie)
    page.decider.click()
    ouvert = dialogue()
    assert ouvert.ici.autoDefault() is False
    qtbot.keyClick(ouvert, Qt.Key.Key_Return)
    assert ouvert.isVisible()
    qtbot.keyClick(ouvert, Qt.Key.Key_Escape)
    assert registre(copie) == avant
    assert page.arret.isVisible()


def test_it_is_asked_when_the_journal_opens(qtbot, rubrique, copie, runner):
    verifier_copie(contexte(copie, runner, FakeDialogs()), rubrique)
    assert list(sans_nom(dialogue())) == []
    dialogue().ici.click()
    verifier_copie(contexte(copie, runner, FakeDialogs()), rubrique)
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not rubrique]


def test_the_window_asks_as_soon_as_the_journal_is_open(qtbot, copie, runner):
    travail = WorkArea(copie, runner, FakeDialogs())
    montrer(qtbot, travail)
    travail.ouverte()
    assert dialogue().windowTitle() == "Quelle copie est votre journal ?"
    dialogue().plus_tard.click()
    travail.envoyer()
    assert travail.courante == ENVOI


def test_a_journal_alone_has_nothing_to_decide(attaches, separes):
    assert en_suspens(separes.journal) is None
    with pytest.raises(RegleMetier, match="autre copie"):
        attaches.journal.envois.garder_en_lecture()
