"""Every indicator with its base, and what it means beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.chiffres.consultations import Consultation
from journal_scls.domain.chiffres.bilan import IndicateurCalcule
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer
from journal_scls.domain.chiffres.proportion import PETIT_EFFECTIF
from journal_scls.domain.documents.redaction import compteurs
from journal_scls.domain.protection.chiffres import INDICATEURS
from journal_scls.domain.typographie import francais
from journal_scls.gui.jours import nommer
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.traduction import deux_points, marque, tr
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details

RETRAIT = "\u2003"


@dataclass(frozen=True)
class LigneChiffre:
    """An indicator as the list shows it."""

    calcule: IndicateurCalcule
    comparaison: Comparaison | None = None

    @property
    def libelle(self) -> str:
        """Indented when it is a share of the line above."""
        return RETRAIT * bool(self.calcule.sous) + francais(self.calcule.libelle)

    @property
    def avant(self) -> str:
        """The same figure of the other period."""
        return francais(self.comparaison.avant.affiche) if self.comparaison else ""

    @property
    def ecart(self) -> str:
        """The difference, in points."""
        return francais(self.comparaison.affiche) if self.comparaison else ""


_LIBELLE = Column(marque("Chiffre"), lambda x: x.libelle, 16, stretch=True, rank=9)
_ICI = Column(marque("Ici"), lambda x: francais(x.calcule.proportion.affiche), 0, rank=8)
_BASE = Column(marque("Base"), lambda x: francais(x.calcule.base), 26, stretch=True, rank=1)
SEULES = (_LIBELLE, _ICI, _BASE)
COMPAREES = (
    _LIBELLE,
    _ICI,
    Column(marque("Avant"), lambda x: x.avant, 0, rank=4),
    Column(marque("Écart"), lambda x: x.ecart, 14, right=True, rank=6),
)


class OngletChiffres(QWidget):
    """`ouvert(str, str)` is the address of the figure whose insides are asked for."""

    ouvert = Signal(str, str)

    def __init__(self, regional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consultation: Consultation | None = None
        self.compteurs = texte("", "etiquette", self)
        self.modele = RecordModel(SEULES, self)
        self.table = RecordTable(self.modele, tr("Indicateurs, chacun avec sa base"), self, rows=7)
        self.details = Details(tr("Définition du chiffre"), self)
        partage = ListDetails(self.table, self.details, self)
        self.voir = button(
            tr("&Voir les journaux et les lots") if regional else tr("&Voir les interventions")
        )
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        boite.addWidget(self.compteurs)
        boite.addWidget(partage, 1)
        boite.addWidget(row(self.voir, partage.toggle))
        self.table.moved.connect(self._detailler)
        self.table.opened.connect(self._ouvrir)
        self.voir.clicked.connect(self._ouvrir)

    def vider(self, message: str) -> None:
        """No figure is current any more."""
        self._consultation = None
        self.compteurs.setText(message)
        self.modele.replace(())
        self.details.show_html("")
        self.voir.setEnabled(False)

    def montrer(self, consultation: Consultation) -> None:
        """Show what was read."""
        self._consultation = consultation
        courant = self.table.current()
        dits = [
            deux_points(nom.split(",")[0], valeur)
            for _, nom, valeur in compteurs(consultation.bilan)
        ]
        self.compteurs.setText(francais("   ·   ".join(dits)))
        colonnes = COMPAREES if consultation.avant else SEULES
        if self.modele.columns != colonnes:
            self.modele.set_columns(colonnes)
        self.modele.replace(lignes(consultation))
        suivi = courant.calcule.id if courant else ""
        self.table.seek(lambda ligne: ligne.calcule.id == suivi)
        self._detailler()

    def _detailler(self) -> None:
        ligne = self.table.current()
        self.voir.setEnabled(ligne is not None)
        if ligne is not None and self._consultation is not None:
            self.details.show_html("".join(definir(ligne, self._consultation)))

    def _ouvrir(self) -> None:
        if (ligne := self.table.current()) is not None:
            self.ouvert.emit(INDICATEURS, ligne.calcule.id)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def lignes(consultation: Consultation) -> Iterator[LigneChiffre]:
    """Every indicator of what was read."""
    bilan, avant = consultation.bilan, consultation.avant
    ecarts = comparer(bilan, avant)
    for calcule in bilan.indicateurs:
        yield LigneChiffre(calcule, ecarts.get(calcule.id))


def definir(ligne: LigneChiffre, consultation: Consultation) -> Iterator[str]:
    """A figure in words: what is counted, in which base, beside what."""
    calcule, comparaison = ligne.calcule, ligne.comparaison
    yield titre(francais(f"{calcule.id} – {calcule.libelle}"))
    yield phrase(francais(calcule.proportion.affiche), gras=True)
    yield paragraphe(tr("Ce qui est compté"), francais(ligne.calcule.compte))
    yield paragraphe(tr("Dans la base"), francais(calcule.base))
    if calcule.sous:
        parent = consultation.bilan.indicateur(calcule.sous)
        yield phrase(
            francais(
                tr(
                    "C'est une part de « {libelle} », pas une ligne de plus.",
                    libelle=parent.libelle,
                )
            )
        )
    if calcule.proportion.petit_effectif:
        yield phrase(
            tr(
                "Petit effectif : la base est de moins de {minimum}; une seule intervention de "
                "plus y change beaucoup le pourcentage.",
                minimum=PETIT_EFFECTIF,
            )
        )
    if comparaison is not None and consultation.avant is not None:
        yield paragraphe(
            francais(tr("Avant, {periode}", periode=nommer(consultation.avant.periode))),
            francais(comparaison.avant.affiche),
        )
        yield paragraphe(tr("Écart"), francais(comparaison.affiche))
    if calcule.publie:
        yield paragraphe(tr("Publié dans le Cadre"), francais(calcule.publie))
