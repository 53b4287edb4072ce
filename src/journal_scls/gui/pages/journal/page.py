"""The journal: find an entry, read it, correct it, repeat it, cancel it or bring it back."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Filtre, TotauxListe
from journal_scls.application.operation import Changes
from journal_scls.domain.journal.intervention import Statut
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.models.journal_model import JournalModel
from journal_scls.gui.pages.journal.cadre import CadreJournal, phrase_totaux
from journal_scls.gui.pages.journal.comparaison import ComparaisonRevisions
from journal_scls.gui.pages.journal.criteres import Criteres
from journal_scls.gui.pages.journal.destruction import Destruction
from journal_scls.gui.pages.journal.exportation import GENRES, DialogueExportation, exporter
from journal_scls.gui.pages.journal.retrait import Retrait
from journal_scls.gui.pages.page_travail import PageTravail, Raccourcis
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.front_page import on_keys
from journal_scls.gui.widgets.toast import Toast

EXPORTER = "Ctrl+Shift+E"
RACCOURCIS = (
    (marque("Descendre dans la liste"), marque("Bas, depuis la recherche")),
    (marque("Lire les détails, en revenir"), marque("Entrée, Échap")),
    (marque("Corriger l’intervention"), "F2"),
    (marque("Répéter l’intervention aujourd’hui"), "Ctrl+D"),
    (marque("Annuler l’intervention"), marque("Suppr, puis un chiffre")),
    (marque("Défaire l’annulation"), "Ctrl+Z"),
    (marque("Retirer un filtre"), marque("Suppr, sur ce filtre")),
    (marque("Exporter ce qui est affiché"), marque("Ctrl+Maj+E")),
)


class JournalPage(CadreJournal, PageTravail):
    """`corriger(UUID)` asks the entry page; `saisir` asks for a new entry, `repeter` for a copy."""

    corriger = Signal(object)
    saisir = Signal()
    repeter = Signal()

    def __init__(
        self, journal: Journal, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        self._journal = journal
        modele = JournalModel(journal.lectures, journal.vocabulaires, runner)
        super().__init__(modele, journal, runner, parent)
        modele.setParent(self)
        self._dialogs = dialogs
        self._suivie: tuple[UUID | None, int] = (None, 0)
        self._filtre: Filtre | None = None
        self._totaux = ""
        self._descente = False
        self._retrait = Retrait(journal.interventions, runner, dialogs, self)
        self._destruction = Destruction(journal.corbeille, runner, dialogs, self)
        self._brancher()
        self._lire_milieux()
        self.recharger()

    def _brancher(self) -> None:
        self._retrait.fait.connect(self.recharger)
        self.filtres.change.connect(self.recharger)
        # The list on screen may be that of the letters before: the focus waits for its own.
        self.filtres.descendre.connect(partial(self.recharger, descendre=True))
        self.filtres.code_voulu.connect(self._demander_code)
        self.table.courante.connect(self._sur_courante)
        self.table.corriger.connect(self._corriger)
        self.table.annuler.connect(self._annuler)
        self.table.ouvrir.connect(self.partage.show_details)
        self.modele.dataChanged.connect(lambda *_ou: self._sur_courante())
        self.modele.totalise.connect(self._sur_totaux)
        self.details.lues.connect(self._sur_details)
        self.details.revenir.connect(self.partage.show_list)
        self.bouton_corriger.clicked.connect(self._corriger)
        self.bouton_repeter.clicked.connect(self.repeter)
        self.bouton_annuler.clicked.connect(self._annuler)
        self.bouton_retablir.clicked.connect(self._retablir)
        self.bouton_comparer.clicked.connect(self._comparer)
        self.bouton_exporter.clicked.connect(self._exporter)
        self.bouton_detruire.clicked.connect(self._destruction.proposer)
        self.vide.button.clicked.connect(self._sur_vide)
        on_keys(self, EXPORTER, self._exporter)

    # --- what the window asks

    def entered(self) -> None:
        """The page comes on screen: the list has the focus, or the search when it is empty."""
        vise = self.table if self.table.isVisibleTo(self) else self.filtres.recherche
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def rechercher(self) -> None:
        """Ctrl+F, which belongs to the window: from any page, and again from here."""
        self.filtres.recherche.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filtres.recherche.selectAll()

    def montrer(self, filtre: Filtre) -> None:
        """The entries behind a figure: ask for these."""
        self.filtres.demander(Criteres.de_filtre(filtre))

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: read the list again."""
        if changes.repertoire:
            self._lire_milieux()
        if changes.interventions or changes.repertoire:
            self.recharger()

    def a_repeter(self) -> UUID | None:
        """The entry in hand."""
        ligne = self.ligne()
        return ligne.id if ligne else None

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    # --- the list

    def recharger(self, *, descendre: bool = False) -> None:
        """Read what is asked; the row in hand stays in hand if it is still there."""
        self._descente = descendre
        filtre, ligne = self.filtres.filtre(), self.ligne()
        meme = filtre == self._filtre
        self._suivie = (ligne.id if ligne else None, self.table.rang() if meme else 0)
        self._filtre = filtre
        self.modele.filtrer(filtre, self._sur_liste)

    def _sur_liste(self) -> None:
        self.filtres.montrer_puces()
        total = self.modele.rowCount()
        self.montrer_liste(vide=not total, vierge=self.filtres.vierge)
        corbeille = self._filtre is not None and self._filtre.statut == Statut.ANNULEE
        self.bouton_detruire.setVisible(corbeille and bool(total))
        id_, avant = self._suivie
        rang = self.modele.rang_de(id_) if id_ else None
        if total:
            self.table.aller(min(max(avant, 0), total - 1) if rang is None else rang)
            voulue = self._descente and self.filtres.filtre() == self._filtre
            if voulue and self.isVisible():  # else it would take the keys of the page in front
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sur_courante()

    def _sur_totaux(self, totaux: TotauxListe) -> None:
        self._totaux = phrase_totaux(totaux)
        self.montrer_totaux(totaux)

    def _sur_courante(self) -> None:
        ligne = self.ligne()
        annulee = ligne is not None and ligne.statut is Statut.ANNULEE
        self.bouton_corriger.setEnabled(ligne is not None and not annulee)
        self.bouton_repeter.setEnabled(ligne is not None)
        self.bouton_annuler.setEnabled(ligne is not None)
        self.bouton_annuler.setVisible(not annulee)
        self.bouton_retablir.setVisible(annulee)
        self.details.suivre(ligne.id if ligne else None, ligne.revision if ligne else 0)

    def _lire_milieux(self) -> None:
        def lire(_progress: object) -> tuple[str, ...]:
            return tuple(sorted({m.nom for m in self._journal.repertoire.milieux()}))

        self._runner.run(self, lire, on_success=self.filtres.proposer, libelle=None)

    def _demander_code(self) -> None:
        self._dialogs.demander_texte(
            self,
            tr("Code local de la personne, majuscules comprises"),
            lambda code: self.filtres.demander(
                self.filtres.criteres.avec("personne", code.strip())
            ),
            titre=tr("Filtrer par personne"),
            valider=lambda code: "" if code.strip() else tr("Écrivez le code."),
        )

    def _sur_vide(self) -> None:
        if self.filtres.vierge:
            self.saisir.emit()
        else:
            self.filtres.tout_montrer()

    # --- one entry

    def _sur_details(self) -> None:
        self.bouton_comparer.setVisible(len(self.details.revisions) > 1)

    def _comparer(self) -> None:
        if self.details.fiche is not None and len(self.details.revisions) > 1:
            ComparaisonRevisions(self.details.fiche, self.details.revisions, self).open()

    def _corriger(self) -> None:
        ligne = self.ligne()
        if ligne is None:
            return
        if ligne.statut is Statut.ANNULEE:
            Toast.of(self.window()).show_message(tr("Rétablissez-la avant de la corriger"))
            return
        self.corriger.emit(ligne.id)

    def _annuler(self) -> None:
        ligne = self.ligne()
        if ligne is not None and ligne.statut is not Statut.ANNULEE:
            self._retrait.demander(ligne.id)

    def _retablir(self) -> None:
        ligne = self.ligne()
        if ligne is not None and ligne.statut is Statut.ANNULEE:
            self._retrait.retablir(ligne.id)

    # --- a file

    def _exporter(self) -> None:
        if self.modele.rowCount():
            DialogueExportation(self._totaux, self._choisir_fichier, self).open()

    def _choisir_fichier(self, notes: bool) -> None:
        jour = self._journal.horloge.aujourdhui().isoformat()
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Exporter les interventions, en clair"),
            f"interventions-{jour}.xlsx",
            tr(GENRES),
            partial(self._ecrire, notes),
        )

    def _ecrire(self, notes: bool, chemin: Path) -> None:
        self._runner.run(
            self,
            exporter(self._journal, self.filtres.filtre(), chemin, notes=notes),
            on_success=lambda fait: Toast.of(self.window()).show_message(fait),
            libelle=tr("Exportation"),
        )
