"""The real program in a real window, by its keys alone: from nothing to an entry found again."""

import re
import subprocess

import pytest

from tests.e2e.fenetres import (
    PATIENCE_S,
    VERROUILLE,
    attendre,
    attendre_champ,
    attendre_copie,
    deverrouiller,
    fermer,
    lancer,
    lister,
    marques,
)

PHRASE = "court cheval pile"
NOTE = "Écoute à l’heure du café — suivi d’été"
TITRE = "INT-07 – Journal SCLS"
BIENVENUE = "Bienvenue"

pytestmark = marques


@pytest.fixture
def dossier(tmp_path):
    return tmp_path / "journal"


def creer(ecran, feuille):
    """The assistant, by keys; the code is read on the sheet that it saves."""
    ecran.taper("INT-07")
    ecran.touches("shift+Tab", "shift+Tab", "space")  # « Suivant », before the first field
    for _ in range(2):
        ecran.taper(PHRASE)
        ecran.touches("Return")
    attendre(lambda: groupe_lu(ecran))
    ecran.touches("alt+l")
    ecran.attendre("feuille de secours")
    ecran.taper(str(feuille))
    ecran.touches("Return")
    attendre(feuille.exists)
    sortie = subprocess.run(["pdftotext", feuille, "-"], capture_output=True, text=True, check=True)
    ecran.attendre(BIENVENUE)
    ecran.touches("alt+s")
    attendre_champ(ecran, "alt+g")
    verifier(ecran, groupes_de(sortie.stdout))


def groupe_lu(ecran):
    """Whether the code is on screen: its groups stand before the button that has the focus."""
    copie = ecran.copie("shift+Tab", "ctrl+a", "ctrl+c", delai_s=PATIENCE_S)
    return re.fullmatch("[0-9A-Z]{4}", copie)


def groupes_de(texte):
    """The eight groups follow their numbers on the sheet."""
    mots = texte.split()
    depart = mots.index("phrase.") + 1
    return [mot for mot in mots[depart:] if len(mot) == 4 and mot == mot.upper()][:8]


def verifier(ecran, groupes):
    """Only the eye knows which two groups are asked; a wrong one takes the focus."""
    assert len(groupes) == 8, groupes
    premier = next(g for g in groupes if repondre(ecran, g, "ZZZZ") == "ZZZZ")
    for groupe in groupes[groupes.index(premier) + 1 :]:
        if not repondre(ecran, premier, groupe):
            break
    ecran.attendre(TITRE)


def repondre(ecran, un, deux):
    """What stands in the field that has the focus afterwards; nothing once the journal opened."""
    for lettre, groupe in (("g", un), ("o", deux)):
        ecran.touches(f"alt+{lettre}", "ctrl+a")
        ecran.taper(groupe)
    ecran.copie("Return", "ctrl+a", "ctrl+c", delai_s=0)
    ecran.attendre_que(lambda: ecran.presse_papiers() or ecran.visible(TITRE))
    return ecran.presse_papiers()


def saisir_une_intervention(ecran):
    """Milieu, activity, clientele, duration, one reference with its service, a note; saved."""
    ecran.touches("Tab")  # past the quick line
    for mots in ("sans", "ecou", "ain", "45", "cis", "sapa"):
        ecran.taper(mots)
        ecran.touches("Tab")
    ecran.touches("alt+n")
    ecran.coller(NOTE)
    ecran.touches("ctrl+Return")


def retrouver(ecran, mot):
    """Search the list, read the entry that it shows, open it, and read its note again."""
    ecran.touches("ctrl+f")
    ecran.taper(mot)
    vers_les_details = "Down", "Return", "ctrl+a", "ctrl+c"  # whence these do not lead away
    attendre(lambda: NOTE in ecran.copie(*vers_les_details, delai_s=PATIENCE_S))
    ecran.touches("Escape", "F2")
    attendre_copie(ecran, NOTE, "alt+n", "ctrl+a", "ctrl+c")


def test_assistant_restart_unlock_entry_and_list(ecran, env, dossier, tmp_path):
    programme = lancer(ecran, env, dossier, BIENVENUE)
    creer(ecran, tmp_path / "feuille.pdf")
    fermer(ecran, programme)

    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)
    saisir_une_intervention(ecran)
    fermer(ecran, programme)
    (faite,) = lister(env, dossier, PHRASE)
    assert (faite["activite"], faite["clientele"], faite["duree_min"]) == ("ECOUTE", "AINES", 45)
    assert (faite["references"], faite["note"]) == ("CISSS:SAPA:SIMPLE:FAITE", NOTE)

    programme = lancer(ecran, env, dossier, VERROUILLE)
    deverrouiller(ecran, PHRASE, TITRE)
    retrouver(ecran, "cafe")
    fermer(ecran, programme)
    assert len(lister(env, dossier, PHRASE)) == 1
