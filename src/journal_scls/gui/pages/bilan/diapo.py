"""« La diapo du Cadre »: what was published beside what is counted here, each with its base."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.chiffres.consultations import Consultation
from journal_scls.domain.documents.diapo import SOURCE, LigneDiapo
from journal_scls.domain.typographie import francais
from journal_scls.gui.jours import nommer
from journal_scls.gui.pages.bilan.chiffres import RETRAIT
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_LECTURE = marque(
    "La barre est le chiffre d’ici, le trait est le chiffre publié, de 0 à 100 %. Une ligne en "
    "retrait est une part de la ligne au-dessus."
)


def _echelle(ligne: LigneDiapo) -> tuple[float | None, float]:
    return ligne.part, ligne.publie_pourcent / 100


COLONNES = (
    Column(
        marque("Chiffre"),
        lambda x: RETRAIT * x.niveau + francais(x.libelle),
        26,
        stretch=True,
        rank=9,
    ),
    Column(marque("0 à 100 %"), lambda _x: "", 18, rank=4, scale=_echelle),
    Column(marque("Ici"), lambda x: francais(x.affiche), 34, rank=8),
    Column(marque("Publié"), lambda x: francais(x.publie), 15, rank=7),
    Column(marque("Base"), lambda x: francais(x.base), 26, stretch=True, rank=2),
)


class OngletDiapo(QWidget):
    """`pdf` and `png` are buttons that the page answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titre = texte("", "section", self)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("La diapo du Cadre"), self, rows=7)
        self.pdf = button(tr("Diap&o en PDF…"))
        self.png = button(tr("Diapo en ima&ge…"))
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        boite.addWidget(self.titre)
        boite.addWidget(self.table, 1)
        boite.addWidget(
            texte(" ".join((tr(_LECTURE), tr("Publié : {source}.", source=SOURCE))), "aide", self)
        )
        boite.addWidget(row(self.pdf, self.png))

    def vider(self) -> None:
        """No figure is current any more."""
        self.titre.setText("")
        self.modele.replace(())
        self._permettre(False)

    def montrer(self, consultation: Consultation) -> None:
        """Show what was read."""
        diapo = consultation.diapo
        periode = nommer(diapo.bilan.periode)
        self.titre.setText(francais(f"{periode[0].upper()}{periode[1:]} · {diapo.territoire}"))
        self.modele.replace(diapo.lignes)
        self.table.seek(lambda _ligne: True)
        self._permettre(True)

    def _permettre(self, possible: bool) -> None:
        for bouton in (self.pdf, self.png):
            bouton.setEnabled(possible)
