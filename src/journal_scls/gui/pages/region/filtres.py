"""What the list of journals shows, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.domain.texte import replier
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.record_table import Column

TOUS, A_RELANCER, DOUTEUX, REVOQUES = "tous", "a_relancer", "douteux", "revoques"
_VERS_LA_LISTE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Ligne:
    """A journal with what the situation of the whole region says of it."""

    journal: EtatJournal
    a_relancer: bool
    en_retard: bool

    @property
    def suite(self) -> str:
        """The next step."""
        return phrases.suite(self.journal, en_retard=self.en_retard)

    @property
    def calme(self) -> bool:
        """Whether there is nothing to do."""
        return not self.journal.suite and not self.en_retard


def lignes(situation: SituationRegion) -> list[Ligne]:
    """One for each journal."""
    return [
        Ligne(
            journal=j,
            a_relancer=situation.a_relancer(j),
            en_retard=not j.revoque and not situation.completude.couvre(j),
        )
        for j in situation.etat.journaux
    ]


def _jours(ligne: Ligne) -> int:
    """A journal that never sent comes after the most silent one."""
    jours = ligne.journal.jours_depuis
    return 1_000_000 if jours is None else jours


COLONNES = (
    Column(
        marque("Journal"), lambda x: phrases.nom_du_journal(x.journal), 15, stretch=True, rank=9
    ),
    Column(
        marque("Lot"),
        lambda x: phrases.dernier_lot(x.journal),
        8,
        right=True,
        key=lambda x: x.journal.dernier.seq if x.journal.dernier else 0,
        rank=6,
    ),
    Column(
        marque("Reçu il y a"),
        lambda x: phrases.depuis(x.journal.jours_depuis),
        12,
        right=True,
        key=_jours,
        rank=4,
    ),
    Column(
        marque("Trous"),
        lambda x: str(x.journal.trous_ouverts or "–"),
        7,
        right=True,
        key=lambda x: x.journal.trous_ouverts,
        rank=3,
    ),
    Column(marque("État"), lambda x: phrases.accord(x.journal), 11, rank=5),
    Column(marque("Inscription"), lambda x: phrases.statut(x.journal), 12, rank=2),
    Column(
        marque("Prochaine étape"),
        lambda x: x.suite,
        24,
        stretch=True,
        key=lambda x: (x.calme, not x.journal.douteux, x.suite),
        rank=8,
    ),
)
_ORDRES = (
    (marque("À faire d’abord"), 6, Qt.SortOrder.AscendingOrder),
    (marque("Par code"), 0, Qt.SortOrder.AscendingOrder),
    (marque("Les plus silencieux d’abord"), 2, Qt.SortOrder.DescendingOrder),
    (marque("Les plus troués d’abord"), 3, Qt.SortOrder.DescendingOrder),
    (marque("Désaccords d’abord"), 4, Qt.SortOrder.DescendingOrder),
)
_GARDES: dict[str, Callable[[Ligne], bool]] = {
    TOUS: lambda _ligne: True,
    A_RELANCER: lambda ligne: ligne.a_relancer,
    DOUTEUX: lambda ligne: ligne.journal.douteux,
    REVOQUES: lambda ligne: ligne.journal.revoque,
}


class FiltresRegion(QWidget):
    """`change` follows what is asked, `ordre(int, SortOrder)` the order, `descendre` is Down."""

    change = Signal()
    ordre = Signal(int, object)
    descendre = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText(tr("Code ou nom"))
        self.quoi = champ_choix(
            (
                Choice(TOUS, tr("Tous les journaux")),
                Choice(A_RELANCER, tr("À relancer")),
                Choice(DOUTEUX, tr("Avec un doute")),
                Choice(REVOQUES, tr("Révoqués")),
            ),
            self,
        )
        self.quoi.set_value(TOUS)
        self.tri = champ_choix([Choice(rang, tr(o[0])) for rang, o in enumerate(_ORDRES)], self)
        self.tri.set_value(0)
        flux = FlowLayout(self)
        for rang in (
            FieldRow(tr("&Rechercher"), self.recherche, self),
            FieldRow(tr("&Montrer"), self.quoi, self),
            FieldRow(tr("&Trier"), self.tri, self),
        ):
            flux.addWidget(rang)
        self.recherche.textChanged.connect(lambda _texte: self.change.emit())
        self.quoi.value_changed.connect(lambda _valeur: self.change.emit())
        self.tri.value_changed.connect(lambda _valeur: self.trier())

    def trier(self) -> None:
        """Say the order chosen."""
        _nom, colonne, sens = _ORDRES[self.tri.value() or 0]
        self.ordre.emit(colonne, sens)

    def garder(self, ligne: Ligne) -> bool:
        """Whether a journal is asked for; every word of the search is in its code or its name."""
        nom = replier(phrases.nom_du_journal(ligne.journal))
        mots = replier(self.recherche.text()).split()
        return _GARDES[self.quoi.value() or TOUS](ligne) and all(mot in nom for mot in mots)

    @property
    def vierge(self) -> bool:
        """Whether everything is asked for."""
        return self.quoi.value() == TOUS and not self.recherche.text().strip()

    def demander(self, quoi: str) -> None:
        """Ask for one kind, whatever was searched."""
        self.recherche.clear()
        self.quoi.set_value(quoi)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go from the search to the list."""
        if self.recherche.hasFocus() and event.key() in _VERS_LA_LISTE:
            self.descendre.emit()
            return
        super().keyPressEvent(event)
