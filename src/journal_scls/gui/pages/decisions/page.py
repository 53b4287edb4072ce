"""Conflicts and forks: a person compares, decides with a reason, and may take it back."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from journal_scls.application.lots.ports_receptions import Bifurcation
from journal_scls.application.lots.situation_region import RETIREE, Affaire, SituationRegion
from journal_scls.application.operation import Changes, Progress
from journal_scls.gui.pages.decisions.comparaison import Comparaison, comparer
from journal_scls.gui.pages.decisions.vue import VueAffaire
from journal_scls.gui.pages.page_travail import Contexte, PageTravail, Raccourcis
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.toast import Toast
from journal_scls.gui.widgets.work_page import Empty, WorkPage

_RANGS, _ENTETE = 4, 1.3
_DELAI_MS = 80  # holding the Down key compares only the last one


def _quoi(affaire: Affaire) -> str:
    if isinstance(affaire.objet, Bifurcation):
        return tr("Lot {seq} en double", seq=affaire.objet.seq)
    return tr("Écriture en deux versions")


def _ou_en_est(affaire: Affaire) -> str:
    if affaire.corrigee:
        return tr("corrigé")
    return tr("décidé") if affaire.decision else tr("à décider")


COLONNES = (
    Column(
        marque("Journal"), lambda a: phrases.nom_du_journal(a.journal), 16, stretch=True, rank=8
    ),
    Column(marque("Quoi"), _quoi, 25, rank=9),
    Column(marque("Décision"), _ou_en_est, 12, rank=7),
)


class DecisionsPage(WorkPage, PageTravail):
    """The list of what waits, and the two sides of the one in hand."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("À décider"), parent)
        self._contexte = contexte
        self._situation: SituationRegion | None = None
        self._voulue: Affaire | None = None
        self.resume = texte("", "aide", self)
        self.prises = QCheckBox(tr("Montrer aussi ce qui est dé&cidé"), self)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Conflits et bifurcations"), self)
        self.vue = VueAffaire(self)
        self.vide = Empty(self)
        for widget in (self.resume, self.prises):
            self.head.addWidget(widget)
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.vue)
        self.middle.addWidget(self.vide, 1)
        self.middle.addStretch(1)
        self.vide.hide()
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI_MS)
        self._minuterie.timeout.connect(self._comparer)
        self._brancher()
        contexte.region.demander()

    def _brancher(self) -> None:
        self._contexte.region.lu.connect(self._montrer)
        self.prises.toggled.connect(lambda _coche: self._filtrer())
        self.table.moved.connect(self._suivre)
        self.table.opened.connect(self._entrer_dans_la_vue)
        self.vue.decider.connect(self._decider)
        self.vue.revenir.connect(self._revenir)

    def entered(self) -> None:
        """The page comes on screen: the list has the focus."""
        self._contexte.region.demander()
        vise = self.table if self.table.isVisibleTo(self) else self.prises
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return ((tr("Comparer et décider"), tr("Entrée, dans la liste")),)

    def _montrer(self, situation: SituationRegion) -> None:
        self._situation = situation
        self._filtrer()

    def _filtrer(self) -> None:
        situation = self._situation
        if situation is None:
            return
        toutes = self.prises.isChecked()
        affaires = situation.affaires if toutes else situation.a_decider
        courante = self.table.current()
        self.modele.replace(affaires)
        nom = (courante.journal.journal, courante.nom) if courante else None
        self.table.seek(lambda a: (a.journal.journal, a.nom) == nom)
        self.prises.setVisible(bool(situation.affaires))
        self.resume.setText(
            tr(
                "Rien n’est jamais effacé : vous comparez, vous décidez, et votre "
                "raison est gardée."
            )
            if affaires
            else ""
        )
        self.resume.setVisible(bool(affaires))
        for widget in (self.table, self.vue):
            widget.setVisible(bool(affaires))
        self._tailler()
        self.vide.setVisible(not affaires)
        self.vide.show_text(tr("Rien à décider : aucun conflit, aucun lot en double n’attend."))
        self._suivre()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_minuterie"):
            self._tailler()

    def _tailler(self) -> None:
        """A few rows: most of the page is for the two sides."""
        rangs = min(self.modele.rowCount(), _RANGS) + _ENTETE
        self.table.setFixedHeight(round(Mesures.de(self.font()).cible * rangs))

    def _suivre(self) -> None:
        affaire = self.table.current()
        if affaire is not self._voulue:
            self._voulue = affaire
            self._minuterie.start()

    def _comparer(self) -> None:
        affaire, journal = self._voulue, self._contexte.journal
        if affaire is None:
            return

        def compare(comparaison: Comparaison) -> None:
            if affaire is self._voulue:
                self.vue.montrer(affaire, comparaison)

        self._contexte.runner.run(
            self,
            lambda _p: comparer(journal.region, journal.vocabulaires, affaire),
            on_success=compare,
            libelle=None,
        )

    def _entrer_dans_la_vue(self) -> None:
        vises = [*self.vue.boutons, self.vue.revenir_bouton]
        vise = next((w for w in vises if w.isVisibleTo(self.vue)), self.vue)
        vise.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(vise)

    def _decider(self, choix: str, raison: str) -> None:
        affaire = self._voulue
        if affaire is not None:
            self._ecrire(affaire, choix, raison, tr("Décision enregistrée"))

    def _revenir(self) -> None:
        affaire = self._voulue
        if affaire is None:
            return
        self._contexte.dialogs.demander_texte(
            self,
            tr(
                "Pourquoi revenir sur cette décision ? Elle restera au registre, avec votre raison."
            ),
            lambda raison: self._ecrire(affaire, RETIREE, raison, tr("Décision retirée")),
            titre=tr("Revenir sur une décision"),
            valider=lambda raison: "" if raison.strip() else tr("Écrivez pourquoi."),
        )

    def _ecrire(self, affaire: Affaire, choix: str, raison: str, mot: str) -> None:
        def op(_progress: Progress) -> Changes:
            self._contexte.journal.region.decider(affaire.objet, choix, raison)
            return Changes(lots=True)

        def fait(_changes: Changes) -> None:
            Toast.of(self.window()).show_message(mot)
            self.entered()

        self._contexte.runner.run(self, op, on_success=fait)
