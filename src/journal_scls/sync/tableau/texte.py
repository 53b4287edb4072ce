"""From bytes to text: bounded reading, files that are not text, and the encoding."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.valeurs import CARACTERE_PERDU

# Ten hostile cells of 10 MB must still be refused one by one, so the file may be large.
TAILLE_MAX = 256 * 1024 * 1024

ENREGISTRER_XLSX = "Ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx ou en .csv."

SIGNATURE_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAQUET_CHIFFRE = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"%PDF", "un document PDF"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"\x89PNG", "une image PNG"),
    (b"GIF8", "une image GIF"),
    (b"PK", "une archive ZIP"),
    (b"7z\xbc\xaf\x27\x1c", "une archive 7z"),
    (b"Rar!", "une archive RAR"),
    (b"\x1f\x8b", "une archive GZIP"),
    (b"SQLite format 3\0", "une base de données"),
    (b"{\\rtf", "un document RTF"),
    (b"<!doctype", "une page Web"),
    (b"<html", "une page Web"),
    (b"<?xml", "un fichier XML"),
)
_BOMS_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLES = bytes(set(range(32)) - set(b"\t\n\f\r\x1a"))
_DEBUT = 8_192
_PART_BINAIRE = 0.3


@dataclass(frozen=True, slots=True)
class TexteDecode:
    """`abime` tells that some bytes were unknown and are now `CARACTERE_PERDU`."""

    texte: str
    encodage: str
    abime: bool


def lire_octets(chemin: Path) -> bytes:
    """Read a whole file, but never a device, a pipe or something far too large."""
    try:
        if not chemin.is_file():
            raise _introuvable(chemin)
        with chemin.open("rb") as flux:
            octets = flux.read(TAILLE_MAX + 1)
    except (OSError, ValueError) as erreur:
        raise Environnement(
            f"Le fichier « {chemin.name} » ne peut pas être lu.",
            "Fermez-le dans les autres programmes et vérifiez que vous avez le droit de l'ouvrir.",
        ) from erreur
    if len(octets) > TAILLE_MAX:
        raise Environnement(
            f"Le fichier « {chemin.name} » dépasse {TAILLE_MAX // 1024**2} Mo.",
            "Découpez-le, par exemple en un fichier par année.",
        )
    return octets


def _introuvable(chemin: Path) -> Environnement:
    return Environnement(
        f"Le fichier « {chemin.name} » est introuvable.",
        "Vérifiez son nom et le dossier où il se trouve.",
    )


def refuser_binaire(octets: bytes, nom: str) -> None:
    """Say what a file really is when it cannot be a CSV, whatever its extension claims."""
    debut = octets[:_DEBUT]
    if debut.startswith(SIGNATURE_OLE):
        raise _fichier_ole(octets, nom)
    tete = debut.removeprefix(codecs.BOM_UTF8).lstrip()[:16]
    for signature, nature in _SIGNATURES:
        if debut.startswith(signature) or tete.lower().startswith(signature):
            raise Environnement(
                f"Le fichier « {nom} » n'est pas un tableau : c'est {nature}.",
                "Choisissez le journal enregistré en .xlsx ou en .csv.",
            )
    # The headers alone: a crash may well have left a block of NUL bytes among good lines.
    premiere = debut.split(b"\n", 1)[0]
    controles = len(premiere) - len(premiere.translate(None, _CONTROLES))
    if not debut.startswith(_BOMS_UTF16) and controles > _PART_BINAIRE * len(premiere):
        raise Environnement(f"Le fichier « {nom} » n'est pas un tableau.", ENREGISTRER_XLSX)


def _fichier_ole(octets: bytes, nom: str) -> Environnement:
    if _PAQUET_CHIFFRE in octets:
        return Environnement(
            f"Le fichier « {nom} » est protégé par un mot de passe.",
            "Ouvrez-le dans Excel, retirez le mot de passe et enregistrez-le de nouveau.",
        )
    return Environnement(
        f"Le fichier « {nom} » est dans l'ancien format d'Excel (.xls).", ENREGISTRER_XLSX
    )


def decoder(octets: bytes) -> TexteDecode:
    """UTF-16 if it says so, UTF-8 if it holds, else Windows-1252.

    A file that is plainly UTF-8 save for a few bytes stays UTF-8 and loses those records only:
    as Windows-1252 every accent of its good lines would be taken wrong without a word.
    """
    if octets.startswith(_BOMS_UTF16):
        return _decoder_en(octets, "utf-16")
    lu = _decoder_en(octets, "utf-8")
    if lu.abime and not octets.startswith(codecs.BOM_UTF8) and not _surtout_utf8(lu.texte):
        return _decoder_en(octets, "windows-1252")
    return lu


def _decoder_en(octets: bytes, encodage: str) -> TexteDecode:
    try:
        texte, abime = octets.decode(encodage), False
    except UnicodeDecodeError:
        texte, abime = octets.decode(encodage, "replace"), True
    # U+FEFF is never data: it comes from several BOMs, or from files put end to end.
    if "\ufeff" in texte:
        texte = texte.replace("\ufeff", "")
    return TexteDecode(texte.rstrip("\x1a"), encodage, abime)


def _surtout_utf8(texte: str) -> bool:
    perdus = texte.count(CARACTERE_PERDU)
    accentues = len(texte) - len(texte.encode("ascii", "ignore")) - perdus
    return accentues > perdus
