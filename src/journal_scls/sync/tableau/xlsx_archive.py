"""The zip of an XLSX, judged before the spreadsheet library opens it.

That library trusts sizes: a zip bomb, one cell in the last corner of the sheet or one huge
string repeated everywhere would take all the memory and abort the program.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.texte import ENREGISTRER_XLSX
from journal_scls.sync.tableau.xlsx_feuille import Arpentage, arpenter

SIGNATURE_ZIP = b"PK\x03\x04"

TAILLE_DECOMPRESSEE_MAX = 300 * 1024 * 1024
CELLULES_MAX = 20_000_000
TEXTE_MAX = 512 * 1024 * 1024
_MEMBRES_MAX = 5_000
_CLASSEUR = "xl/workbook.xml"
_AUTRES_FORMATS = (
    ("xl/workbook.bin", "au format XLSB"),
    ("content.xml", "au format OpenDocument (.ods ou .odt)"),
    ("word/document.xml", "un document Word"),
)
_FIN_DE_CHAINE = re.compile(rb"</(?:\w+:)?si\s*>")
_RACINE_CHAINES = re.compile(rb"<(?:\w+:)?sst[\s/>]")
_DEBUT_CHAINES = 4_096
_CHAINE_MIN = len(b"<si/>")
_RENVOI = re.compile(rb"""\bt=["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d{1,9})""")
_ERREURS_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,  # An encrypted member; NotImplementedError, its child, is a rare compression.
    ArithmeticError,
)


@dataclass(frozen=True, slots=True)
class Feuille:
    """The sheet to read, and what the library does not tell about it."""

    nom: str
    arpentage: Arpentage


def corrompu(nom: str) -> Environnement:
    """Say that the file is damaged."""
    return Environnement(
        f"Le fichier « {nom} » est abîmé et ne peut pas être lu.",
        "Ouvrez-le dans Excel ou LibreOffice, enregistrez-en une copie et prenez la copie.",
    )


def _trop_grand(nom: str, quoi: str) -> Environnement:
    return Environnement(
        f"Le fichier « {nom} » est trop grand pour être lu : {quoi}.",
        "Copiez les lignes du journal dans un classeur neuf et enregistrez-le.",
    )


def examiner(octets: bytes, nom: str) -> Feuille:
    """Check the whole archive and survey its first visible sheet."""
    with _traduites(nom), zipfile.ZipFile(BytesIO(octets)) as archive:
        _refuser_autre_format(archive, nom)
        _borner(archive, nom)
        titre, chemin = _premiere_feuille(archive)
        feuille = _lire_membre(archive, chemin)
        arpentage = arpenter(feuille)
        if arpentage.hauteur * arpentage.largeur > CELLULES_MAX:
            etendue = f"sa feuille s'étend sur {arpentage.hauteur} lignes"
            raise _trop_grand(nom, f"{etendue} et {arpentage.largeur} colonnes")
        if _texte_total(archive, feuille) > TEXTE_MAX:
            raise _trop_grand(nom, "ses textes dépassent 512 Mo")
        return Feuille(titre, arpentage)


@contextmanager
def _traduites(nom: str) -> Iterator[None]:
    try:
        yield
    except _ERREURS_ZIP as erreur:
        raise corrompu(nom) from erreur


def _refuser_autre_format(archive: zipfile.ZipFile, nom: str) -> None:
    noms = {membre.lower() for membre in archive.namelist()}
    if _CLASSEUR in noms:
        return
    for indice, nature in _AUTRES_FORMATS:
        if indice in noms:
            raise Environnement(f"Le fichier « {nom} » est {nature}.", ENREGISTRER_XLSX)
    raise Environnement(
        f"Le fichier « {nom} » n'est pas un tableau : c'est une archive ZIP.",
        "Choisissez le journal enregistré en .xlsx ou en .csv.",
    )


def _borner(archive: zipfile.ZipFile, nom: str) -> None:
    membres = archive.infolist()
    uniques = {membre.filename.lower() for membre in membres}
    if len(membres) > _MEMBRES_MAX or len(uniques) != len(membres):
        raise corrompu(nom)
    if sum(membre.file_size for membre in membres) > TAILLE_DECOMPRESSEE_MAX:
        raise _trop_grand(nom, "décompressé, il dépasse 300 Mo")
    # The sizes just added up are only what the archive says: this reads and proves them.
    if archive.testzip() is not None:
        raise corrompu(nom)


def _lire_membre(archive: zipfile.ZipFile, chemin: str) -> bytes:
    for nom in archive.namelist():
        if nom.lower() == chemin.lower():
            return archive.read(nom)
    raise zipfile.BadZipFile(chemin)


def _premiere_feuille(archive: zipfile.ZipFile) -> tuple[str, str]:
    """Find the name and the file of the first sheet a person sees; charts are no sheets."""
    cibles = {}
    for balise, attributs in _elements(_lire_membre(archive, "xl/_rels/workbook.xml.rels")):
        if balise == "Relationship" and attributs.get("Type", "").endswith("/worksheet"):
            cibles[attributs.get("Id", "")] = attributs.get("Target", "")
    feuilles = []
    for balise, attributs in _elements(_lire_membre(archive, _CLASSEUR)):
        lien = next((v for k, v in attributs.items() if k.endswith(":id")), "")
        if balise == "sheet" and lien in cibles:
            cachee = attributs.get("state", "visible") != "visible"
            feuilles.append((cachee, attributs.get("name", ""), cibles[lien]))
    if not feuilles:
        raise zipfile.BadZipFile(_CLASSEUR)
    _, titre, cible = min(feuilles, key=lambda feuille: feuille[0])
    return titre, cible[1:] if cible.startswith("/") else f"xl/{cible}"


def _elements(xml: bytes, *, entier: bool = True) -> list[tuple[str, dict[str, str]]]:
    trouves: list[tuple[str, dict[str, str]]] = []

    def ouvrir(balise: str, attributs: dict[str, str]) -> None:
        trouves.append((balise.rpartition(":")[2], attributs))

    analyseur = expat.ParserCreate()
    analyseur.StartElementHandler = ouvrir
    analyseur.Parse(xml, entier)
    return trouves


def _texte_total(archive: zipfile.ZipFile, feuille: bytes) -> int:
    """Measure the text of the cells once each one has its own copy of the shared strings."""
    if "xl/sharedstrings.xml" not in {nom.lower() for nom in archive.namelist()}:
        return 0
    xml = _lire_membre(archive, "xl/sharedStrings.xml")
    _verifier_compte(xml)
    tailles = [len(chaine) for chaine in _FIN_DE_CHAINE.split(xml)]
    if max(tailles) * feuille.count(b"s") <= TEXTE_MAX:
        return 0
    renvois = (int(renvoi) for renvoi in _RENVOI.findall(feuille))
    return sum(tailles[renvoi] for renvoi in renvois if renvoi < len(tailles))


def _verifier_compte(xml: bytes) -> None:
    """Believe no announced number of strings: the library allots memory for all of them."""
    debut = _elements(xml[:_DEBUT_CHAINES], entier=False)[:1]
    if [balise for balise, _ in debut] != ["sst"] or len(_RACINE_CHAINES.findall(xml)) != 1:
        raise ValueError(_DEBUT_CHAINES)
    if int(debut[0][1].get("uniqueCount", "0")) * _CHAINE_MIN > len(xml):
        raise ValueError(_CHAINE_MIN)
