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
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")
OUTILS = ("Xvfb", "openbox", "xdotool", "xclip", "xprop", "import")
DELAI_S = 60.0  # of a fact that must come; a busy machine takes ten times what a calm one does
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
        # -r: a key whose release comes late, on a busy machine, is not a key held down.
        serveur = subprocess.Popen(
            [*commande, "-dpi", "96", "-nolisten", "tcp", "-r"],
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
            if self.attendre_que(lambda g=gestionnaire: self._gere() or g.poll() is not None):
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

        def activer() -> str:
            fenetres = self._visibles(nom)
            if fenetres:  # it may be gone before it is in front
                self._xdotool("windowactivate", "--sync", fenetres[-1])
            return fenetres[-1] if fenetres and self._active() == fenetres[-1] else ""

        fenetre = self.attendre_que(activer, delai_s)
        assert fenetre, f"no window « {nom} »"
        return fenetre

    def visible(self, nom: str) -> bool:
        """Whether a window of that name is on screen now."""
        return bool(self._visibles(nom))

    def attendre_fermeture(self, nom: str, delai_s: float = DELAI_S) -> None:
        """Wait until no window of that name is on screen."""
        assert self.attendre_que(lambda: not self.visible(nom), delai_s), f"« {nom} » stays"

    def _visibles(self, nom: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", nom).stdout.split()

    def _active(self) -> str:
        """The window that the keys go to."""
        return self._xdotool("getactivewindow").stdout.strip()

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

    def touches(self, *touches: str, pause_s: float = 0.0) -> None:
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
        self._offrir(texte)
        self.touches("ctrl+v")

    def copie(self, *touches: str, delai_s: float = DELAI_S) -> str:
        """Press keys that end with a copy; what it gave, empty when nothing came in time.

        Nothing copied before is taken for the answer.
        """
        if self._copiee():
            self._offrir("rien")
        self.touches(*touches)
        return self.attendre_que(self.presse_papiers, delai_s)

    def presse_papiers(self) -> str:
        """What a program copied last; empty when it holds nothing any more."""
        return self._xclip("-o") if self._copiee() else ""

    def _offrir(self, texte: str) -> None:
        """To whoever pastes, until a program copies; xclip returns before it holds the text."""
        self._xclip("-i", entree=texte)
        assert self.attendre_que(lambda: not self._copiee() and self._xclip("-o") == texte)

    def _copiee(self) -> bool:
        """Whether a program holds the clipboard, and not xclip, which offers few targets."""
        return "text/plain" in self._xclip("-o", "-t", "TARGETS")

    def _xclip(self, *mots: str, entree: str | None = None) -> str:
        """Empty when nobody holds the clipboard, or does not answer."""
        try:
            fait = subprocess.run(
                ["xclip", "-selection", "clipboard", *mots],
                input=None if entree is None else entree.encode(),
                stdout=subprocess.DEVNULL if entree else subprocess.PIPE,  # it stays behind
                stderr=subprocess.DEVNULL,
                env=self.env,
                check=False,
                timeout=DELAI_S,
            )
        except subprocess.TimeoutExpired:
            return ""
        return (fait.stdout or b"").decode()

    def cliquer(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

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
    def attendre_que(essai: Callable[[], T], delai_s: float = DELAI_S) -> T:
        """Poll until `essai()` is true; its last answer."""
        limite = time.monotonic() + delai_s
        while not (reponse := essai()) and time.monotonic() < limite:
            time.sleep(0.05)
        return reponse
