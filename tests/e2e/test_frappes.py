"""How many keys an entry costs, counted on the real program: no mouse, no accent, no trick."""

import json
import os
import subprocess
import time

import pytest

from tests.e2e.fenetres import PROGRAMME, attendre, fermer, lancer, marques
from tests.gui.ateliers import PHRASE
from tests.gui.journaux import ouvrir_nouveau

TITRE = "Maude Tremblay"

pytestmark = marques


class Compteur:
    """Types on a screen and counts; a chord is its keys."""

    def __init__(self, ecran):
        self._ecran = ecran
        self.touches = 0

    def taper(self, *mots):
        """Words, each followed by Tab."""
        for mot in mots:
            self._ecran.taper(mot)
            self.touches += len(mot)
            self.presser("Tab")

    def presser(self, *accords):
        for accord in accords:
            self.touches += len(accord.split("+"))
            self._ecran.touches(accord, pause_s=0.25)


@pytest.fixture
def dossier(tmp_path):
    dossier = tmp_path / "journal"
    ouvrir_nouveau(dossier).fermer()
    return dossier


def lister(env, dossier):
    sortie = subprocess.run(
        [*PROGRAMME, "lister", "--json", "--dossier", dossier],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **env, "JOURNAL_SCLS_PHRASE": PHRASE},
    )
    return [json.loads(ligne) for ligne in sortie.stdout.splitlines()]


def test_an_entry_with_a_reference_then_again_then_in_one_line(ecran, env, dossier, tmp_path):
    programme = lancer(ecran, env, dossier, "Verrouillé")
    ecran.taper(PHRASE)
    ecran.touches("Return")
    ecran.attendre(TITRE)
    time.sleep(2)

    entree = Compteur(ecran)
    entree.presser("Tab")
    entree.taper("era", "eco", "fa", "30", "ci")
    ecran.taper("san")
    entree.touches += len("san")
    entree.presser("ctrl+Return")
    time.sleep(1)

    reprise = Compteur(ecran)
    reprise.presser("ctrl+d")
    time.sleep(1)
    reprise.presser("ctrl+Return")
    time.sleep(1)

    ligne = Compteur(ecran)
    ecran.taper("hier quai visite aines 20")
    ligne.touches += len("hier quai visite aines 20")
    ligne.presser("ctrl+Return")
    time.sleep(1)
    ecran.photo(tmp_path / "frappes.png")
    fermer(ecran, programme)

    visite, *deux = sorted(lister(env, dossier), key=lambda e: e["date"])
    assert [(e["milieu"], e["activite"], e["clientele"]) for e in deux] == [
        ("Tour des Érables", "ECOUTE", "FAMILLES")
    ] * 2
    assert {e["references"] for e in deux} == {"CISSS:SANTE_MENTALE:SIMPLE:FAITE"}
    assert {e["duree_min"] for e in deux} == {30}
    assert (visite["milieu"], visite["activite"]) == ("Résidence du Quai", "VISITE")
    assert (visite["clientele"], visite["duree_min"]) == ("AINES", 20)
    # At most 30 in six fields, and 12 to repeat: measured, so that a lost key is seen.
    assert (entree.touches, reprise.touches, ligne.touches) == (23, 4, 27)


def test_a_killed_line_and_a_killed_card_are_there_at_the_next_start(ecran, env, dossier):
    programme = lancer(ecran, env, dossier, "Verrouillé")
    ecran.taper(PHRASE)
    ecran.touches("Return")
    ecran.attendre(TITRE)
    time.sleep(2)
    ecran.taper("quai visite 20 a finir")
    ecran.touches("ctrl+8", "alt+a", pause_s=1.0)
    ecran.taper("Coop a finir")
    time.sleep(2)
    programme.kill()
    programme.wait()

    programme = lancer(ecran, env, dossier, "Verrouillé")
    ecran.taper(PHRASE)
    ecran.touches("Return")
    ecran.attendre(TITRE)
    time.sleep(2)
    ecran.touches("ctrl+n", "ctrl+a", "ctrl+c", pause_s=0.3)
    attendre(lambda: ecran.presse_papiers() == "quai visite 20 a finir")
    ecran.touches("ctrl+8", pause_s=1.5)
    ecran.touches("ctrl+a", "ctrl+c", pause_s=0.3)
    attendre(lambda: ecran.presse_papiers() == "Coop a finir")
    fermer(ecran, programme)
