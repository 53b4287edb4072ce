"""Templates, reminders and habits, from the encrypted file."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.saisie.ports_saisie import Habitudes, Rappel
from journal_scls.domain.journal.modele import Modele
from journal_scls.domain.texte import replier
from journal_scls.storage.interventions.mappers import jour
from journal_scls.storage.saisie.tables_saisie import modele as table_modele
from journal_scls.storage.sql import inserer

_MODELE = inserer(table_modele, sauf=("id",), remplacer="uuid")
_FOIS_MIN = 2  # once is not a habit
_ENTREES = """FROM revision r JOIN intervention i ON i.id = r.intervention_id
LEFT JOIN milieu m ON m.id = r.milieu_id"""
_SUIVIS = f"""SELECT i.uuid, r.suivi_le, r.date_intervention, coalesce(m.nom, ''), r.activite,
  r.suivi
{_ENTREES}
WHERE r.courante = 1 AND r.suivi_le IS NOT NULL AND r.suivi_le <= ? AND r.statut <> 'ANNULEE'"""
_RECENTES = """FROM revision r
  WHERE r.courante = 1 AND r.statut <> 'ANNULEE' AND r.date_intervention >= ?"""
_DERNIER_MILIEU = f"""SELECT m.uuid FROM milieu m JOIN (SELECT r.milieu_id {_RECENTES}
  ORDER BY r.saisie_le DESC, r.id DESC LIMIT 1) d ON d.milieu_id = m.id"""  # noqa: S608 - the same
_DUREES = f"""SELECT r.activite, r.duree_min, count(*), max(r.date_intervention) {_RECENTES}
  GROUP BY r.activite, r.duree_min"""
_CLIENTELES = f"""SELECT m.uuid, d.clientele, d.fois, d.derniere FROM (
  SELECT r.milieu_id, r.clientele, count(*) AS fois, max(r.date_intervention) AS derniere
  {_RECENTES} AND r.milieu_id IS NOT NULL GROUP BY r.milieu_id, r.clientele) d
JOIN milieu m ON m.id = d.milieu_id"""  # noqa: S608 - the same
_SERVICES = """SELECT s.uuid FROM revision r JOIN reference f ON f.revision_id = r.id
JOIN ressource s ON s.id = f.ressource_id
WHERE r.courante = 1 AND r.statut <> 'ANNULEE' AND r.date_intervention >= ?
GROUP BY s.uuid ORDER BY count(*) DESC, max(r.date_intervention) DESC"""

_C = TypeVar("_C")
_V = TypeVar("_V")


class SqlDepotSaisie:
    """ports_saisie.DepotSaisie on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    def modeles(self) -> tuple[Modele, ...]:
        """All of them, by name."""
        lignes = self._connexion.exec_driver_sql("SELECT uuid, nom, contenu FROM modele")
        modeles = [
            Modele(id=UUID(bytes=uuid), nom=nom, contenu=json.loads(contenu))
            for uuid, nom, contenu in lignes
        ]
        return tuple(sorted(modeles, key=lambda m: replier(m.nom)))

    def enregistrer_modele(self, modele: Modele) -> None:
        """Insert or replace, by identifier."""
        contenu = json.dumps(dict(modele.contenu), ensure_ascii=False)
        self._connexion.exec_driver_sql(_MODELE, (modele.id.bytes, modele.nom, contenu))

    def supprimer_modele(self, id_: UUID) -> None:
        """Forget a template; nothing happens when there is none."""
        self._connexion.exec_driver_sql("DELETE FROM modele WHERE uuid = ?", (id_.bytes,))

    def suivis_dus(self, jusquau: date) -> tuple[Rappel, ...]:
        """The follow-ups of entries that are due by that day."""
        lignes = self._connexion.exec_driver_sql(_SUIVIS, (jour(jusquau),))
        return tuple(
            Rappel(
                intervention=UUID(bytes=uuid),
                pour_le=date.fromisoformat(pour_le),
                du=date.fromisoformat(du),
                milieu=milieu,
                activite=activite,
                suivi=suivi,
            )
            for uuid, pour_le, du, milieu, activite, suivi in lignes
        )

    def habitudes(self, depuis: date) -> Habitudes:
        """What entries since that day say most."""
        bornes = (jour(depuis),)
        demander = self._connexion.exec_driver_sql
        milieu = demander(_DERNIER_MILIEU, bornes).scalar()
        clienteles: Mapping[bytes, str] = _usuels(map(tuple, demander(_CLIENTELES, bornes)))
        return Habitudes(
            milieu=UUID(bytes=milieu) if milieu else None,
            durees=_usuels(map(tuple, demander(_DUREES, bornes))),
            clienteles={UUID(bytes=uuid): code for uuid, code in clienteles.items()},
            services=tuple(UUID(bytes=uuid) for (uuid,) in demander(_SERVICES, bornes)),
        )


def _usuels(comptes: Iterable[tuple[_C, _V, int, str]]) -> Mapping[_C, _V]:
    """The value met most often with each key, the latest one between equals."""
    meilleurs: dict[_C, tuple[int, str, _V]] = {}
    for cle, valeur, fois, derniere in comptes:
        rang = (fois, derniere, valeur)
        if fois >= _FOIS_MIN and rang[:2] > meilleurs.get(cle, (0, "", valeur))[:2]:
            meilleurs[cle] = rang
    return {cle: valeur for cle, (_fois, _derniere, valeur) in meilleurs.items()}
