"""The drafts that were set aside: a small list to resume one or to throw it away."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from journal_scls.application.lectures import Brouillon
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.lecture import lire_duree
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.jours import decrire_date, duree
from journal_scls.gui.pages.saisie.choix import SANS_MILIEU, ChoixRepertoire
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import CIBLE_MIN, role
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout

_LIGNES_MAX = 5
_NOTE_MAX = 60
_FILET = 4  # the border that the style sheet draws


def decrire(
    brouillon: Brouillon,
    repertoire: ChoixRepertoire,
    vocabulaires: Vocabulaires,
    aujourdhui: date,
) -> str:
    """« hier à 21 h 00 – Place des Érables · Écoute · 45 min · « À finir » »."""
    contenu = brouillon.contenu
    milieu = repertoire.milieu(contenu.get("milieu"))
    activite = str(contenu.get("activite") or "")
    note = " ".join(str(contenu.get("note") or "").split())
    parties = [
        milieu.nom if milieu else tr("Sans milieu") if contenu.get("milieu") == SANS_MILIEU else "",
        vocabulaires.libelle("activite", activite) if activite else "",
        _duree(str(contenu.get("duree_min") or "")),
        f"« {note[:_NOTE_MAX]}{'…' if len(note) > _NOTE_MAX else ''} »" if note else "",
    ]
    quoi = " · ".join(partie for partie in parties if partie) or tr("à peine commencé")
    genre = tr("Correction – ") if brouillon.intervention else ""
    return f"{genre}{_quand(brouillon, aujourdhui)} – {quoi}"


def _quand(brouillon: Brouillon, aujourdhui: date) -> str:
    jour = brouillon.modifie_le.astimezone().date()
    noms = {aujourdhui: tr("aujourd’hui"), aujourdhui - timedelta(days=1): tr("hier")}
    return tr(
        "{noms} à {heure}",
        noms=noms.get(jour) or decrire_date(jour),
        heure=heure(brouillon.modifie_le),
    )


def _duree(texte: str) -> str:
    try:
        return duree(lire_duree(texte)) if texte else ""
    except ErreurJournal:
        return texte


class _Liste(QListWidget):
    reprendre = Signal()
    jeter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.reprendre.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.jeter.emit()
        else:
            super().keyPressEvent(event)


class ListeBrouillons(Card):
    """`reprendre(Brouillon)` and `jeter(Brouillon)`; it only shows."""

    reprendre = Signal(object)
    jeter = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._brouillons: Sequence[Brouillon] = ()
        self.liste = _Liste(self)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.liste.setTextElideMode(Qt.TextElideMode.ElideRight)
        rang = FieldRow(tr("Brouillons"), self.liste, self)
        self.body.addWidget(rang)
        boutons = FlowLayout()
        self.bouton_reprendre = _bouton(tr("Reprendre (Entrée)"), boutons)
        role(self.bouton_reprendre, "primaire")
        self.bouton_jeter = _bouton(tr("Jeter (Suppr)"), boutons)
        self.body.addLayout(boutons)
        self.liste.reprendre.connect(lambda: self._dire(self.reprendre))
        self.liste.itemActivated.connect(lambda _item: self._dire(self.reprendre))
        self.bouton_reprendre.clicked.connect(lambda: self._dire(self.reprendre))
        self.liste.jeter.connect(lambda: self._dire(self.jeter))
        self.bouton_jeter.clicked.connect(lambda: self._dire(self.jeter))

    def montrer(self, brouillons: Sequence[Brouillon], textes: Sequence[str]) -> None:
        """Replace the list; the place in it stays."""
        place = self.liste.currentRow()
        self._brouillons = brouillons
        self.liste.clear()
        for texte in textes:
            item = QListWidgetItem(texte)
            item.setToolTip(texte)
            self.liste.addItem(item)
        self.liste.setCurrentRow(max(0, min(place, len(textes) - 1)))
        lignes = max(1, min(_LIGNES_MAX, len(textes)))
        hauteur = max(self.liste.sizeHintForRow(0), CIBLE_MIN)
        self.liste.setFixedHeight(lignes * hauteur + 2 * self.liste.frameWidth() + _FILET)

    def _dire(self, signal: object) -> None:
        rang = self.liste.currentRow()
        if 0 <= rang < len(self._brouillons):
            signal.emit(self._brouillons[rang])  # type: ignore[attr-defined]


def _bouton(texte: str, boite: FlowLayout) -> QPushButton:
    bouton = QPushButton(texte)
    bouton.setAutoDefault(False)
    boite.addWidget(bouton)
    return bouton
