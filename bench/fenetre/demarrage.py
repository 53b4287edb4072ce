"""From the start of the process to the first painted window, beside a bare PySide6 window.

Both run in the same rounds, one after the other, with the same outside clock: the child writes
one byte when its first paint event is over, another when the cursor is in the passphrase. The
longest stall is that of the event loop from that paint to a second after, when the pages of the
journal are loaded too. Rounds are paired because other work on the machine slows both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.fenetre.tableau import Mesure

TITRE = "Démarrage, du lancement à la première fenêtre peinte"
CIBLE_RATIO, CIBLE_BLOCAGE_MS = 1.3, 50
_TOURS = 15
# Both children learn of their first paint in the same way, from the application's event filter.
_ESPION = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Espion(QObject):
    peint = False
    def eventFilter(self, objet, evenement):
        if not self.peint and evenement.type() == QEvent.Type.UpdateRequest:
            self.peint = True
            QTimer.singleShot(0, self.dire)
        return False
    def dire(self):
        os.write(1, b"p")
        QApplication.instance().removeEventFilter(self)  # it would slow every event that follows
        self.dernier, self.pire, self.fin = time.perf_counter(), 0.0, None
        self.battement = QTimer(self, interval=2)
        self.battement.timeout.connect(self.battre)
        self.battement.start()
    def battre(self):
        maintenant = time.perf_counter()
        self.pire = max(self.pire, maintenant - self.dernier)
        self.dernier = maintenant
        if self.fin is None and pret():
            self.fin = maintenant
            os.write(1, b"t")
        elif self.fin is not None and maintenant - self.fin > CALME_S:
            os.write(1, b"%.1f" % (1000 * self.pire))
            os._exit(0)
vrai = QApplication.exec
def exec(*arguments):
    global espion
    espion = Espion()
    QApplication.instance().installEventFilter(espion)
    return vrai()
QApplication.exec = exec
"""
_NUE = f"""
CALME_S = 0
{_ESPION}
def pret(): return True
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
fenetre = QMainWindow()
fenetre.resize(1000, 700)
fenetre.show()
app.exec()
"""
# Ready when the cursor is in the passphrase; then the pages of the journal are still to come.
_NOTRE = f"""
from journal_scls.bootstrap import executer
CALME_S = 1.0
{_ESPION}
def pret():
    champ = QApplication.focusWidget()
    return champ is not None and champ.metaObject().className() == "QLineEdit"
sys.argv = ["journal-scls"]
executer()
"""


@dataclass(frozen=True)
class _Tour:
    """Milliseconds: to the first paint, to the cursor in a field; the longest stall between."""

    peinte: float
    prete: float
    blocage: float


def mesurer() -> list[Mesure]:
    """Start both, one after the other, as often as the median needs to be steady."""
    with tempfile.TemporaryDirectory() as lieu:
        dossier = _dossier(Path(lieu))
        tours = [(_lancer(_NUE, dossier), _lancer(_NOTRE, dossier)) for _ in range(_TOURS + 1)]
    tours = tours[1:]  # the first one warms the disk cache
    nues, notres = [nue for nue, _ in tours], [notre for _, notre in tours]
    peinte = statistics.median(notre.peinte / nue.peinte for nue, notre in tours)
    prete = statistics.median(notre.prete / nue.peinte for nue, notre in tours)
    return [
        Mesure("fenêtre PySide6 nue", statistics.median(t.peinte for t in nues), "ms"),
        Mesure("Journal SCLS", statistics.median(t.peinte for t in notres), "ms"),
        Mesure("Journal SCLS ÷ nue", peinte, cible=CIBLE_RATIO),
        Mesure("curseur dans la phrase de passe", statistics.median(t.prete for t in notres), "ms"),
        Mesure("curseur dans la phrase de passe ÷ nue", prete),
        Mesure(
            "plus long blocage ensuite, médiane des tours",
            statistics.median(t.blocage for t in notres), "ms", CIBLE_BLOCAGE_MS,
        ),
        Mesure("plus long blocage ensuite, meilleur tour", min(t.blocage for t in notres), "ms"),
    ]  # fmt: skip


def _dossier(lieu: Path) -> Path:
    dossier = lieu / "journal"
    subprocess.run(
        [sys.executable, "-m", "journal_scls", "creer", "--dossier", str(dossier),
         "--role", "intervenant", "--code", "INT-01"],
        env=os.environ | {"JOURNAL_SCLS_PHRASE": "quatre mots sans lien"},
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return dossier


def _lancer(programme: str, dossier: Path) -> _Tour:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "JOURNAL_SCLS_DOSSIER": str(dossier)}
    env.pop("JOURNAL_SCLS_PHRASE", None)
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    depart = time.perf_counter()
    enfant = subprocess.Popen(
        [sys.executable, "-c", programme],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert enfant.stdout is not None
    assert enfant.stdout.read(1) == b"p", "no window"
    peinte = 1000 * (time.perf_counter() - depart)
    assert enfant.stdout.read(1) == b"t", "no field"
    prete = 1000 * (time.perf_counter() - depart)
    blocage = float(enfant.stdout.read())
    enfant.wait()
    return _Tour(peinte, prete, blocage)
