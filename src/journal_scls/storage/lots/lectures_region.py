"""The figures of a region: the current version of every entry that was received.

One entry counts once however many lots brought it (R9): it is known by its journal and its
identifier, and only its last version is read. Lines stay as they were signed, append-only; they
are read again at each bilan, which costs a few microseconds each.
"""

import re
from collections.abc import Callable, Iterator

from sqlalchemy import Engine

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots.ports_receptions import EcritureRegion
from journal_scls.domain.faits import Fait
from journal_scls.domain.texte import cle, replier
from journal_scls.storage.sql import lecture

_COURANTES = "SELECT ligne FROM version_courante WHERE NOT retiree"
_PAQUET = 2_000
_MOT = re.compile(r"[^\W_]+")

Lire = Callable[[bytes], EcritureRegion]
Condition = Callable[[EcritureRegion], bool]


class SqlLecturesRegion:
    """ports.SourceFaits on the versions received."""

    def __init__(self, engine: Engine, lire: Lire) -> None:
        self._engine = engine
        self._lire = lire

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        """The facts of every entry that counts, in no promised order.

        The dates of the filter are left to whoever counts: only he knows how to say that a
        month was cut.
        """
        conditions = list(_conditions(filtre))
        for ecriture in self._ecritures():
            if all(condition(ecriture) for condition in conditions):
                yield ecriture.fait

    def compter(self, filtre: Filtre) -> int:
        """How many facts the filter keeps, its dates apart."""
        return sum(1 for _ in self.faits(filtre))

    def _ecritures(self) -> Iterator[EcritureRegion]:
        with lecture(self._engine) as curseur:
            curseur.execute(_COURANTES)
            while lignes := curseur.fetchmany(_PAQUET):
                for (ligne,) in lignes:
                    yield self._lire(ligne)


def _conditions(filtre: Filtre) -> Iterator[Condition]:
    for champ in ("tenure", "volet", "activite", "clientele"):
        if code := getattr(filtre, champ):
            yield lambda e, champ=champ, code=code: getattr(e.fait, champ) == code  # type: ignore[misc]
    if filtre.mrc:
        mrc = cle(filtre.mrc)
        yield lambda e: bool(mrc) and cle(e.fait.mrc) == mrc
    if filtre.organisme:
        organisme = cle(filtre.organisme)
        yield lambda e: _designe(organisme, e.fait.organisme, e.code_organisme)
    if filtre.milieu:
        milieu = cle(filtre.milieu)
        yield lambda e: _designe(milieu, e.fait.milieu, e.code_milieu)
    if mots := [replier(mot) for mot in _MOT.findall(filtre.texte)]:
        yield lambda e: _contient(mots, f"{e.fait.milieu} {e.fait_marquant}")


def _designe(voulu: str, *noms: str) -> bool:
    return bool(voulu) and any(cle(nom) == voulu for nom in noms if nom)


def _contient(debuts: list[str], texte: str) -> bool:
    mots = _MOT.findall(replier(texte))
    return all(any(mot.startswith(debut) for mot in mots) for debut in debuts)
