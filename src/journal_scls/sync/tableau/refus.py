"""The refused lines, written so that the corrected file can be taken back by our own reader."""

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.valeurs import (
    CARACTERE_PERDU,
    Cellule,
    LigneRefusee,
    proteger,
    texte_de,
)

COLONNES_REFUS = ("ligne_refusee", "colonne_refusee", "raison_refus")


def ecrire_refus(chemin: Path, entetes: Sequence[str], refus: Iterable[LigneRefusee]) -> int:
    """Write the original cells and why each line was refused; give the number of lines.

    The old file stays until the new one is whole: it may hold corrections under way.
    """
    provisoire: Path | None = None
    try:
        # mkstemp makes it readable by its owner alone: these are notes about people.
        descripteur, nom = tempfile.mkstemp(dir=chemin.parent, prefix=".refus-", suffix=".csv")
        provisoire = Path(nom)
        with os.fdopen(descripteur, "w", encoding="utf-8-sig", errors="replace", newline="") as f:
            nombre = _ecrire(f, entetes, refus)
            f.flush()
            os.fsync(f.fileno())
        provisoire.replace(chemin)
    except OSError as erreur:
        raise Environnement(
            f"Le fichier des lignes refusées « {chemin.name} » ne peut pas être écrit.",
            "Fermez-le s'il est ouvert ailleurs, ou choisissez un autre dossier.",
        ) from erreur
    finally:
        if provisoire is not None:
            provisoire.unlink(missing_ok=True)
    return nombre


def _ecrire(flux: TextIO, entetes: Sequence[str], refus: Iterable[LigneRefusee]) -> int:
    # A file of refused lines taken back and refused again must not grow a second set of columns.
    gardees = [i for i, titre in enumerate(entetes) if titre not in COLONNES_REFUS]
    sortie = csv.writer(flux, delimiter=";")
    sortie.writerow([*(_cellule(entetes[i]) for i in gardees), *COLONNES_REFUS])
    nombre = 0
    for refusee in refus:
        sortie.writerow(_rangee(refusee, gardees, len(entetes)))
        nombre += 1
    return nombre


def _rangee(refusee: LigneRefusee, gardees: Sequence[int], largeur: int) -> list[str]:
    cellules = refusee.ligne.cellules
    originales = [_cellule(cellules[i]) if i < len(cellules) else "" for i in gardees]
    motif = [str(refusee.ligne.numero), _cellule(refusee.colonne), _cellule(refusee.raison)]
    # What exceeds the headers stays in excess, so that the line is refused until corrected.
    return [*originales, *motif, *(_cellule(cellule) for cellule in cellules[largeur:])]


def _cellule(cellule: Cellule) -> str:
    return proteger(texte_de(cellule).replace("\0", CARACTERE_PERDU))
