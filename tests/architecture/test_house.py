"""The house rules that no linter knows. See ARCHITECTURE.md."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

RACINE = Path(__file__).parents[2]
SOURCES = RACINE / "src" / "journal_scls"
VERROUS = RACINE / "requirements"

LIGNES_MODULE = 400
LIGNES_FONCTION = 60


def modules() -> list[Path]:
    return sorted(SOURCES.rglob("*.py"))


def nom(chemin: Path) -> str:
    return str(chemin.relative_to(RACINE))


def arbre(chemin: Path) -> ast.Module:
    return ast.parse(chemin.read_text(encoding="utf-8"), filename=nom(chemin))


def fonctions(chemin: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for noeud in ast.walk(arbre(chemin)):
        if isinstance(noeud, ast.FunctionDef | ast.AsyncFunctionDef):
            yield noeud


def importes(chemin: Path) -> Iterator[str]:
    for noeud in ast.walk(arbre(chemin)):
        if isinstance(noeud, ast.Import):
            yield from (alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            yield noeud.module or ""


def appels(chemin: Path) -> Iterator[str]:
    """Names that are called or subclassed: `x.f()` gives "f", `class A(B)` gives "B"."""
    for noeud in ast.walk(arbre(chemin)):
        cibles = (
            [noeud.func]
            if isinstance(noeud, ast.Call)
            else noeud.bases
            if isinstance(noeud, ast.ClassDef)
            else []
        )
        for cible in cibles:
            if isinstance(cible, ast.Attribute):
                yield cible.attr
            elif isinstance(cible, ast.Name):
                yield cible.id


def test_no_module_grows_past_400_lines():
    trop = {
        nom(m): n
        for m in modules()
        if (n := len(m.read_text(encoding="utf-8").splitlines())) > LIGNES_MODULE
    }
    assert not trop


def test_no_function_grows_past_60_lines():
    trop = {
        f"{nom(m)}:{f.name}": n
        for m in modules()
        for f in fonctions(m)
        if (n := (f.end_lineno or f.lineno) - f.lineno + 1) > LIGNES_FONCTION
    }
    assert not trop


def test_migrations_are_frozen_and_import_nothing_of_the_application():
    fautes = {
        nom(m): i
        for m in sorted((RACINE / "migrations").rglob("*.py"))
        for i in importes(m)
        if i.split(".")[0] == "journal_scls"
    }
    assert not fautes


def test_threads_live_in_the_task_runner_alone():
    interdits = {"processEvents", "QRunnable", "QThread", "QThreadPool"}
    porte = SOURCES / "gui" / "task_runner.py"
    fautes = {nom(m): mot for m in modules() if m != porte for mot in appels(m) if mot in interdits}
    assert not fautes
    assert not porte.exists() or "processEvents" not in set(appels(porte))


def test_every_package_says_what_it_holds():
    dossiers = {m.parent for m in modules()}
    muets = [
        nom(d)
        for d in sorted(dossiers)
        if not (d / "__init__.py").exists() or not ast.get_docstring(arbre(d / "__init__.py"))
    ]
    assert not muets


@pytest.mark.parametrize("verrou", ["app.lock", "build.lock", "dev.lock"])
def test_locks_have_hashes_and_name_no_address(verrou):
    texte = (VERROUS / verrou).read_text(encoding="utf-8")
    blocs = re.split(r"\n(?=\S)", texte)
    nus = [b.splitlines()[0] for b in blocs if not b.startswith("#") and "--hash=sha256:" not in b]
    assert not nus
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", texte)


def epingles(verrou: str) -> dict[str, str]:
    texte = (VERROUS / verrou).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", texte, re.MULTILINE))


def test_the_licences_page_follows_the_lock():
    page = (RACINE / "docs" / "licences.md").read_text(encoding="utf-8")
    lignes = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \|", page, re.MULTILINE))
    assert lignes == epingles("app.lock"), "run script/licences"


def test_what_ships_is_pinned_the_same_for_developers():
    dev = epingles("dev.lock")
    for verrou in ("app.lock", "build.lock"):
        assert epingles(verrou).items() <= dev.items()


@pytest.mark.skipif(not (SOURCES / "bootstrap.py").exists(), reason="bootstrap is not written yet")
def test_bootstrap_imports_lazily():
    lourds = ["PySide6", "sqlalchemy", "alembic", "reportlab", "babel", "cryptography", "pydantic"]
    programme = (
        f"import sys, journal_scls.bootstrap; print([m for m in {lourds!r} if m in sys.modules])"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, check=True
    )
    assert sortie.stdout.strip() == "[]"
