"""A filter as people read it: labels for codes, titles for projects, names for organismes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from journal_scls.application.lectures import Filtre
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.vocabulaire import Vocabulaires

_LISTES = ("tenure", "volet", "activite", "clientele")


@dataclass(frozen=True, slots=True)
class MotsFiltre:
    """Says a filter; the directory is read only when the filter names something of it."""

    vocabulaires: Vocabulaires
    vue: Callable[[], VueRepertoire]

    def __call__(self, filtre: Filtre) -> Mapping[str, str]:
        """What each code of the filter stands for, by field; free names stand for themselves."""
        return dict(self._mots(filtre))

    def _mots(self, filtre: Filtre) -> Iterator[tuple[str, str]]:
        for champ in _LISTES:
            if code := getattr(filtre, champ):
                yield champ, self.vocabulaires.libelle(champ, code)
        if filtre.projets or filtre.organismes:
            vue = self.vue()
            if filtre.projets:
                yield "projets", vue.titres(filtre.projets)
            if filtre.organismes:
                yield "organismes", vue.aujourdhui(filtre.organismes)
