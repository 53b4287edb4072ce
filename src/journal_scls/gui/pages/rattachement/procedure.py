"""The one-page procedure of enrolment, to print: the same for both ends of the telephone."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from journal_scls.application.operation import Progress
from journal_scls.domain.echange.procedure import Procedure
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.toast import Toast

NOM = "rattacher-un-journal.pdf"


def enregistrer_procedure(page: QWidget, contexte: Contexte, invitation: str = "") -> None:
    """Ask where, then make it in a worker; with an invitation, its QR code is on the page."""
    journal = contexte.journal

    def ecrire(chemin: Path) -> None:
        def op(progress: Progress) -> None:
            procedure = Procedure(
                profil=journal.profil,
                etablie_le=journal.horloge.aujourdhui(),
                invitation=invitation,
            )
            contenu = journal.documents.procedure(procedure)
            progress.verifier()
            journal.documents.ecrire(chemin, contenu)

        contexte.runner.run(
            page,
            op,
            on_success=lambda _rien: Toast.of(page.window()).show_message(
                tr("Marche à suivre enregistrée : {fichier}", fichier=chemin.name)
            ),
            libelle=tr("Préparation de la marche à suivre"),
        )

    contexte.dialogs.choisir_fichier_a_enregistrer(
        page, tr("Enregistrer la marche à suivre"), NOM, tr("Document PDF (*.pdf)"), ecrire
    )
