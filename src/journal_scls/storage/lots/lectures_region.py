"""The figures of a region: the current version of every entry that was received.

One entry counts once however many lots brought it (R9): it is known by its journal and its
identifier, and only its last version is read. Lines stay as they were signed, append-only: `faits`
reads them one by one, and `comptes` gives the same sums from their segments, far sooner.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Engine

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots.ports_receptions import EcritureRegion
from journal_scls.application.operation import Progress
from journal_scls.domain.chiffres.comptes import LONGUEUR_MOIS, Comptes, compter
from journal_scls.domain.chiffres.faits import Fait
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import cle, replier
from journal_scls.storage.segments import lecture as segments
from journal_scls.storage.segments.forme import Condition, Lire, Question
from journal_scls.storage.sql import annulable, lecture

_COURANTES = "SELECT ligne FROM version_courante WHERE NOT retiree"
_VERSIONS = """SELECT journal, entree, epoque, rev, empreinte, ligne
FROM version_courante WHERE NOT retiree"""
_TIMBRE = "SELECT (SELECT count(*) FROM reception), (SELECT count(*) FROM revocation)"
_PAQUET = 2_000
_MOT = re.compile(r"[^\W_]+")


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
        conditions = [condition for _, condition in _conditions(filtre)]
        for ecriture in self._ecritures():
            if all(condition(ecriture) for condition in conditions):
                yield ecriture.fait

    def comptes(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Comptes:
        """What the facts of the period add up to, from segments unless words are searched."""
        question = _question(filtre, periode, champs)
        if question is None:
            return compter(annulable(self.faits(filtre), progress), periode, champs)
        return segments.compter(self._engine, self._lire, question, progress or Progress())

    def comptes_par_journal(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Mapping[UUID, Comptes]:
        """The same sums, journal by journal; the words searched, which no segment holds, cannot be.

        Raises:
            Cancelled: somebody asked to stop.
            ValueError: words are searched.
        """
        question = _question(filtre, periode, champs)
        if question is None:
            raise ValueError("words are not counted by journal")
        progress = progress or Progress()
        return segments.compter_par_journal(self._engine, self._lire, question, progress)

    def versions(self, filtre: Filtre) -> Iterator[tuple[bytes, bytes]]:
        """The journal and the identifier of each counted entry, and its version as signed."""
        conditions = [condition for _, condition in _conditions(filtre)]
        du, au = (
            jour.isoformat()[:LONGUEUR_MOIS] if jour else "" for jour in (filtre.du, filtre.au)
        )
        with lecture(self._engine) as curseur:
            curseur.execute(_VERSIONS)
            while lignes := curseur.fetchmany(_PAQUET):
                for journal, entree, epoque, rev, empreinte, ligne in lignes:
                    ecriture = self._lire(ligne)
                    if du <= ecriture.fait.date[:LONGUEUR_MOIS] <= au and all(
                        condition(ecriture) for condition in conditions
                    ):
                        version = b"%d %d " % (epoque, rev) + bytes(empreinte)
                        yield bytes(journal) + bytes(entree), version

    def timbre(self) -> str:
        """How many lots and revocations made the region what it is."""
        with lecture(self._engine) as curseur:
            curseur.execute(_TIMBRE)
            return " ".join(map(str, curseur.fetchone() or ()))

    def compter(self, filtre: Filtre) -> int:
        """How many facts the filter keeps, its dates apart."""
        return sum(1 for _ in self.faits(filtre))

    def _ecritures(self) -> Iterator[EcritureRegion]:
        with lecture(self._engine) as curseur:
            curseur.execute(_COURANTES)
            while lignes := curseur.fetchmany(_PAQUET):
                for (ligne,) in lignes:
                    yield self._lire(ligne)


def _question(filtre: Filtre, periode: Periode, champs: Sequence[str]) -> Question | None:
    """What is asked of segments, None when they cannot answer."""
    conditions: defaultdict[str, list[Condition]] = defaultdict(list)
    for champ, condition in _conditions(filtre):
        groupe = segments.groupe_de(champ)
        if groupe is None:
            return None
        conditions[groupe].append(condition)
    return Question(periode, champs, conditions)


def _conditions(filtre: Filtre) -> Iterator[tuple[str, Condition]]:
    """What is asked, with the field it is asked of."""
    for champ in ("tenure", "volet", "activite", "clientele", "personne"):
        if code := getattr(filtre, champ):
            yield champ, lambda e, champ=champ, code=code: getattr(e.fait, champ) == code  # type: ignore[misc]
    if filtre.mrc:
        mrc = cle(filtre.mrc)
        yield "mrc", lambda e: bool(mrc) and cle(e.fait.mrc) == mrc
    if filtre.organisme:
        organisme = cle(filtre.organisme)
        yield "organisme", lambda e: _designe(organisme, e.fait.organisme, e.code_organisme)
    if filtre.organismes:
        noms = [cle(nom) for nom in filtre.organismes]
        yield (
            "organisme",
            lambda e: any(_designe(nom, e.fait.organisme, e.code_organisme) for nom in noms),
        )
    if filtre.milieu:
        milieu = cle(filtre.milieu)
        yield "milieu", lambda e: _designe(milieu, e.fait.milieu, e.code_milieu)
    if filtre.projets:
        yield "projets", lambda e: not filtre.projets.isdisjoint(e.projets)
    if mots := [replier(mot) for mot in _MOT.findall(filtre.texte)]:
        yield "texte", lambda e: _contient(mots, f"{e.fait.milieu} {e.fait_marquant}")


def _designe(voulu: str, *noms: str) -> bool:
    return bool(voulu) and any(cle(nom) == voulu for nom in noms if nom)


def _contient(debuts: list[str], texte: str) -> bool:
    mots = _MOT.findall(replier(texte))
    return all(any(mot.startswith(debut) for mot in mots) for debut in debuts)
