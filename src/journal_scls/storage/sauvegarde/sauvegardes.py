"""ports.Sauvegardes: backups and diagnoses of a dossier, by those who hold its lock."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from journal_scls.application.ports import Base, Horloge
from journal_scls.application.ports_dossiers import Controle, Copie, Secret
from journal_scls.domain.errors import Environnement
from journal_scls.storage.coffre import vault
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.vault import Coffre
from journal_scls.storage.dossier import BaseDossier, BaseOuverte
from journal_scls.storage.engine import NOM
from journal_scls.storage.fichiers import dossier_prive, en_phrases
from journal_scls.storage.sauvegarde import backup, rotation
from journal_scls.storage.sauvegarde.diagnostic import diagnostiquer
from journal_scls.storage.sauvegarde.rotation import SAUVEGARDES
from journal_scls.storage.serveur.diagnostic_serveur import diagnostiquer_serveur
from journal_scls.storage.serveur.dossier_serveur import BaseServeur
from journal_scls.storage.verrou import Verrou


class SauvegardesFichiers:
    """Backup files on this computer."""

    def __init__(self, horloge: Horloge) -> None:
        self._horloge = horloge

    def creer(self, base: Base, destination: Path | None = None) -> Path:
        """Copy an open journal into a folder, the dossier's own when none is given."""
        ouverte = _fichier(base)
        place = destination or ouverte.dossier / SAUVEGARDES
        return backup.creer(ouverte.engine, ouverte.dossier / vault.NOM, place, self._quand())

    def locales(self, base: Base) -> bool:
        """Whether its copies are made here; those of a base on a server are made there."""
        return isinstance(_ouverte(base), BaseOuverte)

    def du_jour(self, base: Base) -> Path | None:
        """The day's copy if it is not made yet; the old ones are rotated away."""
        ouverte = _fichier(base)
        return backup.du_jour(ouverte.engine, ouverte.dossier, self._quand())

    def verifier(self, fichier: Path, secret: Secret | None = None) -> Sequence[Controle]:
        """Check a copy; with a secret, down to its rows."""
        controles = backup.verifier(fichier)
        if secret is None or not all(controle.ok for controle in controles):
            return controles
        coffre = Coffre(fichier, backup.coffre_de(fichier))
        cle = (
            coffre.ouvrir_par_code(CodeSecours.lire(secret.code))
            if secret.code
            else coffre.ouvrir_par_phrase(secret.phrase)
        )
        return backup.verifier(fichier, cle)

    def restaurer(self, fichier: Path, dossier: Path) -> Path | None:
        """Put a copy back; a journal that stands there is moved aside, never erased."""
        a_nous = any((dossier / nom).exists() for nom in (vault.NOM, NOM))
        if dossier.exists() and not a_nous and any(dossier.iterdir()):
            return backup.restaurer(fichier, dossier, self._quand())  # refuses and leaves no trace
        dossier_prive(dossier)
        with Verrou(dossier):
            return backup.restaurer(fichier, dossier, self._quand())

    def copies(self, base: Base) -> Sequence[Copie]:
        """The copies of the dossier, newest first; those of a server are not here."""
        ouverte = _ouverte(base)
        if isinstance(ouverte, BaseServeur):
            return ()
        with en_phrases(ouverte.dossier):
            return tuple(
                Copie(copie.quand, copie.fichier, copie.fichier.stat().st_size)
                for copie in rotation.lister(ouverte.dossier)
            )

    def diagnostiquer(self, base: Base) -> Sequence[Controle]:
        """Check an open journal."""
        ouverte = _ouverte(base)
        if isinstance(ouverte, BaseServeur):
            return diagnostiquer_serveur(ouverte)
        return diagnostiquer(ouverte.dossier, ouverte.cle, self._quand())

    def _quand(self) -> datetime:
        """The local time, for the names that people read."""
        return self._horloge.maintenant().astimezone()


def _fichier(base: Base) -> BaseOuverte:
    ouverte = _ouverte(base)
    if isinstance(ouverte, BaseServeur):
        raise Environnement(
            "La base de cette coordination est sur un serveur : sa sauvegarde se fait là "
            "(pg_dump).",
            "Demandez-la à la personne qui s'occupe du serveur, et gardez une copie de ce "
            "dossier (voyez docs/coordination-postgresql.md).",
        )
    return ouverte


def _ouverte(base: Base) -> BaseDossier:
    if not isinstance(base, BaseDossier):
        raise TypeError("only a dossier on disk can be copied")
    return base
