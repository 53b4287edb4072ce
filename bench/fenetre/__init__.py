"""The window as a person waits for it: ``script/bench fenetre``. One module a question."""

from bench.fenetre import demarrage, liste, recherche


def main() -> int:
    """Run every question; 1 when a target is missed."""
    manquees = 0
    for partie in (demarrage, liste, recherche):
        manquees += partie.mesurer()
    return 1 if manquees else 0
