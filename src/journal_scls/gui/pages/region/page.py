"""The region at a glance: one sentence, what waits, and the journals with their next steps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.ports_receptions import Resultat
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.gui.fenetre.cles import DECISIONS, JOURNAUX, RECEPTION
from journal_scls.gui.jours import mois_annee
from journal_scls.gui.pages.page_travail import Contexte, PageTravail, Raccourcis
from journal_scls.gui.pages.region.fiche import fiche_du_journal
from journal_scls.gui.pages.region.filtres import (
    A_RELANCER,
    COLONNES,
    DOUTEUX,
    TOUS,
    FiltresRegion,
    lignes,
)
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.front_page import button
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage

RACCOURCIS = ((marque("Descendre dans la liste"), marque("Bas, depuis la recherche")),)


class RegionPage(WorkPage, PageTravail):
    """Reads through `Contexte.region`, so that all pages show the same instant."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("Région"), parent)
        self._contexte = contexte
        self._situation: SituationRegion | None = None
        self.conclusion = texte(tr("Lecture de ce que la région a reçu…"), "section", self)
        self.explication = texte("", "aide", self)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Journaux de la région"), self)
        self.details = Details(tr("Détails du journal"), self)
        self.filtres = FiltresRegion(self)
        self.vide = Empty(self)
        self.partage = ListDetails(self.table, self.details, self)
        self.compte = texte("", "aide", self)
        self._poser()
        self._brancher()
        self._contexte.region.demander()

    def _poser(self) -> None:
        self.a_decider = button("", "discret")
        self.mis_de_cote = button("", "discret")
        self.a_relancer = button("", "discret")
        self.douteux = button("", "discret")
        self._attentes = QWidget(self)
        attentes = FlowLayout(self._attentes)
        for bouton in (self.a_decider, self.mis_de_cote, self.douteux, self.a_relancer):
            attentes.addWidget(bouton)
            bouton.hide()
        for widget in (self.conclusion, self.explication, self._attentes, self.filtres):
            self.head.addWidget(widget)
        self.middle.addWidget(self.compte)
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        self.recevoir = button(tr("Im&porter des lots…"), "primaire")
        for widget in (self.recevoir, self.partage.toggle):
            self.foot.addWidget(widget)
        self.vide.hide()
        self.filtres.hide()

    def _brancher(self) -> None:
        aller = self._contexte.aller
        self._contexte.region.lu.connect(self._montrer)
        self.a_decider.clicked.connect(lambda: aller(DECISIONS))
        self.mis_de_cote.clicked.connect(lambda: aller(RECEPTION))
        self.recevoir.clicked.connect(lambda: aller(RECEPTION))
        self.a_relancer.clicked.connect(lambda: self._demander(A_RELANCER))
        self.douteux.clicked.connect(lambda: self._demander(DOUTEUX))
        self.vide.button.clicked.connect(self._sur_vide)
        self.filtres.change.connect(self._filtrer)
        self.filtres.ordre.connect(self.table.sort_by)
        self.filtres.descendre.connect(self._descendre)
        self.table.moved.connect(self._detailler)
        self.table.opened.connect(lambda: self.details.setFocus(Qt.FocusReason.OtherFocusReason))

    def entered(self) -> None:
        """The page comes on screen: the list has the focus, or what there is to do first."""
        self._contexte.region.demander()
        for vise in (self.table, self.vide.button, self.recevoir):
            if vise.isVisibleTo(self):
                vise.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def _montrer(self, situation: SituationRegion) -> None:
        premiere = self._situation is None
        self._situation = situation
        conclusion = f"{apostrophes(situation.completude.phrase)}."
        if not situation.etat.journaux:
            conclusion = tr("Aucun journal n’est encore inscrit dans votre région.")
        self.conclusion.setText(conclusion)
        mois = mois_annee(situation.completude.mois.du)
        self.explication.setText(
            tr(
                "Un journal compte pour {mois} si un lot est arrivé après la fin de ce mois.",
                mois=mois,
            )
        )
        self.explication.setVisible(bool(situation.etat.journaux))
        self.filtres.setVisible(bool(situation.etat.journaux))
        self.recevoir.setVisible(bool(situation.etat.journaux))
        self._dire_attentes(situation)
        self._filtrer()
        if premiere:
            self.filtres.trier()
            announce(self, conclusion)

    def _dire_attentes(self, situation: SituationRegion) -> None:
        somme = situation.etat.mis_de_cote
        cotes = somme.get(Resultat.EN_ATTENTE, 0) + somme.get(Resultat.QUARANTAINE, 0)
        toutes = lignes(situation)
        decider = len(situation.a_decider)
        _dire(self.a_decider, decider, tr("{n} chose à décider", "{n} choses à décider", decider))
        _dire(
            self.mis_de_cote,
            cotes,
            tr("{n} fichier mis de côté", "{n} fichiers mis de côté", cotes),
        )
        doutes = sum(ligne.journal.douteux for ligne in toutes)
        _dire(
            self.douteux,
            doutes,
            tr("{n} journal avec un doute", "{n} journaux avec un doute", doutes),
        )
        relances = sum(ligne.a_relancer for ligne in toutes)
        _dire(
            self.a_relancer,
            relances,
            tr("{n} journal à relancer", "{n} journaux à relancer", relances),
        )

    def _demander(self, quoi: str) -> None:
        self.filtres.demander(quoi)
        self._descendre()

    def _descendre(self) -> None:
        if self.modele.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filtrer(self) -> None:
        if self._situation is None:
            return
        courante = self.table.current()
        gardees = [ligne for ligne in lignes(self._situation) if self.filtres.garder(ligne)]
        self.modele.replace(gardees)
        suivi = courante.journal.journal if courante else None
        self.table.seek(lambda ligne: ligne.journal.journal == suivi)
        self.compte.setText(tr("{n} journal", "{n} journaux", len(gardees)))
        announce(self.filtres, self.compte.text())
        self._montrer_vide(bool(gardees))
        self._detailler()

    def _montrer_vide(self, gardees: bool) -> None:
        if self.filtres.vierge:
            self.vide.show_text(
                tr(
                    "Invitez un premier journal : une invitation, deux téléphones, et ses lots "
                    "pourront entrer."
                ),
                tr("In&viter un journal…"),
            )
        else:
            self.vide.show_text(
                tr("Aucun journal ne correspond à ce que vous demandez."), tr("Tout montrer")
            )
        self.vide.setVisible(not gardees)
        self.partage.setVisible(gardees)
        self.compte.setVisible(gardees)

    def _sur_vide(self) -> None:
        if self.filtres.vierge:
            self._contexte.aller(JOURNAUX)
        else:
            self.filtres.demander(TOUS)
            self.filtres.recherche.setFocus(Qt.FocusReason.OtherFocusReason)

    def _detailler(self) -> None:
        ligne = self.table.current()
        html = fiche_du_journal(ligne.journal, en_retard=ligne.en_retard) if ligne else ""
        self.details.show_html(html)


def _dire(bouton: QWidget, nombre: int, phrase: str) -> None:
    bouton.setProperty("text", phrase)
    bouton.setVisible(bool(nombre))
