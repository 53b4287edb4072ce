"""Templates: apply one in two keys, keep the form under a name, rename, throw away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journal_scls.domain.journal.modele import NOM_MAX, Modele
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.action_list import ActionList
from journal_scls.gui.widgets.design import espacer, role
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout

_LARGEUR = 76  # characters
_LIGNES = 10


class ModelesDialog(QDialog):
    """`appliquer(Modele)`, `garder(nom)`, `renommer(Modele, nom)`, `jeter(Modele)`: it asks."""

    appliquer = Signal(object)
    garder = Signal(str)
    renommer = Signal(object, str)
    jeter = Signal(object)

    def __init__(self, modeles: Sequence[Modele], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Modèles"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.liste = ActionList(tr("Aucun modèle encore."), self, lines=_LIGNES)
        self.nom = QLineEdit(self)
        self.nom.setMaxLength(NOM_MAX)
        self._disposer()
        self.montrer(modeles)
        self.liste.opened.connect(self._appliquer)
        self.liste.removed.connect(self.jeter)
        self.liste.currentRowChanged.connect(lambda _rang: self._choisir())
        self.nom.returnPressed.connect(self._garder)
        (self.liste if modeles else self.nom).setFocus()

    def montrer(self, modeles: Sequence[Modele]) -> None:
        """Replace the list."""
        self.liste.show_lines([(m, m.nom) for m in modeles])
        self.liste.setCurrentRow(0 if modeles else -1)
        for bouton in (self.bouton_appliquer, self.bouton_renommer, self.bouton_jeter):
            bouton.setEnabled(bool(modeles))

    def dire(self, erreur: str) -> None:
        """Why a name is refused."""
        self._rang_nom.set_error(erreur)

    def _disposer(self) -> None:
        self._rang_nom = FieldRow(
            tr("&Nom"),
            self.nom,
            self,
            hint=tr("Un modèle ne garde ni date, ni note, ni code de personne, ni suivi."),
        )
        self.bouton_appliquer = self._bouton(tr("Appliquer (Entrée)"), self._appliquer_choisi)
        role(self.bouton_appliquer, "primaire")
        self.bouton_jeter = self._bouton(tr("Jeter (Suppr)"), self._jeter_choisi)
        self.bouton_garder = self._bouton(tr("&Garder le formulaire sous ce nom"), self._garder)
        self.bouton_renommer = self._bouton(tr("&Renommer le modèle choisi"), self._renommer)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        boite.addWidget(FieldRow(tr("Ce qui revient chaque semaine"), self.liste, self))
        for widget, boutons in (
            (None, (self.bouton_appliquer, self.bouton_jeter)),
            (self._rang_nom, (self.bouton_garder, self.bouton_renommer)),
        ):
            if widget is not None:
                boite.addWidget(widget)
            ligne = FlowLayout()
            for bouton in boutons:
                ligne.addWidget(bouton)
            boite.addLayout(ligne)
        largeur = self.fontMetrics().averageCharWidth() * _LARGEUR
        self.resize(largeur, max(boite.totalHeightForWidth(largeur), self.sizeHint().height()))

    def _bouton(self, libelle: str, faire: Callable[[], None]) -> QPushButton:
        bouton = QPushButton(libelle, self)
        bouton.setAutoDefault(False)
        bouton.clicked.connect(lambda _coche: faire())
        return bouton

    def _choisi(self) -> Modele | None:
        valeur = self.liste.value()
        return valeur if isinstance(valeur, Modele) else None

    def _choisir(self) -> None:
        choisi = self._choisi()
        self.nom.setText(choisi.nom if choisi else "")
        self._rang_nom.set_error("")

    def _appliquer(self, modele: Modele) -> None:
        self.accept()
        self.appliquer.emit(modele)

    def _appliquer_choisi(self) -> None:
        if (choisi := self._choisi()) is not None:
            self._appliquer(choisi)

    def _jeter_choisi(self) -> None:
        if (choisi := self._choisi()) is not None:
            self.jeter.emit(choisi)

    def _garder(self) -> None:
        if self.nom.text().strip():
            self.garder.emit(self.nom.text())
        else:
            self.dire(tr("Écrivez le nom du modèle."))

    def _renommer(self) -> None:
        if (choisi := self._choisi()) is not None:
            self.renommer.emit(choisi, self.nom.text())
