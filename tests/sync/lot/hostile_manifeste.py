"""Hostile signatures and manifests (T60 to T63, T65, T71 to T73, T93, T100, T106)."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from journal_scls.sync.lot import json_canonique, sshsig
from journal_scls.sync.lot.refus import Code
from tests.sync.lot.hostile_pieces import (
    Cas,
    assembler,
    fichier,
    gz,
    lignes_valides,
    manifeste,
    par_manifeste,
    par_texte,
    signer,
)
from tests.sync.lot.outils import (
    AUTRE_JOURNAL,
    AUTRE_REGION,
    INCONNU,
    JOURNAL,
    REGION,
)

ORDRE_ED25519 = 2**252 + 27742317777372353535851937790883648493
NEUTRE = b"\x01" + bytes(31)


def signatures() -> Iterator[Cas]:
    texte, charge = json_canonique.ecrire(manifeste()), gz(lignes_valides())
    bonne = sshsig.lire(signer(texte), sshsig.Espace.LOT)

    def refaite(cle: bytes, octets: bytes) -> bytes:
        return sshsig._armer(sshsig._blob(cle, octets, sshsig.Espace.LOT))

    s = int.from_bytes(bonne.octets[32:], "little") + ORDRE_ED25519
    malleable = bonne.octets[:32] + s.to_bytes(32, "little")
    armure = signer(texte)
    blob = sshsig._blob(bonne.cle, bonne.octets, sshsig.Espace.LOT)
    fausses = {
        "T61-autre-manifeste": signer(json_canonique.ecrire(manifeste(seq=2, prev="0" * 64))),
        "T61-autre-cle": refaite(AUTRE_JOURNAL.publique.cle, bonne.octets),
        "T61-zeros": refaite(bonne.cle, bytes(64)),
        "T61-vide": b"",
        "T61-pas-armee": blob,
        "T61-texte": b"-----BEGIN SSH SIGNATURE-----\nbonjour\n-----END SSH SIGNATURE-----\n",
        "T65-malleable": refaite(bonne.cle, malleable),
        "T61-reserve-non-vide": sshsig._armer(
            blob.replace(b"\0\0\0\0\0\0\0\x06sha512", b"\0\0\0\x01x\0\0\0\x06sha512")
        ),
        "T61-sha256": sshsig._armer(blob.replace(b"sha512", b"sha256")),
        "T61-version-2": sshsig._armer(b"SSHSIG\0\0\0\x02" + blob[10:]),
        "T61-octets-de-trop": sshsig._armer(blob + b"\0"),
        "T61-base64-en-une-ligne": b"-----BEGIN SSH SIGNATURE-----\n"
        + base64.b64encode(blob)
        + b"\n-----END SSH SIGNATURE-----\n",
        "T61-crlf": armure.replace(b"\n", b"\r\n"),
        "T61-texte-autour": b"Signature :\n" + armure[:900],
        "T61-deux-signatures": armure + armure,
    }
    for espace in sshsig.Espace:
        if espace is not sshsig.Espace.LOT:
            fausses[f"T62-espace-{espace.name.lower()}"] = sshsig.signer(
                texte, espace, JOURNAL.cle_secrete
            )
    for nom, signature in fausses.items():
        yield Cas(nom, assembler(texte, charge, signature=signature), Code.SIGNATURE_INVALIDE)
    yield Cas(
        "T64-signe-par-le-point-neutre",
        assembler(texte, charge, signature=refaite(NEUTRE, NEUTRE + bytes(32))),
        Code.CLE_FAIBLE,
    )
    yield Cas(
        "T63-manifeste-vole",
        assembler(texte, charge, signature=signer(texte, AUTRE_JOURNAL)),
        Code.JOURNAL_ETRANGER,
    )
    yield Cas(
        "T60-signataire-inconnu",
        assembler(texte, charge, signature=signer(texte, INCONNU)),
        Code.SIGNATAIRE_INCONNU,
        refuse=False,
    )
    yield Cas("T100-autre-region", par_manifeste(to=str(AUTRE_REGION.id)), Code.AUTRE_REGION)
    yield Cas(
        "T106-accuse-presente-comme-lot",
        assembler(
            texte,
            charge,
            signature=sshsig.signer(texte, sshsig.Espace.ACCUSE, REGION.cle_secrete),
        ),
        Code.SIGNATURE_INVALIDE,
    )


def manifestes() -> Iterator[Cas]:
    texte = json_canonique.ecrire(manifeste())
    for nom, (octets, code) in {
        "cle-double": (texte[:-1] + b',"seq":1}', Code.JSON_CLE_DOUBLE),
        "nan": (texte.replace(b'"seq":1', b'"seq":NaN'), Code.JSON_NOMBRE),
        "infini": (texte.replace(b'"seq":1', b'"seq":-Infinity'), Code.JSON_NOMBRE),
        "virgule": (texte.replace(b'"seq":1', b'"seq":1.0'), Code.JSON_NOMBRE),
        "exposant": (texte.replace(b'"seq":1', b'"seq":1e0'), Code.JSON_NOMBRE),
        "60000-chiffres": (texte.replace(b'"seq":1', b'"seq":' + b"9" * 60000), Code.JSON_NOMBRE),
        "moins-zero": (texte.replace(b'"seq":1', b'"seq":-0'), Code.JSON_NON_CANONIQUE),
        "profondeur-10000": (b"[" * 10000 + b"]" * 10000, Code.JSON_PROFONDEUR),
        "profondeur-objets": (b'{"a":' * 5000 + b"1" + b"}" * 5000, Code.JSON_PROFONDEUR),
        "utf8": (texte.replace(b"REGION_1", b"REGION\xff\xfe"), Code.JSON_UTF8),
        "utf8-trop-long": (texte.replace(b"REGION_1", b"REGION\xc0\xaf"), Code.JSON_UTF8),
        "demi-paire": (texte.replace(b"REGION_1", b"REGION\\ud800"), Code.JSON_UTF8),
        "bom": (b"\xef\xbb\xbf" + texte, Code.JSON_UTF8),
        "espaces": (texte.replace(b'":', b'": '), Code.JSON_NON_CANONIQUE),
        "fin-de-ligne": (texte + b"\n", Code.JSON_NON_CANONIQUE),
        "echappement": (texte.replace(b"REGION_1", b"REGION\\u005f1"), Code.JSON_NON_CANONIQUE),
        "cles-en-desordre": (
            json.dumps(dict(reversed(manifeste().items())), separators=(",", ":")).encode(),
            Code.JSON_NON_CANONIQUE,
        ),
        "nfd": (texte.replace(b"REGION_1", "RE\u0301GION".encode()), Code.JSON_NON_CANONIQUE),
        "coupe": (texte[:-1], Code.JSON_SYNTAXE),
        "vide": (b"", Code.JSON_SYNTAXE),
        "nul": (texte.replace(b"REGION_1", b"REGION\0"), Code.JSON_SYNTAXE),
        "liste": (b"[" + texte + b"]", Code.MANIFESTE_TYPE),
        "nombre": (b"42", Code.MANIFESTE_TYPE),
        "null": (b"null", Code.MANIFESTE_TYPE),
        "objet-vide": (b"{}", Code.MANIFESTE_CHAMP),
    }.items():
        yield Cas(f"T71-{nom}", par_texte(octets), code)
    yield Cas(
        "T71-champ-null",
        par_texte(json_canonique.ecrire(manifeste() | {"prev": None})),
        Code.MANIFESTE_CHAMP,
    )
    champs: dict[str, dict[str, Any]] = {
        "seq-0": {"seq": 0},
        "seq-2-52": {"seq": 2**52, "prev": "0" * 64},
        "seq-vrai": {"seq": True},
        "seq-texte": {"seq": "1"},
        "version-vrai": {"version": True},
        "version-texte": {"version": "1"},
        "version-0": {"version": 0, "min_reader": 0},
        "min-reader-apres-version": {"min_reader": 2},
        "format": {"format": "scls-lots"},
        "champ-inconnu": {"note": "Mme T. va mieux"},
        "champ-manquant": {"state": None},
        "journal-en-majuscules": {"journal": str(JOURNAL.id).upper()},
        "epoch-negatif": {"epoch": -1},
        "prev-absent": {"seq": 2},
        "prev-de-trop": {"prev": "0" * 64},
        "accuse-a-venir": {"since_ack": 1},
        "genre": {"kind": "tout"},
        "cloture-sans-periode": {"kind": "cloture", "period": None},
        "periode-a-l-envers": {"period": {"du": "2025-04-01", "au": "2025-03-01"}},
        "periode-jour-impossible": {"period": {"du": "2025-02-30", "au": "2025-03-01"}},
        "instant-impossible": {"created_at": "2025-13-45T99:99:99Z"},
        "options-en-double": {"features_optional": ["a", "a"]},
        "options-mal-typees": {"features_required": [1]},
        "aucun-fichier": {"files": []},
        "deux-fichiers": {"files": [fichier(b"x", b"x")] * 2},
        "fichier-ailleurs": {"files": [fichier(b"x", b"x", name="../records.jsonl.gz")]},
        "brut-de-2-go": {"files": [fichier(b"x", b"x", raw_size=2**31 - 1)]},
        "app-controle": {"app": "journal\u001b[2J"},
    }
    for nom, changes in champs.items():
        yield Cas(f"T73-{nom}", par_manifeste(**changes), Code.MANIFESTE_CHAMP)
    for nom, changes in {
        "version-2": {"version": 2, "min_reader": 2},
        "lecteur-2": {"version": 3, "min_reader": 2},
        "version-2-lecteur-1": {"version": 2},
        "option-requise": {"features_required": ["chiffres-romains"]},
        "version-2-champs-nouveaux": {"version": 2, "min_reader": 2, "padding": [1, 2]},
    }.items():
        yield Cas(f"T93-{nom}", par_manifeste(**changes), Code.FORMAT_PLUS_RECENT, refuse=False)
    for nom, comptes in {
        "trop": {"ecritures": 3, "retraits": 1},
        "negatif": {"ecritures": 4, "retraits": -1},
        "retraits-faux": {"ecritures": 1, "retraits": 2},
    }.items():
        yield Cas(f"T72-comptes-{nom}", par_manifeste(counts=comptes), Code.COMPTES)
    brut = lignes_valides()
    faux = {
        "counts": {"ecritures": 3, "retraits": 1},
        "files": [fichier(gz(brut), brut, lines=4)],
    }
    yield Cas("T72-lignes-fausses", par_manifeste(**faux), Code.COMPTES)
    yield Cas("T72-etat-faux", par_manifeste(kind="complet"), Code.ETAT)
