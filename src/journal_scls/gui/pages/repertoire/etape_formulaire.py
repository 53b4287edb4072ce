"""A form that leaves a list for a moment: its fields, what is refused, the way back."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.domain.repertoire.fusion import FicheRepertoire
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.traduction import Marque, marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.front_page import button, on_keys, row


class EtapeFormulaire(Etape):
    """A form in a card: fill `rangs`, then `dresser`; `demander` gives what is typed."""

    def __init__(
        self, titre: str, sous_titre: str, *, bouton: str | Marque = marque("Enre&gistrer")
    ) -> None:
        super().__init__(titre, sous_titre)
        self.en_main: FicheRepertoire | None = None
        self.rangs: dict[str, FieldRow] = {}
        self.bouton = button(tr("{bouton} (Ctrl+Entrée)", bouton=tr(bouton)), "primaire")
        self.bouton.clicked.connect(self.valider)
        for touches in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, touches, self.valider)

    def dresser(self, *larges: str, apres: tuple[QWidget, ...] = ()) -> None:
        """Lay the fields out, those named on a whole line; `apres` comes above the button."""
        grille, carte = FieldGrid(), Card()
        for nom, rang in self.rangs.items():
            grille.add(rang, wide=nom in larges)
        for widget in (grille, *apres, row(self.bouton)):
            carte.body.addWidget(widget)
        self.body.addWidget(carte)
        self.finir()

    def ouvrir(self, fiche: FicheRepertoire | None, lecture: LectureRepertoire) -> None:
        """Begin with a card, None for a new one."""
        self.en_main = fiche
        self.poser(fiche, lecture)

    def poser(self, fiche: Any, lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """The first one."""
        return next(iter(self.rangs.values())).target

    def demander(self) -> None:
        """Give what is typed.

        Raises:
            RegleMetier: something is missing; its field is named.
        """
        raise NotImplementedError

    def valider(self) -> None:
        """Show what is refused, else give what is typed."""
        self.oublier_refus()
        for rang in self.rangs.values():
            refus = getattr(rang.field, "error", str)()
            if refus:
                rang.set_error(refus)
                rang.focus()
                return
        try:
            self.demander()
        except RegleMetier as regle:
            self.refuser(regle)

    def refuser(self, erreur: ErreurJournal) -> None:
        """Say it beside its field, else under the form."""
        phrase = apostrophes(str(erreur))
        rang = self.rangs.get(erreur.champ) if isinstance(erreur, RegleMetier) else None
        if rang is None:
            self.say(phrase, "erreur")
        else:
            rang.set_error(phrase)
            rang.focus()

    def oublier_refus(self) -> None:
        """Nothing is refused any more."""
        self.say("")
        for rang in self.rangs.values():
            rang.set_error("")


class EtapeFiche(EtapeFormulaire):
    """`validee(fiche)` when the domain takes it."""

    validee = Signal(object)

    def lire(self) -> FicheRepertoire:
        """The card as it is typed.

        Raises:
            RegleMetier: something is missing; its field is named.
        """
        raise NotImplementedError

    def demander(self) -> None:
        """Give the card."""
        self.validee.emit(self.lire())
