"""A new dossier with everything of an open one but what it received; its kept files come along.

The same passphrase opens it: the vault is copied with the key it protects.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

from journal_scls.application.ports import Base, Horloge
from journal_scls.domain.errors import Environnement
from journal_scls.storage import vault
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import NOM, connecteur_de, ouvrir_engine
from journal_scls.storage.erreurs import erreurs_disque
from journal_scls.storage.fichiers import dossier_prive, ecrire_atomique, en_phrases, lire_borne
from journal_scls.storage.lots import tables_lots as t
from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
from journal_scls.storage.schema import creer_base
from journal_scls.storage.tables import metadata
from journal_scls.storage.verrou import Verrou

_RELUES = frozenset({t.reception.name, t.version.name, t.fichier_recu.name})


def copier_sans_receptions(
    base: Base, dossier: Path, *, migrations: Path, horloge: Horloge
) -> BaseOuverte:
    """Make the dossier in an empty folder and open it.

    Raises:
        Environnement: the folder holds something, or the disk refuses.
    """
    if not isinstance(base, BaseOuverte):
        raise TypeError(base)
    _exiger_vide(dossier)
    dossier_prive(dossier)
    verrou = Verrou(dossier)
    verrou.prendre()
    try:
        connecteur = connecteur_de(base.engine)
        creer_base(dossier / NOM, connecteur.cle, migrations)
        engine = ouvrir_engine(dossier / NOM, connecteur.cle)
        nouvelle = BaseOuverte(dossier, engine, horloge, verrou.liberer)
        with erreurs_disque(), closing(connecteur_de(engine).connecter()) as connexion:
            _copier_tables(connexion, base.dossier / NOM, connecteur.cle)
        _copier_fichiers(base.dossier, dossier)
    except BaseException:
        verrou.liberer()
        raise
    return nouvelle


def _exiger_vide(dossier: Path) -> None:
    with en_phrases(dossier):
        if dossier.exists() and any(dossier.iterdir()):
            raise Environnement(
                f"Le dossier « {dossier.name} » n'est pas vide : rien n'y a été écrit.",
                "Choisissez un dossier vide, ou un nom de dossier nouveau.",
            )


def _copier_tables(connexion: Any, ancienne: Path, cle: bytes) -> None:
    connexion.execute(
        f"ATTACH DATABASE ? AS ancienne KEY \"x'{cle.hex()}'\"", (str(ancienne.absolute()),)
    )
    connexion.execute("BEGIN IMMEDIATE")
    connexion.execute("PRAGMA defer_foreign_keys = ON")
    for table in metadata.sorted_tables:
        if table.name not in _RELUES:
            noms = ", ".join(colonne.name for colonne in table.columns)
            connexion.execute(
                f"INSERT INTO main.{table.name} ({noms}) SELECT {noms} FROM ancienne.{table.name}"  # noqa: S608 - names of tables.py
            )
    connexion.execute("COMMIT")


def _copier_fichiers(ancien: Path, nouveau: Path) -> None:
    quarantaine, copie = QuarantaineFichiers(ancien), QuarantaineFichiers(nouveau)
    for nom in quarantaine.noms():
        copie.garder(quarantaine.lire(nom))
    coffre = lire_borne(ancien / vault.NOM, vault.TAILLE_MAX)
    # Last: a folder without its vault is not a dossier yet.
    ecrire_atomique(nouveau / vault.NOM, coffre)
