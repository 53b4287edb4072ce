"""Projects and committees: the list is in front unless a form or a bilan was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from journal_scls.application.chiffres.consultations import Dessous
from journal_scls.application.chiffres.seances import Demarche
from journal_scls.application.lectures import LigneJournal
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.documents.bilan_projet import BilanProjet
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import FicheRepertoire, nom_de
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.gui.pages.bilan.dessous import DialogueDessous, montrer_dans_le_journal
from journal_scls.gui.pages.etapes import PageEtapes
from journal_scls.gui.pages.page_travail import Contexte, Raccourcis
from journal_scls.gui.pages.projets.bilan import EtapeBilan, mois
from journal_scls.gui.pages.projets.embuches import Embuches
from journal_scls.gui.pages.projets.formulaires import EtapeAction, EtapeComite, EtapeProjet
from journal_scls.gui.pages.projets.lecture import Action, LectureProjets, lire_projets
from journal_scls.gui.pages.projets.liste import ListeProjets
from journal_scls.gui.pages.repertoire.garde import GardeFormulaires
from journal_scls.gui.pages.repertoire.temps import EtapeCloture
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.front_page import on_keys
from journal_scls.gui.widgets.toast import Toast

_REPERTOIRE = Changes(repertoire=True)
_DELAI_MS = 120  # holding the Down key reads the figures of the last one only
RACCOURCIS = (
    (marque("Ajouter un projet"), "Alt+A"),
    (marque("Ajouter un comité"), "Alt+C"),
    (marque("Voir le bilan"), marque("Entrée, dans la liste")),
    (marque("Modifier"), "F2"),
    (marque("Revenir à la liste"), marque("Échap, dans une étape")),
)


class ProjetsPage(PageEtapes):
    """Figures are those of a journal's own entries; a coordination has none of them here."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._journal, self._runner = contexte.journal, contexte.runner
        self._dialogs = contexte.dialogs
        self._avec_bilan = self._journal.profil.role is Role.INTERVENANT
        self._lecture: LectureProjets | None = None
        self._a_viser = ""
        self._perimee = True
        self._au_bilan: Action | None = None
        choix, jour = ChoixVocabulaire(self._journal.vocabulaires), self._journal.horloge.aujourdhui
        self.liste = ListeProjets(avec_bilan=self._avec_bilan)
        self.projet = EtapeProjet(choix, jour)
        self.comite = EtapeComite(choix, jour)
        self.cloture = EtapeCloture(jour)
        self.bilan = EtapeBilan(self._journal.documents)
        self.embuches = Embuches(self.bilan.embuches, self._journal, self._runner, self)
        formulaires = (self.projet, self.comite, self.cloture)
        self.garde = GardeFormulaires("projets", formulaires, self._journal, self._runner, self)
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI_MS)
        self._minuterie.timeout.connect(self._lire_bilan)
        self._brancher()

    def _brancher(self) -> None:
        liste = self.liste
        self.poser(liste, self.projet, self.comite, self.cloture, self.bilan)
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
        self.bilan.derriere.connect(self._montrer_seances)
        on_keys(liste, "F2", self.modifier)

    # --- coming and going

    def entered(self) -> None:
        """The page comes on screen: the step begun, the list, or what there is to do first."""
        if self._perimee:
            self.actualiser()
        if self.etape is not None:
            self.etape.entered()
            return
        vises = (self.liste.table, self.liste.vide.button, self.liste.recherche)
        vise = next((w for w in vises if w.isVisibleTo(self)), self.liste.recherche)
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: what is on screen reads again now, the rest when shown."""
        if changes.repertoire or changes.interventions:
            self._perimee = True
            if self.isVisible():
                self.actualiser()

    def mettre_de_cote(self) -> None:
        """Keep what was written of a project, and the form that is being typed."""
        self.garde.mettre_de_cote()
        self.embuches.gardien.garder_tout_de_suite()

    def revenir(self) -> None:
        """Back to the list."""
        self.embuches.fermer()
        self._au_bilan = None
        self.garde.clore()
        super().revenir()

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
            self.garde.offrir(lecture.repertoire, self.aller)

        self._runner.run(
            self,
            lambda _p: lire_projets(journal),
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
            self._au_bilan = action
            self.bilan.montrer(bilan)
            self.embuches.ouvrir(action.embuches, embuches)
            self.aller(self.bilan)

        self._composer(action, montrer)

    def _composer(self, action: Action, montrer: Callable[[BilanProjet, str], None]) -> None:
        journal = self._journal

        def op(_progress: Progress) -> tuple[BilanProjet, str]:
            bilan = journal.impressions.seances.bilan(action.quoi)
            return bilan, journal.preference(action.embuches)

        self._runner.run(self, op, on_success=lambda lus: montrer(*lus), libelle=None)

    def _montrer_seances(self, periode: Periode | None) -> None:
        """The entries behind the page, or behind one of its months."""
        if self._au_bilan is None:
            return
        quoi, titre = self._au_bilan.quoi, self._au_bilan.titre
        seances = self._journal.impressions.seances

        def montrer(lignes: Sequence[LigneJournal]) -> None:
            DialogueDessous(
                self,
                titre,
                mois(periode) if periode else tr("Toutes les séances"),
                dessous=Dessous(ecritures=tuple(lignes)),
                vocabulaires=self._journal.vocabulaires,
                ouvrir=partial(montrer_dans_le_journal, self._contexte),
            ).open()

        self._runner.run(
            self, lambda _p: seances.lister(quoi, periode), on_success=montrer, libelle=None
        )

    def _choisir_pdf(self) -> None:
        if self._au_bilan is None or self.bilan.embuches.error():
            self.bilan.rang_embuches.focus()
            return
        action, embuches = self._au_bilan, self.bilan.embuches.text().splitlines()
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer le bilan"),
            f"bilan-{action.nom_fichier}.pdf",
            tr("Document PDF (*.pdf)"),
            lambda chemin: self._ecrire_pdf(action.quoi, embuches, chemin),
        )

    def _ecrire_pdf(self, quoi: Demarche, embuches: list[str], chemin: Path) -> None:
        journal = self._journal

        def op(progress: Progress) -> None:
            contenu = journal.documents.bilan_projet(
                journal.impressions.seances.bilan(quoi, embuches)
            )
            progress.verifier()
            journal.documents.ecrire(chemin, contenu)

        self._runner.run(
            self,
            op,
            on_success=lambda _rien: self.bilan.say(
                tr("Le bilan est enregistré : {chemin}", chemin=secable(chemin)), "reussite"
            ),
            libelle=tr("Préparation du bilan"),
        )

    # --- cards

    def modifier(self) -> None:
        """The line in hand, unless the region alone may change it."""
        action = self.liste.choisie()
        if action is not None and action.fiche and self.liste.modifier.isEnabled():
            etape = self.projet if isinstance(action.fiche, Projet) else self.comite
            self._remplir(etape, action.fiche)

    def _remplir(self, etape: EtapeAction, fiche: Projet | Comite | None) -> None:
        if self._lecture is not None:
            self.garde.ouvrir(etape, fiche, self._lecture.repertoire)
            self.aller(etape)

    def _enregistrer(self, fiche: Projet | Comite, *, coder: bool = False) -> None:
        repertoire, devant = self._journal.repertoire, self.currentWidget()
        genre = "projets" if isinstance(fiche, Projet) else "comites"

        def acte() -> None:
            code = repertoire.code_pour(fiche.titre) if coder else fiche.code
            champs: dict[str, Any] = {genre: [_avec_code(fiche, code)]}
            repertoire.enregistrer(**champs)
            self._a_viser = code

        refus = devant.refuser if isinstance(devant, EtapeAction) else None
        self._faire(acte, tr("« {titre} » est au répertoire", titre=fiche.titre), refus)

    def _confirmer(self) -> None:
        action = self.liste.choisie()
        fiche = action.fiche if action else None
        if action is not None and fiche is not None:
            self._faire(
                lambda: self._journal.repertoire.confirmer(fiche.id),
                tr("« {titre} » est vérifié", titre=action.titre),
            )

    def _commencer_cloture(self) -> None:
        action = self.liste.choisie()
        if action is not None and action.fiche and self._lecture is not None:
            self.garde.ouvrir(self.cloture, action.fiche, self._lecture.repertoire)
            self.aller(self.cloture)

    def _clore(self, fiche: FicheRepertoire, le: date) -> None:
        self._faire(
            lambda: self._journal.repertoire.clore(fiche.id, le),
            tr("« {nom} » est fermé", nom=nom_de(fiche)),
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


def _avec_code(fiche: Projet | Comite, code: str) -> Projet | Comite:
    return fiche if fiche.code == code else replace(fiche, code=code)
