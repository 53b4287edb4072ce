"""Bring the files of Qt Linguist up to date with the French texts of the application.

The texts are found in the syntax of Python, f-strings included, then handed to lupdate, which
keeps what is translated. See docs/traduction.md.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "journal_scls"
TARGETS = ROOT / "resources" / "traductions"
MARKS = ("tr", "marque")
# Sentences of the layers below, which know no language: the window translates what is constant.
ERRORS = ("RegleMetier", "Environnement")
BELOW = ("domain", "application", "storage", "sync")
SENTENCES = (  # modules that keep in tables, or give one by one, what the window shows
    "application/lots/*.py",
    "domain/*/refus.py",
    "domain/journal/regles.py",
    "domain/repertoire/partenaires.py",
    "storage/*.py",
    "storage/coffre/*.py",
    "storage/interventions/*.py",
    "storage/sauvegarde/*.py",
    "storage/serveur/*.py",
    "sync/lot/*.py",
)
SENTENCE = re.compile(r"[A-ZÀ-Ý«][^\n{}]* [^\n{}]*\.")

Text = tuple[str, str, bool]
"""A French text; its plural when it counts, else what it means; whether it counts."""


def name(call: ast.Call) -> str:
    """What is called: "f" for `f()` and for `x.f()`."""
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def literal(node: ast.AST) -> str:
    """The text of a literal, '' for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def calls(folder: Path, names: tuple[str, ...]) -> Iterator[ast.Call]:
    """The calls of some names in the modules of a folder."""
    for module in sorted(folder.rglob("*.py")):
        source = module.read_text(encoding="utf-8")
        if any(f"{wanted}(" in source for wanted in names):
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Call) and name(node) in names:
                    yield node


def window_texts() -> set[Text]:
    """What the window says by itself."""
    found = set()
    for call in calls(SOURCES / "gui", MARKS):
        if call.args and literal(call.args[0]):
            more = literal(call.args[1]) if len(call.args) > 1 else ""
            found.add((literal(call.args[0]), more, len(call.args) > 2))  # noqa: PLR2004
    return found


def error_texts() -> set[Text]:
    """The constant sentences of the errors that the window shows."""
    return {
        (sentence.replace("'", "’"), "", False)
        for layer in BELOW
        for call in calls(SOURCES / layer, ERRORS)
        for argument in call.args
        if (sentence := literal(argument))
    }


def sentence_texts() -> set[Text]:
    """The constant sentences of the modules below that the window quotes."""
    found = set()
    for pattern in SENTENCES:
        for module in SOURCES.glob(pattern):
            nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
            silent = {n.value for n in nodes if isinstance(n, ast.Expr)}  # docstrings
            silent |= {v for n in nodes if isinstance(n, ast.JoinedStr) for v in n.values}
            for node in nodes:
                if node not in silent and SENTENCE.fullmatch(literal(node)):
                    found.add((literal(node).replace("'", "’"), "", False))
    return found


def texts() -> list[Text]:
    """Everything to translate, in the order of the alphabet."""
    return sorted(window_texts() | error_texts() | sentence_texts())


def program(found: list[Text]) -> str:
    """The texts as lupdate reads them: one call each."""
    written = []
    for text, more, counts in found:
        quoted = ", ".join(json.dumps(t, ensure_ascii=False) for t in (text, more) if t)
        written.append(f"tr({quoted}, n)" if counts else f"tr({quoted})")
    return "\n".join(written) + "\n"


def update(target: Path) -> None:
    """Add what is new, drop what is gone, keep what is translated."""
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "textes.py"
        source.write_text(program(texts()), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "fr_CA"]
        command = [lupdate, source, *options, "-ts", target]
        subprocess.run(command, check=True)  # noqa: S603 - our own files


def main() -> None:
    """Every language; a new one is a new file name."""
    for target in sorted({*TARGETS.glob("journal_scls_*.ts"), *map(Path, sys.argv[1:])}):
        update(target)


if __name__ == "__main__":
    main()
