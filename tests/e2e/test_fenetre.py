"""The real program in a real window, by its keys alone: from nothing to an entry found again."""

import json
import os
import subprocess
import time

import pytest

from tests.e2e.fenetres import PROGRAMME, attendre, fermer, lancer, marques

PHRASE = "court cheval pile"
NOTE = "Écoute à l’heure du café — suivi d’été"
TITRE = "INT-07 – Journal SCLS"

pytestmark = marques


@pytest.fixture
def dossier(tmp_path):
    return tmp_path / "journal"


def creer(ecran, dossier, feuille):
    """The assistant, by keys; the code is read on the sheet that it saves."""
    ecran.taper("INT-07")
    ecran.touches("alt+s", pause_s=0.5)
    for _ in range(2):
        ecran.taper(PHRASE)
        ecran.touches("Return")
    attendre((dossier / "vault.json").exists)
    time.sleep(1)
    ecran.touches("alt+l", pause_s=1.0)
    ecran.taper(str(feuille))
    ecran.touches("Return")
    attendre(feuille.exists)
    sortie = subprocess.run(["pdftotext", feuille, "-"], capture_output=True, text=True, check=True)
    groupes = groupes_de(sortie.stdout)
    ecran.touches("alt+s", pause_s=0.5)
    verifier(ecran, groupes)


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
        repondre(ecran, premier, groupe)
        if ecran._jusqua(lambda: titre_visible(ecran), 0.6):
            return
    ecran.attendre(TITRE)


def repondre(ecran, un, deux):
    """What stands in the field that has the focus afterwards."""
    for lettre, groupe in (("g", un), ("o", deux)):
        ecran.touches(f"alt+{lettre}", "ctrl+a")
        ecran.taper(groupe)
    ecran.touches("Return", pause_s=0.2)
    ecran.touches("ctrl+a", "ctrl+c", pause_s=0.1)
    return ecran.presse_papiers()


def titre_visible(ecran):
    return ecran._xdotool("search", "--onlyvisible", "--name", TITRE).stdout


def deverrouiller(ecran):
    ecran.taper(PHRASE)
    ecran.touches("Return")
    ecran.attendre(TITRE)
    time.sleep(1)


def saisir_une_intervention(ecran):
    """Milieu, activity, clientele, duration, one reference with its service, a note; saved."""
    ecran.touches("Tab")  # past the quick line
    for mots in ("sans", "ecou", "ain", "45", "cis", "sapa"):
        ecran.taper(mots)
        ecran.touches("Tab", pause_s=0.2)
    ecran.touches("alt+n")
    ecran.coller(NOTE)
    ecran.touches("ctrl+Return", pause_s=0.5)


def retrouver(ecran, mot):
    """Search the list, open the entry that it shows, and read its note."""
    ecran.touches("ctrl+f")
    ecran.taper(mot)
    time.sleep(1)
    ecran.touches("Down", "F2", pause_s=0.5)
    ecran.touches("alt+n", "ctrl+a", "ctrl+c", pause_s=0.3)
    return ecran.presse_papiers()


def lister(env, dossier):
    sortie = subprocess.run(
        [*PROGRAMME, "lister", "--json", "--dossier", dossier],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **env, "JOURNAL_SCLS_PHRASE": PHRASE},
    )
    return [json.loads(ligne) for ligne in sortie.stdout.splitlines()]


def test_assistant_restart_unlock_entry_and_list(ecran, env, dossier, tmp_path):
    programme = lancer(ecran, env, dossier, "Bienvenue")
    creer(ecran, dossier, tmp_path / "feuille.pdf")
    ecran.attendre(TITRE)
    fermer(ecran, programme)

    programme = lancer(ecran, env, dossier, "Verrouillé")
    deverrouiller(ecran)
    saisir_une_intervention(ecran)
    fermer(ecran, programme)
    (faite,) = lister(env, dossier)
    assert (faite["activite"], faite["clientele"], faite["duree_min"]) == ("ECOUTE", "AINES", 45)
    assert (faite["references"], faite["note"]) == ("CISSS:SAPA:SIMPLE:FAITE", NOTE)

    programme = lancer(ecran, env, dossier, "Verrouillé")
    deverrouiller(ecran)
    assert retrouver(ecran, "cafe") == NOTE
    fermer(ecran, programme)
    assert len(lister(env, dossier)) == 1
