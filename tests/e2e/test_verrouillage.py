"""The session locks: the real window closes the journal, and gives the draft back."""

import os
import shutil
import subprocess
import time

import pytest

from tests.e2e.fenetres import PROGRAMME, attendre, fermer, lancer, marques

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


def copier_la_note(ecran):
    ecran.touches("alt+n", "ctrl+a", "ctrl+c", pause_s=0.3)


def presse_papiers(ecran):
    """« » when nobody owns it any more, which xclip calls an error."""
    commande = ["xclip", "-selection", "clipboard", "-o"]
    return subprocess.run(commande, env=ecran.env, capture_output=True, check=False).stdout.decode()


def test_a_locked_session_locks_the_journal_and_keeps_the_draft(ecran, env, bus, tmp_path):
    dossier, env = tmp_path / "journal", {**env, **bus}
    subprocess.run(
        [*PROGRAMME, "creer", "--dossier", dossier, "--role", "intervenant", "--code", "INT-07"],
        env={**os.environ, **env, "JOURNAL_SCLS_PHRASE": PHRASE},
        check=True,
        capture_output=True,
    )
    programme = lancer(ecran, env, dossier, "Verrouillé")
    ouvrir(ecran)
    ecran.touches("alt+n")
    ecran.coller(NOTE)
    copier_la_note(ecran)
    assert presse_papiers(ecran) == NOTE
    time.sleep(1)
    verrouiller_la_session(bus)
    ecran.attendre("Verrouillé")
    attendre(lambda: NOTE not in presse_papiers(ecran))
    ouvrir(ecran)
    copier_la_note(ecran)
    assert presse_papiers(ecran) == NOTE
    fermer(ecran, programme)


def ouvrir(ecran):
    ecran.taper(PHRASE)
    ecran.touches("Return")
    ecran.attendre("INT-07 – Journal SCLS")
    time.sleep(1.5)
