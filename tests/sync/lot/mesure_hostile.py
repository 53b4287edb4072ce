"""Child process of test_hostiles: reads each file of a folder and says what it cost.

`python -m tests.sync.lot.mesure_hostile DOSSIER` prints JSON. Any attempt to write, to start a
process or to reach the network ends it with an error.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from journal_scls.sync.lot import fichier
from journal_scls.sync.lot.ecrivain import sceller
from journal_scls.sync.lot.refus import Issue, RefusLot
from tests.sync.lot import outils

_INTERDITS = ("os.", "shutil.", "subprocess.", "socket.", "tempfile.", "ctypes.")
_PERMIS = {"os.listdir", "os.scandir"}


def surveiller(evenement: str, arguments: tuple) -> None:
    if evenement == "open":
        drapeaux = arguments[2] or 0
        assert not drapeaux & (os.O_WRONLY | os.O_RDWR | os.O_CREAT), arguments
    elif evenement.startswith(_INTERDITS):
        assert evenement in _PERMIS, evenement


def pic() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def juger(chemin: Path) -> dict:
    debut = time.process_time()
    try:
        issue = outils.lire(fichier.lire_fichier_borne(chemin))
        code = issue.code if isinstance(issue, Issue) else "lu"
    except RefusLot as refus:
        code = refus.code
    return {"code": code, "secondes": time.process_time() - debut}


if __name__ == "__main__":
    outils.lire(sceller(outils.conteneur(), outils.DESTINATAIRES))
    chemins = sorted(Path(sys.argv[1]).iterdir())
    depart = pic()
    sys.addaudithook(surveiller)
    resultats = {chemin.name: juger(chemin) for chemin in chemins}
    print(json.dumps({"octets": pic() - depart, "fichiers": resultats}))  # noqa: T201 - its answer
