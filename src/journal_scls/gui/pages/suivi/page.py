"""Referrals to follow up: the most pressing first, what became of each in one key."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.interventions.suivis import SuiteNotee
from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes
from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.journal.suivi import (
    ATTENTE,
    OBTENU,
    REFUSEE,
    SANS_SUITE,
    SUITES,
    ReferenceSuivie,
    libelle_destination,
    par_urgence,
)
from journal_scls.domain.texte import replier
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.pages.journal.details import Details
from journal_scls.gui.pages.page_travail import PageTravail, Raccourcis
from journal_scls.gui.pages.suivi.besoins import BesoinsSansReponse
from journal_scls.gui.pages.suivi.table import TableReferences
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, nombre, tr
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.toast import Toast
from journal_scls.gui.widgets.work_page import Empty, WorkPage

_A_SUIVRE, _BESOINS = "a_suivre", "besoins"
_URGENCE, _AGE, _PARTENAIRE = "urgence", "age", "partenaire"
_VUES = (Choice(_A_SUIVRE, marque("À suivre")), Choice(_BESOINS, marque("Besoins sans réponse")))
_ORDRES = (
    Choice(_URGENCE, marque("Les plus pressantes")),
    Choice(_AGE, marque("Les plus anciennes")),
    Choice(_PARTENAIRE, marque("Par service")),
)
_BOUTONS = (
    (OBTENU, marque("&Obtenu (O)")),
    (ATTENTE, marque("&Liste d’attente (L)")),
    (SANS_SUITE, marque("&Sans suite (S)")),
    (REFUSEE, marque("&Refusée (R)")),
)
RACCOURCIS = (
    (marque("Service obtenu"), marque("O dans la liste, Alt+O")),
    (marque("Sur une liste d’attente"), marque("L dans la liste, Alt+L")),
    (marque("Sans suite"), marque("S dans la liste, Alt+S")),
    (marque("Refusée par la personne"), marque("R dans la liste, Alt+R")),
    (marque("Relancer plus tard"), marque("P dans la liste, Alt+P")),
    (marque("Corriger l’intervention"), "F2"),
    (marque("Lire l’intervention, en revenir"), marque("Entrée, Échap")),
    (marque("Défaire"), "Ctrl+Z"),
)


class SuiviPage(WorkPage, PageTravail):
    """`corriger(UUID)` asks the entry page."""

    corriger = Signal(object)

    def __init__(
        self, journal: Journal, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Références à suivre"), parent)
        self._journal = journal
        self._runner = runner
        self._dialogs = dialogs
        self._ouvertes: tuple[ReferenceSuivie, ...] = ()
        self._tour = 0
        self.vue = champ_choix(_VUES, self)
        self.vue.set_value(_A_SUIVRE)
        self.ordre = champ_choix(_ORDRES, self)
        self.ordre.set_value(_URGENCE)
        self.resume = texte("", "aide", self)
        self.table = TableReferences(journal.vocabulaires, journal.horloge.aujourdhui, self)
        self.details = Details(journal, runner, self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.vide.show_text(tr("Aucune référence n’attend de suite."))
        self.besoins = BesoinsSansReponse(journal, runner, dialogs, self)
        self._disposer()
        self._brancher()
        self.relire()

    def _disposer(self) -> None:
        self._ligne_ordre = FieldRow(tr("&Trier"), self.ordre)
        self.head.addWidget(row(FieldRow(tr("&Voir"), self.vue), self._ligne_ordre))
        self.head.addWidget(self.resume)
        self._suivre = QWidget(self)
        boite = QVBoxLayout(self._suivre)
        espacer(boite, self)
        for widget in (self.partage, self.vide):
            boite.addWidget(widget, 1)
        self.middle.addWidget(self._suivre, 1)
        self.middle.addWidget(self.besoins, 1)
        self.boutons = {statut: button(tr(mots)) for statut, mots in _BOUTONS}
        self.reporter = button(tr("Relancer &plus tard… (P)"))
        self.exporter = button(tr("Enre&gistrer en PDF ou en CSV…"), "primaire")
        for bouton in (*self.boutons.values(), self.reporter, self.partage.toggle, self.exporter):
            self.foot.addWidget(bouton)
        self.vide.hide()
        self.besoins.hide()
        self.exporter.hide()

    def _brancher(self) -> None:
        self.vue.value_changed.connect(lambda _vue: self._montrer_vue())
        self.ordre.value_changed.connect(lambda _ordre: self._ranger())
        self.table.moved.connect(self._sur_courante)
        self.table.opened.connect(self.partage.show_details)
        self.table.suite.connect(self._noter)
        self.table.reporter.connect(self._reporter)
        self.table.corriger.connect(self._corriger)
        self.details.revenir.connect(self.partage.show_list)
        for statut, bouton in self.boutons.items():
            bouton.clicked.connect(partial(self._noter, statut))
        self.reporter.clicked.connect(self._reporter)
        self.exporter.clicked.connect(self.besoins.exporter)
        self.besoins.lu.connect(
            lambda: self.exporter.setEnabled(self.besoins.table.isVisibleTo(self.besoins))
        )

    # --- what the window asks

    def entered(self) -> None:
        """The page comes on screen: the list has the focus, or the choice of the view."""
        liste = self.table if self.vue.value() == _A_SUIVRE else self.besoins.table
        vise = liste if liste.isVisibleTo(self) else self.vue
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: read again."""
        if changes.interventions or changes.repertoire:
            self.relire()

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def a_repeter(self) -> UUID | None:
        """The entry of the referral in hand."""
        suivie = self._courante()
        return suivie.intervention if suivie else None

    # --- the list

    def relire(self) -> None:
        """Read what is open; the row in hand, or the one at its place, stays in hand."""
        self._tour += 1
        tour, suivis = self._tour, self._journal.suivis

        def lues(ouvertes: tuple[ReferenceSuivie, ...]) -> None:
            if tour == self._tour:
                self._ouvertes = ouvertes
                self._ranger()

        self._runner.run(self, lambda _p: suivis.ouvertes(), on_success=lues, libelle=None)
        if self.vue.value() == _BESOINS:
            self.besoins.lire()

    def _ranger(self) -> None:
        tenue, rang = self._courante(), self.table.currentIndex().row()
        self.table.modele.replace(self._trier(self.ordre.value()))
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self._resumer()
        vide = not self._ouvertes
        self.vide.setVisible(vide)
        self.partage.setVisible(not vide)
        if not vide:
            self.table.go(self._rang_de(tenue, rang))
        self._sur_courante()

    def _trier(self, ordre: str) -> tuple[ReferenceSuivie, ...]:
        if ordre == _AGE:
            return tuple(sorted(self._ouvertes, key=lambda r: r.du))
        if ordre == _PARTENAIRE:
            return tuple(sorted(self._ouvertes, key=self._cle_service))
        return par_urgence(self._ouvertes, self._aujourdhui())

    def _cle_service(self, r: ReferenceSuivie) -> tuple[str, str, date]:
        service = libelle_destination(
            r.reference.destination, r.reference.service, self._journal.vocabulaires
        )
        return replier(service), replier(r.partenaire), r.du

    def _rang_de(self, tenue: ReferenceSuivie | None, rang: int) -> int:
        lignes = self.table.modele.records()
        if tenue is not None:
            place = (tenue.intervention, tenue.rang)
            for n, ligne in enumerate(lignes):
                if (ligne.intervention, ligne.rang) == place:
                    return n
        return min(max(rang, 0), len(lignes) - 1)

    def _resumer(self) -> None:
        echues = sum(r.echue(self._aujourdhui()) for r in self._ouvertes)
        phrase = tr("{n} référence ouverte", "{n} références ouvertes", len(self._ouvertes))
        suite = tr(" · {echues} à relancer dès maintenant", echues=nombre(echues)) if echues else ""
        self.resume.setText(f"{phrase}{suite}" if self._ouvertes else "")

    def _sur_courante(self) -> None:
        suivie = self._courante()
        for bouton in (*self.boutons.values(), self.reporter):
            bouton.setEnabled(suivie is not None)
        self.details.suivre(
            suivie.intervention if suivie else None, suivie.revision if suivie else 0
        )

    def _montrer_vue(self) -> None:
        suivre = self.vue.value() != _BESOINS
        self._suivre.setVisible(suivre)
        self.besoins.setVisible(not suivre)
        self._ligne_ordre.setVisible(suivre)
        self.resume.setVisible(suivre)
        for bouton in (*self.boutons.values(), self.reporter):
            bouton.setVisible(suivre)
        self.exporter.setVisible(not suivre)
        if not suivre:
            self.besoins.lire()

    # --- one referral

    def _courante(self) -> ReferenceSuivie | None:
        suivie: ReferenceSuivie | None = self.table.current()
        return suivie

    def _aujourdhui(self) -> date:
        return self._journal.horloge.aujourdhui()

    def _corriger(self) -> None:
        suivie = self._courante()
        if suivie is not None:
            self.corriger.emit(suivie.intervention)

    def _noter(self, statut: str, *_coche: bool) -> None:
        suivie = self._courante()
        if suivie is None:
            return
        libelle = self._journal.vocabulaires.libelle(SUITES, statut)
        self._ecrire(
            suivie,
            statut,
            self._relance_gardee(suivie, statut),
            tr("{libelle} : noté", libelle=libelle),
        )

    def _relance_gardee(self, suivie: ReferenceSuivie, statut: str) -> date | None:
        """A day to come stays while something is awaited; one that is passed was for now."""
        ouverte = self._journal.vocabulaires.terme(SUITES, statut).ouverte
        return None if suivie.echue(self._aujourdhui()) or not ouverte else (
            suivie.reference.date_relance
        )  # fmt: skip

    def _reporter(self) -> None:
        suivie = self._courante()
        if suivie is None:
            return
        self._dialogs.demander_texte(
            self,
            tr("Relancer quand ? Par exemple +14, lu, 14-05 ou 2025-05-14."),
            lambda quand: self._ecrire(
                suivie,
                suivie.reference.statut,
                lire_echeance(quand, self._aujourdhui()),
                tr("Relance notée"),
            ),
            titre=tr("Relancer plus tard"),
            valeur="+14",
            valider=self._refus_echeance,
        )

    def _refus_echeance(self, quand: str) -> str:
        try:
            lire_echeance(quand, self._aujourdhui())
        except ErreurJournal as erreur:
            return str(erreur)
        return ""

    def _ecrire(
        self, suivie: ReferenceSuivie, statut: str, relance: date | None, phrase: str
    ) -> None:
        suivis = self._journal.suivis

        def fait(notee: SuiteNotee) -> None:
            Toast.of(self.window()).show_message(phrase, self._defaire(notee))
            self.relire()

        self._runner.run(
            self,
            lambda _p: suivis.noter(suivie, statut, relance=relance),
            on_success=fait,
            libelle=tr("Enregistrement"),
        )

    def _defaire(self, notee: SuiteNotee) -> Callable[[], None]:
        suivis = self._journal.suivis

        def defait(_notee: SuiteNotee) -> None:
            Toast.of(self.window()).show_message(tr("La suite notée est défaite"))
            self.relire()

        def defaire() -> None:
            self._runner.run(
                self, lambda _p: suivis.defaire(notee), on_success=defait, libelle=tr("Annulation")
            )

        return defaire
