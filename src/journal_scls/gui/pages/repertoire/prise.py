"""After an edition of the directory was taken in: what changed, said one by one."""

from PySide6.QtWidgets import QWidget

from journal_scls.application.repertoire.editions import EditionPrise, Effet
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import liste, phrase
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures
from journal_scls.gui.widgets.front_page import button
from journal_scls.gui.widgets.work_page import Details

_HAUT = 20
_SUITES = {
    Effet.APPLIQUE: marque("est prise."),
    Effet.DOUBLON: marque("était déjà prise : rien n’a changé."),
    Effet.ANCIENNE: marque("est plus ancienne que celle de ce dossier : rien n’a changé."),
}


class EtapePrise(Etape):
    """`doublons` leads to the cards that the edition makes look like duplicates."""

    def __init__(self) -> None:
        super().__init__(tr("Édition de la région"), tr("Aucune intervention n’a bougé."))
        self.details = Details(tr("Ce qui a changé"), self)
        self.doublons = button("", "primaire")
        carte = Card(tr("Ce qui a changé"))
        carte.body.addWidget(self.details)
        self.body.addWidget(carte)
        self.finir(self.doublons)
        self.doublons.hide()

    def montrer(self, prise: EditionPrise, doublons: int) -> None:
        """What came of a file; `doublons` are the suggestions that there are now."""
        self.title.setText(
            tr(
                "L’édition {numero} du {du} {suites}",
                numero=prise.numero,
                du=jour_long(prise.du),
                suites=tr(_SUITES[prise.effet]),
            )
        )
        self.details.setFixedHeight(Mesures.de(self.font()).ligne * _HAUT)
        lignes = [apostrophes(changement.phrase) for changement in prise.changements]
        self.details.show_html(
            liste(lignes) if lignes else phrase(tr("Aucune fiche n’est changée."))
        )
        nombre = tr("{n} doublon possible", "{n} doublons possibles", doublons)
        self.doublons.setText(tr("&Regarder {nombre}…", nombre=nombre))
        self.doublons.setVisible(bool(doublons))

    def first_field(self) -> QWidget:
        """What there is to read."""
        return self.details
