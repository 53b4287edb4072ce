"""The real program in real windows, driven by keys: what these tests share.

What is on screen is known by its title and by what can be copied from it, what is kept by the
files: a test waits for one of these, never for a time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.fenetre import DELAI_S, Ecran, outils_manquants

__all__ = ["ecran", "env"]

RACINE = Path(__file__).parents[2]
PROGRAMME = [sys.executable, "-m", "journal_scls"]
VERROUILLE = "Verrouillé"
PATIENCE_S = 0.5  # between two times of asking the same thing
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
    return programme


def deverrouiller(ecran: Ecran, phrase: str, titre: str) -> None:
    """Type the passphrase; nothing is waited for once the journal is in front."""
    ecran.taper(phrase)
    ecran.touches("Return")
    ecran.attendre(titre)


def fermer(ecran: Ecran, programme: "subprocess.Popen[bytes]") -> None:
    ecran.touches("ctrl+q")
    assert programme.wait(DELAI_S) == 0


def attendre(condition: Callable[[], object]) -> None:
    assert Ecran.attendre_que(condition)


def attendre_copie(ecran: Ecran, voulu: str, *touches: str) -> None:
    """Ask for a copy again and again, by keys that change nothing, until it gives that text."""
    attendre(lambda: ecran.copie(*touches, delai_s=PATIENCE_S) == voulu)


def attendre_champ(ecran: Ecran, *touches: str) -> None:
    """Wait for a field, by keys that lead to it: what is typed there can be copied back.

    A new word each time: nothing asked before is still on its way when its own comes back.
    """
    for rang in range(1, 20):
        ecran.touches(*touches, "ctrl+a")
        ecran.taper(mot := f"essai {rang}")
        ecran.copie("ctrl+a", "ctrl+c", delai_s=PATIENCE_S)
        if Ecran.attendre_que(lambda mot=mot: ecran.presse_papiers() == mot, rang * PATIENCE_S):
            return
    raise AssertionError(touches)


def lister(env: dict[str, str], dossier: Path, phrase: str) -> list[dict[str, Any]]:
    """The entries of a closed journal."""
    sortie = subprocess.run(
        [*PROGRAMME, "lister", "--json", "--dossier", dossier],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **env, "JOURNAL_SCLS_PHRASE": phrase},
    )
    return [json.loads(ligne) for ligne in sortie.stdout.splitlines()]
