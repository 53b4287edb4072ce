"""What stands around the entry form: its title, its sentences, its buttons, its scrolling."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journal_scls.gui.pages.saisie.brouillons import ListeBrouillons
from journal_scls.gui.pages.saisie.formulaire import Formulaire
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import Mesures, Role, role, texte
from journal_scls.gui.widgets.flow import FlowLayout

TITRE_SAISIE = marque("Nouvelle intervention")
TITRE_CORRECTION = marque("Correction d’une intervention")
_LEGENDE = marque("* obligatoire")
RACCOURCIS = (
    (marque("Enregistrer"), marque("Ctrl+Entrée")),
    (marque("Enregistrer et en saisir une autre"), marque("Ctrl+Maj+Entrée")),
    (marque("Retirer la référence"), marque("Ctrl+Suppr")),
    (marque("Ouvrir le calendrier"), marque("Alt+Bas")),
)


class CadreSaisie(QWidget):
    """The form scrolls; what one needs at any moment does not."""

    def __init__(self, formulaire: Formulaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formulaire = formulaire
        self._titre = tr(TITRE_SAISIE)
        self.titre = texte(tr(TITRE_SAISIE), "titre", self)
        self.bouton_brouillons = _bouton(tr("Brouillons"), self)
        self.bouton_brouillons.setCheckable(True)
        self.avis = texte("", "aide", self)
        self.bouton_revenir = _bouton(tr("Revenir à la version enregistrée"), self)
        self.bouton_quitter = _bouton(tr("Quitter la correction"), self)
        self.brouillons = ListeBrouillons(self)
        self.message = texte("", "erreur", self)
        self.bouton = _bouton(tr("Enregistrer"), self, "primaire")
        self.bouton_suivante = _bouton(tr("Enregistrer et en saisir une autre"), self)
        self.bouton_cote = _bouton(tr("Mettre de côté"), self)
        self.garde = texte(tr(_LEGENDE), "aide", self)
        self.garde.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._disposer()
        self._brancher()
        for cache in (self.avis, self.bouton_revenir, self.bouton_quitter, self.message):
            cache.hide()
        self.brouillons.hide()
        self.bouton_brouillons.hide()

    def intituler(self, titre: str) -> None:
        """What the title says while nothing is being corrected."""
        corrige = self.titre.text() == tr(TITRE_CORRECTION)
        self._titre = titre
        if not corrige:
            self.titre.setText(titre)

    def poser_dessus(self, widget: QWidget) -> None:
        """Something between the title and the form."""
        self._dedans.insertWidget(self._dedans.indexOf(self.formulaire), widget)

    def poser_dessous(self, widget: QWidget) -> None:
        """Something under the form."""
        self._dedans.insertWidget(self._dedans.indexOf(self.formulaire) + 1, widget)

    def dire(self, message: str, genre: Role = "erreur") -> None:
        """A sentence above the buttons, said aloud; an empty one takes it away."""
        self.message.setText(message)
        role(self.message, genre)
        self.message.setVisible(bool(message))
        announce(self, message, assertive=genre == "erreur")

    def aviser(self, avis: str, *, correction: bool = False) -> None:
        """The sentence under the title, which stays; with a correction, what one can do."""
        self.titre.setText(tr(TITRE_CORRECTION) if correction else self._titre)
        self.avis.setText(avis)
        self.avis.setVisible(bool(avis))
        for widget in (self.bouton_suivante, self.bouton_cote, self.formulaire.rang_ligne):
            widget.setVisible(not correction)
        for bouton in (self.bouton_revenir, self.bouton_quitter):
            bouton.setVisible(correction)
        announce(self, avis)

    def dire_garde(self, heure: str) -> None:
        """Since when what is typed is safe; never said aloud, it changes all the time."""
        self.garde.setText(
            tr("{legende} · Brouillon gardé à {heure}", legende=tr(_LEGENDE), heure=heure)
            if heure
            else tr(_LEGENDE)
        )

    def compter_brouillons(self, nombre: int) -> None:
        """The button says how many; without any there is nothing to open."""
        self.bouton_brouillons.setText(tr("Brouillons ({nombre})", nombre=nombre))
        self.bouton_brouillons.setVisible(nombre > 0)
        if not nombre:
            self.bouton_brouillons.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pied"):
            self._espacer()

    def _disposer(self) -> None:
        self._tete = QHBoxLayout()
        self.titre.setWordWrap(False)
        self._tete.addWidget(self.titre)
        self._tete.addWidget(self.garde, 1)
        self._tete.addWidget(self.bouton_brouillons)
        rappel = FlowLayout()
        rappel.addWidget(self.bouton_revenir)
        rappel.addWidget(self.bouton_quitter)
        dedans = QWidget(self)
        role(dedans, "page")
        self._dedans = QVBoxLayout(dedans)
        self._dedans.addLayout(self._tete)
        self._dedans.addWidget(self.avis)
        self._dedans.addLayout(rappel)
        self._dedans.addWidget(self.brouillons)
        self._dedans.addWidget(self.formulaire)
        self._dedans.addStretch(1)
        self.zone = QScrollArea(self)
        self.zone.setWidgetResizable(True)
        self.zone.setFrameShape(QFrame.Shape.NoFrame)
        self.zone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.zone.setWidget(dedans)
        pied = QWidget(self)
        pied.setObjectName("pied")
        self._pied = QVBoxLayout(pied)
        self._pied.addWidget(self.message)
        boutons = FlowLayout()
        for bouton in (self.bouton, self.bouton_suivante, self.bouton_cote):
            boutons.addWidget(bouton)
        self._pied.addLayout(boutons)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addWidget(self.zone, 1)
        boite.addWidget(pied)
        self._espacer()

    def _espacer(self) -> None:
        mesures = Mesures.de(self.font())
        self._dedans.setContentsMargins(mesures.l, mesures.m, mesures.l, mesures.m)
        self._dedans.setSpacing(mesures.s)
        self._tete.setSpacing(mesures.m)
        self._pied.setContentsMargins(mesures.l, mesures.s, mesures.l, mesures.s)
        self._pied.setSpacing(mesures.xs)

    def _brancher(self) -> None:
        self.bouton.setToolTip(tr("Ctrl+Entrée"))
        self.bouton_suivante.setToolTip(tr("Ctrl+Maj+Entrée, en gardant la date et le milieu"))
        self.bouton_cote.setToolTip(tr("Garder en brouillon et commencer une autre intervention"))
        self.bouton_brouillons.toggled.connect(self._sur_brouillons)
        for touches, bouton in (
            ("Ctrl+Return", self.bouton),
            ("Ctrl+Enter", self.bouton),
            ("Ctrl+Shift+Return", self.bouton_suivante),
            ("Ctrl+Shift+Enter", self.bouton_suivante),
        ):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            raccourci.activated.connect(bouton.click)
        self._foyer = QTimer(self)
        self._foyer.setSingleShot(True)
        self._foyer.timeout.connect(self._montrer_foyer)
        self.formulaire.grandi.connect(self._foyer.start)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._suivre)

    def _sur_brouillons(self, ouverts: bool) -> None:
        self.brouillons.setVisible(ouverts)
        if ouverts:
            self.brouillons.liste.setFocus(Qt.FocusReason.OtherFocusReason)

    def _suivre(self, _avant: QWidget | None, apres: QWidget | None) -> None:
        """Alt and refused saves move the focus too; the whole field must be in sight."""
        if apres is not None and self.formulaire.isAncestorOf(apres):
            self._foyer.start()

    def _montrer_foyer(self) -> None:
        """After the layout: what was just left may have shown a message or a new row."""
        champ = self.formulaire.focusWidget()
        if champ is None or not champ.hasFocus():
            return
        marge = Mesures.de(self.font()).xl
        self.zone.ensureWidgetVisible(champ.parentWidget() or champ, 0, marge)
        self.zone.ensureWidgetVisible(champ, 0, marge)
        if (avis := self.formulaire.avis_de(champ)) is not None:
            self.zone.ensureWidgetVisible(avis, 0, marge)


def _bouton(libelle: str, parent: QWidget, genre: Role | None = None) -> QPushButton:
    bouton = QPushButton(libelle, parent)
    bouton.setAutoDefault(False)
    if genre is not None:
        role(bouton, genre)
    return bouton
