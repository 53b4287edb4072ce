"""One project on one page: its rhythm, who took part, what stands out, what got in the way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.chiffres.ports_imprimes import Imprimes
from journal_scls.domain.documents.bilan_projet import BilanProjet, graphique_rythme
from journal_scls.domain.documents.resume import TableauResume
from journal_scls.domain.periode import Periode
from journal_scls.gui.jours import duree, jour_long
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.projets.liste import resume
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import paragraphe
from journal_scls.gui.traduction import marque, nombre, tr
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
    Column(marque("Mois"), lambda p: mois(p.periode), 18, stretch=True, rank=9),
    Column(marque("Séances"), lambda p: nombre(p.seances), 10, right=True, rank=8),
    Column(marque("Participations"), lambda p: nombre(p.participations), 15, right=True, rank=7),
    Column(marque("Temps"), lambda p: duree(p.minutes), 12, right=True, rank=6),
)
_LIGNES = (
    Column("", lambda x: x.libelle, 24, stretch=True, rank=9),
    Column(marque("Participations"), lambda x: nombre(x.n), 15, right=True, rank=8),
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
    """`imprimer` asks for the page, `derriere` for the sessions of a Periode, or for all (None).

    What is written about pitfalls is kept by whoever shows it.
    """

    imprimer = Signal()
    derriere = Signal(object)

    def __init__(self, documents: Imprimes) -> None:
        super().__init__(tr("Bilan"), "")
        self._documents = documents
        self.bilan: BilanProjet | None = None
        self.base = texte("", "aide", self)
        self.resume = texte("", "section", self)
        self.graphique = ChartView(self)
        self.rythme = ShortTable(tr("Séances au fil du temps"), _RYTHME)
        self._rythme = Card(tr("Séances au fil du temps"))
        self._rythme.body.addWidget(self.graphique)
        self._rythme.body.addWidget(self.rythme)
        self._rythme.body.addWidget(
            texte(tr("Entrée, sur un mois, en montre les interventions."), "aide", self)
        )
        self.roles, self.tranches = CarteTableau(), CarteTableau()
        self.faits = Details(tr("Faits marquants et partenaires"), self)
        self._faits = Card(tr("Partenaires et faits marquants"))
        self._faits.body.addWidget(self.faits)
        self.embuches = TextArea(max_length=EMBUCHES_MAX)
        self.rang_embuches = FieldRow(
            tr("Em&bûches"),
            self.embuches,
            hint=tr("Une par ligne; gardées ici, imprimées au bilan, jamais envoyées à la région."),
        )
        self.pdf = button(tr("Faire le &PDF d’une page…"), "primaire")
        self.interventions = button(tr("Voir les &interventions… (Alt+I)"))
        self.pdf.clicked.connect(self.imprimer)
        self.interventions.clicked.connect(lambda: self.derriere.emit(None))
        self.rythme.opened.connect(lambda: self.derriere.emit(self.rythme.current().periode))
        carte = Card(tr("À imprimer"))
        carte.body.addWidget(self.rang_embuches)
        carte.body.addWidget(row(self.pdf, self.interventions))
        for widget in (
            self.base,
            self.resume,
            self._rythme,
            self.roles,
            self.tranches,
            self._faits,
            carte,
        ):
            self.body.addWidget(widget)
        self.finir()

    def montrer(self, bilan: BilanProjet) -> None:
        """Everything that the page says, but for the pitfalls."""
        self.bilan = bilan
        self.title.setText(bilan.fiche.titre)
        self.base.setText(_base(bilan))
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

    def first_field(self) -> QWidget:
        """The table, else what to write."""
        return self.rythme if self.rythme.isVisibleTo(self) else self.embuches


def _base(bilan: BilanProjet) -> str:
    if bilan.fiche.code:
        return tr("D’après toutes les interventions qui le nomment.")
    return tr("D’après toutes les actions collectives de ce type qui ne nomment aucun projet.")


def _faits(bilan: BilanProjet) -> list[str]:
    partenaires = ", ".join(bilan.fiche.partenaires)
    dits = [paragraphe(tr("Partenaires"), partenaires)] if partenaires else []
    return dits + [paragraphe(jour_long(f.date), f.texte) for f in bilan.faits_marquants]
