"""A new recovery code, shown once, to print."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal_scls.application.chiffres.ports_documents import Documents
from journal_scls.application.ports_dossiers import CodeImprime
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.feuille_secours import feuille_secours
from journal_scls.gui.pages.accueil.etapes import grille_code
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Page
from journal_scls.gui.widgets.design import espacer, role
from journal_scls.gui.widgets.front_page import bar, button

_LARGEUR, _HAUTEUR = 38, 26  # heights of a line


class CodeDialog(QDialog):
    """The code leaves with the dialog: nothing keeps it."""

    def __init__(
        self,
        parent: QWidget,
        code: CodeImprime,
        titre: str,
        le: date,
        *,
        runner: Runner,
        dialogs: Dialogs,
        documents: Documents,
        ouvrir_fichier: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Nouveau code de secours"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._feuille = feuille_secours(code, titre, le)
        self._runner, self._dialogs, self._documents = runner, dialogs, documents
        self._ouvrir_fichier = ouvrir_fichier
        self.page = Page(
            tr("Votre nouveau code de secours"),
            subtitle=tr(
                "L’ancienne feuille n’ouvre plus ce journal : détruisez-la. Ce code n’est "
                "montré qu’une fois. Écrivez-le, ou imprimez la feuille, et gardez-le sous clé."
            ),
        )
        self.page.body.addWidget(grille_code(code))
        self.feuille = button(tr("Enregistrer la feui&lle à imprimer (PDF)…"), "primaire")
        self.fermer = button(tr("&Fermer : le code est noté"))
        self.feuille.clicked.connect(self._enregistrer)
        self.fermer.clicked.connect(self.accept)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="m")
        boite.addWidget(self.page)
        boite.addWidget(bar(self.fermer, self.feuille))
        ligne, place = self.fontMetrics().height(), self.screen().availableGeometry()
        self.resize(min(_LARGEUR * ligne, place.width()), min(_HAUTEUR * ligne, place.height()))
        self.feuille.setFocus(Qt.FocusReason.TabFocusReason)

    def _enregistrer(self) -> None:
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer la feuille de secours"),
            "feuille-de-secours.pdf",
            tr("Document PDF (*.pdf)"),
            self._ecrire,
        )

    def _ecrire(self, chemin: Path) -> None:
        def fait(_rien: None) -> None:
            self._dialogs.informer(
                self,
                tr("La feuille est enregistrée."),
                suite=tr("Imprimez-la, puis supprimez le fichier."),
            )
            self._ouvrir_fichier(QUrl.fromLocalFile(str(chemin)))

        role(self.feuille, "discret")
        self._runner.run(
            self,
            lambda _p: self._documents.ecrire(chemin, self._feuille),
            on_success=fait,
            base=False,
        )
