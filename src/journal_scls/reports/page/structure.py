"""The structure of a tagged PDF: which element each piece of each page belongs to.

An element is written as soon as it is known, and numbered in the order it was made: the same
content gives the same tree. Nothing here knows reportlab.
"""

from collections.abc import Iterator, Sequence
from typing import Self

TH_COLONNE = "<</O/Table/Scope/Column>>"
TH_LIGNE = "<</O/Table/Scope/Row>>"
LISTE_A_PUCES = "<</O/List/ListNumbering/Disc>>"
LISTE_SANS_PUCE = "<</O/List/ListNumbering/None>>"


class Element:
    """One node: its standard type, what replaces it for who does not see it, and its kids.

    A kid is another element, or the (page, number) of a piece of marked content; pages count
    from 0.
    """

    __slots__ = ("alt", "attributs", "enfants", "numero", "parent", "type")

    def __init__(
        self, type_: str, parent: Self | None, numero: int, alt: str = "", attributs: str = ""
    ) -> None:
        self.type = type_
        self.parent = parent
        self.numero = numero
        self.alt = alt
        self.attributs = attributs
        self.enfants: list[Element | tuple[int, int]] = []


class Arbre:
    """All the elements of a document, and the numbers given to marked content."""

    def __init__(self) -> None:
        self._elements: list[Element] = []
        self._marques: dict[int, list[Element]] = {}
        self.racine = self._creer("Document", None)

    def _creer(
        self, type_: str, parent: Element | None, alt: str = "", attributs: str = ""
    ) -> Element:
        element = Element(type_, parent, len(self._elements), alt, attributs)
        self._elements.append(element)
        return element

    def ajouter(
        self, type_: str, parent: Element | None = None, *, alt: str = "", attributs: str = ""
    ) -> Element:
        """A new last child; of the document when no parent is given."""
        parent = parent or self.racine
        element = self._creer(type_, parent, alt, attributs)
        parent.enfants.append(element)
        return element

    def marquer(self, element: Element, page: int) -> int:
        """The number of the element's next piece of content on that page."""
        marques = self._marques.setdefault(page, [])
        numero = len(marques)
        marques.append(element)
        element.enfants.append((page, numero))
        return numero

    @property
    def effectif(self) -> int:
        """How many objects `objets` writes."""
        return len(self._elements) + 1

    def objets(self, premier: int, pages: Sequence[int]) -> Iterator[str]:
        """The objects numbered from `premier`: the root of the structure, then every element.

        All of them are ASCII.

        Args:
            premier: the object number of the root.
            pages: the object number of each page.
        """
        base = premier + 1
        yield self._racine(base)
        for element in self._elements:
            parent = base + element.parent.numero if element.parent else premier
            yield _ecrire(element, parent, base, pages)

    def _racine(self, base: int) -> str:
        nums = " ".join(
            f"{page}[{' '.join(f'{base + e.numero} 0 R' for e in marques)}]"
            for page, marques in sorted(self._marques.items())
        )
        return (
            f"<</Type/StructTreeRoot/K[{base + self.racine.numero} 0 R]"
            f"/ParentTree<</Nums[{nums}]>>/ParentTreeNextKey {len(self._marques)}>>"
        )


def _ecrire(element: Element, parent: int, base: int, pages: Sequence[int]) -> str:
    enfants = element.enfants
    if len(enfants) == 1 and isinstance(enfants[0], tuple) and not element.alt:
        sur, numero = enfants[0]  # a cell: nearly all of them are
        attributs = f"/A{element.attributs}" if element.attributs else ""
        return f"<</S/{element.type}/P {parent} 0 R/Pg {pages[sur]} 0 R{attributs}/K {numero}>>"
    page = next((e[0] for e in element.enfants if isinstance(e, tuple)), None)
    morceaux = [f"<</S/{element.type}/P {parent} 0 R"]
    if page is not None:
        morceaux.append(f"/Pg {pages[page]} 0 R")
    if element.alt:
        morceaux.append(f"/Alt{texte_pdf(element.alt)}")
    if element.attributs:
        morceaux.append(f"/A{element.attributs}")
    if enfants:
        morceaux.append(f"/K[{' '.join(_enfant(e, page, base, pages) for e in enfants)}]")
    return "".join(morceaux) + ">>"


def _enfant(
    enfant: Element | tuple[int, int], page: int | None, base: int, pages: Sequence[int]
) -> str:
    if isinstance(enfant, Element):
        return f"{base + enfant.numero} 0 R"
    sur, numero = enfant
    return str(numero) if sur == page else f"<</Type/MCR/Pg {pages[sur]} 0 R/MCID {numero}>>"


def texte_pdf(texte: str) -> str:
    """A text string as PDF writes it in any language."""
    return f"<FEFF{texte.encode('utf-16-be').hex().upper()}>"
