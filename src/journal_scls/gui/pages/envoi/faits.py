"""The lots already made, and what the coordination says of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.ports_lots import Envoi
from journal_scls.gui.jours import jour_proche
from journal_scls.gui.pages.envoi.etat import Etat
from journal_scls.gui.pages.envoi.phrases import NOMS_GENRES, etat_du_lot
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures, Role, role, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_RANGEES = (2, 6)  # shown at least, at most
_BOUTONS_MAX = 3


class CarteFaits(Card):
    """`refaire(int)` asks a lot again by its number; `recevoir` asks for an accusé."""

    refaire = Signal(int)
    recevoir = Signal()

    def __init__(self, aujourdhui: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Lots déjà faits"), parent)
        self._etat: Etat | None = None
        self.vide = texte(tr("Aucun lot n’a encore été fait."), "aide")
        self.situation = texte("", "etiquette")
        self.manquants = row()
        self.accuse = button(tr("&Prendre un accusé…"))
        self.bouton = button(tr("&Réécrire le lot choisi…"))
        self.recu = texte("", "reussite")
        self.modele = RecordModel(self._colonnes(aujourdhui), self)
        self.table = RecordTable(self.modele, tr("Lots déjà faits"))
        self._poser()

    def _colonnes(self, aujourdhui: date) -> Sequence[Column]:
        return (
            Column(tr("Lot"), lambda e: str(e.seq), 6, right=True, key=lambda e: e.seq, rank=3),
            Column(tr("Fait"), lambda e: jour_proche(e.cree_le, aujourdhui), 14,
                   key=lambda e: e.cree_le, rank=1),
            Column(tr("Contenu"), _contenu, 30, key=lambda e: e.ecritures),
            Column(tr("État"), self._dire_etat, 26, stretch=True, rank=2),
        )  # fmt: skip

    def _poser(self) -> None:
        self.accuse.clicked.connect(self.recevoir)
        self.bouton.clicked.connect(self._refaire_choisi)
        self.table.opened.connect(self._refaire_choisi)
        self.recu.hide()
        for widget in (
            self.vide,
            self.situation,
            self.manquants,
            self.table,
            row(self.accuse, self.bouton),
            self.recu,
        ):
            self.body.addWidget(widget)
        self._hauteur()

    def montrer(self, etat: Etat) -> None:
        """The present life's lots, the newest on top."""
        self._etat = etat
        self.vide.setVisible(not etat.lots)
        for widget in (self.situation, self.table, self.bouton):
            widget.setVisible(bool(etat.lots))
        self.situation.setText(apostrophes("\n".join(etat.accuses.phrases)))
        alerte = etat.accuses.a_refaire or etat.accuses.complet_demande or etat.accuses.revoque
        role(self.situation, "avertissement" if alerte else "etiquette")
        courant = self.table.current()
        self.modele.replace(reversed(etat.lots))
        self._hauteur()
        if etat.lots:
            self.table.seek(lambda e: courant is not None and e.seq == courant.seq)
        self._proposer(etat.accuses.a_refaire[:_BOUTONS_MAX])

    def dire(self, phrase: str, nom: Role = "reussite") -> None:
        """What the accusé taken in changed."""
        self.recu.setText(phrase)
        role(self.recu, nom)
        self.recu.setVisible(bool(phrase))
        announce(self.recu, phrase, assertive=nom == "erreur")

    def _proposer(self, seqs: Sequence[int]) -> None:
        """A button for each lot that never arrived, for a few of them: the table has the rest."""
        place = self.manquants.layout()
        while place is not None and place.count():
            ancien = place.takeAt(0)
            if ancien is not None and (widget := ancien.widget()) is not None:
                widget.deleteLater()
        for seq in seqs:
            bouton = button(tr("Réécrire le lot {seq}…", seq=seq), "primaire")
            bouton.clicked.connect(lambda _coche=False, seq=seq: self.refaire.emit(seq))
            if place is not None:
                place.addWidget(bouton)
            bouton.show()
        self.manquants.setVisible(bool(seqs))

    def _refaire_choisi(self) -> None:
        lot = self.table.current()
        if lot is not None:
            self.refaire.emit(lot.seq)

    def _dire_etat(self, envoi: Envoi) -> str:
        return etat_du_lot(envoi, self._etat) if self._etat else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self._hauteur()

    def _hauteur(self) -> None:
        rangees = min(max(self.modele.rowCount(), _RANGEES[0]), _RANGEES[1])
        self.table.setFixedHeight(Mesures.de(self.font()).cible * (rangees + 1) + 4)


def _contenu(envoi: Envoi) -> str:
    nombre = tr("{n} intervention", "{n} interventions", envoi.ecritures)
    return f"{nombre}, {tr(NOMS_GENRES[envoi.genre])}"
