"""The paged model of the list, on a real encrypted journal."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from journal_scls.application.lectures import Filtre
from journal_scls.domain.journal.intervention import Reference
from journal_scls.gui.models.journal_model import COLONNES, PAGE, JournalModel
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.fakes import InlineRunner
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau

JOUR = date(2025, 3, 14)
AFFICHAGE, VOIX = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def modele(qtbot, journal):
    runner = InlineRunner()
    modele = JournalModel(journal.lectures, journal.vocabulaires, runner, runner)
    modele._essai = runner  # lives as long as its model
    return modele


@pytest.fixture
def runner(modele):
    return modele._essai


def remplir(journal, nombre):
    """One entry a day, the last one today, in one transaction."""
    from journal_scls.application.reprise.fiche import nouvelle_intervention  # noqa: PLC0415

    with journal.base.unite() as unite:
        for n in range(nombre):
            unite.interventions.ajouter(
                nouvelle_intervention(
                    contenu(date_intervention=JOUR - timedelta(days=n), duree_min=n % 90 + 1),
                    journal.vocabulaires,
                    auteur="INT-07",
                    le=journal.horloge.maintenant(),
                )
            )
        unite.commit()


def cellule(modele, rang, colonne, role=AFFICHAGE):
    return modele.data(modele.index(rang, COLONNES.index(colonne)), role)


@pytest.mark.parametrize("nombre", [0, 3, PAGE + 5])
def test_it_is_a_good_model(modele, journal, qtmodeltester, qtbot, nombre):
    remplir(journal, nombre)
    qtmodeltester.check(modele)
    modele.filtrer(Filtre())
    with qtbot.waitSignal(modele.totalise) if nombre > PAGE else nullcontext():
        pass
    assert modele.rowCount() == nombre


def test_the_first_rows_come_alone_then_the_totals_of_all(modele, journal, qtbot):
    remplir(journal, 2 * PAGE)
    modele.filtrer(Filtre())
    assert modele.rowCount() == PAGE
    with qtbot.waitSignal(modele.totalise) as recu:
        pass
    assert recu.args[0] == journal.lectures.totaliser(Filtre())
    assert modele.rowCount() == recu.args[0].lignes == 2 * PAGE
    modele.filtrer(Filtre())
    assert modele.rowCount() == 2 * PAGE  # the same list read again does not jump


def test_a_short_list_is_added_up_as_the_storage_would(modele, journal, qtbot):
    remplir(journal, 5)
    annulee = journal.interventions.saisir(contenu(nb_personnes=9))
    journal.interventions.annuler(annulee.id, "erreur")
    filtre = Filtre(annulees=True)
    with qtbot.waitSignal(modele.totalise) as recu:
        modele.filtrer(filtre)
    assert recu.args == [journal.lectures.totaliser(filtre)]
    assert recu.args[0].annulees == 1


def test_the_columns_say_an_entry(modele, journal):
    lieu = milieu_nomme(journal, "La Montée").lieu_le(JOUR)
    journal.interventions.saisir(
        contenu(
            lieu=lieu,
            duree_min=95,
            nb_personnes=1200,
            references=(
                Reference(destination="CISSS", service="SAPA"),
                Reference(destination="MUNICIPAL"),
            ),
        )
    )
    modele.filtrer(Filtre())
    textes = [cellule(modele, 0, colonne) for colonne in COLONNES]
    assert textes[:5] == ["2025-03-14", "La Montée", "Écoute", "Personnes aînées", "1 h 35"]
    assert textes[5].replace("\u202f", " ").replace("\u00a0", " ") == "1 200"
    assert textes[6:] == [
        "CISSS ou CIUSSS – Aînés en perte d'autonomie ; Service municipal",
        "Finale",
    ]
    phrase = cellule(modele, 0, "Date", VOIX)
    assert phrase.startswith("Date : 2025-03-14, Milieu : La Montée, Activité : Écoute")
    assert phrase.endswith("État : Finale")


def test_a_cancelled_entry_is_struck_out_and_said(modele, journal):
    faite = journal.interventions.saisir(contenu())
    journal.interventions.corriger(faite.id, contenu(duree_min=10))
    modele.filtrer(Filtre(annulees=True))
    assert cellule(modele, 0, "État") == "Rectifiée (2)"
    journal.interventions.annuler(faite.id, "erreur")
    modele.filtrer(Filtre(annulees=True))
    assert cellule(modele, 0, "État") == "Annulée"
    assert cellule(modele, 0, "Date", Qt.ItemDataRole.FontRole).strikeOut()
    assert cellule(modele, 0, "Milieu") == "Sans milieu"


def test_pages_are_read_when_they_are_looked_at(modele, journal, runner, qtbot):
    remplir(journal, 3 * PAGE)
    with qtbot.waitSignal(modele.totalise):
        modele.filtrer(Filtre())
    lues = len(runner.libelles)
    rang = 2 * PAGE + 7
    assert cellule(modele, rang, "Date") == "…"
    assert modele.ligne(rang) is None
    with qtbot.waitSignal(modele.dataChanged) as recu:
        pass
    haut, bas = recu.args[0], recu.args[1]
    assert (haut.row(), bas.row()) == (2 * PAGE, 3 * PAGE - 1)
    assert cellule(modele, rang, "Date") == (JOUR - timedelta(days=rang)).isoformat()
    assert modele.rang_de(modele.ligne(rang).id) == rang
    assert len(runner.libelles) == lues + 1
    assert set(runner.libelles) == {None}


def test_a_fast_scroll_reads_only_where_it_stops(modele, journal, runner, qtbot):
    remplir(journal, 9 * PAGE)
    with qtbot.waitSignal(modele.totalise):
        modele.filtrer(Filtre())
    lues = len(runner.libelles)
    for page in range(1, 9):
        cellule(modele, page * PAGE, "Date")
    with qtbot.waitSignal(modele.dataChanged):
        pass
    qtbot.waitUntil(lambda: modele.ligne(8 * PAGE) is not None)
    assert len(runner.libelles) - lues <= 4


def test_the_answer_to_an_old_question_is_forgotten(modele, journal, runner):
    remplir(journal, 4)
    runner.pause = True
    modele.filtrer(Filtre())
    modele.filtrer(Filtre(du=JOUR))
    runner.liberer()
    assert modele.rowCount() == 1
