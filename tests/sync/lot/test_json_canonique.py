"""One value, one spelling; what our own code may not write."""

import pytest

from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.refus import Code, RefusLot, phrases


def test_keys_are_sorted_and_text_is_not_escaped():
    assert json_canonique.ecrire({"é": [True, None, -3], "a": "œ\n"}) == (
        '{"a":"œ\\n","é":[true,null,-3]}'.encode()
    )


@pytest.mark.parametrize(
    "valeur", [1.0, float("nan"), 2**53, {1: 2}, "e\u0301", {"e\u0301": 1}, b"x", (1,), object()]
)
def test_what_has_no_canonical_spelling_is_our_mistake(valeur):
    with pytest.raises(ValueError, match=r"."):
        json_canonique.ecrire(valeur)


def test_size_and_depth_are_bounded():
    profond = b"[" * 9 + b"]" * 9
    for octets, code in (
        (b'"' + b"a" * 70_000 + b'"', Code.TROP_GRAND),
        (profond, Code.JSON_PROFONDEUR),
    ):
        with pytest.raises(RefusLot) as refus:
            json_canonique.lire(octets)
        assert refus.value.code is code
    assert json_canonique.lire(profond[1:-1]) == [[[[[[[[]]]]]]]]


def test_brackets_inside_text_are_not_depth():
    valeur = {"a": "[[[[[[[[[[[[" + '\\"{{{{{{{{{{{'}
    assert json_canonique.lire(json_canonique.ecrire(valeur)) == valeur


def test_every_code_has_its_sentence_and_next_step():
    for code in Code:
        message, suite = phrases(code)
        assert message.endswith(".")
        assert suite.endswith((".", "»."))
