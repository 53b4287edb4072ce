"""A demande came in: type the digits that its sender dictates, then write the acceptation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.inscription.inscriptions import Presentation
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.rattachement.verification import Verification
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card

DIFFERENTE = marque(
    "Ces chiffres ne sont pas ceux de cette demande; rien n’est retenu. Faites-vous-les dicter "
    "encore. S’ils diffèrent toujours, n’acceptez pas ce fichier."
)


class EtapeDemande(Etape):
    """`confirmee(Presentation, str)`: the digits typed are those of the file."""

    confirmee = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Recevoir une demande"),
            tr("Rien n’est retenu avant que les chiffres soient ceux de la personne."),
        )
        self.verification = Verification(
            tr("C&hiffres dictés par l’intervenant"),
            tr("Inscrire et écrire l’&acceptation…"),
            tr(DIFFERENTE),
        )
        self.consigne = self.verification.consigne
        self.chiffres, self.bouton = self.verification.chiffres, self.verification.bouton
        self.verification.confirmee.connect(self.confirmee)
        carte = Card(tr("Vérifier au téléphone"))
        carte.body.addWidget(self.verification)
        self.body.addWidget(carte)
        self.finir()

    def presenter(self, presentation: Presentation) -> None:
        """Another demande: what was typed for the one before is forgotten."""
        self.verification.presenter(
            presentation,
            tr(
                "La demande dit venir de « {nom} ». Téléphonez à cette personne, au numéro que "
                "vous connaissez déjà, et demandez-lui ses 30 chiffres. Tapez-les vous-même, à "
                "mesure qu’elle les dit.",
                nom=presentation.nom,
            ),
        )
        self.say("")

    def first_field(self) -> QWidget:
        """The digits."""
        return self.chiffres.edit
