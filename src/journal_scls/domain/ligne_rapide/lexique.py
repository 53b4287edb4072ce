"""The words that mean a code: labels of the vocabulary, people's own words, known names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

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
    """One thing that words may mean.

    `parent` is the destination of a service, the volet of an activity, the destination and the
    service of a partner (`OC:BUDGET`).
    """

    champ: str
    code: str
    libelle: str
    parent: str = ""


class FicheNommee(NamedTuple):
    """A card of the directory that a line may name."""

    identifiant: str
    nom: str
    code: str = ""
    parent: str = ""


def mots_de(texte: str) -> Mots:
    """The folded words of a phrase."""
    return tuple(MOT.findall(replier_sans_trace(texte)))


class Lexique:
    """Finds the longest phrase that starts at a word."""

    def __init__(
        self,
        sens: Iterable[tuple[Mots, Sens]],
        marques: frozenset[str] = frozenset(),
        vides: frozenset[str] = frozenset(),
    ) -> None:
        """`marques` open a referral, `vides` say nothing by themselves."""
        self.marques, self.vides = marques, vides
        self._phrases: dict[Mots, list[Sens]] = {}
        self._par_mot: dict[str, list[Mots]] = {}
        for mots, un_sens in sens:
            connus = self._phrases.setdefault(mots, []) if mots else [un_sens]
            if mots and not connus:
                self._par_mot.setdefault(mots[0], []).append(mots)
            if un_sens not in connus:
                connus.append(un_sens)
        for phrases in self._par_mot.values():
            phrases.sort(key=len, reverse=True)
        self._seuls = [mots[0] for mots in self._phrases if len(mots) == 1]

    def avec(self, champ: str, fiches: Iterable[FicheNommee]) -> "Lexique":
        """A lexicon that also knows these cards of the directory.

        A card answers to its name, its code, a run of words of its name, and each word that it
        alone has. A word of the vocabulary stays one; a word that several cards share says nothing.
        """
        fiches = list(fiches)
        noms = {fiche: self._utiles(fiche.nom) for fiche in fiches}
        fois = Counter(mot for utiles in noms.values() for mot in set(utiles))
        communs = {
            mot for mot, nombre in fois.items() if nombre > 1 and (mot,) not in self._phrases
        }
        return Lexique(
            [
                *((mots, sens) for mots, connus in self._phrases.items() for sens in connus),
                *(
                    (mots, Sens(champ, fiche.identifiant, fiche.nom, fiche.parent))
                    for fiche, utiles in noms.items()
                    for mots in (mots_de(fiche.nom), mots_de(fiche.code), *self._parties(utiles))
                    if len(mots) != 1 or mots[0] not in communs
                ),
            ],
            self.marques,
            self.vides | communs,
        )

    def connait(self, texte: str) -> bool:
        """Whether it is exactly a phrase, as the code of a milieu is."""
        return mots_de(texte) in self._phrases

    def chercher(self, mots: Sequence[str]) -> tuple[int, tuple[Sens, ...]]:
        """How many of the first words make a phrase, and what it may mean; (0, ()) for none.

        A whole phrase wins; then the start of one known word; then a word with one letter wrong.
        """
        if not mots:
            return 0, ()
        for candidat in self._par_mot.get(mots[0], ()):
            if tuple(mots[: len(candidat)]) == candidat:
                return len(candidat), tuple(self._phrases[candidat])
        return self._approcher(mots[0])

    def _approcher(self, mot: str) -> tuple[int, tuple[Sens, ...]]:
        if len(mot) < _PREFIXE_MIN or not mot.isalpha() or mot in self.marques | self.vides:
            return 0, ()
        proches = [seul for seul in self._seuls if seul.startswith(mot)]
        if not proches and len(mot) >= _FAUTE_MIN:
            proches = [seul for seul in self._seuls if une_faute(mot, seul)]
        sens = dict.fromkeys(s for seul in proches for s in self._phrases[(seul,)])
        return (1, tuple(sens)) if sens else (0, ())

    def _utiles(self, nom: str) -> Mots:
        return tuple(mot for mot in mots_de(nom) if mot not in self.vides)

    def _parties(self, utiles: Mots) -> Iterator[Mots]:
        for debut in range(len(utiles)):
            for fin in range(debut + 1, len(utiles) + 1):
                partie = utiles[debut:fin]
                if len(partie) > 1 or (
                    len(partie[0]) >= _PREFIXE_MIN and partie not in self._phrases
                ):
                    yield partie


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
            terme = vocabulaires.terme(liste, code)
            un_sens = Sens(liste, code, terme.libelle, terme.volet)
            phrases = [un_sens.libelle, *propres.get(code, ())]
            sens += [(mots_de(p), un_sens) for p in phrases if code != "AUTRE"]
    for destination, propres in _table(donnees.get("service", {}), nom).items():
        for code, phrases in propres.items():
            if not vocabulaires.connait_service(destination, code):
                raise _erreur(nom, f"{destination} n'a pas de service {code}")
            libelle = vocabulaires.libelle_service(destination, code)
            un_sens = Sens("service", code, libelle, destination)
            sens += [(mots_de(p), un_sens) for p in (libelle, *phrases)]
    marques = _table(donnees.get("marques", {}), nom)
    return Lexique(sens, _mots(marques.get("reference", ())), _mots(marques.get("vides", ())))


def _mots(textes: Iterable[str]) -> frozenset[str]:
    return frozenset(mot for texte in textes for mot in mots_de(texte))


def _table(valeur: object, nom: str) -> Mapping[str, Any]:
    if not isinstance(valeur, Mapping):
        raise _erreur(nom, "une liste n'est pas une table")
    return valeur


def _erreur(nom: str, raison: str) -> Environnement:
    return Environnement(
        f"Le fichier « {nom} » de l'application est invalide : {raison}.",
        "Réinstallez l'application.",
    )
