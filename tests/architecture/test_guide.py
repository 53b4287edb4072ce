"""The guide and the help say what the program shows: pictures, links, names of buttons."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

RACINE = Path(__file__).parents[2]
GUIDE, AIDE = RACINE / "docs" / "guide", RACINE / "resources" / "aide"
IMAGES = GUIDE / "images"
CHAPITRES = sorted(GUIDE.glob("*.md"))
PAGES = [*CHAPITRES, *sorted(AIDE.glob("*.md"))]
OCTETS_MAX = 120_000
ALT_MIN = 20

nommes = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def images_de(page: Path) -> list[tuple[str, Path]]:
    """The words that stand for each picture of a page, and its file."""
    trouvees = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
    return [(alt, (page.parent / fichier).resolve()) for alt, fichier in trouvees]


def test_every_picture_is_there_light_told_in_words_and_used():
    montrees = [image for page in (*CHAPITRES, RACINE / "README.md") for image in images_de(page)]
    for alt, fichier in montrees:
        assert fichier.is_file(), fichier
        assert len(alt) >= ALT_MIN, fichier
    assert {fichier for _alt, fichier in montrees} == set(IMAGES.iterdir())
    for image in IMAGES.iterdir():
        assert image.suffix == ".png"
        assert image.stat().st_size < OCTETS_MAX, image


def test_every_chapter_is_in_the_table_of_contents_and_every_link_leads_somewhere():
    for page in CHAPITRES:
        liens = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)", page.read_text("utf-8"))
        for lien in liens:
            assert (page.parent / lien).exists(), (page.name, lien)
        if page.name == "README.md":
            assert {p.name for p in CHAPITRES} <= {"README.md", *liens}


def plier(texte: str) -> str:
    """A text without what a guide leaves out: mnemonics, keys, dots, kinds of spaces and quotes."""
    texte = texte.replace("&", "").replace("’", "'").replace("…", "")
    texte = re.sub(r" \((?:Ctrl|Alt|Maj|F\d|Suppr|Entrée|\w\))[^)]*\)?", "", texte)
    return " ".join(texte.split()).casefold()


@cache
def dits() -> str:
    """Every text that the program may show, one a line; comments and docstrings are not."""
    textes = set()
    for module in (RACINE / "src" / "journal_scls").rglob("*.py"):
        arbre = ast.parse(module.read_text("utf-8"))
        docstrings = {id(noeud.value) for noeud in ast.walk(arbre) if isinstance(noeud, ast.Expr)}
        textes |= {
            plier(noeud.value)
            for noeud in ast.walk(arbre)
            if isinstance(noeud, ast.Constant)
            and isinstance(noeud.value, str)
            and id(noeud) not in docstrings
        }
    return "\n".join(sorted(textes))


@nommes
def test_what_is_quoted_is_what_the_program_says(page):
    """« » is for the program's own words; an example is in `code` or in *italics*."""
    cites = re.findall(r"«\s*([^»]+?)\s*»", page.read_text("utf-8"))
    assert [mots for mots in cites if plier(mots) not in dits()] == []
