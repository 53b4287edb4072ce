"""Takeover of 20 000 rows, as a ratio to raw `executemany` of the very same rows.

Two floors: the same encrypted schema with its triggers and search index, and the bare tables with
neither, which is the one the target is held to. All take turns in one run: the ratio holds when
the machine's speed drifts.
"""

import argparse
import csv
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from journal_scls.application.journal import Atelier, Journal
from journal_scls.bootstrap import HorlogeSysteme, creer_atelier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import connecteur_de
from tests.e2e import cas_type

TABLES = ("organisme", "milieu", "milieu_etat", "intervention", "revision", "revision_code",
          "reference", "origine")  # fmt: skip
OBJECTIF = 6.0


def _ecrire_csv(chemin: Path, nombre: int) -> None:
    """Rows of the worked case, repeated with another note so that none is « already there »."""
    modeles = cas_type.lignes()
    with chemin.open("w", encoding="utf-8", newline="") as fichier:
        sortie = csv.DictWriter(fichier, cas_type.COLONNES, delimiter=";")
        sortie.writeheader()
        for rang in range(nombre):
            ligne = modeles[rang % len(modeles)]
            sortie.writerow(ligne | {"note": f"{ligne['note']} ({rang})"})


def _journal(atelier: Atelier, dossier: Path) -> Journal:
    profil = Profil(
        id=nouvel_identifiant(),
        role=Role.INTERVENANT,
        code="BENCH",
        cree_le=HorlogeSysteme().maintenant(),
    )
    return atelier.creer(dossier, profil, "phrase de passe du banc")[0]


def _connexion(journal: Journal) -> Any:
    base = journal.base
    if not isinstance(base, BaseOuverte):
        raise TypeError(base)
    return connecteur_de(base.engine).connecter()


def _lire(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    with closing(_connexion(journal)) as connexion:
        return {t: connexion.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}


def _chronometrer(geste: Callable[[], object]) -> float:
    gc.collect()
    debut = time.perf_counter()
    geste()
    return time.perf_counter() - debut


def _plancher(
    journal: Journal, rangees: dict[str, list[tuple[Any, ...]]], *, tables_seules: bool
) -> float:
    with closing(_connexion(journal)) as connexion:
        if tables_seules:
            noms = connexion.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (nom,) in noms.fetchall():
                connexion.execute(f"DROP TRIGGER {nom}")

        def inserer() -> None:
            connexion.execute("BEGIN IMMEDIATE")
            connexion.execute("PRAGMA defer_foreign_keys = ON")
            for table, lignes in rangees.items():
                if lignes:
                    places = ", ".join("?" * len(lignes[0]))
                    connexion.executemany(f"INSERT INTO {table} VALUES ({places})", lignes)
            connexion.execute("COMMIT")

        return _chronometrer(inserer)


def main() -> int:
    """Print the ratio; exit 1 when it misses its target."""
    analyse = argparse.ArgumentParser(prog="bench reprise")
    analyse.add_argument("--lignes", type=int, default=20_000)
    analyse.add_argument("--tours", type=int, default=5)
    options = analyse.parse_args()
    rapports: dict[bool, list[float]] = {False: [], True: []}
    with tempfile.TemporaryDirectory(prefix="scls-banc-") as temporaire:
        racine, atelier = Path(temporaire), creer_atelier()
        fichier = racine / "journal.csv"
        _ecrire_csv(fichier, options.lignes)
        for tour in range(options.tours + 1):
            nous = _journal(atelier, racine / f"nous-{tour}")
            reprise = _chronometrer(lambda j=nous: j.reprise.reprendre(fichier))
            rangees = _lire(nous)
            assert len(rangees["intervention"]) == options.lignes
            nous.fermer()
            for tables_seules, mesures in rapports.items():
                eux = _journal(atelier, racine / f"eux-{tour}-{tables_seules}")
                plancher = _plancher(eux, rangees, tables_seules=tables_seules)
                assert _lire(eux) == rangees
                eux.fermer()
                if tour:  # the first one warms up
                    mesures.append(reprise / plancher)
                    print(
                        f"tour {tour} : reprise {reprise:.2f} s, {_nom(tables_seules)} "
                        f"{plancher:.2f} s, rapport {reprise / plancher:.2f}"
                    )
    for tables_seules, mesures in rapports.items():
        print(
            f"reprise de {options.lignes} lignes : {statistics.median(mesures):.2f} fois "
            f"{_nom(tables_seules)} (min {min(mesures):.2f}, max {max(mesures):.2f})"
        )
    mediane = statistics.median(rapports[True])
    print(f"objectif : {OBJECTIF:.0f} fois les tables seules, au plus")
    return 0 if mediane <= OBJECTIF else 1


def _nom(tables_seules: bool) -> str:
    return "executemany, tables seules" if tables_seules else "executemany, schéma entier"
