"""The session locks: the real window closes the journal, and gives the draft back."""

import os
import shutil
import subprocess

import pytest

from tests.e2e.fenetres import (
    PROGRAMME,
    VERROUILLE,
    attendre,
    attendre_copie,
    deverrouiller,
    fermer,
    lancer,
    marques,
)

TITRE = "INT-07 – Journal SCLS"
PHRASE = "court cheval pile"
NOTE = "Une note à ne laisser voir à personne."
OUTILS = ("dbus-daemon", "dbus-send")

pytestmark = [
    *marques,
    pytest.mark.skipif(not all(map(shutil.which, OUTILS)), reason="no D-Bus here"),
]


@pytest.fixture
def bus():
    """A session bus of our own, where a screen locker may speak."""
    commande = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(
        commande, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as demon:
        yield {"DBUS_SESSION_BUS_ADDRESS": demon.stdout.readline().strip()}
        demon.terminate()


def verrouiller_la_session(bus):
    subprocess.run(
        [
            "dbus-send",
            "--session",
            "--type=signal",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver.ActiveChanged",
            "boolean:true",
        ],
        env={**os.environ, **bus},
        check=True,
    )


def test_a_locked_session_locks_the_journal_and_keeps_the_draft(ecran, env, bus, tmp_path):
    dossier, env = tmp_path / "journal", {**env, **bus}
    subprocess.run(
        [*PROGRAMME, "creer", "--dossier", dossier, "--role", "intervenant", "--code", "INT-07"],
        env={**os.environ, **env, "JOURNAL_SCLS_PHRASE": PHRASE},
        check=True,
        capture_output=True,
    )
    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)
    ecran.touches("alt+n")
    ecran.coller(NOTE)
    assert ecran.copie("alt+n", "ctrl+a", "ctrl+c") == NOTE

    def verrouillee():
        """Said again to a program that was not listening yet."""
        verrouiller_la_session(bus)
        return ecran.attendre_que(lambda: ecran.visible(VERROUILLE), 2.0)

    attendre(verrouillee)
    ecran.attendre(VERROUILLE)
    attendre(lambda: NOTE not in ecran.presse_papiers())
    deverrouiller(ecran, PHRASE, TITRE)
    attendre_copie(ecran, NOTE, "alt+n", "ctrl+a", "ctrl+c")
    fermer(ecran, programme)
