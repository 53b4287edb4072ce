"""The narrow door lets nothing through that the wide one would refuse."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.sync.lot.enregistrement import (
    Enregistrement,
    ReferenceLot,
    Repere,
    Retrait,
    decoder,
    encoder,
)
from journal_scls.sync.lot.ligne_courante import reconnaitre
from journal_scls.sync.lot.refus import RefusLot
from tests.sync.lot.outils import enregistrement, versions

_codes = st.sampled_from(["OH", "C4", "A_1", "X" * 40])
_textes = st.one_of(
    st.text("abcÉîœ’ -&'/()0123456789\"\\<", min_size=1, max_size=121),
    st.text(max_size=8),
)
_uuids = st.uuids().map(str)


_TEXTES = ("é", "e\u0301", "\u202e", "\u00a0", "null", "-", "1440", "1441", '"ep":2,', '"rev":3',
           '"mois":"2025-03",', '"date":"2025-02-30"')  # fmt: skip
MORCEAUX = (
    *(bytes([octet]) for octet in b'"\\,{}[]:0 \n\x00\xff'),
    *(texte.encode() for texte in _TEXTES),
)


def _peut_etre(strategie):
    return st.one_of(st.none(), strategie)


@st.composite
def enregistrements(draw):
    reperes = st.builds(Repere, code=_peut_etre(_textes), nom=_textes)
    situe = draw(st.booleans())
    champs = {
        "id": draw(_uuids),
        "ep": draw(st.integers(1, 2**31 - 1)),
        "rev": draw(st.integers(1, 2**31 - 1)),
        "duree_min": draw(st.integers(1, 1440)),
        "nb_personnes": draw(_peut_etre(st.integers(0, 100_000))),
        "date": draw(st.dates(dt.date(1970, 1, 1), dt.date(2199, 12, 31))) if situe else None,
        "mois": None if situe else draw(st.sampled_from(["1970-01", "2025-12", "2199-10"])),
        "milieu": draw(reperes) if situe else None,
        "organisme": draw(_peut_etre(reperes)),
        "mrc": draw(_peut_etre(_textes)),
        "fait_marquant": draw(_peut_etre(_textes)),
        "problematiques": draw(_peut_etre(st.lists(_codes, min_size=1, max_size=10).map(tuple))),
        "tranches": draw(_peut_etre(st.tuples(*[st.integers(0, 100_000)] * 5))),
        "references": draw(_peut_etre(st.lists(
            st.builds(ReferenceLot, destination=_codes, mode=_codes, service=_codes,
                      statut=_codes),
            min_size=1, max_size=4).map(tuple))),
    }  # fmt: skip
    for nom in ("activite", "categorie", "clientele", "tenure", "vocabulaire", "volet"):
        champs[nom] = draw(_codes)
    for nom in ("categorie_immeuble", "comite", "modalite", "projet", "type_collectif"):
        champs[nom] = draw(_peut_etre(_codes))
    return champs


def exiger_accord(ligne: bytes) -> bool:
    """Whether the narrow door takes the line; if so the wide one says the same of it."""
    reperes = reconnaitre(ligne)
    if reperes is None:
        return False
    version = decoder(ligne)
    assert reperes == (
        isinstance(version, Retrait), version.ep, version.id.encode(), version.rev
    )  # fmt: skip
    return True


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_what_it_recognises_is_what_the_decoder_reads(data):
    try:
        champs = data.draw(enregistrements())
        ligne = encoder(Enregistrement(**champs))
    except (ValueError, RefusLot):
        return
    exiger_accord(ligne)


def test_usual_lines_are_recognised():
    for version in versions():
        assert exiger_accord(encoder(version))


def test_every_day_of_a_leap_year_is_recognised_but_one():
    manques = []
    for n in range(366):
        jour = dt.date(2024, 1, 1) + dt.timedelta(n)
        if not exiger_accord(encoder(enregistrement(date=jour))):
            manques.append(jour)
    assert manques == [dt.date(2024, 2, 29)]
    assert reconnaitre(encoder(enregistrement()).replace(b"03-14", b"02-30")) is None


def test_a_line_that_was_tampered_with_is_never_taken_by_the_narrow_door_alone():
    hasard = random.Random(7)
    lignes = [encoder(v) for v in versions()]
    pris = 0
    for _ in range(30_000):
        ligne = bytearray(hasard.choice(lignes))
        for _ in range(hasard.randint(1, 2)):
            place = hasard.randrange(len(ligne))
            match hasard.randrange(4):
                case 0:
                    ligne[place] = hasard.randrange(256)
                case 1:
                    del ligne[place : place + hasard.randint(1, 12)]
                case 2:
                    ligne[place:place] = hasard.choice(MORCEAUX)
                case _:
                    autre = hasard.randrange(len(ligne))
                    bout = ligne[autre : autre + hasard.randint(1, 30)]
                    ligne[place:place] = bout
            if not ligne:
                break
        pris += exiger_accord(bytes(ligne))
    assert pris > 500
