"""Everything the window says can be said in another language. See docs/traduction.md."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.architecture.test_house import RACINE, SOURCES, arbre, nom

FENETRE = SOURCES / "gui"
FICHIERS = sorted((RACINE / "resources" / "traductions").glob("*.ts"))
# Style sheets, colours, patterns, signatures of D-Bus: nothing that is read.
SANS_TEXTE = {
    "palettes",
    "police",
    "session",
    "style_sheet",
    "theme",
    "traduction",
    "typography",
}
# A text given to these is not read by anybody.
SANS_LECTEUR = {
    "QKeySequence",
    "TypeError",
    "compile",
    "espacer",
    "inherits",
    "join",
    "replace",
    "split",
}
ANNOTATIONS = {"Literal", "TypeVar", "cast"}
TELS_QUELS = {
    "Journal SCLS": "the name of the product",
    "AUTRE": "a code",
    "INT-01": "the shape of a code",
    "Ctrl+": "a key",
    "LLLL y": "a pattern of dates",
    "PySide6 ": "a crash report",
    "Qt ": "the same",
    "hors projet": "a key",
    'style="margin-top:0; margin-bottom:5px"': "a style",
    # What is written in a journal or leaves it is French.
    "Bilan": "the series of a publication",
    "Annulée juste après la saisie": "a reason kept in the journal",
    "sauvegarde restaurée": "a reason kept in the register",
    "copie ou nouvel ordinateur": "the same",
    "marque absente": "the same",
    "exportation en clair": "an act of the register",
    **dict.fromkeys(
        (
            "Service",
            "Refusées",
            "En attente",
            "Sans suite",
            "Sans réponse (n)",
            "Toutes les références (N)",
            "À lire",
        ),
        "the columns of a document",
    ),
}


def outil() -> Any:
    """What script/traduire runs."""
    spec = spec_from_file_location("traductions", RACINE / "packaging" / "traductions.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OUTIL = outil()
MODULES = [m for m in sorted(FENETRE.rglob("*.py")) if m.stem not in SANS_TEXTE]


def messages(fichier: Path) -> list[ET.Element]:
    return list(ET.parse(fichier).iter("message"))  # noqa: S314 - our own file


def formes(message: ET.Element) -> list[str]:
    traduit = message.find("translation")
    assert traduit is not None
    return [f.text or "" for f in traduit.iter("numerusform")] or [traduit.text or ""]


def sources(message: ET.Element) -> list[str]:
    """The French text; with its plural when it counts."""
    source, sens = message.findtext("source", ""), message.findtext("comment", "")
    return [source, sens] if message.get("numerus") else [source]


def lieux(texte: str) -> list[str]:
    return sorted(re.findall(r"\{(.*?)\}", texte))


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda f: f.stem)
def test_every_text_is_translated_and_nothing_else_is(fichier):
    traduits, finis = set(), set()
    for message in messages(fichier):
        cle = (message.findtext("source", ""), message.findtext("comment", ""))
        traduits.add((*cle, bool(message.get("numerus"))))
        if not message.find("translation").get("type") and all(formes(message)):
            finis.add(cle)
    voulus = set(OUTIL.texts())
    assert voulus - traduits == set(), "run script/traduire, then translate"
    assert traduits - voulus == set(), "run script/traduire"
    assert {cle[:2] for cle in traduits} - finis == set(), "translate these"


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda f: f.stem)
def test_a_translation_keeps_the_values_the_letter_and_the_dots(fichier):
    fautes = []
    for message in messages(fichier):
        francais, traduits = sources(message), formes(message)
        for traduit in traduits:
            if lieux(traduit) not in [lieux(texte) for texte in francais]:
                fautes.append(("values", francais[0], traduit))
            if traduit.replace("&&", "").count("&") != francais[0].replace("&&", "").count("&"):
                fautes.append(("letter", francais[0], traduit))
            if traduit.strip().endswith("…") != francais[0].strip().endswith("…"):
                fautes.append(("dots", francais[0], traduit))
            if (traduit[:1] + traduit[-1:]).count(" ") != (
                francais[0][:1] + francais[0][-1:]
            ).count(" "):
                fautes.append(("spaces", francais[0], traduit))
        if len(traduits) != len(francais):
            fautes.append(("plural", francais[0], str(traduits)))
    assert fautes == []


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda f: f.stem)
def test_qt_linguist_reads_the_file(fichier, tmp_path):
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    compile_ = subprocess.run(
        [lrelease, fichier, "-qm", tmp_path / "a.qm"], capture_output=True, text=True, check=True
    )
    assert "0 unfinished" in compile_.stdout


@dataclass
class Lecture:
    """What a module holds: its literals that are read by nobody we know, and its marked texts."""

    litteraux: list[tuple[int, str]] = field(default_factory=list)
    marques: list[tuple[ast.Call, bool]] = field(default_factory=list)
    """The calls of `tr` and `marque`, and whether they run when the module is imported."""


@cache
def lire(module: Path) -> Lecture:
    lecture = Lecture()
    _lire(arbre(module), lecture, tot=True)
    return lecture


def _lire(noeud: ast.AST, lecture: Lecture, *, tot: bool) -> None:
    """`tot` while what is read runs at import."""
    for champ, enfant in enfants(noeud):
        if muet(noeud, champ, enfant):
            continue
        if texte := OUTIL.literal(enfant):
            lecture.litteraux.append((enfant.lineno, texte))
        dedans = champ == "body" and isinstance(noeud, ast.FunctionDef | ast.Lambda)
        _lire(enfant, lecture, tot=tot and not dedans)
    if isinstance(noeud, ast.Call) and OUTIL.name(noeud) in OUTIL.MARKS and noeud.args:
        lecture.marques.append((noeud, tot))


def enfants(noeud: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for champ, valeur in ast.iter_fields(noeud):
        for enfant in valeur if isinstance(valeur, list) else [valeur]:
            if isinstance(enfant, ast.AST) and not isinstance(enfant, ast.expr_context):
                yield champ, enfant


def muet(noeud: ast.AST, champ: str, enfant: ast.AST) -> bool:
    """Docstrings, annotations, keys, and what is marked or given to a machine."""
    if champ in {"annotation", "returns"} or isinstance(enfant, ast.operator):
        return True
    if isinstance(noeud, ast.Assign) and getattr(noeud.targets[0], "id", "") == "__all__":
        return True
    if isinstance(noeud, ast.Call):
        nomme = OUTIL.name(noeud)
        if nomme in ANNOTATIONS:
            return True
        if nomme in SANS_LECTEUR or nomme in OUTIL.MARKS:
            return champ == "args" and isinstance(enfant, ast.Constant | ast.JoinedStr)
    return isinstance(enfant, ast.Constant) and isinstance(
        noeud, ast.Expr | ast.Subscript | ast.Compare
    )


def appels() -> Iterator[tuple[str, ast.Call, bool]]:
    for module in MODULES:
        for appel, tot in lire(module).marques:
            yield f"{nom(module)}:{appel.lineno}", appel, tot


def test_a_text_is_translated_when_it_is_shown_and_marked_before():
    trop_tot = [ou for ou, appel, tot in appels() if tot and OUTIL.name(appel) == "tr"]
    assert trop_tot == [], "the language is not known yet: marque(…) here, tr(…) where it is shown"


def test_what_is_translated_can_be_found():
    """Linguist knows literals: no f-string, no choice between two texts."""
    caches = [
        ou
        for ou, appel, _ in appels()
        if not OUTIL.literal(appel.args[0])
        and any(
            isinstance(n, ast.JoinedStr) or (OUTIL.literal(n) and francais(OUTIL.literal(n)))
            for n in ast.walk(appel.args[0])
            if isinstance(n, ast.expr)
        )
    ]
    assert caches == []


def francais(texte: str) -> bool:
    """Whether a literal of the window looks like words: accents, spaces, a capital, a letter."""
    if not re.search(r"[^\W\d_]{2}", texte) or texte.startswith(("<", "#", ":", "[")):
        return False
    if re.fullmatch(r"(Ctrl|Alt|Shift)\+\S+|F\d+|Esc|Return|Delete", texte):
        return False
    return bool(re.search(r"[À-ÿ’«]|[^\W\d_] | [^\W\d_]|^&?[A-Z][a-z]|&[a-z]", texte))


def test_no_french_text_of_the_window_is_left_unmarked():
    nus = [
        f"{nom(module)}:{ligne} {texte!r}"
        for module in MODULES
        for ligne, texte in lire(module).litteraux
        if francais(texte) and texte not in TELS_QUELS
    ]
    assert nus == [], 'tr("…"), or marque("…") in a table made at import'


def test_what_is_exempted_still_exists():
    vus = {texte for module in MODULES for _, texte in lire(module).litteraux}
    assert set(TELS_QUELS) - vus == set()
