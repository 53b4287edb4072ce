"""The golden folders: each file is answered by its code, in little time and memory, in silence."""

from pathlib import Path

import pytest

from tests.sync.lot import en_or
from tests.sync.lot.test_hostiles import linux, mesurer

# No file can show these; who does is in tests/catalogue.toml.
SANS_FICHIER = {"T75", "T77"}
VALIDES = en_or.RACINE / "valides"


def tous() -> list[dict[str, str]]:
    return [entree for famille in en_or.FAMILLES for entree in en_or.index(famille)]


def test_the_folders_are_large_small_in_bytes_and_cover_the_catalogue():
    entrees = tous()
    assert len(entrees) >= 200
    assert len({e["nom"] for e in entrees}) == len(entrees)
    couverts = {e["cas"] for e in entrees} | SANS_FICHIER
    couverts |= {f.name.split("-")[0] for f in VALIDES.iterdir()}
    assert {f"T{n}" for n in (*range(50, 78), *range(100, 108))} <= couverts
    assert sum(f.stat().st_size for f in en_or.RACINE.rglob("*")) < 3_000_000


@pytest.mark.parametrize("famille", en_or.FAMILLES)
def test_the_index_is_the_folder(famille):
    presents = {f.name for f in (en_or.RACINE / famille).iterdir()} - {en_or.INDEX}
    assert presents == {e["nom"] for e in en_or.index(famille)}


@linux
@pytest.mark.parametrize("famille", en_or.FAMILLES)
def test_each_file_is_answered_by_its_code_within_limits(famille, tmp_path: Path):
    entrees = en_or.index(famille)
    codes = mesurer(
        en_or.RACINE / famille, {e["nom"]: e["lecture"] for e in entrees}, tmp_path / "travail"
    )
    # A region alone can judge a lot that is well made and signed: the reader has nothing to say.
    attendus = {e["nom"]: "lu" if e["lecture"] == "region" else e["code"] for e in entrees}
    assert codes == attendus


def test_made_again_they_have_the_same_codes():
    """Encrypted anew: other bytes, the same answers (the answers themselves: test above)."""
    faits = {(o.famille, o.nom, o.cas, o.lecture, o.code) for o in en_or.fichiers()}
    gardes = {
        (famille, e["nom"], e["cas"], e["lecture"], e["code"])
        for famille in en_or.FAMILLES
        for e in en_or.index(famille)
    }
    assert faits == gardes


def test_the_others_than_lots_are_answered_the_same_when_made_again(tmp_path: Path):
    """The lots themselves: test_hostiles."""
    autres = [o for o in en_or.fichiers() if o.lecture not in {"lot", "region"}]
    assert len(autres) >= 20
    for o in autres:
        (tmp_path / o.nom).write_bytes(o.octets)
        assert en_or.juger(o.lecture, tmp_path / o.nom) == o.code, o.nom


def test_the_keys_are_beside_them():
    """Whoever writes another reader finds here all that it needs."""
    assert (en_or.RACINE / "cles.toml").read_text("utf-8") == en_or.cles()
