"""The quick entry of the product, in small, for tests of the widgets."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal_scls.gui.champs import champ_choix, champ_date, champ_duree
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.text_area import TextArea

VENDREDI = date(2025, 3, 14)
LOGEMENTS = [
    Choice("e111", "Tour des Érables-111", "Office"),
    Choice("e112", "Tour des Érables-112", "Office"),
    Choice("coop", "Coop La Montée", "Coopératives", keywords="Rimouski"),
    Choice("oeil", "L’Œil-de-bœuf", "Coopératives"),
]


class Formulaire(QWidget):
    def __init__(self):
        super().__init__()
        self.logement = champ_choix(LOGEMENTS, effacable=True)
        self.date = champ_date(aujourdhui=lambda: VENDREDI)
        self.duree = champ_duree()
        self.note = TextArea(max_length=20)
        self.bouton = QPushButton("&Enregistrer")
        self.grille = FieldGrid()
        self.rangs = [
            self.grille.add(FieldRow("&Logement", self.logement, required=True)),
            self.grille.add(FieldRow("&Date", self.date)),
            self.grille.add(FieldRow("D&urée", self.duree, hint="En minutes.")),
            self.grille.add(FieldRow("&Note", self.note), wide=True),
        ]
        boite = QVBoxLayout(self)
        boite.addWidget(self.grille)
        boite.addWidget(self.bouton)
        self.logement.setFocus()
