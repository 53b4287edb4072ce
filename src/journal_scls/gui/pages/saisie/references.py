"""The references of an entry: one row each, and always a row ready for the next one."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.journal.intervention import Reference
from journal_scls.gui.champs import champ_choix, champ_echeance
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.pages.saisie.choix import ChoixRepertoire, ChoixVocabulaire
from journal_scls.gui.pages.saisie.etat import lire_uuid, poser_date, texte_date
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid

_MODE, _STATUT = "SIMPLE", "FAITE"
LARGEUR_MIN = 27  # of a column, in characters: four columns at 100 %, two at 200 %
_CHAMPS = ("destination", "service", "mode", "statut")
_NOMS = {
    "service": marque("Service"),
    "mode": marque("Mode"),
    "statut": marque("Suite"),
    "ressource": marque("Partenaire"),
    "date_relance": marque("Date de relance"),
}


class RangReference(QWidget):
    """A destination; once it is chosen, the service that depends on it, the mode, the statut."""

    modifie = Signal()
    destination_choisie = Signal()
    retire = Signal()

    def __init__(
        self, choix: ChoixVocabulaire, repertoire: ChoixRepertoire, jour: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._choix = choix
        self._repertoire = repertoire
        self._jour = jour
        self._detaille = False
        self.destination = champ_choix(self._destinations(), self)
        self.destination.setPlaceholderText(tr("Aucune – tapez pour ajouter"))
        self.service = champ_choix(parent=self)
        self.mode = champ_choix(choix.liste("mode_reference", jour), self)
        self.statut = champ_choix(choix.liste("statut_reference", jour), self)
        self.retirer = QToolButton(self)
        self.retirer.setText("✕")
        self.retirer.setToolTip(tr("Retirer cette référence (Ctrl+Suppr)"))
        self.ressource = champ_choix(parent=self, effacable=True)
        self.ressource.setPlaceholderText(tr("Facultatif"))
        self.relance = champ_echeance(self, aujourdhui=lambda: self._jour, en_mots=False)
        self._disposer()
        self._brancher()
        self._montrer_suite()

    def connaitre(self, repertoire: ChoixRepertoire) -> None:
        """The partner services; what is chosen stays."""
        etat = self.etat()
        self._repertoire = repertoire
        with QSignalBlocker(self):
            self.poser(etat)

    def detailler(self, detaille: bool) -> None:
        """Offer the date to call back, which is rare."""
        if detaille != self._detaille:
            self._detaille = detaille
            self._montrer_suite()

    @property
    def vide(self) -> bool:
        """Whether this is the row that waits for a reference."""
        return self.destination.value() is None

    def numeroter(self, rang: int) -> None:
        """Only the row that waits answers to Alt+R."""
        libelle = tr("Référence {rang}", rang=rang)
        if self.vide:
            libelle = tr("&Références") if rang == 1 else tr("Autre &référence")
        self.rangs["destination"].label.setText(libelle)
        self.destination.setAccessibleName(libelle.replace("&", ""))
        for champ, nom in _NOMS.items():
            self.rangs[champ].target.setAccessibleName(
                tr("{nom} de la référence {rang}", nom=tr(nom), rang=rang)
            )
        self.retirer.setAccessibleName(tr("Retirer la référence {rang}", rang=rang))

    def lire(self) -> Reference:
        """What the row says."""
        return Reference(
            destination=self.destination.value() or "",
            service=self.service.value() or "",
            mode=self.mode.value() or "",
            statut=self.statut.value() or "",
            ressource=lire_uuid(self.ressource.value()),
            date_relance=self.relance.value(),
        )

    def etat(self) -> dict[str, object]:
        """What the row shows, to be kept in a draft."""
        valeurs: dict[str, object] = {n: getattr(self, n).value() or "" for n in _CHAMPS}
        relance = texte_date(self.relance.line.text(), self._jour, lire_echeance)
        facultatifs = {"ressource": self.ressource.value() or "", "date_relance": relance}
        return valeurs | {nom: valeur for nom, valeur in facultatifs.items() if valeur}

    def poser(self, etat: Mapping[str, object]) -> None:
        """Put a kept state back."""
        valeurs = {nom: str(etat.get(nom) or "") for nom in _CHAMPS}
        self.destination.set_choices(self._destinations(valeurs["destination"]))
        self.destination.set_value(valeurs["destination"])
        for nom, liste, defaut in (
            ("mode", "mode_reference", _MODE),
            ("statut", "statut_reference", _STATUT),
        ):
            champ = getattr(self, nom)
            champ.set_choices(self._choix.liste(liste, self._jour, garder=valeurs[nom]))
            champ.set_value(valeurs[nom] or (defaut if valeurs["destination"] else None))
        self._offrir_services(valeurs["service"])
        self._offrir_ressources(str(etat.get("ressource") or ""))
        poser_date(self.relance, str(etat.get("date_relance") or ""))
        self._montrer_suite()

    def manquement(self) -> str:
        """What the row lacks, shown beside its field."""
        manque = "" if self.service.value() else tr("Choisissez le service.")
        self.rangs["service"].set_error(manque)
        return manque or self.relance.error()

    def _disposer(self) -> None:
        self.rangs = {
            "destination": FieldRow(tr("&Références"), self.destination, self),
            "service": FieldRow(tr("Service"), self.service, self),
            "mode": FieldRow(tr("Mode"), self.mode, self),
            "statut": FieldRow(tr("Suite"), self._suite(), self),
            "ressource": FieldRow(tr("Auprès de"), self.ressource, self),
            "date_relance": FieldRow(tr("Relancer le"), self.relance, self),
        }
        self._grille = FieldGrid(self, columns=4, min_chars=LARGEUR_MIN)
        for rang in self.rangs.values():
            self._grille.add(rang)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self._grille)

    def _suite(self) -> QWidget:
        """The last column also holds the button, so that columns are those of the form."""
        groupe = QWidget(self)
        ligne = QHBoxLayout(groupe)
        ligne.setContentsMargins(0, 0, 0, 0)
        ligne.setSpacing(Mesures.de(self.font()).xs)
        ligne.addWidget(self.statut, 1)
        ligne.addWidget(self.retirer)
        groupe.setFocusProxy(self.statut)
        return groupe

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On the first line, what is hidden keeps its place and the columns stay aligned."""
        super().resizeEvent(event)
        for place, nom in enumerate(_CHAMPS):
            politique = self.rangs[nom].sizePolicy()
            politique.setRetainSizeWhenHidden(place < self._grille.columns)
            self.rangs[nom].setSizePolicy(politique)

    def _brancher(self) -> None:
        self.destination.value_changed.connect(self._sur_destination)
        self.destination.chosen.connect(lambda _valeur: self.destination_choisie.emit())
        self.service.value_changed.connect(lambda _valeur: self._offrir_ressources())
        self.relance.line.textChanged.connect(lambda _texte: self.modifie.emit())
        self.relance.value_changed.connect(
            lambda jour: self.rangs["date_relance"].set_hint(decrire_date(jour) if jour else "")
        )
        for champ in (self.service, self.mode, self.statut, self.ressource):
            champ.value_changed.connect(lambda _valeur: self.modifie.emit())
        self.service.value_changed.connect(lambda _valeur: self.rangs["service"].set_error(""))
        self.retirer.clicked.connect(self.retire)
        raccourci = QShortcut(QKeySequence("Ctrl+Delete"), self)
        raccourci.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        raccourci.activated.connect(self.retire)

    def _destinations(self, garder: str = "") -> list[Choice]:
        """The partner services too: choosing one says the destination and the service."""
        codes = self._choix.liste("destination", self._jour, garder)
        return [*codes, *self._repertoire.services()]

    def _sur_destination(self, valeur: object) -> None:
        """Before `destination_choisie`, so that Tab already finds the service."""
        partenaire = self._repertoire.service(valeur)
        if partenaire is not None:
            self.destination.set_value(partenaire.destination)
            self.service.set_value(partenaire.service)
            self.ressource.set_value(str(partenaire.id))
            return
        self._offrir_services("")
        if self.mode.value() is None:
            self.mode.set_value(_MODE)
            self.statut.set_value(_STATUT)
        self._montrer_suite()
        self.modifie.emit()

    def _offrir_services(self, garder: str) -> None:
        destination = self.destination.value() or ""
        choix = self._choix.services(destination, self._jour, garder) if destination else []
        self.service.set_choices(choix)
        seul = choix[0].value if len(choix) == 1 else None
        self.service.set_value(garder or seul or self.service.value())

    def _offrir_ressources(self, garder: str = "") -> None:
        """Those of the destination and of the service; one that does not fit goes away."""
        destination, service = self.destination.value() or "", self.service.value() or ""
        choix = self._repertoire.services(destination, service) if destination else []
        if garder and all(garder != c.value for c in choix):
            connu = self._repertoire.service(garder)
            choix.append(Choice(garder, connu.nom if connu else tr("Service inconnu")))
        self.ressource.set_choices(choix)
        self.ressource.set_value(garder or self.ressource.value())
        self._grille.show_field(self.rangs["ressource"], bool(choix) and not self.vide)

    def _montrer_suite(self) -> None:
        """Nothing to choose, nothing to show."""
        for nom in _CHAMPS[1:]:
            self.rangs[nom].setVisible(not self.vide)
        relance = self._detaille or bool(self.relance.line.text())
        self._grille.show_field(self.rangs["date_relance"], relance and not self.vide)
        self._offrir_ressources(self.ressource.value() or "")
        self.service.setEnabled(len(self.service.choices()) > 1)


class ChampReferences(QWidget):
    """All the rows. Choosing a destination in the last one makes the next."""

    modifie = Signal()

    def __init__(self, choix: ChoixVocabulaire, jour: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choix = choix
        self._repertoire = ChoixRepertoire()
        self._jour = jour
        self._detaille = False
        self.rangs: list[RangReference] = []
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(Mesures.de(self.font()).s)
        self._erreur: QLabel = texte("", "erreur", self)
        self._erreur.hide()
        self._boite.addWidget(self._erreur)
        self._ajouter()

    def connaitre(self, repertoire: ChoixRepertoire) -> None:
        """The partner services one may refer to."""
        self._repertoire = repertoire
        for rang in self.rangs:
            rang.connaitre(repertoire)

    def detailler(self, detaille: bool) -> None:
        """Show what is rare in each row."""
        self._detaille = detaille
        for rang in self.rangs:
            rang.detailler(detaille)

    def dater(self, jour: date) -> None:
        """The rows to come offer the edition of that day; those that are filled keep theirs."""
        if jour != self._jour:
            self._jour = jour
            ancien = self.rangs[-1]
            self._ajouter()
            if ancien.vide:
                self._oter(ancien)
            self._numeroter()

    def lire(self) -> tuple[Reference, ...]:
        """The references, in order."""
        return tuple(rang.lire() for rang in self.rangs if not rang.vide)

    def etat(self) -> list[dict[str, object]]:
        """What is shown, to be kept in a draft."""
        return [rang.etat() for rang in self.rangs if not rang.vide]

    def poser(self, etats: object) -> None:
        """Put a kept state back."""
        anciens = list(self.rangs)  # they go last: they hold the place in the tab order
        for etat in etats if isinstance(etats, list) else []:
            if isinstance(etat, dict):
                self._ajouter().poser(etat)
        self._ajouter()
        for rang in anciens:
            self._oter(rang)
        self.set_error("")
        self._numeroter()

    def manquement(self) -> str:
        """The first row that lacks something, each one saying it."""
        manques = [rang.manquement() for rang in self.rangs if not rang.vide]
        return next((manque for manque in manques if manque), "")

    def set_error(self, message: str) -> None:
        """A sentence about the whole list, unless a row says it already."""
        if any(rang.rangs["service"].error() for rang in self.rangs):
            message = ""
        self._erreur.setText(message)
        self._erreur.setVisible(bool(message))
        announce(self, message, assertive=True)

    def focus(self) -> None:
        """To the row at fault, else to the first one."""
        fautif = next((r for r in self.rangs if r.rangs["service"].error()), None)
        champ = fautif.service if fautif else self.rangs[0].destination
        champ.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ajouter(self) -> RangReference:
        rang = RangReference(self._choix, self._repertoire, self._jour, self)
        rang.detailler(self._detaille)
        rang.modifie.connect(self.modifie)
        rang.destination_choisie.connect(self._completer)
        rang.retire.connect(lambda: self._retirer(rang))
        self._boite.insertWidget(len(self.rangs), rang)
        rang.show()  # now: Tab may come before the layout shows it
        if self.rangs:  # a widget made later comes last in the tab order: put it back here
            QWidget.setTabOrder(_ordre(self.rangs[-1])[-1], rang.destination)
            for avant, apres in zip(_ordre(rang), _ordre(rang)[1:], strict=False):
                QWidget.setTabOrder(avant, apres)
        self.rangs.append(rang)
        return rang

    def _completer(self) -> None:
        """After a choice: the row ready for the next reference."""
        if not self.rangs[-1].vide:
            self._ajouter()
            self._numeroter()

    def _numeroter(self) -> None:
        for numero, rang in enumerate(self.rangs, start=1):
            rang.numeroter(numero)
        self.modifie.emit()

    def _retirer(self, rang: RangReference) -> None:
        if rang.vide:
            return
        place = self.rangs.index(rang)
        self._oter(rang)
        self._numeroter()
        self.rangs[place].destination.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, tr("Référence retirée."))

    def _oter(self, rang: RangReference) -> None:
        self.rangs.remove(rang)
        self._boite.removeWidget(rang)
        rang.hide()
        rang.deleteLater()


def _ordre(rang: RangReference) -> tuple[QWidget, ...]:
    return (
        rang.destination,
        rang.service,
        rang.mode,
        rang.statut,
        rang.retirer,
        rang.ressource,
        rang.relance.line,
    )
