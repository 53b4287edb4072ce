"""Pieces of hostile lots: everything is well made and well signed, but what the caller changes."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import Any

import pyrage

from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot import json_canonique, sommes, sshsig
from journal_scls.sync.lot.cles import IdentiteSecrete
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.enregistrement import encoder
from journal_scls.sync.lot.refus import Code
from tests.sync.lot import outils
from tests.sync.lot.outils import (
    DESTINATAIRES,
    JOURNAL,
)


@dataclass(frozen=True)
class Cas:
    nom: str
    octets: bytes
    code: Code
    refuse: bool = True
    """False: set aside, not refused."""


def sceller(clair: bytes, *destinataires: str) -> bytes:
    cles = [pyrage.x25519.Recipient.from_str(d) for d in destinataires or DESTINATAIRES]
    return pyrage.encrypt(clair, cles)


def lignes_valides() -> bytes:
    return b"".join(encoder(v) + b"\n" for v in outils.versions())


def gz(brut: bytes) -> bytes:
    """Our header, whatever is inside."""
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + gzip.compress(brut, mtime=0)[10:]


def fichier(charge: bytes, brut: bytes, **mensonges: Any) -> dict[str, Any]:
    honnete = {
        "name": zips.CHARGE,
        "size": len(charge),
        "sha256": hashlib.sha256(charge).hexdigest(),
        "raw_size": len(brut),
        "raw_sha256": hashlib.sha256(brut).hexdigest(),
        "lines": brut.count(b"\n"),
    }
    return honnete | mensonges


def manifeste(**changes: Any) -> dict[str, Any]:
    brut = changes.pop("brut", lignes_valides())
    charge = changes.pop("charge", None) or gz(brut)
    retraits = brut.count(b'"deleted":true')
    valeur = json.loads(outils.entete().model_dump_json(exclude_none=True)) | {
        "counts": {"ecritures": brut.count(b"\n") - retraits, "retraits": retraits},
        "files": [fichier(charge, brut)],
    }
    return {cle: v for cle, v in (valeur | changes).items() if v is not None}


def signer(texte: bytes, qui: IdentiteSecrete = JOURNAL) -> bytes:
    return sshsig.signer(texte, sshsig.Espace.LOT, qui.cle_secrete)


def assembler(
    texte: bytes, charge: bytes, *, signature: bytes | None = None, liste: bytes | None = None
) -> bytes:
    signature = signer(texte) if signature is None else signature
    liste = sommes.calculer(texte, signature, charge) if liste is None else liste
    return zips.ecrire(Conteneur(texte, signature, memoryview(charge), liste))


def par_manifeste(**changes: Any) -> bytes:
    return assembler(
        json_canonique.ecrire(manifeste(**changes)),
        changes.get("charge") or gz(changes.get("brut", lignes_valides())),
    )


def par_texte(texte: bytes) -> bytes:
    return assembler(texte, gz(lignes_valides()))


def par_lignes(brut: bytes) -> bytes:
    return par_manifeste(brut=brut)


def par_ligne(**changes: Any) -> bytes:
    valeur = json.loads(encoder(outils.enregistrement())) | changes
    ligne = {cle: v for cle, v in valeur.items() if v != "RETIRER"}
    return par_lignes(json_canonique.ecrire(ligne) + b"\n")
