"""What a number is made of: entries that can be opened, or journals with their lots."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal_scls.application.chiffres.consultations import Dessous
from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.domain.typographie import francais
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.fenetre.cles import JOURNAL
from journal_scls.gui.jours import duree
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_LARGEUR, _HAUTEUR = 128, 28  # of the dialog: characters, lines
_JOURNAUX = (
    Column(marque("Journal"), lambda x: francais(x.journal), 24, stretch=True, rank=9),
    Column(marque("Compte ici pour"), lambda x: francais(x.nombre), 18, right=True, rank=8),
    Column(marque("Lots reçus"), lambda x: francais(x.lots), 26, stretch=True, rank=7),
)


def colonnes_ecritures(vocabulaires: Vocabulaires) -> tuple[Column, ...]:
    """What tells one entry from another, never its note."""

    def references(ligne: LigneJournal) -> str:
        noms = (vocabulaires.libelle("destination", r.destination) for r in ligne.references)
        return " ; ".join(noms)

    return (
        Column(tr("Date"), lambda x: x.date.isoformat(), 12, rank=9),
        Column(tr("Milieu"), lambda x: x.milieu or tr("Sans milieu"), 22, stretch=True, rank=8),
        Column(
            tr("Activité"),
            lambda x: vocabulaires.libelle("activite", x.activite),
            22,
            stretch=True,
            rank=7,
        ),
        Column(
            tr("Clientèle"),
            lambda x: vocabulaires.libelle("clientele", x.clientele),
            16,
            rank=4,
        ),
        Column(tr("Durée"), lambda x: francais(duree(x.duree_min)), 10, right=True, rank=3),
        Column(tr("Références"), references, 22, rank=5),
    )


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
        self.setWindowTitle(tr("Derrière ce chiffre"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ouvrir_entree = ouvrir
        colonnes = _JOURNAUX if ouvrir is None else colonnes_ecritures(vocabulaires)
        lignes = dessous.journaux if ouvrir is None else dessous.ecritures
        self.modele = RecordModel(colonnes, self)
        self.modele.replace(lignes)
        self.compte = texte(_compter(dessous, regional=ouvrir is None), "etiquette", self)
        self.table = RecordTable(self.modele, self.compte.text(), self)
        self.table.seek(lambda _ligne: True)
        self.ouvrir = button(tr("&Ouvrir dans le journal"), "primaire")
        self.ouvrir.setEnabled(bool(lignes))
        fermer = button(tr("&Fermer"))
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        for widget in (texte(chiffre, "section", self), texte(detail, "aide", self), self.compte):
            boite.addWidget(widget)
        boite.addWidget(self.table, 1)
        boite.addWidget(row(self.ouvrir, fermer))
        self.ouvrir.setVisible(ouvrir is not None)
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


def montrer_dans_le_journal(contexte: Contexte, ligne: LigneJournal) -> None:
    """An entry among what was done the same day in the same place."""
    journal = contexte.aller(JOURNAL)
    if isinstance(journal, JournalPage):
        jour, milieu = ligne.date, ligne.milieu
        journal.montrer(Filtre(du=jour, au=jour, milieu=milieu, activite=ligne.activite))


def _compter(dessous: Dessous, *, regional: bool) -> str:
    if regional:
        return francais(tr("{n} journal", "{n} journaux", len(dessous.journaux)))
    return francais(tr("{n} intervention", "{n} interventions", len(dessous.ecritures)))
