"""The two papers of a document, and the room that they leave."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, LETTER

from journal_scls.domain.documents.document import Papier

MARGE, HAUT, BAS = 54.0, 62.0, 66.0
_FORMATS = {Papier.LETTRE: LETTER, Papier.A4: A4}


@dataclass(frozen=True, slots=True)
class Feuille:
    """A sheet, in points."""

    largeur: float
    hauteur: float

    @classmethod
    def de(cls, papier: Papier) -> "Feuille":
        """The sheet of that format, upright."""
        return cls(*_FORMATS[papier])

    @property
    def utile(self) -> float:
        """The width between the margins."""
        return self.largeur - 2 * MARGE

    @property
    def corps(self) -> float:
        """The height between the head and the foot."""
        return self.hauteur - HAUT - BAS
