"""Receiving lots: files, whole folders, the folder of deposit, or a drop; then the accusés."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.ports_receptions import Resultat
from journal_scls.application.lots.receptions import ResultatFichier
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.application.operation import Avancement, Cancelled, Changes, Progress
from journal_scls.domain.errors import ErreurJournal
from journal_scls.gui.pages.page_travail import Contexte, PageTravail
from journal_scls.gui.pages.reception.cadre import CadreReception
from journal_scls.gui.pages.reception.resultats import (
    Recu,
    en_texte,
    entetes,
    ligne_ecrite,
    ligne_recue,
)
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.file_drop import FileDrop
from journal_scls.gui.widgets.toast import Toast

DEPOT = "dossier_depot"
_FILTRE = marque("Lots du Journal SCLS (*.scls);;Tous les fichiers (*)")
_SurLigne = Callable[[ResultatFichier], object]
_Importer = Callable[[Progress, _SurLigne], object]


@dataclass(frozen=True)
class _Fin:
    """How an import ended; what came before stays applied, so there are changes in any case."""

    annule: bool = False
    erreur: ErreurJournal | None = None

    @property
    def changes(self) -> Changes:
        """For the runner."""
        return Changes(lots=True)


class ReceptionPage(CadreReception, PageTravail):
    """One import at a time; its lines come while it runs and stay until the next one."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._depot: Path | None = None
        self._occupee = False
        self._brancher()
        FileDrop(self, self.importer, folders=True)
        contexte.region.lu.connect(self._sur_situation)
        self._dire_depot("")
        self._contexte.runner.run(
            self,
            lambda _p: contexte.journal.preference(DEPOT),
            on_success=self._dire_depot,
            libelle=None,
        )
        contexte.region.demander()

    def _brancher(self) -> None:
        dialogs = self._contexte.dialogs
        self.fichiers.clicked.connect(
            lambda: dialogs.choisir_fichiers_a_ouvrir(
                self, tr("Importer des lots"), tr(_FILTRE), self.importer
            )
        )
        self.dossier.clicked.connect(
            lambda: dialogs.choisir_dossier(
                self,
                tr("Importer tous les lots d’un dossier"),
                lambda place: self.importer([place]),
            )
        )
        self.relever.clicked.connect(self.relever_depot)
        self.choisir_depot.clicked.connect(
            lambda: dialogs.choisir_dossier(self, tr("Choisir le dossier de dépôt"), self._retenir)
        )
        self.reessayer.clicked.connect(self._reessayer)
        self.accuser.clicked.connect(
            lambda: dialogs.choisir_dossier(
                self, tr("Où écrire les accusés ?"), self.ecrire_accuses
            )
        )
        self.copier.clicked.connect(self._copier)
        self.csv.clicked.connect(self._enregistrer)

    def entered(self) -> None:
        """The page comes on screen: what was received is in hand, else the first way in."""
        self._contexte.region.demander()
        vise = self.table if self.table.isVisibleTo(self) else self.fichiers
        vise.setFocus(Qt.FocusReason.TabFocusReason)

    # --- files in

    def importer(self, chemins: Sequence[Path]) -> None:
        """Import files and the content of folders."""
        receptions = self._contexte.journal.receptions
        self._lancer(lambda progress, dire: receptions.importer(chemins, progress, dire))

    def relever_depot(self) -> None:
        """Import whatever lies in the folder of deposit."""
        if self._depot is not None:
            self.importer([self._depot])

    def _reessayer(self) -> None:
        self._lancer(self._contexte.journal.receptions.reprendre)

    def _lancer(self, faire: _Importer) -> None:
        """Run an import; its lines go from the worker to the window through a deque."""
        if self._occupee:
            Toast.of(self.window()).show_message(tr("Attendez la fin de l’importation en cours"))
            return
        self._occuper(occupee=True)
        self.say("")
        self.vider()
        journal = self._contexte.journal
        venues: deque[Recu] = deque()

        def op(progress: Progress) -> _Fin:
            codes = journal.region.codes()
            try:
                faire(progress, lambda resultat: venues.append(ligne_recue(resultat, codes)))
            except Cancelled:
                return _Fin(annule=True)
            except ErreurJournal as erreur:
                return _Fin(erreur=erreur)
            return _Fin()

        def montrer(_avancement: Avancement | None = None) -> None:
            self.ajouter([venues.popleft() for _ in range(len(venues))])

        def fini(fin: _Fin) -> None:
            montrer()
            self._finir(fin)

        self._contexte.runner.run(
            self,
            op,
            on_success=fini,
            on_progress=montrer,
            on_done=lambda: self._occuper(occupee=False),
            libelle=tr("Importation des lots"),
        )

    def _finir(self, fin: _Fin) -> None:
        if fin.annule:
            self.conclure(tr("Importation arrêtée; ce qui est déjà appliqué reste. "))
        else:
            self.conclure()
        if not self.lignes() and not fin.annule and fin.erreur is None:
            self.say(tr("Il n’y avait aucun fichier à importer."))
        if fin.erreur is not None:
            self._contexte.dialogs.erreur(self, fin.erreur)
        if self.table.isVisibleTo(self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _occuper(self, *, occupee: bool) -> None:
        self._occupee = occupee
        for bouton in (self.fichiers, self.dossier, self.choisir_depot, self.accuser):
            bouton.setEnabled(not occupee)
        self.relever.setEnabled(not occupee)
        self.reessayer.setEnabled(not occupee)

    # --- the folder of deposit

    def _retenir(self, place: Path) -> None:
        journal = self._contexte.journal
        self._contexte.runner.run(
            self,
            lambda _p: journal.enregistrer_preference(DEPOT, str(place)),
            on_success=lambda _rien: self._dire_depot(str(place)),
            libelle=None,
        )

    def _dire_depot(self, place: str) -> None:
        self._depot = Path(place) if place else None
        self.relever.setVisible(self._depot is not None)
        self.depot.setText(
            tr("Dossier de dépôt : {depot}", depot=secable(self._depot)) if self._depot else ""
        )
        self.depot.setVisible(self._depot is not None)

    # --- afterwards

    def ecrire_accuses(self, place: Path) -> None:
        """Write one accusé for each journal, and list whom to give each file to."""
        accuses = self._contexte.journal.accuses

        def ecrits(lignes: list[Recu]) -> None:
            self.vider()
            self.ajouter(lignes)
            self.conclure()
            if not lignes:
                self.say(tr("Aucun journal n’est inscrit : il n’y a rien à accuser."))

        self._occuper(occupee=True)
        self._contexte.runner.run(
            self,
            lambda progress: [ligne_ecrite(a) for a in accuses.accuser(place, progress)],
            on_success=ecrits,
            on_done=lambda: self._occuper(occupee=False),
            libelle=tr("Écriture des accusés"),
        )

    def _copier(self) -> None:
        QGuiApplication.clipboard().setText(en_texte(self.modele.records()))
        Toast.of(self.window()).show_message(tr("La liste est dans le presse-papiers"))

    def _enregistrer(self) -> None:
        documents, lignes = self._contexte.journal.documents, self.modele.records()
        jour = self._contexte.journal.horloge.aujourdhui().isoformat()

        def ecrire(chemin: Path) -> None:
            self._contexte.runner.run(
                self,
                lambda _p: documents.ecrire(
                    chemin, documents.liste(entetes(), [ligne.cellules for ligne in lignes])
                ),
                on_success=lambda _rien: Toast.of(self.window()).show_message(
                    tr("La liste est enregistrée : {fichier}", fichier=chemin.name)
                ),
                base=False,
            )

        self._contexte.dialogs.choisir_fichier_a_enregistrer(
            self, tr("Enregistrer la liste"), f"reception-{jour}.csv", tr("Tableur (*.csv)"), ecrire
        )

    def _sur_situation(self, situation: SituationRegion) -> None:
        somme = situation.etat.mis_de_cote
        nombre = somme.get(Resultat.EN_ATTENTE, 0) + somme.get(Resultat.QUARANTAINE, 0)
        self.reessayer.setVisible(bool(nombre))
        self.reessayer.setText(tr("&Réessayer les fichiers en attente ({nombre})", nombre=nombre))
        self.reessayer.setToolTip(
            tr(
                "{compte}, à reprendre après une mise à jour ou une inscription",
                compte=tr("{n} fichier mis de côté", "{n} fichiers mis de côté", nombre),
            )
        )
