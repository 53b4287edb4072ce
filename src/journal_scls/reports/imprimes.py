"""ports_imprimes.Imprimes: each document is imported when it is asked for."""

from collections.abc import Callable
from pathlib import Path

from journal_scls.domain.chiffres.graphique import Graphique
from journal_scls.domain.documents.affiche import Affiche, TexteAffiche
from journal_scls.domain.documents.bilan_projet import BilanProjet
from journal_scls.domain.documents.diapo import Diapo
from journal_scls.domain.documents.document import ORDINAIRE, DocumentBilan, Impression
from journal_scls.domain.documents.resume import ResumeMensuel
from journal_scls.domain.journal.suivi import TableauBesoins


class ImprimesPdf:
    """Printed documents, made of the fonts and the texts that are shipped."""

    def __init__(self, polices: Path, texte_affiche: Callable[[], TexteAffiche]) -> None:
        """Take what printing needs.

        Args:
            polices: the folder of the fonts.
            texte_affiche: reads the words of the poster.
        """
        self._polices = polices
        self._texte_affiche = texte_affiche

    def resume(self, resume: ResumeMensuel, impression: Impression = ORDINAIRE) -> bytes:
        """The printed monthly summary."""
        from journal_scls.reports.resume_pdf import ecrire_resume

        return ecrire_resume(resume, self._polices, impression)

    def bilan_pdf(self, document: DocumentBilan, impression: Impression = ORDINAIRE) -> bytes:
        """The bilan of a journal, or that of a region."""
        from journal_scls.reports.bilan_pdf import ecrire_bilan_pdf

        return ecrire_bilan_pdf(document, self._polices, impression)

    def bilan_projet(self, bilan: BilanProjet, impression: Impression = ORDINAIRE) -> bytes:
        """The page of a project or of a committee."""
        from journal_scls.reports.projet_pdf import ecrire_bilan_projet

        return ecrire_bilan_projet(bilan, self._polices, impression)

    def diapo(self, diapo: Diapo, impression: Impression = ORDINAIRE) -> bytes:
        """« La diapo du Cadre »."""
        from journal_scls.reports.diapo_pdf import ecrire_diapo

        return ecrire_diapo(diapo, self._polices, impression)

    def affiche(self, affiche: Affiche, impression: Impression = ORDINAIRE) -> bytes:
        """The poster for tenants."""
        from journal_scls.reports.affiche_pdf import ecrire_affiche

        return ecrire_affiche(affiche, self._texte_affiche(), self._polices, impression)

    def besoins(self, tableau: TableauBesoins, impression: Impression = ORDINAIRE) -> bytes:
        """The needs that no service answered."""
        from journal_scls.reports.besoins_pdf import ecrire_besoins

        return ecrire_besoins(tableau, self._polices, impression)

    def image(self, pdf: bytes, page: int = 0, *, points_par_pouce: int = 200) -> bytes:
        """A page of a document as a PNG."""
        from journal_scls.reports.image import ecrire_png

        return ecrire_png(pdf, page, points_par_pouce)

    def graphique_svg(self, graphique: Graphique, *, largeur: float, sombre: bool = False) -> bytes:
        """A chart for the window."""
        from journal_scls.reports.graphique_svg import ecrire_svg

        return ecrire_svg(graphique, self._polices, largeur=largeur, sombre=sombre)
