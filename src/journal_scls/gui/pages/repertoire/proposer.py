"""What a journal proposes to its region: exactly what leaves, then the file."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journal_scls.application.repertoire.propositions import ApercuPropositions
from journal_scls.domain.repertoire.fusion import FicheRepertoire, genre_de, nom_de
from journal_scls.domain.repertoire.proposition import Proposition
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.repertoire.mots import GENRES, Mots
from journal_scls.gui.texte_riche import liste, paragraphe, titre
from journal_scls.gui.traduction import deux_points, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.work_page import Details

_CASES, _HAUT = 7, 16  # rows to tick, lines of the preview


def carte_en_html(carte: Proposition, vocabulaires: Vocabulaires) -> str:
    """A proposed card in words, with the names that come along."""
    noms = dict(carte.noms)
    mots = Mots(vocabulaires, lambda id_: noms.get(id_, "") if id_ else "")
    genre = tr(GENRES[genre_de(carte.fiche)][0])
    lignes = [paragraphe(quoi, dit) for quoi, dit in mots.lignes(carte.fiche)]
    etats = getattr(carte.fiche, "etats", ())
    passes = [deux_points(etat.depuis or "avant", mots.etat(etat)) for etat in etats]
    historique = [paragraphe(tr("Historique"), ""), liste(passes)] if len(passes) > 1 else []
    return "".join((titre(f"{nom_de(carte.fiche)} ({genre})"), *lignes, *historique))


class EtapeProposer(Etape):
    """`choix_change()` asks for another preview; `demandee(ApercuPropositions)` for the file."""

    choix_change = Signal()
    demandee = Signal(object)

    def __init__(self, vocabulaires: Vocabulaires) -> None:
        super().__init__(
            tr("Proposer mes ajouts à la région"),
            tr(
                "Des noms d’organismes, de milieux, de services, de projets; jamais d’intervention."
            ),
        )
        self._vocabulaires = vocabulaires
        self._apercu: ApercuPropositions | None = None
        self.fiches = QListWidget(self)
        self.fiches.setUniformItemSizes(True)
        self.fiches.setAccessibleName(tr("Fiches à proposer; Espace coche ou décoche"))
        self._fiches = Card(tr("Fiches à proposer"))
        self.aucune = button(tr("Tout décoc&her"))
        self.aucune.clicked.connect(self._basculer_toutes)
        self._fiches.body.addWidget(self.fiches)
        self._fiches.body.addWidget(row(self.aucune))
        self.fiches.itemChanged.connect(lambda _item: self.choix_change.emit())
        self.resume = texte("", "etiquette", self)
        self.apercu = Details(tr("Ce qui sortira, en mots"), self)
        self.brut = Details(tr("Ce qui sortira, ligne par ligne"), self)
        self.brut.setObjectName("code")
        self.voir_brut = button(tr("Voir les lignes &mêmes du fichier"), "discret")
        self.voir_brut.setCheckable(True)
        self.voir_brut.toggled.connect(self._basculer)
        self.bouton = button(tr("Écrire le &fichier…"), "primaire")
        self.bouton.clicked.connect(self._demander)
        sortie = Card(tr("Exactement ce qui sortira"))
        for widget in (self.resume, self.apercu, self.brut, row(self.bouton, self.voir_brut)):
            sortie.body.addWidget(widget)
        self.brut.hide()
        self.body.addWidget(self._fiches)
        self.body.addWidget(sortie)
        self.finir()

    def poser(self, lecture: LectureRepertoire) -> None:
        """One line to tick for each local card; those that the region refused are left unticked."""
        self.fiches.blockSignals(True)
        self.fiches.clear()
        for fiche in lecture.vue.locales:
            self._ajouter(fiche, lecture.vue.refus)
        self.fiches.blockSignals(False)
        mesures = Mesures.de(self.font())
        self.fiches.setFixedHeight(mesures.cible * (min(self.fiches.count(), _CASES) + 1))
        self.apercu.setFixedHeight(mesures.ligne * _HAUT)
        self.brut.setFixedHeight(mesures.ligne * _HAUT)
        self._fiches.setVisible(self.fiches.count() > 0)
        self.fiches.setCurrentRow(0)
        self.montrer(None)

    def _ajouter(self, fiche: FicheRepertoire, refus: Mapping[UUID, str]) -> None:
        refusee = tr(" – refusée : {refus}", refus=refus[fiche.id]) if fiche.id in refus else ""
        genre = tr(GENRES[genre_de(fiche)][0])
        case = QListWidgetItem(f"{nom_de(fiche)} ({genre}){refusee}", self.fiches)
        case.setData(Qt.ItemDataRole.UserRole, fiche.id)
        case.setCheckState(Qt.CheckState.Unchecked if refusee else Qt.CheckState.Checked)

    def choisies(self) -> tuple[UUID, ...]:
        """The cards that are ticked."""
        cases = (self.fiches.item(rang) for rang in range(self.fiches.count()))
        return tuple(
            case.data(Qt.ItemDataRole.UserRole)
            for case in cases
            if case.checkState() == Qt.CheckState.Checked
        )

    def montrer(self, apercu: ApercuPropositions | None, raison: str = "") -> None:
        """The preview, None when there is nothing to show, and why."""
        self._apercu = apercu
        self.bouton.setEnabled(apercu is not None)
        self.aucune.setText(tr("Tout décoc&her") if self.choisies() else tr("Tout coc&her"))
        self.voir_brut.setEnabled(apercu is not None)
        if apercu is None:
            self.resume.setText(raison or tr("Rien ne sortirait : cochez au moins une fiche."))
            self.apercu.show_html("")
            self.brut.show_html("")
            return
        nombre = tr("{n} fiche", "{n} fiches", len(apercu.cartes))
        self.resume.setText(
            tr("{nombre}, et rien d’autre. Seule votre région pourra l’ouvrir.", nombre=nombre)
        )
        cartes = (carte_en_html(carte, self._vocabulaires) for carte in apercu.cartes)
        self.apercu.show_html("".join(cartes))
        self.brut.show_html(liste(ligne.decode() for ligne in apercu.lignes))

    def first_field(self) -> QWidget:
        """The lines to tick."""
        return self.fiches if self.fiches.count() else self.bouton_retour

    def _basculer_toutes(self) -> None:
        """All of them off; once none is left, all of them on."""
        etat = Qt.CheckState.Unchecked if self.choisies() else Qt.CheckState.Checked
        self.fiches.blockSignals(True)
        for rang in range(self.fiches.count()):
            self.fiches.item(rang).setCheckState(etat)
        self.fiches.blockSignals(False)
        self.choix_change.emit()

    def _basculer(self, coche: bool) -> None:
        self.brut.setVisible(coche)
        self.apercu.setVisible(not coche)

    def _demander(self) -> None:
        if self._apercu is not None:
            self.demandee.emit(self._apercu)
