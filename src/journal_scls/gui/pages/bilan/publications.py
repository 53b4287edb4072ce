"""What was published from here: publish and freeze, find a document again, say what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from journal_scls.application.chiffres.consultations import Demande
from journal_scls.application.journal import Journal
from journal_scls.application.operation import Progress
from journal_scls.domain.documents.document import Impression
from journal_scls.domain.documents.publication import (
    CodeVerification,
    Difference,
    Publication,
    Verification,
)
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.typographie import francais
from journal_scls.gui.jours import nommer
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.traduction import marque, nombre, tr
from journal_scls.gui.widgets.design import espacer, role, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

_SERIE = "Bilan"
_LARGEUR = 64  # of the dialog, in characters


@dataclass(frozen=True)
class LignePublication:
    """A document, and what changed since it was made."""

    publication: Publication
    difference: Difference

    @property
    def periode(self) -> str:
        """Its period, and whether that was closed with it."""
        figee = tr(", figée") if self.publication.figee_le else ""
        return francais(nommer(self.publication.periode) + figee)


COLONNES = (
    Column(marque("Série"), lambda x: x.publication.serie, 18, stretch=True, rank=8),
    Column(marque("Période"), lambda x: x.periode, 26, stretch=True, rank=9),
    Column(marque("Code"), lambda x: x.publication.code.affiche, 18, rank=7),
    Column(marque("Publié le"), lambda x: x.publication.coupure.date().isoformat(), 13, rank=4),
    Column(
        marque("Écritures"),
        lambda x: francais(nombre(x.publication.ecritures)),
        11,
        right=True,
        rank=3,
    ),
    Column(marque("Depuis"), lambda x: francais(x.difference.phrase), 30, stretch=True, rank=6),
)


class OngletPublications(QWidget):
    """`change` follows a publication; `demande` gives what the page shows, None meanwhile."""

    change = Signal()

    def __init__(
        self,
        contexte: Contexte,
        demande: Callable[[], Demande | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lu = False
        self._contexte, self._journal, self._demande = contexte, contexte.journal, demande
        self.etat = texte("", "aide", self)
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Documents publiés"), self, rows=7)
        self.publier = button(tr("P&ublier et figer…"), "primaire")
        self.verifier = button(tr("&Vérifier un code…"))
        self.pdf = button(tr("Docume&nt en PDF…"))
        boite = QVBoxLayout(self)
        espacer(boite, self, espace="s")
        boite.addWidget(self.etat)
        boite.addWidget(self.table, 1)
        boite.addWidget(row(self.publier, self.verifier, self.pdf))
        self.publier.clicked.connect(self._ouvrir)
        self.verifier.clicked.connect(self._demander_code)
        self.pdf.clicked.connect(self._imprimer)
        self.table.opened.connect(self._imprimer)
        self.table.moved.connect(self.permettre)
        self.permettre()

    def actualiser(self) -> None:
        """Read them, each with what changed since."""
        self.lu = True
        publications = self._journal.publications

        def op(progress: Progress) -> Sequence[LignePublication]:
            lignes = []
            toutes = publications.lister()
            for rang, publication in enumerate(toutes):
                progress.etape(rang, len(toutes), tr("Comparaison des documents publiés"))
                difference = publications.difference(publication.code.texte)
                lignes.append(LignePublication(publication, difference))
            return lignes[::-1]

        self.etat.setText(tr("Lecture des documents publiés…"))
        self._contexte.runner.run(
            self, op, on_success=self._montrer, libelle=tr("Comparaison des documents publiés")
        )

    def _montrer(self, lignes: Sequence[LignePublication]) -> None:
        self.modele.replace(lignes)
        self.table.seek(lambda _ligne: True)
        self.etat.setText(
            tr("Un document publié ne change jamais : ce qui est corrigé après est dit à côté.")
            if lignes
            else tr(
                "Rien n’est encore publié d’ici. Publier garde les chiffres tels quels, avec un "
                "code que chacun peut faire vérifier."
            )
        )
        self.permettre()

    def permettre(self) -> None:
        """Follow what the page shows and what is in hand."""
        self.pdf.setEnabled(self.table.current() is not None)
        self.publier.setEnabled(self._demande() is not None)

    # --- publishing

    def _ouvrir(self) -> None:
        demande = self._demande()
        if demande is None:
            return
        series = [ligne.publication.serie for ligne in self.modele.records()]
        serie = series[0] if series else _SERIE
        DialoguePublier(
            self,
            francais(nommer(demande.periode)),
            serie,
            lambda nom, figer: self._publier(demande, nom, figer=figer),
        ).open()

    def _publier(self, demande: Demande, serie: str, *, figer: bool) -> None:
        publications = self._journal.publications
        self.publier.setEnabled(False)
        self._contexte.runner.run(
            self,
            lambda progress: publications.publier(
                serie,
                demande.periode,
                demande.filtre,
                demande.parametres,
                figer=figer,
                progress=progress,
            ),
            on_success=self._dire_publie,
            on_done=self.permettre,
            libelle=tr("Publication"),
        )

    def _dire_publie(self, publication: Publication) -> None:
        self.actualiser()
        self.change.emit()
        self._contexte.dialogs.informer(
            self,
            tr("Publié. Code de vérification : {affiche}", affiche=publication.code.affiche),
            suite=tr("Il est au bas de chaque page du PDF, en toutes lettres et en code QR."),
        )

    # --- verifying

    def _demander_code(self) -> None:
        self._contexte.dialogs.demander_texte(
            self,
            tr("Quel code de vérification est au bas du document ?"),
            self._verifier,
            titre=tr("Vérifier un code"),
            valider=motif,
        )

    def _verifier(self, code: str) -> None:
        self._contexte.runner.run(
            self,
            lambda _progress: self._journal.publications.verifier_code(code),
            on_success=self._dire_verifie,
            libelle=tr("Vérification du document"),
        )

    def _dire_verifie(self, verification: Verification) -> None:
        publication = verification.publication
        self._contexte.dialogs.informer(
            self,
            francais(f"{publication.code.affiche} : {verification.difference.phrase}."),
            suite=francais(
                tr(
                    "Document « {serie} », {periode}, arrêté le {date}.",
                    serie=publication.serie,
                    periode=nommer(publication.periode),
                    date=publication.coupure.date().isoformat(),
                )
            ),
        )
        self.table.seek(lambda ligne: ligne.publication.code == publication.code)

    # --- printing

    def _imprimer(self) -> None:
        ligne: LignePublication | None = self.table.current()
        if ligne is None:
            return
        code = ligne.publication.code.affiche
        self._contexte.dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer le document publié"),
            f"bilan-{code}.pdf",
            tr("Document PDF (*.pdf)"),
            lambda chemin: self._ecrire(ligne.publication, chemin),
        )

    def _ecrire(self, publication: Publication, chemin: Path) -> None:
        journal = self._journal
        self._contexte.runner.run(
            self,
            lambda progress: ecrire_publication(journal, publication, chemin, progress),
            on_success=lambda _rien: self.etat.setText(
                tr("Le document est enregistré : {chemin}", chemin=chemin)
            ),
            base=False,
            libelle=tr("Préparation du document"),
        )


class DialoguePublier(QDialog):
    """What is kept for ever deserves a second look."""

    def __init__(
        self,
        parent: QWidget,
        periode: str,
        serie: str,
        sur_oui: Callable[[str, bool], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Publier et figer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sur_oui = sur_oui
        self.serie = QLineEdit(serie, self)
        self.figer = QCheckBox(tr("&Fermer aussi cette période"), self)
        standard = QDialogButtonBox.StandardButton
        boutons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        boutons.button(standard.Ok).setText(tr("Publier"))
        role(boutons.button(standard.Ok), "primaire")
        boutons.accepted.connect(self.accept)
        boutons.rejected.connect(self.reject)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        aide = tr("Les documents que les mêmes lecteurs comparent : « Comité des partenaires ».")
        for widget in (
            texte(tr("Publier : {periode}", periode=periode), "section", self),
            FieldRow(tr("&Série"), self.serie, self, hint=aide),
            self.figer,
            texte(
                tr("Ce qui sera corrigé ensuite deviendra une note, jamais un changement."), "aide"
            ),
            boutons,
        ):
            boite.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * _LARGEUR, self.sizeHint().height())

    def accept(self) -> None:
        """Publish under that name."""
        super().accept()
        self._sur_oui(self.serie.text(), self.figer.isChecked())


def ecrire_publication(
    journal: Journal, publication: Publication, chemin: Path, progress: Progress
) -> None:
    """Print a document as it was published, with its code on each page.

    Raises:
        Environnement: the disk refuses.
    """
    document = journal.impressions.bilan(publication.bilan, publication.provenance)
    impression = Impression(verification=publication.code.affiche)
    contenu = journal.documents.bilan_pdf(document, impression)
    progress.verifier()
    journal.documents.ecrire(chemin, contenu)


def motif(code: str) -> str:
    """Why that is no code, '' when it is one."""
    try:
        CodeVerification.lire(code)
    except ErreurJournal as erreur:
        return francais(str(erreur))
    return ""
