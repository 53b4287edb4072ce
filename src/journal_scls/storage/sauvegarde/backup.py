"""Encrypted backups of a dossier: made while people write, proved before they count.

A backup opens with the secrets of its day (its own copy of the vault), on any machine. Restoring
never destroys: the journal that stood there is moved aside, whole.
"""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.errors import Environnement
from journal_scls.domain.texte import accorder
from journal_scls.storage import verrou
from journal_scls.storage.coffre import vault
from journal_scls.storage.engine import COMPAGNONS, NOM, Connecteur, connecteur_de
from journal_scls.storage.erreurs import erreurs_disque
from journal_scls.storage.fichiers import (
    SUFFIXE_TEMPORAIRE,
    dossier_prive,
    ecrire_atomique,
    en_phrases,
    lire_borne,
    renommer,
    synchroniser_dossier,
    temporaire_de,
)
from journal_scls.storage.lots import recus_tar
from journal_scls.storage.sauvegarde.archive import (
    RECUS,
    Archive,
    SauvegardeRefusee,
    ecrire_archive,
)
from journal_scls.storage.sauvegarde.diagnostic import controler_base
from journal_scls.storage.sauvegarde.rotation import (
    AVANT_MIGRATION,
    SAUVEGARDES,
    lister,
    nom_de,
    tourner,
)

_EN_COURS = ".en-cours"
_MIS_DE_COTE = "avant-restauration-"
_DOSSIER = (NOM, *(NOM + suffixe for suffixe in COMPAGNONS), vault.NOM)
"""What makes a journal, the database first: without it, a half-moved dossier does not open."""

RESTAURE = "restauration"
"""A file that says that the journal beside it came from a backup, until a person has decided what
becomes of its lots (temoin.py): restoring needs no key, so it can be said nowhere else."""


def creer(engine: Engine, vault_path: Path, destination: Path, quand: datetime) -> Path:
    """Back up an open dossier into a folder and say under which name; writers go on meanwhile.

    Args:
        engine: the open database.
        vault_path: the vault that holds its key.
        destination: a folder, made if missing.
        quand: the local time, for the name; moved by seconds when the name is taken.

    Raises:
        Environnement: the disk refuses, or the copy does not pass its checks.
    """
    dossier_prive(destination)
    coffre = lire_borne(vault_path, vault.TAILLE_MAX)
    dossier = vault_path.parent
    # The received files after the base: all those it speaks of are then there, maybe more.
    with _copie_conforme(engine, dossier) as copie, _copie_des_recus(dossier) as recus:
        fichier = _nom_libre(destination, quand)
        ecrire_archive(fichier, coffre, copie, recus)
    return fichier


def du_jour(engine: Engine, dossier: Path, quand: datetime) -> Path | None:
    """The copy of the day if there is none yet, then the rotation."""
    if any(copie.quand.date() == quand.date() for copie in lister(dossier)):
        return None
    fichier = creer(engine, dossier / vault.NOM, dossier / SAUVEGARDES, quand)
    tourner(dossier)
    return fichier


def avant_migration(engine: Engine, dossier: Path, quand: datetime) -> Path:
    """The copy made before the schema moves; kept apart from those of the days."""
    place = dossier / SAUVEGARDES / AVANT_MIGRATION
    fichier = creer(engine, dossier / vault.NOM, place, quand)
    tourner(dossier)
    return fichier


def coffre_de(fichier: Path) -> bytes:
    """The vault inside a backup, to find its key with a passphrase or the recovery code."""
    return Archive.lire(fichier).coffre


def verifier(fichier: Path, cle: bytes | None = None) -> list[Controle]:
    """Check a backup without restoring it; with the key, down to its rows."""
    try:
        archive = Archive.lire(fichier)
        archive.exiger_sommes()
    except Environnement as refus:
        return [Controle("fichier", ok=False, message=str(refus))]
    controles = [
        Controle("fichier", ok=True, message="Le fichier est entier, ses sommes sont justes."),
        Controle("chiffrement", ok=True, message="Le journal y est chiffré.")
        if archive.chiffree
        else Controle("chiffrement", ok=False, message="Le journal n'y est pas chiffré."),
    ]
    controles += _controler_recus(archive)
    if cle is not None and archive.chiffree:
        controles += _controler_contenu(archive, cle)
    return controles


def restaurer(fichier: Path, dossier: Path, quand: datetime) -> Path | None:
    """Put a backup in a dossier, new or not; gives where the journal of before was moved.

    For the holder of the dossier's lock, with no open engine on it. Killed at any moment, the
    dossier holds the old journal, the new one, or refuses to open until this is run again.

    Raises:
        Environnement: not a whole backup, a folder of something else, the disk refuses.
    """
    archive = Archive.lire(fichier)
    archive.exiger_sommes()
    if not archive.chiffree:
        raise SauvegardeRefusee(fichier)
    _exiger_recevable(dossier)
    dossier_prive(dossier)
    temporaire = temporaire_de(dossier / NOM)
    try:
        archive.extraire_base(temporaire)
        _rendre_recus(archive, dossier)
        ecrire_atomique(dossier / RESTAURE, b"")
        ancien = _mettre_de_cote(dossier, quand)
        with en_phrases(dossier / NOM):
            renommer(temporaire, dossier / NOM)
            synchroniser_dossier(dossier)
    except BaseException:
        with suppress(OSError):
            temporaire.unlink(missing_ok=True)
        raise
    ecrire_atomique(dossier / vault.NOM, archive.coffre, relire=True)
    return ancien


@contextmanager
def _copie_conforme(engine: Engine, dossier: Path) -> Iterator[Path]:
    """A checked copy of the database beside it: encrypted by the same key, in one file."""
    chemin = dossier / f".copie.{secrets.token_hex(6)}{SUFFIXE_TEMPORAIRE}"
    connecteur = replace(connecteur_de(engine), chemin=chemin, journal="DELETE")
    connecteur.creer()
    try:
        with (
            erreurs_disque(),
            closing(connecteur.connecter()) as copie,
            closing(connecteur_de(engine).connecter()) as source,
        ):
            source.backup(copie)  # one step: a single state, whatever is written meanwhile
        _exiger_conforme(connecteur)
        yield chemin
    finally:
        for reste in (chemin, *(chemin.with_name(chemin.name + s) for s in COMPAGNONS)):
            with suppress(OSError):
                reste.unlink(missing_ok=True)


@contextmanager
def _copie_des_recus(dossier: Path) -> Iterator[Path | None]:
    """The kept files of a coordination in one: nothing else can rebuild what it received."""
    chemin = temporaire_de(dossier / RECUS)
    try:
        yield chemin if recus_tar.empaqueter(dossier, chemin) else None
    finally:
        with suppress(OSError):
            chemin.unlink(missing_ok=True)


def _rendre_recus(archive: Archive, dossier: Path) -> None:
    """Put the kept files beside those of the dossier: their names are what they hold."""
    chemin = temporaire_de(dossier / RECUS)
    try:
        if archive.extraire_recus(chemin):
            recus_tar.depaqueter(chemin, dossier)
    finally:
        with suppress(OSError):
            chemin.unlink(missing_ok=True)


def _exiger_conforme(connecteur: Connecteur) -> None:
    if not all(controle.ok for controle in controler_base(connecteur)):
        raise Environnement(
            "La copie du journal ne se relit pas : cette sauvegarde n'a pas été gardée.",
            "Gardez vos sauvegardes précédentes et lancez la vérification du dossier.",
        )


def _nom_libre(destination: Path, quand: datetime) -> Path:
    while (fichier := destination / nom_de(quand)).exists():
        quand += timedelta(seconds=1)
    return fichier


def _controler_recus(archive: Archive) -> list[Controle]:
    with tempfile.TemporaryDirectory(prefix="scls-") as temporaire:
        paquet = Path(temporaire) / RECUS
        if not archive.extraire_recus(paquet):
            return []
        try:
            nombre = recus_tar.compter(paquet)
        except Environnement as refus:
            return [Controle("recus", ok=False, message=str(refus))]
    lots = accorder(nombre, "fichier reçu y est gardé", "fichiers reçus y sont gardés")
    return [Controle("recus", ok=True, message=f"{lots}.")]


def _controler_contenu(archive: Archive, cle: bytes) -> list[Controle]:
    with tempfile.TemporaryDirectory(prefix="scls-") as temporaire:
        base = Path(temporaire) / NOM
        archive.extraire_base(base)
        return list(controler_base(Connecteur(base, cle, journal="DELETE")))


def _exiger_recevable(dossier: Path) -> None:
    """Accept an empty folder or one of ours: a journal must not land among somebody's papers."""
    if not dossier.is_dir():
        return
    noms = {entree.name for entree in dossier.iterdir()}
    nous = noms & {*_DOSSIER, SAUVEGARDES} or any(nom.startswith(_MIS_DE_COTE) for nom in noms)
    etrangers = {nom for nom in noms if nom != verrou.NOM and not nom.endswith(SUFFIXE_TEMPORAIRE)}
    if etrangers and not nous:
        raise Environnement(
            f"Le dossier « {dossier.name} » contient déjà autre chose qu'un journal.",
            "Choisissez un dossier vide ou nouveau.",
        )


def _mettre_de_cote(dossier: Path, quand: datetime) -> Path | None:
    """Move the journal of the dossier aside, going on with a move that was interrupted."""
    with en_phrases(dossier):
        commence = next(dossier.glob(f"{_MIS_DE_COTE}*{_EN_COURS}"), None)
        presents = [nom for nom in _DOSSIER if (dossier / nom).exists()]
        if commence is None and not presents:
            return None
        if commence is None:
            commence = _place_libre(dossier, quand)
            commence.mkdir(mode=0o700)
        for nom in presents:
            renommer(dossier / nom, commence / nom)
        final = commence.with_name(commence.name.removesuffix(_EN_COURS))
        synchroniser_dossier(commence)
        renommer(commence, final)
        synchroniser_dossier(dossier)
    return final


def _place_libre(dossier: Path, quand: datetime) -> Path:
    while True:
        nom = quand.strftime(f"{_MIS_DE_COTE}%Y%m%d-%H%M%S")
        if not (dossier / nom).exists():
            return dossier / f"{nom}{_EN_COURS}"
        quand += timedelta(seconds=1)
