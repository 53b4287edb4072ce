"""Propositions at the coordination: one after the other, new, a duplicate, or refused."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.domain.repertoire.fusion import genre_de, nom_de
from journal_scls.domain.repertoire.proposition import (
    RAISON_MAX,
    ChoixProposition,
    PropositionRecue,
)
from journal_scls.domain.texte import cle
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.repertoire.mots import GENRES
from journal_scls.gui.pages.repertoire.proposer import carte_en_html
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column
from journal_scls.gui.widgets.short_table import ShortTable
from journal_scls.gui.widgets.work_page import Details

_RANGS, _HAUT = 6, 9
_CHOIX = {
    ChoixProposition.NOUVELLE: marque("&Nouvelle : la région la prend"),
    ChoixProposition.DOUBLON: marque("Dou&blon d’une fiche que vous avez déjà"),
    ChoixProposition.REFUSEE: marque("Re&fusée, avec la raison que le journal lira"),
}


class EtapeDecisions(Etape):
    """`decidee(recue, choix, raison, vers)`; the next edition tells the journals."""

    decidee = Signal(object, object, str, object)

    def __init__(self, vocabulaires: Vocabulaires) -> None:
        super().__init__(
            tr("Propositions des journaux"),
            tr("Votre décision arrive aux journaux avec la prochaine édition publiée."),
        )
        self._vocabulaires = vocabulaires
        self._lecture: LectureRepertoire | None = None
        self._codes: Mapping[str, str] = {}
        self.table = ShortTable(
            tr("Propositions à décider"),
            (
                Column(tr("Journal"), lambda r: self._codes.get(str(r.journal), ""), 14, rank=7),
                Column(
                    tr("Genre"), lambda r: tr(GENRES[genre_de(r.proposition.fiche)][0]), 18, rank=6
                ),
                Column(tr("Nom"), lambda r: nom_de(r.proposition.fiche), 30, stretch=True, rank=9),
            ),
            self,
            most=_RANGS,
        )
        self.details = Details(tr("La fiche proposée"), self)
        self.boutons: dict[ChoixProposition, QRadioButton] = {}
        self._groupe = QButtonGroup(self)
        self.vers = champ_choix()
        self.raison = QLineEdit()
        self.raison.setMaxLength(RAISON_MAX)
        self.rang_vers = FieldRow(tr("Fiche &qu’elle répète"), self.vers, required=True)
        self.rang_raison = FieldRow(tr("R&aison"), self.raison, required=True)
        self.bouton = button(tr("Enre&gistrer la décision"), "primaire")
        self._poser()
        self.table.moved.connect(self._suivre)
        self.table.opened.connect(self.boutons[ChoixProposition.NOUVELLE].setFocus)
        self._groupe.buttonToggled.connect(lambda _b, _c: self._accorder())
        self.bouton.clicked.connect(self._demander)

    def _poser(self) -> None:
        self._carte = Card()
        self._carte.body.addWidget(self.details)
        for choix, mots in _CHOIX.items():
            self.boutons[choix] = QRadioButton(tr(mots))
            self._groupe.addButton(self.boutons[choix])
            self._carte.body.addWidget(self.boutons[choix])
        self.boutons[ChoixProposition.NOUVELLE].setChecked(True)
        for widget in (self.rang_vers, self.rang_raison, row(self.bouton)):
            self._carte.body.addWidget(widget)
        self.resume = texte("", "etiquette", self)
        for widget in (self.resume, self.table, self._carte):
            self.body.addWidget(widget)
        self.finir()
        self._accorder()

    def poser(
        self,
        lecture: LectureRepertoire,
        recues: Sequence[PropositionRecue],
        codes: Mapping[str, str],
    ) -> None:
        """What waits, oldest first; `codes` are those of the journals."""
        self._lecture, self._codes = lecture, codes
        self.table.fill(recues)
        self.details.setFixedHeight(Mesures.de(self.font()).ligne * _HAUT)
        self.table.setVisible(bool(recues))
        self._carte.setVisible(bool(recues))
        self.resume.setText(
            tr("{compte} à décider.", compte=tr("{n} proposition", "{n} propositions", len(recues)))
            if recues
            else tr(
                "Aucune proposition n’attend. Publiez une édition pour faire savoir vos décisions."
            )
        )
        self._suivre()

    def first_field(self) -> QWidget:
        """The list."""
        return self.table if self.table.isVisibleTo(self) else self.bouton_retour

    def _suivre(self) -> None:
        recue, lecture = self.table.current(), self._lecture
        if recue is None or lecture is None:
            return
        fiche = recue.proposition.fiche
        self.details.show_html(carte_en_html(recue.proposition, self._vocabulaires))
        memes = [f for f in lecture.vue.courantes
                 if genre_de(f) is genre_de(fiche) and f.id != fiche.id]  # fmt: skip
        self.vers.set_choices([Choice(f.id, nom_de(f)) for f in memes])
        semblable = next((f for f in memes if cle(nom_de(f)) == cle(nom_de(fiche))), None)
        self.vers.set_value(semblable.id if semblable else None)
        choix = ChoixProposition.DOUBLON if semblable else ChoixProposition.NOUVELLE
        self.boutons[choix].setChecked(True)
        self.boutons[ChoixProposition.DOUBLON].setEnabled(bool(memes))
        self.raison.clear()
        self._oublier_refus()

    def choix(self) -> ChoixProposition:
        """What is ticked."""
        return next(choix for choix, bouton in self.boutons.items() if bouton.isChecked())

    def _accorder(self) -> None:
        self.rang_vers.setVisible(self.boutons[ChoixProposition.DOUBLON].isChecked())
        self.rang_raison.setVisible(self.boutons[ChoixProposition.REFUSEE].isChecked())

    def _oublier_refus(self) -> None:
        self.rang_vers.set_error("")
        self.rang_raison.set_error("")

    def _demander(self) -> None:
        self._oublier_refus()
        recue, choix = self.table.current(), self.choix()
        if recue is None:
            return
        if choix is ChoixProposition.DOUBLON and self.vers.value() is None:
            self.rang_vers.set_error(tr("Choisissez la fiche."))
            self.rang_vers.focus()
        elif choix is ChoixProposition.REFUSEE and not self.raison.text().strip():
            self.rang_raison.set_error(tr("Écrivez pourquoi; le journal la lira."))
            self.rang_raison.focus()
        else:
            doublon, refusee = choix is ChoixProposition.DOUBLON, choix is ChoixProposition.REFUSEE
            raison = self.raison.text().strip() if refusee else ""
            self.decidee.emit(recue, choix, raison, self.vers.value() if doublon else None)

    def refuser(self, erreur: ErreurJournal) -> None:
        """What the use case refused."""
        champs = {"vers": self.rang_vers, "raison": self.rang_raison}
        rang = champs.get(erreur.champ) if isinstance(erreur, RegleMetier) else None
        if rang is not None and rang.isVisibleTo(self):
            rang.set_error(apostrophes(str(erreur)))
            rang.focus()
        else:
            self.say(apostrophes(str(erreur)), "erreur")
