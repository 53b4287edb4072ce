"""The command line as a person or a script runs it: in this process, or in a real one.

In this process a command costs no start; the real process is for what only it can show: signals,
a closed pipe, other environments, files left behind.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.ports_dossiers import Secret
from journal_scls.bootstrap import HorlogeSysteme, creer_atelier, executer
from journal_scls.paths import migrations_dir
from journal_scls.storage.coffre.trousseau import TrousseauEnMemoire
from journal_scls.storage.coffre.vault import CoutArgon2
from journal_scls.storage.dossier import DossiersChiffres
from tests.fabriques import profil

PHRASE = "quatre mots sans lien"
LEGER = CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1)
PROGRAMME = (sys.executable, "-m", "journal_scls")

# A bare chroot has none; every real Debian does.
avec_terminal = pytest.mark.skipif(
    not Path("/dev/pts/ptmx").exists(), reason="no pseudo-terminals on this machine"
)


@dataclass(frozen=True)
class Resultat:
    code: int
    sortie: str
    erreur: str

    @property
    def json(self) -> Any:
        return json.loads(self.sortie)

    @property
    def objets(self) -> list[dict[str, Any]]:
        """One JSON object a line."""
        return [json.loads(ligne) for ligne in self.sortie.splitlines()]

    def reussi(self) -> "Resultat":
        assert (self.code, self.erreur) == (0, ""), self
        return self

    def refuse(self, extrait: str = "") -> str:
        """One French sentence (and its next step) on stderr, exit 1, nothing else."""
        assert self.code == 1, self
        return self._une_phrase(extrait)

    def mal_utilise(self, extrait: str = "") -> str:
        assert self.code == 2, self
        assert self.sortie == ""
        return self._une_phrase(extrait)

    def _une_phrase(self, extrait: str) -> str:
        assert extrait in self.erreur, self
        phrase = self.erreur.strip("\n")
        assert phrase
        assert "\n" not in phrase, self
        assert "Traceback" not in self.erreur
        assert phrase.endswith("."), self
        return phrase


class Commandes:
    """Runs commands on one dossier, in this process."""

    def __init__(self, dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.dossier = dossier
        self._capsys = capsys

    def __call__(self, commande: str, *arguments: object, sans_dossier: bool = False) -> Resultat:
        lieu = () if sans_dossier else ("--dossier", str(self.dossier))
        self._capsys.readouterr()
        code = executer([*commande.split(), *lieu, *map(str, arguments)])
        return Resultat(code, *self._capsys.readouterr())

    def json(self, commande: str, *arguments: object) -> Any:
        return self(commande, *arguments, "--json").reussi().json

    def lister(self, *arguments: object) -> list[dict[str, Any]]:
        return self("lister", "--json", *arguments).reussi().objets

    def bilan(self, *arguments: object, annee: int = 2025) -> dict[str, Any]:
        periode = ("--du", f"{annee}-01-01", "--au", f"{annee}-12-31")
        return self("bilan", *periode, "--format", "json", *arguments).reussi().json

    def indicateurs(self, *arguments: object) -> dict[str, tuple[int, int, str]]:
        """n, N and what is displayed, by identifier."""
        lus = self.bilan(*arguments)["indicateurs"]
        return {i["id"]: (i["n"], i["N"], i["affiche"]) for i in lus}


def atelier_leger(adresse: str = "") -> Atelier:
    """The real workshop, whose passphrases cost 25 ms instead of 300."""
    horloge = HorlogeSysteme()
    dossiers = DossiersChiffres(
        migrations_dir(), horloge, TrousseauEnMemoire(), LEGER, adresse=adresse
    )
    atelier = creer_atelier()
    return Atelier(**{**vars(atelier), "dossiers": dossiers})


def creer_dossier(
    dossier: Path, phrase: str = PHRASE, *, adresse: str = "", **du_profil: Any
) -> Path:
    """An empty journal that opens quickly; with an address, a coordination on a server."""
    journal, _ = atelier_leger(adresse).creer(dossier, profil(**du_profil), phrase)
    journal.fermer()
    return dossier


def ouvrir(dossier: Path) -> Journal:
    return creer_atelier().ouvrir(dossier, Secret(phrase=PHRASE))


def environnement(**variables: str | None) -> dict[str, str]:
    """That of the test with the passphrase; None takes a variable away."""
    lu = os.environ | {"JOURNAL_SCLS_PHRASE": PHRASE}
    lu.pop("JOURNAL_SCLS_DOSSIER", None)
    return {nom: v for nom, v in (lu | variables).items() if v is not None}


def processus(*arguments: object, env: Mapping[str, str] | None = None, **options: Any) -> Resultat:
    """A real process, waited for."""
    fini = subprocess.run(
        [*PROGRAMME, *map(str, arguments)],
        env=environnement() if env is None else env,
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )
    return Resultat(fini.returncode, fini.stdout.decode(), fini.stderr.decode())


def demarrer(*arguments: object, **options: Any) -> "subprocess.Popen[bytes]":
    """A real process, to be interrupted."""
    options = {
        "env": environnement(),
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
    } | options
    return subprocess.Popen([*PROGRAMME, *map(str, arguments)], **options)


def finir(enfant: "subprocess.Popen[bytes]", signal_: int | None = None) -> Resultat:
    if signal_ is not None:
        enfant.send_signal(signal.Signals(signal_))
    sortie, erreur = enfant.communicate(timeout=60)
    return Resultat(enfant.returncode, (sortie or b"").decode(), (erreur or b"").decode())


FICHE = {
    "date": "2025-03-14",
    "duree_min": "45",
    "tenure": "SANS_MILIEU",
    "volet": "INDIVIDUEL",
    "activite": "ECOUTE",
    "clientele": "AINES",
}


def ecrire_lignes(chemin: Path, *fiches: Mapping[str, object]) -> Path:
    """A file for « saisir » or « corriger »."""
    chemin.write_text("".join(f"{json.dumps(f)}\n" for f in fiches), "utf-8")
    return chemin


def ecrire_csv(chemin: Path, fiches: Sequence[Mapping[str, str]]) -> Path:
    """A CSV whose columns are those of the first row."""
    lignes = [";".join(fiches[0]), *(";".join(f.values()) for f in fiches)]
    chemin.write_text("".join(f"{ligne}\n" for ligne in lignes), "utf-8")
    return chemin
