"""Child process that judges every file of a folder, within limits that it cannot pass.

`python -m tests.sync.lot.mesure_hostile DOSSIER` prints the code of each file as JSON. A second of
processor for one file, 100 MB more than at the start, any attempt to write, to start a process or
to reach the network: each ends it with an error.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from journal_scls.sync.lot.ecrivain import sceller
from tests.sync.lot import en_or, outils

SECONDES_MAX = 1.0
OCTETS_MAX = 100 * 1024 * 1024
_INTERDITS = ("os.", "shutil.", "subprocess.", "socket.", "tempfile.", "ctypes.")
_PERMIS = {"os.listdir", "os.scandir"}


def surveiller(evenement: str, arguments: tuple) -> None:
    if evenement == "open":
        drapeaux = arguments[2] or 0
        assert not drapeaux & (os.O_WRONLY | os.O_RDWR | os.O_CREAT), arguments
    elif evenement.startswith(_INTERDITS):
        assert evenement in _PERMIS, evenement


def borner_la_memoire() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    borne = pages * resource.getpagesize() + OCTETS_MAX
    resource.setrlimit(resource.RLIMIT_AS, (borne, borne))


def juger(lecture: str, chemin: Path) -> str:
    # Time of the processor: a busy machine takes none of it.
    signal.setitimer(signal.ITIMER_PROF, SECONDES_MAX)
    try:
        return en_or.juger(lecture, chemin)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    dossier = Path(sys.argv[1])
    a_lire = json.load(sys.stdin)
    # Once before the limits: what is imported on first use is not what a file costs.
    outils.lire(sceller(outils.conteneur(), outils.DESTINATAIRES))
    borner_la_memoire()
    sys.addaudithook(surveiller)
    codes = {nom: juger(lecture, dossier / nom) for nom, lecture in a_lire.items()}
    print(json.dumps(codes))  # noqa: T201 - its answer
