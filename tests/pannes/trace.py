"""What a program does to its files, call by call, as the system saw it (strace).

The database writes from C, so nothing inside Python could see it all.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]
# The second half is what our programs do not do: the model would be wrong, and says so.
_APPELS = (
    "openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,link,unlink,mkdir,"
    "renameat,renameat2,linkat,unlinkat,copy_file_range,sendfile,fallocate,writev,pwritev,pwritev2,"
    "truncate"
)
_APPEL = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)(?:<|\s|$)")
_TEXTE = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTEUR = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_SORTIE = "1"
_NOMS = {"rename": "renommer", "link": "lier", "unlink": "delier", "mkdir": "dossier"}


@dataclass(frozen=True)
class Geste:
    """One thing done: `quoi` to `fichier` (or to `vers`), or one thing said (`dit`)."""

    quoi: str
    fichier: str = ""
    vers: str = ""
    debut: int = 0
    octets: bytes = b""


@cache
def strace_possible() -> bool:
    """Whether this machine has strace and lets it work."""
    try:
        essai = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True)  # noqa: PLW1510
    except OSError:
        return False
    return essai.returncode == 0


def tracer(programme: str, *arguments: object, journal: Path) -> list[Geste]:
    """Run a Python program and give what it did, in order."""
    fini = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", str(2**26), "-o", journal,
         "-e", f"trace={_APPELS}", sys.executable, "-B", "-c", programme, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": f"{RACINE / 'src'}{os.pathsep}{RACINE}"},
        cwd=journal.parent,
        capture_output=True,
        check=False,
        timeout=300,
    )  # fmt: skip
    assert fini.returncode == 0, fini.stderr.decode()
    return list(_lire(journal.read_text("ascii").splitlines()))


def _lire(lignes: Sequence[str]) -> Iterator[Geste]:
    positions: dict[str, int] = {}  # of each open file, by its number
    for ligne in lignes:
        if "unfinished" in ligne or "resumed" in ligne:
            raise AssertionError("a traced program has one thread")
        trouve = _APPEL.match(ligne)
        if trouve and int(trouve[3]) >= 0:
            yield from _comprendre(trouve[1], trouve[2], int(trouve[3]), positions)


def _comprendre(
    appel: str, arguments: str, rendu: int, positions: dict[str, int]
) -> Iterator[Geste]:
    textes = [_octets(t) for t in _TEXTE.findall(arguments)]
    noms = [os.fsdecode(t) for t in textes]
    if appel == "openat":
        positions[str(rendu)] = 0
        if "O_CREAT" in arguments:
            yield Geste("creer", noms[0])
        if "O_TRUNC" in arguments:
            yield Geste("tronquer", noms[0])
    elif appel in _NOMS:
        yield Geste(_NOMS[appel], *noms)
    elif ouvert := _DESCRIPTEUR.match(arguments):
        chemin = os.fsdecode(_octets(ouvert[2]))
        yield from _ecrire(appel, arguments, rendu, chemin, textes, ouvert[1], positions)
    else:
        yield Geste("inconnu", noms[0], octets=appel.encode())


def _ecrire(  # noqa: PLR0917 - the pieces of one line
    appel: str,
    arguments: str,
    rendu: int,
    chemin: str,
    textes: Sequence[bytes],
    numero: str,
    positions: dict[str, int],
) -> Iterator[Geste]:
    dernier = arguments.rsplit(",", 1)[-1].strip()
    match appel:
        case "lseek":
            positions[numero] = rendu
        case "write" if numero == _SORTIE:
            yield Geste("dit", octets=textes[0][:rendu])
        case "write":
            debut = positions.get(numero, 0)
            positions[numero] = debut + rendu
            yield Geste("ecrire", chemin, debut=debut, octets=textes[0][:rendu])
        case "pwrite64":
            yield Geste("ecrire", chemin, debut=int(dernier), octets=textes[0][:rendu])
        case "ftruncate":
            yield Geste("tronquer", chemin, debut=int(dernier))
        case "fsync" | "fdatasync":
            yield Geste("synchroniser", chemin)
        case _:
            yield Geste("inconnu", chemin, octets=appel.encode())


def _octets(texte: str) -> bytes:
    return bytes.fromhex(texte.replace("\\x", ""))
