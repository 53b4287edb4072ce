"""Hostile files of each kind: each has its code, none costs time, none ends in anything else."""

import base64
import random
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.sync.inscription import pli
from journal_scls.sync.lot import bech32, enveloppe, json_canonique, sshsig
from journal_scls.sync.lot.sshsig import Espace
from tests.sync.inscription.outils import GENRES, PETITS_ORDRES, Genre, ligne_de
from tests.sync.lot.outils import AUTRE_JOURNAL, JOURNAL, REGION

SECONDE = 1.0
_P = 2**255 - 19
PETITS_U = [
    0, 1, _P - 1, _P, _P + 1,
    int("00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0", 16),
    int("57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5f", 16),
    2**255 - 1, 2**256 - 1,
]  # fmt: skip


def age_de(u: int) -> str:
    return bech32.encoder("age", u.to_bytes(32, "little"))


def contenus(genre: Genre) -> Iterator[tuple[str, Any, C]]:
    """Well signed, well sealed, badly said."""
    bon = genre.dict
    yield "champ de trop", bon | {"note": "zorglub"}, C.MAL_FAIT
    yield "version 0", bon | {"version": 0}, C.MAL_FAIT
    yield "version vraie", bon | {"version": True}, C.MAL_FAIT
    yield "version en texte", bon | {"version": "1"}, C.MAL_FAIT
    yield "version enorme", bon | {"version": 2**53 - 1}, C.VERSION_RECENTE
    yield "autre format", bon | {"format": "scls-lot"}, C.AUTRE_FICHIER
    yield "format nul", bon | {"format": None}, C.AUTRE_FICHIER
    for champ, valeur in bon.items():
        if champ in ("format", "version"):
            continue
        if champ not in ("name", "request", "incarnations") or genre.nom == "invitation":
            yield f"sans {champ}", {n: v for n, v in bon.items() if n != champ}, C.MAL_FAIT
        yield f"{champ} nul", bon | {champ: None}, C.MAL_FAIT
        yield f"{champ} en liste", bon | {champ: [valeur]}, C.MAL_FAIT
        yield f"{champ} nombre", bon | {champ: -1}, C.MAL_FAIT
        if isinstance(valeur, str):
            yield f"{champ} vide", bon | {champ: ""}, C.MAL_FAIT
            yield f"{champ} invisible", bon | {champ: valeur + "\u202e"}, C.MAL_FAIT
            yield f"{champ} suivi d'un NUL", bon | {champ: valeur + "\0"}, C.MAL_FAIT
            yield f"{champ} sans fin", bon | {champ: valeur * 200}, C.MAL_FAIT
    for champ in ("region", "journal"):
        if champ in bon:
            yield f"{champ} en majuscules", bon | {champ: bon[champ].upper()[:-1] + "A"}, C.MAL_FAIT
            yield f"{champ} sans tirets", bon | {champ: bon[champ].replace("-", "")}, C.MAL_FAIT
    yield from _cles(bon)
    yield from _de_l_accuse(bon) if genre.nom == "accuse" else ()


def _cles(bon: dict[str, Any]) -> Iterator[tuple[str, Any, C]]:
    if "key" not in bon:
        return
    cle = bon["key"]
    blob = base64.b64decode(cle.partition(" ")[2])
    autre_genre = base64.b64encode(blob.replace(b"ed25519", b"ed25518")).decode()
    yield "autre algorithme", bon | {"key": "ssh-ed25519 " + autre_genre}, C.CLE_FAIBLE
    yield "cle rsa", bon | {"key": "ssh-rsa AAAAB3NzaC1yc2E"}, C.MAL_FAIT
    yield "cle commentee", bon | {"key": cle + " moi@ici"}, C.MAL_FAIT
    age = bon["age"]
    yield "age en majuscules", bon | {"age": age.upper()}, C.MAL_FAIT
    faute = age[:-1] + ("q" if age[-1] != "q" else "p")
    yield "age mal tapee", bon | {"age": faute}, C.CLE_FAIBLE
    yield "age secrete", bon | {"age": REGION.identite_age}, C.MAL_FAIT
    yield "plugin age", bon | {"age": "age1yubikey1" + "q" * 50}, C.MAL_FAIT
    for u in PETITS_U:
        yield f"age {u:x}"[:20], bon | {"age": age_de(u)}, C.CLE_FAIBLE


def _de_l_accuse(bon: dict[str, Any]) -> Iterator[tuple[str, Any, C]]:
    def avec(**changes: Any) -> dict[str, Any]:
        return bon | {"incarnations": [bon["incarnations"][0] | changes]}

    suite = bon["incarnations"][0]["have"][0]
    for faux in (False, 1, "oui"):
        yield f"revoked {faux!r}", bon | {"revoked": faux}, C.MAL_FAIT
    yield "suite a l'envers", avec(have=[suite | {"first": 9}]), C.MAL_FAIT
    yield "suite de 0", avec(have=[suite | {"first": 0}]), C.MAL_FAIT
    yield "suite sans fin", avec(have=[suite | {"last": 2**31}]), C.MAL_FAIT
    yield "suite sans condense", avec(have=[{"first": 1, "last": 2}]), C.MAL_FAIT
    yield "rien de recu", avec(have=[]), C.MAL_FAIT
    yield "trop de suites", avec(have=[suite] * 129), C.MAL_FAIT
    yield "trou a trois bornes", avec(missing=[[1, 2, 3]]), C.MAL_FAIT
    yield "trou a une borne", avec(missing=[[1]]), C.MAL_FAIT
    yield "bifurcation vraie", avec(forks=[True]), C.MAL_FAIT
    yield "trop de vies", bon | {"incarnations": bon["incarnations"] * 33}, C.MAL_FAIT
    yield "autre demande", bon | {"request": "tout"}, C.MAL_FAIT
    yield "numero 0", bon | {"number": 0}, C.MAL_FAIT
    yield "etat negatif", bon | {"state": {"count": -1, "digest": "c" * 64}}, C.MAL_FAIT
    yield "trop long", bon | {"incarnations": bon["incarnations"] * 400}, C.AUTRE_FICHIER


def spellings(genre: Genre) -> Iterator[tuple[str, bytes, C]]:
    """The same JSON or worse, spelt otherwise, and signed as it is."""
    bon = genre.message.octets()
    yield "espace", bon.replace(b'"version":', b'"version": '), C.MAL_FAIT
    yield "espace a la fin", bon + b" ", C.MAL_FAIT
    yield "cle double", bon.replace(b"{", b'{"version":1,', 1), C.MAL_FAIT
    yield "flottant", bon.replace(b'"version":1', b'"version":1.0'), C.MAL_FAIT
    yield "infini", bon.replace(b'"version":1', b'"version":NaN'), C.MAL_FAIT
    yield "entier sans fin", bon.replace(b'"version":1', b'"version":' + b"9" * 60_000), C.MAL_FAIT
    yield "profond", bon.replace(b'"version":1', b'"version":' + b"[" * 10_000), C.MAL_FAIT
    yield "echappe", bon.replace(b'"version"', b'"\\u0076ersion"'), C.MAL_FAIT
    yield "demi paire", bon.replace(b'"version":1', b'"version":"\\ud800"'), C.MAL_FAIT
    yield "octet perdu", bon.replace(b'"version":1', b'"version":"\xff"'), C.MAL_FAIT
    yield "retour de chariot", bon + b"\r", C.MAL_FAIT
    yield "pas de JSON", b'{"format":"' + genre.message.nom_format().encode() + b'"', C.MAL_FAIT
    yield (
        "geant",
        bon.replace(b'"version":1', b'"version":"' + b"a" * 66_000 + b'"'),
        C.AUTRE_FICHIER,
    )
    yield "ordre des cles", b'{"version":1,' + bon[1:].replace(b',"version":1', b""), C.MAL_FAIT


def enveloppes(genre: Genre) -> Iterator[tuple[str, bytes, C]]:
    """The container itself."""
    clair, sceller = genre.clair, genre.sceller
    ligne, _, reste = clair.partition(b"\n")
    yield "vide", sceller(b""), C.AUTRE_FICHIER
    yield "sans signature", sceller(ligne + b"\n"), C.SIGNATURE_INVALIDE
    yield "sans fin de ligne", sceller(ligne), C.AUTRE_FICHIER
    yield "suite", sceller(clair + b"x"), C.SIGNATURE_INVALIDE
    yield "suite de zeros", sceller(clair + bytes(512)), C.SIGNATURE_INVALIDE
    yield "signature double", sceller(clair + reste), C.SIGNATURE_INVALIDE
    yield "ligne vide avant", sceller(b"\n" + clair), C.AUTRE_FICHIER
    yield "BOM", sceller(b"\xef\xbb\xbf" + clair), C.AUTRE_FICHIER
    yield "CRLF", sceller(clair.replace(b"\n", b"\r\n")), C.SIGNATURE_INVALIDE
    yield "ligne vide entre", sceller(ligne + b"\n\n" + reste), C.SIGNATURE_INVALIDE
    yield "armure d'un bloc", sceller(ligne + b"\n" + _serrer(reste)), C.SIGNATURE_INVALIDE
    yield "armure trop longue", sceller(ligne + b"\n" + _gonfler(reste)), C.SIGNATURE_INVALIDE
    yield "autre message", sceller(clair.replace(b":1", b":2", 1)), C.SIGNATURE_INVALIDE
    yield "geant", sceller(clair + bytes(pli.TAILLE_MAX)), C.AUTRE_FICHIER
    yield "tableau", sceller(b"[" + clair), C.AUTRE_FICHIER
    yield "jpeg", b"\xff\xd8\xff\xe0" + bytes(500), C.AUTRE_FICHIER
    yield "zip", b"PK\x03\x04" + bytes(500), C.AUTRE_FICHIER
    malleable = _malleable(reste)
    yield "S + L", sceller(ligne + b"\n" + malleable), C.SIGNATURE_INVALIDE
    autre = sshsig.signer(ligne + b"\n", genre.espace, AUTRE_JOURNAL.cle_secrete)
    etranger = C.SIGNATURE_INVALIDE if genre.nom in ("invitation", "demande", "cles") else (
        C.SIGNATAIRE_ETRANGER)  # fmt: skip
    yield "signee par un autre", sceller(ligne + b"\n" + autre * len(genre.signatures)), etranger
    if genre.nom == "cles":
        yield "une seule signature", sceller(ligne + b"\n" + _premiere(reste)), C.SIGNATURE_INVALIDE
        yield "ordre inverse", genre.octets(signatures=genre.signatures[::-1]), C.SIGNATURE_INVALIDE
    if genre.destinataires:
        yield "en clair", clair, C.AUTRE_FICHIER
        yield "pour un autre", enveloppe.sceller(clair, [_AILLEURS]), C.PAS_POUR_NOUS
        scelle = genre.octets()
        yield "tronque", scelle[:-1], C.FICHIER_ABIME
        yield "octet de trop", scelle + b"\0", C.FICHIER_ABIME
        yield "deux fichiers", scelle + scelle, C.FICHIER_ABIME
        yield "age arme", b"-----BEGIN AGE ENCRYPTED FILE-----\n", C.AUTRE_FICHIER
        yield "phrase", _PHRASE, C.AUTRE_FICHIER
        yield "5000 destinataires", _FOULE, C.AUTRE_FICHIER


_AILLEURS = bech32.encoder("age", (9).to_bytes(32, "little"))
_PHRASE = (
    b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n" + b"A" * 43 + b"\n--- "
    + b"A" * 43 + b"\n" + bytes(64)
)  # fmt: skip
_FOULE = (
    b"age-encryption.org/v1\n"
    + b"".join(b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n" for _ in range(5_000))
    + b"--- " + b"A" * 43 + b"\n"
)  # fmt: skip


def _premiere(armures: bytes) -> bytes:
    fin = b"-----END SSH SIGNATURE-----\n"
    return armures.partition(fin)[0] + fin


def _serrer(armures: bytes) -> bytes:
    lignes = armures.split(b"\n")
    return b"\n".join([lignes[0], b"".join(lignes[1:6]), *lignes[6:]])


def _gonfler(armures: bytes) -> bytes:
    debut = b"-----BEGIN SSH SIGNATURE-----\n"
    return armures.replace(debut, debut + b"A" * 30_000 + b"\n")


def _malleable(armures: bytes) -> bytes:
    """The second signature that anybody can derive from a first: S + L."""
    lignes = _premiere(armures).split(b"\n")
    blob = bytearray(base64.b64decode(b"".join(lignes[1:-2])))
    s = int.from_bytes(blob[-32:], "little") + 2**252 + 27742317777372353535851937790883648493
    blob[-32:] = s.to_bytes(32, "little")
    texte = base64.b64encode(bytes(blob))
    corps = [texte[i : i + 70] for i in range(0, len(texte), 70)]
    suite = armures[len(_premiere(armures)) :]
    return b"\n".join([lignes[0], *corps, *lignes[-2:]]) + suite


def cas() -> list[Any]:
    tous = []
    for nom, genre in GENRES.items():
        listes = (
            [(n, genre.octets(c), code) for n, c, code in contenus(genre)]
            + [(f"json {n}", genre.octets(o), code) for n, o, code in spellings(genre)]
            + [(f"pli {n}", o, code) for n, o, code in enveloppes(genre)]
        )
        tous += [pytest.param(genre, o, code, id=f"{nom}: {n}") for n, o, code in listes]
    return tous


CAS = cas()


def test_there_are_at_least_40_of_each_kind():
    for nom in GENRES:
        assert sum(str(c.id).startswith(f"{nom}:") for c in CAS) >= 40, nom


@pytest.mark.parametrize(("genre", "octets", "code"), CAS)
def test_each_is_refused_with_its_code_at_once(genre, octets, code):
    debut = time.process_time()
    with pytest.raises(RefusInscription) as refus:
        genre.lire(octets)
    assert time.process_time() - debut < SECONDE
    assert refus.value.code is code, refus.value.detail
    assert "zorglub" not in f"{refus.value} {refus.value.detail}"


@pytest.mark.parametrize("y", PETITS_ORDRES)
def test_a_key_under_which_anybody_signs_is_refused_wherever_it_comes(y):
    """T64: the trivial signature holds for the 14 encodings, and each is refused."""
    cle = y.to_bytes(32, "little")
    for nom in ("invitation", "demande", "acceptation", "cles"):
        genre = GENRES[nom]
        faible = genre.dict | {"key": ligne_de(cle)}
        ligne = json_canonique.ecrire(faible) + b"\n"
        triviale = sshsig._armer(
            sshsig._blob(cle, (1).to_bytes(32, "little") + bytes(32), genre.espace)
        )
        honnete = sshsig.signer(ligne, genre.espace, genre.signatures[0])
        armures = {
            "invitation": triviale,
            "demande": triviale,
            "acceptation": honnete,
            "cles": honnete + triviale,
        }
        with pytest.raises(RefusInscription) as refus:
            genre.lire(genre.sceller(ligne + armures[nom]))
        assert refus.value.code is C.CLE_FAIBLE, nom


def test_a_recovery_recipient_that_anybody_opens_is_refused():
    genre = GENRES["invitation"]
    for u in PETITS_U:
        with pytest.raises(RefusInscription) as refus:
            genre.lire(genre.octets(genre.dict | {"recovery": age_de(u)}))
        assert refus.value.code is C.CLE_FAIBLE
    with pytest.raises(RefusInscription):
        genre.lire(genre.octets(genre.dict | {"recovery": genre.dict["age"]}))


def test_the_policy_is_what_its_digest_says():
    genre = GENRES["invitation"]
    politique = genre.dict["policy"]
    for changes in (
        {"fields": [*politique["fields"], "zzz"]},
        {"fields": politique["fields"][::-1]},
        {"fields": []},
        {"fields": ["note"] * 2},
        {"digest": "0" * 64},
        {"id": "minuscules"},
        {"k": 5},
    ):
        with pytest.raises(RefusInscription) as refus:
            genre.lire(genre.octets(genre.dict | {"policy": politique | changes}))
        assert refus.value.code is C.MAL_FAIT


@pytest.mark.parametrize("nom", GENRES)
def test_one_bit_anywhere(nom):
    genre = GENRES[nom]
    hasard = random.Random(nom)
    for octets, sceller in ((genre.octets(), lambda o: o), (genre.clair, genre.sceller)):
        for _ in range(150):
            place = hasard.randrange(len(octets) * 8)
            altere = bytearray(octets)
            altere[place // 8] ^= 1 << place % 8
            try:
                lu = genre.lire(sceller(bytes(altere)))
            except RefusInscription:
                continue
            # The noise line that the age library adds is covered by its MAC: nothing passes.
            pytest.fail(f"bit {place}: {lu}")


@pytest.mark.parametrize("nom", GENRES)
def test_every_truncation(nom):
    genre = GENRES[nom]
    for octets, sceller in ((genre.octets(), lambda o: o), (genre.clair, genre.sceller)):
        for taille in range(0, len(octets), 7):
            with pytest.raises(RefusInscription):
                genre.lire(sceller(octets[:taille]))


@given(st.sampled_from(sorted(GENRES)), st.binary(max_size=3_000))
def test_random_bytes_only_ever_refuse(nom, octets):
    genre = GENRES[nom]
    for candidat in (octets, genre.sceller(octets), genre.sceller(b"{" + octets + b"\n" + octets)):
        with pytest.raises(RefusInscription):
            genre.lire(candidat)


json_quelconque = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text("aé1-", max_size=70),
    lambda enfants: (
        st.lists(enfants, max_size=3)
        | st.dictionaries(st.text("abc", max_size=4), enfants, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(GENRES)), st.data())
def test_signed_nonsense_only_ever_refuses(nom, data):
    """A region or a journal that is enrolled, and hostile."""
    genre = GENRES[nom]
    champ = data.draw(st.sampled_from(sorted(genre.dict)))
    valeur = data.draw(json_quelconque)
    contenu = genre.dict | {champ: valeur}
    if contenu == genre.dict:
        return
    try:
        genre.lire(genre.octets(contenu))
    except RefusInscription:
        return
    # Only what the model allows to be said otherwise.
    assert champ in ("name", "number", "code", "incarnations", "epoch", "since_seq")


def test_an_espace_is_not_forgotten():
    """Every namespace is of one kind of these files, but those of lots and of the directory."""
    ailleurs = {Espace.LOT, Espace.REPERTOIRE, Espace.PROPOSITION}
    assert {g.espace for g in GENRES.values()} == set(Espace) - ailleurs
    assert JOURNAL.publique.cle != REGION.publique.cle
