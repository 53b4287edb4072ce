"""Under a note: the very words that may name somebody, and what to write instead."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal_scls.domain.journal.detecteur import Detecteur, Signalement
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.text_area import TextArea

_DELAI_MS = 300
_CITES_MAX = 3
_GENRES = (  # the words of the detector, for the files of translations
    marque("courriel"),
    marque("numéro d’assurance maladie"),
    marque("date de naissance"),
    marque("téléphone"),
    marque("numéro d’assurance sociale"),
    marque("adresse"),
    marque("code postal"),
    marque("logement"),
    marque("nom"),
    marque("prénom"),
)


class AvisNote(QWidget):
    """Follows a text as it is typed. An advice: nothing is refused, nothing is changed alone."""

    change = Signal()

    def __init__(self, zone: TextArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._detecteur = Detecteur(frozenset())
        self._signalements: tuple[Signalement, ...] = ()
        self.phrase = texte("", "avertissement", self)
        self.bouton = QPushButton("", self)
        self.bouton.setAutoDefault(False)
        boite = QVBoxLayout(self)
        espacer(boite, self)
        boite.addWidget(self.phrase)
        boite.addWidget(self.bouton, 0, Qt.AlignmentFlag.AlignLeft)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DELAI_MS)
        self._pause.timeout.connect(self.chercher)
        zone.text_changed.connect(self._pause.start)
        self.bouton.clicked.connect(self.remplacer)
        self.hide()

    def connaitre(self, detecteur: Detecteur) -> None:
        """What to look for."""
        self._detecteur = detecteur
        self._pause.start()

    def chercher(self) -> None:
        """Look now."""
        self._pause.stop()
        avant = [s.mots for s in self._signalements]
        self._signalements = self._detecteur.signaler(self._zone.text())
        mots = [s.mots for s in self._signalements]
        if mots == avant:
            return
        self.setVisible(bool(mots))
        if mots:
            self.phrase.setText(_phrase(self._signalements))
            voulus = dict.fromkeys(s.remplacement for s in self._signalements)
            seul = next(iter(voulus)) if len(voulus) == 1 else tr("[…], chacun selon son genre")
            self.bouton.setText(tr("Remplacer par {seul}", seul=seul))
            announce(self._zone.edit, self.phrase.text())
        self.change.emit()

    def remplacer(self) -> None:
        """Write what is proposed, in one step that Ctrl+Z in the text takes back."""
        self.chercher()
        note = self._zone.text()
        curseur = self._zone.edit.textCursor()
        curseur.beginEditBlock()
        for s in reversed(self._signalements):
            curseur.setPosition(_position(note, s.debut))
            curseur.setPosition(_position(note, s.fin), QTextCursor.MoveMode.KeepAnchor)
            curseur.insertText(s.remplacement)
        curseur.endEditBlock()
        self.chercher()
        self._zone.edit.setFocus()


def _phrase(signalements: tuple[Signalement, ...]) -> str:
    cites = [f"« {s.mots} » ({s.genre})" for s in signalements[:_CITES_MAX]]
    reste = len(signalements) - len(cites)
    suite = tr(" et {n} autre", " et {n} autres", reste) if reste else ""
    return tr("Cela peut nommer quelqu’un : {liste}{suite}.", liste=", ".join(cites), suite=suite)


def _position(texte_: str, place: int) -> int:
    """A place in the text as Qt counts it, in halves of characters beyond the first 65 536."""
    return len(texte_[:place].encode("utf-16-le")) // 2
