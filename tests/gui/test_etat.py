"""The sentence at the bottom of the window, about what goes to the region."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QMainWindow

from journal_scls.application.lots.envois import CompteEnvois
from journal_scls.application.operation import Changes
from journal_scls.gui.fenetre.etat import LigneEtat, phrase_envois
from journal_scls.gui.jours import jour_proche
from tests.fabriques import contenu
from tests.gui.fakes import FakeDialogs, InlineRunner

VENDREDI = date(2025, 3, 14)
MIDI = datetime(2025, 3, 14, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("jours", "dit"),
    [
        (0, "aujourd’hui"),
        (1, "hier"),
        (3, "mardi"),
        (7, "le 7 mars"),
        (90, "le 14 décembre 2024"),
        (-2, "le 16 mars"),
    ],
)
def test_a_day_is_named_as_one_says_it(jours, dit):
    assert jour_proche(MIDI - timedelta(days=jours), VENDREDI) == dit


def test_what_waits_and_the_last_lot_are_said():
    assert phrase_envois(CompteEnvois(rattache=False), VENDREDI) == ""
    assert phrase_envois(CompteEnvois(rattache=True), VENDREDI) == "rien à envoyer"
    mardi = MIDI - timedelta(days=3)
    compte = CompteEnvois(rattache=True, a_envoyer=1200, dernier=mardi)
    assert phrase_envois(compte, VENDREDI) == "1 200 à envoyer · dernier envoi : mardi"


def test_it_follows_entries_lots_and_withdrawals(qtbot, attaches, tmp_path):
    journal = attaches.journal
    ligne = LigneEtat(InlineRunner(), FakeDialogs())
    qtbot.addWidget(ligne)
    ligne.suivre(journal)
    assert "rien à envoyer" in ligne.text()
    attaches.horloge.avancer(minutes=1)
    id_ = journal.interventions.saisir(contenu()).id
    ligne.changement(Changes(interventions=True))
    assert "1 à envoyer" in ligne.text()
    attaches.horloge.avancer(minutes=1)
    journal.envois.exporter(tmp_path)
    ligne.changement(Changes(lots=True))
    assert "rien à envoyer · dernier envoi : aujourd’hui" in ligne.text()
    attaches.horloge.avancer(days=1)
    journal.interventions.annuler(id_, "double")
    jamais_partie = journal.interventions.saisir(contenu()).id
    journal.interventions.annuler(jamais_partie, "double")
    ligne.changement(Changes(interventions=True))
    assert "1 à envoyer · dernier envoi : hier" in ligne.text()


def test_a_journal_of_no_region_says_nothing_of_it(qtbot, separes):
    ligne = LigneEtat(InlineRunner(), FakeDialogs())
    qtbot.addWidget(ligne)
    ligne.suivre(separes.journal)
    assert "envoyer" not in ligne.text()


def test_in_a_narrow_window_the_sentence_goes_on_below(qtbot, separes):
    fenetre = QMainWindow()
    ligne = LigneEtat(InlineRunner(), FakeDialogs())
    fenetre.statusBar().addWidget(ligne, 1)
    qtbot.addWidget(fenetre)
    fenetre.resize(900, 300)
    fenetre.show()
    ligne.suivre(separes.journal)
    large = ligne.minimumHeight()
    assert large == ligne.heightForWidth(900)
    fenetre.resize(240, 300)
    qtbot.waitUntil(lambda: ligne.height() > large)
    assert fenetre.height() == 300
