"""The directory's front: what it rests on, one search, three lists, the card in hand."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.gui.pages.repertoire.fiche import fiche_en_html
from journal_scls.gui.pages.repertoire.lecture import LISTES, LectureRepertoire, Rang
from journal_scls.gui.pages.repertoire.mots import edition
from journal_scls.gui.traduction import marque, nombre, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage

_NOM = Column(marque("Nom"), lambda r: r.nom, 22, stretch=True, rank=9)
_ETAT = Column(marque("État"), lambda r: r.etat, 22, rank=8)
_MRC = Column(marque("MRC"), lambda r: r.mrc, 16, rank=5)
COLONNES = {
    GenreFiche.ORGANISME: (
        _NOM,
        Column(marque("Tenure"), lambda r: r.quoi, 24, rank=7),
        _ETAT,
    ),
    GenreFiche.MILIEU: (
        _NOM,
        Column(marque("Organisme"), lambda r: r.organisme, 20, stretch=True, rank=7),
        _MRC,
        Column(
            marque("Log."),
            lambda r: "?" if r.logements is None else nombre(r.logements),
            7,
            right=True,
            key=lambda r: -1 if r.logements is None else r.logements,
            rank=6,
        ),
        _ETAT,
    ),
    GenreFiche.SERVICE: (
        _NOM,
        Column(marque("Service"), lambda r: r.quoi, 24, stretch=True, rank=7),
        _MRC,
        _ETAT,
    ),
}
_ONGLETS = {
    GenreFiche.ORGANISME: marque("&Organismes"),
    GenreFiche.MILIEU: marque("&Milieux"),
    GenreFiche.SERVICE: marque("&Services partenaires"),
}
_AJOUTER = {
    GenreFiche.ORGANISME: marque("&Ajouter un organisme… (Alt+A)"),
    GenreFiche.MILIEU: marque("&Ajouter un milieu… (Alt+A)"),
    GenreFiche.SERVICE: marque("&Ajouter un service partenaire… (Alt+A)"),
}
_VIDES = {
    GenreFiche.ORGANISME: marque(
        "Aucun organisme : un office, un OBNL ou une coopérative d’habitation."
    ),
    GenreFiche.MILIEU: marque("Aucun milieu : un immeuble ou un ensemble d’immeubles."),
    GenreFiche.SERVICE: marque(
        "Aucun service partenaire : un service où l’on oriente, jamais quelqu’un."
    ),
}
_DESCENDRE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListeRepertoire(WorkPage):
    """Lays out and shows; `RepertoirePage` does. `suivie` follows the card in hand."""

    suivie = Signal()

    def __init__(self, parent: QWidget | None = None, *, coordination: bool) -> None:
        super().__init__(tr("Répertoire"), parent)
        self._coordination = coordination
        self._lecture: LectureRepertoire | None = None
        self._trouves: dict[GenreFiche, list[Rang]] = {genre: [] for genre in LISTES}
        self.edition = texte("", "etiquette", self)
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText(tr("Début de mots : nom, code, MRC, organisme"))
        self.recherche.installEventFilter(self)
        self.onglets = QTabBar(self)
        self.onglets.setDrawBase(False)
        self.onglets.setExpanding(False)
        self.onglets.setAccessibleName(tr("Listes du répertoire"))
        for genre in LISTES:
            self.onglets.addTab(tr(_ONGLETS[genre]))
        self.modele = RecordModel(COLONNES[LISTES[0]], self)
        self.table = RecordTable(self.modele, tr("Organismes"), self)
        self.details = Details(tr("Détails de la fiche"), self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self._faire_boutons()
        self._poser()
        self._brancher()

    def _faire_boutons(self) -> None:
        self.prendre = button(tr("&Prendre une édition…"))
        self.proposer = button(tr("Proposer mes ajou&ts à la région…"))
        self.publier = button(tr("&Publier une édition…"))
        self.recevoir = button(tr("Recevoir des proposi&tions…"))
        self.decider = button("")
        self.doublons = button(tr("Dou&blons et fusions…"), "discret")
        self.ajouter = button(tr("&Ajouter…"), "primaire")
        self.ajouter.setToolTip(tr("Une fiche de la liste montrée (Alt+A)"))
        self.modifier = button(tr("Modi&fier… (F2)"))
        self.confirmer = button(tr("C’est &vérifié"))
        self.succeder = button(tr("Su&ccession…"))
        self.deplacer = button(tr("C&hangement daté…"))
        self.clore = button(tr("Dernier jo&ur…"))
        self.fusionner = button(tr("Fusio&nner avec…"), "discret")

    def _poser(self) -> None:
        du_journal, de_la_region = (self.prendre, self.proposer), (self.publier, self.recevoir)
        self.head.addWidget(self.edition)
        self.head.addWidget(row(*du_journal, *de_la_region, self.decider, self.doublons))
        self.head.addWidget(FieldRow(tr("&Rechercher"), self.recherche, self))
        self.head.addWidget(self.onglets)
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        for bouton in (
            self.ajouter,
            self.modifier,
            self.confirmer,
            self.succeder,
            self.deplacer,
            self.clore,
            self.fusionner,
            self.partage.toggle,
        ):
            self.foot.addWidget(bouton)
        for bouton in du_journal if self._coordination else de_la_region:
            bouton.hide()
        self.vide.hide()
        self.decider.hide()

    def _brancher(self) -> None:
        self.recherche.textChanged.connect(lambda _texte: self._chercher())
        self.onglets.currentChanged.connect(lambda _rang: self._changer_de_liste())
        self.table.moved.connect(self._suivre)
        self.table.opened.connect(lambda: self.details.setFocus(Qt.FocusReason.OtherFocusReason))
        self.vide.button.clicked.connect(self._sur_vide)

    # --- what is shown

    @property
    def genre(self) -> GenreFiche:
        """The list in front."""
        return LISTES[max(self.onglets.currentIndex(), 0)]

    def choisie(self) -> FicheRepertoire | None:
        """The card in hand."""
        rang: Rang | None = self.table.current()
        return rang.fiche if rang else None

    def montrer(self, lecture: LectureRepertoire) -> None:
        """Another reading; the same card stays in hand."""
        self._lecture = lecture
        self.edition.setText(edition(lecture.etat))
        nombre = len(lecture.doublons)
        self.doublons.setText(
            tr("Dou&blons possibles ({nombre})…", nombre=nombre)
            if nombre
            else tr("Dou&blons et fusions…")
        )
        self._chercher()

    def viser(self, fiche: FicheRepertoire, genre: GenreFiche) -> None:
        """Bring a card in hand, in its list."""
        self.recherche.clear()
        self.onglets.setCurrentIndex(LISTES.index(genre))
        self.table.seek(lambda rang: rang.fiche.id == fiche.id)

    def attendre_decisions(self, nombre: int) -> None:
        """How many propositions wait."""
        self.decider.setText(tr("&Lire et décider ({nombre})…", nombre=nombre))
        self.decider.setVisible(bool(nombre))

    def _changer_de_liste(self) -> None:
        self.modele.set_columns(COLONNES[self.genre])
        self.table.setAccessibleName(tr(_ONGLETS[self.genre]).replace("&", ""))
        self._remplir()

    def _chercher(self) -> None:
        if self._lecture is None:
            return
        self._trouves = self._lecture.chercher(self.recherche.text())
        for rang, genre in enumerate(LISTES):
            combien = nombre(len(self._trouves[genre]))
            self.onglets.setTabText(rang, f"{tr(_ONGLETS[genre])} ({combien})")
        self._remplir()

    def _remplir(self) -> None:
        courante = self.choisie()
        trouves = self._trouves[self.genre]
        self.modele.replace(trouves)
        self.table.seek(lambda rang: courante is not None and rang.fiche.id == courante.id)
        cherche = bool(self.recherche.text().strip())
        if cherche:
            announce(self.recherche, tr("{n} fiche", "{n} fiches", len(trouves)))
            self.vide.show_text(tr("Aucune fiche de cette liste ne répond."), tr("Tout montrer"))
        else:
            self.vide.show_text(tr(_VIDES[self.genre]), tr(_AJOUTER[self.genre]))
        self.ajouter.setVisible(bool(trouves) or cherche)
        self.partage.setVisible(bool(trouves))
        self.vide.setVisible(not trouves and self._lecture is not None)
        self._suivre()

    def _suivre(self) -> None:
        fiche, lecture = self.choisie(), self._lecture
        connue = fiche is not None and lecture is not None
        self.details.show_html(fiche_en_html(lecture, fiche) if fiche and lecture else "")
        ici = bool(fiche and lecture and not lecture.regionale(fiche))
        self.modifier.setVisible(connue)
        self.modifier.setEnabled(ici)
        self.confirmer.setVisible(bool(fiche and fiche.a_verifier))
        self.succeder.setVisible(ici and isinstance(fiche, Organisme))
        self.deplacer.setVisible(ici and isinstance(fiche, Milieu))
        self.clore.setVisible(ici and not isinstance(fiche, Milieu))
        self.fusionner.setVisible(ici)
        self.suivie.emit()

    # --- keys

    def _sur_vide(self) -> None:
        if self.recherche.text().strip():
            self.recherche.clear()
            self.recherche.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ajouter.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search to the list."""
        appui = event if isinstance(event, QKeyEvent) else None
        enfonce = appui is not None and appui.type() == QEvent.Type.KeyPress
        if appui and enfonce and appui.key() in _DESCENDRE and self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)
