"""Whatever the bytes, the reader answers or refuses; it never breaks (T51, T78)."""

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.sync.lot import (
    bech32,
    conteneur,
    enregistrement,
    enveloppe,
    json_canonique,
    sshsig,
)
from journal_scls.sync.lot.refus import RefusLot
from journal_scls.sync.lot.sshsig import Espace
from tests.sync.lot import hostile_pieces as hostile
from tests.sync.lot import outils
from tests.sync.lot.outils import JOURNAL

CLAIR = outils.conteneur()
LIGNE = enregistrement.encoder(outils.enregistrement())
MANIFESTE = conteneur.lire(CLAIR).manifeste

json_quelconque = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["2025-03-14", "ECOUTE", outils.numero(1), "0" * 64]),
    lambda enfants: (
        st.lists(enfants, max_size=4) | st.dictionaries(st.text(max_size=8), enfants, max_size=4)
    ),
    max_leaves=12,
)


def muter(octets: bytes, coups: list[tuple[int, int, bytes]]) -> bytes:
    for place, longueur, remplacement in coups:
        debut = place % (len(octets) + 1)
        octets = octets[:debut] + remplacement + octets[debut + longueur :]
    return octets


coups = st.lists(
    st.tuples(
        st.integers(0, 5_000),
        st.integers(0, 8),
        st.binary(max_size=8)
        | st.sampled_from([b'"', b"{", b"[", b"\\u0000", b"null", b"-1", b"1e9", b"\n"]),
    ),
    min_size=1,
    max_size=4,
)


@given(st.binary(max_size=500))
def test_any_bytes(octets):
    for lire in (
        outils.lire,
        outils.lire_clair,
        json_canonique.lire,
        enregistrement.decoder,
        lambda o: enveloppe.verifier_entete(b"age-encryption.org/v1\n-> X25519 " + o),
        lambda o: sshsig.lire(o, Espace.LOT),
    ):
        with suppress(RefusLot):
            lire(octets)


@given(coups)
def test_a_mutated_container(changements):
    octets = muter(CLAIR, changements)
    with suppress(RefusLot):
        assert outils.lire_clair(octets)
        assert octets == CLAIR


@given(coups)
def test_a_mutated_manifest_signed_again(changements):
    with suppress(RefusLot):
        outils.lire_clair(hostile.par_texte(muter(MANIFESTE, changements)))


@given(coups)
def test_mutated_lines_signed_again(changements):
    with suppress(RefusLot):
        outils.lire_clair(hostile.par_lignes(muter(hostile.lignes_valides(), changements)))


@given(coups)
def test_a_mutated_gzip_signed_again(changements):
    charge = muter(hostile.gz(hostile.lignes_valides()), changements)
    with suppress(RefusLot):
        outils.lire_clair(hostile.par_manifeste(charge=charge))


@given(coups)
def test_a_mutated_line_is_refused_or_canonical(changements):
    octets = muter(LIGNE, changements)
    with suppress(RefusLot):
        version = enregistrement.decoder(octets)
        assert enregistrement.encoder(version) == octets
        assert json_canonique.ecrire(json_canonique.lire(octets)) == octets


@given(st.sampled_from(sorted(json.loads(MANIFESTE))), json_quelconque)
def test_any_value_in_a_signed_manifest(champ, valeur):
    texte = json.dumps(
        json.loads(MANIFESTE) | {champ: valeur},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    ).encode("utf-8", "surrogatepass")
    with suppress(RefusLot):
        outils.lire_clair(hostile.par_texte(texte))


@given(json_quelconque)
def test_canonical_json_has_one_spelling(valeur):
    try:
        octets = json_canonique.ecrire(valeur)
    except (ValueError, UnicodeEncodeError):
        return
    assert json_canonique.lire(octets) == valeur


@settings(max_examples=50)
@given(st.binary(max_size=300), st.sampled_from(Espace))
def test_any_message_is_signed_and_verified(message, espace):
    armure = sshsig.signer(message, espace, JOURNAL.cle_secrete)
    lue = sshsig.lire(armure, espace)
    lue.exiger(message)
    with suppress(RefusLot):
        lue.exiger(message + b"x")
        raise AssertionError(message)


@given(st.binary(max_size=40), st.text(max_size=60))
def test_bech32_has_one_spelling(octets, texte):
    assert bech32.decoder("age", bech32.encoder("age", octets)) == octets
    with suppress(ValueError):
        assert bech32.encoder("age", bech32.decoder("age", "age1" + texte)) == "age1" + texte
