"""After an edition of the directory was taken in: what changed, said one by one."""

from PySide6.QtWidgets import QWidget

from journal_scls.application.repertoire.editions import EditionPrise, Effet
from journal_scls.domain.texte import accorder
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.journaux.etape import Etape
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import liste, phrase
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import Mesures
from journal_scls.gui.widgets.front_page import button
from journal_scls.gui.widgets.work_page import Details

_HAUT = 20
_SUITES = {
    Effet.APPLIQUE: "est prise.",
    Effet.DOUBLON: "était déjà prise : rien n’a changé.",
    Effet.ANCIENNE: "est plus ancienne que celle de ce dossier : rien n’a changé.",
}


class EtapePrise(Etape):
    """`doublons` leads to the cards that the edition makes look like duplicates."""

    def __init__(self) -> None:
        super().__init__("Édition de la région", "Aucune intervention n’a bougé.")
        self.details = Details("Ce qui a changé", self)
        self.doublons = button("", "primaire")
        carte = Card("Ce qui a changé")
        carte.body.addWidget(self.details)
        self.body.addWidget(carte)
        self.finir(self.doublons)
        self.doublons.hide()

    def montrer(self, prise: EditionPrise, doublons: int) -> None:
        """What came of a file; `doublons` are the suggestions that there are now."""
        self.title.setText(
            f"L’édition {prise.numero} du {jour_long(prise.du)} {_SUITES[prise.effet]}"
        )
        self.details.setFixedHeight(Mesures.de(self.font()).ligne * _HAUT)
        lignes = [apostrophes(changement.phrase) for changement in prise.changements]
        self.details.show_html(liste(lignes) if lignes else phrase("Aucune fiche n’est changée."))
        nombre = accorder(doublons, "doublon possible", "doublons possibles")
        self.doublons.setText(f"&Regarder {nombre}…")
        self.doublons.setVisible(bool(doublons))

    def first_field(self) -> QWidget:
        """What there is to read."""
        return self.details
