"""The real program in real windows, driven by keys: what these tests share."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gui.fenetre import Ecran, outils_manquants

__all__ = ["ecran", "env"]

RACINE = Path(__file__).parents[2]
PROGRAMME = [sys.executable, "-m", "journal_scls"]
marques = [
    pytest.mark.fenetre,
    pytest.mark.skipif(bool(outils_manquants()), reason=f"missing: {outils_manquants()}"),
]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Somebody's session: a home of their own, and the keyring of nobody."""
    chemins = os.pathsep.join([str(RACINE / "src"), os.environ.get("PYTHONPATH", "")])
    return {
        "PYTHONPATH": chemins,
        "XDG_CONFIG_HOME": str(tmp_path / "conf"),
        "HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }


@pytest.fixture
def ecran() -> Iterator[Ecran]:
    with Ecran("1280x720") as ecran:
        yield ecran


def lancer(
    ecran: Ecran, env: dict[str, str], dossier: Path, titre: str
) -> "subprocess.Popen[bytes]":
    programme = ecran.lancer([*PROGRAMME, "--dossier", dossier], env)
    ecran.attendre(titre)
    time.sleep(0.3)
    return programme


def fermer(ecran: Ecran, programme: "subprocess.Popen[bytes]") -> None:
    ecran.touches("ctrl+q")
    assert programme.wait(20) == 0


def attendre(condition: Callable[[], object], delai_s: float = 20.0) -> None:
    limite = time.monotonic() + delai_s
    while not condition():
        assert time.monotonic() < limite
        time.sleep(0.1)
