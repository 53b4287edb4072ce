"""application.orthographe.Dictionnaire by hunspell, on the files of resources/orthographe.

It is read at the first question, in the worker that asks (0.45 s, 23 MB measured): whoever
turned spelling off pays nothing. hunspell lets other threads run while it works, but is not made
for two questions at once.
"""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hunspell import Hunspell

_METIER = "metier.txt"


class DictionnaireHunspell:
    """French, with the words of the trade that no dictionary has."""

    def __init__(self, dossier: Path) -> None:
        self._dossier = dossier
        self._verrou = threading.Lock()
        self._moteur: Hunspell | None = None

    def connait(self, mot: str) -> bool:
        """Whether the word is French."""
        with self._verrou:
            return bool(self._pret().spell(mot))

    def proches(self, mot: str) -> Iterable[str]:
        """The likeliest first; 0.1 to 0.5 s measured."""
        with self._verrou:
            return [str(proche) for proche in self._pret().suggest(mot)]

    def _pret(self) -> "Hunspell":
        if self._moteur is None:
            from hunspell import Hunspell

            moteur = Hunspell("fr", hunspell_data_dir=str(self._dossier))
            for ligne in (self._dossier / _METIER).read_text("utf-8").splitlines():
                if ligne and not ligne.startswith("#"):
                    moteur.add(ligne)
            self._moteur = moteur
        return self._moteur
