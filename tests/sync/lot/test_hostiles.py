"""The hostile folder: each file refused with its own code, fast, in little memory, in silence."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from journal_scls.sync.lot import ecrivain
from journal_scls.sync.lot.refus import Code, Issue, RefusLot, phrases
from tests.sync.lot import outils
from tests.sync.lot.fabrique_hostile import cas_hostiles
from tests.sync.lot.hostile_pieces import Cas

RACINE = Path(__file__).resolve().parents[3]
CODES_DE_FICHIER = {c for c in Code if c.startswith("fichier_")}

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

# What needs the registry, the enrolment or the base of the coordination, hence not judged here.
AILLEURS = {
    "T64": "enrolment: the keys themselves are judged in test_cles",
    "T75": "one in-memory read: lire_lot only takes bytes",
    "T76": "the file system: test_fichier",
    "T77": "publication",
    "T101": "isolation by journal in the base",
    "T102": "revocation by seq, in the registry",
    "T103": "rotation, in the registry",
    "T104": "rotation, in the registry",
    "T105": "test_aller_retour",
    "T107": "accusé",
}


@cache
def cas() -> tuple[Cas, ...]:
    return tuple(cas_hostiles())


def test_the_folder_is_large_and_covers_the_catalogue():
    assert len(cas()) >= 90
    assert len({c.nom for c in cas()}) == len(cas())
    couverts = {c.nom.split("-")[0] for c in cas()} | set(AILLEURS)
    assert {f"T{n}" for n in (*range(50, 78), *range(100, 108))} <= couverts
    assert {c.code for c in cas()} | CODES_DE_FICHIER == set(Code)


@pytest.mark.parametrize("hostile", cas(), ids=lambda c: c.nom)
def test_each_file_gets_its_own_code(hostile: Cas):
    if not hostile.refuse:
        issue = outils.lire(hostile.octets)
        assert isinstance(issue, Issue)
        assert issue.code is hostile.code
        return
    with pytest.raises(RefusLot) as refus:
        outils.lire(hostile.octets)
    assert refus.value.code is hostile.code
    assert (refus.value.message, refus.value.suite) == phrases(hostile.code)


def mesurer(dossier: Path, a_lire: dict[str, str], travail: Path) -> dict[str, str]:
    """The code of each file, given by a process with little time, little memory and no pen."""
    travail.mkdir()
    fait = subprocess.run(
        [sys.executable, "-B", "-m", "tests.sync.lot.mesure_hostile", dossier],
        cwd=travail,
        env={"PYTHONPATH": f"{RACINE}:{RACINE / 'src'}", "TMPDIR": str(travail)},
        input=json.dumps(a_lire).encode(),
        capture_output=True,
        check=False,
    )
    assert fait.returncode == 0, fait.stderr.decode()
    assert list(travail.iterdir()) == []
    return json.loads(fait.stdout)


@linux
def test_the_whole_folder_is_fast_small_and_writes_nothing(tmp_path: Path):
    dossier = tmp_path / "hostiles"
    dossier.mkdir()
    for hostile in cas():
        (dossier / f"{hostile.nom}.scls").write_bytes(hostile.octets)
    codes = mesurer(dossier, {f"{c.nom}.scls": "lot" for c in cas()}, tmp_path / "travail")
    assert codes == {f"{c.nom}.scls": c.code for c in cas()}


GLOUTON = """
import itertools, runpy, sys
from tests.sync.lot import en_or

def juger(lecture, chemin):
    try:
        bytes(200_000_000)
    except MemoryError:
        print("trop", file=sys.stderr, flush=True)
        sum(itertools.count())

en_or.juger = juger
sys.argv[1:] = ["."]
runpy.run_module("tests.sync.lot.mesure_hostile", run_name="__main__")
"""


@linux
def test_the_limits_of_that_process_are_real(tmp_path: Path):
    """A reader that takes too much memory is refused it, one that takes too long is killed."""
    fait = subprocess.run(
        [sys.executable, "-B", "-c", GLOUTON],
        env={"PYTHONPATH": f"{RACINE}:{RACINE / 'src'}"},
        cwd=tmp_path,
        input=b'{"x": "lot"}',
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (fait.returncode, fait.stderr) == (-signal.SIGPROF, b"trop\n")


def test_an_unknown_signer_is_named_by_key_and_claim_t60():
    (inconnu,) = (c for c in cas() if c.nom == "T60-signataire-inconnu")
    issue = outils.lire(inconnu.octets)
    assert isinstance(issue, Issue)
    assert (issue.resultat, issue.cle) == ("quarantaine", outils.INCONNU.publique.cle)
    assert (issue.journal, issue.seq) == (str(outils.JOURNAL.id), 1)


def test_a_newer_format_waits_t93():
    (recent,) = (c for c in cas() if c.nom == "T93-version-2-champs-nouveaux")
    issue = outils.lire(recent.octets)
    assert isinstance(issue, Issue)
    assert (issue.resultat, issue.journal) == ("en_attente", str(outils.JOURNAL.id))


def test_a_bad_line_is_told_by_number_and_field_never_by_content():
    (mauvais,) = (c for c in cas() if c.nom == "T74-champ-note")
    with pytest.raises(RefusLot) as refus:
        outils.lire(mauvais.octets)
    assert refus.value.detail == "ligne 1"
    (duree,) = (c for c in cas() if c.nom == "T74-champ-duree-1441")
    with pytest.raises(RefusLot) as refus:
        outils.lire(duree.octets)
    assert refus.value.detail == "ligne 1, duree_min"


Lecture = Callable[[bytes], object]


def refuse(lire: Lecture, octets: bytes) -> bool:
    try:
        lire(octets)
    except RefusLot:
        return True
    return False


@pytest.mark.parametrize(
    ("lire", "octets"),
    [
        (outils.lire, ecrivain.sceller(outils.conteneur(), outils.DESTINATAIRES)),
        (outils.lire_clair, outils.conteneur()),
    ],
    ids=["scelle", "en clair"],
)
def test_no_single_bit_and_no_length_can_change_t54_t55(lire: Lecture, octets: bytes):
    tirage = Random(55)
    for _ in range(1_000):
        place = tirage.randrange(len(octets))
        change = octets[place] ^ 1 << tirage.randrange(8)
        assert refuse(lire, octets[:place] + bytes([change]) + octets[place + 1 :]), place
    longueurs = [*range(1024), *(tirage.randrange(len(octets)) for _ in range(300))]
    assert all(refuse(lire, octets[:longueur]) for longueur in longueurs)
    assert all(refuse(lire, octets + b"\0" * n) for n in (1, 2, 511, 512, 65_536))
