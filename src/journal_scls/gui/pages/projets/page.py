"""Projects and committees: the list is in front unless a form or a bilan was asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.bilan_projet import BilanProjet
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.fusion import FicheRepertoire, nom_de
from journal_scls.domain.partenaires import Comite, Projet
from journal_scls.domain.profil import Role
from journal_scls.domain.texte import normaliser
from journal_scls.gui.pages.journaux.etape import Etape
from journal_scls.gui.pages.page_travail import Contexte, PageTravail
from journal_scls.gui.pages.projets.bilan import EtapeBilan
from journal_scls.gui.pages.projets.formulaires import EtapeAction, EtapeComite, EtapeProjet
from journal_scls.gui.pages.projets.lecture import Action, LectureProjets, lire_projets
from journal_scls.gui.pages.projets.liste import ListeProjets
from journal_scls.gui.pages.repertoire.temps import EtapeCloture
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.front_page import on_keys
from journal_scls.gui.widgets.toast import Toast

_REPERTOIRE = Changes(repertoire=True)
_DELAI_MS = 120  # holding the Down key reads the figures of the last one only
RACCOURCIS = (
    ("Ajouter un projet", "Alt+A"),
    ("Ajouter un comité", "Alt+C"),
    ("Voir le bilan", "Entrée, dans la liste"),
    ("Modifier", "F2"),
    ("Revenir à la liste", "Échap, dans une étape"),
)


class ProjetsPage(QStackedWidget, PageTravail):
    """Figures are those of a journal's own entries; a coordination has none of them here."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._runner = contexte.journal, contexte.runner
        self._dialogs = contexte.dialogs
        self._avec_bilan = self._journal.profil.role is Role.INTERVENANT
        self._lecture: LectureProjets | None = None
        self._a_viser = ""
        self._perimee = True
        self._au_bilan: tuple[Action, str] | None = None
        choix, jour = ChoixVocabulaire(self._journal.vocabulaires), self._journal.horloge.aujourdhui
        self.liste = ListeProjets(avec_bilan=self._avec_bilan)
        self.projet = EtapeProjet(choix, jour)
        self.comite = EtapeComite(choix, jour)
        self.cloture = EtapeCloture(jour)
        self.bilan = EtapeBilan(self._journal.documents)
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI_MS)
        self._minuterie.timeout.connect(self._lire_bilan)
        self._brancher()

    def _brancher(self) -> None:
        liste = self.liste
        self.addWidget(liste)
        for etape in (self.projet, self.comite, self.cloture, self.bilan):
            self.addWidget(etape)
            etape.retour.connect(self.revenir)
        for formulaire in (self.projet, self.comite):
            formulaire.validee.connect(self._enregistrer)
            formulaire.sans_code.connect(lambda fiche: self._enregistrer(fiche, coder=True))
        liste.projet.clicked.connect(lambda: self._remplir(self.projet, None))
        liste.comite.clicked.connect(lambda: self._remplir(self.comite, None))
        liste.modifier.clicked.connect(self.modifier)
        liste.confirmer.clicked.connect(self._confirmer)
        liste.clore.clicked.connect(self._commencer_cloture)
        liste.bilan.clicked.connect(self.voir_bilan)
        liste.table.opened.connect(self.voir_bilan)
        liste.suivie.connect(self._minuterie.start)
        self.cloture.demandee.connect(self._clore)
        self.bilan.imprimer.connect(self._choisir_pdf)
        on_keys(liste, "F2", self.modifier)

    # --- coming and going

    def entered(self) -> None:
        """The page comes on screen: the step begun, the list, or what there is to do first."""
        if self._perimee:
            self.actualiser()
        devant = self.currentWidget()
        if isinstance(devant, Etape):
            devant.entered()
            return
        vises = (self.liste.table, self.liste.vide.button, self.liste.recherche)
        vise = next((w for w in vises if w.isVisibleTo(self)), self.liste.recherche)
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def raccourcis(self) -> tuple[tuple[str, str], ...]:
        """What F1 shows of this page."""
        return RACCOURCIS

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: what is on screen reads again now, the rest when shown."""
        if changes.repertoire or changes.interventions:
            self._perimee = True
            if self.isVisible():
                self.actualiser()

    def mettre_de_cote(self) -> None:
        """Keep what was written of a project."""
        if (changees := self._embuches_changees()) is not None:
            self._journal.enregistrer_preference(*changees)

    def revenir(self) -> None:
        """Back to the list."""
        if (changees := self._embuches_changees()) is not None:
            self._runner.run(
                self,
                lambda _p: self._journal.enregistrer_preference(*changees),
                on_success=lambda _rien: None,
                libelle=None,
            )
        self._au_bilan = None
        self.setCurrentWidget(self.liste)
        self.entered()

    def _aller(self, etape: Etape) -> None:
        etape.say("")
        self.setCurrentWidget(etape)
        etape.entered()

    def actualiser(self) -> None:
        """Read everything again."""
        self._perimee = False
        journal = self._journal

        def lue(lecture: LectureProjets) -> None:
            premiere, self._lecture = self._lecture is None, lecture
            self.liste.montrer(lecture)
            if premiere and self.isVisible() and not self.liste.recherche.text():
                self.entered()  # now that it is known what there is to do first
            if self._a_viser:
                self.liste.viser(self._a_viser)
                self._a_viser = ""

        self._runner.run(
            self,
            lambda _p: lire_projets(
                journal.repertoire, journal.vocabulaires, journal.horloge.aujourdhui()
            ),
            on_success=lue,
            libelle=None,
        )

    # --- figures

    def _lire_bilan(self) -> None:
        action = self.liste.choisie()
        if action is not None and self._avec_bilan:
            self._composer(action, lambda bilan, _texte: self.liste.montrer_bilan(action, bilan))

    def voir_bilan(self) -> None:
        """The page of the line in hand."""
        action = self.liste.choisie()
        if action is None or not self._avec_bilan:
            return

        def montrer(bilan: BilanProjet, embuches: str) -> None:
            self._au_bilan = (action, embuches)
            self.bilan.montrer(bilan, embuches)
            self._aller(self.bilan)

        self._composer(action, montrer)

    def _composer(self, action: Action, montrer: Callable[[BilanProjet, str], None]) -> None:
        journal, code, cle = self._journal, action.fiche.code, _cle(action)

        def op(_progress: Progress) -> tuple[BilanProjet, str]:
            return journal.impressions.bilan_projet(code), journal.preference(cle)

        self._runner.run(self, op, on_success=lambda lus: montrer(*lus), libelle=None)

    def _embuches_changees(self) -> tuple[str, str] | None:
        """Under which name and what; free text that stays in the journal, beside its settings."""
        if self._au_bilan is None:
            return None
        action, avant = self._au_bilan
        texte = normaliser(self.bilan.embuches.text())
        return None if texte == avant else (_cle(action), texte)

    def _choisir_pdf(self) -> None:
        bilan = self.bilan.bilan
        if bilan is None or self.bilan.embuches.error():
            self.bilan.rang_embuches.focus()
            return
        embuches = self.bilan.embuches.text().splitlines()
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            "Enregistrer le bilan du projet",
            f"bilan-{bilan.fiche.code}.pdf",
            "Document PDF (*.pdf)",
            lambda chemin: self._ecrire_pdf(bilan.fiche.code, embuches, chemin),
        )

    def _ecrire_pdf(self, code: str, embuches: list[str], chemin: Path) -> None:
        journal = self._journal

        def op(progress: Progress) -> None:
            contenu = journal.documents.bilan_projet(
                journal.impressions.bilan_projet(code, embuches)
            )
            progress.verifier()
            journal.documents.ecrire(chemin, contenu)

        self._runner.run(
            self,
            op,
            on_success=lambda _rien: self.bilan.say(
                f"Le bilan est enregistré : {secable(chemin)}", "reussite"
            ),
            libelle="Préparation du bilan",
        )

    # --- cards

    def modifier(self) -> None:
        """The line in hand, unless the region alone may change it."""
        action = self.liste.choisie()
        if action is not None and self.liste.modifier.isEnabled():
            etape = self.projet if isinstance(action.fiche, Projet) else self.comite
            self._remplir(etape, action.fiche)

    def _remplir(self, etape: EtapeAction, fiche: Projet | Comite | None) -> None:
        if self._lecture is not None:
            etape.poser(fiche, self._lecture.repertoire)
            self._aller(etape)

    def _enregistrer(self, fiche: Projet | Comite, *, coder: bool = False) -> None:
        repertoire, devant = self._journal.repertoire, self.currentWidget()
        genre = "projets" if isinstance(fiche, Projet) else "comites"

        def acte() -> None:
            code = repertoire.code_pour(fiche.titre) if coder else fiche.code
            champs: dict[str, Any] = {genre: [_avec_code(fiche, code)]}
            repertoire.enregistrer(**champs)
            self._a_viser = code

        refus = devant.refuser if isinstance(devant, EtapeAction) else None
        self._faire(acte, f"« {fiche.titre} » est au répertoire", refus)

    def _confirmer(self) -> None:
        action = self.liste.choisie()
        if action is not None:
            self._faire(
                lambda: self._journal.repertoire.confirmer(action.fiche.id),
                f"« {action.titre} » est vérifié",
            )

    def _commencer_cloture(self) -> None:
        action = self.liste.choisie()
        if action is not None and self._lecture is not None:
            self.cloture.poser(action.fiche, self._lecture.repertoire)
            self._aller(self.cloture)

    def _clore(self, fiche: FicheRepertoire, le: date) -> None:
        self._faire(
            lambda: self._journal.repertoire.clore(fiche.id, le),
            f"« {nom_de(fiche)} » est fermé",
            self.cloture.refuser,
        )

    def _faire(
        self,
        acte: Callable[[], object],
        mot: str,
        refus: Callable[[ErreurJournal], None] | None = None,
    ) -> None:
        def op(_progress: Progress) -> Changes:
            acte()
            return _REPERTOIRE

        def fait(_changes: Changes) -> None:
            self.revenir()
            Toast.of(self.window()).show_message(mot)

        self._runner.run(self, op, on_success=fait, on_error=refus)


def _cle(action: Action) -> str:
    return f"embuches:{action.fiche.id}"


def _avec_code(fiche: Projet | Comite, code: str) -> Projet | Comite:
    return fiche if fiche.code == code else replace(fiche, code=code)
