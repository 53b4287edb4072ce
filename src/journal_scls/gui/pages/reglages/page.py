"""« Réglages »: everything that one chooses once, in one calm column."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Progress
from journal_scls.application.ports_dossiers import Copie
from journal_scls.application.preferences import (
    Preferences,
    enregistrer_preferences,
    lire_preferences,
)
from journal_scls.gui.pages.page_travail import Contexte, PageTravail
from journal_scls.gui.pages.reglages.affichage import Affichage
from journal_scls.gui.pages.reglages.copies import Copies
from journal_scls.gui.pages.reglages.etat_dossier import EtatDossier
from journal_scls.gui.pages.reglages.habitudes import Habitudes
from journal_scls.gui.pages.reglages.protection import Protection
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.front_page import FrontPage
from journal_scls.gui.widgets.toast import Toast


@dataclass(frozen=True)
class Etat:
    """What is read in the dossier to fill the page."""

    preferences: Preferences
    trousseau: bool
    copies: tuple[Copie, ...]
    locales: bool


class ReglagesPage(FrontPage, PageTravail):
    """Reads the dossier when it comes on screen; what is chosen is kept at once."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Réglages"), parent, subtitle=tr("Ce que vous choisissez ici vaut aussitôt.")
        )
        self._journal = contexte.journal
        self._runner = contexte.runner
        self._dialogs = contexte.dialogs
        self._poste = contexte.poste
        self.affichage: Affichage | None = None
        if self._poste.apparence is not None:
            self.affichage = Affichage(self._poste.apparence)
            self.body.addWidget(self.affichage)
        self.habitudes = Habitudes()
        self.protection = Protection(self._journal, self._runner, self._dialogs)
        self.copies = Copies()
        self.dossier = EtatDossier()
        for carte in (self.habitudes, self.protection, self.copies, self.dossier):
            self.body.addWidget(carte)
        self.habitudes.choisies.connect(self._garder)
        self.copies.faire.connect(self._copier)
        self.copies.ailleurs.connect(self._poste.sauvegarder)
        self.copies.restaurer.connect(self._poste.restaurer)
        self.dossier.verification_voulue.connect(self._verifier)
        self.dossier.registre_voulu.connect(self._lire_registre)

    def entered(self) -> None:
        """The page came on screen."""
        self.actualiser()
        super().entered()

    def first_field(self) -> QWidget:
        """What most people come for: the size of the text."""
        return self.affichage.taille if self.affichage is not None else self.habitudes.delai

    def actualiser(self) -> None:
        """Read again."""
        self._runner.run(
            self, lambda _p: _lire(self._journal), on_success=self._montrer, libelle=None
        )

    def _montrer(self, etat: Etat) -> None:
        self.habitudes.montrer(etat.preferences)
        self.protection.montrer(etat.trousseau)
        aujourdhui = self._journal.horloge.aujourdhui()
        self.copies.montrer(etat.copies, locales=etat.locales, aujourdhui=aujourdhui)

    def _garder(self, preferences: Preferences) -> None:
        journal = self._journal

        def garder(_progress: Progress) -> None:
            enregistrer_preferences(journal.enregistrer_preference, preferences)

        self._runner.run(
            self, garder, on_success=lambda _rien: self._poste.regler(preferences), libelle=None
        )

    def _copier(self) -> None:
        journal = self._journal

        def faite(_copie: object) -> None:
            Toast.of(self.window()).show_message(tr("La copie est faite et vérifiée"))
            self.actualiser()

        self._runner.run(
            self,
            lambda _p: journal.sauvegardes.creer(journal.base),
            on_success=faite,
            libelle=tr("Sauvegarde"),
        )

    def _verifier(self) -> None:
        journal = self._journal
        self._runner.run(
            self,
            lambda _p: journal.sauvegardes.diagnostiquer(journal.base),
            on_success=self.dossier.montrer_controles,
            libelle=tr("Vérification du dossier"),
        )

    def _lire_registre(self) -> None:
        self._runner.run(
            self,
            lambda _p: self._journal.securite.actes(),
            on_success=self.dossier.montrer_actes,
            libelle=None,
        )


def _lire(journal: Journal) -> Etat:
    return Etat(
        preferences=lire_preferences(journal.preference),
        trousseau=journal.securite.trousseau(),
        copies=tuple(journal.sauvegardes.copies(journal.base)),
        locales=journal.sauvegardes.locales(journal.base),
    )
