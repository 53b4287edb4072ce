"""Hostile files judged before anything is decrypted, and zip games (T50 to T59, T70, T76)."""

import base64
import io
import random
import struct
import zipfile
from collections.abc import Iterator
from typing import Any

from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.refus import Code
from tests.sync.lot import outils
from tests.sync.lot.hostile_pieces import (
    Cas,
    assembler,
    sceller,
)
from tests.sync.lot.outils import (
    AUTRE_REGION,
)

_VERSION = b"age-encryption.org/v1\n"
_MAC = b"--- " + b"A" * 43 + b"\n"


def pas_des_lots() -> Iterator[Cas]:
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    clair = outils.conteneur()
    refuses = {
        "T50-vide": b"",
        "T51-hasard": random.Random(51).randbytes(4096),
        "T52-jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(500),
        "T52-pdf": b"%PDF-1.7\n" + b"x" * 500,
        "T52-docx": document.getvalue(),
        "T52-zip-de-lot-en-clair": clair,
        "T52-texte": "Journal du mois de mars\r\n".encode("utf-16"),
        "T54-version-coupee": _VERSION[:-1],
        "T57-version-2": b"age-encryption.org/v2\n" + _MAC,
        "T52-crlf": _VERSION.replace(b"\n", b"\r\n") + _MAC,
        "T59-armure": b"-----BEGIN AGE ENCRYPTED FILE-----\n"
        + base64.encodebytes(sceller(clair))
        + b"-----END AGE ENCRYPTED FILE-----\n",
    }
    for nom, octets in refuses.items():
        yield Cas(nom, octets, Code.PAS_UN_LOT)


def enveloppes() -> Iterator[Cas]:
    clair = outils.conteneur()
    scelle = sceller(clair)
    fin = scelle.index(b"\n--- ") + 1
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    ssh = b"-> ssh-ed25519 AAAA " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    scrypt = b"-> scrypt " + b"A" * 22 + b" 30\n" + b"B" * 43 + b"\n"
    plugin = b"-> piv-p256 AAAA " + b"A" * 44 + b"\n" + b"B" * 43 + b"\n"
    graisse = b"-> x-grease\n\n"
    charge = bytes(200)
    yield Cas(
        "T53-autre-destinataire",
        sceller(clair, AUTRE_REGION.publique.destinataire),
        Code.PAS_POUR_NOUS,
    )
    for nom, octets in {
        "T54-coupe-dans-entete": scelle[: fin - 20],
        "T54-coupe-au-mac": scelle[: fin + 10],
        "T54-sans-stanza": _VERSION + _MAC + charge,
        "T58-5000-stanzas": _VERSION + stanza * 5000 + _MAC + charge,
        "T58-33-stanzas": _VERSION + stanza * 33 + _MAC + charge,
        "T58-graisse-seule": _VERSION + graisse + _MAC + charge,
        "T58-graisse-double": _VERSION + stanza + graisse * 2 + _MAC + charge,
        "T58-ligne-geante": _VERSION + b"-> X25519 " + b"A" * 200_000,
        "T58-corps-geant": _VERSION + b"-> x-grease\n" + (b"A" * 64 + b"\n") * 5000 + b"\n" + _MAC,
        "T58-corps-manquant": _VERSION + stanza[: stanza.index(b"\n") + 1] + _MAC + charge,
        "T58-argument-court": _VERSION + stanza.replace(b"A" * 43, b"A" * 42) + _MAC + charge,
        "T58-corps-court": _VERSION + stanza.replace(b"B" * 43, b"B" * 42) + _MAC + charge,
        "T58-argument-de-trop": _VERSION + stanza.replace(b"X25519 ", b"X25519 x ") + _MAC + charge,
        "T58-mac-court": _VERSION + stanza + b"--- AAAA\n" + charge,
    }.items():
        yield Cas(nom, octets, Code.AGE_ENTETE)
    for nom, entete in {
        "T57-phrase-scrypt-2-30": scrypt,
        "T57-scrypt-et-x25519": stanza + scrypt,
        "T57-cle-ssh": ssh,
        "T57-plugin": plugin,
    }.items():
        yield Cas(nom, _VERSION + entete + _MAC + charge, Code.AGE_DESTINATAIRE)
    for nom, octets in {
        "T54-coupe-a-la-fin": scelle[:-1],
        "T54-coupe-au-milieu": scelle[: fin + 500],
        "T55-bit-dans-la-charge": scelle[:-5] + bytes([scelle[-5] ^ 1]) + scelle[-4:],
        "T55-bit-dans-le-mac": scelle[: fin + 6]
        + (b"B" if scelle[fin + 6 : fin + 7] == b"A" else b"A")
        + scelle[fin + 7 :],
        "T56-deux-lots-a-la-suite": scelle + sceller(clair),
        "T56-zeros-a-la-fin": scelle + bytes(512),
        "T56-un-octet-de-trop": scelle + b"\n",
    }.items():
        yield Cas(nom, octets, Code.AGE_ABIME)
    yield Cas("T76-plus-de-32-mo", _VERSION + bytes(33 * 1024 * 1024), Code.TROP_GRAND)
    yield Cas(
        "T76-32-mo-bien-chiffres", sceller(b"PK\x03\x04" + bytes(31_000_000)), Code.ZIP_MEMBRES
    )


def _zip_ordinaire(
    membres: list[tuple[str, bytes]], compression: int = zipfile.ZIP_STORED, **attributs: Any
) -> bytes:
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", compression) as archive:
        for nom, octets in membres:
            entree = zipfile.ZipInfo(nom)
            entree.compress_type = compression
            for cle, valeur in attributs.items():
                setattr(entree, cle, valeur)
            archive.writestr(entree, octets)
    return tampon.getvalue()


def conteneurs() -> Iterator[Cas]:
    clair = outils.conteneur()
    lu = zips.lire(clair)
    membres = list(
        zip(
            zips.MEMBRES,
            (lu.manifeste, lu.signature, bytes(lu.charge), lu.sommes),
            strict=True,
        )
    )
    central = clair.index(b"PK\x01\x02")
    fin = clair.index(b"PK\x05\x06")
    for nom, intrus in {
        "traversee": "../../etc/passwd",
        "absolu": "/etc/passwd",
        "windows": "C:\\Windows\\x",
        "nul": "manifest.json\0.exe",
        "casse": "Manifest.json",
    }.items():
        # Written by hand: zipfile cleans some of these names.
        premier = zips._LOCAL.pack(b"PK\x03\x04", *zips._CONSTANTES, 0, 0, 0, len(intrus), 0)
        yield Cas(f"T70-nom-{nom}", premier + intrus.encode() + clair, Code.ZIP_MEMBRES)
    for nom, octets in {
        "T70-membre-manquant": _zip_manquant(clair, lu),
        "T70-membre-double": _double(clair, lu),
        "T70-ordre": _echange(clair, lu),
        "T70-prefixe": b"MZ" + clair,
        "T70-repertoire-seul": clair[central:] + bytes(60),
        "T70-70000-membres": b"PK\x03\x04" + _zip_ordinaire([("x", b"")])[4:] * 7000,
        "T70-pas-un-zip": b"journal;date;duree\n" * 10,
    }.items():
        yield Cas(nom, octets, Code.ZIP_MEMBRES)
    for nom, octets in {
        "T70-deflate": _zip_ordinaire(membres, zipfile.ZIP_DEFLATED),
        "T70-date": _zip_ordinaire(membres, date_time=(2025, 3, 14, 15, 9, 26)),
        "T70-extra": _zip_ordinaire(membres, extra=b"\x99\x99\x04\x00abcd"),
        "T70-chiffre": _octet(clair, 6, 1),
        "T70-descripteur": _octet(clair, 6, 8),
        "T70-zip64": clair[:4] + struct.pack("<H", 45) + clair[6:],
        "T70-taille-differente": _octet(clair, 22, clair[22] ^ 1),
    }.items():
        yield Cas(nom, octets, Code.ZIP_OPTION)
    for nom, octets in {
        "T70-commentaire": clair[:-2] + b"\x04\x00note",
        "T70-suffixe": clair + b"\0",
        "T70-polyglotte": clair + b"<script>alert(1)</script>",
        "T70-crc": _octet(clair, 14, clair[14] ^ 1),
        "T70-crc-central": _octet(clair, central + 16, clair[central + 16] ^ 1),
        "T70-lien-symbolique": _octet(clair, central + 41, 0xA1),
        "T70-nom-central-different": clair[:central]
        + clair[central:].replace(b"manifest.json", b"manifest.exec", 1),
        "T70-deux-repertoires": clair[:fin] + clair[central:],
        "T70-nombre-de-membres": _octet(clair, fin + 8, 5),
        "T70-decalage-central": _octet(clair, fin + 16, clair[fin + 16] ^ 1),
        "T70-fait-par-unix": _octet(clair, central + 5, 3),
    }.items():
        yield Cas(nom, octets, Code.ZIP_NON_CANONIQUE)
    for nom, octets in {
        "T70-conteneur-vide": b"",
        "T70-coupe-dans-un-membre": clair[:200],
        "T70-coupe-dans-un-titre": clair[:20],
        "T70-coupe-au-repertoire": clair[: central + 10],
        "T70-coupe-a-la-fin": clair[:-1],
    }.items():
        yield Cas(nom, octets, Code.ZIP_TRONQUE)
    yield Cas(
        "T70-manifeste-de-5-mo", assembler(b'"' + b"a" * 5_000_000 + b'"', b"x"), Code.TROP_GRAND
    )


def _octet(octets: bytes, place: int, valeur: int) -> bytes:
    return octets[:place] + bytes([valeur]) + octets[place + 1 :]


def _blocs(clair: bytes, lu: Conteneur) -> list[bytes]:
    """The local headers with their contents, then the directory."""
    blocs, position = [], 0
    for nom, contenu in zip(
        zips.MEMBRES, (lu.manifeste, lu.signature, lu.charge, lu.sommes), strict=True
    ):
        fin = position + zips._LOCAL.size + len(nom) + len(contenu)
        blocs.append(clair[position:fin])
        position = fin
    return [*blocs, clair[position:]]


def _zip_manquant(clair: bytes, lu: Conteneur) -> bytes:
    return b"".join(_blocs(clair, lu)[i] for i in (0, 2, 3, 4))


def _double(clair: bytes, lu: Conteneur) -> bytes:
    return b"".join(_blocs(clair, lu)[i] for i in (0, 0, 1, 2, 3, 4))


def _echange(clair: bytes, lu: Conteneur) -> bytes:
    return b"".join(_blocs(clair, lu)[i] for i in (1, 0, 2, 3, 4))
