"""The zip inside the envelope: four stored members, one possible spelling.

A general zip reader is where the games are played (two directories that differ, hidden bytes,
links, compression). This one walks four local headers of known shape, writes the same container
again and demands the same bytes; nothing else can be a lot. Nothing is ever extracted to disk.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from journal_scls.sync.lot.refus import Code, RefusLot

MANIFESTE, SIGNATURE, CHARGE, SOMMES = MEMBRES = (
    "manifest.json",
    "manifest.json.sig",
    "records.jsonl.gz",
    "SHA256SUMS",
)
TAILLES_MAX: Final = (64 * 1024, 1024, 32 * 1024 * 1024, 1024)

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_FIN = struct.Struct("<4s4H2IH")
# Version 1.0, no flags, stored, midnight of the first day zip knows: a date would say when the
# person works, and two exports of the same lot would differ.
_CONSTANTES = (10, 0, 0, 0, 0x21)
_SANS_EXTRA = 0


@dataclass(frozen=True, slots=True)
class Conteneur:
    """The members; `charge` is a view, because a copy of it could cost 32 MB."""

    manifeste: bytes
    signature: bytes
    charge: memoryview
    sommes: bytes


def ecrire(conteneur: Conteneur) -> bytes:
    """The only spelling of these members."""
    return b"".join(_morceaux(conteneur))


def lire(octets: bytes) -> Conteneur:
    """The members of a container.

    Raises:
        RefusLot: a single byte is not where the writer would have put it.
    """
    vue = memoryview(octets).toreadonly()
    position = 0
    membres = []
    for nom, borne in zip(MEMBRES, TAILLES_MAX, strict=True):
        membre, position = _membre(vue, position, nom.encode("ascii"), borne)
        membres.append(membre)
    conteneur = Conteneur(bytes(membres[0]), bytes(membres[1]), membres[2], bytes(membres[3]))
    _exiger_identite(vue, conteneur)
    return conteneur


def _membre(vue: memoryview, position: int, nom: bytes, borne: int) -> tuple[memoryview, int]:
    if len(vue) < position + _LOCAL.size:
        raise RefusLot(Code.ZIP_TRONQUE)
    marque, *constantes, _crc, compresse, taille, nom_taille, extra = _LOCAL.unpack_from(
        vue, position
    )
    debut_nom = position + _LOCAL.size
    debut = debut_nom + len(nom)
    if marque != b"PK\x03\x04" or nom_taille != len(nom) or vue[debut_nom:debut] != nom:
        raise RefusLot(Code.ZIP_MEMBRES)
    if tuple(constantes) != _CONSTANTES or compresse != taille or extra != _SANS_EXTRA:
        raise RefusLot(Code.ZIP_OPTION)
    if taille > borne:
        raise RefusLot(Code.TROP_GRAND)
    if len(vue) < debut + taille:
        raise RefusLot(Code.ZIP_TRONQUE)
    return vue[debut : debut + taille], debut + taille


def _exiger_identite(vue: memoryview, conteneur: Conteneur) -> None:
    """Compare piece by piece: the whole container written again would double the memory."""
    position = 0
    for morceau in _morceaux(conteneur):
        fin = position + len(morceau)
        if vue[position:fin] != morceau:
            manque = fin > len(vue) and morceau[: len(vue) - position] == vue[position:]
            raise RefusLot(Code.ZIP_TRONQUE if manque else Code.ZIP_NON_CANONIQUE)
        position = fin
    if position != len(vue):
        raise RefusLot(Code.ZIP_NON_CANONIQUE)


def _morceaux(conteneur: Conteneur) -> Iterator[bytes | memoryview]:
    contenus: tuple[bytes | memoryview, ...] = (
        conteneur.manifeste,
        conteneur.signature,
        conteneur.charge,
        conteneur.sommes,
    )
    repertoire = b""
    position = 0
    for nom, contenu in zip(MEMBRES, contenus, strict=True):
        titre = nom.encode("ascii")
        commun = (*_CONSTANTES, zlib.crc32(contenu), len(contenu), len(contenu), len(titre))
        # Made by 1.0 on FAT: no Unix mode, so no member can be a link or executable.
        repertoire += _CENTRAL.pack(b"PK\x01\x02", 10, *commun, 0, 0, 0, 0, 0, position) + titre
        yield _LOCAL.pack(b"PK\x03\x04", *commun, _SANS_EXTRA) + titre
        yield contenu
        position += _LOCAL.size + len(titre) + len(contenu)
    nombre = len(MEMBRES)
    fin = _FIN.pack(b"PK\x05\x06", 0, 0, nombre, nombre, len(repertoire), position, 0)
    yield repertoire + fin
