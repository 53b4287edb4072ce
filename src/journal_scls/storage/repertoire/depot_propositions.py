"""Propositions in the encrypted file: made by a journal, received and decided by a region."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.repertoire.ports_repertoire import LigneProposition
from journal_scls.domain.repertoire.proposition import ChoixProposition, DecisionProposition
from journal_scls.storage.interventions.mappers import instant, lire_instant, lire_uuid, octets
from journal_scls.storage.repertoire import tables_repertoire as t
from journal_scls.storage.sql import inserer

_FAITE = inserer(t.proposition_faite)
_PROPOSITION = f"{inserer(t.proposition)} ON CONFLICT DO NOTHING RETURNING numero"
_DECISION = inserer(t.decision_proposition, sauf=("id",))
_RECUES = """SELECT p.*, d.choix, d.raison, d.vers, d.le FROM proposition p
LEFT JOIN decision_proposition d ON d.id = (SELECT MAX(x.id) FROM decision_proposition x
  WHERE x.journal = p.journal AND x.objet = p.objet AND x.empreinte = p.empreinte)
ORDER BY p.journal, p.objet, p.numero, p.empreinte"""


class SqlDepotPropositions:
    """ports_repertoire.DepotPropositions on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    # --- the journal

    def derniere_faite(self) -> tuple[int, str] | None:
        """Number and content of the last file made."""
        texte = "SELECT numero, contenu FROM proposition_faite ORDER BY numero DESC LIMIT 1"
        ligne = self._connexion.exec_driver_sql(texte).first()
        return None if ligne is None else (ligne.numero, ligne.contenu)

    def noter_faite(self, numero: int, contenu: str, le: datetime) -> None:
        """Keep what left, for ever."""
        self._connexion.exec_driver_sql(_FAITE, (numero, contenu, instant(le)))

    # --- the region

    def recevoir(self, ligne: LigneProposition) -> bool:
        """Keep a version of a card; False when it was already there."""
        valeurs = (
            ligne.journal.bytes,
            ligne.objet.bytes,
            ligne.empreinte,
            ligne.numero,
            ligne.contenu,
            instant(ligne.recue_le),
        )
        return self._connexion.exec_driver_sql(_PROPOSITION, valeurs).first() is not None

    def recues(self) -> tuple[LigneProposition, ...]:
        """Every version of every card, with the last decision about it."""
        lignes = self._connexion.exec_driver_sql(_RECUES).mappings()
        return tuple(_lire(ligne) for ligne in lignes)

    def decider(self, ligne: LigneProposition, decision: DecisionProposition) -> None:
        """Record a person's decision, for ever."""
        valeurs = (
            ligne.journal.bytes,
            ligne.objet.bytes,
            ligne.empreinte,
            decision.choix.value,
            decision.raison,
            octets(decision.vers),
            instant(decision.le),
        )
        self._connexion.exec_driver_sql(_DECISION, valeurs)


def _lire(r: Any) -> LigneProposition:
    decision = None
    if r["choix"] is not None:
        decision = DecisionProposition(
            choix=ChoixProposition(r["choix"]),
            raison=r["raison"],
            vers=lire_uuid(r["vers"]),
            le=lire_instant(r["le"]),
        )
    return LigneProposition(
        journal=UUID(bytes=r["journal"]),
        objet=UUID(bytes=r["objet"]),
        empreinte=r["empreinte"],
        numero=r["numero"],
        contenu=r["contenu"],
        recue_le=lire_instant(r["recue_le"]),
        decision=decision,
    )
