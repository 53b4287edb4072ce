"""The needs that no service answered, by service and MRC: n, its base, and the file to give."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Progress
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.suivi import BesoinSansReponse, TableauBesoins
from journal_scls.domain.periode import Periode
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import Marque, en_francais, marque, nombre, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.toast import Toast
from journal_scls.gui.widgets.work_page import Empty

_GENRES = marque("Document PDF (*.pdf);;Texte séparé par des points-virgules (*.csv)")
_SANS_MRC = marque("MRC non précisée")


def _nombre(champ: str, titre: Marque) -> Column:
    return Column(
        titre,
        lambda b: nombre(getattr(b, champ)),
        11,
        right=True,
        key=lambda b: -getattr(b, champ),
        rank=4,
    )


COLONNES = (
    Column(marque("Service"), lambda b: b.service, 34, stretch=True, rank=9),
    Column(marque("MRC"), lambda b: b.mrc or tr(_SANS_MRC), 21, stretch=True, rank=7),
    _nombre("refusees", marque("Refusées")),
    _nombre("attente", marque("En attente")),
    _nombre("sans_suite", marque("Sans suite")),
    Column(
        marque("Sans réponse"), lambda b: b.proportion.affiche, 32, key=lambda b: -b.nombre, rank=8
    ),
)


class BesoinsSansReponse(QWidget):
    """`lu` follows each reading; the page shows the buttons."""

    lu = Signal()

    def __init__(
        self, journal: Journal, runner: Runner, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._dialogs = dialogs
        self._tour = 0
        self.tableau: TableauBesoins | None = None
        self.periode = champ_choix(_periodes(journal.horloge.aujourdhui()), self)
        self.periode.setMinimumContentsLength(22)
        self.periode.setCurrentIndex(0)
        self.periode.value_changed.connect(lambda _periode: self.lire())
        self.total = texte("", "etiquette", self)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Besoins sans réponse"), self)
        self.vide = Empty(self)
        self.vide.show_text(tr("Aucune référence n’est restée sans réponse pendant cette période."))
        self.vide.hide()
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        boite.addWidget(row(FieldRow(tr("Pé&riode"), self.periode)))
        boite.addWidget(self.total)
        boite.addWidget(self.table, 1)
        boite.addWidget(self.vide, 1)

    def lire(self) -> None:
        """Read the period chosen."""
        periode: Periode | None = self.periode.value()
        if periode is None:
            return
        self._tour += 1
        tour = self._tour

        def lu(tableau: TableauBesoins) -> None:
            if tour == self._tour:
                self._montrer(tableau)

        suivis = self._journal.suivis
        self._runner.run(self, lambda _p: suivis.besoins(periode), on_success=lu, libelle=None)

    def exporter(self) -> None:
        """Choose a file, PDF or CSV."""
        if self.tableau is None or not self.tableau.lignes:
            return
        tableau = self.tableau
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer les besoins sans réponse"),
            f"besoins-sans-reponse-{tableau.periode.du}-{tableau.periode.au}.pdf",
            tr(_GENRES),
            lambda chemin: self._ecrire(tableau, chemin),
        )

    def _montrer(self, tableau: TableauBesoins) -> None:
        self.tableau = tableau
        self.modele.replace(tableau.lignes)
        vide = not tableau.lignes
        self.table.setVisible(not vide)
        self.vide.setVisible(vide)
        self.total.setText(
            ""
            if vide
            else tr("Sans réponse, en tout : {affiche}", affiche=tableau.proportion.affiche)
        )
        announce(self.periode, self.total.text() or self.vide.label.text())
        if not vide:
            self.table.go(0)
        self.lu.emit()

    def _ecrire(self, tableau: TableauBesoins, chemin: Path) -> None:
        documents = self._journal.documents

        def op(_progress: Progress) -> None:
            genre = chemin.suffix.lower()
            if genre == ".pdf":
                documents.ecrire(chemin, documents.besoins(tableau))
            elif genre == ".csv":
                documents.ecrire(chemin, documents.liste(ENTETES, map(rangee, tableau.lignes)))
            else:
                raise RegleMetier(
                    tr(
                        "« {fichier} » ne dit pas quel genre de fichier écrire.",
                        fichier=chemin.name,
                    ),
                    tr("Terminez son nom par .pdf ou .csv."),
                )

        self._runner.run(
            self,
            op,
            on_success=lambda _rien: Toast.of(self.window()).show_message(
                tr("Écrit dans {fichier}", fichier=chemin.name)
            ),
            libelle=tr("Écriture du document"),
        )


ENTETES = ("Service", "MRC", "Refusées", "En attente", "Sans suite", "Sans réponse (n)",
           "Toutes les références (N)", "À lire")  # fmt: skip


def rangee(b: BesoinSansReponse) -> tuple[str, ...]:
    """A line of the CSV."""
    nombres = (b.refusees, b.attente, b.sans_suite, b.nombre, b.references)
    return (b.service, b.mrc or en_francais(_SANS_MRC), *map(str, nombres), b.proportion.affiche)


def _periodes(aujourdhui: date) -> list[Choice]:
    annee = aujourdhui.year
    douze = Periode(aujourdhui - timedelta(days=364), aujourdhui)
    annees = [Choice(Periode.annee(a), str(a)) for a in range(annee, annee - 6, -1)]
    return [Choice(douze, tr("Les douze derniers mois")), *annees]
