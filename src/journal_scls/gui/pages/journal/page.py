"""The journal: find an entry, read it, correct it, cancel it or bring it back."""

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.intervention import Statut
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.models.journal_model import JournalModel
from journal_scls.gui.pages.journal.cadre import CadreJournal
from journal_scls.gui.pages.page_travail import PageTravail
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.widgets.toast import Toast

_SANS_RAISON = "Écrivez pourquoi, en quelques mots."
RACCOURCIS = (
    ("Corriger l’intervention", "F2 ou Entrée"),
    ("Annuler l’intervention", "Suppr"),
    ("Descendre dans la liste", "Bas, depuis la recherche"),
)


class JournalPage(CadreJournal, PageTravail):
    """`corriger(UUID)` asks the entry page; `saisir` asks for a new entry."""

    corriger = Signal(object)
    saisir = Signal()

    def __init__(
        self, journal: Journal, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        self._journal = journal
        modele = JournalModel(journal.lectures, journal.vocabulaires, runner)
        super().__init__(modele, journal, runner, parent)
        modele.setParent(self)
        self._dialogs = dialogs
        self._suivie: UUID | None = None
        self.filtres.change.connect(self.recharger)
        self.filtres.descendre.connect(self._descendre)
        self.table.courante.connect(self._sur_courante)
        modele.dataChanged.connect(lambda *_ou: self._sur_courante())
        self.table.corriger.connect(self._corriger)
        self.table.annuler.connect(self._annuler)
        self.bouton_corriger.clicked.connect(self._corriger)
        self.bouton_annuler.clicked.connect(self._annuler)
        self.bouton_retablir.clicked.connect(self._retablir)
        self.bouton_vide.clicked.connect(self._sur_vide)
        self.recharger()

    def entered(self) -> None:
        """The page comes on screen: the list has the focus, or the search when it is empty."""
        vise = self.table if self.table.isVisibleTo(self) else self.filtres.recherche
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def rechercher(self) -> None:
        """Ctrl+F, which belongs to the window: from any page, and again from here."""
        self.filtres.recherche.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filtres.recherche.selectAll()

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: read the list again."""
        if changes.interventions or changes.repertoire:
            self.recharger()

    def raccourcis(self) -> tuple[tuple[str, str], ...]:
        """What F1 shows of this page."""
        return RACCOURCIS

    def recharger(self) -> None:
        """Read what is asked; the row in hand stays in hand if it is still there."""
        courante = self.ligne()
        self._suivie = courante.id if courante else None
        self.modele.filtrer(self.filtres.filtre(), self._sur_liste)

    def _sur_liste(self) -> None:
        total = self.modele.rowCount()
        self.montrer_liste(total, vierge=self.filtres.vierge)
        rang = self.modele.rang_de(self._suivie) if self._suivie else None
        if total:
            self.table.aller(rang or 0)
        self._sur_courante()

    def _sur_courante(self) -> None:
        ligne = self.ligne()
        annulee = ligne is not None and ligne.statut is Statut.ANNULEE
        self.bouton_corriger.setEnabled(ligne is not None and not annulee)
        self.bouton_annuler.setEnabled(ligne is not None)
        self.bouton_annuler.setVisible(not annulee)
        self.bouton_retablir.setVisible(annulee)
        self.details.suivre(ligne.id if ligne else None, ligne.revision if ligne else 0)

    def _descendre(self) -> None:
        if self.modele.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _corriger(self) -> None:
        ligne = self.ligne()
        if ligne is None:
            return
        if ligne.statut is Statut.ANNULEE:
            Toast.of(self.window()).show_message("Rétablissez-la avant de la corriger")
            return
        self.corriger.emit(ligne.id)

    def _annuler(self) -> None:
        ligne = self.ligne()
        if ligne is None or ligne.statut is Statut.ANNULEE:
            return
        self._dialogs.demander_texte(
            self,
            "Pourquoi annuler cette intervention ? Elle restera lisible, sans compter.",
            lambda raison: self._ecrire(ligne.id, raison),
            titre="Annuler l’intervention",
            valider=lambda raison: "" if raison.strip() else _SANS_RAISON,
        )

    def _retablir(self) -> None:
        ligne = self.ligne()
        if ligne is not None and ligne.statut is Statut.ANNULEE:
            self._ecrire(ligne.id, None)

    def _ecrire(self, id_: UUID, raison: str | None) -> None:
        """Cancel for a reason, or bring back without one; the toast offers the contrary."""

        def op(_progress: Progress) -> Changes:
            if raison is None:
                self._journal.interventions.retablir(id_)
            else:
                self._journal.interventions.annuler(id_, raison)
            return Changes(interventions=True)

        def fait(_changes: Changes) -> None:
            toast = Toast.of(self.window())
            if raison is None:
                toast.show_message("Intervention rétablie")
            else:
                toast.show_message(
                    "Intervention annulée", lambda: self._ecrire(id_, None), action="Rétablir"
                )
            self.recharger()

        self._runner.run(self, op, on_success=fait)

    def _sur_vide(self) -> None:
        if self.filtres.vierge:
            self.saisir.emit()
        else:
            self.filtres.tout_montrer()
            self.filtres.recherche.setFocus(Qt.FocusReason.OtherFocusReason)
