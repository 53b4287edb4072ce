"""A filter as SQL: names are resolved to ids first, the searched words become an FTS5 query."""

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize
from uuid import UUID

from sqlalchemy.engine.interfaces import DBAPICursor

from journal_scls.application.lectures import Filtre
from journal_scls.domain.texte import cle, replier
from journal_scls.storage.repertoire.depot_editions import fusions_de
from journal_scls.storage.sql import points

# What SQLite's unicode61 takes for a word; so nothing of FTS5's own syntax is ever typed.
_MOT = re.compile(r"[^\W_]+")
_LIGATURES = (("œ", "oe"), ("æ", "ae"))
_RIEN = "0"
_TROUVES = "IN (SELECT rowid FROM recherche WHERE recherche MATCH ?)"
_COMMUN = 500
_MOTS_MAX = 20
"""Nobody types more; a pasted page would exceed what SQLite takes in one expression."""

Condition = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Noms:
    """Names of the directory by row id, '' for no id; some thousands of rows at most."""

    milieux: dict[int | None, str]
    organismes: dict[int | None, str]
    codes_milieux: dict[int, str]
    codes_organismes: dict[int, str]

    @classmethod
    def lire(cls, curseur: DBAPICursor) -> "Noms":
        """Read them all."""
        courant = fusions_de(curseur).courant
        milieux, codes_milieux = _noms(curseur, "milieu", courant)
        organismes, codes_organismes = _noms(curseur, "organisme", courant)
        return cls(milieux, organismes, codes_milieux, codes_organismes)


def _noms(
    curseur: DBAPICursor, table: str, courant: Callable[[UUID], UUID]
) -> tuple[dict[int | None, str], dict[int, str]]:
    """A card folded into another is called as that one is."""
    curseur.execute(f"SELECT id, uuid, nom, code FROM {table}")  # noqa: S608 - our two tables
    lignes = {UUID(bytes=uuid): (id_, nom, code) for id_, uuid, nom, code in curseur.fetchall()}
    noms: dict[int | None, str] = {None: ""}
    codes: dict[int, str] = {}
    for uuid, ligne in lignes.items():
        _, nom, code = lignes.get(courant(uuid), ligne)
        noms[ligne[0]] = nom
        if code:
            codes[ligne[0]] = code
    return noms, codes


@dataclass(frozen=True, slots=True)
class Clause:
    """What follows WHERE, for `revision r`."""

    texte: str
    valeurs: tuple[Any, ...]


def clause(curseur: DBAPICursor, filtre: Filtre, noms: Noms) -> Clause:
    """The current revisions that the filter keeps; `courante` and `statut` as the indexes want."""
    conditions = [*_bornes(filtre)]
    if not filtre.annulees:
        conditions.append(("r.statut <> 'ANNULEE'", ()))
    conditions += _codes(filtre)
    conditions += _lieux(curseur, filtre, noms)
    conditions += _texte(curseur, filtre.texte, noms)
    return Clause(
        " AND ".join(("r.courante = 1", *(texte for texte, _ in conditions))),
        tuple(valeur for _, valeurs in conditions for valeur in valeurs),
    )


def _bornes(filtre: Filtre) -> Iterator[Condition]:
    if filtre.du is not None:
        yield "r.date_intervention >= ?", (filtre.du.isoformat(),)
    if filtre.au is not None:
        yield "r.date_intervention <= ?", (filtre.au.isoformat(),)


def _codes(filtre: Filtre) -> Iterator[Condition]:
    for colonne in ("tenure", "volet", "activite", "clientele", "personne", "statut"):
        if code := getattr(filtre, colonne):
            yield f"r.{colonne} = ?", (code,)
    if filtre.projets:
        yield _parmi("r.projet", sorted(filtre.projets))


def _lieux(curseur: DBAPICursor, filtre: Filtre, noms: Noms) -> Iterator[Condition]:
    if filtre.organisme:
        ids = _designes(filtre.organisme, noms.organismes, noms.codes_organismes)
        yield _parmi("r.organisme_id", ids)
    if filtre.organismes:
        tous = {
            id_
            for texte in filtre.organismes
            for id_ in _designes(texte, noms.organismes, noms.codes_organismes)
        }
        yield _parmi("r.organisme_id", tous)
    if filtre.milieu:
        yield _parmi("r.milieu_id", _designes(filtre.milieu, noms.milieux, noms.codes_milieux))
    if filtre.mrc:
        yield _parmi("r.mrc", _mrc(curseur, filtre))


def _designes(texte: str, noms: dict[int | None, str], codes: dict[int, str]) -> Collection[object]:
    """The row ids that a name or a code means; a text of punctuation means none."""
    voulu = cle(texte)
    trouves = {id_ for id_, nom in noms.items() if id_ is not None and cle(nom) == voulu}
    trouves |= {id_ for id_, code in codes.items() if cle(code) == voulu}
    return sorted(trouves) if voulu else ()


def _mrc(curseur: DBAPICursor, filtre: Filtre) -> Collection[object]:
    """The spellings of a MRC among the entries of the period."""
    conditions = [("courante = 1", ()), *_bornes(filtre)]
    ou = " AND ".join(texte for texte, _ in conditions)
    valeurs = tuple(valeur for _, valeurs in conditions for valeur in valeurs)
    curseur.execute(f"SELECT DISTINCT r.mrc FROM revision r WHERE {ou}", valeurs)  # noqa: S608 - texts of this module
    voulue = cle(filtre.mrc)
    return [mrc for (mrc,) in curseur.fetchall() if voulue and cle(mrc) == voulue]


def _parmi(colonne: str, valeurs: Collection[object]) -> Condition:
    if not valeurs:
        return _RIEN, ()
    return f"{colonne} IN ({points(valeurs)})", tuple(valeurs)


def _texte(curseur: DBAPICursor, texte: str, noms: Noms) -> Iterator[Condition]:
    """Every word must start one of the notes, of the faits marquants or of the milieu's name.

    Words that no milieu knows, most of them, go together in one question to the index.
    """
    seuls: list[str] = []
    for mot in list(dict.fromkeys(_MOT.findall(normalize("NFC", texte))))[:_MOTS_MAX]:
        if ids := _milieux_dont_un_mot_commence_par(replier(mot), noms):
            parmi, valeurs = _parmi("r.milieu_id", ids)
            yield f"({parmi} OR r.id {_TROUVES})", (*valeurs, _prefixe(mot))
        else:
            seuls.append(_prefixe(mot))
    if seuls:
        question = " AND ".join(seuls)
        trouvees = _premieres(curseur, question)
        # Few entries are fetched one by one; many are met soon enough on the way through the
        # dates, which the plus sign makes SQLite take: 8 times faster for a common word.
        if len(trouvees) < _COMMUN:
            yield "r.id IN (SELECT value FROM json_each(?))", (json.dumps(trouvees),)
        else:
            yield f"+r.id {_TROUVES}", (question,)


def _premieres(curseur: DBAPICursor, question: str) -> list[int]:
    """The revisions that hold the words, or as many of them as make a common word."""
    texte = "SELECT rowid FROM recherche WHERE recherche MATCH ? LIMIT ?"
    curseur.execute(texte, (question, _COMMUN))
    return [id_ for (id_,) in curseur.fetchall()]


def _milieux_dont_un_mot_commence_par(prefixe: str, noms: Noms) -> Collection[object]:
    return [
        id_
        for id_, nom in noms.milieux.items()
        if id_ is not None and any(mot.startswith(prefixe) for mot in _mots(nom))
    ]


@lru_cache(maxsize=16_384)
def _mots(nom: str) -> tuple[str, ...]:
    return tuple(_MOT.findall(replier(nom)))


def _prefixe(mot: str) -> str:
    """The FTS5 query of a word's start; the index folds accents but not ligatures."""
    deplie = _remplacer(mot, lambda ligature, lettres: (ligature, lettres))
    replie = _remplacer(mot, lambda ligature, lettres: (lettres, ligature))
    formes = dict.fromkeys((mot, deplie, replie))
    return "(" + " OR ".join(f'"{forme}"*' for forme in formes) + ")"


def _remplacer(mot: str, sens: Callable[[str, str], tuple[str, str]]) -> str:
    for ligature, lettres in _LIGATURES:
        mot = mot.casefold().replace(*sens(ligature, lettres))
    return mot
