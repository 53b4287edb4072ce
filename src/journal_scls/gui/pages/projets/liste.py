"""The list of projects and committees, with the card and the figures of the one in hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.domain.bilan_projet import BilanProjet
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.texte import accorder, replier
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.projets.lecture import Action, LectureProjets, Montrer
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage

COLONNES = (
    Column("Titre", lambda a: a.titre, 24, stretch=True, rank=9),
    Column("Genre", lambda a: a.genre, 10, rank=7),
    Column("Type ou instance", lambda a: a.quoi, 22, rank=4),
    Column("Période", lambda a: a.periode, 26, rank=5),
    Column("État", lambda a: a.statut, 13, rank=8),
)
_MONTRER = (
    Choice(Montrer.EN_COURS, "Prévus et en cours"),
    Choice(Montrer.TOUS, "Tous"),
    Choice(Montrer.FINIS, "Terminés"),
)
_PROJET, _COMITE = "&Ajouter un projet… (Alt+A)", "Ajouter un &comité… (Alt+C)"


class ListeProjets(WorkPage):
    """Lays out and shows; `ProjetsPage` does. `suivie` follows the line in hand."""

    suivie = Signal()

    def __init__(self, parent: QWidget | None = None, *, avec_bilan: bool) -> None:
        super().__init__("Projets et comités", parent)
        self._lecture: LectureProjets | None = None
        self.recherche = QLineEdit(self)
        self.recherche.setClearButtonEnabled(True)
        self.recherche.setPlaceholderText("Titre, code ou type")
        self.montrer_quoi = champ_choix(_MONTRER, self)
        self.montrer_quoi.set_value(Montrer.EN_COURS)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, "Projets et comités", self)
        self.details = Details("Détails du projet ou du comité", self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.projet = button(_PROJET, "primaire")
        self.comite = button(_COMITE)
        self.bilan = button("Voir le &bilan… (Entrée)")
        self.modifier = button("Modi&fier… (F2)")
        self.confirmer = button("C’est &vérifié")
        self.clore = button("Dernier jo&ur…")
        self._avec_bilan = avec_bilan
        self._poser()
        self._brancher()

    def _poser(self) -> None:
        self.head.addWidget(
            row(
                FieldRow("&Rechercher", self.recherche, self),
                FieldRow("&Montrer", self.montrer_quoi, self),
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
        if not self.table.seek(lambda action: action.fiche.code == code):
            self.montrer_quoi.set_value(Montrer.TOUS)
            self.table.seek(lambda action: action.fiche.code == code)

    def montrer_bilan(self, action: Action, bilan: BilanProjet | None) -> None:
        """The card, and its figures once they are read."""
        if action is self.choisie() and self._lecture is not None:
            self.details.show_html(_en_html(self._lecture, action, bilan))

    def _remplir(self) -> None:
        lecture, courante = self._lecture, self.choisie()
        if lecture is None:
            return
        mots = replier(self.recherche.text()).split()
        montrer = Montrer(self.montrer_quoi.value() or Montrer.TOUS)
        gardees = [action for action in lecture.actions if action.repond(montrer, mots)]
        self.modele.replace(gardees)
        code = courante.fiche.id if courante else None
        self.table.seek(lambda action: action.fiche.id == code)
        self._montrer_vide(lecture, bool(gardees))
        self._suivre()

    def _montrer_vide(self, lecture: LectureProjets, gardees: bool) -> None:
        if lecture.actions:
            self.vide.show_text("Aucun projet ni comité ne répond.", "Tout montrer")
        else:
            self.vide.show_text(
                "Aucun projet ni comité : ce qui se fait en plusieurs séances.",
                _PROJET,
            )
        self.partage.setVisible(gardees)
        self.vide.setVisible(not gardees)
        self.projet.setVisible(bool(lecture.actions))

    def _suivre(self) -> None:
        action, lecture = self.choisie(), self._lecture
        ici = bool(action and lecture and not lecture.repertoire.regionale(action.fiche))
        self.bilan.setVisible(bool(action) and self._avec_bilan)
        self.modifier.setVisible(bool(action))
        self.modifier.setEnabled(ici)
        self.clore.setVisible(ici)
        self.confirmer.setVisible(bool(action and action.fiche.a_verifier))
        if action is None:
            self.details.show_html("")
        elif lecture is not None:
            self.details.show_html(_en_html(lecture, action, None))
        self.suivie.emit()

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


def _en_html(lecture: LectureProjets, action: Action, bilan: BilanProjet | None) -> str:
    fiche = action.fiche
    parties = [titre(action.titre)]
    if fiche.a_verifier:
        parties.append(phrase("À vérifier : créé en passant, par une reprise.", gras=True))
    parties += [paragraphe(quoi, mots) for quoi, mots in lecture.repertoire.mots.lignes(fiche)]
    if bilan is not None:
        parties.append(titre("Ce que disent les interventions"))
        parties.append(phrase(resume(bilan)))
    regionale = lecture.repertoire.regionale(fiche)
    parties.append(titre("Provenance"))
    parties.append(
        phrase(
            "Publié par la région : son code sort dans les lots."
            if regionale
            else "Fait ici : son code ne sort pas tant que la région ne l’a pas publié."
        )
    )
    return "".join(parties)


def resume(bilan: BilanProjet) -> str:
    """« 12 séances, 84 participations, 18 h; la dernière, le 3 mars 2025. »."""
    c = bilan.compteurs
    if bilan.vide or bilan.derniere is None:
        return "Aucune intervention ne le nomme encore."
    dites = [accorder(c.seances, "séance")]
    if c.participations is not None:
        dites.append(accorder(c.participations, "participation"))
    if c.nouvelles is not None:
        dites.append(accorder(c.nouvelles, "nouvelle personne", "nouvelles personnes"))
    dites.append(ecrire_duree(c.minutes))
    return f"{', '.join(dites)}; la dernière, le {jour_long(bilan.derniere)}."
