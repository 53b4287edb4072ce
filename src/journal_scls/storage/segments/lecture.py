"""The sums of a region from its segments, made first where some are missing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from journal_scls.application.operation import Progress
from journal_scls.domain.chiffres.comptes import Comptes
from journal_scls.storage.segments import forme
from journal_scls.storage.segments.construction import perimes, rafraichir
from journal_scls.storage.sql import lecture

_CODES = "SELECT groupe, valeur FROM segment_code ORDER BY groupe, code"
_SEGMENTS = "SELECT mois, lignes FROM segment WHERE mois BETWEEN ? AND ?"
_SEGMENTS_DES_JOURNAUX = (
    "SELECT journal, mois, lignes FROM segment WHERE mois BETWEEN ? AND ? ORDER BY journal"
)
_PAQUET = 500
"""Segments read at once: some tens of thousands of entries."""


def groupe_de(champ: str) -> str | None:
    """The group of codes that answers a question about this field, if any does."""
    return next((g for g, champs in forme.GROUPES.items() if champ in champs), None)


def compter(
    engine: Engine, lire: forme.Lire, question: forme.Question, progress: Progress
) -> Comptes:
    """Count what was received, in one snapshot.

    Raises:
        Cancelled: somebody asked to stop; segments already made stay made.
        Environnement: the disk refuses.
    """
    with _a_jour(engine, lire, progress) as (curseur, valeurs):
        return _compter(curseur, valeurs, question, progress)


def compter_par_journal(
    engine: Engine, lire: forme.Lire, question: forme.Question, progress: Progress
) -> Mapping[UUID, Comptes]:
    """The same, journal by journal; raises the same errors."""
    with _a_jour(engine, lire, progress) as (curseur, valeurs):
        return _compter_par_journal(curseur, valeurs, question, progress)


@contextmanager
def _a_jour(
    engine: Engine, lire: forme.Lire, progress: Progress
) -> Iterator[tuple[DBAPICursor, Mapping[str, Sequence[forme.Valeur]]]]:
    """A snapshot in which no segment is missing, and what its codes stand for."""
    while True:
        with lecture(engine) as curseur:
            autre = curseur.connection.cursor()
            if not (manquants := perimes(autre)):
                yield curseur, _valeurs(autre)
                return
        rafraichir(engine, lire, manquants, progress)


def _valeurs(curseur: DBAPICursor) -> Mapping[str, Sequence[forme.Valeur]]:
    textes: dict[str, list[str]] = {groupe: [] for groupe in forme.GROUPES}
    curseur.execute(_CODES)
    for groupe, valeur in curseur.fetchall():
        textes[groupe].append(valeur)
    return {groupe: forme.lire(groupe, siens) for groupe, siens in textes.items()}


def _compter(
    curseur: DBAPICursor,
    valeurs: Mapping[str, Sequence[forme.Valeur]],
    question: forme.Question,
    progress: Progress,
) -> Comptes:
    # numpy takes longer to load than a year takes to count, and a journal never needs it.
    from journal_scls.storage.segments.comptage import Comptage  # noqa: PLC0415

    comptage = Comptage(valeurs, question)
    periode = question.periode
    curseur.execute(_SEGMENTS, (f"{periode.du:%Y-%m}", f"{periode.au:%Y-%m}"))
    while segments := curseur.fetchmany(_PAQUET):
        progress.verifier()
        comptage.ajouter(segments)
    return comptage.comptes()


def _compter_par_journal(
    curseur: DBAPICursor,
    valeurs: Mapping[str, Sequence[forme.Valeur]],
    question: forme.Question,
    progress: Progress,
) -> Mapping[UUID, Comptes]:
    from journal_scls.storage.segments.comptage import Comptage  # noqa: PLC0415 - as above

    bornes = (f"{question.periode.du:%Y-%m}", f"{question.periode.au:%Y-%m}")
    curseur.execute(_SEGMENTS_DES_JOURNAUX, bornes)
    comptes = {}
    for journal, lignes in groupby(_lignes(curseur), key=itemgetter(0)):
        progress.verifier()
        comptage = Comptage(valeurs, question)
        comptage.ajouter([(mois, octets) for _, mois, octets in lignes])
        comptes[UUID(bytes=bytes(journal))] = comptage.comptes()
    return comptes


def _lignes(curseur: DBAPICursor) -> Iterator[Sequence[Any]]:
    while lignes := curseur.fetchmany(_PAQUET):
        yield from lignes
