"""The list of projects, committees and other activities, and what is said of one in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.domain.documents.bilan_projet import BilanProjet
from journal_scls.domain.texte import replier
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.jours import duree, jour_long
from journal_scls.gui.pages.projets.lecture import Action, LectureProjets, Montrer
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage

COLONNES = (
    Column(marque("Titre"), lambda a: a.titre, 24, stretch=True, rank=9),
    Column(marque("Genre"), lambda a: a.genre, 13, rank=7),
    Column(marque("Type ou instance"), lambda a: a.type, 22, rank=4),
    Column(marque("Période"), lambda a: a.periode, 26, rank=5),
    Column(marque("État"), lambda a: a.statut, 13, rank=8),
)
_MONTRER = (
    Choice(Montrer.EN_COURS, marque("Prévus et en cours")),
    Choice(Montrer.HORS_PROJET, marque("Activités hors projet")),
    Choice(Montrer.TOUS, marque("Tous")),
    Choice(Montrer.FINIS, marque("Terminés")),
)
_PROJET, _COMITE = marque("&Ajouter un projet… (Alt+A)"), marque("Ajouter un &comité… (Alt+C)")


class ListeProjets(WorkPage):
    """Lays out and shows; `ProjetsPage` does. `suivie` follows the line in hand."""

    suivie = Signal()

    def __init__(self, parent: QWidget | None = None, *, avec_bilan: bool) -> None:
        super().__init__(tr("Projets et comités"), parent)
        self._lecture: LectureProjets | None = None
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText(tr("Titre, code ou type"))
        offerts = [c for c in _MONTRER if avec_bilan or c.value is not Montrer.HORS_PROJET]
        self.montrer_quoi = champ_choix(offerts, self)
        self.montrer_quoi.set_value(Montrer.EN_COURS)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Projets et comités"), self)
        self.details = Details(tr("Détails du projet ou du comité"), self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.projet = button(tr(_PROJET), "primaire")
        self.comite = button(tr(_COMITE))
        self.bilan = button(tr("Voir le &bilan… (Entrée)"))
        self.modifier = button(tr("Modi&fier… (F2)"))
        self.confirmer = button(tr("C’est &vérifié"))
        self.clore = button(tr("Dernier jo&ur…"))
        self._avec_bilan = avec_bilan
        self._poser()
        self._brancher()

    def _poser(self) -> None:
        self.head.addWidget(
            row(
                FieldRow(tr("&Rechercher"), self.recherche, self),
                FieldRow(tr("&Montrer"), self.montrer_quoi, self),
            )
        )
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        for bouton in (
            self.projet,
            self.comite,
            self.bilan,
            self.modifier,
            self.confirmer,
            self.clore,
            self.partage.toggle,
        ):
            self.foot.addWidget(bouton)
        self.vide.hide()

    def _brancher(self) -> None:
        self.recherche.textChanged.connect(lambda _texte: self._remplir())
        self.recherche.returnPressed.connect(self._descendre)
        self.montrer_quoi.value_changed.connect(lambda _valeur: self._remplir())
        self.table.moved.connect(self._suivre)
        self.vide.button.clicked.connect(self._sur_vide)

    def choisie(self) -> Action | None:
        """The line in hand."""
        action: Action | None = self.table.current()
        return action

    def montrer(self, lecture: LectureProjets) -> None:
        """Another reading; the same line stays in hand."""
        self._lecture = lecture
        self._remplir()

    def viser(self, code: str) -> None:
        """Bring one in hand, whatever the list was narrowed to."""
        self.recherche.clear()
        if not self.table.seek(lambda action: action.quoi == code):
            self.montrer_quoi.set_value(Montrer.TOUS)
            self.table.seek(lambda action: action.quoi == code)

    def montrer_bilan(self, action: Action, bilan: BilanProjet | None) -> None:
        """The card, and its figures once they are read."""
        if action is self.choisie() and self._lecture is not None:
            self.details.show_html(self._en_html(self._lecture, action, bilan))

    def _remplir(self) -> None:
        lecture, courante = self._lecture, self.choisie()
        if lecture is None:
            return
        mots = replier(self.recherche.text()).split()
        montrer = Montrer(self.montrer_quoi.value() or Montrer.TOUS)
        gardees = [action for action in lecture.actions if action.repond(montrer, mots)]
        self.modele.replace(gardees)
        cle = courante.cle if courante else None
        self.table.seek(lambda action: action.cle == cle)
        self._montrer_vide(lecture, bool(gardees))
        self._suivre()

    def _montrer_vide(self, lecture: LectureProjets, gardees: bool) -> None:
        if lecture.actions:
            self.vide.show_text(tr("Aucun projet ni comité ne répond."), tr("Tout montrer"))
        else:
            self.vide.show_text(
                tr("Aucun projet ni comité : ce qui se fait en plusieurs séances."),
                tr(_PROJET),
            )
        self.partage.setVisible(gardees)
        self.vide.setVisible(not gardees)
        self.projet.setVisible(bool(lecture.actions))

    def _suivre(self) -> None:
        action, lecture = self.choisie(), self._lecture
        fiche = action.fiche if action else None
        ici = bool(fiche and lecture and not lecture.repertoire.regionale(fiche))
        self.bilan.setVisible(bool(action) and self._avec_bilan)
        self.modifier.setVisible(bool(fiche))
        self.modifier.setEnabled(ici)
        self.clore.setVisible(ici)
        self.confirmer.setVisible(bool(fiche and fiche.a_verifier))
        if action is None:
            self.details.show_html("")
        elif lecture is not None:
            self.details.show_html(self._en_html(lecture, action, None))
        self.suivie.emit()

    def _en_html(self, lecture: LectureProjets, action: Action, bilan: BilanProjet | None) -> str:
        fiche, parties = action.fiche, [titre(action.titre)]
        if fiche is None:
            parties.append(phrase(tr("Les activités collectives de ce type, d’aucun projet.")))
        else:
            if fiche.a_verifier:
                parties.append(
                    phrase(tr("À vérifier : créé en passant, par une reprise."), gras=True)
                )
            parties += [
                paragraphe(quoi, mots) for quoi, mots in lecture.repertoire.mots.lignes(fiche)
            ]
        if bilan is not None:
            parties.append(titre(tr("Ce que disent les interventions")))
            parties.append(phrase(resume(bilan)))
        if fiche is not None and self._avec_bilan:  # at the region every card is its own
            parties.append(titre(tr("Provenance")))
            parties.append(
                phrase(
                    tr("Publié par la région : son code sort dans les lots.")
                    if lecture.repertoire.regionale(fiche)
                    else tr("Fait ici : son code ne sort pas tant que la région ne l’a pas publié.")
                )
            )
        return "".join(parties)

    def _descendre(self) -> None:
        if self.modele.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sur_vide(self) -> None:
        if self._lecture is not None and self._lecture.actions:
            self.recherche.clear()
            self.montrer_quoi.set_value(Montrer.TOUS)
            self.recherche.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.projet.click()


def resume(bilan: BilanProjet) -> str:
    """« 12 séances, 84 participations, 18 h; la dernière, le 3 mars 2025. »."""
    c = bilan.compteurs
    if bilan.vide or bilan.derniere is None:
        return tr("Aucune intervention ne le nomme encore.")
    dites = [tr("{n} séance", "{n} séances", c.seances)]
    if c.participations is not None:
        dites.append(tr("{n} participation", "{n} participations", c.participations))
    if c.nouvelles is not None:
        dites.append(tr("{n} nouvelle personne", "{n} nouvelles personnes", c.nouvelles))
    dites.append(duree(c.minutes))
    return tr(
        "{liste}; la dernière, le {derniere}.",
        liste=", ".join(dites),
        derniere=jour_long(bilan.derniere),
    )
