"""A lexicon with three buildings, and the corpus of lines with what they say."""

import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

from journal_scls.domain.journal.intervention import Reference
from journal_scls.domain.ligne_rapide.lexique import FicheNommee, Lexique, lire_lexique
from journal_scls.domain.ligne_rapide.ligne import LigneLue, lire_ligne
from tests.fabriques import vocabulaires

RACINE = Path(__file__).parents[3]
JOUR = date(2025, 3, 14)
MILIEUX = (
    FicheNommee("ERABLES", "Tour des Érables", "HLM-112"),
    FicheNommee("QUAI", "Résidence du Quai", "HLM-140"),
    FicheNommee("MONTEE", "La Montée", "C-01"),
)


@cache
def lexique() -> Lexique:
    return sans_milieux().avec("milieu", MILIEUX)


@cache
def sans_milieux() -> Lexique:
    chemin = RACINE / "resources" / "ligne_rapide.toml"
    donnees = tomllib.loads(chemin.read_text("utf-8"))
    return lire_lexique(donnees, chemin.name, vocabulaires())


def lire(texte: str) -> LigneLue:
    return lire_ligne(texte, lexique(), JOUR)


def dit(lue: LigneLue) -> Counter[str]:
    """« champ=valeur » of each chip, in the words of the corpus."""
    faits: Counter[str] = Counter()
    for puce in lue.puces:
        if isinstance(puce.valeur, Reference):
            faits[f"ref={puce.valeur.destination}:{puce.valeur.service}"] += 1
        elif puce.champ == "note":
            faits["note=oui"] += 1
        else:
            faits[f"{puce.champ}={puce.valeur}"] += 1
    faits.update(f"reste={lue.texte[debut:fin]}" for debut, fin in lue.restes)
    return faits


def corpus() -> list[tuple[str, Counter[str]]]:
    lignes = (RACINE / "tests" / "data" / "saisie" / "lignes.txt").read_text("utf-8").splitlines()
    cas = []
    for ligne in lignes:
        if ligne and not ligne.startswith("#"):
            texte, attendu = ligne.split(" => ")
            faits: Counter[str] = Counter()
            for mot in attendu.split():
                champ, _, valeur = mot.partition("=")
                if champ == "restes":
                    faits.update(f"reste={reste}" for reste in valeur.split(","))
                else:
                    faits[mot] += 1
            cas.append((texte, faits))
    return cas
