"""One question, one line of text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import espacer, poser_propriete, role


class TextDialog(QDialog):
    """A refused answer stays on screen with the reason below it."""

    def __init__(
        self,
        parent: QWidget,
        question: str,
        sur_texte: Callable[[str], None],
        *,
        titre: str,
        valeur: str,
        secret: bool,
        valider: Callable[[str], str] | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sur_texte = sur_texte
        self._valider = valider
        self.edit = QLineEdit(valeur, self)
        label = QLabel(question, self)
        label.setWordWrap(True)
        label.setBuddy(self.edit)
        self.message = QLabel("", self)
        self.message.setWordWrap(True)
        role(self.message, "erreur")
        self.message.hide()
        box = QVBoxLayout(self)
        espacer(box, self, marge="l", espace="s")
        for widget in (label, self.edit, self.message):
            box.addWidget(widget)
        if secret:
            box.addWidget(self._afficher())
        box.addWidget(self._boutons())
        self.resize(self.fontMetrics().averageCharWidth() * 56, self.sizeHint().height())

    def _afficher(self) -> QCheckBox:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Password)
        case = QCheckBox(tr("&Afficher ce que je tape"), self)
        case.toggled.connect(
            lambda coche: self.edit.setEchoMode(mode.Normal if coche else mode.Password)
        )
        return case

    def _boutons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        boutons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        role(boutons.button(standard.Ok), "primaire")
        boutons.accepted.connect(self.accept)
        boutons.rejected.connect(self.reject)
        return boutons

    def accept(self) -> None:
        texte = self.edit.text()
        motif = self._valider(texte) if self._valider is not None else ""
        poser_propriete(self.edit, "invalide", bool(motif))
        self.message.setText(motif)
        self.message.setVisible(bool(motif))
        if motif:
            announce(self.edit, motif, assertive=True)
            self.edit.setFocus()
            return
        super().accept()
        self._sur_texte(texte)
