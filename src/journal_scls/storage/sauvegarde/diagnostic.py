"""What the `verifier` command asks of a dossier, one French line an answer.

A warning is an answer that is right and says « Attention »: it must be read, it breaks nothing.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy.exc import SQLAlchemyError

from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.errors import Environnement
from journal_scls.domain.texte import accorder
from journal_scls.storage.coffre import vault
from journal_scls.storage.emplacement import risque_emplacement
from journal_scls.storage.engine import (
    COMPAGNONS,
    NOM,
    Connecteur,
    exiger_chiffrement,
    exiger_fichier_chiffre,
)
from journal_scls.storage.erreurs import erreurs_disque
from journal_scls.storage.sauvegarde.rotation import lister
from journal_scls.storage.schema import TETE

_DISQUE_MIN = 100 * 1024**2
_COPIES_MIN = 3
"""Free space for a backup (the copy, then the file) with as much again to go on working."""
_AGE_MAX = timedelta(days=7)
_ERREURS_MONTREES = 3


def diagnostiquer(dossier: Path, cle: bytes, maintenant: datetime) -> list[Controle]:
    """Check the dossier on connections of its own; nothing is written or repaired."""
    connecteur = Connecteur(dossier / NOM, cle)
    return [
        controler("chiffrement", lambda: _chiffrement(dossier / NOM)),
        *controler_base(connecteur),
        controler("recherche", lambda: _recherche(connecteur)),
        controler("schéma", lambda: _schema(connecteur)),
        controler("droits", lambda: controler_droits(dossier)),
        controler("espace", lambda: _espace(dossier)),
        controler("emplacement", lambda: controler_emplacement(dossier)),
        controler("sauvegarde", lambda: _sauvegarde(dossier, maintenant)),
    ]


def controler_base(connecteur: Connecteur) -> Iterator[Controle]:
    """Check the contents of a database file; also what a backup must pass.

    One connection each: after a damaged page SQLCipher refuses everything on its connection.
    """
    yield controler("intégrité", lambda: _pragma(connecteur, "integrity_check", "ok"))
    yield controler("authenticité", lambda: _pragma(connecteur, "cipher_integrity_check"))
    yield controler("liens", lambda: _pragma(connecteur, "foreign_key_check"))


class Echec(Exception):
    """A check that fails; its text is the line to show."""


def controler(nom: str, question: Callable[[], str]) -> Controle:
    """Ask, and take any way of failing for a failed check: the next ones are still asked."""
    try:
        with erreurs_disque():
            return Controle(nom, ok=True, message=question())
    except (Echec, Environnement) as echec:
        return Controle(nom, ok=False, message=str(echec))
    except (sqlcipher3.Error, SQLAlchemyError, OSError) as erreur:
        return Controle(nom, ok=False, message=f"Contrôle impossible ({type(erreur).__name__}).")


def _chiffrement(base: Path) -> str:
    exiger_chiffrement()
    exiger_fichier_chiffre(base)
    with closing(sqlcipher3.connect(":memory:")) as connexion:
        version = connexion.execute("PRAGMA cipher_version").fetchone()[0]
    return f"Le journal est chiffré (SQLCipher {version})."


_BON = {
    "integrity_check": "La structure du fichier est bonne.",
    "cipher_integrity_check": "Aucune page n'a été altérée.",
    "foreign_key_check": "Tous les liens entre les entrées mènent quelque part.",
}


def _pragma(connecteur: Connecteur, pragma: str, *attendu: str) -> str:
    """Run a checking PRAGMA, whose good answer is `attendu` and nothing else."""
    lignes = _interroger(connecteur, f"PRAGMA {pragma}")
    if [ligne[0] for ligne in lignes] == list(attendu):
        return _BON[pragma]
    # The library's own words: table and page numbers, never a value of the journal.
    extrait = "; ".join(str(ligne[0]) for ligne in lignes[:_ERREURS_MONTREES])
    raise Echec(
        f"{accorder(len(lignes), 'anomalie')} dans le fichier du journal ({extrait}). "
        "Restaurez une sauvegarde."
    )


# FTS5's own check would compare with every revision; the index holds the current notes alone.
_HORS_INDEX = """SELECT count(*) FROM (SELECT id FROM revision
  WHERE courante = 1 AND (note <> '' OR fait_marquant <> '')) AS notees
  FULL JOIN recherche_docsize AS indexees ON notees.id = indexees.id
  WHERE notees.id IS NULL OR indexees.id IS NULL"""


def _recherche(connecteur: Connecteur) -> str:
    [(ecarts,)] = _interroger(connecteur, _HORS_INDEX)
    if ecarts:
        raise Echec(
            f"La recherche ne voit pas juste pour {accorder(ecarts, 'note')}; "
            "vos entrées sont intactes. Signalez le problème."
        )
    return "Toutes les notes se retrouvent par la recherche."


def _schema(connecteur: Connecteur) -> str:
    versions = _interroger(connecteur, "SELECT version_num FROM alembic_version")
    if versions != [(TETE,)]:
        raise Echec("Le journal n'est pas à la version de cette application. Rouvrez-le.")
    return f"Le journal est à la version {TETE}."


def _interroger(connecteur: Connecteur, requete: str) -> list[Any]:
    with closing(connecteur.connecter()) as connexion:
        return list(connexion.execute(requete).fetchall())


def controler_droits(dossier: Path) -> str:
    """That the dossier and its files are for its owner alone."""
    if sys.platform == "win32":
        return "Les droits sont ceux du compte Windows."
    noms = (vault.NOM, NOM, *(NOM + suffixe for suffixe in COMPAGNONS))
    fichiers = [dossier / nom for nom in noms if (dossier / nom).exists()]
    ouverts = [f.name for f in fichiers if stat.S_IMODE(f.stat().st_mode) & 0o077]
    if ouverts:
        raise Echec(
            f"D'autres comptes peuvent lire {', '.join(ouverts)}. "
            "Retirez-leur ce droit (chmod 600)."
        )
    etrangers = [f.name for f in fichiers if f.stat().st_uid != os.getuid()]
    if etrangers:
        raise Echec(
            f"Ces fichiers appartiennent à un autre compte : {', '.join(etrangers)}. "
            "Rendez-les au vôtre (chown)."
        )
    if stat.S_IMODE(dossier.stat().st_mode) & 0o077:
        return "Attention : d'autres comptes voient le contenu du dossier (chmod 700 le ferme)."
    return "Le dossier et ses fichiers sont à vous seul."


def _espace(dossier: Path) -> str:
    libre = shutil.disk_usage(dossier).free
    voulu = max(_DISQUE_MIN, _COPIES_MIN * (dossier / NOM).stat().st_size)
    if libre < voulu:
        raise Echec(
            f"Il ne reste que {libre // 1024**2} Mo sur le disque. Libérez-en "
            f"{(voulu - libre) // 1024**2 + 1} de plus."
        )
    return f"Il reste {libre // 1024**2} Mo sur le disque."


def controler_emplacement(dossier: Path) -> str:
    """That no synchronised or shared folder holds the dossier."""
    risque = risque_emplacement(dossier)
    return f"Attention : {risque}" if risque else "Le dossier est sur un disque de l'ordinateur."


def _sauvegarde(dossier: Path, maintenant: datetime) -> str:
    copies = lister(dossier)
    if not copies:
        return "Attention : il n'y a encore aucune sauvegarde dans le dossier."
    age = maintenant.replace(tzinfo=None) - copies[0].quand
    if age > _AGE_MAX:
        return f"Attention : la dernière sauvegarde a {age.days} jours."
    return f"Dernière sauvegarde : {copies[0].fichier.name}."
