"""The XML of one sheet, for what the spreadsheet library keeps to itself.

It gives an error (#REF!) and a formula never computed as empty cells, which would take wrong
lines without a word, and allots memory for the whole rectangle that the cells span.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from journal_scls.sync.tableau.valeurs import CelluleEnErreur

HAUTEUR_EXCEL, LARGEUR_EXCEL = 1_048_576, 16_384

# A sheet where every cell is within FZ99999 spans less than the bound: no need for a survey.
# Two expressions and not one: each has a fixed start, which makes it five times faster.
_HORS_DU_COURANT = (
    re.compile(rb"""<c[\s/>](?!r="[A-F]?[A-Z][0-9]{1,5}")"""),
    re.compile(rb""":(?:c|row)[\s/>]"""),
)
_MARQUES = (b'="e"', b"='e'", b"<f")
_COURANT_HAUTEUR, _COURANT_LARGEUR = 99_999, 182
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_TEXTE_ERREUR_MAX = 20


@dataclass(slots=True)
class Arpentage:
    """How far the cells reach (at most), and those in error by row and column from 0."""

    hauteur: int = 0
    largeur: int = 0
    erreurs: dict[int, dict[int, CelluleEnErreur]] = field(default_factory=dict)


def arpenter(xml: bytes) -> Arpentage:
    """Survey a sheet; the usual one, without formulas, costs only a search in its bytes."""
    texte_simple = xml.lstrip().startswith((b"<", b"\xef\xbb\xbf")) and b"\0" not in xml[:200]
    if (
        texte_simple
        and not any(marque in xml for marque in _MARQUES)
        and not any(motif.search(xml) for motif in _HORS_DU_COURANT)
    ):
        return Arpentage(_COURANT_HAUTEUR, _COURANT_LARGEUR)
    return _Arpenteur().arpenter(xml)


def lettres(colonne: int) -> str:
    """Name a column the way the spreadsheet shows it: 0 is A, 26 is AA."""
    nom = ""
    colonne += 1
    while colonne:
        colonne, reste = divmod(colonne - 1, 26)
        nom = chr(65 + reste) + nom
    return nom


def _rang(nom: str) -> int:
    rang = 0
    for lettre in nom:
        rang = rang * 26 + ord(lettre) - 64
    return rang - 1


class _Arpenteur:
    """Walks through every cell; rows and cells without a reference follow the one before."""

    def __init__(self) -> None:
        self._bilan = Arpentage()
        self._ligne = -1
        self._colonne = -1
        self._type = ""
        self._formule = False
        self._texte: list[str] = []
        self._dans_valeur = False

    def arpenter(self, xml: bytes) -> Arpentage:
        analyseur = expat.ParserCreate()
        analyseur.buffer_text = True
        analyseur.StartElementHandler = self._ouvrir
        analyseur.EndElementHandler = self._fermer
        analyseur.CharacterDataHandler = self._lire
        analyseur.StartDoctypeDeclHandler = self._refuser_doctype
        analyseur.Parse(xml, True)
        return self._bilan

    def _refuser_doctype(self, *_: object) -> None:
        raise expat.ExpatError("doctype")

    def _ouvrir(self, balise: str, attributs: dict[str, str]) -> None:
        balise = balise.rpartition(":")[2]
        if balise == "c":
            self._placer(attributs.get("r", ""))
            self._type = attributs.get("t", "")
            self._formule = False
            self._texte.clear()
        elif balise == "row":
            self._ligne = int(attributs.get("r", self._ligne + 2)) - 1
            self._colonne = -1
        elif balise == "f":
            self._formule = True
        elif balise in ("v", "t"):
            self._dans_valeur = True

    def _placer(self, reference: str) -> None:
        trouve = _REFERENCE.match(reference)
        if trouve:
            self._colonne, self._ligne = _rang(trouve[1]), int(trouve[2]) - 1
        elif reference:
            # The library would compute any number from this, and ask for that much memory.
            raise ValueError(reference)
        else:
            self._colonne += 1
        if not (0 <= self._ligne < HAUTEUR_EXCEL and self._colonne < LARGEUR_EXCEL):
            raise ValueError(reference)

    def _lire(self, texte: str) -> None:
        if self._dans_valeur:
            self._texte.append(texte)

    def _fermer(self, balise: str) -> None:
        balise = balise.rpartition(":")[2]
        if balise in ("v", "t"):
            self._dans_valeur = False
        elif balise == "c":
            self._noter()

    def _noter(self) -> None:
        texte = "".join(self._texte).strip()
        if not texte and not self._formule:
            return
        self._bilan.hauteur = max(self._bilan.hauteur, self._ligne + 1)
        self._bilan.largeur = max(self._bilan.largeur, self._colonne + 1)
        cellule = f"{lettres(self._colonne)}{self._ligne + 1}"
        if self._type == "e":
            erreur = texte[:_TEXTE_ERREUR_MAX] or "#N/A"
            raison = f"La cellule {cellule} contient l'erreur {erreur} : corrigez sa formule."
            self._marquer(CelluleEnErreur(erreur, raison))
        # A formula whose type is "str" may rightly have given an empty text.
        elif not texte and self._type != "str":
            raison = (
                f"La formule de la cellule {cellule} n'a pas de résultat enregistré : "
                "ouvrez le fichier dans Excel et enregistrez-le."
            )
            self._marquer(CelluleEnErreur("(formule sans résultat)", raison))

    def _marquer(self, erreur: CelluleEnErreur) -> None:
        self._bilan.erreurs.setdefault(self._ligne, {})[self._colonne] = erreur
