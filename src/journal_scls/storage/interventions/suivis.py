"""The read side of referrals: the open ones, and what became of all of them."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Engine

from journal_scls.domain.journal.suivi import CompteSuites, ReferenceSuivie
from journal_scls.domain.periode import Periode
from journal_scls.storage.interventions.filtres import Noms
from journal_scls.storage.interventions.mappers import lire_reference
from journal_scls.storage.sql import lecture, points

_CHAMPS = ("destination", "service", "mode", "statut", "ressource", "date_relance")
_COMPTEES = "r.courante = 1 AND r.statut <> 'ANNULEE'"
# The plus keeps SQLite from walking every entry by date: the index of statuts finds the few.
_OUVERTES = f"""SELECT i.uuid, r.numero, f.rang, r.date_intervention, r.milieu_id, r.mrc,
  r.personne, coalesce(s.nom, ''),
  f.destination, f.service, f.mode, f.statut, s.uuid, f.date_relance
FROM reference f JOIN revision r ON r.id = f.revision_id
  JOIN intervention i ON i.id = r.intervention_id
  LEFT JOIN ressource s ON s.id = f.ressource_id
WHERE {_COMPTEES.replace("r.", "+r.")} AND f.statut IN ({{}})"""  # noqa: S608 - names of columns
_SUITES = f"""SELECT f.destination, f.service, r.mrc, f.statut, count(*)
FROM revision r JOIN reference f ON f.revision_id = r.id
WHERE {_COMPTEES} AND r.date_intervention BETWEEN ? AND ?
GROUP BY f.destination, f.service, r.mrc, f.statut"""  # noqa: S608 - names of columns


class SqlSuivis:
    """ports_suivis.LecturesSuivis on the current revisions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def references(
        self, statuts: Collection[str], *, relance_au: date | None = None
    ) -> Sequence[ReferenceSuivie]:
        """Every referral that has one of these statuts, in no promised order.

        With a day, only those that somebody meant to call back by then.
        """
        question, valeurs = _OUVERTES.format(points(statuts)), tuple(statuts)
        if relance_au is not None:
            question, valeurs = (
                f"{question} AND f.date_relance <= ?",
                (*valeurs, relance_au.isoformat()),
            )
        with lecture(self._engine) as curseur:
            milieux = Noms.lire(curseur).milieux
            curseur.execute(question, valeurs)
            rangees = curseur.fetchall()
        return [
            ReferenceSuivie(
                intervention=UUID(bytes=uuid),
                revision=numero,
                rang=rang,
                du=date.fromisoformat(du),
                milieu=milieux[milieu_id],
                mrc=mrc,
                personne=personne,
                partenaire=partenaire,
                reference=lire_reference(dict(zip(_CHAMPS, champs, strict=True))),
            )
            for uuid, numero, rang, du, milieu_id, mrc, personne, partenaire, *champs in rangees
        ]

    def suites(self, periode: Periode) -> Sequence[CompteSuites]:
        """How many referrals of the period by service, MRC and statut."""
        bornes = (periode.du.isoformat(), periode.au.isoformat())
        with lecture(self._engine) as curseur:
            curseur.execute(_SUITES, bornes)
            return [
                CompteSuites(
                    destination=destination, service=service, mrc=mrc, statut=statut, nombre=n
                )
                for destination, service, mrc, statut, n in curseur.fetchall()
            ]
