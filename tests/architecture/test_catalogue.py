"""Every case of the catalogue is proved by tests that exist, or says why it has none."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[2]
CATALOGUE = tomllib.loads((RACINE / "tests" / "catalogue.toml").read_text("utf-8"))
CAS = {
    f"T{n:02}"
    for n in (*range(1, 27), *range(30, 44), *range(50, 79), *range(80, 127), *range(130, 133))
}


@cache
def noms_des_tests(fichier: str) -> frozenset[str]:
    texte = (RACINE / fichier).read_text("utf-8")
    return frozenset(re.findall(r"^ *def (test_\w+)\(", texte, re.MULTILINE))


def test_the_whole_catalogue_is_there():
    assert set(CATALOGUE) == CAS


@pytest.mark.parametrize("nom", sorted(CAS))
def test_a_case_names_tests_that_exist_or_a_reason(nom: str):
    cas = CATALOGUE[nom]
    assert set(cas) - {"cas"} in ({"preuves"}, {"sans_objet"})
    for preuve in cas.get("preuves", ()):
        fichier, _, test = preuve.partition("::")
        assert test in noms_des_tests(fichier), preuve
