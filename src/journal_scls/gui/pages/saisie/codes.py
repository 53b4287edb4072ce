"""A few codes chosen one after the other in one list, each one a button that removes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal_scls.gui.champs import champ_choix
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import Mesures
from journal_scls.gui.widgets.flow import FlowLayout


class Pastille(QPushButton):
    """One code; Enter, Space, Delete or a click takes it away."""

    def __init__(self, libelle: str, parent: QWidget) -> None:
        super().__init__(f"{libelle}  ✕", parent)
        self.setAccessibleName(tr("Retirer {libelle}", libelle=libelle))
        self.setToolTip(tr("Retirer (Suppr)"))
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        oter = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
        if oter and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)


class ChampCodes(QWidget):
    """The list above, what was chosen below.

    `invites` are what the list says with none, one, two… chosen; the last one says that it is full,
    so there are as many codes at most as invitations before it.
    """

    modifie = Signal()

    def __init__(self, invites: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invites = tuple(invites)
        self._choix: list[Choice] = []
        self._codes: list[str] = []
        self.pastilles: list[Pastille] = []
        self.liste = champ_choix(parent=self)
        self.liste.chosen.connect(self._ajouter)
        self._zone = QWidget(self)
        self._flux = FlowLayout(self._zone)
        self._zone.hide()
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(Mesures.de(self.font()).xs)
        boite.addWidget(self.liste)
        boite.addWidget(self._zone)
        self.setFocusProxy(self.liste)

    def offrir(self, choix: Sequence[Choice]) -> None:
        """The terms of the edition in force."""
        self._choix = list(choix)
        self._montrer()

    def codes(self) -> tuple[str, ...]:
        """What was chosen, in order."""
        return tuple(self._codes)

    def poser(self, codes: object) -> None:
        """Put kept codes back."""
        self._codes = [str(code) for code in codes] if isinstance(codes, list | tuple) else []
        self._montrer()

    @property
    def _plein(self) -> bool:
        return len(self._codes) >= len(self._invites) - 1

    def _ajouter(self, code: object) -> None:
        if code is None or self._plein:
            return
        self._codes.append(str(code))
        self._montrer()
        self.modifie.emit()

    def _retirer(self, code: str) -> None:
        self._codes.remove(code)
        self.liste.setFocus(Qt.FocusReason.OtherFocusReason)
        self._montrer()
        announce(self.liste, tr("Choix retiré."))
        self.modifie.emit()

    def _montrer(self) -> None:
        reste = [choix for choix in self._choix if choix.value not in self._codes]
        self.liste.set_choices(reste)
        self.liste.setCurrentIndex(-1)
        self.liste.setPlaceholderText(self._invites[min(len(self._codes), len(self._invites) - 1)])
        self.liste.setToolTip(self._invites[-1] if self._plein else "")
        for ancienne in self.pastilles:
            self._flux.removeWidget(ancienne)
            ancienne.hide()
            ancienne.deleteLater()
        libelles = {choix.value: tr(choix.label) for choix in self._choix}
        self.pastilles = []
        for code in self._codes:
            self.pastilles.append(self._pastille(code, libelles.get(code, code)))
        self._zone.setVisible(bool(self._codes))

    def _pastille(self, code: str, libelle: str) -> Pastille:
        pastille = Pastille(libelle, self._zone)
        pastille.clicked.connect(lambda: self._retirer(code))
        self._flux.addWidget(pastille)
        QWidget.setTabOrder(self.pastilles[-1] if self.pastilles else self.liste, pastille)
        pastille.show()
        return pastille
