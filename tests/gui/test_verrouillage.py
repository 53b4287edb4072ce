"""After a lock, nothing that a person wrote is left in what the window holds."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction, QClipboard, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip, QUndoView, QWidget

from journal_scls.application.ports_dossiers import Secret
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.main_window import MainWindow
from tests.fabriques import contenu
from tests.gui.aides import montrer, saisir
from tests.gui.ateliers import PHRASE, faire_atelier, faire_dossier
from tests.gui.fakes import FakeDialogs, InlineRunner

SECRET = "zygomatique"
TEXTES = ("text", "toPlainText", "windowTitle", "toolTip", "statusTip", "whatsThis", "title")
TEXTES += ("accessibleName", "accessibleDescription", "placeholderText", "currentText", "html")


def textes_de(objet: QObject) -> Iterator[str]:
    """Everything that an object can be asked to say."""
    for nom in TEXTES:
        methode = getattr(objet, nom, None)
        if callable(methode):
            dit = methode()
            if isinstance(dit, str):
                yield dit
    noms = (bytes(nom.data()).decode() for nom in objet.dynamicPropertyNames())
    for nom in noms:
        if not nom.startswith("_"):  # Qt's own, of types that Python does not know
            yield str(objet.property(nom))
    interface = QAccessible.queryAccessibleInterface(objet)
    if interface is not None and interface.isValid():
        for nature in QAccessible.Text:
            yield interface.text(nature)


def cellules(modele: QAbstractItemModel) -> Iterator[str]:
    for ligne in range(min(modele.rowCount(), 200)):
        colonnes = 1 if isinstance(modele, QAbstractListModel) else modele.columnCount()
        for colonne in range(colonnes):
            index = modele.index(ligne, colonne)
            for role in Qt.ItemDataRole:
                yield str(modele.data(index, role))


def tout_ce_qui_est_dit() -> Iterator[tuple[str, str]]:
    """Every text of every object that a window still owns, of the clipboard, of tool tips."""
    for racine in QApplication.topLevelWidgets():
        for objet in [racine, *racine.findChildren(QObject)]:
            if not shiboken6.isValid(objet):
                continue
            if isinstance(objet, QWidget | QAction | QTextDocument):
                yield from ((type(objet).__name__, dit) for dit in textes_de(objet))
            if isinstance(objet, QTextDocument):
                yield "undo", str(objet.availableUndoSteps() and objet.toPlainText())
            if isinstance(objet, QAbstractItemModel):
                yield from ((type(objet).__name__, dit) for dit in cellules(objet))
            assert not isinstance(objet, QUndoView)
    presse = QApplication.clipboard()
    yield "clipboard", presse.text(presse.Mode.Clipboard)
    yield "tooltip", QToolTip.text()


def fuites() -> set[str]:
    return {ou for ou, dit in tout_ce_qui_est_dit() if SECRET in dit.casefold()}


@pytest.fixture
def fenetre(qtbot, theme, tmp_path):
    reglages = QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat)
    apparence = Apparence(theme, reglages)
    fenetre = MainWindow()
    fenetre.equiper(InlineRunner(), FakeDialogs(), apparence)
    montrer(qtbot, fenetre)
    yield fenetre
    QApplication.clipboard().clear()
    fenetre.close()
    apparence.deleteLater()


@pytest.fixture(autouse=True)
def _presse_papiers_a_nous(monkeypatch):
    """The offscreen platform never says whose the clipboard is; test_fenetre.py asks a real one."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _presse: True)


@pytest.fixture
def atelier():
    return faire_atelier()


@pytest.fixture
def dossier(atelier, tmp_path):
    faire_dossier(atelier, tmp_path / "journal")
    return tmp_path / "journal"


def detruire():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.sendPostedEvents()


def remplir(fenetre, journal):
    """Write the word everywhere a person can, and look at it on every page."""
    journal.interventions.saisir(contenu(note=f"Une note {SECRET}.", personne="P-1"))
    fenetre.ouvrir(journal)
    travail = fenetre.travail
    for rubrique in travail.rubriques:
        travail.aller(rubrique.cle)
    travail.aller("journal")
    formulaire = travail.saisie.formulaire
    travail.aller("saisie")
    formulaire.note.edit.setFocus()
    saisir(formulaire.note, f"Elle m’a dit : {SECRET}")
    formulaire.note.edit.selectAll()
    formulaire.note.edit.copy()
    formulaire.milieu.popup()


def test_the_walk_would_find_what_a_lock_must_take_away(fenetre, atelier, dossier):
    journal = atelier.ouvrir(dossier, Secret(phrase=PHRASE))
    remplir(fenetre, journal)
    assert {"QPlainTextEdit", "clipboard", "undo"} <= fuites()


def test_a_lock_leaves_no_word_of_a_note(fenetre, atelier, dossier):
    journal = atelier.ouvrir(dossier, Secret(phrase=PHRASE))
    remplir(fenetre, journal)
    assert fuites()
    fenetre.autoverrou.veille.echue.emit()
    detruire()
    assert fenetre.travail is None
    assert fuites() == set()


def test_the_same_page_and_the_same_draft_come_back(fenetre, atelier, dossier):
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    saisir(fenetre.travail.saisie.formulaire.note, SECRET)
    fenetre.travail.aller("resume")
    fenetre.autoverrou.session.quittee.emit()
    detruire()
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    assert fenetre.travail.courante == "resume"
    assert fenetre.travail.saisie.formulaire.note.text() == SECRET


def test_another_journal_opens_on_its_first_page(fenetre, atelier, dossier, tmp_path):
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    fenetre.travail.aller("resume")
    fenetre.verrouiller()
    faire_dossier(atelier, tmp_path / "autre")
    fenetre.ouvrir(atelier.ouvrir(tmp_path / "autre", Secret(phrase=PHRASE)))
    assert fenetre.travail.courante == fenetre.travail.rubriques[0].cle


def test_what_somebody_else_copied_stays(fenetre, atelier, dossier, monkeypatch):
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    presse = QApplication.clipboard()
    presse.setText("d’un autre programme")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _presse: False)
    fenetre.verrouiller()
    assert presse.text() == "d’un autre programme"


def test_the_delay_that_was_chosen_is_the_one_that_is_watched(fenetre, atelier, dossier):
    journal = atelier.ouvrir(dossier, Secret(phrase=PHRASE))
    journal.enregistrer_preference("verrouillage_min", "2")
    fenetre.ouvrir(journal)
    avis = []
    fenetre.autoverrou.veille.avertie.connect(avis.append)
    veille = fenetre.autoverrou.veille
    instant = veille._horloge()
    veille._horloge = lambda: instant + 95
    veille._regard = instant + 94
    veille.regarder()
    assert avis == [25]


def test_a_half_typed_card_comes_back_after_a_lock(fenetre, atelier, dossier):
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    repertoire = fenetre.travail.aller("repertoire")
    repertoire.ajouter()
    saisir(repertoire.organisme.nom, SECRET)
    fenetre.autoverrou.veille.echue.emit()
    detruire()
    assert fuites() == set()
    fenetre.ouvrir(atelier.ouvrir(dossier, Secret(phrase=PHRASE)))
    assert fenetre.travail.courante == "repertoire"
    repertoire = fenetre.travail.page("repertoire")
    assert repertoire.currentWidget() is repertoire.organisme
    assert repertoire.organisme.nom.text() == SECRET
