"""Drafts in the encrypted file, exactly as typed."""

import json
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.lectures import Brouillon
from journal_scls.storage import tables
from journal_scls.storage.interventions.mappers import (
    Champs,
    instant,
    lire_instant,
    lire_uuid,
    octets,
)
from journal_scls.storage.sql import inserer, par_le_pilote

_ENREGISTRER = inserer(tables.brouillon, sauf=("id",), remplacer="uuid")


class SqlDepotBrouillons:
    """ports.DepotBrouillons on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    def enregistrer(self, brouillon: Brouillon) -> None:
        """Insert or replace, by identifier."""
        ligne = (
            brouillon.id.bytes,
            octets(brouillon.intervention),
            json.dumps(brouillon.contenu, ensure_ascii=False),
            instant(brouillon.modifie_le),
        )
        self._connexion.exec_driver_sql(_ENREGISTRER, ligne)

    def supprimer(self, id_: UUID) -> None:
        """Forget a draft; nothing happens when there is none."""
        with par_le_pilote(self._connexion) as curseur:
            curseur.execute("DELETE FROM brouillon WHERE uuid = ?", (id_.bytes,))

    def tous(self) -> tuple[Brouillon, ...]:
        """All the drafts, newest first."""
        lignes = self._connexion.exec_driver_sql("SELECT * FROM brouillon ORDER BY id DESC")
        brouillons = [_lire(ligne) for ligne in lignes.mappings()]
        # By instant, not by its text: « …:00Z » and « …:00.5Z » do not sort alike.
        return tuple(sorted(brouillons, key=lambda b: b.modifie_le, reverse=True))


def _lire(r: Champs) -> Brouillon:
    return Brouillon(
        id=UUID(bytes=r["uuid"]),
        contenu=json.loads(r["contenu"]),
        modifie_le=lire_instant(r["modifie_le"]),
        intervention=lire_uuid(r["intervention"]),
    )
