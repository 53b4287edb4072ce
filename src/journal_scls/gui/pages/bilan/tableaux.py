"""One table at a time, with its chart beside it: the same drawing as on paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journal_scls.application.chiffres.consultations import Consultation
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer_lignes
from journal_scls.domain.chiffres.graphique import Graphique, graphiques_du_bilan
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from journal_scls.domain.documents.redaction import bases, cellules
from journal_scls.domain.typographie import francais
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.bilan.chiffres import RETRAIT
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.chart_view import ChartView
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import espacer, role, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

Dessiner = Callable[[Graphique, float, bool], bytes]


@dataclass(frozen=True)
class LigneTableau:
    """A row as it is written everywhere else, and how it moved."""

    ligne: Ligne
    cellules: tuple[str, ...]
    comparaison: Comparaison | None = None

    @property
    def ecart(self) -> str:
        """The difference of its first share, in points."""
        return francais(self.comparaison.affiche) if self.comparaison else ""


class OngletTableaux(QWidget):
    """`ouvert(str, str)` is the address of the row whose insides are asked for."""

    ouvert = Signal(str, str)

    def __init__(self, dessiner: Dessiner, regional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dessiner = dessiner
        self._consultation: Consultation | None = None
        self.choix = champ_choix((), self)
        self.base = texte("", "aide", self)
        self.modele = RecordModel((), self)
        self.table = RecordTable(self.modele, tr("Tableau"), self, rows=7)
        self.graphique = ChartView(self)
        self._defilant = QScrollArea(self)
        self._defilant.setWidgetResizable(True)
        self._defilant.setWidget(self.graphique)
        role(self._defilant, "defilant")
        self._defilant.setAccessibleName(tr("Graphique du tableau"))
        self._defilant.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._partage = ListDetails(
            self.table,
            self._defilant,
            self,
            names=(marque("Voir le graphique"), marque("Voir le tableau")),
            shares=(3, 2),
        )
        self.voir = button(
            tr("&Voir les journaux et les lots") if regional else tr("&Voir les interventions")
        )
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        for widget in (FieldRow(tr("&Tableau"), self.choix, self), self.base):
            boite.addWidget(widget)
        boite.addWidget(self._partage, 1)
        boite.addWidget(row(self.voir, self._partage.toggle))
        self.choix.value_changed.connect(lambda _id: self._changer())
        self.table.opened.connect(self._ouvrir)
        self.voir.clicked.connect(self._ouvrir)

    def vider(self) -> None:
        """No figure is current any more."""
        self._consultation = None
        self.base.setText("")
        self.modele.replace(())
        self.graphique.show_drawing(None)
        self.voir.setEnabled(False)

    def montrer(self, consultation: Consultation) -> None:
        """Show what was read, the same table as before if it was chosen."""
        self._consultation = consultation
        tableaux = consultation.bilan.tableaux
        choisi = self.choix.value() or tableaux[0].id
        self.choix.blockSignals(True)
        self.choix.set_choices([Choice(t.id, francais(t.titre)) for t in tableaux])
        self.choix.set_value(choisi)
        self.choix.blockSignals(False)
        self._changer()

    @property
    def tableau(self) -> Tableau | None:
        """The one in front."""
        if self._consultation is None or self.choix.value() is None:
            return None
        return self._consultation.bilan.tableau(self.choix.value())

    def _changer(self) -> None:
        tableau, consultation = self.tableau, self._consultation
        if tableau is None or consultation is None:
            return
        courant = self.table.current()
        note = f" {tableau.note}" if tableau.note else ""
        vide = tr(" Rien à compter.") if not tableau.lignes and not note else ""
        self.base.setText(francais(f"{'. '.join(bases(tableau))}.{note}{vide}"))
        self.modele.replace(())
        self.modele.set_columns(colonnes(tableau, compare=consultation.avant is not None))
        self.modele.replace(lignes(tableau, consultation))
        self.table.setAccessibleName(francais(tableau.titre))
        suivi = courant.ligne.code if courant else None
        self.table.seek(lambda ligne: ligne.ligne.code == suivi)
        self.voir.setEnabled(bool(tableau.lignes))
        self._tracer(tableau, consultation)

    def _tracer(self, tableau: Tableau, consultation: Consultation) -> None:
        dessins = {g.id: g for g in graphiques_du_bilan(consultation.bilan)}
        dessin = dessins.get(tableau.id)
        self._partage.set_details_wanted(dessin is not None)
        if dessin is None:
            self.graphique.show_drawing(None)
            return
        self.graphique.show_drawing(
            lambda largeur, sombre: self._dessiner(dessin, largeur, sombre),
            name=francais(dessin.titre),
            words=francais(dessin.alt),
        )

    def _ouvrir(self) -> None:
        courant, tableau = self.table.current(), self.tableau
        if courant is not None and tableau is not None:
            self.ouvert.emit(tableau.id, courant.ligne.code)


def colonnes(tableau: Tableau, *, compare: bool) -> tuple[Column, ...]:
    """Its own columns, and the difference when there is something to compare with."""

    def cellule(rang: int) -> Callable[[LigneTableau], str]:
        return lambda ligne: ligne.cellules[rang]

    propres = [
        Column(
            francais(c.titre), cellule(rang), max(11, len(c.titre) + 3), right=True, rank=8 - rang
        )
        for rang, c in enumerate((*tableau.nombres, *tableau.parts))
    ]
    libelle = Column(
        tr("Ligne"),
        lambda ligne: RETRAIT * ligne.ligne.niveau + francais(ligne.ligne.libelle),
        22,
        stretch=True,
        rank=9,
    )
    ecart = [Column(tr("Écart"), lambda ligne: ligne.ecart, 15, right=True, rank=5)] * compare
    return (libelle, *propres, *ecart)


def lignes(tableau: Tableau, consultation: Consultation) -> Iterator[LigneTableau]:
    """The rows of a table that was read."""
    ecarts = comparer_lignes(consultation.bilan, consultation.avant, tableau.id)
    for ligne in tableau.lignes_utiles:
        textes = tuple(francais(cellule) for cellule in cellules(tableau, ligne))
        yield LigneTableau(ligne, textes, ecarts.get(ligne.code))
