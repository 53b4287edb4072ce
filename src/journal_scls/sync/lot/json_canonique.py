"""Canonical JSON: one value, one spelling (UTF-8, NFC, sorted keys, no spaces, integers only).

With a single spelling, reading then writing again shows every trick at once: duplicate keys,
spaces, escapes, a byte order mark, `1.0` for `1`.
"""

import json
import re
import unicodedata
from typing import Any, NoReturn

from journal_scls.sync.lot.refus import Code, RefusLot

TAILLE_MAX = 64 * 1024
PROFONDEUR_MAX = 8
ENTIER_MAX = 2**53 - 1
"""Beyond, readers in other languages would silently round."""

# Made once: json.dumps would make one for each of 20 000 entries.
_ENCODEUR = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_CHIFFRES_MAX = len(str(-ENTIER_MAX))
# A string is skipped whole, so that the brackets inside it do not count. The quantifiers are
# possessive: text without a closing quote must not be tried again and again.
_JETONS = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def ecrire(valeur: Any) -> bytes:
    """The only spelling of the value.

    Raises:
        ValueError: it holds a float, another type, or text that is not NFC: our own mistake.
    """
    _verifier(valeur, PROFONDEUR_MAX)
    return ecrire_sur(valeur)


def ecrire_sur(valeur: Any) -> bytes:
    """The same of a value whose types and texts a model has proved, or will prove."""
    return _ENCODEUR.encode(valeur).encode("utf-8")


def lire(octets: bytes, taille_max: int = TAILLE_MAX) -> Any:
    """The value of canonical bytes.

    Raises:
        RefusLot: they are not the canonical spelling of anything.
    """
    if len(octets) > taille_max:
        raise RefusLot(Code.TROP_GRAND)
    _borner_profondeur(octets)
    valeur = _analyser(octets)
    try:
        identique = ecrire(valeur) == octets
    except UnicodeEncodeError as erreur:  # a lone surrogate, written as an escape
        raise RefusLot(Code.JSON_UTF8) from erreur
    except ValueError as erreur:
        raise RefusLot(Code.JSON_NON_CANONIQUE) from erreur
    if not identique:
        raise RefusLot(Code.JSON_NON_CANONIQUE)
    return valeur


def _verifier(valeur: Any, profondeur: int) -> None:
    if profondeur < 0:
        raise ValueError("too deep")
    if isinstance(valeur, dict):
        for cle, element in valeur.items():
            # json.dumps would turn the key 1 into "1" without a word.
            _verifier_texte(cle)
            _verifier(element, profondeur - 1)
    elif isinstance(valeur, list):
        for element in valeur:
            _verifier(element, profondeur - 1)
    elif isinstance(valeur, int):  # and so true and false
        if abs(valeur) > ENTIER_MAX:
            raise ValueError("an integer that others would round")
    elif valeur is not None:
        _verifier_texte(valeur)


def _verifier_texte(valeur: Any) -> None:
    if not isinstance(valeur, str) or not unicodedata.is_normalized("NFC", valeur):
        raise ValueError("neither NFC text nor another type of canonical JSON")


def _borner_profondeur(octets: bytes) -> None:
    """Count brackets before the parser, whose recursion is bounded by the interpreter only."""
    niveau = 0
    for jeton in _JETONS.finditer(octets):
        premier = octets[jeton.start()]
        niveau += (premier in b"[{") - (premier in b"]}")
        if niveau > PROFONDEUR_MAX:
            raise RefusLot(Code.JSON_PROFONDEUR)


def _analyser(octets: bytes) -> Any:
    try:
        texte = octets.decode("utf-8")
    except UnicodeDecodeError as erreur:
        raise RefusLot(Code.JSON_UTF8) from erreur
    if texte.startswith("\ufeff"):
        raise RefusLot(Code.JSON_UTF8)
    try:
        return json.loads(
            texte,
            object_pairs_hook=_objet,
            parse_int=_entier,
            parse_float=_refuser_nombre,
            parse_constant=_refuser_nombre,
        )
    except json.JSONDecodeError as erreur:
        raise RefusLot(Code.JSON_SYNTAXE) from erreur


def _objet(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    objet = dict(paires)
    if len(objet) != len(paires):
        raise RefusLot(Code.JSON_CLE_DOUBLE)
    return objet


def _entier(texte: str) -> int:
    # The length first: turning 60 000 digits into a number takes quadratic time.
    if len(texte) > _CHIFFRES_MAX or abs(int(texte)) > ENTIER_MAX:
        _refuser_nombre(texte)
    return int(texte)


def _refuser_nombre(_texte: str) -> NoReturn:
    raise RefusLot(Code.JSON_NOMBRE)
