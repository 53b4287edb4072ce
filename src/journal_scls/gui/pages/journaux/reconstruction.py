"""Making the dossier again from the kept lots, and saying whether it is the same."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.reconstruction import BilanReconstruction
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.front_page import button, row

_QUOI = marque(
    "Tous les lots reçus sont gardés tels quels. Le dossier peut donc être refait à partir d’eux "
    "seuls, dans un dossier vide, puis comparé ligne par ligne à celui-ci, qui ne change pas. "
    "Faites-le après une révocation, ou si vous doutez de votre ordinateur."
)


class EtapeReconstruction(Etape):
    """`demandee` asks the page, which chooses the folder."""

    demandee = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Refaire le dossier à partir des lots gardés"), "")
        self.bouton = button(tr("&Choisir un dossier vide…"), "primaire")
        carte = Card()
        carte.body.addWidget(texte(tr(_QUOI), "aide"))
        carte.body.addWidget(row(self.bouton))
        self.body.addWidget(carte)
        self.finir()
        self.bouton.clicked.connect(self.demandee)

    def first_field(self) -> QWidget:
        """The one thing to do."""
        return self.bouton

    def conclure(self, bilan: BilanReconstruction, place: Path) -> None:
        """Say what came of it."""
        relus = tr("{n} fichier relu", "{n} fichiers relus", len(bilan.fichiers))
        if bilan.identique:
            lignes = tr("{n} ligne identique", "{n} lignes identiques", bilan.communes)
            self.say(
                tr(
                    "✓ Identique : {relus}, {lignes}. Le dossier refait est dans {place}",
                    relus=relus,
                    lignes=lignes,
                    place=secable(place),
                ),
                "reussite",
            )
            return
        moins = tr("{n} ligne", "{n} lignes", bilan.manquantes)
        self.say(
            tr(
                "Différent : {relus}, {moins} en moins, {nouvelles} en plus. Après une révocation, "
                "c’est ce qui est attendu; sinon, gardez les deux et demandez conseil. Le dossier "
                "refait est dans {place}",
                relus=relus,
                moins=moins,
                nouvelles=bilan.nouvelles,
                place=secable(place),
            ),
            "avertissement",
        )
