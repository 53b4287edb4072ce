"""Take every picture, or those named: python -m tests.captures [NOM…].

The demonstration dossiers are made in a temporary folder; nothing of the person's own is read.
"""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from journal_scls import bootstrap
from journal_scls.application.ports_dossiers import Secret
from journal_scls.cli.demo import PHRASE_DEMO
from tests.captures import programme
from tests.captures.scenes import ACCUEIL, JOURNAL, NEUF, REGION, SCENES, Scene
from tests.gui.fenetre import Ecran

RACINE = Path(__file__).parents[2]
IMAGES = RACINE / "docs" / "guide" / "images"
TAILLE = (1280, 800)
OCTETS_MAX = 120_000
COULEURS = (256, 128, 64, 32)
FEUILLE = "resume-imprime"
_TITRES = {ACCUEIL: "Journal SCLS", NEUF: "DÉMO", JOURNAL: "DÉMO", REGION: "DÉMO"}


class Seance:
    """One program at a time on one screen."""

    def __init__(self, ecran: Ecran, place: Path) -> None:
        self._ecran, self._place = ecran, place
        self._fenetre: str | None = None
        self._processus: subprocess.Popen[bytes] | None = None
        self._cadre = (0, 0, *TAILLE)
        reglages = place / "config" / "journal-scls"
        reglages.mkdir(parents=True)
        self._env = {
            "PYTHONPATH": os.pathsep.join((str(RACINE), str(RACINE / "src"))),
            "XDG_CONFIG_HOME": str(place / "config"),
            "HOME": str(place),
            "TZ": "America/Toronto",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def commander(self, *mots: str | Path) -> None:
        """A command of the program, without a window."""
        env = {**os.environ, **self._env}
        subprocess.run(_commande(*mots), env=env, check=True, stdout=subprocess.DEVNULL)

    def prendre(self, scene: Scene) -> Path:
        """One picture."""
        if scene.fenetre != self._fenetre:
            self.fermer()
            self._ouvrir(scene.fenetre)
        for geste in scene.gestes:
            self._faire(geste)
        brute = self._ecran.photo(self._place / f"{scene.nom}.png", pause_s=0.9)
        return alleger(brute, self._cadre, IMAGES / f"{scene.nom}.png")

    def _ouvrir(self, nom: str) -> None:
        dossier = self._place / (nom or "rien")
        role = ("--role", "coordination") if nom == REGION else ()
        quoi = ("--dossier", dossier) if nom == ACCUEIL else ("demo", "--dossier", dossier, *role)
        self._processus = self._ecran.lancer(_commande(*quoi), self._env)
        fenetre = self._ecran.attendre(_TITRES[nom])
        self._ecran.agrandir(fenetre)
        self._fenetre = nom
        time.sleep(2)
        self._cadre = self._ecran.cadre(fenetre)

    def _faire(self, geste: str) -> None:
        if geste.startswith("~"):
            time.sleep(float(geste[1:]))
        elif geste.startswith("="):
            lot = next(self._place.glob(f"{REGION}-DEMO-lots/*"), "")
            self._ecran.coller(geste[1:].format(lot=lot))
        else:
            self._ecran.touches(geste, pause_s=0.4)

    def fermer(self) -> None:
        """End the program, if one is open."""
        if self._processus is not None:
            self._ecran.touches("ctrl+q")
            with suppress(subprocess.TimeoutExpired):
                self._processus.wait(10)
            self._ecran.arreter(self._processus)
        self._processus, self._fenetre = None, None


def alleger(brute: Path, cadre: tuple[int, int, int, int], sortie: Path) -> Path:
    """What is inside the window, in as many colours as its size allows."""
    with Image.open(brute) as photo:
        image = photo.convert("RGB").crop(cadre)
    sortie.parent.mkdir(parents=True, exist_ok=True)
    for couleurs in COULEURS:
        palette = image.quantize(couleurs, method=Image.Quantize.MAXCOVERAGE, dither=0)
        palette.save(sortie, optimize=True)
        if sortie.stat().st_size < OCTETS_MAX:
            return sortie
    raise SystemExit(f"{sortie.name} pèse plus de {OCTETS_MAX // 1000} ko")


def feuille(place: Path) -> Path:
    """The first page of the summary that was printed beside the journal."""
    (pdf,) = place.glob(f"{JOURNAL}-DEMO-resume-*.pdf")
    commande = ["pdftoppm", "-r", "80", "-png", "-singlefile", pdf, place / FEUILLE]
    subprocess.run(commande, check=True)
    brute = place / f"{FEUILLE}.png"
    with Image.open(brute) as page:
        cadre = (0, 0, *page.size)
    return alleger(brute, cadre, IMAGES / brute.name)


def rattacher(place: Path) -> None:
    """The journal joins the region, for its page to say what would leave."""
    atelier = bootstrap.creer_atelier()
    journal = atelier.ouvrir(place / JOURNAL, Secret(phrase=PHRASE_DEMO))
    region = atelier.ouvrir(place / REGION, Secret(phrase=PHRASE_DEMO))
    try:
        region.inscriptions.inviter(place / "inv")
        journal.inscriptions.demander(
            place / "inv", str(region.identites.ici().empreinte), place / "dem"
        )
        region.inscriptions.accepter(
            place / "dem", str(journal.identites.ici().empreinte), place / "acc"
        )
        journal.inscriptions.rejoindre(place / "acc")
    finally:
        journal.fermer()
        region.fermer()


def _commande(*mots: str | Path) -> list[str]:
    return [sys.executable, "-m", programme.__name__, *map(str, mots)]


def main(noms: list[str]) -> None:
    """Take the pictures."""
    programme.arreter_l_horloge()
    scenes = [scene for scene in SCENES if not noms or scene.nom in noms]
    with TemporaryDirectory() as ou, Ecran("x".join(map(str, TAILLE))) as ecran:
        place = Path(ou)
        seance = Seance(ecran, place)
        seance.commander("demo", "--sans-fenetre", "--dossier", place / JOURNAL)
        seance.commander(
            "demo", "--role", "coordination", "--sans-fenetre", "--dossier", place / REGION
        )
        rattacher(place)
        prises = [feuille(place), *(seance.prendre(scene) for scene in scenes)]
        for image in prises:
            poids = image.stat().st_size // 1000
            sys.stdout.write(f"{image.relative_to(RACINE)} : {poids} ko\n")
        seance.fermer()


if __name__ == "__main__":
    main(sys.argv[1:])
