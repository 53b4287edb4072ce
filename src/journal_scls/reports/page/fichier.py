"""The file itself: reportlab's objects, then the structure in compressed object streams.

A table of a hundred pages has tens of thousands of elements: written one by one in clear they
would weigh ten times the pages, and cost more time than drawing them.
"""

import zlib
from collections.abc import Sequence
from datetime import date
from struct import pack
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFIndirectObject,
    PDFName,
    PDFPage,
    PDFStream,
)

from journal_scls.reports.page.structure import Arbre

PRODUCTEUR = "Journal SCLS"
# Text in base 85 is a habit from the days of seven-bit mail: a fourth larger, and slower.
rl_config.useA85 = 0
_ENTETE = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PAR_FLUX = 500
_LIBRE, _A_SA_PLACE, _DANS_UN_FLUX = 0, 1, 2
_GLYPHE_VIDE = ("<0000>", "<FFFD>")


class DocumentBalise(PDFDocument):  # type: ignore[misc]
    """A document that carries a structure and says that it is PDF/UA-1."""

    def __init__(self, arbre: Arbre, jour: date, **options: Any) -> None:
        super().__init__(**options)
        self._arbre, self._jour = arbre, jour
        self.delayedFonts: list[Any] = []

    def addPage(self, page: PDFPage) -> None:  # noqa: N802 - reportlab's name
        """A page whose content belongs to the structure, read in its order."""
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "Tabs", "StructParents"]
        page.Tabs, page.StructParents = PDFName("S"), self.pageCounter - 1
        super().addPage(page)

    def GetPDFData(self, canvas: Any) -> bytes:  # noqa: N802 - reportlab's name
        """Fonts whose every character is known to whoever copies or reads aloud."""
        for police in self.delayedFonts:
            police.addObjects(self)
        self.delayedFonts = []
        for nom, objet in self.idToObject.items():
            if nom.startswith("toUnicodeCMap:"):
                objet.content = objet.content.replace(*_GLYPHE_VIDE)
        contenu: bytes = super().GetPDFData(canvas)
        return contenu

    def format(self) -> bytes:
        """The whole file."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        premier = self.objectcounter + 1
        self.objectcounter += self._arbre.effectif
        self._declarer(premier)
        fichier = _Fichier()
        numero = 0
        while numero < self.objectcounter:  # formatting an object may add others
            numero += 1
            if nom := self.numberToId.get(numero):
                objet = PDFIndirectObject(nom, self.idToObject[nom])
                fichier.ajouter(numero, objet.format(self))
        pages = [self._numero(f"Page{rang}") for rang in range(1, self.pageCounter)]
        structure = list(self._arbre.objets(premier, pages))
        for debut in range(0, len(structure), _PAR_FLUX):
            self.objectcounter += 1
            lot = structure[debut : debut + _PAR_FLUX]
            fichier.ajouter_flux(self.objectcounter, premier + debut, lot)
        racine, infos = (self._numero(o.__InternalName__) for o in (self.Catalog, self.info))
        return fichier.fermer(self.objectcounter + 1, racine, infos, self.signature.digest())

    def _numero(self, nom: str) -> int:
        numero: int = self.idToObjectNumberAndVersion[nom][0]
        return numero

    def _declarer(self, racine: int) -> None:
        catalogue, infos = self.Catalog, self.info
        catalogue.StructTreeRoot = f"{racine} 0 R"
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        champs = {"titre": infos.title, "auteur": infos.author, "producteur": PRODUCTEUR}
        paquet = _XMP.format(
            jour=self._jour.isoformat(), **{nom: escape(v) for nom, v in champs.items()}
        )
        flux = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalogue.Metadata = PDFStream(flux, paquet.encode())


class _Fichier:
    """Objects one after the other, and where each one is."""

    def __init__(self) -> None:
        self._morceaux = [_ENTETE]
        self._longueur = len(_ENTETE)
        self._places: dict[int, tuple[int, int, int]] = {0: (_LIBRE, 0, 65_535)}

    def ajouter(self, numero: int, objet: bytes) -> None:
        self._places[numero] = (_A_SA_PLACE, self._longueur, 0)
        self._morceaux.append(objet)
        self._longueur += len(objet)

    def ajouter_flux(self, numero: int, premier: int, objets: Sequence[str]) -> None:
        """Objects numbered from `premier`, compressed together in the object `numero`."""
        reperes, place = [], 0
        for rang, objet in enumerate(objets):
            self._places[premier + rang] = (_DANS_UN_FLUX, numero, rang)
            reperes.append(f"{premier + rang} {place}")
            place += len(objet) + 1
        tete = " ".join(reperes) + "\n"
        attributs = b"/Type/ObjStm/N %d/First %d" % (len(objets), len(tete))
        self.ajouter(numero, _flux(numero, attributs, (tete + "\n".join(objets)).encode("ascii")))

    def fermer(self, numero: int, racine: int, infos: int, empreinte: bytes) -> bytes:
        debut = self._longueur
        self._places[numero] = (_A_SA_PLACE, debut, 0)
        table = b"".join(pack(">BIH", *self._places[rang]) for rang in range(numero + 1))
        attributs = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            numero + 1, racine, infos, *(empreinte.hex().encode(),) * 2,
        )  # fmt: skip
        fin = b"startxref\n%d\n%%%%EOF\n" % debut
        return b"".join((*self._morceaux, _flux(numero, attributs, table), fin))


def _flux(numero: int, attributs: bytes, contenu: bytes) -> bytes:
    serre = zlib.compress(contenu)
    return b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        numero, attributs, len(serre), serre,
    )  # fmt: skip


_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titre}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{auteur}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>fr-CA</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{jour}</xmp:CreateDate><xmp:ModifyDate>{jour}</xmp:ModifyDate>
<xmp:CreatorTool>{producteur}</xmp:CreatorTool><pdf:Producer>{producteur}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""
