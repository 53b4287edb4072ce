"""Three ways to the same bilan, each in a process of its own so that its memory is its own.

A process says how long each question took, and gives the cells once so that they can be compared.
"""

import multiprocessing
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from bench._province import Version, recevoir
from bench._questions import cellules, poser
from journal_scls.application.ports_dossiers import Secret
from journal_scls.bootstrap import creer_atelier
from journal_scls.domain.periode import Periode
from journal_scls.storage.base import SqlBase
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import connecteur_de

PHRASE = "phrase de passe du banc"
PERIODES = {"annee": ("2025-01", "2025-12"), "tout": ("2016-01", "2025-12")}
_STATUT, _MO = Path("/proc/self/status"), 1024  # Linux, in KiB
_OCTETS_MO = 1 << 20
_TAILLES = "SELECT SUM(LENGTH(lignes)), SUM(LENGTH(empreintes)) FROM segment"


class Moteur(Protocol):
    """Answers for one of the periods."""

    def repondre(self, periode: str) -> Any:
        """A bilan, in the engine's own form: what is timed."""
        ...

    def cellules(self, periode: str) -> dict[str, Any]:
        """Its cells."""
        ...


class Nous:
    """The product, through the use case that the window calls, with all that a bilan says."""

    def __init__(self, dossier: Path) -> None:
        self._journal = creer_atelier().ouvrir(dossier, Secret(phrase=PHRASE))

    def repondre(self, periode: str) -> Any:
        """The bilan."""
        du, au = (Periode.lire_mois(mois) for mois in PERIODES[periode])
        return self._journal.rapports.bilan(Periode(du.du, au.au))

    def cellules(self, periode: str) -> dict[str, Any]:
        """Its cells."""
        return cellules(self.repondre(periode))

    def tailles(self) -> tuple[int, int]:
        """What is kept in the segments, in MB: the columns, and the digests of their entries."""
        base = self._journal.base
        assert isinstance(base, SqlBase)
        with base.engine.connect() as connexion:
            ligne = connexion.exec_driver_sql(_TAILLES).one()
        return int(ligne[0]) // _OCTETS_MO, int(ligne[1]) // _OCTETS_MO

    def recevoir(self, journal: bytes, seq: int, versions: list[Version]) -> None:
        """One lot more."""
        base = self._journal.base
        assert isinstance(base, BaseOuverte)
        with closing(connecteur_de(base.engine).connecter()) as connexion:
            recevoir(connexion, journal, seq, versions)


class DuckDb:
    """DuckDB on its own file, with all the threads it wants."""

    def __init__(self, fichier: Path) -> None:
        import duckdb  # noqa: PLC0415 - only in the process whose memory it is

        self._base = duckdb.connect(str(fichier), read_only=True)
        self._base.execute("SET enable_progress_bar = false")

    def repondre(self, periode: str) -> Any:
        """The answers."""
        return poser(lambda texte: self._base.execute(texte).fetchall(), *PERIODES[periode])

    cellules = repondre


class SqlSimple:
    """Plain tables in an encrypted file, by the same library as the product."""

    def __init__(self, fichier: Path) -> None:
        self._base = ouvrir_sqlcipher(fichier)

    def repondre(self, periode: str) -> Any:
        """The answers."""
        return poser(lambda texte: self._base.execute(texte).fetchall(), *PERIODES[periode])

    cellules = repondre


def ouvrir_sqlcipher(fichier: Path) -> Any:
    """A file with a key, as fast as it may be made."""
    import sqlcipher3  # noqa: PLC0415 - the same

    base = sqlcipher3.connect(str(fichier), isolation_level=None)
    base.execute(f"PRAGMA key = \"x'{b'k'.hex() * 32}'\"")
    for reglage in ("cache_size = -64000", "temp_store = MEMORY", "synchronous = OFF"):
        base.execute(f"PRAGMA {reglage}")
    return base


@dataclass
class Processus:
    """An engine at work elsewhere."""

    nom: str
    _tuyau: Connection
    _proces: Any

    @classmethod
    def lancer(cls, nom: str, fabrique: Callable[[Path], Moteur], ou: Path) -> "Processus":
        """Start it."""
        contexte = multiprocessing.get_context("spawn")
        ici, la_bas = contexte.Pipe()
        proces = contexte.Process(target=_servir, args=(fabrique, ou, la_bas))
        proces.start()
        la_bas.close()
        return cls(nom, ici, proces)

    def chronometrer(self, periode: str) -> float:
        """Seconds for one answer."""
        return float(self._demander("chronometrer", periode))

    def cellules(self, periode: str) -> dict[str, Any]:
        """The cells of an answer."""
        return dict(self._demander("cellules", periode))

    def recevoir(self, *lot: Any) -> None:
        """Give it one lot more."""
        self._demander("recevoir", *lot)

    def tailles(self) -> tuple[int, int]:
        """What its segments weigh, in MB."""
        colonnes, empreintes = self._demander("tailles")
        return colonnes, empreintes

    def memoire(self) -> int:
        """The most it ever held, in MB."""
        return int(self._demander("memoire"))

    def fermer(self) -> None:
        """Stop it."""
        self._tuyau.close()
        self._proces.join()

    def _demander(self, quoi: str, *arguments: Any) -> Any:
        self._tuyau.send((quoi, arguments))
        return self._tuyau.recv()


def _servir(fabrique: Callable[[Path], Moteur], ou: Path, tuyau: Connection) -> None:
    moteur = fabrique(ou)
    gestes: dict[str, Callable[..., Any]] = {
        "cellules": moteur.cellules,
        "recevoir": getattr(moteur, "recevoir", lambda *_: None),
        "tailles": getattr(moteur, "tailles", lambda: (0, 0)),
        "memoire": _memoire,
        "chronometrer": lambda periode: _chronometrer(lambda: moteur.repondre(periode)),
    }
    with closing(tuyau):
        while True:
            try:
                quoi, arguments = tuyau.recv()
            except EOFError:
                return
            tuyau.send(gestes[quoi](*arguments))


def _memoire() -> int:
    """The peak of this very program; getrusage would count its parent's, from before it started."""
    (ligne,) = [li for li in _STATUT.read_text().splitlines() if li.startswith("VmHWM:")]
    return int(ligne.split()[1]) // _MO


def _chronometrer(geste: Callable[[], Any]) -> float:
    debut = time.perf_counter()
    geste()
    return time.perf_counter() - debut
