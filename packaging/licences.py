"""Write docs/licences.md: what ships with the application, and under which licence.

Versions come from requirements/app.lock, licences from the installed packages' metadata.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "app.lock"
TARGET = ROOT / "docs" / "licences.md"

# Needed on Windows alone, so never installed where this runs.
ELSEWHERE = {"colorama": "BSD-3-Clause", "pywin32-ctypes": "BSD-3-Clause", "tzdata": "Apache-2.0"}

# Read in the licence file of the wheel, whose metadata do not say.
READ = {"pyrage": "MIT", "sqlcipher3": "Zlib"}

LGPL = (
    "LGPL-3.0 : bibliothèques dynamiques et remplaçables (dossier « onedir »), "
    "textes LGPL et GPL joints, adresse des sources donnée"
)
LGPL_PUR = "LGPL-3.0 : textes LGPL et GPL joints, adresse des sources donnée, modules remplaçables"
FREE = "avis et texte de licence joints"
DUTIES = {
    "pyside6-essentials": LGPL,
    "shiboken6": LGPL,
    "psycopg": LGPL_PUR,
    "psycopg-binary": f"{LGPL}; avec les avis de libpq (PostgreSQL) et d'OpenSSL (Apache-2.0)",
    "numpy": f"{FREE}, avec ceux d'OpenBLAS et de LAPACK (BSD), de libgfortran (GPL-3.0 avec "
    "l'exception de GCC, qui permet de la livrer) et de libquadmath (LGPL-2.1, dynamique)",
    "pypdfium2": f"{FREE}, avec ceux de PDFium et de ce qu'il contient",
    "reportlab": f"{FREE}; **retirer `reportlab/fonts/DarkGarden*`** (GPL) des installateurs",
    "chunspell": f"{FREE}; il contient hunspell, livré sous MPL-1.1 (au choix avec GPL-2.0 et "
    "LGPL-2.1) : adresse des sources donnée. **Retirer `hunspell/dictionaries`** des installateurs",
    "sqlcipher3": f"{FREE}, avec ceux de SQLCipher (BSD) et d'OpenSSL (Apache-2.0)",
    "cryptography": f"{FREE}, avec celui d'OpenSSL (Apache-2.0)",
    "python-calamine": f"{FREE}, avec ceux des bibliothèques Rust incluses",
    "pydantic-core": f"{FREE}, avec ceux des bibliothèques Rust incluses",
    "pyrage": f"{FREE}, avec ceux des bibliothèques Rust incluses",
}

HEAD = """# Licences

Fait par `script/licences` à partir de `requirements/app.lock`; ne pas modifier à la main.

Journal SCLS est sous [LiLiQ-P 1.1](../LICENSE). Voici ce qui est livré avec lui, et à quelles conditions. Ce qui ne sert qu'à construire ou à essayer (`build.lock`, `dev.lock`) n'est pas livré.

| bibliothèque | version | licence | pour la livrer |
|---|---|---|---|
"""

TAIL = """
## Données

| élément | licence | pour le livrer |
|---|---|---|
| DejaVu Sans, Bold, Oblique (`resources/fonts`) | Bitstream Vera; les ajouts de DejaVu sont du domaine public | joindre `resources/fonts/LICENSE`; ne pas vendre les polices seules |
| Dictionnaire français de Dicollecte/Grammalecte 7.5 (`resources/orthographe/fr.*`, repris tel quel du paquet npm `dictionary-fr` 3.0.0) | MPL-2.0 | joindre `resources/orthographe/LICENSE`; les deux fichiers sont la source, à redonner avec leurs changements s'il y en a |

## Rappels

- PySide6 et Qt : ne jamais lier statiquement ni empaqueter en un seul fichier; l'utilisateur doit pouvoir remplacer les bibliothèques de Qt.
- La police DarkGarden, livrée dans reportlab, est sous GPL : elle est exclue des installateurs.
- L'exception de licence de PyInstaller couvre son lanceur.
"""


def licence(name: str) -> str:
    """Return the licence a package declares: expression, else classifiers, else field."""
    try:
        meta = metadata(name)
    except PackageNotFoundError:
        return ELSEWHERE[name]
    if expression := meta.get("License-Expression"):
        return expression
    classifiers = [
        c.split(" :: ")[-1] for c in meta.get_all("Classifier") or [] if c.startswith("License ::")
    ]
    field = (meta.get("License") or "").strip()
    return ", ".join(classifiers) or field.partition("\n")[0] or READ.get(name, "inconnue")


def main() -> int:
    """Write the page; refuse an unknown licence."""
    pins = re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    rows, unknown = [], []
    for name, version in pins:
        declared = licence(name)
        if declared == "inconnue":
            unknown.append(name)
        rows.append(f"| {name} | {version} | {declared} | {DUTIES.get(name, FREE)} |\n")
    if unknown:
        print(f"script/licences : licence inconnue : {', '.join(unknown)}.", file=sys.stderr)
        return 1
    TARGET.write_text(HEAD + "".join(rows) + TAIL, encoding="utf-8")
    print(f"script/licences : {len(rows)} bibliothèques dans {TARGET.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
