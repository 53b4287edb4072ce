"""What the `verifier` command asks of a coordination on a server, one French line an answer."""

from collections.abc import Callable

from sqlalchemy import Connection

from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.texte import accorder
from journal_scls.storage.engine import en_lecture
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.sauvegarde.diagnostic import (
    Echec,
    controler,
    controler_droits,
    controler_emplacement,
)
from journal_scls.storage.schema import TETE
from journal_scls.storage.serveur.dossier_serveur import BaseServeur

_LIAISON = """SELECT current_setting('server_version'), ssl, version FROM pg_stat_ssl
WHERE pid = pg_backend_pid()"""
_REGLES = """SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'O'"""


def diagnostiquer_serveur(base: BaseServeur) -> list[Controle]:
    """Check the server, what it keeps for us, and the dossier; nothing is written."""
    return [
        controler("liaison", lambda: _demander(base, _liaison)),
        controler("chiffrement", lambda: _cles(base)),
        controler("règles", lambda: _demander(base, _regles)),
        controler("schéma", lambda: _demander(base, _schema)),
        controler("droits", lambda: controler_droits(base.dossier)),
        controler("emplacement", lambda: controler_emplacement(base.dossier)),
    ]


def _demander(base: BaseServeur, question: Callable[[Connection], str]) -> str:
    with en_lecture(base.engine).begin() as connexion:
        return question(connexion)


def _liaison(connexion: Connection) -> str:
    version, chiffree, protocole = connexion.exec_driver_sql(_LIAISON).one()
    comment = f"liaison chiffrée ({protocole})" if chiffree else "sur cet ordinateur"
    return f"Le serveur répond : PostgreSQL {version}, {comment}."


def _cles(base: BaseServeur) -> str:
    with base.unite_de_lecture() as unite:
        combien = len(unite.inscriptions.cles())
    if not combien:
        return "La coordination n'a pas encore de clés ; elles seront scellées par ce dossier."
    return "Les clés de la coordination sont scellées, et ce dossier les ouvre."


def _regles(connexion: Connection) -> str:
    presentes = set(connexion.exec_driver_sql(_REGLES).scalars())
    manquent = [r.nom for r in tables_lots.REFUS if r.nom not in presentes]
    if manquent:
        raise Echec(
            f"{accorder(len(manquent), 'règle')} de la base, sur le serveur, ne "
            f"{'joue' if len(manquent) == 1 else 'jouent'} plus ({manquent[0]}…). "
            "Appelez la personne qui s'occupe du serveur."
        )
    return "Ce qui a été reçu ne peut être ni changé ni effacé."


def _schema(connexion: Connection) -> str:
    versions = connexion.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if versions != [TETE]:
        raise Echec("La base n'est pas à la version de cette application. Rouvrez le dossier.")
    return f"La base est à la version {TETE}."
