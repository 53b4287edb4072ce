"""What a number is made of: entries that can be opened, or journals with their lots."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal_scls.application.consultations import Dessous
from journal_scls.application.lectures import LigneJournal
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.texte import accorder
from journal_scls.domain.typographie import francais
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_LARGEUR, _HAUTEUR = 128, 28  # of the dialog: characters, lines
_JOURNAUX = (
    Column("Journal", lambda x: francais(x.journal), 24, stretch=True, rank=9),
    Column("Compte ici pour", lambda x: francais(x.nombre), 18, right=True, rank=8),
    Column("Lots reçus", lambda x: francais(x.lots), 26, stretch=True, rank=7),
)


def colonnes_ecritures(vocabulaires: Vocabulaires) -> tuple[Column, ...]:
    """What tells one entry from another, never its note."""

    def references(ligne: LigneJournal) -> str:
        noms = (vocabulaires.libelle("destination", r.destination) for r in ligne.references)
        return " ; ".join(noms)

    return (
        Column("Date", lambda x: x.date.isoformat(), 12, rank=9),
        Column("Milieu", lambda x: x.milieu or "Sans milieu", 22, stretch=True, rank=8),
        Column(
            "Activité", lambda x: vocabulaires.libelle("activite", x.activite), 22, stretch=True,
            rank=7,
        ),
        Column("Clientèle", lambda x: vocabulaires.libelle("clientele", x.clientele), 16, rank=4),
        Column("Durée", lambda x: francais(ecrire_duree(x.duree_min)), 10, right=True, rank=3),
        Column("Références", references, 22, rank=5),
    )  # fmt: skip


class DialogueDessous(QDialog):
    """`ouvrir(LigneJournal)` shows an entry; a region's journals open nothing more."""

    def __init__(
        self,
        parent: QWidget,
        chiffre: str,
        detail: str,
        *,
        dessous: Dessous,
        vocabulaires: Vocabulaires,
        ouvrir: Callable[[LigneJournal], None] | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Derrière ce chiffre")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ouvrir_entree = ouvrir
        colonnes = _JOURNAUX if ouvrir is None else colonnes_ecritures(vocabulaires)
        lignes = dessous.journaux if ouvrir is None else dessous.ecritures
        self.modele = RecordModel(colonnes, self)
        self.modele.replace(lignes)
        self.compte = texte(_compter(dessous, regional=ouvrir is None), "etiquette", self)
        self.table = RecordTable(self.modele, self.compte.text(), self)
        self.table.seek(lambda _ligne: True)
        self.ouvrir = button("&Ouvrir dans le journal", "primaire")
        self.ouvrir.setVisible(ouvrir is not None)
        self.ouvrir.setEnabled(bool(lignes))
        fermer = button("&Fermer")
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        for widget in (texte(chiffre, "section", self), texte(detail, "aide", self), self.compte):
            boite.addWidget(widget)
        boite.addWidget(self.table, 1)
        boite.addWidget(row(self.ouvrir, fermer))
        self.ouvrir.clicked.connect(self._ouvrir)
        self.table.opened.connect(self._ouvrir)
        fermer.clicked.connect(self.reject)
        mesure = self.fontMetrics()
        ecran = parent.window().size()
        self.resize(
            min(mesure.averageCharWidth() * _LARGEUR, ecran.width()),
            min(mesure.height() * _HAUTEUR, ecran.height()),
        )
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ouvrir(self) -> None:
        ligne = self.table.current()
        if ligne is None or self._ouvrir_entree is None:
            return
        ouvrir = self._ouvrir_entree
        self.accept()
        ouvrir(ligne)


def _compter(dessous: Dessous, *, regional: bool) -> str:
    if regional:
        return francais(accorder(len(dessous.journaux), "journal", "journaux"))
    return francais(accorder(len(dessous.ecritures), "intervention"))
