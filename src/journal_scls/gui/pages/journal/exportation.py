"""What is shown, as a file for a spreadsheet: in clear, and said so before anything is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Progress
from journal_scls.domain.errors import RegleMetier
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import espacer, role, texte

EN_CLAIR = marque(
    "Le fichier ne sera pas chiffré : toute personne qui l’ouvre peut le lire. "
    "Gardez-le en lieu sûr et effacez-le après usage."
)
GENRES = marque("Classeur (*.xlsx);;Texte séparé par des points-virgules (*.csv)")
_FORMATS = ("xlsx", "csv")
_CARACTERES = 60


class DialogueExportation(QDialog):
    """Asks one thing: whether notes go too."""

    def __init__(
        self, combien: str, sur_choix: Callable[[bool], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exporter ce qui est affiché"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sur_choix = sur_choix
        self.notes = QCheckBox(tr("Mettre aussi les &notes et les codes de personnes"), self)
        standard = QDialogButtonBox.StandardButton
        self.boutons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.boutons.button(standard.Ok).setText(tr("Choisir le fichier…"))
        role(self.boutons.button(standard.Ok), "primaire")
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        boite.addWidget(texte(combien, "section", self))
        boite.addWidget(texte(tr(EN_CLAIR), "avertissement", self))
        boite.addWidget(self.notes)
        boite.addWidget(self.boutons)
        self.resize(self.fontMetrics().averageCharWidth() * _CARACTERES, self.sizeHint().height())

    def accept(self) -> None:
        """Go on to the name of the file."""
        super().accept()
        self._sur_choix(self.notes.isChecked())


def exporter(
    journal: Journal, filtre: Filtre, chemin: Path, *, notes: bool
) -> Callable[[Progress], str]:
    """The operation, for a worker; it gives what was written, in words."""

    def op(progress: Progress) -> str:
        format_ = chemin.suffix.lower().removeprefix(".")
        if format_ not in _FORMATS:
            raise RegleMetier(
                tr("« {fichier} » ne dit pas quel genre de fichier écrire.", fichier=chemin.name),
                tr("Terminez son nom par .xlsx ou .csv."),
            )
        progress.verifier()
        lignes = journal.exportations.entrees(filtre, confidentiel=notes)
        progress.verifier()
        contenu = journal.documents.entrees(
            lignes, journal.vocabulaires, format_, confidentiel=notes
        )
        progress.verifier()
        journal.documents.ecrire(chemin, contenu)
        return tr(
            "{compte} dans {fichier}, en clair",
            compte=tr("{n} intervention", "{n} interventions", len(lignes)),
            fichier=chemin.name,
        )

    return op
