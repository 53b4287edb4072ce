"""The hostile folder: each file refused with its own code, fast, in little memory, in silence."""

import json
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
SECONDES_MAX = 1.0
OCTETS_MAX = 100 * 1024 * 1024
CODES_DE_FICHIER = {c for c in Code if c.startswith("fichier_")}

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


@pytest.mark.skipif(sys.platform == "win32", reason="the resource module is POSIX only")
def test_the_whole_folder_is_fast_small_and_writes_nothing(tmp_path: Path):
    dossier, travail = tmp_path / "hostiles", tmp_path / "travail"
    dossier.mkdir()
    travail.mkdir()
    for hostile in cas():
        (dossier / f"{hostile.nom}.scls").write_bytes(hostile.octets)
    fait = subprocess.run(
        [sys.executable, "-B", "-m", "tests.sync.lot.mesure_hostile", dossier],
        cwd=travail,
        env={"PYTHONPATH": f"{RACINE}:{RACINE / 'src'}", "TMPDIR": str(travail)},
        capture_output=True,
        check=False,
    )
    assert fait.returncode == 0, fait.stderr.decode()
    mesure = json.loads(fait.stdout)
    assert {n: f["code"] for n, f in mesure["fichiers"].items()} == {
        f"{c.nom}.scls": c.code for c in cas()
    }
    lents = {
        n: f["secondes"] for n, f in mesure["fichiers"].items() if f["secondes"] > SECONDES_MAX
    }
    assert not lents
    assert mesure["octets"] < OCTETS_MAX
    assert list(travail.iterdir()) == []


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
