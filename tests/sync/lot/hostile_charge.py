"""Hostile compressed lines and records, well signed (T66 to T69, T74, T91)."""

import json
import random
import zlib
from collections.abc import Iterator

from journal_scls.sync.lot import charge as charges_lues
from journal_scls.sync.lot import json_canonique, sommes
from journal_scls.sync.lot.enregistrement import encoder
from journal_scls.sync.lot.refus import Code
from tests.sync.lot import outils
from tests.sync.lot.hostile_pieces import (
    Cas,
    assembler,
    fichier,
    gz,
    lignes_valides,
    manifeste,
    par_ligne,
    par_lignes,
    par_manifeste,
    signer,
)


def charges() -> Iterator[Cas]:
    brut = lignes_valides()
    charge = gz(brut)
    texte = json_canonique.ecrire(manifeste())
    autre = gz(lignes_valides().replace(b'"duree_min":45', b'"duree_min":46'))
    yield Cas("T66-charge-echangee", assembler(texte, autre), Code.CONTENU_SUBSTITUE)
    meme_taille = charge[:-1] + bytes([charge[-1] ^ 1])
    yield Cas("T66-un-bit", assembler(texte, meme_taille), Code.CONTENU_SUBSTITUE)
    for nom, mensonge in {
        "brut-sha256": {"raw_sha256": "0" * 64},
        "brut-trop-long": {"raw_size": len(brut) + 1},
        "sha256": {"sha256": "0" * 64},
        "taille": {"size": len(charge) + 1},
    }.items():
        files = [fichier(charge, brut, **mensonge)]
        yield Cas(f"T66-{nom}", par_manifeste(files=files), Code.CONTENU_SUBSTITUE)
    listes = {
        "autre-condense": sommes.calculer(texte, b"", charge),
        "vide": b"",
        "ligne-de-plus": sommes.calculer(texte, signer(texte), charge) + b"0" * 64 + b"  x\n",
        "crlf": sommes.calculer(texte, signer(texte), charge).replace(b"\n", b"\r\n"),
    }
    for nom, liste in listes.items():
        yield Cas(f"T67-{nom}", assembler(texte, charge, liste=liste), Code.SOMMES)
    bombe = _bombe(2_700_000_000)
    for nom, annonce in {"honnete-borne": 128 * 1024 * 1024, "menteuse": 1000}.items():
        files = [fichier(bombe, b"", raw_size=annonce)]
        comptes = {"ecritures": 0, "retraits": 0}
        octets = par_manifeste(charge=bombe, files=files, counts=comptes)
        yield Cas(f"T68-bombe-{nom}", octets, Code.GZIP_BOMBE)
    petite = gz(bytes(1_000_000))
    files = [fichier(petite, bytes(1_000_000))]
    octets = par_manifeste(charge=petite, files=files, counts={"ecritures": 0, "retraits": 0})
    yield Cas("T68-taux", octets, Code.GZIP_BOMBE)
    bord = _au_bord(charges_lues.MORCEAU)
    for nom, (faux, code) in {
        "suite-au-bord-d-un-morceau": (bord + charge, Code.GZIP_SUITE),
        "deux-membres": (charge + charge, Code.GZIP_SUITE),
        "octet-de-trop": (charge + b"\0", Code.GZIP_SUITE),
        "coupe": (charge[:-9], Code.GZIP_TRONQUE),
        "coupe-au-controle": (charge[:-1], Code.GZIP_TRONQUE),
        "crc": (charge[:-8] + bytes(4) + charge[-4:], Code.GZIP_ABIME),
        "pas-gzip": (brut, Code.GZIP_ABIME),
        "zeros": (bytes(20), Code.GZIP_ABIME),
        "zlib": (zlib.compress(brut), Code.GZIP_ABIME),
        "nom-de-fichier": (
            b"\x1f\x8b\x08\x08\0\0\0\0\0\xff../../x\0" + charge[10:],
            Code.GZIP_ABIME,
        ),
        "date": (charge[:4] + b"\x01" + charge[5:], Code.GZIP_ABIME),
        "deflate-abime": (charge[:10] + b"\xff" * 20 + charge[30:], Code.GZIP_ABIME),
    }.items():
        # The declared size is generous: only the shape of the member is at fault.
        files = [fichier(faux, brut, raw_size=150 * len(faux))]
        yield Cas(f"T69-{nom}", par_manifeste(charge=faux, brut=brut, files=files), code)


def _au_bord(taille: int) -> bytes:
    """A member of exactly `taille` bytes: what follows begins a piece of the reader's own."""
    surplus = len(gz(b"")) + 16
    for longueur in range(taille - surplus - 64, taille):
        compresseur = zlib.compressobj(0, zlib.DEFLATED, 31)
        brut = lignes_valides().ljust(longueur, b"\n")
        octets = gz(b"")[:10] + (compresseur.compress(brut) + compresseur.flush())[10:]
        if len(octets) == taille:
            return octets
    raise AssertionError(taille)


def _bombe(taille: int) -> bytes:
    """`taille` zeros, made from one flushed mebibyte repeated; the checksum is never reached."""
    compresseur = zlib.compressobj(9, zlib.DEFLATED, -15)
    bloc = compresseur.compress(bytes(2**20)) + compresseur.flush(zlib.Z_FULL_FLUSH)
    return gz(b"")[:10] + bloc * (taille // 2**20) + b"\x03\x00" + bytes(8)


def enregistrements() -> Iterator[Cas]:
    valide = encoder(outils.enregistrement())
    texte = lignes_valides()
    for nom, (brut, code) in {
        "crlf": (texte.replace(b"\n", b"\r\n"), Code.JSON_NON_CANONIQUE),
        "sans-fin-de-ligne": (texte[:-1], Code.LIGNES),
        "ligne-vide": (texte + b"\n", Code.LIGNES),
        "ligne-de-70-ko": (valide[:-1] + b" " * 70_000 + b"}\n", Code.LIGNE_LONGUE),
        "ligne-de-1-mo": (
            b'"' + random.Random(1).randbytes(500_000).hex().encode(),
            Code.LIGNE_LONGUE,
        ),
        "desordre": (b"".join(reversed(texte.splitlines(keepends=True))), Code.ORDRE),
        "deux-fois": (valide + b"\n" + valide + b"\n", Code.ORDRE),
        "cle-double": (valide[:-1] + b',"volet":"INDIVIDUEL"}\n', Code.JSON_CLE_DOUBLE),
        "bom": (b"\xef\xbb\xbf" + texte, Code.JSON_UTF8),
        "utf8": (texte.replace(b"ECOUTE", b"ECOUT\xff"), Code.JSON_UTF8),
        "nfd": (texte.replace("É".encode(), "E\u0301".encode()), Code.JSON_NON_CANONIQUE),
        "echappement": (texte.replace(b"ECOUTE", b"\\u0045COUTE"), Code.JSON_NON_CANONIQUE),
        "nan": (texte.replace(b":45,", b":NaN,"), Code.JSON_NOMBRE),
        "virgule": (texte.replace(b":45,", b":45.0,"), Code.JSON_NOMBRE),
        "pas-un-objet": (b"[]\n", Code.SCHEMA),
        "texte-libre": (b"Mme T. va mieux\n", Code.JSON_SYNTAXE),
        "profondeur": (b"[" * 100 + b"]" * 100 + b"\n", Code.JSON_PROFONDEUR),
        "null": (
            json_canonique.ecrire(json.loads(valide) | {"comite": None}) + b"\n",
            Code.SCHEMA,
        ),
    }.items():
        yield Cas(f"T74-{nom}", par_lignes(brut), code)
    for nom, changes in {
        "code-minuscule": {"activite": "ecoute"},
        "code-vide": {"activite": ""},
        "code-long": {"activite": "A" * 41},
        "code-formule": {"activite": "=CMD()"},
        "mois-00": {"date": "RETIRER", "milieu": "RETIRER", "mois": "2025-00"},
        "mois-13": {"date": "RETIRER", "milieu": "RETIRER", "mois": "9999-13"},
        "annee-1": {"date": "0001-01-01"},
        "jour-impossible": {"date": "2025-02-30"},
        "heure": {"date": "2025-03-14T15:09:26"},
        "date-et-mois": {"mois": "2025-03"},
        "ni-date-ni-mois": {"date": "RETIRER"},
        "jour-sans-milieu": {"milieu": "RETIRER"},
        "duree-0": {"duree_min": 0},
        "duree-1441": {"duree_min": 1441},
        "duree-vrai": {"duree_min": True},
        "duree-texte": {"duree_min": "45"},
        "personnes-negatives": {"nb_personnes": -1},
        "tranches-de-trop": {"tranches": [0] * 6},
        "liste-vide": {"problematiques": []},
        "renverse": {"mrc": "abc\u202etxt"},
        "invisible": {"mrc": "Gatin\u200beau"},
        "nul": {"mrc": "a\u0000b"},
        "retour": {"mrc": "a\nb"},
        "long": {"mrc": "a" * 121},
        "note": {"note": "Mme T. va mieux"},
        "personne": {"personne": "P-0001"},
        "adresse": {"milieu": {"nom": "HLM", "adresse": "12 rue X"}},
        "reference-organisme": {
            "references": [
                {
                    "destination": "OC",
                    "mode": "SIMPLE",
                    "organisme": "X",
                    "service": "AUTRE",
                    "statut": "FAITE",
                }
            ]
        },
        "id": {"id": "1"},
        "rev-0": {"rev": 0},
        "deleted-nombre": {"deleted": 0},
        "retrait-qui-parle": {"deleted": True},
        "champ-manquant": {"volet": "RETIRER"},
    }.items():
        yield Cas(f"T74-champ-{nom}", par_ligne(**changes), Code.SCHEMA)
    yield Cas("T91-epoque-a-venir", par_ligne(ep=2), Code.EPOQUE)
