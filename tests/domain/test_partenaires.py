"""Partner services, projects, committees: what they refuse, and the codes of projects."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import (
    CODE_MAX,
    Comite,
    Projet,
    ServicePartenaire,
    code_propose,
    est_local,
    exiger_code_regional,
)

ID = nouvel_identifiant()
JOUR = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("fabrique", "champ"),
    [
        (lambda: ServicePartenaire(id=ID, nom=" ", destination="CISSS", service="SAPA"), "nom"),
        (lambda: ServicePartenaire(id=ID, nom="CLSC", destination="", service=""), "destination"),
        (lambda: ServicePartenaire(id=ID, nom="CLSC", destination="OC", service="AUTRE",
                                   valide_du=JOUR, valide_au=date(2025, 3, 13)), "valide_au"),
        (lambda: Projet(id=ID, code="P_1", titre=""), "titre"),
        (lambda: Projet(id=ID, code="jardin", titre="Jardin"), "code"),
        (lambda: Projet(id=ID, code="P" * 21, titre="Jardin"), "code"),
        (lambda: Projet(id=ID, code="P_1", titre="Jardin", anciens_codes=("P 2",)), "code"),
        (lambda: Projet(id=ID, code="P_1", titre="J", debut=JOUR, fin=date(2024, 1, 1)), "fin"),
        (lambda: Comite(id=ID, code="C_1", titre="CCR", roles=(("LOCATAIRE", 0),)), "roles"),
        (lambda: Comite(id=ID, code="C_1", titre="CCR", roles=(("A", 1), ("A", 2))), "roles"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_beside_its_field(fabrique, champ):
    with pytest.raises(RegleMetier) as refus:
        fabrique()
    assert refus.value.champ == champ
    assert refus.value.suite


@pytest.mark.parametrize(
    ("titre", "local", "code"),
    [
        ("Jardin d'été", False, "JARDIN_D_ETE"),
        ("Jardin d'été", True, "L_JARDIN_D_ETE"),
        ("L'été à l'OMH", False, "ETE_A_L_OMH"),
        ("Enquête mobilisante des Érables", False, "ENQUETE_MOBILISANTE"),
        ("…", True, "L_SANS_TITRE"),
    ],
)
def test_a_code_comes_from_the_title(titre, local, code):
    assert code_propose(titre, (), local=local) == code


@given(st.text(max_size=60), st.booleans(), st.integers(0, 12))
def test_a_code_is_always_free_valid_and_on_its_side(titre, local, deja):
    pris: set[str] = set()
    for _ in range(deja):
        pris.add(code_propose(titre, pris, local=local))
    code = code_propose(titre, pris, local=local)
    assert len(pris) == deja
    assert code not in pris
    assert len(Projet(id=ID, code=code, titre="x").code) <= CODE_MAX
    assert est_local(code) is local


def test_the_region_gives_no_local_code():
    exiger_code_regional("JARDIN")
    with pytest.raises(RegleMetier, match="ne commence pas par"):
        exiger_code_regional("L_JARDIN")
