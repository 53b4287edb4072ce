"""A process that saves is killed without warning: what it had acknowledged is there.

Migrations and creations killed half-way: tests/storage/test_schema.py.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.commande import Commandes, environnement

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

# One process pays for the imports and forks one victim a round: no thread, no file open meanwhile.
BOURREAU = """
import json, os, random, signal, sys, time
from pathlib import Path
from journal_scls.application.lectures import Filtre
from journal_scls.application.ports_dossiers import Secret
from journal_scls.bootstrap import creer_atelier
from tests.e2e.commande import PHRASE
from tests.fabriques import contenu

dossier, tours, graine = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
hasard = random.Random(graine)
atelier = creer_atelier()

def ouvrir():
    return atelier.ouvrir(dossier, Secret(phrase=PHRASE))

def victime(tuyau):
    journal = ouvrir()
    os.write(tuyau, b"ouvert\\n")
    while True:
        id_ = journal.interventions.saisir(contenu(note="Une rencontre. " * 40)).id
        os.write(tuyau, f"{id_}\\n".encode())
        journal.interventions.corriger(id_, contenu(note="Corrigée. " * 40, duree_min=50))
        os.write(tuyau, f"{id_} corrigee\\n".encode())

ouvrir().fermer()
saisies, corrigees, ouverts = set(), set(), 0
for tour in range(tours):
    lire, ecrire = os.pipe()
    enfant = os.fork()
    if not enfant:
        os.close(lire)
        try:
            victime(ecrire)
        finally:
            os._exit(1)
    os.close(ecrire)
    with os.fdopen(lire, "rb") as flux:
        if hasard.random() < 0.9:
            flux.readline()
        time.sleep(hasard.uniform(0, 0.06))
        os.kill(enfant, signal.SIGKILL)
        _, statut = os.waitpid(enfant, 0)
        assert os.WIFSIGNALED(statut), statut
        dits = [ligne.split() for ligne in flux.read().decode().splitlines() if ligne != "ouvert"]
    ouverts += bool(dits)
    saisies |= {dit[0] for dit in dits}
    corrigees |= {dit[0] for dit in dits if len(dit) == 2}
    if tour % 20 == 19 or tour == tours - 1:
        journal = ouvrir()
        gardees = {str(li.id): li.revision for li in journal.lectures.parcourir(Filtre())}
        journal.fermer()
        assert saisies <= set(gardees), f"lost at round {tour}"
        assert {gardees[id_] for id_ in corrigees} <= {2}, f"correction lost at round {tour}"
        # Kept without having been acknowledged: at most the one that each victim was saving.
        assert len(gardees) - len(saisies) <= tour + 1
print(json.dumps({"tours": tours, "ouverts": ouverts, "saisies": len(saisies),
                  "corrigees": len(corrigees), "gardees": len(gardees)}))
"""


def tuer(dossier: Path, tours: int, graine: int) -> dict[str, int]:
    fini = subprocess.run(
        [sys.executable, "-c", BOURREAU, dossier, str(tours), str(graine)],
        env=environnement(PYTHONPATH=str(Path.cwd())),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert fini.returncode == 0, fini.stderr
    return json.loads(fini.stdout)


def verifier(cli: Commandes, bilan: dict[str, int]) -> None:
    """The victims did work, and what is left is whole."""
    assert bilan["saisies"] > bilan["tours"]
    assert bilan["corrigees"] > bilan["tours"] // 2
    assert bilan["ouverts"] > bilan["tours"] // 2
    assert all(controle["ok"] for controle in cli.json("verifier"))
    lignes = cli.lister()
    assert len(lignes) == bilan["gardees"]
    assert {ligne["duree_min"] for ligne in lignes if ligne["revision"] == 2} == {50}


def test_cent_coups_ne_perdent_aucune_saisie_confirmee(cli, dossier):
    verifier(cli, tuer(dossier, 100, graine=7))


@pytest.mark.lent
@pytest.mark.parametrize("graine", [1, 2, 3])
def test_trois_cents_coups_de_plus(cli, dossier, graine):
    verifier(cli, tuer(dossier, 100, graine))
