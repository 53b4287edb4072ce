"""From the start of the process to the first painted window, beside a bare PySide6 window.

Both run in the same rounds, one after the other, with the same outside clock: the child writes
one byte when its first paint event is over. The longest stall is that of the event loop after
that paint, until the program can take a passphrase.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CIBLE_RATIO, CIBLE_BLOCAGE_MS = 1.3, 50
_TOURS = 9
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
        self.dernier, self.pire, self.fin = time.perf_counter(), 0.0, None
        self.battement = QTimer(self, interval=2)
        self.battement.timeout.connect(self.battre)
        self.battement.start()
    def battre(self):
        maintenant = time.perf_counter()
        self.pire = max(self.pire, maintenant - self.dernier)
        self.dernier = maintenant
        if pret():
            if self.fin is None:
                self.fin = maintenant
            elif maintenant - self.fin > 0.2:
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
{_ESPION}
def pret(): return True
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
fenetre = QMainWindow()
fenetre.resize(1000, 700)
fenetre.show()
app.exec()
"""
_NOTRE = f"""
{_ESPION}
def pret():
    return any(w.metaObject().className() == "DeverrouillagePage" and w.isVisible()
               for w in QApplication.allWidgets())
sys.argv = ["journal-scls"]
from journal_scls.bootstrap import executer
executer()
"""


def mesurer() -> int:
    """Print the ratio and the longest stall; 1 for each target missed."""
    with tempfile.TemporaryDirectory() as lieu:
        dossier = _dossier(Path(lieu))
        nues, notres, blocages = [], [], []
        for tour in range(_TOURS + 1):
            nue, _ = _lancer(_NUE, dossier)
            notre, blocage = _lancer(_NOTRE, dossier)
            if tour:  # the first round warms the disk cache
                nues.append(nue)
                notres.append(notre)
                blocages.append(blocage)
    ratio = statistics.median(n / m for n, m in zip(notres, nues, strict=True))
    pire = statistics.median(blocages)
    print("Démarrage, du lancement à la première fenêtre peinte")
    print(f"  fenêtre PySide6 nue   {statistics.median(nues):7.0f} ms")
    print(f"  Journal SCLS          {statistics.median(notres):7.0f} ms")
    print(f"  rapport               {ratio:7.2f}     (cible {CIBLE_RATIO})")
    print(f"  plus long blocage     {pire:7.1f} ms  (cible {CIBLE_BLOCAGE_MS})")
    return (ratio > CIBLE_RATIO) + (pire > CIBLE_BLOCAGE_MS)


def _dossier(lieu: Path) -> Path:
    dossier = lieu / "journal"
    subprocess.run(
        [sys.executable, "-m", "journal_scls", "creer", "--dossier", str(dossier),
         "--role", "intervenant", "--code", "INT-01"],
        env=os.environ | {"JOURNAL_SCLS_PHRASE": "quatre mots sans lien"},
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return dossier


def _lancer(programme: str, dossier: Path) -> tuple[float, float]:
    """Milliseconds to the first paint, and the longest stall after it."""
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
    blocage = float(enfant.stdout.read())
    enfant.wait()
    return peinte, blocage
