"""Drive the real program in a real X window: Xvfb, openbox, xdotool, xclip, ImageMagick.

    with Ecran() as ecran:
        ecran.lancer([".venv/bin/journal-scls", "--dossier", dossier])
        ecran.attendre("Journal SCLS")
        ecran.touches("ctrl+n")
        ecran.coller("Élise Ménard")
        ecran.photo(chemin)

xdotool types accented letters wrongly (« Élise » becomes « élise »): they go through the
clipboard. openbox is there because nothing takes the focus without a window manager.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

OUTILS = ("Xvfb", "openbox", "xdotool", "xclip", "xprop", "import")
DELAI_S = 20.0
BARRE_TITRE = 22  # of openbox, outside the size of the window


def outils_manquants() -> list[str]:
    return [outil for outil in OUTILS if shutil.which(outil) is None]


class Ecran:
    """One X display of our own, and the programs started on it."""

    def __init__(self, taille: str = "1366x768") -> None:
        self._taille = taille
        self._processus: list[subprocess.Popen[bytes]] = []
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        lecture, ecriture = os.pipe()
        commande = ["Xvfb", "-displayfd", str(ecriture), "-screen", "0", f"{self._taille}x24"]
        serveur = subprocess.Popen(
            [*commande, "-dpi", "96", "-nolisten", "tcp"],
            pass_fds=[ecriture],
            stderr=subprocess.DEVNULL,
        )
        self._processus.append(serveur)
        os.close(ecriture)
        with os.fdopen(lecture) as tuyau:
            numero = tuyau.readline().strip()
        assert numero, "Xvfb did not start"
        self.env = {
            **os.environ,
            "DISPLAY": f":{numero}",
            "QT_QPA_PLATFORM": "xcb",
            "JOURNAL_SCLS_POLICE": "livree",  # the same picture everywhere
        }
        self.env.pop("WAYLAND_DISPLAY", None)
        for _ in range(3):
            gestionnaire = self.lancer(["openbox", "--sm-disable"], discret=True)
            if self._jusqua(lambda g=gestionnaire: self._gere() or g.poll() is not None, 10.0):
                if self._gere():
                    return self
                time.sleep(0.5)  # the server was not listening yet
        self.__exit__(None, None, None)
        raise RuntimeError("openbox did not start")

    def _gere(self) -> bool:
        """Whether a window manager answers on this display."""
        return (
            b"window id"
            in subprocess.run(
                ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
                env=self.env,
                capture_output=True,
                check=False,
            ).stdout
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for processus in reversed(self._processus):
            self.arreter(processus)

    def lancer(
        self,
        commande: Sequence[str | Path],
        env: dict[str, str] | None = None,
        *,
        discret: bool = False,
    ) -> subprocess.Popen[bytes]:
        """Start a program on this display; it ends with the display at the latest."""
        processus = subprocess.Popen(
            [str(mot) for mot in commande],
            env={**self.env, **(env or {})},
            stderr=subprocess.DEVNULL if discret else None,
        )
        self._processus.append(processus)
        return processus

    def arreter(self, processus: subprocess.Popen[bytes]) -> int:
        if processus.poll() is None:
            processus.terminate()
            try:
                processus.wait(5)
            except subprocess.TimeoutExpired:
                processus.kill()
        return processus.wait()

    def attendre(self, nom: str, delai_s: float = DELAI_S) -> str:
        """Wait for a visible window whose title holds `nom`, activate it, return its id."""

        def trouver() -> str:
            sortie = self._xdotool("search", "--onlyvisible", "--name", nom).stdout.split()
            return sortie[-1] if sortie else ""

        fenetre = self._jusqua(trouver, delai_s)
        assert fenetre, f"no window « {nom} »"
        self._xdotool("windowactivate", "--sync", fenetre)
        return fenetre

    def visible(self, nom: str) -> bool:
        """Whether a window of that name is on screen now."""
        return bool(self._xdotool("search", "--onlyvisible", "--name", nom).stdout)

    def attendre_fermeture(self, nom: str, delai_s: float = DELAI_S) -> None:
        recherche = ("search", "--onlyvisible", "--name", nom)
        assert self._jusqua(lambda: not self._xdotool(*recherche).stdout, delai_s)

    def agrandir(self, fenetre: str) -> None:
        """Fill the screen."""
        largeur, hauteur = map(int, self._taille.split("x"))
        hauteur -= BARRE_TITRE
        self._xdotool("windowmove", fenetre, "0", "0")
        self._xdotool("windowsize", "--sync", fenetre, str(largeur), str(hauteur))

    def cadre(self, fenetre: str) -> tuple[int, int, int, int]:
        """Where a window is, without what the window manager adds: left, top, right, bottom."""
        commande = ["xwininfo", "-id", fenetre]
        dit = subprocess.run(
            commande, env=self.env, capture_output=True, text=True, check=True
        ).stdout
        gauche, haut, largeur, hauteur = (
            int(re.search(rf"{mot}: +(-?\d+)", dit)[1])
            for mot in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        )
        return gauche, haut, gauche + largeur, haut + hauteur

    def touches(self, *touches: str, pause_s: float = 0.05) -> None:
        """Keys by their X names: "Tab", "ctrl+Return", "alt+l", "e"."""
        for touche in touches:
            self._xdotool("key", "--clearmodifiers", touche)
            time.sleep(pause_s)

    def taper(self, texte: str) -> None:
        """Letters without accents, one key each."""
        assert texte.isascii(), "use coller() for accents"
        self._xdotool("type", "--delay", "30", texte)

    def coller(self, texte: str) -> None:
        """Any text, by the clipboard and Ctrl+V."""
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            input=texte.encode(),
            env=self.env,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.touches("ctrl+v", pause_s=0.15)

    def cliquer(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def presse_papiers(self) -> str:
        commande = ["xclip", "-selection", "clipboard", "-o"]
        sortie = subprocess.run(commande, env=self.env, capture_output=True, check=True)
        return sortie.stdout.decode()

    def photo(self, chemin: Path, pause_s: float = 0.3) -> Path:
        """The whole screen as PNG, after a moment for the last paint."""
        time.sleep(pause_s)
        chemin.parent.mkdir(parents=True, exist_ok=True)
        commande = ["import", "-window", "root", str(chemin)]
        subprocess.run(commande, env=self.env, check=True)
        return chemin

    def _xdotool(self, *mots: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *mots], env=self.env, capture_output=True, text=True, check=False
        )

    @staticmethod
    def _jusqua(essai, delai_s: float = DELAI_S):
        """Poll until `essai()` is true; its last answer."""
        limite = time.monotonic() + delai_s
        while not (reponse := essai()) and time.monotonic() < limite:
            time.sleep(0.05)
        return reponse
