"""The sides of one matter, what they change, and the form of the decision."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from journal_scls.application.lots.ports_receptions import Decision
from journal_scls.application.lots.region import RAISON_MAX
from journal_scls.application.lots.situation_region import RETIREE, Affaire
from journal_scls.gui.pages.decisions.comparaison import Comparaison
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.side_by_side import Line, SideBySide

_LIGNES_MAX = 6


class VueAffaire(Card):
    """`decider(choix, raison)` and `revenir` ask the page; nothing is written here."""

    decider = Signal(str, str)
    revenir = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title = texte("", "section", self)
        self.effet = texte("", "avertissement", self)
        self.prise = texte("", "etiquette", self)
        self.historique = texte("", "aide", self)
        self.raison = QLineEdit(self)
        self.raison.setMaxLength(RAISON_MAX)
        self.ligne_raison = FieldRow(tr("&Raison"), self.raison, self, required=True)
        self.enregistrer = button(tr("Enre&gistrer la décision"), "primaire")
        self.revenir_bouton = button(tr("Re&venir sur cette décision…"))
        self.boutons: list[QRadioButton] = []
        self._groupe = QButtonGroup(self)
        self._place_table, self._place_choix = QVBoxLayout(), QVBoxLayout()
        self.table: SideBySide | None = None
        self._formulaire = QWidget(self)
        formulaire = QVBoxLayout(self._formulaire)
        formulaire.setContentsMargins(0, 0, 0, 0)
        formulaire.addLayout(self._place_choix)
        formulaire.addWidget(self.ligne_raison)
        formulaire.addWidget(row(self.enregistrer))
        self.body.addWidget(self.title)
        self.body.addLayout(self._place_table)
        for widget in (self.effet, self.prise, self._formulaire, self.revenir_bouton):
            self.body.addWidget(widget)
        self.body.addWidget(self.historique)
        self.enregistrer.clicked.connect(self._enregistrer)
        self.raison.returnPressed.connect(self._enregistrer)
        self.revenir_bouton.clicked.connect(self.revenir)

    def montrer(self, affaire: Affaire, comparaison: Comparaison) -> None:
        """Show a matter; what was typed about another one is forgotten."""
        self.title.setText(comparaison.titre)
        self._montrer_table(comparaison)
        self._montrer_choix(comparaison)
        self.effet.setText(tr("Dans les chiffres : {effet}", effet=comparaison.effet))
        decision = affaire.decision
        self.prise.setText(
            tr("Décidé : {mots}", mots=_dire(decision, comparaison)) if decision else ""
        )
        if affaire.corrigee:
            self.prise.setText(tr("Réglé : le journal a corrigé cette écriture depuis."))
            self.effet.setText(tr("Dans les chiffres : seule sa dernière correction compte."))
        self.prise.setVisible(bool(self.prise.text()))
        self._formulaire.setVisible(decision is None and not affaire.corrigee)
        self.revenir_bouton.setVisible(decision is not None and not affaire.corrigee)
        anciennes = affaire.decisions[:-1] if decision else affaire.decisions
        self.historique.setText("\n".join(_dire(d, comparaison) for d in anciennes))
        self.historique.setVisible(bool(anciennes))
        self.raison.clear()
        self.ligne_raison.set_error("")

    def _montrer_table(self, comparaison: Comparaison) -> None:
        """The columns are those of the matter, so the table is made anew."""
        lignes = [Line(champ.nom, champ.valeurs) for champ in comparaison.champs]
        table = SideBySide(comparaison.cotes, lignes, tr("Comparaison des deux côtés"), self)
        if self.table is not None:
            self._place_table.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        self._place_table.addWidget(table)
        hauteur = min(len(lignes), _LIGNES_MAX) + 1.4
        table.setMinimumHeight(round(Mesures.de(self.font()).cible * hauteur))

    def _montrer_choix(self, comparaison: Comparaison) -> None:
        for ancien in self.boutons:
            self._groupe.removeButton(ancien)
            self._place_choix.removeWidget(ancien)
            ancien.hide()
            ancien.deleteLater()
        self.boutons = []
        for code, mots in comparaison.choix:
            bouton = QRadioButton(mots, self._formulaire)
            bouton.setProperty("choix", code)
            self._groupe.addButton(bouton)
            self._place_choix.addWidget(bouton)
            self.boutons.append(bouton)
        suite = [*self.boutons, self.raison, self.enregistrer, self.revenir_bouton]
        for avant, apres in zip([self.table, *suite], suite, strict=False):
            if avant is not None:
                self.setTabOrder(avant, apres)

    def _enregistrer(self) -> None:
        choisi = self._groupe.checkedButton()
        if choisi is None:
            self.ligne_raison.set_error(tr("Choisissez d’abord ce que vous décidez, ci-dessus."))
            self.boutons[0].setFocus()
        elif not self.raison.text().strip():
            self.ligne_raison.set_error(tr("Écrivez pourquoi, en quelques mots."))
            self.ligne_raison.focus()
        else:
            self.decider.emit(choisi.property("choix"), self.raison.text())


def _dire(decision: Decision, comparaison: Comparaison) -> str:
    """« La version A est la bonne, le 2025-03-14 à 10 h 05 : vérifié au téléphone »."""
    mot = (
        tr("Décision retirée")
        if decision.choix == RETIREE
        else comparaison.mot_du_choix(decision.choix)
    )
    return tr(
        "{mot}, le {le} : {raison}", mot=mot, le=phrases.le(decision.le), raison=decision.raison
    )
