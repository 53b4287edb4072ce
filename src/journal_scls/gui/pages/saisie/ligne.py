"""The quick line: what one types is shown as chips at once, and fills the form under it."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from journal_scls.domain.journal.intervention import Reference, Volet
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.ligne_rapide.lexique import Lexique, Sens
from journal_scls.domain.ligne_rapide.ligne import LIGNE_MAX, LigneLue, Puce, lire_ligne
from journal_scls.gui.jours import decrire_date, duree
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.traduction import deux_points, marque, tr
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.flow import FlowLayout

_EXEMPLE = marque("ex. hier 30 min tél Érables conflit réf CLSC santé mentale")
_NOMS = {
    "date": marque("Date"),
    "duree_min": marque("Durée"),
    "milieu": marque("Milieu"),
    "projet": marque("Projet"),
    "activite": marque("Activité"),
    "activites_secondaires": marque("Aussi"),
    "modalite": marque("Modalité"),
    "clientele": marque("Clientèle"),
    "clienteles_autres": marque("Aussi"),
    "type_collectif": marque("Type"),
    "problematique": marque("Problématique"),
    "volet": marque("Volet"),
    "nb_personnes": marque("Personnes"),
    "personne": marque("Code"),
    "reference": marque("Référence"),
    "note": marque("Note"),
}
_LISTES = {
    "problematique": "problematiques",
    "activites_secondaires": "activites_secondaires",
    "clienteles_autres": "clienteles_autres",
}
_NOTE_MAX = 40
_OTER = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PAS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTREE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAVE = Qt.KeyboardModifier.KeypadModifier


def etat_de_ligne(lue: LigneLue) -> Etat:
    """The form's fields that a line fills."""
    etat: Etat = {}
    for puce in lue.puces:
        valeur = puce.valeur
        if puce.champ in _LISTES:
            etat.setdefault(_LISTES[puce.champ], [])
            liste = etat[_LISTES[puce.champ]]
            if isinstance(liste, list) and valeur not in liste:
                liste.append(valeur)
        elif isinstance(valeur, Reference):
            etat["references"] = [*_liste(etat.get("references")), _etat_reference(valeur)]
        elif isinstance(valeur, date):
            etat[puce.champ] = valeur.isoformat()
        elif puce.champ == "duree_min" and isinstance(valeur, int):
            etat[puce.champ] = ecrire_duree(valeur)
        else:
            etat[puce.champ] = str(valeur)
    if "type_collectif" in etat:  # nothing else has one
        etat.setdefault("volet", Volet.COLLECTIF.value)
    return etat


def _champ_de(puce: Puce) -> str:
    """The field of the form that a chip fills."""
    return "references" if puce.champ == "reference" else _LISTES.get(puce.champ, puce.champ)


def _liste(valeur: object) -> list[object]:
    return valeur if isinstance(valeur, list) else []


def _etat_reference(reference: Reference) -> dict[str, object]:
    champs = ("destination", "service", "mode", "statut", "ressource")
    return {nom: str(valeur) for nom in champs if (valeur := getattr(reference, nom))}


def _dire(puce: Puce) -> str:
    valeur, libelle = puce.valeur, puce.libelle
    if isinstance(valeur, date):
        libelle = decrire_date(valeur)
    elif puce.champ == "duree_min" and isinstance(valeur, int):
        libelle = duree(valeur)
    elif len(libelle) > _NOTE_MAX:
        libelle = f"{libelle[:_NOTE_MAX]}…"
    return deux_points(_NOMS.get(puce.champ, puce.champ), libelle)


class LigneRapide(QWidget):
    """`lue(LigneLue)` follows the text and the chips; `acceptee` is Enter in the line."""

    lue = Signal(object)
    acceptee = Signal()

    def __init__(self, aujourdhui: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aujourdhui = aujourdhui
        self._lexique = Lexique(())
        self._avis: dict[tuple[str, str], Sens | None] = {}
        self._lue = LigneLue("", (), ())
        self.edit = _Ligne(self)
        self.edit.setPlaceholderText(tr(_EXEMPLE))
        self.edit.setMaxLength(LIGNE_MAX)
        self.reste = texte("", "avertissement", self)
        self._zone = QWidget(self)
        self._flux = FlowLayout(self._zone)
        self.puces: list[PuceBouton] = []
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(Mesures.de(self.font()).xs)
        for widget in (self.edit, self._zone, self.reste):
            boite.addWidget(widget)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._relire)
        self.edit.returnPressed.connect(self._accepter)
        self.edit.descendre.connect(lambda: self.viser(0))
        self._montrer()

    def connaitre(self, lexique: Lexique) -> None:
        """The words that mean something, names of the directory included."""
        self._lexique = lexique
        if self.text():
            self._relire()

    def text(self) -> str:
        """The line as typed."""
        return self.edit.text()

    def poser(self, texte: str) -> None:
        """Put a line back, without filling anything."""
        self._avis.clear()
        self.blockSignals(True)
        self.edit.setText(texte)
        self.blockSignals(False)

    def taire(self, champs: Collection[str]) -> None:
        """Say which chips change nothing: the person typed something else in these fields."""
        for bouton, puce in zip(self.puces, self._lue.puces, strict=False):
            bouton.montrer(puce, tue=_champ_de(puce) in champs)

    def ligne_lue(self) -> LigneLue:
        """What is understood now."""
        return self._lue

    def incompris(self) -> str:
        """The words that mean nothing, joined."""
        return " ".join(self._lue.texte[debut:fin] for debut, fin in self._lue.restes)

    def viser(self, place: int) -> None:
        """Give the focus to a chip; before the first one is the line."""
        visibles = self._visibles()
        if 0 <= place < len(visibles):
            visibles[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif place < 0 or not visibles:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accepter(self) -> None:
        if self.text().strip():
            self.acceptee.emit()

    def _relire(self) -> None:
        lue = lire_ligne(self.text(), self._lexique, self._aujourdhui())
        mots = {(puce.champ, lue.mots(puce)) for puce in lue.puces}
        self._avis = {cle: sens for cle, sens in self._avis.items() if cle in mots}
        self._lue = lue.corrigee(self._avis)
        self._montrer()
        self.lue.emit(self._lue)

    def _montrer(self) -> None:
        puces = self._lue.puces
        while len(self.puces) < len(puces):
            self.puces.append(self._faire_puce(len(self.puces)))
        for place, bouton in enumerate(self.puces):
            bouton.setVisible(place < len(puces))
            if place < len(puces):
                bouton.montrer(puces[place])
        self._zone.setVisible(bool(puces))
        reste = self.incompris()
        self.reste.setText(tr("Pas compris : «\u00a0{reste}\u00a0»", reste=reste) if reste else "")
        self.reste.setVisible(bool(reste))

    def _faire_puce(self, place: int) -> "PuceBouton":
        bouton = PuceBouton(self._zone)
        bouton.oter.connect(lambda: self._corriger(place, None))
        bouton.choisir.connect(lambda sens: self._corriger(place, sens))
        bouton.aller.connect(lambda pas: self.viser(place + pas))
        bouton.revenir.connect(self._revenir)
        self._flux.addWidget(bouton)
        return bouton

    def _corriger(self, place: int, sens: Sens | None) -> None:
        puce = self._lue.puces[place]
        brute = lire_ligne(self.text(), self._lexique, self._aujourdhui())
        for lue in brute.puces:
            if (lue.debut, lue.fin) == (puce.debut, puce.fin):
                self._avis[(lue.champ, brute.mots(lue))] = sens
        self._relire()
        self.viser(min(place, len(self._visibles()) - 1))

    def _revenir(self, lettre: str) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.end(False)
        self.edit.insert(lettre)

    def _visibles(self) -> list["PuceBouton"]:
        return [bouton for bouton in self.puces if bouton.isVisibleTo(self)]


class _Ligne(QLineEdit):
    descendre = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.descendre.emit()
            return
        super().keyPressEvent(event)


class PuceBouton(QPushButton):
    """A chip: arrows walk, Delete removes it, Enter offers its other meanings, a letter types on.

    Not a tab stop: Tab goes from the line to the form.
    """

    oter = Signal()
    choisir = Signal(object)
    aller = Signal(int)
    revenir = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._puce: Puce | None = None
        self._tue = False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.menu_sens = QMenu(self)
        self.clicked.connect(self._offrir)

    def montrer(self, puce: Puce, *, tue: bool = False) -> None:
        """Say what the words were taken for; a mark tells that they may mean something else.

        `tue`: the form says something else, that was typed there.
        """
        if (puce, tue) == (self._puce, self._tue):
            return
        self._puce, self._tue = puce, tue
        dit = tr("{mots} (non : champ déjà rempli)", mots=_dire(puce)) if tue else _dire(puce)
        self.setText(f"{dit}  ▾" if puce.autres else dit)
        self.setToolTip(
            tr("Entrée : autres sens. Suppr : retirer") if puce.autres else tr("Suppr : retirer")
        )
        self.setAccessibleName(dit)
        self.setAccessibleDescription(self.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a chip."""
        key, lettre = event.key(), event.text()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _PAVE):
            super().keyPressEvent(event)
        elif key in _OTER:
            self.oter.emit()
        elif key in _PAS:
            self.aller.emit(_PAS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
            self.revenir.emit("")
        elif key in (*_ENTREE, Qt.Key.Key_Down):
            self._offrir()
        elif lettre.isprintable() and lettre.strip():
            self.revenir.emit(lettre)
        else:
            super().keyPressEvent(event)

    def _offrir(self) -> None:
        """Its other meanings; without any, back to the line."""
        if self._puce is None or not self._puce.autres:
            self.revenir.emit("")
            return
        self.menu_sens.clear()
        for sens in self._puce.autres:
            action = self.menu_sens.addAction(
                deux_points(_NOMS.get(sens.champ, sens.champ), sens.libelle)
            )
            action.triggered.connect(lambda _coche=False, sens=sens: self.choisir.emit(sens))
        self.menu_sens.popup(self.mapToGlobal(QPoint(0, self.height())))
