"""The next lot: what it holds, what stays here, where it goes."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal_scls.application.lots.apercus import Apercu
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.gui.champs import champ_choix, champ_date
from journal_scls.gui.pages.envoi.etat import Choix, Etat
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import Role, poser_propriete, role, secable, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.front_page import button, row

_GENRES = (
    Choice(GenreLot.DELTA, marque("Ce qui a changé (comme d’habitude)")),
    Choice(GenreLot.COMPLET, marque("Tout, si le coordonnateur le demande")),
    Choice(GenreLot.CLOTURE, marque("Ce qui a changé, et déclarer une période finie")),
)


class CarteProchain(Card):
    """`change` follows another choice; `ecrire` and `voir` are what one can do with it."""

    change = Signal()
    ecrire = Signal()
    voir = Signal()
    choisir_dossier = Signal()
    faits_coches = Signal(bool)

    def __init__(self, aujourdhui: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(tr("Prochain envoi"), parent)
        self.annonce = texte(tr("Lecture du journal…"), "etiquette")
        self.detail = texte("", "aide")
        self.voir_lignes = button(tr("&Voir les lignes, une à une…"))
        self.genre = champ_choix(_GENRES)
        self.genre.set_value(GenreLot.DELTA)
        self.du = champ_date(aujourdhui=aujourdhui, en_mots=False)
        self.au = champ_date(aujourdhui=aujourdhui, en_mots=False)
        self.ligne_genre = FieldRow(tr("&Quoi envoyer"), self.genre)
        self.periode = FieldGrid()
        self.faits = QCheckBox(tr("Joindre les &faits marquants, tels que je les ai écrits"))
        self.lieu = texte("", "aide")
        self.bouton = button(tr("Écrire le &lot (Ctrl+Entrée)"), "primaire")
        self.dossier = button(tr("Choisir le do&ssier…"))
        self.resultat = texte("", "reussite")
        self._poser(aujourdhui())
        self._brancher()

    def _poser(self, jour: date) -> None:
        fin = jour.replace(day=1) - timedelta(days=1)
        self.du.set_value(fin.replace(day=1))
        self.au.set_value(fin)
        self.periode.add(FieldRow(tr("D&u"), self.du))
        self.periode.add(FieldRow(tr("Au"), self.au))
        self.periode.hide()
        self.resultat.hide()
        for widget in (
            self.annonce,
            self.detail,
            row(self.voir_lignes),
            self.ligne_genre,
            self.periode,
            self.faits,
            self.lieu,
            row(self.bouton, self.dossier),
            self.resultat,
        ):
            self.body.addWidget(widget)

    def _brancher(self) -> None:
        self.genre.value_changed.connect(lambda _genre: self._sur_choix())
        for jour in (self.du, self.au):
            jour.value_changed.connect(lambda _jour: self._sur_choix())
        self.faits.clicked.connect(self.faits_coches)
        self.voir_lignes.clicked.connect(self.voir)
        self.bouton.clicked.connect(self.ecrire)
        self.dossier.clicked.connect(self.choisir_dossier)

    def choix(self) -> Choix | None:
        """What is asked, None while the period says nothing."""
        genre = GenreLot(self.genre.value() or GenreLot.DELTA)
        if genre is not GenreLot.CLOTURE:
            return Choix(genre=genre)
        du, au = self.du.value(), self.au.value()
        if du is None or au is None:
            return None
        try:
            return Choix(genre=genre, periode=Periode(du, au))
        except RegleMetier as refus:
            self.ligne_genre.set_error(str(refus))
            return None

    def habituel(self) -> None:
        """Back to the commonest choice, as after a lot was written."""
        self.genre.blockSignals(True)
        self.genre.set_value(GenreLot.DELTA)
        self.genre.blockSignals(False)
        self.periode.hide()

    def montrer_lieu(self, dossier: str, etat: Etat) -> None:
        """Where it will be written, and whether faits marquants may go."""
        self.lieu.setText(
            tr("Le fichier ira dans {dossier}", dossier=secable(Path(dossier)))
            if dossier
            else tr("Le fichier ira là où vous direz : une clé USB, un dossier partagé.")
        )
        self.dossier.setVisible(bool(dossier))
        self.faits.setVisible(etat.faits_permis)
        self.faits.setChecked(etat.faits_marquants)

    def montrer(self, apercu: Apercu, phrase: str, detail: Sequence[str]) -> None:
        """What would leave; nothing at all is not worth a file, but to close a period."""
        self.annonce.setText(phrase)
        announce(self.annonce, phrase)
        self.detail.setText("\n".join(detail))
        vide = not apercu.lignes and apercu.genre is not GenreLot.CLOTURE
        self.detail.setVisible(not vide)
        self.voir_lignes.setEnabled(bool(apercu.lignes))
        self.bouton.setEnabled(not vide)
        self.bouton.setText(
            tr("Réécrire ce &lot (Ctrl+Entrée)")
            if apercu.deja_fait
            else tr("Écrire le &lot (Ctrl+Entrée)")
        )
        poser_propriete(self.bouton, "role", "" if apercu.deja_fait else "primaire")
        self.ligne_genre.set_error("")

    def suspendre(self) -> None:
        """The reading was cancelled: nothing can be written that was not read."""
        self.interdire("")
        self.annonce.setText(tr("Lecture arrêtée : Ctrl+E la reprend."))

    def interdire(self, raison: str) -> None:
        """What is asked cannot be; the reason is beside the choice."""
        self.annonce.setText("")
        self.detail.setText("")
        self.voir_lignes.setEnabled(False)
        self.bouton.setEnabled(False)
        self.ligne_genre.set_error(raison)

    def dire(self, phrase: str, nom: Role = "reussite") -> None:
        """What happened to the file; an empty sentence takes it away."""
        self.resultat.setText(phrase)
        role(self.resultat, nom)
        self.resultat.setVisible(bool(phrase))
        announce(self.resultat, phrase, assertive=nom == "erreur")

    def _sur_choix(self) -> None:
        self.periode.setVisible(self.genre.value() == GenreLot.CLOTURE)
        self.ligne_genre.set_error("")
        self.dire("")
        self.change.emit()
