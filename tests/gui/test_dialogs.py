"""The real dialogs, answered by the keyboard and the mouse, never blocking."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from journal_scls.domain.errors import Environnement
from journal_scls.gui.dialogs import Dialogs, QtDialogs
from journal_scls.gui.widgets.text_dialog import TextDialog
from tests.gui.aides import montrer, saisir, touche
from tests.gui.fakes import FakeDialogs


@pytest.fixture
def page(qtbot, theme):
    page = QWidget()
    page.resize(700, 500)
    montrer(qtbot, page)
    return page


@pytest.fixture
def dialogs(qapp):
    return QtDialogs()


def boite(page, genre=QMessageBox):
    trouvees = page.findChildren(genre)
    assert len(trouvees) == 1
    return trouvees[0]


def texte_des_boutons(dialogue) -> list[str]:
    return [b.text().replace("&", "") for b in dialogue.findChild(QDialogButtonBox).buttons()]


def test_the_double_has_the_shape_of_the_real_one():
    dialogs: Dialogs = FakeDialogs()
    publics = {nom for nom in vars(QtDialogs) if not nom.startswith("_")} - {"staticMetaObject"}
    assert publics <= set(dir(dialogs))
    assert publics == {nom for nom in vars(Dialogs) if not nom.startswith("_")}


def test_an_error_says_what_happened_and_what_to_do(page, dialogs):
    finis = []
    erreur = Environnement("Le disque est plein.", "Libérez de l'espace.")
    dialogs.erreur(page, erreur, sur_fin=lambda: finis.append(1))
    b = boite(page)
    assert (b.text(), b.informativeText()) == ("Le disque est plein.", "Libérez de l'espace.")
    assert b.textFormat() == Qt.TextFormat.PlainText
    touche(b, Qt.Key.Key_Escape)
    assert finis == [1]


def test_a_message_is_never_read_as_markup(page, dialogs):
    dialogs.informer(page, "<b>Tour</b>")
    assert boite(page).text() == "<b>Tour</b>"
    boite(page).close()


@pytest.mark.parametrize("danger", [True, False])
def test_enter_does_the_action_unless_it_is_dangerous(page, dialogs, danger):
    faits = []
    dialogs.confirmer(
        page,
        "Purger?",
        lambda: faits.append("oui"),
        action="Purger",
        danger=danger,
        sur_non=lambda: faits.append("non"),
    )
    touche(boite(page), Qt.Key.Key_Return)
    assert faits == ["non" if danger else "oui"]


def test_escape_means_no(page, dialogs):
    faits = []
    dialogs.confirmer(page, "?", faits.append, action="Oui", sur_non=lambda: faits.append("non"))
    touche(boite(page), Qt.Key.Key_Escape)
    assert faits == ["non"]


def test_a_refused_text_stays_and_says_why(qtbot, page, dialogs):
    recus = []
    dialogs.demander_texte(
        page,
        "Nouveau &nom",
        recus.append,
        valider=lambda texte: "" if texte.strip() else "Le nom manque.",
    )
    d = boite(page, TextDialog)
    d.accept()
    assert recus == []
    assert d.message.text() == "Le nom manque."
    assert d.message.isVisible()
    saisir(d.edit, "Élise Ménard")
    d.accept()
    assert recus == ["Élise Ménard"]


def test_a_secret_is_hidden_until_asked(page, dialogs):
    dialogs.demander_texte(page, "&Phrase", print, secret=True)
    d = boite(page, TextDialog)
    assert d.edit.echoMode() == d.edit.EchoMode.Password
    case = next(w for w in d.children() if w.inherits("QCheckBox"))
    case.click()
    assert d.edit.echoMode() == d.edit.EchoMode.Normal
    d.reject()


def test_standard_buttons_speak_french(qapp, page, dialogs):
    assert Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)).is_dir()
    assert qapp.francise
    assert QLocale().name() == "fr_CA"
    dialogs.demander_texte(page, "Nom", print)
    assert texte_des_boutons(boite(page, TextDialog)) == ["OK", "Annuler"]
    boite(page, TextDialog).reject()


@pytest.fixture
def sans_natif(qapp):
    """Qt's own file dialog, the one that tests can read."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_files_are_chosen_in_french_and_the_folder_is_remembered(
    qtbot, page, dialogs, tmp_path, sans_natif
):
    fichier = tmp_path / "été.csv"
    fichier.write_text("a")
    recus = []
    dialogs.choisir_fichier_a_ouvrir(page, "Reprendre", "Tableurs (*.csv)", recus.append)
    d = boite(page, QFileDialog)
    assert d.labelText(QFileDialog.DialogLabel.LookIn) == "Dossier :"
    assert "Annuler" in texte_des_boutons(d)
    d.fileSelected.emit(str(fichier))
    d.reject()
    QApplication.sendPostedEvents(None, 52)
    assert recus == [fichier]
    dialogs.choisir_fichiers_a_ouvrir(page, "Lots", "Lots (*.jscls)", recus.append)
    d = boite(page, QFileDialog)
    assert Path(d.directory().absolutePath()) == tmp_path
    d.filesSelected.emit([str(fichier)])
    assert recus[1:] == [[fichier]]
    d.reject()


def test_a_saved_file_has_its_suffix(qtbot, page, dialogs, tmp_path, sans_natif):
    recus = []
    dialogs._dossier = str(tmp_path)
    dialogs.choisir_fichier_a_enregistrer(
        page, "Enregistrer", "resume-2025-03.pdf", "PDF (*.pdf)", recus.append
    )
    d = boite(page, QFileDialog)
    assert d.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    d.selectFile(str(tmp_path / "mars"))
    d.accept()
    assert recus == [tmp_path / "mars.pdf"]


def test_a_folder_is_chosen(page, dialogs, tmp_path, sans_natif):
    recus = []
    dialogs.choisir_dossier(page, "Sauvegarder dans", recus.append)
    d = boite(page, QFileDialog)
    d.fileSelected.emit(str(tmp_path))
    d.reject()
    assert recus == [tmp_path]
    assert dialogs._dossier == str(tmp_path)
