"""The spelling of notes: which words are doubtful, and what they may have meant to be.

Everything stays on this computer; the words a person adds live in the encrypted file.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Protocol

from journal_scls.application.ports import UnitOfWork
from journal_scls.domain.vocabulaire import Vocabulaires

PROPOSITIONS = 6
_PREFERENCE = "lexique"
_MOT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
_ELIDE = 3  # « l’a »: shorter words have no elision
_BLOC = re.compile(r"\S+")
_AUTRE_CHOSE = re.compile(r"[\d@_/\\]")  # a code, an e-mail, an address of the web
_ESPACES = " \t\u00a0\u202f"
_FINS = frozenset(".!?…:;\n«»()[]—–•")


class Dictionnaire(Protocol):
    """A dictionary of French. Slow at the first question: it is asked in a worker."""

    def connait(self, mot: str) -> bool:
        """Whether the word is French."""
        ...

    def proches(self, mot: str) -> Iterable[str]:
        """What it may have meant to be, the likeliest first; may take half a second."""
        ...


class Correcteur:
    """The words of one journal: those of the dictionary, of the vocabulary, of the person."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        dictionnaire: Dictionnaire,
        vocabulaires: Vocabulaires,
    ) -> None:
        self._unite = unite
        self._dictionnaire = dictionnaire
        self._vocabulaires = vocabulaires
        self._siens: frozenset[str] | None = None

    def douteux(self, mots: Collection[str]) -> frozenset[str]:
        """Those of these words that nothing here knows."""
        siens = self._connus()
        return frozenset(mot for mot in mots if not self._juste(mot, siens))

    def proches(self, mot: str) -> tuple[str, ...]:
        """A few words that it may have meant to be."""
        trouves = dict.fromkeys(self._dictionnaire.proches(mot))
        return tuple(trouves)[:PROPOSITIONS]

    def ajouter(self, mot: str) -> None:
        """Know a word from now on, in this journal alone."""
        with self._unite() as unite:
            gardes = {*unite.preference(_PREFERENCE).split(), _cle(mot)}
            unite.enregistrer_preference(_PREFERENCE, " ".join(sorted(gardes)))
            unite.commit()
        self._siens = self._connus() | {_cle(mot)}

    def _connus(self) -> frozenset[str]:
        if self._siens is None:
            with self._unite() as unite:
                gardes = unite.preference(_PREFERENCE).split()
                lieux = [milieu.nom for milieu in unite.repertoire.milieux()]
            textes = [*self._vocabulaires.libelles(), *lieux]
            self._siens = frozenset(gardes) | {_cle(m) for t in textes for _, m in decouper(t)}
        return self._siens

    def _juste(self, mot: str, siens: frozenset[str]) -> bool:
        if _cle(mot) in siens or _cle(_ELISION.sub("", mot)) in siens:
            return True
        return self._dictionnaire.connait(mot) or self._dictionnaire.connait(mot.lower())


def decouper(texte: str) -> Iterator[tuple[int, str]]:
    """Every word of a text with its place."""
    return ((m.start(), m.group()) for m in _MOT.finditer(texte))


def a_verifier(texte: str) -> Iterator[tuple[int, str]]:
    """The words whose spelling can be judged: no acronym, no name in the middle of a sentence.

    Read at each key, so each character is looked at once.
    """
    for bloc in _BLOC.finditer(texte):
        if _AUTRE_CHOSE.search(bloc.group()):
            continue
        for trouve in _MOT.finditer(texte, bloc.start(), bloc.end()):
            place, mot = trouve.start(), trouve.group()
            nu = mot if len(mot) < _ELIDE else _ELISION.sub("", mot)
            if len(nu) < 2 or nu.isupper():  # noqa: PLR2004 - a letter alone is no word
                continue
            if not nu[0].isupper() or (nu == mot and _debute(texte, place)):
                yield place, mot


def _debute(texte: str, place: int) -> bool:
    while place and texte[place - 1] in _ESPACES:
        place -= 1
    return not place or texte[place - 1] in _FINS


def _cle(mot: str) -> str:
    """Accents count, which is half of French spelling; case and apostrophes do not."""
    return unicodedata.normalize("NFC", mot).casefold().replace("’", "'")
