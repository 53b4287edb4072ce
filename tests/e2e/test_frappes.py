"""How many keys an entry costs, counted on the real program: no mouse, no accent, no trick.

Keys are typed as fast as they can be sent: none may be lost, however late the program is.
"""

import shutil

import pytest

from journal_scls.application.ports_dossiers import Secret
from tests.e2e.fenetres import (
    PATIENCE_S,
    VERROUILLE,
    attendre,
    attendre_copie,
    deverrouiller,
    fermer,
    lancer,
    lister,
    marques,
)
from tests.gui.ateliers import PHRASE, faire_atelier
from tests.gui.journaux import ouvrir_nouveau

TITRE = "Maude Tremblay"
LIGNE, CARTE, MOTS = "quai visite 20 a finir", "Coop a finir", "cafe avec la famille de la tour"
TOURS = 5

pytestmark = marques


class Compteur:
    """Types on a screen and counts; a chord is its keys."""

    def __init__(self, ecran):
        self._ecran = ecran
        self.touches = 0

    def taper(self, *mots):
        """Words, each followed by Tab."""
        for mot in mots:
            self.ecrire(mot)
            self.presser("Tab")

    def ecrire(self, mot):
        self._ecran.taper(mot)
        self.touches += len(mot)

    def presser(self, *accords):
        self.touches += sum(len(accord.split("+")) for accord in accords)
        self._ecran.touches(*accords)


@pytest.fixture
def dossier(tmp_path):
    dossier = tmp_path / "journal"
    ouvrir_nouveau(dossier).fermer()
    return dossier


def gardes(dossier, copie):
    """What a program killed now would leave: the line of the draft, the card."""
    shutil.rmtree(copie, ignore_errors=True)
    journal = faire_atelier().ouvrir(shutil.copytree(dossier, copie), Secret(phrase=PHRASE))
    lignes = [str(b.contenu["ligne"]) for b in journal.interventions.brouillons()]
    carte = journal.preference("formulaire:repertoire")
    journal.fermer()
    return lignes, carte


def test_an_entry_with_a_reference_then_again_then_in_one_line(ecran, env, dossier, tmp_path):
    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)

    entree = Compteur(ecran)
    entree.presser("Tab")
    entree.taper("era", "eco", "fa", "30", "ci")
    entree.ecrire("san")
    entree.presser("ctrl+Return")

    reprise = Compteur(ecran)
    reprise.presser("ctrl+d")
    attendre_copie(ecran, "30 min", "alt+u", "ctrl+a", "ctrl+c")
    reprise.presser("ctrl+Return")

    ligne = Compteur(ecran)
    ligne.ecrire("hier quai visite aines 20")
    ligne.presser("ctrl+Return")
    ecran.photo(tmp_path / "frappes.png")
    fermer(ecran, programme)

    visite, *deux = sorted(lister(env, dossier, PHRASE), key=lambda e: e["date"])
    assert [(e["milieu"], e["activite"], e["clientele"]) for e in deux] == [
        ("Tour des Érables", "ECOUTE", "FAMILLES")
    ] * 2
    assert {e["references"] for e in deux} == {"CISSS:SANTE_MENTALE:SIMPLE:FAITE"}
    assert {e["duree_min"] for e in deux} == {30}
    assert (visite["milieu"], visite["activite"]) == ("Résidence du Quai", "VISITE")
    assert (visite["clientele"], visite["duree_min"]) == ("AINES", 20)
    # At most 30 in six fields, and 12 to repeat: measured, so that a lost key is seen.
    assert (entree.touches, reprise.touches, ligne.touches) == (23, 4, 27)


def test_a_killed_line_and_a_killed_card_are_there_at_the_next_start(ecran, env, dossier, tmp_path):
    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)
    ecran.taper(LIGNE)
    ecran.touches("ctrl+8")
    attendre(
        lambda: ecran.copie("F2", "ctrl+a", "ctrl+c", delai_s=PATIENCE_S)
    )  # the name of a card
    ecran.taper(CARTE)

    def gardee():
        lignes, carte = gardes(dossier, tmp_path / "copie")
        return lignes == [LIGNE] and CARTE in carte

    attendre(gardee)
    programme.kill()
    programme.wait()

    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)
    attendre_copie(ecran, LIGNE, "ctrl+n", "ctrl+a", "ctrl+c")
    attendre_copie(ecran, CARTE, "ctrl+8", "ctrl+a", "ctrl+c")
    fermer(ecran, programme)


def test_a_search_typed_at_once_holds_every_letter(ecran, env, dossier):
    """A part of the page, shown before it had a parent, took the keys while it was a window."""
    programme = lancer(ecran, env, dossier, VERROUILLE)
    for _ in range(TOURS):
        deverrouiller(ecran, PHRASE, TITRE)
        ecran.touches("ctrl+f")
        ecran.taper(MOTS)
        assert ecran.copie("ctrl+a", "ctrl+c") == MOTS
        ecran.touches("ctrl+1", "ctrl+l")
        ecran.attendre(VERROUILLE)
    fermer(ecran, programme)
