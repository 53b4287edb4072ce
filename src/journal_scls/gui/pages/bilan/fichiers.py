"""The files that are made of the figures on screen: of those very values, never counted again."""

from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.consultations import Consultation
from journal_scls.application.journal import Journal
from journal_scls.application.operation import Progress


@dataclass(frozen=True)
class Format:
    """One kind of file, as the window offers it."""

    bouton: str
    titre: str
    filtre: str
    suffixe: str
    diapo: bool = False


FORMATS = {
    "pdf": Format("&Bilan en PDF…", "Enregistrer le bilan", "Document PDF (*.pdf)", "pdf"),
    "xlsx": Format("Bilan en &XLSX…", "Enregistrer le classeur", "Classeur (*.xlsx)", "xlsx"),
    "csv": Format("Bilan en C&SV…", "Enregistrer les chiffres", "Texte CSV (*.csv)", "csv"),
    "diapo": Format("", "Enregistrer la diapo", "Document PDF (*.pdf)", "pdf", diapo=True),
    "image": Format("", "Enregistrer la diapo", "Image PNG (*.png)", "png", diapo=True),
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
        return documents.bilan(consultation.bilan, nom, demo=self.journal.profil.demo)

    def ecrire(self, nom: str, chemin: Path, progress: Progress) -> None:
        """Make the file and put it on disk, whole or not at all.

        Raises:
            Environnement: the disk refuses.
        """
        contenu = self.contenu(nom)
        progress.verifier()
        self.journal.documents.ecrire(chemin, contenu)
