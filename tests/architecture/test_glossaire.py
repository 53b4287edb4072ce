"""Each public class of the domain has its line in docs/glossaire.md, and no line lies."""

import ast
import re
from pathlib import Path

RACINE = Path(__file__).parents[2]
DOMAINE = RACINE / "src" / "journal_scls" / "domain"
GLOSSAIRE = RACINE / "docs" / "glossaire.md"
ENTETE = ["terme", "définition", "nom dans le code", "à l'écran"]


def lignes() -> list[list[str]]:
    """Return the cells of the glossary's table, header and rule apart."""
    tableau = [
        [cellule.strip() for cellule in re.split(r"(?<!\\)\|", ligne.strip())[1:-1]]
        for ligne in GLOSSAIRE.read_text(encoding="utf-8").splitlines()
        if ligne.startswith("|")
    ]
    assert tableau[0] == ENTETE
    return tableau[2:]


def noms_du_glossaire() -> list[str]:
    return [nom for ligne in lignes() for nom in re.findall(r"`([^`]+)`", ligne[2])]


def classes_du_domaine() -> set[str]:
    return {
        noeud.name
        for module in DOMAINE.rglob("*.py")
        for noeud in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(noeud, ast.ClassDef) and not noeud.name.startswith("_")
    }


def test_each_public_class_of_the_domain_is_in_the_glossary():
    assert classes_du_domaine() - set(noms_du_glossaire()) == set()


def test_each_class_the_glossary_names_exists():
    nommees = {nom for nom in noms_du_glossaire() if nom[0].isupper() and not nom.isupper()}
    assert nommees - classes_du_domaine() == set()


def test_lines_are_whole_and_no_term_comes_twice():
    tableau = lignes()
    assert all(len(ligne) == len(ENTETE) for ligne in tableau)
    assert all(all(ligne[:3]) for ligne in tableau)
    termes = [ligne[0].casefold() for ligne in tableau]
    assert len(termes) == len(set(termes))


def test_no_code_name_serves_two_terms():
    noms = noms_du_glossaire()
    assert len(noms) == len(set(noms))
