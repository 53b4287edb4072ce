"""A disk that can be stopped anywhere, and all that may then be found on it.

The model is that of a disk which promises nothing but fsync: of the writes to a file since its
last fsync any may be lost, and one may be torn in the middle of a sector; names made, changed or
removed since the last fsync of their folder may be lost, the later ones first; a file that was
synchronised keeps the name it was made under. Folders themselves are never lost.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.pannes.trace import Geste

SECTEUR = 512
Image = dict[str, bytes]
"""The files of a folder, by their whole path."""
Ecriture = tuple[int, bytes | None]
"""Where, and what; None cuts the file there."""


@dataclass
class _Fichier:
    sur: bytes = b""
    attente: list[Ecriture] = field(default_factory=list)

    def contenu(self, ecritures: Sequence[Ecriture]) -> bytes:
        octets = bytearray(self.sur)
        for debut, quoi in ecritures:
            if quoi is None:
                octets[debut:] = bytes(max(0, debut - len(octets)))
            else:
                octets[len(octets) : debut] = bytes(max(0, debut - len(octets)))
                octets[debut : debut + len(quoi)] = quoi
        return bytes(octets)


Noms = dict[str, _Fichier]


class Disque:
    """The files under a folder, and what their disk has of them for sure."""

    def __init__(self, racine: Path, image: Image) -> None:
        self.racine = racine
        self.sur: Noms = {nom: _Fichier(octets) for nom, octets in image.items()}
        self._noms = dict(self.sur)
        self._attente: list[tuple[Geste, _Fichier | None]] = []

    def faire(self, geste: Geste) -> bool:
        """Follow the program; whether the disk changed."""
        if not geste.fichier.startswith(f"{self.racine}/") or geste.fichier.endswith("-shm"):
            return False  # elsewhere, or memory that the database shares and makes again
        match geste.quoi:
            case "synchroniser":
                self._synchroniser(geste.fichier)
            case "ecrire":
                self._noms[geste.fichier].attente.append((geste.debut, geste.octets))
            case "tronquer":
                self._noms[geste.fichier].attente.append((geste.debut, None))
            case "dossier":
                return False
            case "inconnu":
                raise AssertionError(f"not modelled: {geste}")
            case _:
                return self._nommer(geste)
        return True

    def _nommer(self, geste: Geste) -> bool:
        if geste.quoi == "creer" and geste.fichier in self._noms:
            return False
        neuf = _Fichier() if geste.quoi == "creer" else None
        self._attente.append((geste, neuf))
        _appliquer(self._noms, geste, neuf)
        return True

    def _synchroniser(self, chemin: str) -> None:
        if fichier := self._noms.get(chemin):
            fichier.sur = fichier.contenu(fichier.attente)
            fichier.attente.clear()
            self._assurer(lambda geste, neuf: neuf is fichier)
        else:
            self._assurer(lambda geste, _: str(Path(geste.fichier).parent) == chemin)

    def _assurer(self, choisir) -> None:
        reste = []
        for geste, neuf in self._attente:
            if choisir(geste, neuf):
                _appliquer(self.sur, geste, neuf)
            else:
                reste.append((geste, neuf))
        self._attente = reste

    def images(self, hasard: random.Random) -> Iterator[Image]:
        """What a cut at this moment may leave, the worst first."""
        for noms, donnees in ((1.0, 0.0), (0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (None, None)):
            part = hasard.random() if noms is None else noms
            trouves = dict(self.sur)
            for geste, neuf in self._attente[: round(part * len(self._attente))]:
                _appliquer(trouves, geste, neuf)
            yield {
                nom: f.contenu(_survivantes(f.attente, donnees, hasard))
                for nom, f in trouves.items()
            }


def _appliquer(noms: Noms, geste: Geste, neuf: _Fichier | None) -> None:
    match geste.quoi:
        case "creer":
            assert neuf is not None
            noms[geste.fichier] = neuf
        case "delier":
            noms.pop(geste.fichier, None)
        case "lier" if geste.fichier in noms:
            noms[geste.vers] = noms[geste.fichier]
        case "renommer" if geste.fichier in noms:
            noms[geste.vers] = noms.pop(geste.fichier)


def _survivantes(
    attente: Sequence[Ecriture], part: float | None, hasard: random.Random
) -> list[Ecriture]:
    if part is not None:
        return list(attente[: round(part * len(attente))])
    gardees = [e for e in attente if hasard.random() < 0.5]
    if gardees and gardees[-1][1]:
        debut, octets = gardees.pop()
        coupe = SECTEUR * hasard.randrange(len(octets) // SECTEUR + 1)
        gardees.append((debut, octets[:coupe]))
    return gardees


def photographier(racine: Path) -> Image:
    """The files under a folder."""
    return {str(f): f.read_bytes() for f in racine.rglob("*") if f.is_file()}


def poser(image: Image, racine: Path) -> None:
    """Leave nothing under the folder but these files; its own folders stay."""
    for fichier in [f for f in racine.rglob("*") if f.is_file()]:
        fichier.unlink()
    for nom, octets in image.items():
        Path(nom).parent.mkdir(parents=True, exist_ok=True)
        Path(nom).write_bytes(octets)
