"""The compressed lines, `records.jsonl.gz`: written in one way, read without ever being whole.

A compressed file says how large it becomes, and may lie. Here it is opened by pieces, never past
the size that the signed manifest gives; the pieces are only kept where they are few.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from journal_scls.sync.lot.enregistrement import LIGNE_MAX
from journal_scls.sync.lot.manifeste import BRUT_MAX, Fichier
from journal_scls.sync.lot.refus import Code, RefusLot

RATIO_MAX = 200
"""Real lots compress 6 to 20 times; deflate itself stops at 1032."""

# gzip with neither a date, nor a file name, nor the kind of computer.
_ENTETE = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_GZIP = 31
_DEFLATE = -15
MORCEAU = 128 * 1024
GARDE_MAX = 64 * 1024 * 1024
"""Bytes, of the file as it came, decrypted and opened: what may be in memory at once."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Compressed lines and what the manifest says of them."""

    octets: bytes
    fichier: Fichier


def comprimer(lignes: Iterable[bytes]) -> Charge:
    """Compress lines given without their line breaks.

    Raises:
        RefusLot: they exceed what a lot may hold.
    """
    compresseur = zlib.compressobj(6, zlib.DEFLATED, _DEFLATE)
    brut = hashlib.sha256()
    controle = taille = nombre = 0
    morceaux = [_ENTETE]
    for ligne in lignes:
        texte = ligne + b"\n"
        brut.update(texte)
        controle = zlib.crc32(texte, controle)
        taille += len(texte)
        nombre += 1
        if taille > BRUT_MAX:
            raise RefusLot(Code.TROP_GRAND)
        morceaux.append(compresseur.compress(texte))
    fin = controle.to_bytes(4, "little") + (taille & 0xFFFFFFFF).to_bytes(4, "little")
    octets = b"".join([*morceaux, compresseur.flush(), fin])
    fichier = Fichier(
        size=len(octets),
        sha256=hashlib.sha256(octets).hexdigest(),
        raw_size=taille,
        raw_sha256=brut.hexdigest(),
        lines=nombre,
    )
    return Charge(octets, fichier)


def verifier(octets: memoryview, fichier: Fichier) -> Iterable[bytes]:
    """Check digests and sizes, opening the file by pieces.

    Returns:
        The pieces, kept from this walk or opened again; `lignes` cuts them.

    Raises:
        RefusLot: the member is not the one that the manifest describes, or is not honest.
    """
    if len(octets) != fichier.size or hashlib.sha256(octets).hexdigest() != fichier.sha256:
        raise RefusLot(Code.CONTENU_SUBSTITUE)
    if fichier.raw_size > RATIO_MAX * fichier.size:
        raise RefusLot(Code.GZIP_BOMBE)
    gardes: list[bytes] = []
    garder = 2 * fichier.size + fichier.raw_size <= GARDE_MAX
    brut = hashlib.sha256()
    taille = 0
    for morceau in ouvrir(octets, fichier):
        brut.update(morceau)
        taille += len(morceau)
        if garder:
            gardes.append(morceau)
    if taille != fichier.raw_size or brut.hexdigest() != fichier.raw_sha256:
        raise RefusLot(Code.CONTENU_SUBSTITUE)
    return gardes if garder else ouvrir(octets, fichier)


def lignes(morceaux: Iterable[bytes]) -> Iterator[bytes]:
    """The lines without their line breaks.

    Raises:
        RefusLot: an empty line, a line too long, or a last line that does not end.
    """
    return chain.from_iterable(_couper(morceaux))


def _couper(morceaux: Iterable[bytes]) -> Iterator[list[bytes]]:
    reste = b""
    for morceau in morceaux:
        *completes, reste = (reste + morceau).split(b"\n")
        if not all(completes):
            yield completes[: completes.index(b"")]
            raise RefusLot(Code.LIGNES)
        yield completes
        if len(reste) > LIGNE_MAX:
            raise RefusLot(Code.LIGNE_LONGUE)
    if reste:
        raise RefusLot(Code.LIGNES)


def ouvrir(octets: memoryview, fichier: Fichier) -> Iterator[bytes]:
    """Decompress one gzip member that fills the whole file, never past its declared size.

    Raises:
        RefusLot: it is not one, or it lies.
    """
    if octets[: len(_ENTETE)] != _ENTETE:
        raise RefusLot(Code.GZIP_ABIME)
    gzip = zlib.decompressobj(_GZIP)
    entree: bytes | memoryview = b""
    position = 0
    reste = fichier.raw_size
    while not gzip.eof:
        if not entree:
            # By pieces: zlib copies what it did not use, and would copy all the rest each time.
            entree = octets[position : position + MORCEAU]
            position += len(entree)
        try:
            # One byte more than is left shows a file that lies, without opening the rest of it.
            morceau = gzip.decompress(entree, min(MORCEAU, reste + 1))
        except zlib.error as erreur:
            raise RefusLot(Code.GZIP_ABIME) from erreur
        entree = gzip.unconsumed_tail
        reste -= len(morceau)
        if reste < 0:
            raise RefusLot(Code.GZIP_BOMBE)
        if not morceau and not gzip.eof and position == len(octets):
            raise RefusLot(Code.GZIP_TRONQUE)
        yield morceau
    if gzip.unused_data or position != len(octets):
        raise RefusLot(Code.GZIP_SUITE)
