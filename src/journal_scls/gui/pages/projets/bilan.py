"""One project on one page: its rhythm, who took part, what stands out, what got in the way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports_imprimes import Imprimes
from journal_scls.domain.bilan_projet import BilanProjet, graphique_rythme
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.periode import Periode
from journal_scls.domain.resume import TableauResume
from journal_scls.domain.texte import grouper
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.journaux.etape import Etape
from journal_scls.gui.pages.projets.liste import resume
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import paragraphe
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.chart_view import ChartView
from journal_scls.gui.widgets.design import Mesures, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column
from journal_scls.gui.widgets.short_table import ShortTable
from journal_scls.gui.widgets.text_area import TextArea
from journal_scls.gui.widgets.work_page import Details

EMBUCHES_MAX = 2000
_HAUT = 6
_RYTHME = (
    Column("Mois", lambda p: mois(p.periode), 18, stretch=True, rank=9),
    Column("Séances", lambda p: grouper(p.seances), 10, right=True, rank=8),
    Column("Participations", lambda p: grouper(p.participations), 15, right=True, rank=7),
    Column("Temps", lambda p: ecrire_duree(p.minutes), 12, right=True, rank=6),
)
_LIGNES = (
    Column("", lambda x: x.libelle, 24, stretch=True, rank=9),
    Column("Participations", lambda x: grouper(x.n), 15, right=True, rank=8),
)


def mois(periode: Periode) -> str:
    """« mars 2025 », or the year."""
    if periode == Periode.annee(periode.du.year):
        return str(periode.du.year)
    return jour_long(periode.du).split(" ", 1)[1]


class CarteTableau(Card):
    """Participations by something, with the base that they are known on."""

    def __init__(self) -> None:
        super().__init__()
        self.titre, self.base = texte("", "section", self), texte("", "aide", self)
        self.table = ShortTable("", _LIGNES)
        for widget in (self.titre, self.base, self.table):
            self.body.addWidget(widget)

    def montrer(self, tableau: TableauResume) -> None:
        """Show a table, or nothing when nobody noted any."""
        self.titre.setText(apostrophes(tableau.titre))
        self.base.setText(f"{apostrophes(tableau.base).capitalize()}.")
        self.table.setAccessibleName(apostrophes(tableau.titre))
        self.table.fill(tableau.lignes)
        self.setVisible(bool(tableau.lignes))


class EtapeBilan(Etape):
    """`imprimer` asks for the page; what is written about pitfalls is kept by whoever shows it."""

    imprimer = Signal()

    def __init__(self, documents: Imprimes) -> None:
        super().__init__("Bilan", "D’après toutes les interventions qui le nomment.")
        self._documents = documents
        self.bilan: BilanProjet | None = None
        self.resume = texte("", "section", self)
        self.graphique = ChartView(self)
        self.rythme = ShortTable("Séances au fil du temps", _RYTHME)
        self._rythme = Card("Séances au fil du temps")
        self._rythme.body.addWidget(self.graphique)
        self._rythme.body.addWidget(self.rythme)
        self.roles, self.tranches = CarteTableau(), CarteTableau()
        self.faits = Details("Faits marquants et partenaires", self)
        self._faits = Card("Partenaires et faits marquants")
        self._faits.body.addWidget(self.faits)
        self.embuches = TextArea(max_length=EMBUCHES_MAX)
        self.rang_embuches = FieldRow(
            "Em&bûches",
            self.embuches,
            hint="Une par ligne; gardées ici, imprimées au bilan, jamais envoyées à la région.",
        )
        self.pdf = button("Faire le &PDF d’une page…", "primaire")
        self.pdf.clicked.connect(self.imprimer)
        carte = Card("À imprimer")
        carte.body.addWidget(self.rang_embuches)
        carte.body.addWidget(row(self.pdf))
        for widget in (self.resume, self._rythme, self.roles, self.tranches, self._faits, carte):
            self.body.addWidget(widget)
        self.finir()

    def montrer(self, bilan: BilanProjet, embuches: str) -> None:
        """Everything that the page says."""
        self.bilan = bilan
        self.title.setText(bilan.fiche.titre)
        self.resume.setText(resume(bilan))
        self._rythme.setVisible(bool(bilan.rythme))
        graphique = graphique_rythme(bilan)
        self.graphique.show_drawing(
            lambda largeur, sombre: self._documents.graphique_svg(
                graphique, largeur=largeur, sombre=sombre
            ),
            name=graphique.titre,
            words=graphique.alt,
        )
        self.rythme.fill(bilan.rythme)
        self.roles.montrer(bilan.par_role)
        self.tranches.montrer(bilan.par_tranche)
        faits = "".join(_faits(bilan))
        self.faits.show_html(faits)
        self.faits.setFixedHeight(Mesures.de(self.font()).ligne * _HAUT)
        self._faits.setVisible(bool(faits))
        self.embuches.set_text(embuches)

    def first_field(self) -> QWidget:
        """The table, else what to write."""
        return self.rythme if self.rythme.isVisibleTo(self) else self.embuches


def _faits(bilan: BilanProjet) -> list[str]:
    partenaires = ", ".join(bilan.fiche.partenaires)
    dits = [paragraphe("Partenaires", partenaires)] if partenaires else []
    return dits + [paragraphe(jour_long(f.date), f.texte) for f in bilan.faits_marquants]
