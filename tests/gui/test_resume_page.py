"""The month at a glance, on a real journal, and its PDF."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journal_scls.application.operation import Changes
from journal_scls.domain.errors import Environnement
from journal_scls.gui.pages.resume_page import ResumePage, nom_du_mois
from tests.fabriques import contenu
from tests.gui.aides import montrer, sans_nom
from tests.gui.ateliers import PHRASE, faire_atelier, profil
from tests.gui.fakes import FakeDialogs, InlineRunner

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def journal(tmp_path):
    journal, _code = faire_atelier().creer(tmp_path / "journal", profil(), PHRASE)
    for jour in (date(2025, 2, 3), date(2025, 2, 28), date(2025, 3, 14)):
        journal.interventions.saisir(contenu(date_intervention=jour))
    yield journal
    journal.fermer()


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def ouverts():
    return []


@pytest.fixture
def page(qtbot, journal, runner, dialogs, ouverts):
    page = ResumePage(
        journal, runner, dialogs, ouvrir_fichier=lambda url: ouverts.append(url.toLocalFile())
    )
    page.resize(900, 700)
    montrer(qtbot, page)
    page.entered()
    return page


def valeurs(page):
    return [c.valeur.text() for c in page.apercu.chiffres.values()]


def test_before_the_middle_of_a_month_the_former_one_is_shown(page):
    assert page.mois.currentText() == "février 2025"
    assert valeurs(page) == ["2", "2", "0", "0"]
    assert "1 h 30" in page.apercu.detail.text()


def test_the_buttons_walk_from_month_to_month(page):
    page.apres.click()
    assert page.mois.currentText() == "mars 2025"
    assert valeurs(page)[0] == "1"
    assert not page.apres.isEnabled()
    page.avant.click()
    page.avant.click()
    assert page.mois.currentText() == "janvier 2025"
    assert page.apercu.detail.text() == "Rien n’a été saisi pour ce mois."


def test_what_is_saved_meanwhile_is_counted(page, journal, runner):
    journal.interventions.saisir(contenu(date_intervention=date(2025, 2, 10)))
    page.changer(Changes(brouillons=True), page)
    assert valeurs(page)[0] == "2"
    page.changer(Changes(interventions=True), page)
    assert valeurs(page)[0] == "3"


def test_the_figures_of_a_month_left_meanwhile_are_not_shown(page, runner):
    runner.pause = True
    page.apres.click()
    page.avant.click()
    assert not page.pdf.isEnabled()
    runner.liberer()
    assert valeurs(page)[0] == "2"
    assert page.pdf.isEnabled()


def test_the_pdf_is_written_then_opened_on_demand(page, dialogs, ouverts, tmp_path):
    assert page.ouvrir.isHidden()
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "fevrier.pdf")
    page.pdf.click()
    assert "resume-2025-02.pdf" in dialogs.dits[0][1]
    assert (tmp_path / "fevrier.pdf").read_bytes().startswith(b"%PDF")
    assert page.ouvrir.hasFocus()
    page.ouvrir.click()
    assert ouverts == [str(tmp_path / "fevrier.pdf")]
    assert ("informer", "Aucun programme de cet ordinateur n’ouvre les PDF.") in dialogs.dits
    page.apres.click()
    assert page.ouvrir.isHidden()


def test_a_disk_that_refuses_gives_the_button_back(page, dialogs, runner):
    dialogs.repondre("choisir_fichier_a_enregistrer", Path("/proc/nulle-part/x.pdf"))
    page.pdf.click()
    assert isinstance(runner.erreurs[0], Environnement)
    assert page.pdf.isEnabled()
    assert page.fait.isHidden()


def test_months_are_named_in_french(page):
    assert nom_du_mois(date(2025, 8, 1)) == "août 2025"


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_cut_and_everything_is_named(page, theme, echelle, qtbot):
    theme.apply("clair", echelle)
    qtbot.wait(50)
    assert page.horizontalScrollBar().maximum() == 0
    assert list(sans_nom(page)) == []
    assert page.mois.focusPolicy() & Qt.FocusPolicy.TabFocus
