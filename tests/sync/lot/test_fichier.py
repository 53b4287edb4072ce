"""Only an ordinary, finished, small file is read; nothing is waited for (T75, T76)."""

import os
import sys
from pathlib import Path

import pytest

from journal_scls.sync.lot import fichier
from journal_scls.sync.lot.enveloppe import TAILLE_MAX
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.refus import Code, RefusLot

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX links and pipes")


def code_de(chemin: Path) -> Code:
    with pytest.raises(RefusLot) as refus:
        lire_fichier_borne(chemin)
    return refus.value.code


def test_an_ordinary_file_is_read_whole(tmp_path: Path):
    chemin = tmp_path / "SCLS-ABCDEF (1).scls"
    chemin.write_bytes(b"contenu")
    assert lire_fichier_borne(chemin) == b"contenu"


def test_a_folder_is_said_to_be_one(tmp_path: Path):
    assert code_de(tmp_path) is Code.FICHIER_DOSSIER


@posix
def test_a_link_is_not_followed(tmp_path: Path):
    (tmp_path / "vrai.scls").write_bytes(b"x")
    (tmp_path / "lien.scls").symlink_to(tmp_path / "vrai.scls")
    assert code_de(tmp_path / "lien.scls") is Code.FICHIER_LIEN


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "tube.scls")
    assert code_de(tmp_path / "tube.scls") is Code.FICHIER_SPECIAL
    assert code_de(Path("/dev/zero")) is Code.FICHIER_SPECIAL


@posix
def test_a_file_that_becomes_a_pipe_is_judged_again(tmp_path: Path, monkeypatch):
    chemin = tmp_path / "lot.scls"
    chemin.write_bytes(b"x")
    ordinaire = chemin.lstat()
    chemin.unlink()
    os.mkfifo(chemin)
    monkeypatch.setattr(Path, "lstat", lambda _: ordinaire)
    assert code_de(chemin) is Code.FICHIER_SPECIAL


@posix
def test_a_file_that_becomes_a_link_is_not_followed(tmp_path: Path, monkeypatch):
    (tmp_path / "vrai").write_bytes(b"x")
    ordinaire = (tmp_path / "vrai").lstat()
    (tmp_path / "lot.scls").symlink_to(tmp_path / "vrai")
    monkeypatch.setattr(Path, "lstat", lambda _: ordinaire)
    assert code_de(tmp_path / "lot.scls") is Code.FICHIER_ILLISIBLE


def test_too_large_is_said_before_it_is_read(tmp_path: Path):
    chemin = tmp_path / "gros.scls"
    with chemin.open("wb") as f:
        f.truncate(TAILLE_MAX + 1)
    assert code_de(chemin) is Code.TROP_GRAND


def test_a_file_that_grows_while_it_is_read_stays_bounded(tmp_path: Path, monkeypatch):
    chemin = tmp_path / "lot.scls"
    chemin.write_bytes(b"x" * 20)
    petit = os.stat_result((0o100600, 0, 0, 1, 0, 0, 5, 0, 0, 0))
    monkeypatch.setattr(fichier, "TAILLE_MAX", 10)
    monkeypatch.setattr(os, "fstat", lambda _: petit)
    assert code_de(chemin) is Code.TROP_GRAND


@pytest.mark.parametrize("nom", ["lot.scls.part", "LOT.PART", "lot.crdownload", ".lot.scls-tmp"])
def test_a_copy_under_way_is_left_alone(tmp_path: Path, nom: str):
    (tmp_path / nom).write_bytes(b"x")
    assert code_de(tmp_path / nom) is Code.FICHIER_INCOMPLET


def test_a_missing_file_is_unreadable(tmp_path: Path):
    assert code_de(tmp_path / "absent.scls") is Code.FICHIER_ILLISIBLE
