"""The canvas that says what it draws: content of an element, or an artifact of the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from journal_scls.domain.typographie import francais
from journal_scls.reports.page.fichier import DocumentBalise
from journal_scls.reports.page.structure import Arbre, Element
from journal_scls.reports.polices import assainir

_CHAMP_MAX = 600
Morceau = tuple[str, str]
"""The internal name of a font, and a text as it writes it."""


@lru_cache(maxsize=16_384)
def imprimable(texte: str) -> str:
    """Text of anybody, with French spaces, as the family can draw it."""
    return assainir(francais(texte))


def abreger(texte: str) -> str:
    """Cut what is longer than any field allows: no row of a table may outgrow a page."""
    return texte if len(texte) <= _CHAMP_MAX else f"{texte[:_CHAMP_MAX]}…"


@lru_cache(maxsize=16_384)
def chasse(texte: str, police: str) -> float:
    """The width of a text of size 1."""
    largeur: float = pdfmetrics.stringWidth(texte, police, 1)
    return largeur


class Toile(Canvas):  # type: ignore[misc]
    """A tagged canvas that holds its pages back until their number is known."""

    def __init__(
        self, jour: date, pied: Callable[["Toile", int, int], None], *args: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.arbre = Arbre()
        self._doc = DocumentBalise(
            self.arbre, jour, compression=1, invariant=1, lang=options.get("lang")
        )
        self._pied = pied
        self._tenues: list[dict[str, Any]] = []
        self._morceaux: dict[tuple[str, str], tuple[Morceau, ...]] = {}
        self._signets = 0
        self.setDateFormatter(lambda *_: f"D:{jour:%Y%m%d}000000Z")

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the page for later."""
        self._tenues.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish each page, then the file."""
        pages = self._tenues
        for rang, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._pied(self, rang, len(pages))
            super().showPage()
        super().save()

    def marquer(self, element: Element) -> int:
        """The number of the element's next piece of content, on this page."""
        return self.arbre.marquer(element, self._pageNumber - 1)

    @contextmanager
    def contenu(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to the element."""
        self._code.append(f"/{element.type}<</MCID {self.marquer(element)}>>BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artefact(self, *, pagination: bool = False) -> Iterator[None]:
        """What is drawn meanwhile says nothing: rules, running heads, watermark."""
        self._code.append("/Artifact<</Type/Pagination>>BDC" if pagination else "/Artifact BMC")
        yield
        self._code.append("EMC")

    def tracer(self, *operateurs: str) -> None:
        """Operators of a page, as they are."""
        self._code.extend(operateurs)

    def signet(self, titre: str, niveau: int, hauteur: float) -> None:
        """An entry of the outline, that leads to this place."""
        self._signets += 1
        cle = f"s{self._signets}"
        self.bookmarkHorizontal(cle, 0, hauteur)
        self.addOutlineEntry(titre, cle, niveau)

    def morceaux(self, texte: str, police: str) -> tuple[Morceau, ...]:
        """The text as this document's fonts write it."""
        trouves = self._morceaux.get((texte, police))
        if trouves is None:
            fonte = pdfmetrics.getFont(police)
            trouves = self._morceaux[texte, police] = tuple(
                (fonte.getSubsetInternalName(subset, self._doc), f"({self._escape(brut)})")
                for subset, brut in fonte.splitString(texte, self._doc)
            )
        return trouves

    def ecrire(self, x: float, y: float, texte: str, police: str, taille: float) -> None:
        """One line of text, at a place."""
        suite = " ".join(f"{nom} {taille:g} Tf {t} Tj" for nom, t in self.morceaux(texte, police))
        self._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {suite} ET")
