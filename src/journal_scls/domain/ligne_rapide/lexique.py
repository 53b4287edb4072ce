"""The words that mean a code: the vocabulary's labels, people's own words, names of milieux."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal_scls.domain.errors import Environnement
from journal_scls.domain.texte import replier_sans_trace
from journal_scls.domain.vocabulaire import Vocabulaires

MOT = re.compile(r"[^\W_]+")
_PREFIXE_MIN = 4
_FAUTE_MIN = 6
"""A word this long is recognised with one letter wrong."""
_SIMPLES = (
    "activite", "modalite", "clientele", "problematique", "type_collectif", "volet",
    "destination", "mode_reference", "statut_reference",
)  # fmt: skip

Mots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sens:
    """One thing that words may mean; `parent` is the destination of a service."""

    champ: str
    code: str
    libelle: str
    parent: str = ""


def mots_de(texte: str) -> Mots:
    """The folded words of a phrase."""
    return tuple(MOT.findall(replier_sans_trace(texte)))


class Lexique:
    """Finds the longest phrase that starts at a word."""

    def __init__(
        self, sens: Iterable[tuple[Mots, Sens]], marques: Mapping[str, Iterable[str]]
    ) -> None:
        self._phrases: dict[Mots, list[Sens]] = {}
        self._par_mot: dict[str, list[Mots]] = {}
        for mots, un_sens in sens:
            self._ajouter(mots, un_sens)
        self.marques = frozenset(m for t in marques.get("reference", ()) for m in mots_de(t))
        self.vides = frozenset(m for t in marques.get("vides", ()) for m in mots_de(t))

    def _ajouter(self, mots: Mots, sens: Sens) -> None:
        if not mots:
            return
        connus = self._phrases.setdefault(mots, [])
        if not connus:
            self._par_mot.setdefault(mots[0], []).append(mots)
        if sens not in connus:
            connus.append(sens)

    def avec_milieux(self, milieux: Iterable[tuple[str, str, str]]) -> "Lexique":
        """A lexicon that also knows these milieux: identifier, name, code.

        A milieu answers to its name, its code, and each word of its name that is not common.
        """
        autre = Lexique((), {})
        autre._phrases = {mots: list(sens) for mots, sens in self._phrases.items()}
        autre._par_mot = {mot: list(phrases) for mot, phrases in self._par_mot.items()}
        autre.marques, autre.vides = self.marques, self.vides
        for identifiant, nom, code in milieux:
            sens = Sens("milieu", identifiant, nom)
            mots = mots_de(nom)
            utiles = tuple(mot for mot in mots if mot not in self.vides)
            for phrase in (mots, utiles, mots_de(code), *((mot,) for mot in utiles)):
                if phrase == (phrase[:1]) and phrase and len(phrase[0]) < _PREFIXE_MIN and phrase != mots_de(code):
                    continue
                autre._ajouter(phrase, sens)
        return autre

    def chercher(self, mots: Sequence[str]) -> tuple[int, tuple[Sens, ...]]:
        """How many of the first words make a phrase, and what it may mean; (0, ()) for none.

        A whole phrase wins; then the start of one known word; then a word with one letter wrong.
        """
        if not mots:
            return 0, ()
        for candidat in sorted(self._par_mot.get(mots[0], ()), key=len, reverse=True):
            if tuple(mots[: len(candidat)]) == candidat:
                return len(candidat), tuple(self._phrases[candidat])
        return self._approcher(mots[0])

    def _approcher(self, mot: str) -> tuple[int, tuple[Sens, ...]]:
        if len(mot) < _PREFIXE_MIN or mot.isdigit() or mot in self.marques or mot in self.vides:
            return 0, ()
        seuls = [phrases for phrases in self._phrases if len(phrases) == 1]
        debuts = [p for p in seuls if p[0].startswith(mot)]
        proches = debuts or (
            [p for p in seuls if une_faute(mot, p[0])] if len(mot) >= _FAUTE_MIN else []
        )
        sens = dict.fromkeys(s for p in proches for s in self._phrases[p])
        return (1, tuple(sens)) if sens else (0, ())


def une_faute(a: str, b: str) -> bool:
    """Whether one letter was changed, added, forgotten or swapped with its neighbour."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _FAUTE_MIN - 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (
            a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
        )
    court, long = sorted((a, b), key=len)
    return court[i:] == long[i + 1 :]


def lire_lexique(donnees: Mapping[str, Any], nom: str, vocabulaires: Vocabulaires) -> Lexique:
    """The lexicon of a file of people's words, on top of the vocabulary's labels.

    Raises:
        Environnement: a list or a code that the vocabulary does not know.
    """
    sens: list[tuple[Mots, Sens]] = []
    for liste in _SIMPLES:
        propres = _table(donnees.get(liste, {}), nom)
        for code in propres:
            if not vocabulaires.connait(liste, code):
                raise _erreur(nom, f"{liste} ne connaît pas {code}")
        for code in vocabulaires.codes(liste):
            un_sens = Sens(liste, code, vocabulaires.libelle(liste, code))
            phrases = [un_sens.libelle, *propres.get(code, ())]
            sens += [(mots_de(p), un_sens) for p in phrases if code != "AUTRE"]
    for destination, propres in _table(donnees.get("service", {}), nom).items():
        for code, phrases in propres.items():
            if not vocabulaires.connait_service(destination, code):
                raise _erreur(nom, f"{destination} n'a pas de service {code}")
            libelle = vocabulaires.libelle_service(destination, code)
            un_sens = Sens("service", code, libelle, destination)
            sens += [(mots_de(p), un_sens) for p in (libelle, *phrases)]
    return Lexique(sens, _table(donnees.get("marques", {}), nom))


def _table(valeur: object, nom: str) -> Mapping[str, Any]:
    if not isinstance(valeur, Mapping):
        raise _erreur(nom, "une liste n'est pas une table")
    return valeur


def _erreur(nom: str, raison: str) -> Environnement:
    return Environnement(
        f"Le fichier « {nom} » de l'application est invalide : {raison}.",
        "Réinstallez l'application.",
    )
