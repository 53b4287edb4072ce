"""The three steps of the intervenant: the invitation, the region's digits, one's own digits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.inscription.inscriptions import Presentation
from journal_scls.gui.pages.rattachement.etape import Etape
from journal_scls.gui.pages.rattachement.verification import Verification
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.spoken_code import SpokenCode

DIFFERENTE = marque(
    "Ce ne sont pas les chiffres de cette invitation. Faites-vous-les dicter encore; s’ils "
    "diffèrent toujours, arrêtez-vous et dites-le à votre coordonnateur."
)


class EtapeInvitation(Etape):
    """Take the file that the coordination gave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("1. Prendre l’invitation"), parent)
        self.bouton = button(tr("Choisir l’in&vitation…"), "primaire")
        self.champs.addWidget(
            texte(
                tr(
                    "Votre coordonnateur vous donne un petit fichier, par courriel ou sur une clé "
                    "USB. Choisissez-le, ou déposez-le n’importe où sur cette page."
                ),
                "aide",
            )
        )
        self.champs.addWidget(row(self.bouton))


class EtapeRegion(Etape):
    """Type what the coordination says on the telephone; `confirmee(Presentation, str)`."""

    confirmee = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("2. Vérifier la région au téléphone"), parent)
        self.verification = Verification(
            tr("C&hiffres dictés par votre coordonnateur"),
            tr("Enregistrer la dema&nde…"),
            tr(DIFFERENTE),
        )
        self.chiffres, self.bouton = self.verification.chiffres, self.verification.bouton
        self.verification.confirmee.connect(self.confirmee)
        self.champs.addWidget(self.verification)

    def presenter(self, presentation: Presentation) -> None:
        """Another invitation."""
        self.verification.presenter(
            presentation,
            tr(
                "L’invitation dit venir de « {nom} ». Téléphonez à votre coordonnateur, au numéro "
                "que vous connaissez déjà, et demandez-lui ses 30 chiffres. Tapez-les vous-même, à "
                "mesure qu’il les dit.",
                nom=presentation.nom,
            ),
        )


class EtapeReconnaissance(Etape):
    """Say one's own digits, then take what the coordination answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("3. Vous faire reconnaître"), parent)
        self.code = SpokenCode()
        self.bouton = button(tr("Choisir l’&acceptation…"), "primaire")
        self.champs.addWidget(
            texte(
                tr(
                    "Donnez le fichier de la demande à votre coordonnateur. Au téléphone, "
                    "dictez-lui ces 30 chiffres, un groupe à la fois :"
                ),
                "aide",
            )
        )
        self.champs.addWidget(self.code)
        self.champs.addWidget(
            texte(
                tr(
                    "Il vous rendra un dernier fichier, l’acceptation. Choisissez-le, ou "
                    "déposez-le sur cette page."
                ),
                "aide",
            )
        )
        self.champs.addWidget(row(self.bouton))
