"""What the use cases need to print; reports provides it."""

from typing import Protocol

from journal_scls.domain.chiffres.graphique import Graphique
from journal_scls.domain.documents.affiche import Affiche
from journal_scls.domain.documents.bilan_projet import BilanProjet
from journal_scls.domain.documents.diapo import Diapo
from journal_scls.domain.documents.document import ORDINAIRE, DocumentBilan, Impression
from journal_scls.domain.documents.resume import ResumeMensuel
from journal_scls.domain.journal.suivi import TableauBesoins


class Imprimes(Protocol):
    """Tagged PDF documents, and the charts that they share with the window.

    The same value gives the same bytes, in whatever process. Each raises Environnement when the
    fonts cannot be read.
    """

    def resume(self, resume: ResumeMensuel, impression: Impression = ORDINAIRE) -> bytes:
        """The printed monthly summary."""
        ...

    def bilan_pdf(self, document: DocumentBilan, impression: Impression = ORDINAIRE) -> bytes:
        """The bilan of a journal, or that of a region, with its method annex."""
        ...

    def bilan_projet(self, bilan: BilanProjet, impression: Impression = ORDINAIRE) -> bytes:
        """The page of a project or of a committee."""
        ...

    def diapo(self, diapo: Diapo, impression: Impression = ORDINAIRE) -> bytes:
        """« La diapo du Cadre », on one page."""
        ...

    def affiche(self, affiche: Affiche, impression: Impression = ORDINAIRE) -> bytes:
        """The poster for tenants, on one page."""
        ...

    def besoins(self, tableau: TableauBesoins, impression: Impression = ORDINAIRE) -> bytes:
        """The needs that no service answered, in a table."""
        ...

    def image(self, pdf: bytes, page: int = 0, *, points_par_pouce: int = 200) -> bytes:
        """A page of a document as a PNG, counted from 0."""
        ...

    def graphique_svg(self, graphique: Graphique, *, largeur: float, sombre: bool = False) -> bytes:
        """A chart for the window, `largeur` points wide, in light ink for a dark one."""
        ...
