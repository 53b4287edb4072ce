"""Break the rules of the lots one by one, in a copy: the tests must notice each time.

Run it from the checkout: `.venv/bin/python tests/mutants/lots.py`. Each mutant copies the sources,
changes a few words and runs the property tests of the receptions; it is killed when they fail.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]
COPIES = ("src", "tests", "migrations", "resources", "docs", "pyproject.toml")
TESTS = (
    "tests/storage/test_receptions_proprietes.py",
    "tests/storage/test_receptions_postgres.py",
    "tests/storage/test_receptions.py",
    "tests/storage/test_revocations.py",
)
OPTIONS = ("-q", "-x", "-m", "not lent", "-p", "no:randomly")
SCHEMA = ("src/journal_scls/storage/lots/tables_lots.py", "migrations/versions/0002_lots.py")
DEPOT = ("src/journal_scls/storage/lots/depot_receptions.py",)
SERVEUR = ("src/journal_scls/storage/serveur/postgres.py",)
RECEPTIONS = ("src/journal_scls/application/lots/receptions.py",)


@dataclass(frozen=True)
class Mutant:
    """One broken rule: the words replaced, in which files."""

    nom: str
    fichiers: tuple[str, ...]
    avant: str
    apres: str


REVOQUE = "WHERE NOT EXISTS (SELECT 1 FROM revocation r WHERE r.journal = v.journal)"
COMMIT = "            unite.commit()\n        return lignes"
ORDRE = "(p.epoque, p.rev, p.empreinte) > (v.epoque, v.rev, v.empreinte)"
MUTANTS = (
    Mutant("sans époque", SCHEMA, ORDRE, "(p.rev, p.empreinte) > (v.rev, v.empreinte)"),
    Mutant("sans départage", SCHEMA, ORDRE, "(p.epoque, p.rev) > (v.epoque, v.rev)"),
    Mutant("bifurcations cachées", SCHEMA, "GROUP BY journal, incarnation, seq HAVING COUNT(*) > 1",
           "GROUP BY journal, incarnation, seq HAVING COUNT(*) > 99"),
    Mutant("trous cachés", SCHEMA, "AND suivant.seq > bornes.debut\n",
           "AND suivant.seq > bornes.debut + 99\n"),
    Mutant("ruptures cachées", SCHEMA, "\n    AND coalesce(p.empreinte, '') = r.precedente)", ")"),
    Mutant("sans transaction", DEPOT, "        for paquet in par_paquets((journal,",
           "        self._connexion.exec_driver_sql('COMMIT')\n"
           "        self._connexion.exec_driver_sql('BEGIN IMMEDIATE')\n"
           "        for paquet in par_paquets((journal,"),
    Mutant("deux écrivains à la fois", SERVEUR, "pg_advisory_xact_lock(", "greatest("),
    Mutant("numéros courts", SERVEUR, 'return "BIGINT"', 'return "INTEGER"'),
    Mutant("bifurcation refusée", RECEPTIONS,
           "    if depot.bifurque(lot):\n        return Resultat.QUARANTAINE, BIFURCATION",
           "    if depot.bifurque(lot):\n        raise ValueError(lot.seq)"),
    Mutant("révocation sans effet", SCHEMA, REVOQUE, "WHERE 1 = 1"),
    Mutant("apports oubliés", DEPOT, "            if not seul:", "            if None:"),
    Mutant("dit avant d'être gardé", RECEPTIONS, COMMIT, "        return lignes"),
    Mutant("clé non jugée", RECEPTIONS, "valide = validite is ValiditeCle.VALIDE", "valide = True"),
)  # fmt: skip


def tuer(mutant: Mutant) -> bool:
    """Whether the tests fail on the mutant."""
    with tempfile.TemporaryDirectory(prefix="scls-mutant-") as temporaire:
        copie = Path(temporaire)
        for nom in COPIES:
            source = RACINE / nom
            if source.is_dir():
                shutil.copytree(source, copie / nom, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copie / nom)
        for nom in mutant.fichiers:
            texte = (copie / nom).read_text("utf-8")
            if mutant.avant not in texte:
                raise SystemExit(f"{mutant.nom} : « {mutant.avant} » n'est plus dans {nom}")
            (copie / nom).write_text(texte.replace(mutant.avant, mutant.apres), "utf-8")
        fini = subprocess.run(
            [sys.executable, "-m", "pytest", *OPTIONS, *TESTS],
            cwd=copie,
            env=os.environ
            | {"SCLS_MUTANTS": "1", "PYTHONPATH": f"{copie / 'src'}{os.pathsep}{copie}"},
            capture_output=True,
            check=False,
        )
        return fini.returncode == 1


def main() -> int:
    """Print the fate of each mutant; exit 1 when one survives."""
    survivants = 0
    for mutant in MUTANTS:
        tue = tuer(mutant)
        survivants += not tue
        print(f"{'tué     ' if tue else 'SURVIT  '} {mutant.nom}", flush=True)  # noqa: T201 - a report
    print(f"{len(MUTANTS) - survivants} mutants sur {len(MUTANTS)} tués")  # noqa: T201 - a report
    return 1 if survivants else 0


if __name__ == "__main__":
    sys.exit(main())
