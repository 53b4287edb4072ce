"""The window: what it says, what its keys do, how it is left without losing anything."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from journal_scls.application.operation import Changes
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import Environnement
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.cles import JOURNAL, SAISIE
from journal_scls.gui.fenetre.etat import heure, phrase_etat
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.pages.attente_page import AttentePage
from journal_scls.gui.pages.deverrouillage.page import DeverrouillagePage
from journal_scls.gui.widgets.shortcuts_dialog import ShortcutsDialog
from tests.gui.aides import montrer, saisir, sans_nom
from tests.gui.ateliers import PHRASE, faire_atelier, faire_dossier
from tests.gui.fakes import FakeDialogs, InlineRunner

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def atelier():
    return faire_atelier()


@pytest.fixture
def dossier(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def runner(qapp):
    return InlineRunner()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def apparence(theme, tmp_path):
    apparence = Apparence(theme, QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat))
    yield apparence
    apparence.deleteLater()


@pytest.fixture
def fenetre(qtbot, runner, dialogs, apparence):
    fenetre = MainWindow()
    fenetre.equiper(runner, dialogs, apparence)
    montrer(qtbot, fenetre)
    yield fenetre
    fenetre.close()


@pytest.fixture
def ouvrir(fenetre, atelier, dossier):
    def ouvrir(*, demo=False):
        faire_dossier(atelier, dossier, demo=demo)
        journal = atelier.ouvrir(dossier, Secret(phrase=PHRASE))
        fenetre.ouvrir(journal)
        return journal

    return ouvrir


def presser(fenetre, touche, modif=CTRL):
    QTest.keyClick(QApplication.focusWidget() or fenetre, touche, modif)


def relire(atelier, dossier):
    return atelier.ouvrir(dossier, Secret(phrase=PHRASE))


def test_before_a_journal_only_what_makes_sense_is_offered(fenetre):
    assert isinstance(fenetre.devant, AttentePage)
    assert fenetre.windowTitle() == "Journal SCLS"
    assert not fenetre.statusBar().isVisible()
    actives = {a.text().replace("&", "") for a in actions(fenetre) if a.isEnabled()}
    assert {"Quitter", "Aide et raccourcis de cet écran", "Texte plus grand"} <= actives
    assert not {"Verrouiller", "Nouvelle intervention", "Saisie"} & actives


def test_an_open_journal_says_whose_it_is_and_what_is_safe(fenetre, ouvrir, dossier):
    ouvrir()
    assert fenetre.windowTitle() == "Maude Tremblay – Journal SCLS"
    assert not fenetre.bandeau.isVisible()
    assert fenetre.etat.text() == "Tout est enregistré · dernière sauvegarde : aujourd’hui"
    assert list((dossier / "sauvegardes").glob("*.scls-sauvegarde"))


def test_the_demonstration_says_so_all_the_time(fenetre, ouvrir):
    ouvrir(demo=True)
    assert fenetre.bandeau.isVisible()
    assert fenetre.bandeau.text().startswith("DÉMO")


def test_a_backup_that_fails_is_told_and_the_journal_opens(fenetre, atelier, dossier, dialogs):
    faire_dossier(atelier, dossier)
    (dossier / "sauvegardes").write_text("not a folder")
    fenetre.ouvrir(relire(atelier, dossier))
    assert isinstance(dialogs.erreurs[0], Environnement)
    assert "n’a pas pu se faire" in fenetre.etat.text()


def test_the_pages_have_keys(fenetre, ouvrir):
    ouvrir()
    cles = [rubrique.cle for rubrique in fenetre.travail.rubriques]
    for rang in reversed(range(min(9, len(cles)))):
        presser(fenetre, Qt.Key(Qt.Key.Key_1 + rang))
        assert fenetre.travail.courante == cles[rang]
    presser(fenetre, Qt.Key.Key_F)
    assert fenetre.travail.courante == "journal"
    presser(fenetre, Qt.Key.Key_N)
    assert fenetre.travail.courante == "saisie"


def test_a_page_out_of_sight_does_not_take_the_keys(fenetre, ouvrir):
    """What it was asked may end once another page is in front: its field would have them."""
    ouvrir()
    travail = fenetre.travail
    travail.aller(JOURNAL)
    devant = QApplication.focusWidget()
    for loin in (travail.saisie.formulaire.note.edit, travail.saisie.formulaire.ligne.edit):
        loin.setFocus()
        assert QApplication.focusWidget() is devant
    travail.aller(SAISIE)
    travail.saisie.formulaire.note.edit.setFocus()
    assert QApplication.focusWidget() is travail.saisie.formulaire.note.edit


def test_the_pane_is_walked_with_the_arrows(qtbot, fenetre, ouvrir):
    ouvrir()
    presser(fenetre, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    volet = fenetre.travail.volet
    assert volet.hasFocus()
    presser(fenetre, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert fenetre.travail.courante == fenetre.travail.rubriques[1].cle
    assert volet.hasFocus()
    presser(fenetre, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert not volet.hasFocus()
    assert fenetre.travail.isAncestorOf(QApplication.focusWidget())
    presser(fenetre, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    presser(fenetre, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert not volet.hasFocus()


def test_a_narrow_window_trades_the_pane_for_a_button(fenetre, ouvrir):
    ouvrir()
    travail = fenetre.travail
    assert travail.volet.isVisible()
    assert not travail.bouton.isVisible()
    fenetre.resize(500, 600)
    assert travail.bouton.isVisible()
    assert not travail.volet.isVisible()
    travail.bouton.chosen.emit("journal")
    assert travail.courante == "journal"
    assert travail.bouton.text().endswith("Journal")


def test_every_command_has_its_own_keys_and_none_is_altgr(fenetre, ouvrir):
    ouvrir()
    touches = Counter(s.toString() for a in actions(fenetre) for s in a.shortcuts())
    assert {t: n for t, n in touches.items() if n > 1} == {}
    assert not [t for t in touches if "Ctrl+Alt" in t]
    for attendue in ("Ctrl+1", "Ctrl+2", "Ctrl+N", "Ctrl+F", "Ctrl+L", "Ctrl+Q", "F1"):
        assert attendue in touches


def test_the_letters_of_the_menus_never_fight_those_of_a_page(fenetre, ouvrir):
    ouvrir()
    for rubrique in fenetre.travail.rubriques:
        fenetre.travail.aller(rubrique.cle)
        lettres = Counter(mnemoniques(fenetre))
        assert {k: n for k, n in lettres.items() if n > 1} == {}, rubrique.cle
    for menu in fenetre.menuBar().findChildren(QMenu):
        lettres = Counter(lettre for a in menu.actions() if (lettre := lettre_de(a.text())))
        assert {k: n for k, n in lettres.items() if n > 1} == {}, menu.title()


def test_everything_that_takes_the_focus_has_a_name(fenetre, ouvrir):
    ouvrir()
    for rubrique in fenetre.travail.rubriques:
        fenetre.travail.aller(rubrique.cle)
        assert list(sans_nom(fenetre)) == []


def test_f1_shows_the_keys_in_french(fenetre, ouvrir, qtbot):
    ouvrir()
    presser(fenetre, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    boite = fenetre.findChild(ShortcutsDialog)
    textes = [label.text() for label in boite.findChildren(QLabel)]
    assert "Verrouiller" in textes
    assert "Ctrl+L" in textes
    assert "Ctrl+Entrée" in textes
    boite.close()


def test_locking_keeps_what_was_typed_and_forgets_what_was_shown(fenetre, ouvrir, atelier, dossier):
    ouvrir()
    verrous = []
    fenetre.verrouille.connect(lambda: verrous.append(True))
    saisir(fenetre.travail.saisie.formulaire.duree, "1h3")
    presser(fenetre, Qt.Key.Key_L)
    assert verrous
    assert fenetre.travail is None
    assert fenetre.windowTitle() == "Journal SCLS"
    assert fenetre.etat.text() == ""
    journal = relire(atelier, dossier)
    (brouillon,) = journal.interventions.brouillons()
    assert brouillon.contenu["duree_min"] == "1h3"
    journal.fermer()


def test_closing_keeps_what_was_typed_and_closes_the_journal(
    qtbot, fenetre, ouvrir, atelier, dossier
):
    ouvrir()
    saisir(fenetre.travail.saisie.formulaire.duree, "45")
    presser(fenetre, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: not fenetre.isVisible())
    journal = relire(atelier, dossier)
    assert len(journal.interventions.brouillons()) == 1
    journal.fermer()


def test_a_draft_that_cannot_be_kept_keeps_the_window_open(fenetre, ouvrir, dialogs, monkeypatch):
    journal = ouvrir()
    saisir(fenetre.travail.saisie.formulaire.duree, "45")
    plein = Environnement("Le disque est plein.")

    def refuser(*_args, **_options):
        raise plein

    monkeypatch.setattr(type(journal.interventions), "garder_brouillon", refuser)
    fenetre.close()
    assert fenetre.isVisible()
    assert dialogs.erreurs == [plein]
    assert fenetre.travail.saisie.formulaire.duree.text() == "45"
    monkeypatch.undo()


def test_a_front_page_is_asked_before_the_window_closes(qtbot, fenetre):
    class Prudente(AttentePage):
        suite = None

        def quitter(self, suite):
            self.suite = suite

    page = Prudente("…")
    fenetre.montrer(page)
    fenetre.close()
    assert fenetre.isVisible()
    page.suite()
    qtbot.waitUntil(lambda: not fenetre.isVisible())


def test_a_front_page_with_nothing_to_put_away_lets_the_window_close(
    qtbot, fenetre, atelier, dossier, runner
):
    faire_dossier(atelier, dossier)
    fenetre.montrer(DeverrouillagePage(atelier, dossier, runner))
    presser(fenetre, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: not fenetre.isVisible())


def test_the_state_follows_what_is_written(fenetre, ouvrir, runner):
    journal = ouvrir()
    journal.interventions.garder_brouillon({"note": "x"})
    runner.changed.emit(Changes(brouillons=True), fenetre)
    quand = heure(journal.horloge.maintenant())
    assert fenetre.etat.text().startswith(f"Enregistré à {quand} · 1 brouillon ·")


def test_the_state_is_a_sentence():
    assert phrase_etat(None, 0, "") == "Tout est enregistré"
    instant = datetime(2025, 3, 14, 19, 5, tzinfo=UTC)
    assert phrase_etat(instant, 2, "x") == f"Enregistré à {heure(instant)} · 2 brouillons · x"
    assert heure(instant).endswith(" h 05")


def test_a_copy_can_be_made_elsewhere(fenetre, ouvrir, dialogs, tmp_path):
    ouvrir()
    dialogs.repondre("choisir_dossier", tmp_path / "cle-usb")
    fenetre.sauvegarder()
    assert ("informer", "La copie est faite et vérifiée.") in dialogs.dits
    assert list((tmp_path / "cle-usb").glob("*.scls-sauvegarde"))


def test_the_summary_is_one_key_away(fenetre, ouvrir, dialogs, tmp_path):
    ouvrir()
    dialogs.repondre("choisir_fichier_a_enregistrer", tmp_path / "mars.pdf")
    presser(fenetre, Qt.Key.Key_P)
    assert fenetre.travail.courante == "resume"
    assert (tmp_path / "mars.pdf").read_bytes().startswith(b"%PDF")


def test_text_size_and_colours_are_kept_on_the_computer(fenetre, apparence, theme, tmp_path):
    presser(fenetre, Qt.Key.Key_Plus)
    presser(fenetre, Qt.Key.Key_Equal)
    assert theme.echelle == 150
    presser(fenetre, Qt.Key.Key_Minus)
    apparence.changer("sombre")
    autre = Apparence(theme, QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat))
    apparence._reglages.sync()
    theme.apply("clair", 100)
    autre.appliquer()
    assert (theme.nom, theme.echelle) == ("sombre", 125)
    autre.deleteLater()


def test_settings_that_make_no_sense_are_as_if_never_kept(theme, tmp_path):
    (tmp_path / "b.conf").write_text("[General]\ntheme=rose\nechelle=9000\n")
    apparence = Apparence(theme, QSettings(str(tmp_path / "b.conf"), QSettings.Format.IniFormat))
    apparence.appliquer()
    assert (theme.nom, theme.echelle) == ("systeme", 100)
    apparence.deleteLater()
    theme.apply("clair", 100)


def actions(fenetre):
    return [a for menu in fenetre.menuBar().findChildren(QMenu) for a in menu.actions()]


def lettre_de(texte):
    sequence = QKeySequence.mnemonic(texte).toString()
    return sequence.removeprefix("Alt+")


def mnemoniques(fenetre):
    """The letters that Alt gives on screen, those of the menus included."""
    textes = [a.text() for a in fenetre.menuBar().actions()]
    textes += [w.text() for w in fenetre.findChildren(QAbstractButton) if w.isVisible()]
    textes += [w.text() for w in fenetre.findChildren(QLabel) if w.isVisible() and w.buddy()]
    return [lettre for texte in textes if (lettre := lettre_de(texte))]
