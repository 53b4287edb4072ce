"""The window as a person waits for it: ``script/bench fenetre [QUESTION…]``. One module each."""

import sys
from importlib import import_module

from bench.fenetre.tableau import imprimer

QUESTIONS = ("demarrage", "liste", "recherche", "enregistrement")


def main() -> int:
    """Measure the questions named, or all; 1 when a target is missed, 2 for an unknown name."""
    voulues = sys.argv[1:] or QUESTIONS
    if inconnues := set(voulues) - set(QUESTIONS):
        print(f"Inconnu : {', '.join(sorted(inconnues))}. Connus : {', '.join(QUESTIONS)}.")
        return 2
    manquees = 0
    for nom in voulues:
        question = import_module(f"bench.fenetre.{nom}")
        manquees += imprimer(question.TITRE, question.mesurer())
    return 1 if manquees else 0
