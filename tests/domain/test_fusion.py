"""Duplicates: found, folded, followed, given back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import (
    Fusion,
    Fusions,
    GenreFiche,
    codes_publies,
    doublons,
)
from journal_scls.domain.repertoire.lieux import EtatMilieu, Tenure
from journal_scls.domain.repertoire.partenaires import Projet, ServicePartenaire
from tests.fabriques import milieu, organisme

A, B, C, D = (nouvel_identifiant() for _ in range(4))


def fusion(de, vers, genre=GenreFiche.MILIEU):
    return Fusion(genre=genre, de=de, vers=vers)


def test_a_fusion_is_followed_to_the_end():
    fusions = Fusions((fusion(A, B), fusion(B, C)))
    assert [fusions.courant(id_) for id_ in (A, B, C, D)] == [C, C, C, D]
    assert [fusions.fondu(id_) for id_ in (A, B, C)] == [True, True, False]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_following_always_ends(paires):
    """Even in a directory that should not exist: two people's fusions that meet in a circle."""
    ids = [nouvel_identifiant() for _ in range(6)]
    fusions = Fusions(tuple(fusion(ids[de], ids[vers]) for de, vers in paires))
    assert all(fusions.courant(id_) in ids for id_ in ids)


@pytest.mark.parametrize(("de", "vers"), [(A, A), (A, C), (B, D)])
def test_circles_and_second_fusions_are_refused(de, vers):
    fusions = Fusions((fusion(B, A), fusion(C, B)))
    with pytest.raises(RegleMetier):
        fusions.exiger_possible(de, vers)
    fusions.exiger_possible(A, D)


def test_one_name_and_one_mrc_are_probably_one():
    pins = milieu("Les Pins", mrc="Lévis", a_verifier=True)
    verifie = milieu("LES PINS", mrc="levis")
    ailleurs = milieu("Les Pins", mrc="Matane")
    [trouve] = doublons([pins, verifie, ailleurs])
    assert (trouve.garde, trouve.autre, trouve.genre) == (verifie.id, pins.id, GenreFiche.MILIEU)


def test_an_unknown_mrc_goes_with_any_and_what_is_published_stays():
    pins, publie = milieu("Les Pins", mrc=""), milieu("Les Pins", mrc="Lévis", a_verifier=True)
    [trouve] = doublons([pins, publie], [publie.id])
    assert (trouve.garde, trouve.autre) == (publie.id, pins.id)
    assert doublons([pins, publie], [pins.id, publie.id]) == ()


def test_an_organisme_is_not_a_milieu_nor_two_services_of_one_door():
    def clsc(service):
        return ServicePartenaire(id=nouvel_identifiant(), nom="CLSC", destination="CISSS",
                                 service=service)  # fmt: skip

    fiches = [organisme("Les Pins"), milieu("Les Pins"), clsc("SAPA"), clsc("SANTE_MENTALE")]
    assert doublons(fiches) == ()
    assert len(doublons([*fiches, clsc("SAPA")])) == 1


def test_a_card_names_what_stands_now():
    ancien, nouveau, autre = (organisme(n) for n in ("A", "B", "C"))
    fusions = Fusions((fusion(ancien.id, nouveau.id, GenreFiche.ORGANISME),))
    etats = (
        EtatMilieu(organisme=ancien.id, tenure=Tenure.OH),
        EtatMilieu(depuis=None, organisme=autre.id, tenure=Tenure.OH),
    )
    suivi = fusions.suivre(milieu("X", etats=etats[:1]))
    assert suivi.etats[0].organisme == nouveau.id
    assert fusions.suivre(milieu("Y", etats=etats[1:])).etats[0].organisme == autre.id
    projet = Projet(id=A, code="P", titre="P", milieux=(B, C, D))
    doubles = Fusions((fusion(C, B),))
    assert doubles.suivre(projet).milieux == (B, D)


def test_every_code_of_a_published_project_gives_its_own_and_no_other_leaves():
    def projet(code, *anciens):
        return Projet(id=nouvel_identifiant(), code=code, titre=code, anciens_codes=anciens)

    publie, local, fondu = projet("JARDIN", "POTAGER", "L_JARDIN"), projet("L_X"), projet("L_Y")
    fusions = Fusions((fusion(fondu.id, publie.id, GenreFiche.PROJET),))
    attendu = dict.fromkeys(("JARDIN", "POTAGER", "L_JARDIN", "L_Y"), "JARDIN")
    assert codes_publies([publie, local, fondu], fusions, [publie.id]) == attendu
    assert codes_publies([publie, local, fondu], fusions, []) == {}


def test_a_published_code_never_means_a_card_that_once_had_it():
    vieux = Projet(id=A, code="NEUF", titre="a", anciens_codes=("JARDIN",))
    jardin = Projet(id=B, code="JARDIN", titre="b")
    codes = codes_publies([jardin, vieux], Fusions(), [A, B])
    assert codes == {"NEUF": "NEUF", "JARDIN": "JARDIN"}
