"""After an invitation is written: what to give, what to say, what to print."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.rattachement.procedure import enregistrer_procedure
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.qr_view import QrView
from journal_scls.gui.widgets.spoken_code import SpokenCode

_SUITE = (
    marque("1. Donnez ce fichier à une seule personne, par courriel ou sur une clé USB."),
    marque(
        "2. Quand elle téléphone, dictez-lui ces 30 chiffres, groupe par groupe : elle les tape."
    ),
    marque(
        "3. Elle vous remet un fichier « demande » et vous dicte les siens : revenez à la liste."
    ),
)


class EtapeInvitation(Etape):
    """The digits of the region are big: they are read aloud from here."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("L’invitation est écrite"),
            tr("Elle ne sert qu’à un journal; faites-en une par personne."),
        )
        self._contenu = ""
        self.fichier = texte("", "reussite", self)
        self.code = SpokenCode()
        carte = Card(tr("Ce que vous faites maintenant"))
        for rang, phrase in enumerate(_SUITE):
            carte.body.addWidget(texte(tr(phrase), "aide"))
            if rang == 1:
                carte.body.addWidget(self.code)
        self.procedure = button(tr("&Marche à suivre avec code QR (PDF)…"), "primaire")
        self.procedure.clicked.connect(lambda: enregistrer_procedure(self, contexte, self._contenu))
        self.qr = QrView(name=tr("Code QR de l’invitation"))
        self.body.addWidget(self.fichier)
        self.body.addWidget(carte)
        self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        self.finir(row(self.procedure))

    def montrer(
        self, chemin: Path, contenu: str, empreinte: str, qr: Sequence[Sequence[bool]]
    ) -> None:
        """The invitation that was just written."""
        self.qr.show_rows(qr)
        self._contenu = contenu
        self.fichier.setText(tr("Invitation : {chemin}", chemin=secable(chemin)))
        self.code.show_groups(empreinte.split())

    def first_field(self) -> QWidget:
        """What most people do next."""
        return self.procedure
