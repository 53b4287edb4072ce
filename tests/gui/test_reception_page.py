"""Receiving files at the coordination: by button, drop and folder, with real lots."""

import csv
import io
import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from journal_scls.gui.pages.reception.page import DEPOT, ReceptionPage
from journal_scls.gui.widgets.progress_panel import ProgressPanel
from journal_scls.sync.lot.recus import LecteurLotsAge
from tests.gui.aides import montrer, sans_nom
from tests.gui.fakes import InlineRunner
from tests.gui.regions import RegionDeTest, faire_contexte
from tests.journaux_simules import JournalSimule

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def region(tmp_path):
    region = RegionDeTest(tmp_path / "region", ("a", "b"))
    yield region
    region.fermer()


@pytest.fixture
def ouvrir(poser, region, dialogs):
    contextes = []

    def faire(runner=None):
        def page(fenetre):
            runner_ = runner or InlineRunner(fenetre)
            contextes.append(faire_contexte(region.journal, runner_, dialogs))
            return ReceptionPage(contextes[-1])

        return poser(page)

    return faire


@pytest.fixture
def melange(region, tmp_path):
    """A lot, the same again, a document, one of a stranger, one that was damaged."""
    clef = region.deposer(tmp_path / "clef", [region.lot("a", 1), region.lot("b", 1)])
    (clef / "LOT-0002.scls").write_bytes((clef / "LOT-0000.scls").read_bytes())
    (clef / "notes.txt").write_text("rien à voir")
    inconnu = JournalSimule("inconnu").exporter()
    (clef / "etranger.scls").write_bytes(inconnu.octets)
    octets = bytearray((clef / "LOT-0001.scls").read_bytes())
    octets[-5] ^= 1
    (clef / "LOT-0003.scls").write_bytes(octets)
    return clef


def issues(page):
    return {ligne.fichier: ligne.resultat for ligne in page.lignes()}


def deposer(page, *urls):
    """Enter the page with these, let go; whether it would take them."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    faits = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    aucun = Qt.KeyboardModifier.NoModifier
    entree = QDragEnterEvent(QPoint(50, 50), *faits, aucun)
    QApplication.sendEvent(page, entree)
    if entree.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), *faits, aucun))
    return entree.isAccepted()


def local(chemin):
    return QUrl.fromLocalFile(str(chemin))


def test_a_whole_folder_gives_one_line_for_each_file(melange, ouvrir, dialogs):
    page = ouvrir()
    dialogs.repondre("choisir_dossier", melange)
    page.dossier.click()
    assert issues(page) == {
        "LOT-0000.scls": "applique",
        "LOT-0001.scls": "applique",
        "LOT-0002.scls": "doublon",
        "LOT-0003.scls": "refuse",
        "etranger.scls": "quarantaine",
        "notes.txt": "refuse",
    }
    assert page.resume.text() == (
        "6 fichiers : 2 refusés, 1 en quarantaine, 2 appliqués, 1 doublon."
    )
    lignes = {ligne.fichier: ligne for ligne in page.lignes()}
    assert lignes["LOT-0000.scls"].journal == "INT-a"
    assert lignes["LOT-0003.scls"].suite == (
        "Redemandez le même envoi : le même fichier, pas un nouveau."
    )


def test_the_lines_are_filtered_by_outcome_and_read_whole(melange, ouvrir):
    page = ouvrir()
    page.importer([melange])
    page.quoi.set_value("refuse")
    assert [ligne.fichier for ligne in page.modele.records()] == ["LOT-0003.scls", "notes.txt"]
    page.table.go(1)
    assert "Ce fichier n’est pas un envoi du Journal SCLS." in page.details.toPlainText()
    assert "Prochaine étape" in page.details.toPlainText()
    page.quoi.set_value("tout")
    assert page.table.current().fichier == "notes.txt"


def test_files_and_folders_are_dropped_anywhere_on_the_page(melange, ouvrir):
    page = ouvrir()
    assert deposer(page, local(melange / "LOT-0000.scls"), local(melange / "LOT-0001.scls"))
    assert issues(page) == {"LOT-0000.scls": "applique", "LOT-0001.scls": "applique"}
    assert deposer(page, local(melange))
    assert len(page.lignes()) == 6
    assert not deposer(page, QUrl("https://exemple.test/lot.scls"))


def test_the_folder_of_deposit_is_remembered(region, melange, ouvrir, dialogs):
    page = ouvrir()
    assert page.relever.isHidden()
    dialogs.repondre("choisir_dossier", melange)
    page.choisir_depot.click()
    assert region.journal.preference(DEPOT) == str(melange)
    autre = ouvrir()
    assert str(melange) in autre.depot.text().replace("\u200b", "")
    autre.relever.click()
    assert len(autre.lignes()) == 6


def test_a_folder_that_went_away_is_told_in_words(melange, ouvrir, dialogs):
    page = ouvrir()
    page.importer([melange / "disparu.scls"])
    (ligne,) = page.lignes()
    assert ligne.resultat == "refuse"
    assert ligne.message == "Le fichier ne peut pas être lu."


def test_files_set_aside_are_tried_again(region, ouvrir, tmp_path):
    inconnu = JournalSimule("c")
    inconnu.saisir(1)
    page = ouvrir()
    page.importer([region.deposer(tmp_path / "clef", [inconnu.exporter()])])
    assert page.reessayer.text() == "&Réessayer les fichiers en attente (1)"
    region.region.inscrire(inconnu)
    page.reessayer.click()
    (ligne,) = page.lignes()
    assert (ligne.resultat, ligne.journal) == ("applique", "INT-c")
    assert ligne.fichier.startswith("fichier gardé ")
    page._contexte.region.relire()
    assert page.reessayer.isHidden()


def test_accuses_say_whom_to_give_each_file_to(region, ouvrir, dialogs, tmp_path):
    page = ouvrir()
    page.importer([region.deposer(tmp_path / "clef", [region.lot("a", 1)])])
    dialogs.repondre("choisir_dossier", tmp_path / "accuses")
    page.accuser.click()
    lignes = page.lignes()
    assert [ligne.journal for ligne in lignes] == ["INT-a", "INT-b"]
    assert {ligne.fichier for ligne in lignes} == {f.name for f in (tmp_path / "accuses").iterdir()}
    assert lignes[0].message == "À remettre à INT-a (accusé 1)."
    assert page.resume.text() == "2 fichiers : 2 accusés écrits."


def test_the_list_is_copied_and_kept_as_a_spreadsheet(melange, ouvrir, dialogs, tmp_path):
    (melange / "=1+1.txt").write_text("x")
    page = ouvrir()
    page.importer([melange])
    page.copier.click()
    copie = QGuiApplication.clipboard().text().splitlines()
    assert len(copie) == 8
    assert copie[0].startswith("Résultat\tFichier\t")
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "liste.csv")
    page.csv.click()
    texte = (tmp_path / "liste.csv").read_bytes().decode("utf-8-sig")
    lues = list(csv.reader(io.StringIO(texte), delimiter=";"))
    assert lues[0][:2] == ["Résultat", "Fichier"]
    assert len(lues) == 8
    assert "'=1+1.txt" in {ligne[1] for ligne in lues}


class LecteurLent(LecteurLotsAge):
    """A slow key."""

    def lire_fichier(self, chemin):
        time.sleep(0.02)
        return super().lire_fichier(chemin)


@pytest.fixture
def lente(tmp_path, qtbot, runner, dialogs):
    """The page on a slow key, with the real threads."""
    region = RegionDeTest(tmp_path / "lente", ("a",), lecteur_lots=LecteurLent())
    clef = region.deposer(tmp_path / "clef", [region.lot("a", n) for n in range(60)])
    fenetre = QMainWindow()
    page = ReceptionPage(faire_contexte(region.journal, runner, dialogs))
    fenetre.setCentralWidget(page)
    montrer(qtbot, fenetre)
    yield page, clef
    runner.attendre_fin()
    region.fermer()
    del fenetre


def test_cancelling_keeps_what_was_applied_and_says_so(lente, runner, qtbot, bogues):
    """Stop after some files, then finish the rest."""
    page, clef = lente
    qtbot.waitUntil(lambda: not runner.occupe)
    page.importer([clef])
    qtbot.waitUntil(lambda: len(page.lignes()) >= 1, timeout=10_000)
    runner.annuler_tout()
    qtbot.waitUntil(page.fichiers.isEnabled, timeout=10_000)
    arretes = len(page.lignes())
    assert 0 < arretes < 60
    assert page.resume.text().startswith("Importation arrêtée; ce qui est déjà appliqué reste.")
    qtbot.waitUntil(lambda: not runner.occupe)
    page.importer([clef])
    qtbot.waitUntil(page.fichiers.isEnabled, timeout=20_000)
    resultats = list(issues(page).values())
    assert (resultats.count("doublon"), resultats.count("applique")) == (arretes, 60 - arretes)
    qtbot.waitUntil(lambda: not runner.occupe)
    assert not ProgressPanel.of(page.window()).rows()
    assert bogues == []


def test_only_one_import_at_a_time(melange, ouvrir):
    page = ouvrir()
    page._contexte.runner.pause = True
    page.importer([melange])
    assert not page.fichiers.isEnabled()
    deposer(page, local(melange))
    page._contexte.runner.pause = False
    page._contexte.runner.liberer()
    assert len(page.lignes()) == 6
    assert page.fichiers.isEnabled()


def test_an_empty_folder_is_said(ouvrir, tmp_path):
    (tmp_path / "vide").mkdir()
    page = ouvrir()
    page.importer([tmp_path / "vide"])
    assert page.message.text() == "Il n’y avait aucun fichier à importer."
    assert page.vide.isVisibleTo(page)


@pytest.mark.parametrize("echelle", [100, 200])
def test_everything_is_named_and_fits(melange, ouvrir, theme, qtbot, echelle):
    page = ouvrir()
    page.importer([melange])
    theme.apply("contraste", echelle)
    qtbot.wait(50)
    assert list(sans_nom(page)) == []
    assert page.horizontalScrollBar().maximum() == 0
