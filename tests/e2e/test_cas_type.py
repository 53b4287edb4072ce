"""The file of the worked case is what contracts.md section 3 takes."""

import csv

from tests.e2e import cas_type


def test_the_file_holds_the_case(tmp_path):
    octets = cas_type.ecrire(tmp_path / "journal.csv").read_bytes()
    assert octets.startswith(b"\xef\xbb\xbfdate;duree_min;")
    lues = list(csv.DictReader(octets.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert lues == cas_type.lignes()
    assert len(lues) == cas_type.N


def test_the_file_is_the_same_each_time(tmp_path):
    une, autre = (cas_type.ecrire(tmp_path / nom).read_bytes() for nom in ("a.csv", "b.csv"))
    assert une == autre


def test_old_keys_are_all_different(tmp_path):
    texte = cas_type.ecrire(tmp_path / "cle.csv", avec_cle=True).read_text("utf-8-sig")
    lues = list(csv.DictReader(texte.splitlines(keepends=True), delimiter=";"))
    assert len({ligne["id_externe"] for ligne in lues}) == cas_type.N


def test_a_milieu_has_one_description():
    descriptions = {
        (li["milieu"], li["tenure"], li["organisme"], li["mrc"], li["categorie_immeuble"])
        for li in cas_type.lignes()
    }
    assert len({d[0] for d in descriptions}) == len(descriptions)
