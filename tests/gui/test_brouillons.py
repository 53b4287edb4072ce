"""What is typed is never lost: closing, locking, kill -9, a list of what was set aside."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from journal_scls.application.lectures import Filtre
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import Environnement
from journal_scls.gui.pages.saisie.gardien import DELAI_MS
from journal_scls.gui.pages.saisie.page import SaisiePage
from journal_scls.gui.task_runner import TaskRunner
from journal_scls.gui.widgets.toast import Toast
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.aides import montrer, saisir, touche
from tests.gui.ateliers import PHRASE, faire_atelier
from tests.gui.fakes import FakeDialogs, InlineRunner
from tests.gui.journaux import ouvrir_nouveau

RACINE = Path(__file__).parents[2]
A_MOITIE = {
    "milieu": "SANS_MILIEU",
    "activite": "ECOUTE",
    "duree_min": "1h3",
    "date": "31-0",
    "nb_personnes": "1x",
    "personne": "P-0",
    "suivi_le": "+",
    "problematiques": ["ISOLEMENT"],
    "references": [
        {"destination": "CISSS", "service": "", "mode": "SIMPLE", "statut": "PROPOSEE"}
    ],
    "note": "Écoute à sa demande;\n  deux lignes… ",
    "nouveau_milieu": {
        "nom": "Les Cè", "tenure": "OBNL", "organisme": "", "mrc": "La M", "categorie": "",
        "logements": "1?",
    },
}  # fmt: skip


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


@pytest.fixture
def ouvrir(qtbot, theme, journal):
    """Open the page as the program does when it starts."""
    fenetres = []  # qtbot only holds them weakly

    def faire(runner=None):
        fenetre = QMainWindow()
        fenetres.append(fenetre)
        page = SaisiePage(journal, runner or InlineRunner(fenetre), FakeDialogs())
        fenetre.setCentralWidget(page)
        montrer(qtbot, fenetre)
        page.entered()
        return page

    return faire


def fermer(page):
    page.mettre_de_cote()
    page.window().close()


def notes(journal):
    return [b.contenu.get("note") for b in journal.interventions.brouillons()]


def test_a_draft_comes_back_exactly_as_typed(ouvrir):
    page = ouvrir()
    page.formulaire.poser({**page.formulaire.etat(), **A_MOITIE})
    avant = page.formulaire.etat()
    fermer(page)
    encore = ouvrir()
    assert encore.formulaire.etat() == avant
    assert encore.formulaire.duree.text() == "1h3"
    assert encore.formulaire.date.line.text() == "31-0"
    assert encore.formulaire.panneau.nom.text() == "Les Cè"
    assert "revenu" in encore.avis.text()
    assert encore.bouton_brouillons.isHidden()


def test_hier_means_the_same_day_tomorrow(ouvrir, journal):
    page = ouvrir()
    page.formulaire.date.setFocus()
    page.formulaire.date.line.selectAll()
    saisir(page.formulaire.date, "hier")
    fermer(page)
    journal.horloge.avancer(days=3)
    assert ouvrir().formulaire.date.line.text() == "2025-03-13"


def test_it_is_kept_a_moment_after_a_change(ouvrir, journal, qtbot):
    page = ouvrir()
    page.formulaire.note.set_text("un mot")
    assert notes(journal) == []
    qtbot.waitUntil(lambda: notes(journal) == ["un mot"], timeout=DELAI_MS + 700)
    assert "Brouillon gardé à" in page.garde.text()
    page.formulaire.note.set_text("un mot, puis deux")
    qtbot.waitUntil(lambda: notes(journal) == ["un mot, puis deux"], timeout=DELAI_MS + 700)


def test_it_is_kept_when_the_field_is_left(ouvrir, journal):
    page = ouvrir()
    page.formulaire.personne.setFocus()
    saisir(page.formulaire.personne, "P-014")
    touche(page.formulaire.personne, Qt.Key.Key_Tab)
    assert [b.contenu["personne"] for b in journal.interventions.brouillons()] == ["P-014"]


def test_nothing_typed_is_no_draft_and_erasing_erases_it(ouvrir, journal):
    page = ouvrir()
    page.mettre_de_cote()
    assert notes(journal) == []
    page.formulaire.note.set_text("a")
    page.mettre_de_cote()
    page.formulaire.note.set_text("")
    page.mettre_de_cote()
    assert notes(journal) == []


def test_a_save_forgets_its_draft(ouvrir, journal):
    page = ouvrir()
    complet = {
        "milieu": "SANS_MILIEU", "activite": "ECOUTE", "clientele": "AINES", "duree_min": "45",
        "categorie": "C4", "note": "finie",
    }  # fmt: skip
    page.formulaire.poser({**page.formulaire.etat(), **complet})
    page.mettre_de_cote()
    assert notes(journal) == ["finie"]
    page.enregistrer()
    page.mettre_de_cote()
    assert notes(journal) == []
    assert journal.lectures.compter(Filtre()) == 1


def test_closing_during_a_save_loses_nothing(ouvrir, journal):
    runner = TaskRunner(lambda *_e: None, lambda exc: pytest.fail(repr(exc)))
    page = ouvrir(runner)
    runner.attendre_fin()
    complet = {
        "milieu": "SANS_MILIEU", "activite": "ECOUTE", "clientele": "AINES", "duree_min": "45",
        "categorie": "C4", "note": "au dernier moment",
    }  # fmt: skip
    for _ in range(5):
        page.formulaire.poser({**page.formulaire.etat(), **complet})
        page.enregistrer()
    page.formulaire.note.set_text("la suivante")
    runner.annuler_tout()
    page.mettre_de_cote()
    runner.fermer()
    enregistrees = journal.lectures.compter(Filtre())
    gardees = notes(journal)
    assert enregistrees + gardees.count("au dernier moment") == 5
    assert "la suivante" in gardees
    runner.deleteLater()


class TestList:
    @pytest.fixture
    def page(self, ouvrir, journal):
        for note in ("ancienne", "récente"):
            journal.interventions.garder_brouillon({"note": note, "duree_min": "45"})
            journal.horloge.avancer(minutes=5)
        return ouvrir()

    def lignes(self, page):
        liste = page.brouillons.liste
        return [liste.item(i).text() for i in range(liste.count())]

    def test_it_says_what_each_one_is(self, page, qtbot):
        assert page.bouton_brouillons.text() == "Brouillons (2)"
        assert not page.brouillons.isVisible()
        page.bouton_brouillons.click()
        assert page.brouillons.isVisible()
        premiere, seconde = self.lignes(page)
        assert "récente" in premiere
        assert "45 min" in premiere
        assert premiere.startswith("aujourd’hui à ")
        assert "ancienne" in seconde

    def test_enter_resumes_one_and_sets_aside_what_was_typed(self, page, journal, qtbot):
        page.formulaire.note.set_text("en cours")
        page.bouton_brouillons.click()
        with qtbot.waitSignal(page.brouillons_changes) as recu:
            touche(page.brouillons.liste, Qt.Key.Key_Return)
        assert recu.args == [2]
        assert page.formulaire.note.text() == "récente"
        assert page.formulaire.duree.text() == "45"
        assert any("en cours" in ligne for ligne in self.lignes(page))
        assert not page.brouillons.isVisible()
        assert sorted(notes(journal)) == ["ancienne", "en cours", "récente"]

    def test_delete_discards_and_can_be_undone(self, page, journal):
        page.bouton_brouillons.click()
        touche(page.brouillons.liste, Qt.Key.Key_Delete)
        assert notes(journal) == ["ancienne"]
        assert page.bouton_brouillons.text() == "Brouillons (1)"
        Toast.of(page.window()).trigger()
        assert sorted(notes(journal)) == ["ancienne", "récente"]

    def test_set_aside_makes_room(self, page, journal):
        page.formulaire.note.set_text("on frappe à la porte")
        page.bouton_cote.click()
        assert page.formulaire.note.text() == ""
        assert page.bouton_brouillons.text() == "Brouillons (3)"
        assert QApplication.focusWidget() is page.formulaire.ligne.edit

    def test_those_set_aside_wait_in_the_list_at_the_next_start(self, page, ouvrir):
        page.formulaire.note.set_text("plus tard")
        page.bouton_cote.click()
        fermer(page)
        encore = ouvrir()
        assert encore.formulaire.note.text() == ""
        assert encore.bouton_brouillons.text() == "Brouillons (3)"


def test_a_correction_under_way_comes_back_as_a_correction(ouvrir, journal):
    faite = journal.interventions.saisir(contenu(note="avant"))
    page = ouvrir()
    page.corriger(faite.id)
    page.formulaire.note.set_text("en train de corriger")
    fermer(page)
    encore = ouvrir()
    assert "(révision 1)" in encore.avis.text()
    assert encore.formulaire.note.text() == "en train de corriger"
    encore.enregistrer()
    lue = journal.interventions.lire(faite.id)
    assert (lue.revision, lue.contenu.note) == (2, "en train de corriger")


class TestBusyWorker:
    """The one worker of the database is slow: nothing typed meanwhile depends on its turn."""

    @pytest.fixture
    def page(self, ouvrir):
        page = ouvrir()
        page._runner.pause = True
        return page

    def test_what_is_set_aside_is_listed_at_once_and_kept_by_a_lock(self, page, journal):
        page.formulaire.note.set_text("avant de sortir")
        page._gardien.garder()
        page.formulaire.note.set_text("avant de sortir, la fin")
        page.bouton_cote.click()
        assert page.formulaire.note.text() == ""
        page.formulaire.note.set_text("la suivante")
        page._gardien.garder()
        assert notes(journal) == []
        page.mettre_de_cote()
        assert sorted(notes(journal)) == ["avant de sortir, la fin", "la suivante"]
        page._runner.liberer()
        assert sorted(notes(journal)) == ["avant de sortir, la fin", "la suivante"]

    def test_a_write_in_the_queue_that_a_lock_empties_is_done_by_the_lock(self, page, journal):
        page.formulaire.note.set_text("déjà en file")
        page._gardien.garder()
        page.mettre_de_cote()
        assert notes(journal) == ["déjà en file"]

    def test_an_older_write_never_undoes_what_was_typed_after_resuming(self, page, journal):
        page.formulaire.note.set_text("un")
        page.bouton_cote.click()
        (brouillon,) = page._orphelins.values()
        page._sur_reprendre(brouillon)
        page.formulaire.note.set_text("un, deux")
        page.mettre_de_cote()
        page._runner.liberer()
        assert notes(journal) == ["un, deux"]

    def test_keys_typed_while_a_correction_is_fetched_are_set_aside_too(self, page, journal, qtbot):
        faite = journal.interventions.saisir(contenu(note="avant"))
        page.formulaire.note.set_text("le début")
        page.corriger(faite.id)
        page.formulaire.note.set_text("le début et la fin")
        page._runner.pause = False
        page._runner.liberer()
        assert page.formulaire.note.text() == "avant"
        assert notes(journal) == ["le début et la fin"]

    def test_a_disk_that_refuses_keeps_it_in_memory_and_in_the_list(
        self, page, journal, monkeypatch
    ):
        page._runner.pause = False
        vrai = journal.interventions.garder_brouillon

        def refuser(*_quoi, **_options):
            raise Environnement("Le disque est plein.", "Faites de la place.")

        monkeypatch.setattr(journal.interventions, "garder_brouillon", refuser)
        page.formulaire.note.set_text("à ne pas perdre")
        page.bouton_cote.click()
        assert page.bouton_brouillons.text() == "Brouillons (1)"
        with pytest.raises(Environnement):
            page.mettre_de_cote()
        monkeypatch.setattr(journal.interventions, "garder_brouillon", vrai)
        page.mettre_de_cote()
        assert notes(journal) == ["à ne pas perdre"]


PROGRAMME = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from journal_scls.application.ports_dossiers import Secret
from journal_scls.gui.app import creer_application
from journal_scls.gui.pages.saisie.page import SaisiePage
from tests.gui.ateliers import PHRASE, faire_atelier
from tests.gui.fakes import FakeDialogs

outils = creer_application(sys.argv, theme="clair")
journal = faire_atelier().ouvrir(Path(sys.argv[1]), Secret(phrase=PHRASE))
page = SaisiePage(journal, outils.runner, FakeDialogs())
page.show()
tape = []
f = page.formulaire
ecrire = {"note": f.note.edit.insertPlainText, "ligne": f.ligne.edit.insert}[sys.argv[2]]

def lettre():
    tape.append("abcdefghij"[len(tape) % 10])
    ecrire(tape[-1])
    if sys.argv[3] == "cote" and len(tape) % 25 == 0:
        page.bouton_cote.click()
        outils.runner.run(page, lambda _p: time.sleep(0.2), on_success=lambda _r: None)
    print(len(tape), time.monotonic(), flush=True)

horloge = QTimer()
horloge.timeout.connect(lettre)
horloge.start(20)
sys.exit(outils.app.exec())
"""


@pytest.mark.parametrize(("champ", "apres_s"), [("note", 1.3), ("ligne", 2.15), ("note", 2.9)])
def test_kill_9_while_typing_loses_a_second_at_most(tmp_path, champ, apres_s):
    tapees, mort, (brouillon,) = taper_puis_tuer(tmp_path, champ, apres_s)
    note = str(brouillon.contenu[champ])
    assert ("abcdefghij" * 100).startswith(note)
    perdues = tapees[len(note) :]
    assert not perdues or mort - perdues[0] <= 1.05, (len(note), len(tapees))


@pytest.mark.parametrize("apres_s", [1.7, 2.6])
def test_kill_9_while_setting_aside_before_a_slow_task_loses_a_second_at_most(tmp_path, apres_s):
    tapees, mort, brouillons = taper_puis_tuer(tmp_path, "note", apres_s, "cote")
    gardees = sorted(len(str(b.contenu["note"])) for b in brouillons)
    assert len(gardees) > 1
    assert gardees[1:] == [25] * len(gardees[1:])
    perdues = tapees[sum(gardees) :]
    assert not perdues or mort - perdues[0] <= 1.3, (gardees, len(tapees))


def taper_puis_tuer(tmp_path, champ, apres_s, *options):
    """When each letter was typed, when the program died, the drafts that it left."""
    dossier = tmp_path / "journal"
    ouvrir_nouveau(dossier).fermer()
    programme = tmp_path / "taper.py"
    programme.write_text(PROGRAMME, "utf-8")
    chemins = os.pathsep.join([str(RACINE), str(RACINE / "src")])
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": chemins}
    commande = [sys.executable, str(programme), str(dossier), champ, *(options or ("",))]
    with subprocess.Popen(
        commande, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as processus:
        tapees = frappes(processus, apres_s)
        processus.send_signal(signal.SIGKILL)
    mort = time.monotonic()
    journal = faire_atelier().ouvrir(dossier, Secret(phrase=PHRASE))
    brouillons = journal.interventions.brouillons()
    journal.fermer()
    return tapees, mort, brouillons


def frappes(processus, duree_s):
    """When each letter was typed, for that long after the first one."""
    tapees: list[float] = []
    while not tapees or time.monotonic() < tapees[0] + duree_s:
        if select.select([processus.stdout], [], [], 20)[0]:
            tapees.append(float(processus.stdout.readline().split()[1]))
    return tapees
