"""The files that are made of the figures on screen: of those very values, never counted again."""

from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.chiffres.consultations import Consultation
from journal_scls.application.journal import Journal
from journal_scls.application.operation import Progress
from journal_scls.gui.traduction import Marque, marque


@dataclass(frozen=True)
class Format:
    """One kind of file, as the window offers it."""

    bouton: str | Marque
    titre: str | Marque
    filtre: str | Marque
    suffixe: str
    diapo: bool = False


FORMATS = {
    "pdf": Format(
        marque("&Bilan en PDF…"),
        marque("Enregistrer le bilan"),
        marque("Document PDF (*.pdf)"),
        "pdf",
    ),
    "xlsx": Format(
        marque("Bilan en &XLSX…"),
        marque("Enregistrer le classeur"),
        marque("Classeur (*.xlsx)"),
        "xlsx",
    ),
    "csv": Format(
        marque("Bilan en C&SV…"),
        marque("Enregistrer les chiffres"),
        marque("Texte CSV (*.csv)"),
        "csv",
    ),
    "diapo": Format(
        "", marque("Enregistrer la diapo"), marque("Document PDF (*.pdf)"), "pdf", diapo=True
    ),
    "image": Format(
        "", marque("Enregistrer la diapo"), marque("Image PNG (*.png)"), "png", diapo=True
    ),
}


@dataclass(frozen=True)
class Fabrique:
    """Makes files of one reading."""

    journal: Journal
    consultation: Consultation

    def nom(self, nom: str) -> str:
        """The name that is proposed: what it is, and of which days."""
        periode, format_ = self.consultation.demande.periode, FORMATS[nom]
        quoi = "diapo" if format_.diapo else "bilan"
        return f"{quoi}-{periode.du.isoformat()}-{periode.au.isoformat()}.{format_.suffixe}"

    def contenu(self, nom: str) -> bytes:
        """The bytes of a kind of file."""
        documents, consultation = self.journal.documents, self.consultation
        if nom == "pdf":
            return documents.bilan_pdf(consultation.document)
        if FORMATS[nom].diapo:
            pdf = documents.diapo(consultation.diapo)
            return pdf if nom == "diapo" else documents.image(pdf)
        return documents.bilan(
            consultation.bilan, nom, demo=self.journal.profil.demo, avant=consultation.avant
        )

    def ecrire(self, nom: str, chemin: Path, progress: Progress) -> None:
        """Make the file and put it on disk, whole or not at all.

        Raises:
            Environnement: the disk refuses.
        """
        contenu = self.contenu(nom)
        progress.verifier()
        self.journal.documents.ecrire(chemin, contenu)
