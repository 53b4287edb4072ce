"""The list of entries, some rows at a time as they come on screen: there may be 100 000.

The first rows of a new question are shown alone, within two frames; what they add up to with all
the others, and how many those are, is asked when the keys are quiet.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont

from journal_scls.application.lectures import Filtre, LigneJournal, TotauxListe
from journal_scls.application.ports import Lectures
from journal_scls.domain.journal.intervention import Statut
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import duree
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import deux_points, marque, nombre, tr

PAGE = 48  # more than a screen has
_PAGES_GARDEES = 160
_CALME_MS = 200
_DEMANDES_MAX = 4  # what a fast scroll passed over is not worth reading
COLONNES = (
    marque("Date"),
    marque("Milieu"),
    marque("Activité"),
    marque("Clientèle"),
    marque("Durée"),
    marque("Pers."),
    marque("Références"),
    marque("État"),
)
_A_DROITE = (4, 5)
_DROITE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAUCHE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIEN = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class JournalModel(QAbstractTableModel):
    """`totalise(TotauxListe)` follows each new list. A row not read yet is empty for a moment."""

    totalise = Signal(object)

    def __init__(
        self,
        lectures: Lectures,
        vocabulaires: Vocabulaires,
        runner: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lectures = lectures
        self._runner = runner
        self._cellules = _cellules(vocabulaires)
        self._filtre = Filtre()
        self._total = 0
        self._tour = 0
        self._pages: OrderedDict[int, tuple[LigneJournal, ...]] = OrderedDict()
        self._demandees: list[int] = []
        self._en_route: set[int] = set()
        self._barre = QFont()
        self._barre.setStrikeOut(True)
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.timeout.connect(self._demander)
        self._calme = QTimer(self)
        self._calme.setSingleShot(True)
        self._calme.setInterval(_CALME_MS)
        self._calme.timeout.connect(self._totaliser)

    def filtrer(self, filtre: Filtre, sur_fini: Callable[[], None] | None = None) -> None:
        """Show other entries, or the same ones read again; the old ones stay until then."""
        connu = self._total if filtre == self._filtre else 0
        self._filtre = filtre
        self._tour += 1
        self._calme.stop()
        tour = self._tour

        def lu(premiere: Sequence[LigneJournal]) -> None:
            if tour == self._tour:
                self._remplacer(tuple(premiere), connu)
                if sur_fini is not None:
                    sur_fini()

        self._runner.run(
            self,
            lambda _progress: self._lectures.lister(filtre, limite=PAGE),
            on_success=lu,
            libelle=None,
        )

    def ligne(self, rang: int) -> LigneJournal | None:
        """The entry of a row, None while it is not read."""
        page = self._pages.get(rang // PAGE)
        if page is None or not 0 <= rang % PAGE < len(page):
            return None
        self._pages.move_to_end(rang // PAGE)
        return page[rang % PAGE]

    def rang_de(self, id_: UUID) -> int | None:
        """Where an entry is, among the rows that were read."""
        for numero, page in self._pages.items():
            for place, ligne in enumerate(page):
                if ligne.id == id_:
                    return numero * PAGE + place
        return None

    def rowCount(self, parent: Index = _RIEN) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _RIEN) -> int:
        return 0 if parent.isValid() else len(COLONNES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(COLONNES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _A_DROITE:
            return _DROITE
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in _ROLES:
            return self._dire(index, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _DROITE if index.column() in _A_DROITE else _GAUCHE
        return None

    def _dire(self, index: Index, role: int) -> Any:
        ligne = self.ligne(index.row())
        if ligne is None:
            self._vouloir(index.row() // PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.FontRole:
            return self._barre if ligne.statut is Statut.ANNULEE else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.phrase(ligne)
        return self._cellules[index.column()](ligne)

    def textes(self, ligne: LigneJournal) -> tuple[str, ...]:
        """What each column says of an entry."""
        return tuple(cellule(ligne) for cellule in self._cellules)

    def phrase(self, ligne: LigneJournal) -> str:
        """The whole row as one sentence, for who listens to it."""
        paires = zip(map(tr, COLONNES), self.textes(ligne), strict=True)
        return ", ".join(deux_points(nom, texte) for nom, texte in paires if texte)

    def _remplacer(self, premiere: tuple[LigneJournal, ...], connu: int) -> None:
        """Show the first rows; the same question read again keeps its length meanwhile."""
        complet = len(premiere) < PAGE
        self.beginResetModel()
        self._total = len(premiere) if complet else max(len(premiere), connu)
        self._pages = OrderedDict({0: premiere})
        self._demandees.clear()
        self._en_route.clear()
        self.endResetModel()
        if complet:
            self.totalise.emit(_additionner(premiere))
        else:
            self._calme.start()

    def _totaliser(self) -> None:
        tour, filtre = self._tour, self._filtre

        def lus(totaux: TotauxListe) -> None:
            if tour == self._tour:
                self._allonger(totaux.lignes)
                self.totalise.emit(totaux)

        self._runner.run(
            self,
            lambda _progress: self._lectures.totaliser(filtre),
            on_success=lus,
            libelle=None,
        )

    def _allonger(self, total: int) -> None:
        """The list is longer than what was shown of it, or shorter than it was."""
        avant, rien = self._total, QModelIndex()
        if total > avant:
            self.beginInsertRows(rien, avant, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < avant:
            self.beginRemoveRows(rien, total, avant - 1)
            self._total = total
            self.endRemoveRows()

    def _vouloir(self, page: int) -> None:
        """From `data`, which must only answer: the reading starts when it is over."""
        if page not in self._en_route and page not in self._demandees:
            self._demandees.append(page)
            self._minuterie.start(0)

    def _demander(self) -> None:
        demandees, self._demandees = self._demandees[-_DEMANDES_MAX:], []
        for page in demandees:
            self._lire(page)

    def _lire(self, page: int) -> None:
        tour, filtre = self._tour, self._filtre
        self._en_route.add(page)

        def fini() -> None:
            self._en_route.discard(page)

        self._runner.run(
            self,
            lambda _progress: self._lectures.lister(filtre, limite=PAGE, decalage=page * PAGE),
            on_success=lambda lignes: self._recevoir(tour, page, tuple(lignes)),
            on_done=fini,
            libelle=None,
        )

    def _recevoir(self, tour: int, page: int, lignes: tuple[LigneJournal, ...]) -> None:
        if tour != self._tour:
            return
        self._pages[page] = lignes
        while len(self._pages) > _PAGES_GARDEES:
            self._pages.popitem(last=False)
        if lignes:
            premier = page * PAGE
            dernier = min(premier + len(lignes), self._total) - 1
            fin = self.index(dernier, len(COLONNES) - 1)
            self.dataChanged.emit(self.index(premier, 0), fin)


def _additionner(lignes: Sequence[LigneJournal]) -> TotauxListe:
    comptees = [ligne for ligne in lignes if ligne.statut is not Statut.ANNULEE]
    return TotauxListe(
        interventions=len(comptees),
        participations=sum(ligne.nb_personnes or 0 for ligne in comptees),
        minutes=sum(ligne.duree_min for ligne in comptees),
        references=sum(len(ligne.references) for ligne in comptees),
        annulees=len(lignes) - len(comptees),
    )


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def _cellules(vocabulaires: Vocabulaires) -> tuple[Callable[[LigneJournal], str], ...]:

    def references(ligne: LigneJournal) -> str:
        noms = [
            f"{vocabulaires.libelle('destination', r.destination)} – "
            f"{vocabulaires.libelle_service(r.destination, r.service)}"
            if r.service != "AUTRE"
            else vocabulaires.libelle("destination", r.destination)
            for r in ligne.references
        ]
        return " ; ".join(noms)

    return (
        lambda ligne: ligne.date.isoformat(),
        lambda ligne: ligne.milieu or tr("Sans milieu"),
        lambda ligne: vocabulaires.libelle("activite", ligne.activite),
        lambda ligne: vocabulaires.libelle("clientele", ligne.clientele),
        lambda ligne: duree(ligne.duree_min),
        lambda ligne: "" if ligne.nb_personnes is None else nombre(ligne.nb_personnes),
        references,
        etat,
    )


def etat(ligne: LigneJournal) -> str:
    """« Finale », « Rectifiée (2) », « Annulée »."""
    noms = {
        Statut.FINALE: tr("Finale"),
        Statut.ANNULEE: tr("Annulée"),
        Statut.BROUILLON: tr("Brouillon"),
    }
    return noms.get(ligne.statut, tr("Rectifiée ({revision})", revision=ligne.revision))
