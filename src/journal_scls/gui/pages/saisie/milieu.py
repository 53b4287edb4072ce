"""A milieu that the directory does not know yet, described without leaving the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.gui.champs import champ_choix, champ_nombre, completer
from journal_scls.gui.pages.saisie.choix import SANS_MILIEU, ChoixRepertoire, ChoixVocabulaire
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import role
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid, FlowLayout

_LOGEMENTS_MAX = 100_000


@dataclass(frozen=True)
class NouveauMilieu:
    """What to add to the directory."""

    milieu: Milieu
    organismes: tuple[Organisme, ...]


class PanneauMilieu(Card):
    """`ajoute(NouveauMilieu)` when it is complete, `ferme()` when the person gives it up."""

    ajoute = Signal(object)
    ferme = Signal()
    modifie = Signal()

    def __init__(self, choix: ChoixVocabulaire, jour: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Nouveau milieu"), parent)
        self._repertoire = ChoixRepertoire()
        self.nom = QLineEdit(self)
        self.tenure = champ_choix(
            [c for c in choix.liste("tenure", jour) if c.value != SANS_MILIEU], self
        )
        self.organisme = QLineEdit(self)
        self.mrc = QLineEdit(self)
        self.categorie = champ_choix(choix.liste("categorie_immeuble", jour), self, effacable=True)
        self.logements = champ_nombre(self, maximum=_LOGEMENTS_MAX)
        self._disposer()
        self._brancher()

    def connaitre(self, repertoire: ChoixRepertoire) -> None:
        """The directory it must not repeat, and whose words complete its fields."""
        self._repertoire = repertoire
        organismes = sorted(o.nom for o in repertoire.organismes.values())
        completer(self.organisme, organismes)
        completer(self.mrc, repertoire.mrc())

    def ouvrir(self) -> None:
        """Show it, ready to type the name."""
        self.show()
        self.rangs["nom"].focus()

    def etat(self) -> dict[str, object]:
        """What was typed, to be kept in a draft."""
        return {
            "nom": self.nom.text(),
            "tenure": self.tenure.value() or "",
            "organisme": self.organisme.text(),
            "mrc": self.mrc.text(),
            "categorie": self.categorie.value() or "",
            "logements": self.logements.text(),
        }

    def poser(self, etat: object) -> None:
        """Put a kept state back; without one, close."""
        valeurs = etat if isinstance(etat, Mapping) else {}
        for rang in self.rangs.values():
            rang.set_error("")
        for champ, nom in ((self.nom, "nom"), (self.organisme, "organisme"), (self.mrc, "mrc")):
            champ.setText(str(valeurs.get(nom) or ""))
        self.tenure.set_value(valeurs.get("tenure") or None)
        self.categorie.set_value(valeurs.get("categorie") or None)
        self.logements.set_text(str(valeurs.get("logements") or ""))
        self.setVisible(bool(valeurs))

    def _disposer(self) -> None:
        # Digits: the letters belong to the fields of the entry, which stay at hand.
        self.rangs = {
            "nom": FieldRow(tr("&1. Nom du milieu"), self.nom, self, required=True),
            "tenure": FieldRow(tr("&2. Tenure"), self.tenure, self, required=True),
            "organisme": FieldRow(tr("&3. Organisme propriétaire"), self.organisme, self),
            "mrc": FieldRow(tr("&4. MRC"), self.mrc, self),
            "categorie": FieldRow(tr("&5. Catégorie d’immeuble"), self.categorie, self),
            "logements": FieldRow(tr("&6. Nombre de logements"), self.logements, self),
        }
        grille = FieldGrid(self, columns=3)
        for rang in self.rangs.values():
            grille.add(rang)
        self.body.addWidget(grille)
        self.bouton = QPushButton(tr("Ajouter ce milieu"), self)
        role(self.bouton, "primaire")
        self.fermer = QPushButton(tr("Ne pas l’ajouter"), self)
        boutons = FlowLayout()
        for bouton in (self.bouton, self.fermer):
            bouton.setAutoDefault(False)
            boutons.addWidget(bouton)
        self.body.addLayout(boutons)

    def _brancher(self) -> None:
        self.bouton.clicked.connect(self._ajouter)
        self.fermer.clicked.connect(self.ferme)
        self.organisme.textChanged.connect(self._sur_organisme)
        for champ in (self.nom, self.organisme, self.mrc, self.logements):
            champ.textChanged.connect(lambda _texte: self.modifie.emit())
        for liste in (self.tenure, self.categorie):
            liste.value_changed.connect(lambda _valeur: self.modifie.emit())

    def _sur_organisme(self, nom: str) -> None:
        connu = self._repertoire.organisme(nom)
        if connu is not None and self.tenure.value() is None:
            self.tenure.set_value(connu.tenure.value)
        nouveau = bool(nom.strip()) and connu is None
        self.rangs["organisme"].set_hint(tr("Il sera ajouté au répertoire.") if nouveau else "")

    def _ajouter(self) -> None:
        fautes = self._fautes()
        for nom, rang in self.rangs.items():
            rang.set_error(fautes.get(nom, ""))
        if fautes:
            self.rangs[next(iter(fautes))].focus()
            return
        self.ajoute.emit(self._lire())

    def _fautes(self) -> dict[str, str]:
        fautes = {}
        nom = self.nom.text().strip()
        connu = self._repertoire.milieu(nom)
        if not nom:
            fautes["nom"] = tr("Écrivez le nom du milieu.")
        elif connu is not None:
            fautes["nom"] = tr("«\u00a0{nom}\u00a0» est déjà au répertoire.", nom=connu.nom)
        if self.tenure.value() is None:
            fautes["tenure"] = tr("Choisissez la tenure.")
        if self.logements.error():
            fautes["logements"] = self.logements.error()
        return fautes

    def _lire(self) -> NouveauMilieu:
        tenure = Tenure(self.tenure.value())
        nom = self.organisme.text().strip()
        connu = self._repertoire.organisme(nom)
        nouveaux: tuple[Organisme, ...] = ()
        if nom and connu is None:
            connu = Organisme(id=nouvel_identifiant(), nom=nom, tenure=tenure, a_verifier=True)
            nouveaux = (connu,)
        etat = EtatMilieu(
            organisme=connu.id if connu else None,
            tenure=tenure,
            mrc=self.mrc.text().strip(),
            categorie_immeuble=self.categorie.value() or "",
            nb_logements=self.logements.value(),
        )
        milieu = Milieu(id=nouvel_identifiant(), nom=self.nom.text().strip(), etats=(etat,))
        return NouveauMilieu(milieu, nouveaux)
