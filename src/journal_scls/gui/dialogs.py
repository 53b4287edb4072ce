"""Every question to the person, opened without blocking, in one object that tests replace.

`open()` and a callback, never `exec()`: a nested event loop lets a page be deleted under the
code that waits, and no test can get out of it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)

from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.traduction import dite, marque, tr
from journal_scls.gui.widgets.choice_dialog import ChoiceDialog
from journal_scls.gui.widgets.design import role
from journal_scls.gui.widgets.text_dialog import TextDialog
from journal_scls.gui.widgets.typography import unbreakable

Rappel = Callable[[], None]
FICHIERS = marque("Fichiers du Journal SCLS (*.scls);;Tous les fichiers (*)")


class Dialogs(Protocol):
    """What pages depend on."""

    def informer(
        self, parent: QWidget, texte: str, *, suite: str = "", sur_fin: Rappel | None = None
    ) -> None: ...

    def erreur(
        self, parent: QObject, erreur: ErreurJournal, *, sur_fin: Rappel | None = None
    ) -> None: ...

    def confirmer(
        self,
        parent: QWidget,
        question: str,
        sur_oui: Rappel,
        *,
        action: str,
        suite: str = "",
        danger: bool = False,
        sur_non: Rappel | None = None,
    ) -> None: ...

    def demander_texte(
        self,
        parent: QWidget,
        question: str,
        sur_texte: Callable[[str], None],
        *,
        titre: str = "Journal SCLS",
        valeur: str = "",
        secret: bool = False,
        valider: Callable[[str], str] | None = None,
    ) -> None: ...

    def choisir(
        self,
        parent: QWidget,
        question: str,
        reponses: Sequence[str],
        sur_choix: Callable[[int], None],
        *,
        titre: str = "Journal SCLS",
    ) -> None: ...

    def choisir_fichier_a_ouvrir(
        self, parent: QWidget, titre: str, filtre: str, sur_choix: Callable[[Path], None]
    ) -> None: ...

    def choisir_fichiers_a_ouvrir(
        self, parent: QWidget, titre: str, filtre: str, sur_choix: Callable[[list[Path]], None]
    ) -> None: ...

    def choisir_fichier_a_enregistrer(
        self,
        parent: QWidget,
        titre: str,
        nom_propose: str,
        filtre: str,
        sur_choix: Callable[[Path], None],
    ) -> None: ...

    def choisir_dossier(
        self, parent: QWidget, titre: str, sur_choix: Callable[[Path], None]
    ) -> None: ...


class QtDialogs(QObject):
    """The real ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dossier = Path(QStandardPaths.writableLocation(documents))
        self._dossier = str(dossier if dossier.is_dir() else Path.home())
        self._orphelines: set[QMessageBox] = set()

    def informer(
        self, parent: QWidget, texte: str, *, suite: str = "", sur_fin: Rappel | None = None
    ) -> None:
        self._message(parent, QMessageBox.Icon.Information, texte, suite, sur_fin)

    def erreur(
        self, parent: QObject, erreur: ErreurJournal, *, sur_fin: Rappel | None = None
    ) -> None:
        """What happened, and what to do next, in the words of the error itself."""
        fenetre = parent if isinstance(parent, QWidget) else None
        self._message(
            fenetre, QMessageBox.Icon.Warning, dite(erreur.message), dite(erreur.suite), sur_fin
        )

    def _message(
        self,
        parent: QWidget | None,
        icone: QMessageBox.Icon,
        texte: str,
        suite: str,
        sur_fin: Rappel | None,
    ) -> None:
        boite = _boite(parent, icone, texte, suite)
        boite.setStandardButtons(QMessageBox.StandardButton.Ok)
        if sur_fin is not None:
            boite.finished.connect(lambda _code: sur_fin())
        if parent is None:  # nobody else holds it: it would vanish before it is read
            self._orphelines.add(boite)
            boite.finished.connect(lambda _code: self._orphelines.discard(boite))
        boite.open()

    def confirmer(
        self,
        parent: QWidget,
        question: str,
        sur_oui: Rappel,
        *,
        action: str,
        suite: str = "",
        danger: bool = False,
        sur_non: Rappel | None = None,
    ) -> None:
        """`action` is the verb on the button. With `danger`, Enter does not do it."""
        boite = _boite(parent, QMessageBox.Icon.Question, question, suite)
        oui = boite.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        non = boite.addButton(tr("Annuler"), QMessageBox.ButtonRole.RejectRole)
        role(oui, "danger" if danger else "primaire")
        boite.setDefaultButton(non if danger else oui)
        boite.setEscapeButton(non)
        boite.finished.connect(lambda _code: _repondre(boite, oui, sur_oui, sur_non))
        boite.open()

    def demander_texte(
        self,
        parent: QWidget,
        question: str,
        sur_texte: Callable[[str], None],
        *,
        titre: str = "Journal SCLS",
        valeur: str = "",
        secret: bool = False,
        valider: Callable[[str], str] | None = None,
    ) -> None:
        """`valider` returns the reason of a refusal, or an empty text."""
        TextDialog(
            parent,
            question,
            sur_texte,
            titre=titre,
            valeur=valeur,
            secret=secret,
            valider=valider,
        ).open()

    def choisir(
        self,
        parent: QWidget,
        question: str,
        reponses: Sequence[str],
        sur_choix: Callable[[int], None],
        *,
        titre: str = "Journal SCLS",
    ) -> None:
        """`sur_choix` is given the rank of the answer, from 0; giving up answers nothing."""
        ChoiceDialog(parent, question, reponses, sur_choix, title=titre).open()

    def choisir_fichier_a_ouvrir(
        self, parent: QWidget, titre: str, filtre: str, sur_choix: Callable[[Path], None]
    ) -> None:
        """`filtre` in Qt's form: « Tableurs (*.csv *.xlsx) »."""
        boite = self._fichiers(parent, titre, filtre, QFileDialog.FileMode.ExistingFile)
        boite.fileSelected.connect(lambda nom: sur_choix(self._retenir(nom)))
        boite.open()

    def choisir_fichiers_a_ouvrir(
        self, parent: QWidget, titre: str, filtre: str, sur_choix: Callable[[list[Path]], None]
    ) -> None:
        boite = self._fichiers(parent, titre, filtre, QFileDialog.FileMode.ExistingFiles)
        boite.filesSelected.connect(lambda noms: sur_choix([self._retenir(nom) for nom in noms]))
        boite.open()

    def choisir_fichier_a_enregistrer(
        self,
        parent: QWidget,
        titre: str,
        nom_propose: str,
        filtre: str,
        sur_choix: Callable[[Path], None],
    ) -> None:
        """Qt asks before it lets an existing file be replaced."""
        boite = self._fichiers(parent, titre, filtre, QFileDialog.FileMode.AnyFile)
        boite.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        boite.setDefaultSuffix(Path(nom_propose).suffix.lstrip("."))
        boite.selectFile(nom_propose)
        boite.fileSelected.connect(lambda nom: sur_choix(self._retenir(nom)))
        boite.open()

    def choisir_dossier(
        self, parent: QWidget, titre: str, sur_choix: Callable[[Path], None]
    ) -> None:
        boite = self._fichiers(parent, titre, "", QFileDialog.FileMode.Directory)
        boite.setOption(QFileDialog.Option.ShowDirsOnly)
        boite.fileSelected.connect(lambda nom: sur_choix(self._retenir(nom)))
        boite.open()

    def _fichiers(
        self, parent: QWidget, titre: str, filtre: str, mode: QFileDialog.FileMode
    ) -> QFileDialog:
        boite = QFileDialog(parent, titre, self._dossier, filtre)
        boite.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        boite.setFileMode(mode)
        boite.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Dossier :"))
        boite.setLabelText(QFileDialog.DialogLabel.FileType, tr("Type de fichier :"))
        return boite

    def _retenir(self, nom: str) -> Path:
        """The next dialog opens where this one ended."""
        chemin = Path(nom)
        self._dossier = str(chemin if chemin.is_dir() else chemin.parent)
        return chemin


def _boite(parent: QWidget | None, icone: QMessageBox.Icon, texte: str, suite: str) -> QMessageBox:
    boite = QMessageBox(icone, "Journal SCLS", "", QMessageBox.StandardButton.NoButton, parent)
    boite.setText(unbreakable(texte))
    boite.setInformativeText(unbreakable(suite))
    boite.setTextFormat(Qt.TextFormat.PlainText)  # names typed by people are never markup
    boite.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return boite


def _repondre(
    boite: QMessageBox, oui: QPushButton, sur_oui: Rappel, sur_non: Rappel | None
) -> None:
    if boite.clickedButton() is oui:
        sur_oui()
    elif sur_non is not None:
        sur_non()
