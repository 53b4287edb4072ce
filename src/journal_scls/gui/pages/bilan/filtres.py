"""Whose figures: one chip for each filter in use, and a dialog to choose them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journal_scls.application.chiffres.consultations import Choix
from journal_scls.domain.chiffres.masquage import SEUIL_PAR_DEFAUT
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.traduction import deux_points, marque, tr
from journal_scls.gui.widgets.chip_bar import ChipBar
from journal_scls.gui.widgets.choice_combo import Choice, ChoiceCombo
from journal_scls.gui.widgets.design import espacer, role
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.front_page import button

_NOMS = {
    "mrc": marque("MRC"),
    "organisme": marque("Organisme"),
    "tenure": marque("Tenure"),
    "volet": marque("Volet"),
    "projet": marque("Projet ou comité"),
}
_CARACTERES = 88  # two columns of fields, and the bar that scrolls them


@dataclass(frozen=True)
class Criteres:
    """What is asked of figures, besides their period; codes and names, '' asking nothing."""

    mrc: str = ""
    organisme: str = ""
    actuel: bool = False
    tenure: str = ""
    volet: str = ""
    projet: str = ""
    avec_milieu: bool = True
    seuil: int | None = None
    libelles: dict[str, str] = field(default_factory=dict, compare=False)
    """How the codes in use are written."""

    @property
    def territoire(self) -> dict[str, Any]:
        """The arguments of `Consultations.filtre`."""
        return {nom: getattr(self, nom) for nom in (*_NOMS, "actuel")}

    def puces(self) -> Iterator[tuple[str, str]]:
        """The field and the words of each filter in use."""
        for nom, titre in _NOMS.items():
            if valeur := getattr(self, nom):
                suite = tr(", d’aujourd’hui") if nom == "organisme" and self.actuel else ""
                yield nom, deux_points(titre, f"{self.libelles.get(nom, valeur)}{suite}")
        if not self.avec_milieu:
            yield "avec_milieu", tr("Volet Milieu hors des bases")

    def sans(self, nom: str) -> "Criteres":
        """The same without one filter."""
        defauts: dict[str, Any] = {champ.name: champ.default for champ in fields(self)}
        return replace(self, **{nom: defauts[nom]})


class BarreFiltres(QWidget):
    """`change` follows what is asked."""

    change = Signal()

    def __init__(
        self, vocabulaires: Vocabulaires, seuil: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._vocabulaires = vocabulaires
        self.criteres = Criteres(seuil=seuil)
        self.choix = Choix(mrc=(), organismes=(), projets=())
        self.bouton = button(tr("&Filtrer…"))
        self.bouton.clicked.connect(self.ouvrir)
        self.puces = ChipBar(tr("&Tout effacer"), self)
        self.puces.removed.connect(self._retirer)
        self.puces.cleared.connect(self._effacer)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self.bouton, 0, Qt.AlignmentFlag.AlignTop)
        boite.addWidget(self.puces, 1)
        boite.addStretch()

    def demander(self, criteres: Criteres) -> None:
        """Ask for other figures."""
        if criteres != self.criteres:
            self.criteres = criteres
            self.puces.set_chips(list(criteres.puces()))
            self.change.emit()

    def ouvrir(self) -> None:
        """The dialog."""
        dialogue = DialogueFiltres(
            self, self.criteres, self.choix, self._vocabulaires, self.demander
        )
        dialogue.open()

    def _retirer(self, nom: str) -> None:
        self.demander(self.criteres.sans(nom))
        if not self.puces.chips:
            self.bouton.setFocus(Qt.FocusReason.OtherFocusReason)

    def _effacer(self) -> None:
        """No filter any more; what masks small numbers stays as it is."""
        self.bouton.setFocus(Qt.FocusReason.OtherFocusReason)
        self.demander(Criteres(seuil=self.criteres.seuil))


class DialogueFiltres(QDialog):
    """All the filters at once; nothing changes before « Appliquer »."""

    def __init__(
        self,
        parent: QWidget,
        criteres: Criteres,
        choix: Choix,
        vocabulaires: Vocabulaires,
        sur_choix: Callable[[Criteres], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Filtrer les chiffres"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._criteres, self._sur_choix = criteres, sur_choix
        listes = {
            "mrc": [Choice(nom, nom) for nom in choix.mrc],
            "organisme": [Choice(nom, nom) for nom in choix.organismes],
            "tenure": _termes(vocabulaires, "tenure"),
            "volet": _termes(vocabulaires, "volet"),
            "projet": [Choice(code, f"{titre} ({code})") for code, titre in choix.projets],
        }
        self.champs: dict[str, ChoiceCombo] = {}
        grille = FieldGrid(self)
        for nom, liste in listes.items():
            champ = champ_choix(liste, self, effacable=True)
            champ.setPlaceholderText(tr("Tous") if nom != "mrc" else tr("Toutes"))
            champ.set_value(getattr(criteres, nom) or None)
            self.champs[nom] = champ
            grille.add(FieldRow(tr(_NOMS[nom]), champ, self, hint=_aide(liste)))
        self.actuel = QCheckBox(tr("Organisme tel qu’il est &aujourd’hui, fusions suivies"), self)
        self.actuel.setChecked(criteres.actuel)
        self.milieu = QCheckBox(tr("&Volet Milieu dans les bases"), self)
        self.milieu.setChecked(criteres.avec_milieu)
        self.masquer = QCheckBox(
            tr(
                "&Masquer les nombres plus petits que {seuil}",
                seuil=criteres.seuil or SEUIL_PAR_DEFAUT,
            ),
            self,
        )
        self.masquer.setChecked(criteres.seuil is not None)
        champs = QWidget(self)
        pile = QVBoxLayout(champs)
        espacer(pile, self, espace="m")
        for widget in (grille, self.actuel, self.milieu, self.masquer):
            pile.addWidget(widget)
        pile.addStretch(1)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        self._champs, self._zone = champs, _defilant(champs, self)
        self._haut_max = parent.window().height()
        boite.addWidget(self._zone, 1)
        boite.addWidget(self._boutons())
        largeur = self.fontMetrics().averageCharWidth() * _CARACTERES
        self.resize(min(largeur, parent.window().width()), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """As high as all the fields, when the window is: what they ask is known once shown."""
        super().showEvent(event)
        manque = self._champs.sizeHint().height() - self._zone.viewport().height()
        self.resize(self.width(), min(self.height() + manque, self._haut_max))

    def accept(self) -> None:
        """Take what is chosen."""
        valeurs = {nom: champ.value() or "" for nom, champ in self.champs.items()}
        libelles = {nom: champ.currentText() for nom, champ in self.champs.items()}
        seuil = self._criteres.seuil or SEUIL_PAR_DEFAUT
        super().accept()
        self._sur_choix(
            Criteres(
                **valeurs,
                actuel=self.actuel.isChecked() and bool(valeurs["organisme"]),
                avec_milieu=self.milieu.isChecked(),
                seuil=seuil if self.masquer.isChecked() else None,
                libelles=libelles,
            )
        )

    def _boutons(self) -> QWidget:
        effacer = button(tr("&Tout effacer"))
        effacer.clicked.connect(self._effacer)
        standard = QDialogButtonBox.StandardButton
        boutons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        boutons.button(standard.Ok).setText(tr("Appliquer"))
        role(boutons.button(standard.Ok), "primaire")
        boutons.accepted.connect(self.accept)
        boutons.rejected.connect(self.reject)
        porteur = QWidget(self)
        ligne = QHBoxLayout(porteur)
        ligne.setContentsMargins(0, 0, 0, 0)
        ligne.addWidget(effacer)
        ligne.addStretch(1)
        ligne.addWidget(boutons)
        return porteur

    def _effacer(self) -> None:
        for champ in self.champs.values():
            champ.setCurrentIndex(-1)
        self.actuel.setChecked(False)
        self.milieu.setChecked(True)


def _defilant(contenu: QWidget, parent: QWidget) -> QScrollArea:
    """With large letters, the buttons stay on screen and the fields move above them."""
    zone = QScrollArea(parent)
    zone.setWidgetResizable(True)
    zone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    zone.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    zone.setWidget(contenu)
    return zone


def _aide(liste: Sequence[Choice]) -> str:
    return "" if liste else tr("Le répertoire n’en connaît aucun.")


def _termes(vocabulaires: Vocabulaires, liste: str) -> list[Choice]:
    return [Choice(code, vocabulaires.libelle(liste, code)) for code in vocabulaires.codes(liste)]
